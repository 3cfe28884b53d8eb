"""Somebody else takes the chair in the middle of a meeting, by the keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.choice_edit import ChoiceEdit, place_of_words
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ITEMS = [f"§\u00a0{number} Ärende om 10 platser" for number in range(1, 13)]


def hands(page: LivePage) -> QWidget:
    widget = page.window().focusWidget()
    assert widget is not None
    return widget


def begin_row(page: LivePage) -> QWidget:
    """Opens the form by its key and adds a row with the first key that is pressed there."""
    QTest.keyClick(page.item.minutes.editor, KEY.Key_L, CONTROL | SHIFT)
    QTest.keyClick(hands(page), KEY.Key_Space)
    return hands(page)


def test_one_key_adds_a_row_from_the_paragraph_that_goes_on(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    items = [item.key for item in content(running).items]
    minutes.take_up(running, items[1])
    other = content(running).participants[1].person
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    duty = begin_row(page)
    assert isinstance(duty, QComboBox)
    QTest.keyClick(duty, KEY.Key_Tab)
    who = hands(page)
    QTest.keyClicks(who, content(running).person(other).name)
    QTest.keyClick(who, KEY.Key_Return)
    settle(qtbot, page, operations)
    assert content(running).officers[-1].from_item == items[1]
    assert presiding(content(running), items[1]) == other
    assert presiding(content(running), items[0]) != other


@pytest.mark.parametrize("typed", ["10", "§ 10"])
@pytest.mark.parametrize("at", [0, 5, 11])
def test_a_paragraph_is_found_by_its_number(qtbot: QtBot, typed: str, at: int) -> None:
    choice = ChoiceEdit([("mötets början", ""), *((words, words) for words in ITEMS)], "")
    qtbot.addWidget(choice)
    choice.show()
    choice.setCurrentIndex(at)
    QTest.keyClicks(choice, typed)
    assert choice.currentText() == ITEMS[9]
    assert not choice.view().isVisible()


def test_the_open_list_finds_it_too(qtbot: QtBot) -> None:
    choice = ChoiceEdit([("mötets början", ""), *((words, words) for words in ITEMS)], "")
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()
    QTest.keyClick(choice, KEY.Key_Space)
    assert choice.view().isVisible()
    listed = QApplication.focusWidget() or choice.view()
    QTest.keyClicks(listed, "§ 10")
    QTest.keyClick(listed, KEY.Key_Return)
    assert choice.currentText() == ITEMS[9]


def test_a_letter_again_goes_on_to_the_next_and_words_find_a_name() -> None:
    names = ["välj någon", "Karin Berg", "Per Alm", "Karl Ek"]
    assert [place_of_words(names, "k", at) for at in (0, 1, 3)] == [1, 3, 1]
    assert place_of_words(names, "kar", 1) == 1
    assert place_of_words(names, "ek", 0) == 3
    assert place_of_words(names, "x", 0) is None


def test_a_locked_paragraph_that_is_shown_hinders_no_change_in_those_after_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first, second = (item.key for item in content(running).items[:2])
    minutes.save_text(running, first, TextDocument.from_json_value("Klart.", "t"))
    decisions.add_decision(running, first, "notera det.")
    attendance.appoint(running, content(running).ref, Duty.ADJUST, content(running).participants[1].person)
    adjustment.adjust_item_now(running, first)
    other, led = content(running).participants[1].person, presiding(content(running), first)
    with pytest.raises(RuleBroken):
        attendance.appoint(running, content(running).ref, Duty.PRESIDE, other, first, first)
    minutes.take_up(running, second)
    page = enter(qtbot, open_window, running)
    page.presenter.turn_to(first)
    settle(qtbot, page, operations)
    scene = page.presenter.scene
    assert scene is not None
    assert scene.locked
    begin_row(page)
    assert page.form.is_open()
    QTest.keyClick(hands(page), KEY.Key_Tab)
    QTest.keyClicks(hands(page), content(running).person(other).name)
    QTest.keyClick(hands(page), KEY.Key_Return)
    settle(qtbot, page, operations)
    assert (presiding(content(running), first), presiding(content(running), second)) == (led, other)
