"""Åtgärder keeps what is typed in a form and not yet saved, and what was opened while the list was on its way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part, press, type_text

OpenPage = Callable[..., ActionsPage]
TYPED = "Måla om bänkarna vid Stationsparken"


def said(page: ActionsPage) -> str:
    texts = (one.text() for one in page.window().findChildren(QLabel) if one.isVisible())
    return " ".join(texts).replace("\u00a0", " ")


def begin_new(page: ActionsPage) -> QPlainTextEdit:
    part(page, QPushButton, "actions.new").click()
    text = part(page, QPlainTextEdit, "actions.form.text")
    type_text(text, TYPED)
    type_text(part(page, QLineEdit, "actions.form.due"), "31/")
    return text


def text_of(page: ActionsPage) -> str:
    return part(page, QPlainTextEdit, "actions.form.text").toPlainText()


def test_a_half_filled_form_is_still_there_after_a_look_at_another_page(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    text = begin_new(page)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("meeting", "bra-2026-12-03")
    late = next(line.id for line in page.table().shown() if line.late)
    window.go("actions", late)
    qtbot.waitUntil(lambda: "Spara eller avbryt först" in said(page))
    assert text.isVisible()
    assert text_of(page) == TYPED


def test_a_form_left_by_escape_is_had_back_by_undo_with_its_half_typed_day(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    text = begin_new(page)
    press(text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not text.isVisible())
    next(b for b in page.window().findChildren(QPushButton) if b.text() == "Ångra" and b.isVisible()).click()
    qtbot.waitUntil(text.isVisible)
    assert text_of(page) == TYPED
    assert part(page, QLineEdit, "actions.form.due").text() == "31/"


def test_another_scale_builds_the_page_anew_with_what_was_typed(
    open_page: OpenPage, theme: Theme, qtbot: QtBot
) -> None:
    page = open_page()
    begin_new(page)
    window = page.window()
    assert isinstance(window, MainWindow)
    theme.choose(scale=1.25)
    qtbot.waitUntil(lambda: window.page("actions") is not page)
    anew = window.page("actions")
    assert isinstance(anew, ActionsPage)
    qtbot.waitUntil(lambda: text_of(anew) == TYPED)


def test_the_window_does_not_close_over_a_half_filled_form_without_saying_so(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    begin_new(page)
    window = page.window()
    window.close()
    assert window.isVisible()
    assert "Formuläret är ifyllt men inte sparat." in said(page)


def test_a_form_that_has_been_saved_is_no_longer_unsaved(open_page: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_page()
    begin_new(page)
    part(page, QLineEdit, "actions.form.due").setText("31/1")
    assert page.unsaved()
    part(page, QPushButton, "actions.form.save").click()
    qtbot.waitUntil(lambda: any(one.text == TYPED for one in reading.actions(office)))
    qtbot.waitUntil(lambda: not page.unsaved())


def test_sheets_asked_for_before_the_list_has_come_are_opened_with_it_and_stay(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("sheets")
    make = part(page, QPushButton, "actions.sheets_make")
    qtbot.waitUntil(make.isVisible)
    page.arrive("late")
    shown = page.table().rowCount()
    qtbot.waitUntil(lambda: page.table().rowCount() < shown)
    assert make.isVisible()
