"""A table is made, widened and narrowed while somebody writes, by keys alone."""

from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import Heading, ListItem, Quotation, Table, TextDocument, plain_text
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.table_menu import pop_up
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import press, type_text

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> RichTextEdit:
    numbers = count(1)
    made = RichTextEdit(theme, "test.text", "Text", lambda: f"b{next(numbers)}")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def table(editor: RichTextEdit) -> Table:
    return next(block for block in editor.text().blocks if isinstance(block, Table))


def words(editor: RichTextEdit) -> list[list[str]]:
    return [["".join(run.text for run in cell.runs) for cell in row.cells] for row in table(editor).rows]


def fill(editor: RichTextEdit, *cells: str) -> None:
    for at, cell in enumerate(cells):
        if at:
            press(editor, Qt.Key.Key_Tab)
        type_text(editor, cell)


def test_tab_after_the_last_cell_begins_a_new_row(editor: RichTextEdit) -> None:
    editor.insert_table(1, 2)
    fill(editor, "Arbetsutskottet", "Rådet", "15 februari", "4 mars")
    assert words(editor) == [["Arbetsutskottet", "Rådet"], ["15 februari", "4 mars"]]
    assert table(editor).header_rows == 1


def test_rows_and_columns_come_and_go_at_the_caret(editor: RichTextEdit) -> None:
    editor.insert_table(2, 2)
    fill(editor, "a", "b", "c", "d")
    press(editor, Qt.Key.Key_Left, ALT_SHIFT)
    type_text(editor, "ny")
    assert words(editor)[0] == ["a", "ny", "b"]
    press(editor, Qt.Key.Key_Backspace, ALT_SHIFT)
    assert words(editor) == [["a", "b"], ["c", "d"]]
    press(editor, Qt.Key.Key_Down, ALT_SHIFT)
    assert words(editor) == [["a", "b"], ["", ""], ["c", "d"]]
    press(editor, Qt.Key.Key_Delete, ALT_SHIFT)
    assert words(editor) == [["a", "b"], ["c", "d"]]


def test_the_menu_aligns_a_column_and_takes_the_header_row_away(editor: RichTextEdit) -> None:
    editor.insert_table(2, 2)
    fill(editor, "kostnad", "1 200")
    assert pop_up(editor, "test.menu")
    menu = editor.findChild(QMenu, "test.menu")
    assert menu is not None
    acts = {action.text(): action for action in menu.actions()}
    sides = acts["Justera kolumnen"].menu()
    assert isinstance(sides, QMenu)
    next(action for action in sides.actions() if action.text() == "Höger").trigger()
    acts["Rubrikrad"].trigger()
    menu.close()
    assert (table(editor).alignments, table(editor).header_rows) == (("left", "right"), 0)


def test_a_table_that_was_changed_is_read_back_as_it_was(editor: RichTextEdit) -> None:
    editor.insert_table(2, 2)
    fill(editor, "a", "b", "c", "d", "e", "f")
    before = editor.text()
    editor.show_text(before)
    assert editor.text() == before


def test_outside_a_table_there_is_no_menu(editor: RichTextEdit) -> None:
    type_text(editor, "Bara text")
    assert not pop_up(editor, "test.menu")


def test_headings_quotations_and_nested_lists_are_made_by_keys(editor: RichTextEdit) -> None:
    type_text(editor, "Läget")
    press(editor, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    press(editor, Qt.Key.Key_Return)
    type_text(editor, "Citerat")
    press(editor, Qt.Key.Key_C, CTRL_SHIFT)
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    type_text(editor, "- ett")
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_Tab)
    type_text(editor, "under ett")
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    type_text(editor, "två")
    text: TextDocument = editor.text()
    assert [type(block) for block in text.blocks] == [Heading, Quotation, ListItem, ListItem, ListItem]
    assert [block.level for block in text.blocks if isinstance(block, ListItem)] == [0, 1, 0]
    assert plain_text(text).split() == ["Läget", "Citerat", "ett", "under", "ett", "två"]


def test_a_table_that_begins_the_text_loses_its_first_column_and_the_caret_stays_in_it(editor: RichTextEdit) -> None:
    editor.insert_table(3, 3)
    press(editor, Qt.Key.Key_Backspace, ALT_SHIFT)
    fill(editor, "Arbetsutskottet", "Rådet")
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Delete, ALT_SHIFT)
    type_text(editor, "x")
    assert [type(block) for block in editor.text().blocks] == [Table]
    assert words(editor)[0] == ["Arbetsutskottet", "Rådet"]
    assert len(words(editor)) == 2
    assert table(editor).alignments == ()


def test_a_table_has_the_width_of_the_text_and_equal_columns_before_and_after_something_is_typed(
    editor: RichTextEdit,
) -> None:
    editor.insert_table(2, 3)

    def widths() -> list[int]:
        made = next(f for f in editor.document().rootFrame().childFrames() if isinstance(f, QTextTable))
        starts = [editor.cursorRect(made.cellAt(0, at).firstCursorPosition()).x() for at in range(made.columns())]
        return [b - a for a, b in zip(starts, (*starts[1:], editor.viewport().width()), strict=True)]

    def are_equal(columns: int) -> bool:
        found = widths()
        return len(found) == columns and max(found) - min(found) < 20 and sum(found) > editor.viewport().width() * 0.9

    assert are_equal(3), widths()
    fill(editor, "a", "en lång mening om lyset i gångtunneln " * 4, "c")
    assert are_equal(3), widths()
    press(editor, Qt.Key.Key_Right, ALT_SHIFT)
    assert are_equal(4), widths()
    press(editor, Qt.Key.Key_Backspace, ALT_SHIFT)
    assert are_equal(3), widths()
