"""The caption of a table stands in a line of its own above it: seen, written in, found, and never lost."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from bra_desktop.domain.finding import Hit
from bra_desktop.domain.text import Block, Cell, Paragraph, Row, Run, Table, TextDocument, plain_text
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.places import Places
from bra_desktop.ui.rich_text.table_menu import table_menu
from tests.ui.keyboard import press, type_text

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
KEY = Qt.Key
COSTS = Table("t", (Row((Cell((Run("Plats"),)), Cell((Run("Kronor"),)))),), 1, (), "Kostnader 2026")


def show(edit: RichTextEdit, *blocks: Block) -> None:
    edit.show_text(TextDocument(blocks))
    edit.moveCursor(QTextCursor.MoveOperation.Start)


def lines(edit: RichTextEdit) -> list[str]:
    return [f"{block.kind}: {plain_text(TextDocument((block,)))}" for block in edit.text().blocks]


def enter(edit: RichTextEdit) -> None:
    press(edit, KEY.Key_Return, text="\r")


def test_a_caption_is_seen_above_its_table_and_written_on(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    assert edit.toPlainText().startswith("Kostnader 2026\n")
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    type_text(edit, " och 2027")
    assert edit.text().blocks == (Table("t", COSTS.rows, 1, (), "Kostnader 2026 och 2027"),)


def test_tab_enter_and_arrows_go_between_the_caption_and_the_first_cell(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    press(edit, KEY.Key_Tab)
    assert edit.textCursor().selectedText() == "Plats"
    press(edit, KEY.Key_Backtab, SHIFT)
    assert edit.textCursor().block().text() == "Kostnader 2026"
    assert edit.textCursor().atBlockEnd()
    enter(edit)
    assert edit.textCursor().block().text() == "Plats"
    press(edit, KEY.Key_Up)
    assert edit.textCursor().block().text() == "Kostnader 2026"
    press(edit, KEY.Key_Down)
    assert edit.textCursor().block().text() == "Plats"
    assert edit.text().blocks == (COSTS,)


def test_enter_at_the_start_of_a_caption_makes_room_above_the_table(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    enter(edit)
    press(edit, KEY.Key_Up)
    type_text(edit, "Ovanför")
    assert lines(edit) == ["paragraph: Ovanför", "table: Kostnader 2026\nPlats\tKronor"]


def test_enter_within_a_caption_leaves_its_first_words_above(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    edit.moveCursor(QTextCursor.MoveOperation.NextWord)
    enter(edit)
    first, table = edit.text().blocks
    assert (first, table) == (Paragraph(first.id, (Run("Kostnader "),)), Table("t", COSTS.rows, 1, (), "2026"))
    press(edit, KEY.Key_Z, CONTROL)
    assert edit.text().blocks == (COSTS,)


def test_backspace_at_the_start_of_a_caption_makes_it_a_paragraph_with_plain_words(edit: RichTextEdit) -> None:
    show(edit, Paragraph("p", (Run("före"),)), COSTS)
    edit.moveCursor(QTextCursor.MoveOperation.NextBlock)
    press(edit, KEY.Key_Backspace)
    before, line, table = edit.text().blocks
    assert line == Paragraph(line.id, (Run("Kostnader 2026"),))
    assert table == Table("t", COSTS.rows)
    press(edit, KEY.Key_Z, CONTROL)
    assert edit.text().blocks == (before, COSTS)


def test_the_caption_of_a_table_that_is_removed_stays_as_words(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    press(edit, KEY.Key_Tab)
    press(edit, KEY.Key_Delete, ALT | SHIFT)
    assert lines(edit)[0] == "paragraph: Kostnader 2026"
    first = edit.text().blocks[0]
    assert isinstance(first, Paragraph)
    assert first.runs == (Run("Kostnader 2026"),)
    press(edit, KEY.Key_Z, CONTROL)
    assert edit.text().blocks == (COSTS,)


def test_the_menu_of_a_table_gives_it_a_caption(edit: RichTextEdit) -> None:
    for blocks in ((Table("t", COSTS.rows),), (Paragraph("p", (Run("före"),)), Table("t", COSTS.rows))):
        show(edit, *blocks)
        edit.setTextCursor(edit.document().rootFrame().childFrames()[0].firstCursorPosition())
        menu = table_menu(edit, "menu")
        assert menu is not None
        next(act for act in menu.actions() if act.text() == "Tabellrubrik").trigger()
        type_text(edit, "Kostnader 2026")
        assert edit.text().blocks == (*blocks[:-1], COSTS)
        menu.deleteLater()


def test_a_caption_and_its_table_are_copied_together(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    edit.selectAll()
    data = edit.createMimeDataFromSelection()
    show(edit, Paragraph("p", (Run("före"),)))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(data)
    assert lines(edit) == ["paragraph: före", "table: Kostnader 2026\nPlats\tKronor"]


def test_a_caption_copied_alone_is_words_without_marks(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    data = edit.createMimeDataFromSelection()
    show(edit, Paragraph("p", (Run("före "),)))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(data)
    assert edit.text().blocks == (Paragraph("p", (Run("före Kostnader 2026"),)),)


def test_a_pasted_caption_is_kept_and_seen(edit: RichTextEdit) -> None:
    data = QMimeData()
    data.setHtml("<p>ett</p><table><caption>Brott <b>per</b> år</caption><tr><td>a<td>b</table><p>två</p>")
    edit.insertFromMimeData(data)
    assert lines(edit) == ["paragraph: ett", "table: Brott per år\na\tb", "paragraph: två"]
    assert edit.toPlainText().split("\n")[:2] == ["ett", "Brott per år"]


def test_no_word_of_a_caption_is_lost_whatever_the_table_is(edit: RichTextEdit) -> None:
    cases = {
        "<table><caption>Brott<tr><td>a<td>b</table>": ["table: Brott\na\tb"],
        "<table><caption>Brott<br>per år <span style='display:none'>x</span></caption><tr><td>a<td>b</table>": [
            "table: Brott per år\na\tb"
        ],
        "<table><caption>Brott</caption><tr><td>a</table>": ["paragraph: Brott", "paragraph: a"],
        "<table><caption>Brott</caption><tr><td><td></table>": ["paragraph: Brott"],
        "<table><caption>Ut</caption><tr><td>a<td><table><caption>In</caption><tr><td>b<td>c</table></table>": [
            "paragraph: Ut", "paragraph: a", "table: In\nb\tc"
        ],
    }  # fmt: skip
    for html, kept in cases.items():
        show(edit, Paragraph("p", ()))
        data = QMimeData()
        data.setHtml(html)
        edit.insertFromMimeData(data)
        assert lines(edit) == kept


def test_a_table_with_a_caption_pasted_in_a_cell_keeps_the_words(edit: RichTextEdit) -> None:
    show(edit, Table("t", (Row((Cell(), Cell())),)))
    edit.setTextCursor(edit.document().rootFrame().childFrames()[0].firstCursorPosition())
    data = QMimeData()
    data.setHtml("<table><caption>Brott</caption><tr><td>a<td>b</table>")
    edit.insertFromMimeData(data)
    assert plain_text(edit.text()) == "Brott\na\tb\t"


def test_words_in_a_caption_and_in_a_cell_below_it_are_found_where_they_stand(edit: RichTextEdit) -> None:
    show(edit, COSTS)
    known = Places(edit.document())
    for hit in (Hit("i", 10, 14, block="t"), Hit("i", 0, 6, block="t", cell=(0, 1))):
        cursor = known.cursor(hit.block, hit.cell, hit.start, hit.end)
        assert cursor is not None
        assert cursor.selectedText() == ("Kronor" if hit.cell else "2026")


def test_one_undo_takes_back_what_was_done_to_a_table(edit: RichTextEdit) -> None:
    rows = tuple(Row((Cell((Run(f"a{n}"),)), Cell((Run(f"b{n}"),)))) for n in range(3))
    before = (Table("t", rows, 1, ("left", "right"), "Kostnader"), Paragraph("p", (Run("efter"),)))
    for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Delete, KEY.Key_Backspace):
        show(edit, *before)
        press(edit, KEY.Key_Tab)
        press(edit, key, ALT | SHIFT)
        after = edit.text()
        assert after.blocks != before
        press(edit, KEY.Key_Z, CONTROL)
        assert edit.text().blocks == before, key
        press(edit, KEY.Key_Y, CONTROL)
        assert edit.text() == after
    for act in ("Ta bort tabellen", "Rubrikrad"):
        show(edit, *before)
        press(edit, KEY.Key_Tab)
        menu = table_menu(edit, "menu")
        assert menu is not None
        next(one for one in menu.actions() if one.text() == act).trigger()
        assert edit.text().blocks != before
        press(edit, KEY.Key_Z, CONTROL)
        assert edit.text().blocks == before, act
        menu.deleteLater()
