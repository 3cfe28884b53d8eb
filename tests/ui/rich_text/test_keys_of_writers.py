"""The keys do what writers are used to: lists, tables, and undo a word at a time. Real keys, no calls past them."""

import itertools

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor

from bra_desktop.domain.text import Heading, ListItem, Paragraph, Quotation, Run, Table, TextDocument, plain_text
from bra_desktop.ui.rich_text.edit import RichTextEdit
from tests.ui.keyboard import press, type_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def words(edit: RichTextEdit) -> str:
    return plain_text(edit.text())


def enter(edit: RichTextEdit) -> None:
    press(edit, Qt.Key.Key_Return, text="\r")


def undo(edit: RichTextEdit) -> None:
    press(edit, Qt.Key.Key_Z, CONTROL)


def look(edit: RichTextEdit) -> list[tuple[str, float, float]]:
    """Each block with the room below it and the height of its lines."""
    found, block = [], edit.document().begin()
    while block.isValid():
        form = block.blockFormat()
        found.append((block.text(), form.bottomMargin(), form.lineHeight()))
        block = block.next()
    return found


def test_enter_twice_leaves_an_empty_paragraph_and_what_follows_looks_like_the_rest(edit: RichTextEdit) -> None:
    type_text(edit, "ett")
    enter(edit)
    enter(edit)
    type_text(edit, "två")
    enter(edit)
    type_text(edit, "tre")
    assert [text for text, *_ in look(edit)] == ["ett", "", "två", "tre"]
    assert len({shape for _, *room in look(edit) for shape in [tuple(room)]}) == 1


def test_what_is_written_after_all_was_deleted_looks_as_before(edit: RichTextEdit) -> None:
    type_text(edit, "ett")
    before = look(edit)[0][1:]
    edit.selectAll()
    press(edit, Qt.Key.Key_Delete)
    QCoreApplication.processEvents()
    type_text(edit, "två")
    enter(edit)
    type_text(edit, "tre")
    assert [shape for _, *shape in look(edit)] == [[*before], [*before]]
    for _ in ("tre", "the new line", "två", "what was deleted"):
        undo(edit)
    assert words(edit) == "ett"


def test_a_paragraph_is_as_far_from_a_list_as_from_a_paragraph(edit: RichTextEdit) -> None:
    runs = [(Run(text),) for text in ("ett", "två", "punkt", "tre")]
    edit.show_text(
        TextDocument(
            (
                Paragraph("a", runs[0]),
                Paragraph("b", runs[1]),
                ListItem("c", 0, False, None, runs[2]),
                Paragraph("d", runs[3]),
            )
        )
    )
    layout, block, tops = edit.document().documentLayout(), edit.document().begin(), []
    while block.isValid():
        area = layout.blockBoundingRect(block)
        tops.append((area.top(), area.top() + area.height()))
        block = block.next()
    between = [after[0] - before[1] for before, after in itertools.pairwise(tops)]
    assert between[0] == between[1] == between[2] > 0


def test_enter_in_an_empty_quotation_makes_it_a_paragraph(edit: RichTextEdit) -> None:
    type_text(edit, "sagt")
    edit.set_quotation()
    enter(edit)
    assert [type(block) for block in edit.text().blocks] == [Quotation, Quotation]
    enter(edit)
    type_text(edit, "eget")
    assert [type(block) for block in edit.text().blocks] == [Quotation, Paragraph]


def test_undo_takes_a_word_at_a_time_and_redo_brings_it_back(edit: RichTextEdit) -> None:
    type_text(edit, "Rådet tackar polisen")
    steps = [words(edit)]
    while edit.document().isUndoAvailable():
        undo(edit)
        steps.append(words(edit))
    assert steps == ["Rådet tackar polisen", "Rådet tackar ", "Rådet ", ""]
    press(edit, Qt.Key.Key_Y, CONTROL)
    press(edit, Qt.Key.Key_Y, CONTROL)
    assert words(edit) == "Rådet tackar "


def test_undo_goes_back_through_the_whole_item(edit: RichTextEdit) -> None:
    type_text(edit, "- ett två")
    enter(edit)
    press(edit, Qt.Key.Key_Tab)
    type_text(edit, "tre")
    enter(edit)
    edit.toggle_bold()
    type_text(edit, "fyra")
    edit.insert_table(2, 2)
    type_text(edit, "fem")
    for _ in range(60):
        undo(edit)
    assert words(edit) == ""
    for _ in range(60):
        press(edit, Qt.Key.Key_Y, CONTROL)
    assert words(edit).split() == ["ett", "två", "tre", "fyra", "fem"]


def test_a_word_typed_over_a_selection_is_one_step(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument((Paragraph("p", (Run("ett två tre"),)),)))
    cursor = edit.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    type_text(edit, "fyra")
    assert words(edit) == "ett fyra tre"
    undo(edit)
    undo(edit)
    assert words(edit) == "ett två tre"


def test_tab_moves_all_chosen_rows_of_a_list_and_one_undo_moves_them_back(edit: RichTextEdit) -> None:
    items = [ListItem(name, 0, True, None, (Run(name),)) for name in "abc"]
    edit.show_text(TextDocument(tuple(items)))
    cursor = edit.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_Tab)
    assert [b.level for b in edit.text().blocks if isinstance(b, ListItem)] == [0, 1, 1]
    undo(edit)
    assert edit.text().blocks == tuple(items)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_Backtab, SHIFT)
    assert [b.kind for b in edit.text().blocks] == ["list_item", "paragraph", "paragraph"]


def test_enter_on_an_empty_row_goes_out_a_level_and_then_leaves_the_list(edit: RichTextEdit) -> None:
    type_text(edit, "1. ett")
    enter(edit)
    press(edit, Qt.Key.Key_Tab)
    type_text(edit, "under")
    enter(edit)
    enter(edit)
    assert [b.level for b in edit.text().blocks if isinstance(b, ListItem)] == [0, 1, 0]
    enter(edit)
    type_text(edit, "efter")
    assert [b.kind for b in edit.text().blocks] == ["list_item", "list_item", "paragraph"]


def test_backspace_at_the_start_of_a_heading_makes_a_paragraph_first(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument((Paragraph("p", (Run("före"),)), Heading("h", 1, (Run("Rubrik"),)))))
    cursor = edit.textCursor()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_Backspace)
    assert edit.text().blocks[1] == Paragraph("h", (Run("Rubrik"),))
    press(edit, Qt.Key.Key_Backspace)
    assert words(edit) == "föreRubrik"


def test_tab_fills_a_table_cell_by_cell_and_makes_a_new_row_after_the_last(edit: RichTextEdit) -> None:
    edit.insert_table(2, 2)
    for number in range(5):
        type_text(edit, f"c{number}")
        press(edit, Qt.Key.Key_Tab)
    press(edit, Qt.Key.Key_Backtab, SHIFT)
    type_text(edit, "!")
    (table,) = (block for block in edit.text().blocks if isinstance(block, Table))
    assert plain_text(TextDocument((table,))) == "c0\tc1\nc2\tc3\n!\t"
    undo(edit)
    assert len(edit.text().blocks) >= 1


def test_typing_over_several_blocks_leaves_one(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument((Paragraph("a", (Run("ett"),)), Paragraph("b", (Run("två"),)))))
    edit.selectAll()
    type_text(edit, "x")
    assert [plain_text(TextDocument((block,))) for block in edit.text().blocks] == ["x"]


def test_the_caret_stays_in_sight_when_the_text_gets_less_room(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument(tuple(Paragraph(f"p{n}", (Run(f"rad {n}"),)) for n in range(40))))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    assert edit.cursorRect().bottom() <= edit.viewport().height()
    edit.resize(600, 160)
    assert 0 <= edit.cursorRect().top() < edit.cursorRect().bottom() <= edit.viewport().height()
    edit.verticalScrollBar().setValue(0)
    edit.resize(600, 140)
    assert edit.verticalScrollBar().value() == 0
