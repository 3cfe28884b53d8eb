"""Ctrl+Z where att-satser are written: one that was removed comes back before any words go."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.undoing.undo_desk import NOTHING_AGAIN
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.redo_key import RedoKey
from tests.ui.live.conftest import new_decision, settle
from tests.ui.live.test_closing_panel import hands
from tests.ui.live.test_undoing import Secretary, begin

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = ("aaa beta", "bbb cesar", "ccc david")


def written(secretary: Secretary, count: int) -> None:
    for words in WORDS[:count]:
        new_decision(secretary.page)
        secretary.type(words)


def seen(secretary: Secretary) -> list[str]:
    return [line.edit.words() for line in secretary.page.item.decisions.lines]


def in_hand(secretary: Secretary) -> str:
    """The words of the att-sats that has the keyboard."""
    line = secretary.page.item.decisions.focused_line()
    return line.edit.words() if line is not None else ""


@pytest.mark.parametrize(("count", "place"), [(n, at) for n in (1, 2, 3) for at in range(n)])
def test_a_removed_one_comes_back_at_its_place_with_the_keyboard_in_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, count: int, place: int
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, count)
    for _ in range(count - 1 - place):
        secretary.press(KEY.Key_Up)
    secretary.press(KEY.Key_Delete, ALT)
    left = [words for at, words in enumerate(WORDS[:count]) if at != place]
    assert (secretary.decided, seen(secretary)) == (left, left)
    secretary.undo()
    assert (secretary.decided, seen(secretary)) == (list(WORDS[:count]), list(WORDS[:count]))
    assert in_hand(secretary) == WORDS[place]
    secretary.redo()
    assert (secretary.decided, seen(secretary)) == (left, left)
    assert not left or in_hand(secretary) in left
    secretary.undo()
    assert secretary.decided == list(WORDS[:count])


def test_a_removed_one_that_had_been_moved_comes_back_and_then_goes_where_it_was(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, 2)
    secretary.press(KEY.Key_Up, ALT)
    assert secretary.decided == ["bbb cesar", "aaa beta"]
    secretary.press(KEY.Key_Delete, ALT)
    assert "Att-satsen är borttagen." in secretary.told
    secretary.undo()
    assert secretary.decided == ["bbb cesar", "aaa beta"]
    assert in_hand(secretary) == "bbb cesar"
    secretary.undo()
    assert (secretary.decided, seen(secretary)) == (["aaa beta", "bbb cesar"], ["aaa beta", "bbb cesar"])


def test_words_typed_after_the_removal_go_first_and_those_before_it_last(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, 2)
    secretary.press(KEY.Key_Delete, ALT)
    secretary.type("x")
    assert secretary.decided == ["aaa betax"]
    secretary.undo()
    assert secretary.decided == ["aaa beta"]
    secretary.undo()
    assert secretary.decided == ["aaa beta", "bbb cesar"]
    secretary.press(KEY.Key_Up)
    secretary.undo()
    assert seen(secretary)[0] != "aaa beta"
    secretary.type("åter")
    assert secretary.decided == [seen(secretary)[0], "bbb cesar"]


def test_keys_pressed_in_a_row_right_after_typing_lose_no_word(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, 1)
    new_decision(secretary.page)
    QTest.keyClicks(hands(secretary.page), "bbb cesar")
    QTest.keyClick(hands(secretary.page), KEY.Key_Up, ALT)
    QTest.keyClick(hands(secretary.page), KEY.Key_Delete, ALT)
    QTest.keyClick(hands(secretary.page), KEY.Key_Z, CONTROL)
    settle(qtbot, secretary.page, operations)
    settle(qtbot, secretary.page, operations)
    assert secretary.decided == ["bbb cesar", "aaa beta"]
    assert seen(secretary) == ["bbb cesar", "aaa beta"]


def test_words_that_were_on_their_way_to_the_disk_come_back_with_the_removed_one(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, 1)
    QTest.keyClicks(hands(secretary.page), " gamma")
    QTest.keyClick(hands(secretary.page), KEY.Key_Delete, ALT)
    settle(qtbot, secretary.page, operations)
    assert secretary.decided == []
    secretary.undo()
    assert (secretary.decided, seen(secretary)) == (["aaa beta gamma"], ["aaa beta gamma"])


def test_an_att_sats_is_moved_also_when_it_was_typed_this_moment(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, 2)
    new_decision(secretary.page)
    QTest.keyClicks(hands(secretary.page), "ccc david")
    QTest.keyClick(hands(secretary.page), KEY.Key_Up, ALT)
    QTest.keyClick(hands(secretary.page), KEY.Key_Up, ALT)
    settle(qtbot, secretary.page, operations)
    assert secretary.decided == ["ccc david", "aaa beta", "bbb cesar"]
    assert seen(secretary) == secretary.decided


KEYS_THAT_DO_AGAIN = [(KEY.Key_Y, CONTROL), (KEY.Key_Z, CONTROL | SHIFT)]


@pytest.mark.parametrize("keys", KEYS_THAT_DO_AGAIN)
def test_one_press_does_one_thing_again_where_att_satser_are_written(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, qapp: QApplication,
    keys: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:  # fmt: skip
    secretary = begin(qtbot, open_window, operations, running)
    RedoKey(qapp, secretary.page.window(), known=False)
    written(secretary, 2)
    secretary.press(KEY.Key_Up, ALT)
    secretary.press(KEY.Key_Delete, ALT)
    secretary.undo()
    secretary.undo()
    assert (secretary.decided, in_hand(secretary)) == (["aaa beta", "bbb cesar"], "bbb cesar")
    secretary.press(*keys)
    assert secretary.decided == ["bbb cesar", "aaa beta"]
    secretary.press(*keys)
    assert secretary.decided == ["aaa beta"]
    assert "Gjort om" in secretary.told
    assert NOTHING_AGAIN not in secretary.told
    secretary.press(*keys)
    assert NOTHING_AGAIN in secretary.told
    secretary.press(KEY.Key_End)  # a key without marks, or Qt thinks that those of the last are held down


@pytest.mark.parametrize("keys", KEYS_THAT_DO_AGAIN)
def test_one_press_does_one_thing_again_where_the_referat_is_written(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, qapp: QApplication,
    keys: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:  # fmt: skip
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    RedoKey(qapp, secretary.page.window(), known=False)
    secretary.type("Innan")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.type("efter")
    for _ in range(3):
        secretary.undo()
    assert (secretary.text, secretary.decided) == ("", [])
    secretary.press(*keys)
    assert (secretary.text, secretary.decided) == ("Innan", [])
    secretary.press(*keys)
    assert (secretary.text, secretary.decided) == ("Innan", ["anta planen"])
    assert NOTHING_AGAIN not in secretary.told
    secretary.press(*keys)
    assert (secretary.text, secretary.decided) == ("Innanefter", ["anta planen"])
    secretary.press(KEY.Key_End)  # a key without marks, or Qt thinks that those of the last are held down


@pytest.mark.parametrize("where", ["text", "att-sats", "notes"])
def test_every_editor_of_an_item_takes_back_a_word_at_a_time(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, where: str
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    if where == "att-sats":
        new_decision(secretary.page)
    elif where == "notes":
        secretary.press(KEY.Key_F2)
    secretary.type("alfa beta gamma")
    secretary.type(" delta epsilon")
    hand = hands(secretary.page)
    assert isinstance(hand, QTextEdit | QPlainTextEdit)
    seen = []
    for _ in range(5):
        secretary.undo()
        seen.append(hand.toPlainText().strip())
    assert seen == ["alfa beta gamma delta", "alfa beta gamma", "alfa beta", "alfa", ""]
    for _ in range(5):
        secretary.press(KEY.Key_Z, CONTROL | SHIFT)
    assert hand.toPlainText() == "alfa beta gamma delta epsilon"
    secretary.press(KEY.Key_End)


def test_the_word_att_that_was_typed_before_an_att_sats_goes_with_its_step(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    new_decision(secretary.page)
    secretary.type("att notera rapporten")
    assert secretary.decided == ["notera rapporten"]
    secretary.undo()
    assert in_hand(secretary).strip() == "notera"
    secretary.undo()
    assert in_hand(secretary).strip() == ""
    secretary.press(KEY.Key_F7)


def test_one_that_the_key_emptied_and_that_was_left_comes_back_whole_by_the_key_that_does_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.type("Text")
    written(secretary, 2)
    for _ in range(2):
        secretary.undo()
    secretary.press(KEY.Key_Escape)
    assert (secretary.decided, seen(secretary)) == (["aaa beta"], ["aaa beta"])
    secretary.redo()
    assert (secretary.decided, seen(secretary)) == (["aaa beta", "bbb cesar"], ["aaa beta", "bbb cesar"])
    assert "Gjort om i § 1: Lägg till beslut." in secretary.told
    secretary.undo()
    assert secretary.decided == ["aaa beta"]
    secretary.redo()
    assert secretary.decided == ["aaa beta", "bbb cesar"]
    secretary.undo()
    secretary.undo()
    assert (secretary.text, secretary.decided) == ("Text", [])


def test_one_that_was_wiped_by_hand_and_left_comes_back_by_the_key_that_undoes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    written(secretary, 1)
    secretary.press(KEY.Key_A, CONTROL)
    secretary.press(KEY.Key_Delete)
    secretary.press(KEY.Key_Escape)
    assert (secretary.decided, seen(secretary)) == ([], [])
    secretary.undo()
    assert (secretary.decided, seen(secretary)) == (["aaa beta"], ["aaa beta"])
