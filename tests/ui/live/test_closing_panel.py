"""What is missing when the meeting is to be closed: one panel at a time, fresh, and left by Esc."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Duty, MeetingState
from bra_desktop.services import attendance
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
NOBODY_ADJUSTS = "Justerare är inte utsedda."


def hands(page: LivePage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def asked(qtbot: QtBot, page: LivePage, operations: Operations) -> None:
    page.acts.ask_close()
    settle(qtbot, page, operations)
    qtbot.waitUntil(page.closing.isVisible)


def test_the_closing_panel_takes_the_place_of_an_open_form(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.times())
    asked(qtbot, page, operations)
    assert not page.form.isVisible()
    assert page.closing.isAncestorOf(hands(page))
    page.acts.open_form(page.forms.times())
    assert page.form.isVisible()
    assert not page.closing.isVisible()


def test_esc_leaves_the_closing_panel_and_gives_the_text_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    QTest.keyClick(hands(page), KEY.Key_Escape)
    assert not page.closing.isVisible()
    assert page.item.minutes.editor.hasFocus()
    assert content(running).state is MeetingState.IN_PROGRESS


def test_the_keyboard_stays_in_the_closing_panel(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    seen = []
    for key in [KEY.Key_Tab] * 30 + [KEY.Key_Backtab] * 30:
        QTest.keyClick(hands(page), key)
        seen.append(hands(page))
    assert all(page.closing.isAncestorOf(widget) for widget in seen)
    assert len({widget.objectName() for widget in seen}) >= 3


def test_the_keyboard_stays_in_the_closing_panel_when_something_is_saved_behind_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert page.closing.isAncestorOf(hands(page))


def test_the_list_follows_what_is_mended_while_it_stands_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    assert NOBODY_ADJUSTS in [gap.text for gap in page.closing.gaps()]
    person = content(running).participants[1].person
    page.presenter.act(lambda office: attendance.appoint(office, REF, Duty.ADJUST, person))
    settle(qtbot, page, operations)
    assert NOBODY_ADJUSTS not in [gap.text for gap in page.closing.gaps()]
    assert page.closing.isVisible()
    assert page.closing.isAncestorOf(hands(page))


def test_a_key_shows_the_list_again_from_any_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    place = next(gap.place for gap in page.closing.gaps() if "inte behandlad" in gap.text)
    page.closing.place_chosen.emit(place)
    settle(qtbot, page, operations)
    page.closing.hide()
    QTest.keyClick(page.item.minutes.editor, KEY.Key_A, CONTROL | SHIFT)
    settle(qtbot, page, operations)
    assert page.closing.isVisible()


def test_enter_on_a_line_goes_there_and_closes_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    QTest.keyClick(hands(page), KEY.Key_Backtab)
    assert hands(page).objectName().startswith("live.closing_")
    QTest.keyClick(hands(page), KEY.Key_Return)
    settle(qtbot, page, operations)
    assert not page.closing.isVisible()
    assert content(running).state is MeetingState.IN_PROGRESS
