"""Messages have a place of their own in Mötesläge, and the keyboard goes back where it was when they go."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.services.live import opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.messages.message_bar import SETTLED
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import ElidedLabel
from bra_desktop.ui.widgets.refusal_bar import RefusalBar
from tests.ui.clipping import clipped
from tests.ui.keyboard import part, press, type_text
from tests.ui.live.conftest import REF, content, enter, new_decision, settle
from tests.ui.live.test_forms import fill

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LONG = "Karin Berg är redan närvarande från mötets början. Rätta tiderna i Närvaro, eller ta bort raden. " * 2


def window_of(page: LivePage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def show_all_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.messages.offer_undo("Ärendet är struket och behåller sin paragraf.", lambda: None)
    window.messages.refuse(LONG, "Gå dit", lambda: None)
    qtbot.wait(SETTLED + 50)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
def test_a_message_lies_over_nothing_of_the_page_or_its_forms(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, size: tuple[int, int]
) -> None:
    page = enter(qtbot, open_window, running)
    window = window_of(page)
    window.resize(*size)
    line = new_decision(page)
    type_text(line.edit, "bifalla förslaget")
    settle(qtbot, page, operations)
    show_all_at_once(qtbot, window)
    over = place(window.messages)
    for widget in (page.agenda, page.item, page.item.decisions, page.sides.column, page.item.minutes):
        if widget.isVisible():
            assert not over.intersects(place(widget)), widget.objectName()
    page.acts.open_form(page.forms.officers())
    assert not over.intersects(place(page.form))
    window.messages.clear()
    window.messages.undo.dismiss()
    assert page.contentsRect() == page.rect(), "the page has its room back"
    settle(qtbot, page, operations)


def test_the_keyboard_goes_back_where_it_was_when_a_message_is_closed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    window = window_of(page)
    page.attendance.list.setFocus()
    window.show_refusal(UserError("Det går inte."))
    close = part(window.messages, Button, "messages.refused.close")
    close.setFocus()
    press(close, KEY.Key_Return)
    assert window.messages.words() == []
    assert QApplication.focusWidget() is page.attendance.list


def test_the_name_of_a_closed_meeting_stands_whole_in_the_strip(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    opening.close_meeting(running, REF)
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    shown = [words for words in page.strip.findChildren(ElidedLabel) if words.isVisible()]
    assert len(shown) == 2
    for words in shown:
        assert words.width() >= words.fontMetrics().horizontalAdvance(words.text()), words.text()


@pytest.mark.parametrize("key", [KEY.Key_F8, KEY.Key_F6])
def test_roll_and_agenda_show_the_keyboard_by_their_cards_and_nothing_lies_over_their_headings(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, key: Qt.Key
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    card = page.attendance if key == KEY.Key_F8 else page.agenda
    before = place(card.list)
    QTest.keyClick(page.item.minutes.editor, key)
    QApplication.processEvents()
    assert card.list.hasFocus()
    assert card.property("look") == "card-focus"
    assert card.list.property(NO_RING)
    assert place(card.list) == before
    page.acts.focus_text()
    assert card.property("look") == "card"


def test_an_adjuster_who_is_away_is_said_to_be_away(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    away = next(row.name for row in page.attendance.rows() if not row.here)
    page.acts.add("adjusters")
    fill(page.form.editor("persons"), away)
    page.form.submit()
    assert page.form.errors() == [
        f"{away} är inte närvarande. Välj någon som är det, eller markera {away} i Närvaro (F8) först."
    ]
    fill(page.form.editor("persons"), "Nils Okänd")
    page.form.submit()
    assert "finns inte i listan" in page.form.errors()[0]
    page.form.put_away()


def test_what_was_refused_stays_to_be_read_while_one_goes_on_typing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    window = window_of(page)
    window.show_refusal(UserError("Punkten har fått sin paragraf och kan inte flyttas."))
    type_text(page.item.minutes.editor, "Läget är lugnt.")
    settle(qtbot, page, operations)
    assert window.messages.words() == ["Punkten har fått sin paragraf och kan inte flyttas."]
    page.presenter.adjourn_or_resume()
    settle(qtbot, page, operations)
    assert window.messages.words() == ["Punkten har fått sin paragraf och kan inte flyttas."]
    part(window.messages, RefusalBar, "messages.refused").has_been_read()
    assert window.messages.words() == [], "what is done takes its place when there has been time to read it"


def test_what_is_finished_stands_below_what_was_refused_until_that_has_been_read(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    window = window_of(page)
    first, other = content(running).items[:2]
    page.presenter.act(lambda office: planning.change_item(office, first.key, {"agenda_number": other.agenda_number}))
    settle(qtbot, page, operations)
    (refused,) = window.messages.words()
    page.presenter.act_with_undo(
        lambda office: planning.remove_item(office, content(running).items[-1].key), "Punkten är borttagen."
    )
    settle(qtbot, page, operations)
    assert window.messages.words() == [refused, "Punkten är borttagen."]
    assert clipped(window.messages) == []
    part(window.messages, RefusalBar, "messages.refused").has_been_read()
    assert window.messages.words() == ["Punkten är borttagen."]


def test_a_save_that_was_refused_is_told_until_it_is_saved(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    window = window_of(page)
    page.savers.refused.emit(UserError("Texten kunde inte sparas."))
    assert window.messages.words() == ["Texten kunde inte sparas."]
    type_text(page.item.minutes.editor, "Läget är lugnt.")
    settle(qtbot, page, operations)
    assert window.messages.words() == []
