"""Pictures in a text: put below the line of the caret, described in their own line."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor

from bra_desktop.domain.text import Block, Image, Paragraph, Run, TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.pictures import put_picture
from tests.ui.keyboard import press, type_text

DIGEST = "a1" * 32


def show(edit: RichTextEdit, *blocks: Block) -> None:
    edit.show_text(TextDocument(blocks))


def test_a_picture_comes_below_the_line_of_the_caret_and_what_is_typed_describes_it(edit: RichTextEdit) -> None:
    show(edit, Paragraph("p", (Run("Läget i centrum."),)), Paragraph("q", (Run("Slut."),)))
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    put_picture(edit, DIGEST)
    type_text(edit, "Karta över centrum")
    first, image, last = edit.text().blocks
    assert (first.id, last.id) == ("p", "q")
    assert image == Image(image.id, DIGEST, "Karta över centrum")


def test_the_description_can_be_changed_and_enter_begins_a_paragraph_below(edit: RichTextEdit) -> None:
    show(edit, Image("b", DIGEST, "Karta"))
    press(edit, Qt.Key.Key_End)
    type_text(edit, " från 2026")
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Nytt stycke.")
    image, below = edit.text().blocks
    assert image == Image("b", DIGEST, "Karta från 2026")
    assert below == Paragraph(below.id, (Run("Nytt stycke."),))


def test_a_picture_goes_with_its_line_and_comes_back_with_undo(edit: RichTextEdit) -> None:
    show(edit, Paragraph("p", (Run("Före."),)), Image("b", DIGEST, "Karta"))
    before = edit.text()
    press(edit, Qt.Key.Key_Down)
    press(edit, Qt.Key.Key_Home)
    press(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    press(edit, Qt.Key.Key_Delete)
    assert not any(isinstance(block, Image) for block in edit.text().blocks)
    QCoreApplication.processEvents()
    press(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == before


def test_from_a_table_the_picture_comes_below_it(edit: RichTextEdit) -> None:
    show(edit, Paragraph("p"))
    edit.insert_table(2, 2)
    put_picture(edit, DIGEST)
    kinds = [type(block).__name__ for block in edit.text().blocks]
    assert kinds[-2:] == ["Table", "Image"]
