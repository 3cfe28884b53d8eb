"""What somebody who comes from a word processor takes for granted: headings, bold, lists and tables by real keys."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QTextCursor

from bra_desktop.domain.text import (
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    TextDocument,
    list_labels,
    plain_text,
)
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.formats import list_of
from bra_desktop.ui.rich_text.table_menu import table_menu
from tests.ui.keyboard import press, type_text

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
KEY = Qt.Key


def show(edit: RichTextEdit, *blocks: Block, caret: int = 0) -> None:
    edit.show_text(TextDocument(blocks))
    cursor = edit.textCursor()
    cursor.setPosition(caret)
    edit.setTextCursor(cursor)


def enter(edit: RichTextEdit) -> None:
    press(edit, KEY.Key_Return, text="\r")


def undo(edit: RichTextEdit) -> None:
    QCoreApplication.processEvents()
    press(edit, KEY.Key_Z, CONTROL)


def lines(edit: RichTextEdit) -> list[str]:
    return [f"{block.kind}: {plain_text(TextDocument((block,)))}" for block in edit.text().blocks]


def runs(text: str, **marks: bool) -> tuple[Run, ...]:
    return (Run(text, **marks),)  # type: ignore[arg-type]


def test_enter_within_a_heading_makes_two_and_no_words_bold(edit: RichTextEdit) -> None:
    show(edit, Heading("h", 2, runs("Läget nu")), caret=5)
    enter(edit)
    first, second = edit.text().blocks
    assert (first, second) == (Heading("h", 2, runs("Läget")), Heading(second.id, 2, runs(" nu")))
    undo(edit)
    assert edit.text().blocks == (Heading("h", 2, runs("Läget nu")),)


def test_enter_at_the_start_of_a_heading_makes_room_above_it(edit: RichTextEdit) -> None:
    show(edit, Heading("h", 1, runs("Läget")))
    enter(edit)
    first, heading = edit.text().blocks
    assert (first, heading) == (Paragraph(first.id), Heading("h", 1, runs("Läget")))
    assert edit.textCursor().block().text() == "Läget"


def test_a_heading_that_becomes_an_item_has_plain_words(edit: RichTextEdit) -> None:
    show(edit, Heading("h", 1, (Run("Läget "), Run("nu", bold=True))))
    edit.toggle_list(ordered=False)
    assert edit.text().blocks == (ListItem("h", 0, False, None, (Run("Läget "), Run("nu", bold=True))),)


def test_words_that_are_no_quotation_any_longer_look_like_the_others(edit: RichTextEdit) -> None:
    show(edit, Quotation("q", runs("sagt")), Paragraph("p", runs("eget")))
    edit.set_quotation(False)
    block = edit.document().begin()

    def colours() -> list[str]:
        return [b.begin().fragment().charFormat().foreground().color().name() for b in (block, block.next())]

    assert colours()[0] == colours()[1]
    edit.set_quotation()
    assert colours()[0] != colours()[1]
    assert edit.text().blocks[0] == Quotation("q", runs("sagt"))


def test_bold_over_mixed_words_makes_all_bold_first(edit: RichTextEdit) -> None:
    show(edit, Paragraph("p", (Run("ett "), Run("två", bold=True))), Heading("h", 1, runs("Läget")))
    edit.selectAll()
    press(edit, KEY.Key_B, CONTROL)
    assert edit.text().blocks == (
        Paragraph("p", runs("ett två", bold=True)), Heading("h", 1, runs("Läget", bold=True))
    )  # fmt: skip
    press(edit, KEY.Key_B, CONTROL)
    assert edit.text().blocks == (Paragraph("p", runs("ett två")), Heading("h", 1, runs("Läget")))
    heading = edit.document().begin().next().begin().fragment().charFormat()
    assert heading.fontWeight() == QFont.Weight.Bold


def test_italic_over_mixed_words_makes_all_italic_first(edit: RichTextEdit) -> None:
    show(edit, Paragraph("p", (Run("ett "), Run("två", italic=True))))
    edit.selectAll()
    press(edit, KEY.Key_I, CONTROL)
    assert edit.text().blocks == (Paragraph("p", runs("ett två", italic=True)),)
    press(edit, KEY.Key_I, CONTROL)
    assert edit.text().blocks == (Paragraph("p", runs("ett två")),)


def test_undo_of_a_list_that_was_begun_leaves_what_was_typed(edit: RichTextEdit) -> None:
    for typed in ("- ", "* ", "1. ", "1) "):
        show(edit, Paragraph("p", runs("x")), caret=1)
        enter(edit)
        type_text(edit, typed)
        assert [block.kind for block in edit.text().blocks] == ["paragraph", "list_item"]
        undo(edit)
        assert edit.document().lastBlock().text() == typed
        type_text(edit, "ord")
        assert lines(edit) == ["paragraph: x", f"paragraph: {typed}ord"]


def test_what_stands_above_and_below_a_table_that_is_removed_stays_apart(edit: RichTextEdit) -> None:
    table = Table("t", (Row((Cell(runs("a")),)),), 1, (), "")
    blocks = (Paragraph("p", runs("ovan")), table, Paragraph("q", runs("under")))

    def remove(key: Qt.Key | None) -> None:
        if key is not None:
            press(edit, key, ALT | SHIFT)
            return
        menu = table_menu(edit, "menu")
        assert menu is not None
        next(act for act in menu.actions() if act.text() == "Ta bort tabellen").trigger()
        menu.deleteLater()

    for key in (KEY.Key_Delete, KEY.Key_Backspace, None):
        show(edit, *blocks, caret=5)
        assert edit.textCursor().currentTable() is not None
        remove(key)
        assert edit.text().blocks == (blocks[0], blocks[2])
        undo(edit)
        assert edit.text().blocks == blocks


def test_arrows_lead_in_and_out_of_a_table(edit: RichTextEdit) -> None:
    rows = tuple(Row((Cell(runs(left)), Cell(runs(right)))) for left, right in ("ab", "cd"))
    show(edit, Paragraph("p", runs("ovan")), Table("t", rows), Paragraph("q", runs("under")))
    seen = []
    for key in (KEY.Key_End, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up):
        press(edit, key)
        seen.append(edit.textCursor().block().text())
    assert (seen[0], seen[3], seen[-1]) == ("ovan", "under", "ovan")
    assert {seen[1], seen[2]} <= {"a", "b", "c", "d"}


def test_typing_over_a_selection_that_holds_a_table_is_taken_back_whole(edit: RichTextEdit) -> None:
    table = Table("t", (Row((Cell(runs("a")), Cell(runs("b")))),), 1, (), "Kostnader")
    before = (Paragraph("p", runs("ovan")), table, Paragraph("q", runs("under")))
    show(edit, *before)
    edit.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    type_text(edit, "x")
    assert lines(edit) == ["paragraph: x"]
    for _ in range(3):
        undo(edit)
    assert edit.text().blocks == before


def numbers(edit: RichTextEdit) -> list[str]:
    """The numbers on the screen, which must be those that the paper will have."""
    QCoreApplication.processEvents()
    seen, block = [], edit.document().begin()
    while block.isValid():
        listed = list_of(block)
        if listed is not None:
            seen.append(listed.itemText(block))
        block = block.next()
    assert seen == list(list_labels(edit.text().blocks).values())
    return seen


def numbered(name: str, level: int = 0, start: int | None = None) -> ListItem:
    return ListItem(name, level, True, start, runs(name))


def test_numbers_on_the_screen_are_those_on_paper_when_a_paragraph_comes_or_goes_between(edit: RichTextEdit) -> None:
    show(edit, *map(numbered, "abc"), caret=2)
    press(edit, KEY.Key_Backspace)  # b becomes a paragraph
    assert numbers(edit) == ["1.", "1."]
    undo(edit)
    assert numbers(edit) == ["1.", "2.", "3."]
    press(edit, KEY.Key_Y, CONTROL)
    assert numbers(edit) == ["1.", "1."]
    show(edit, numbered("a"), Paragraph("p", runs("mellan")), numbered("b"), caret=1)
    edit.moveCursor(QTextCursor.MoveOperation.NextBlock)
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    press(edit, KEY.Key_Delete)
    press(edit, KEY.Key_Delete)
    assert numbers(edit) == ["1.", "2."]
    undo(edit)
    undo(edit)
    assert numbers(edit) == ["1.", "1."]


def test_numbers_of_levels_and_given_starts_are_those_on_paper(edit: RichTextEdit) -> None:
    show(edit, numbered("a", start=4), numbered("b", 1), numbered("c", 1), numbered("d"), caret=4)
    assert numbers(edit) == ["4.", "1.", "2.", "5."]
    press(edit, KEY.Key_Backtab, SHIFT)  # c goes out a level
    assert numbers(edit) == ["4.", "1.", "5.", "6."]
    enter(edit)
    press(edit, KEY.Key_Tab)
    type_text(edit, "ny")
    assert numbers(edit)[:2] == ["4.", "1."]
