"""Spelling with the real Hunspell in its real process: what is marked, what never is, suggestions and own words."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_text
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.spelling.checker import Checker
from bra_desktop.ui.spelling.marks import LAYER, SpellingMarks
from bra_desktop.ui.spelling.menu import SpellingMenu
from bra_desktop.ui.spelling.overlays import Overlays
from bra_desktop.ui.theme.theme import Theme
from tests.ui.brief import Brief
from tests.ui.keyboard import press, type_text


class Desk:
    """An editor with spelling."""

    def __init__(self, edit: RichTextEdit, checker: Checker, theme: Theme) -> None:
        self.edit, self.checker = edit, checker
        self.marks = SpellingMarks(edit, checker, theme)
        self.menus = SpellingMenu(edit, self.marks)

    def show(self, *lines: str) -> None:
        self.edit.show_text(TextDocument(tuple(Paragraph(f"p{n}", (Run(t),)) for n, t in enumerate(lines))))

    def marked(self) -> list[str]:
        text = self.edit.toPlainText()
        return [text[start:end] for start, end in Overlays.of(self.edit).places(LAYER)]

    def menu_at(self, place: int) -> QMenu:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(place)
        return self.menus.menu(cursor)


@pytest.fixture
def memory() -> Brief:
    return Brief()


@pytest.fixture
def checker(qapp: QObject, memory: Brief) -> Iterator[Checker]:
    checker = Checker(qapp, memory, later=0)
    yield checker
    checker.stop()
    checker.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, checker: Checker) -> Desk:
    edit = RichTextEdit(theme, "live.minutes", "Referat", iter("abcdefghijklmnopqrstuvwxyz").__next__)
    qtbot.addWidget(edit)
    edit.resize(600, 300)
    edit.show()
    edit.activateWindow()
    qtbot.waitExposed(edit)
    edit.setFocus()
    return Desk(edit, checker, theme)


def actions(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda there: qtbot.waitUntil(there, timeout=20_000)


Wait = Callable[[Callable[[], bool]], None]


def test_wrong_words_are_marked_and_minutes_words_are_not(desk: Desk, wait: Wait) -> None:
    desk.show("Samverkansöverenskommelsen om belysnng gäller och/eler BRÅ:s dnr KS 2026/118, lägesbildsmötena, a@b.se.")
    wait(lambda: bool(desk.marked()))
    assert desk.marked() == ["belysnng", "eler"]


def test_the_word_that_is_being_written_is_left_in_peace(desk: Desk, wait: Wait) -> None:
    type_text(desk.edit, "fellstavat nnu")
    wait(lambda: desk.marked() == ["fellstavat"])
    press(desk.edit, Qt.Key.Key_Space, text=" ")
    wait(lambda: desk.marked() == ["fellstavat", "nnu"])


def test_names_in_the_register_are_never_marked(desk: Desk, wait: Wait) -> None:
    desk.show("Wålbergsson tackar, och Wålbergssons grupp i Qvarnköping-Ulfsby. Felstavvat.")
    wait(lambda: bool(desk.marked()))
    desk.checker.set_names(["Zäta Wålbergsson", "Qvarnköping-Ulfsby bostäder"])
    wait(lambda: desk.marked() == ["Felstavvat"])


def test_own_words_are_kept_and_can_be_taken_back(desk: Desk, wait: Wait, memory: Brief) -> None:
    desk.show("trygghetsnurra")
    wait(lambda: desk.marked() == ["trygghetsnurra"])
    actions(desk.menu_at(3))["Lägg till ”trygghetsnurra” i mina ord"].trigger()
    wait(lambda: desk.marked() == [])
    assert Checker(desk.edit, memory).is_own("Trygghetsnurra")
    actions(desk.menu_at(3))["Ta bort ”trygghetsnurra” ur mina ord"].trigger()
    wait(lambda: desk.marked() == ["trygghetsnurra"])


def test_a_suggestion_takes_the_word_s_place_in_one_undo_and_keeps_its_marks(desk: Desk, wait: Wait) -> None:
    desk.edit.show_text(TextDocument((Paragraph("p", (Run("Om "), Run("belysnng", bold=True), Run(" nu"))),)))
    wait(lambda: desk.marked() == ["belysnng"])
    menu = desk.menu_at(5)
    wait(lambda: "belysning" in actions(menu))
    actions(menu)["belysning"].trigger()
    (block,) = desk.edit.text().blocks
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("Om "), Run("belysning", bold=True), Run(" nu"))
    desk.edit.undo()
    assert plain_text(desk.edit.text()) == "Om belysnng nu"


def test_words_in_another_language_are_not_asked_about(desk: Desk, wait: Wait) -> None:
    text = (Run("Neighbourhood watch", language="en"), Run(" och grannsamvrkan"))
    desk.edit.show_text(TextDocument((Paragraph("p", text),)))
    wait(lambda: desk.marked() == ["grannsamvrkan"])


def test_marking_can_be_switched_off_and_is_remembered(desk: Desk, wait: Wait, memory: Brief) -> None:
    desk.show("felstavvat")
    wait(lambda: bool(desk.marked()))
    actions(desk.menu_at(2))["Markera felstavade ord"].trigger()
    wait(lambda: not desk.marked())
    assert not Checker(desk.edit, memory).is_on()


def test_marks_are_no_edit_and_no_step_to_undo(qtbot: QtBot, desk: Desk, wait: Wait) -> None:
    desk.show("felstavvat")
    with qtbot.assertNotEmitted(desk.edit.edited):
        wait(lambda: bool(desk.marked()))
    assert not desk.edit.document().isUndoAvailable()
    assert desk.edit.text() == TextDocument((Paragraph("p0", (Run("felstavvat"),)),))


def test_a_locked_text_is_not_marked(desk: Desk, qtbot: QtBot) -> None:
    desk.edit.setReadOnly(True)
    desk.show("felstavvat")
    desk.marks.look()
    assert desk.marked() == []
