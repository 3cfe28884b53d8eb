"""A name field of a form: Tab goes on to the next field, and takes no name that nobody chose."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, running: Office) -> LivePage:
    """The form of a statement, with the keyboard in "Vem"."""
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_P, CONTROL_SHIFT)
    assert page.form.editor("person").hasFocus()
    return page


def who(page: LivePage) -> QLineEdit:
    field = page.form.editor("person")
    assert isinstance(field, QLineEdit)
    return field


def listed() -> QListView:
    """The list that is open, which gets the keys as long as it is."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    return popup


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("ikst", "ikst"),
        ("anna f", "anna f"),
        ("ma", "ma"),
        ("anna", "Anna Svedin"),
        ("wikst", "Olle Wikström"),
        ("per alm", "Per Alm"),
        ("Siv Östling, per", "Siv Östling, Per Alm"),
    ],
    ids=["inside a word", "inside a first name", "several", "one begins so", "one surname", "exactly", "the second"],
)
def test_tab_takes_only_the_name_that_is_meant_and_goes_on(page: LivePage, typed: str, taken: str) -> None:
    type_text(who(page), typed)
    QTest.keyClick(listed(), KEY.Key_Tab)
    assert who(page).text() == taken
    assert page.form.editor("text").hasFocus()
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    ("typed", "keys", "taken"),
    [
        ("ikst", [KEY.Key_Down], "Olle Wikström"),
        ("anna", [KEY.Key_Up], "Hanna Forsgren"),
        ("alm", [KEY.Key_Down, KEY.Key_Up], "Per Alm"),
    ],
)
def test_tab_takes_the_row_that_was_chosen_with_the_arrows(
    page: LivePage, typed: str, keys: list[Qt.Key], taken: str
) -> None:
    type_text(who(page), typed)
    for key in keys:
        QTest.keyClick(listed(), key)
    QTest.keyClick(listed(), KEY.Key_Tab)
    assert who(page).text() == taken
    assert page.form.editor("text").hasFocus()


def test_what_is_typed_after_the_arrows_is_a_choice_no_longer(page: LivePage) -> None:
    type_text(who(page), "ik")
    QTest.keyClick(listed(), KEY.Key_Down)
    type_text(who(page), "st")
    QTest.keyClick(listed(), KEY.Key_Tab)
    assert who(page).text() == "ikst"


def test_enter_takes_the_marked_row_and_stays(page: LivePage) -> None:
    type_text(who(page), "anna")
    QTest.keyClick(listed(), KEY.Key_Return)
    assert who(page).text() == "Anna Svedin"
    assert who(page).hasFocus()
    assert page.form.is_open()


def test_enter_takes_no_name_that_only_holds_what_was_typed_inside_a_word(page: LivePage) -> None:
    type_text(who(page), "ikst")
    QTest.keyClick(listed(), KEY.Key_Return)
    assert who(page).text() == "ikst"
    assert who(page).hasFocus()
    assert page.form.is_open()
    type_text(who(page), "r")
    QTest.keyClick(listed(), KEY.Key_Down)
    QTest.keyClick(listed(), KEY.Key_Return)
    assert who(page).text() == "Olle Wikström"


def test_a_name_that_tab_gave_and_somebody_shortened_is_not_given_again(page: LivePage) -> None:
    type_text(who(page), "olle wik")
    QTest.keyClick(listed(), KEY.Key_Tab)
    assert who(page).text() == "Olle Wikström"
    who(page).setFocus()
    who(page).setCursorPosition(len("Olle Wikström"))
    for _ in "ström":
        QTest.keyClick(who(page), KEY.Key_Backspace)
    QTest.keyClick(QApplication.activePopupWidget() or who(page), KEY.Key_Tab)
    assert who(page).text() == "Olle Wik"


def test_somebody_new_may_be_called_as_another_begins(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.guest())
    new = page.form.editor("new")
    assert isinstance(new, QCheckBox)
    name = page.form.editor("person")
    assert isinstance(name, QLineEdit)
    name.setText("Olle Wik")
    new.setChecked(True)
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: "Olle Wik" in [person.name for person in content(running).people])


def test_back_tab_leaves_the_list_too(page: LivePage) -> None:
    QTest.keyClick(who(page), KEY.Key_Tab)
    QTest.keyClick(page.form.editor("text"), KEY.Key_Backtab)
    type_text(who(page), "ikst")
    QTest.keyClick(listed(), KEY.Key_Backtab)
    assert who(page).text() == "ikst"
    assert page.window().focusWidget() is page.form.stops()[-1]
