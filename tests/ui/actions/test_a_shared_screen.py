"""Åtgärder on a screen that others see: F4 hides what comes from a confidential item, in Mötesläge as here."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import actions, reading
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.services.reading import ActionRow
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.shared_bar import SharedBar
from bra_desktop.ui.shared_screen import SHARED_WORDS, SharedScreen
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part, type_text
from tests.ui.readable import readable

OpenPage = Callable[..., ActionsPage]
SECRET, OPEN_ONE = "kvällsaktiviteter", "Klipp ner buskage längs ån"
GIVEN_AWAY = (
    SECRET,
    "Lindängsskolan",
    "Mattias Rönn",
    "Trygga platser: stationen, centrum och Lindängen",
    "håller ihop",
)
SHEETS = "ark med"


@pytest.fixture
def secret(office: Office) -> ActionRow:
    """An action whose item is marked. No other action that is shown has its focus area."""
    row = next(one for one in reading.actions(office) if SECRET in one.text)
    assert row.origin is not None
    for other in reading.actions(office):
        if other.focus_area and other.id != row.id and other.origin is not None:
            planning.change_item(office, other.origin.item_id, {"confidential": "18 kap. 13 § OSL"})
    planning.change_item(office, row.origin.item_id, {"confidential": "21 kap. 3 § OSL"})
    return row


def seen(page: ActionsPage) -> str:
    """What can be read in the window now."""
    return readable(page.window(), QWidget.isVisible)


def bar_stands(page: ActionsPage) -> bool:
    return any(bar.isVisible() for bar in page.window().findChildren(SharedBar))


def test_an_action_of_a_confidential_item_stands_without_its_words_and_the_page_says_why(
    open_page: OpenPage, secret: ActionRow
) -> None:
    page = open_page(secret.id)
    assert all(words in seen(page) for words in GIVEN_AWAY)
    count = page.table().rowCount()
    QTest.keyClick(page, Qt.Key.Key_F4)
    for words in GIVEN_AWAY:
        assert words not in seen(page), words
    assert page.table().rowCount() == count
    assert OPEN_ONE in seen(page)
    assert "Sekretessmarkerat ärende" in seen(page)
    assert "Ärendet är sekretessmarkerat och visas inte medan skärmen delas." in seen(page)
    assert bar_stands(page)
    assert SHARED_WORDS in seen(page)
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert all(words in seen(page) for words in GIVEN_AWAY)
    assert not bar_stands(page)


def test_an_action_of_an_item_with_a_marked_passage_is_withheld_too(open_page: OpenPage, office: Office) -> None:
    row = next(one for one in reading.actions(office) if SECRET in one.text)
    assert row.origin is not None
    text = TextDocument((Paragraph("p", (Run("Larmet är "), Run("avstängt", confidential=True))),))
    minutes.save_text(office, row.origin.item_id, text)
    page = open_page()
    assert SECRET in seen(page)
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert SECRET not in seen(page)


def test_the_word_confidential_in_a_text_withholds_nothing(open_page: OpenPage, office: Office) -> None:
    row = next(one for one in reading.actions(office) if SECRET in one.text)
    assert row.origin is not None
    words = 'Rubriken var "confidential":true på engelska.'
    minutes.save_text(office, row.origin.item_id, TextDocument((Paragraph("p", (Run(words),)),)))
    page = open_page()
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert SECRET in seen(page)


def test_a_withheld_action_can_neither_be_answered_nor_changed(open_page: OpenPage, secret: ActionRow) -> None:
    page = open_page(secret.id)
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert not part(page, QPushButton, "actions.answer").isEnabled()
    assert not part(page, QPushButton, "actions.change").isEnabled()
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert part(page, QPushButton, "actions.answer").isEnabled()
    assert part(page, QPushButton, "actions.change").isEnabled()


def test_a_page_that_is_come_to_later_hides_as_much_and_shows_what_it_was_asked_for(
    open_page: OpenPage, office: Office, secret: ActionRow, qtbot: QtBot
) -> None:
    page = open_page(secret.id)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("meeting", "bra-2026-12-03")
    SharedScreen.of(window.operations).toggle()
    new = actions.add_action(office, actions.NewAction("Sätt upp skyltar"))
    window.go("actions", new)
    assert SECRET not in seen(page)
    qtbot.waitUntil(lambda: "Sätt upp skyltar" in seen(page))
    assert SECRET not in seen(page)
    assert bar_stands(page)
    assert page.view().chosen_identity() == new


def test_what_is_typed_about_a_withheld_action_is_put_out_of_sight_and_had_back(
    open_page: OpenPage, secret: ActionRow, theme: Theme, qtbot: QtBot
) -> None:
    page = open_page(secret.id)
    part(page, QPushButton, "actions.change").click()
    type_text(part(page, QPlainTextEdit, "actions.form.note"), "Ring rektorn")
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert "Ring rektorn" not in seen(page)
    assert SECRET not in seen(page)
    assert page.unsaved()
    assert "dolt" in page.unsaved_words
    window = page.window()
    assert isinstance(window, MainWindow)
    theme.choose(scale=1.25)
    qtbot.waitUntil(lambda: window.page("actions") is not page)
    anew = window.page("actions")
    assert isinstance(anew, ActionsPage)
    qtbot.waitUntil(lambda: anew.table().rowCount() > 0)
    assert "Ring rektorn" not in seen(anew)
    assert SECRET not in seen(anew)
    QTest.keyClick(anew, Qt.Key.Key_F4)
    note = part(anew, QPlainTextEdit, "actions.form.note")
    assert note.isVisible()
    assert "Ring rektorn" in note.toPlainText()
    assert SECRET in part(anew, QPlainTextEdit, "actions.form.text").toPlainText()


def test_what_is_typed_about_another_action_stays_where_it_is(open_page: OpenPage, secret: ActionRow) -> None:
    page = open_page()
    part(page, QPushButton, "actions.new").click()
    text = part(page, QPlainTextEdit, "actions.form.text")
    type_text(text, "Måla bänkarna")
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert text.isVisible()
    assert text.toPlainText() == "Måla bänkarna"
    assert SECRET not in seen(page)


def test_the_sheets_hold_as_much_while_the_screen_is_shared(open_page: OpenPage, secret: ActionRow) -> None:
    def leaving(page: ActionsPage) -> str:
        part(page, QPushButton, "actions.sheets").click()
        said = [one.text() for one in page.findChildren(QLabel) if one.isVisible() and SHEETS in one.text()]
        part(page, QPushButton, "actions.sheets_cancel").click()
        return "".join(said)

    page = open_page()
    before = leaving(page)
    assert before
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert leaving(page) == before
