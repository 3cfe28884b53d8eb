"""Versioner on the meeting's page: reached from Historik, by a key and by Ctrl+K, and taken back with an undo."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services import undoing
from bra_desktop.services.live import minutes
from bra_desktop.ui.meeting.tab_stack import HISTORY
from bra_desktop.ui.palette.commands import commands_of
from bra_desktop.ui.versions.versions_panel import VersionsPanel
from tests.ui.keyboard import click, press
from tests.ui.meeting.conftest import Shown
from tests.ui.palette.leader import Leader

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def written(shown: Shown) -> str:
    """The first item, written in by two people, and the page reloaded."""
    item = shown.view().content.items[0].key
    minutes.save_text(shown.office, item, plain_document("Ordföranden öppnar.", "x"))
    minutes.save_text(shown.office.acting_as("Bo Ek"), item, plain_document("Ordföranden hälsar.", "x"))
    shown.reload()
    return item


def text(shown: Shown) -> str:
    return plain_text(shown.view().content.items[0].text)


def panel(shown: Shown, count: int = 2) -> VersionsPanel:
    found = shown.page.versions.desk.panel
    shown.settle(lambda: found.isVisible() and found.list.count() == count)
    return found


def test_the_tab_historik_leads_to_the_versions_and_one_is_taken_back_and_undone(shown: Shown) -> None:
    written(shown)
    shown.page.tabs.setCurrentIndex(HISTORY)
    click(shown.page.parts.history.versions)
    opened = panel(shown)
    assert opened.list.hasFocus()
    assert "Bo Ek" in opened.list.item(0).text()
    press(opened.list, Qt.Key.Key_Return)
    shown.settle(lambda: text(shown) == "Ordföranden öppnar.")
    assert not opened.isVisible()
    shown.settle(lambda: "Texten är som i versionen." in shown.window.messages.words())
    shown.window.messages.undo.link_chosen.emit()
    shown.settle(lambda: text(shown) == "Ordföranden hälsar.")
    assert undoing.latest(shown.office, 1)[0].undoes is not None


def test_the_key_opens_them_and_esc_gives_the_keyboard_back(shown: Shown) -> None:
    written(shown)
    press(shown.page, Qt.Key.Key_H, CONTROL_SHIFT)
    opened = panel(shown)
    QTest.keyClick(opened.list, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    now = shown.window.focusWidget()
    assert now is not None
    assert shown.page.isAncestorOf(now)


def test_the_palette_shows_them_on_the_page_of_a_meeting_alone(shown: Shown) -> None:
    written(shown)
    command = next(c for c in commands_of(Leader(shown.window)) if c.words == "Visa ärendets versioner")
    assert command.key == "Ctrl+Skift+H"
    command.act()
    panel(shown).leave()
    shown.window.go("meetings")
    assert "Visa ärendets versioner" not in {c.words for c in commands_of(Leader(shown.window))}
