"""What the others in the room see: the projector's window, and a screen that is shared."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import RecusalContent
from bra_desktop.domain.text import plain_text
from bra_desktop.services.live import decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.showing import ALONE_WORDS, CLOSED_WORDS
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.shared_bar import SharedBar
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import Wall, content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GROUND = "21 kap. 3 § OSL"


def _mark(office: Office, place: int) -> str:
    """Marks an item as confidential; answers its title."""
    item = content(office).items[place]
    planning.change_item(office, item.key, {"confidential": GROUND})
    return item.title


def _open_projector(page: LivePage) -> None:
    """By its key; without a window manager the window that is shown last has to give the keyboard back."""
    QTest.keyClick(page.item, Qt.Key.Key_F5)
    page.window().activateWindow()


def _spoken(page: LivePage) -> str:
    slide = page.showing.projector.slide()
    return slide.spoken() if slide is not None else ""


def shared_bar_stands(page: LivePage) -> bool:
    return any(bar.isVisible() for bar in page.window().findChildren(SharedBar))


def _seen(page: QWidget) -> str:
    """Every word that can be read in the window, in tips and by a screen reader."""
    words = []
    for widget in page.findChildren(QWidget):
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for name in ("text", "toPlainText", "title", "words"):
            told = getattr(widget, name, None)
            words.append(str(told()) if callable(told) else "")
    return "\n".join(words)


def test_the_projector_opens_by_a_key_and_follows_by_itself(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    assert page.showing.projector.window is not None
    assert page.showing.projector.window.isVisible()
    first, second = content(running).items[:2]
    assert first.title in _spoken(page)
    line = new_decision(page)
    type_text(line.edit, "notera")
    settle(qtbot, page, operations)
    assert "att notera." in _spoken(page)
    type_text(line.edit, " informationen")
    settle(qtbot, page, operations)
    assert "att notera informationen." in _spoken(page)
    QTest.keyClick(page.item, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert second.title in _spoken(page)
    QTest.keyClick(page.item, Qt.Key.Key_F5)
    assert page.showing.projector.window is None


def test_what_is_said_of_a_single_screen_goes_with_the_projectors_window(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    messages = page.context.messages
    qtbot.waitUntil(lambda: ALONE_WORDS in messages.words())
    QTest.keyClick(page.item, Qt.Key.Key_F5)
    assert ALONE_WORDS not in messages.words()
    assert CLOSED_WORDS in messages.words()


def test_looking_at_another_item_leaves_the_projector_unless_it_is_held(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    items = content(running).items
    page.presenter.show_item(items[4].key)
    settle(qtbot, page, operations)
    assert items[0].title in _spoken(page)
    QTest.keyClick(page.item, Qt.Key.Key_F5, SHIFT)
    assert items[4].title in _spoken(page)
    page.presenter.take_up(items[1].key)
    settle(qtbot, page, operations)
    assert items[1].title in _spoken(page)


def test_nothing_confidential_reaches_the_projector(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    title = _mark(running, 0)
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert title not in _spoken(page)
    assert _spoken(page).endswith("Visas inte här")
    window = page.showing.projector.window
    assert window is not None
    assert title not in _seen(window)


def test_away_from_the_meeting_the_projector_shows_its_name_alone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    page.leave()
    assert content(running).items[0].title not in _spoken(page)
    assert content(running).forum.name in _spoken(page)


def test_a_close_that_is_refused_leaves_clock_and_projector_going(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    full = [True]

    def save() -> None:
        if full[0]:
            raise OSError

    page.savers.typed("text/x", lambda: save)
    qtbot.waitUntil(page.savers.failing)
    assert not page.window().close()
    assert page._clock.isActive()
    assert content(running).items[0].title in _spoken(page)
    full[0] = False
    qtbot.waitUntil(page.savers.clean)
    assert page.window().close()
    assert not page._clock.isActive()
    assert content(running).items[0].title not in _spoken(page)


def test_a_page_that_is_built_anew_finds_the_projector_open(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    _open_projector(page)
    window = page.window()
    assert isinstance(window, MainWindow)
    window._rebuild()
    again = window.page("live")
    assert isinstance(again, LivePage)
    assert again is not page
    assert again.showing.projector.is_open()
    qtbot.waitUntil(lambda: content(running).items[0].title in _spoken(again))
    settle(qtbot, again, operations)


def test_one_key_takes_what_is_confidential_from_a_shared_screen_and_brings_it_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    title = _mark(running, 0)
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    type_text(page.item.minutes.editor, "Vittnet heter Berit Sten.")
    assert not shared_bar_stands(page)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert shared_bar_stands(page)
    rows = [page.agenda.list.item(n).data(Qt.ItemDataRole.UserRole).title for n in range(page.agenda.list.count())]
    assert rows[0] == "Sekretessmarkerat ärende"
    for hidden in (title, "Berit Sten"):
        assert hidden not in _seen(page)
    type_text(page.item.minutes.editor, "Detta syns inte och skrivs inte.")
    QTest.keyClick(page.item, Qt.Key.Key_Y, CONTROL | SHIFT)
    assert not page.form.is_open()
    settle(qtbot, page, operations)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    settle(qtbot, page, operations)
    assert not shared_bar_stands(page)
    assert page.item.minutes.editor.toPlainText() == "Vittnet heter Berit Sten."
    assert plain_text(content(running).items[0].text).strip() == "Vittnet heter Berit Sten."


def test_that_an_item_is_not_shown_is_said_no_longer_when_it_is_shown_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    _mark(running, 0)
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    type_text(page.item.minutes.editor, "x")
    assert any("visas inte medan skärmen delas" in words for words in window.messages.words())
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert window.messages.words() == []
    settle(qtbot, page, operations)


def test_an_item_marked_while_the_screen_is_shared_goes_from_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    type_text(page.item.minutes.editor, "Vittnet heter Berit Sten.")
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert "Berit Sten" in page.item.minutes.editor.toPlainText()
    settle(qtbot, page, operations)
    _mark(running, 0)
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert "Berit Sten" not in _seen(page)
    assert plain_text(content(running).items[0].text).strip() == "Vittnet heter Berit Sten."


def test_a_shared_screen_turns_the_pages_of_a_meeting_without_losing_a_word(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    _mark(running, 1)
    page = enter(qtbot, open_window, running)
    items = content(running).items
    page.presenter.show_item(items[1].key)
    type_text(page.item.minutes.editor, "Hemligt.")
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    page.presenter.show_item(items[0].key)
    type_text(page.item.minutes.editor, "Öppet.")
    page.presenter.show_item(items[1].key)
    page.presenter.show_item(items[0].key)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    settle(qtbot, page, operations)
    assert [plain_text(i.text).strip() for i in content(running).items[:2]] == ["Öppet.", "Hemligt."]


def test_what_is_missing_at_the_end_names_no_confidential_title(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    title = _mark(running, 1)
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    QTest.keyClick(page.item, Qt.Key.Key_A, CONTROL | SHIFT)
    qtbot.waitUntil(page.closing.isVisible)
    assert title not in _seen(page)
    assert "Sekretessmarkerat ärende" in _seen(page)


def test_that_the_chair_is_disqualified_in_a_marked_item_is_not_told_by_who_leads_on_a_shared_screen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    item, chair = content(running).items[0], content(running).participants[0].person
    _mark(running, 0)
    decisions.put_recusal(running, item.key, RecusalContent("out", chair))
    page = enter(qtbot, open_window, running)
    window = page.window()
    assert isinstance(window, MainWindow)
    for _once in range(2):
        QTest.keyClick(page.item, Qt.Key.Key_F4)
        settle(qtbot, page, operations)
        assert not [words for words in window.messages.words() if "leder" in words]
    decisions.remove_part(running, item.key, "recusals", "out")
    page.presenter.reload()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: any("leder mötet nu" in words for words in window.messages.words()))


def test_the_menu_leads_to_the_projector_and_tells_what_is_on(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    menu = page.more_menu().findChild(QMenu, "live.showing_menu")
    assert menu is not None
    first, votes = menu.actions()[0], menu.actions()[2]
    assert (first.isChecked(), votes.isChecked()) == (False, True)
    first.trigger()
    votes.trigger()
    assert page.showing.projector.is_open()
    again = page.more_menu().findChildren(QMenu, "live.showing_menu")[-1]
    assert (again.actions()[0].isChecked(), again.actions()[2].isChecked()) == (True, False)


def test_the_clock_of_the_item_stands_beside_its_plan(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    planned = content(running).items[1].planned_minutes or 0
    minutes.take_up(running, content(running).items[1].key)
    page = enter(qtbot, open_window, running)
    page.presenter.show_item(content(running).items[1].key)
    assert page.item.time_words() == f"0 av {planned} min"
    wall.later(planned + 2)
    page._tick()
    assert page.item.time_words() == f"{planned + 2} av {planned} min"
    page.presenter.show_item(content(running).items[2].key)
    assert page.item.time_words() == f"planerat {content(running).items[2].planned_minutes} min"
    page.presenter.take_up(content(running).items[2].key)
    settle(qtbot, page, operations)
    page.presenter.show_item(content(running).items[1].key)
    assert page.item.time_words() == f"{planned + 2} min, planerat {planned}"
