"""Pasting in the editor: where the words land, what stays together, and that one undo takes all of it back."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from bra_desktop.domain.text import (
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
    TextDocument,
    plain_text,
    runs_text,
)
from bra_desktop.ui.rich_text.edit import RichTextEdit
from tests.ui.keyboard import press, type_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
THREE = "<p>ett</p><ul><li>två</li></ul><p>tre</p>"


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def show(edit: RichTextEdit, caret: int, *blocks: Block) -> None:
    edit.show_text(TextDocument(blocks))
    cursor = edit.textCursor()
    cursor.setPosition(caret)
    edit.setTextCursor(cursor)


def paste(edit: RichTextEdit, html: str = "", text: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    edit.insertFromMimeData(data)


def lines(edit: RichTextEdit) -> list[str]:
    return [f"{block.kind}: {plain_text(TextDocument((block,)))}" for block in edit.text().blocks]


def test_several_blocks_in_the_middle_of_a_line_join_it_at_both_ends(edit: RichTextEdit) -> None:
    show(edit, 4, Paragraph("p", words("föreefter")))
    paste(edit, THREE)
    assert lines(edit) == ["paragraph: föreett", "list_item: två", "paragraph: treefter"]
    assert edit.text().blocks[0].id == "p"
    assert edit.textCursor().positionInBlock() == 3


def test_several_blocks_at_the_start_and_at_the_end_stand_by_themselves(edit: RichTextEdit) -> None:
    show(edit, 0, Paragraph("p", words("här")))
    paste(edit, THREE)
    assert lines(edit) == ["paragraph: ett", "list_item: två", "paragraph: tre", "paragraph: här"]
    show(edit, 3, Paragraph("p", words("här")))
    paste(edit, THREE)
    assert lines(edit) == ["paragraph: här", "paragraph: ett", "list_item: två", "paragraph: tre"]


def test_a_table_in_the_middle_of_a_line_parts_it_without_empty_lines(edit: RichTextEdit) -> None:
    show(edit, 4, Paragraph("p", words("föreefter")))
    paste(edit, "<table><tr><td>a<td>b</table>")
    assert lines(edit) == ["paragraph: före", "table: a\tb", "paragraph: efter"]


def test_a_paste_in_an_empty_row_of_a_list_leaves_no_empty_row(edit: RichTextEdit) -> None:
    show(edit, 4, ListItem("a", 0, False, None, words("ett")), ListItem("b", 0, False, None, ()))
    paste(edit, "<p>stycke</p><p>till</p>")
    assert lines(edit) == ["list_item: ett", "paragraph: stycke", "paragraph: till"]


def test_a_row_of_another_list_becomes_words_where_words_stand_already(edit: RichTextEdit) -> None:
    show(edit, 4, Heading("h", 1, words("Om: ")))
    paste(edit, "<ul><li>läget</li></ul>")
    assert edit.text().blocks == (Heading("h", 1, words("Om: läget")),)


def test_a_list_in_a_cell_becomes_lines_with_their_markers(edit: RichTextEdit) -> None:
    show(edit, 0, Table("t", (Row((Cell(), Cell())),)))
    edit.setTextCursor(edit.document().rootFrame().childFrames()[0].firstCursorPosition())
    paste(edit, "<ol><li>ett<li><b>två</b></ol>")
    table = edit.text().blocks[0]
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].runs == (Run("1. ett\n2. "), Run("två", bold=True))


def test_one_undo_takes_a_whole_paste_back_and_one_redo_brings_it(edit: RichTextEdit) -> None:
    show(edit, 4, Paragraph("p", words("föreefter")))
    before = edit.text()
    paste(edit, THREE)
    after = lines(edit)
    edit.undo()
    assert edit.text() == before
    edit.redo()
    assert lines(edit) == after


def test_what_is_copied_here_keeps_what_html_cannot_say_and_gets_new_ids(edit: RichTextEdit) -> None:
    marked = Run("hemligt", confidential=True, reference=Reference("person", "7"), language="en")
    show(edit, 0, Paragraph("p", (Run("Det är "), marked)), ListItem("l", 1, True, 4, words("rad")))
    edit.selectAll()
    data = edit.createMimeDataFromSelection()
    show(edit, 0, Paragraph("q", ()))
    edit.insertFromMimeData(data)
    first, second = edit.text().blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, ListItem)
    assert first.runs == (Run("Det är "), marked)
    assert (second.level, second.ordered, runs_text(second.runs)) == (1, True, "rad")
    assert {first.id, second.id}.isdisjoint({"p", "l"})


def test_ctrl_shift_v_pastes_the_words_alone(edit: RichTextEdit) -> None:
    data = QMimeData()
    data.setHtml("<h1>Rubrik</h1><ul><li><b>fet</b></li></ul>")
    data.setText("Rubrik\n- fet")
    QGuiApplication.clipboard().setMimeData(data)
    type_text(edit, "x ")
    press(edit, Qt.Key.Key_V, CONTROL | SHIFT)
    assert lines(edit) == ["paragraph: x ", "paragraph: Rubrik", "paragraph: - fet"]


def test_nothing_is_pasted_into_a_locked_text(edit: RichTextEdit) -> None:
    show(edit, 0, Paragraph("p", words("låst")))
    edit.setReadOnly(True)
    QGuiApplication.clipboard().setText("nytt")
    press(edit, Qt.Key.Key_V, CONTROL)
    press(edit, Qt.Key.Key_V, CONTROL | SHIFT)
    assert lines(edit) == ["paragraph: låst"]


def test_a_paste_replaces_what_is_selected(edit: RichTextEdit) -> None:
    show(edit, 0, Paragraph("p", words("ett")), Paragraph("q", words("två")))
    edit.selectAll()
    paste(edit, text="nytt")
    assert lines(edit) == ["paragraph: nytt"]
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(edit, "!")
    assert lines(edit) == ["paragraph: nytt!"]
