"""Åtgärder without a mouse, and in a narrow window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import click, part, press

OpenPage = Callable[..., ActionsPage]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_an_answer_is_given_with_the_keys_alone(open_page: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_page("late")
    table = page.view()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    table.setFocus()
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    answer = part(page, QPushButton, "actions.answer")
    assert page.window().focusWidget() is answer
    press(answer, Qt.Key.Key_Space)
    who = part(page, QComboBox, "actions.answer_form.organisation")
    assert page.window().focusWidget() is who
    comment = part(page, QPlainTextEdit, "actions.answer_form.comment")
    comment.setFocus()
    QTest.keyClicks(comment, "Klart i maj")
    QTest.keyClick(comment, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any(a.comment == "Klart i maj" for x in reading.actions(office) for a in x.answers))


def test_escape_leaves_the_form_and_goes_back_to_the_action(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("late")
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.view().selectRow(0)
    part(page, QPushButton, "actions.change").click()
    text = part(page, QPlainTextEdit, "actions.form.text")
    assert text.isVisible()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert not text.isVisible()
    assert part(page, QPushButton, "actions.answer").isVisible()


def test_tab_reaches_every_button_of_the_page(open_page: OpenPage) -> None:
    page = open_page("late")
    page.view().selectRow(0)
    reached = set()
    widget = page.view().nextInFocusChain()
    while widget is not None and widget is not page.view():
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.add(widget.objectName())
        widget = widget.nextInFocusChain()
    wanted = {"actions.answer", "actions.change", "actions.new", "actions.sheets", "actions.filter", "actions.chain"}
    assert wanted <= reached


def test_a_column_that_was_hidden_stays_hidden_when_the_window_is_built_anew(
    open_page: OpenPage, theme: Theme, qtbot: QtBot
) -> None:
    page = open_page()
    window = page.window()
    assert isinstance(window, MainWindow)
    page.filters().show_column("who", False)
    page.filters().show_column("goal", True)
    theme.choose("light", 1.25)
    qtbot.waitUntil(lambda: window.page("actions") not in (None, page))
    again = window.page("actions")
    assert isinstance(again, ActionsPage)
    assert again.view().hidden_columns() == {"who", "focus"}


def test_in_a_narrow_window_arrow_keys_stay_in_the_list_and_a_click_opens_the_action(
    open_page: OpenPage, theme: Theme
) -> None:
    theme.choose("light", 1.6)
    page = open_page("late")
    table = page.view()
    press(table, Qt.Key.Key_Down)
    assert table.isVisible()
    click(table.viewport(), table.visualRect(table.model().index(0, 1)).center())
    assert not table.isVisible()
    assert part(page, QPushButton, "actions.answer").isVisible()
    part(page, QPushButton, "actions.close_pane").click()
    assert table.isVisible()
