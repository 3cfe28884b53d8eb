"""Two hyphens become a dash and straight quotation marks Swedish ones as one types; undo gives back what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_text
from bra_desktop.ui.rich_text.edit import RichTextEdit
from tests.ui.keyboard import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def words(edit: RichTextEdit) -> str:
    return plain_text(edit.text())


def undo(edit: RichTextEdit) -> None:
    press(edit, Qt.Key.Key_Z, CONTROL)


def test_two_hyphens_and_a_space_are_a_dash_and_undo_gives_them_back(edit: RichTextEdit) -> None:
    type_text(edit, "Rådet -- ")
    assert words(edit) == "Rådet – "
    undo(edit)
    assert words(edit) == "Rådet -- "
    type_text(edit, "mer ")
    assert words(edit) == "Rådet -- mer "


def test_hyphens_between_figures_are_a_dash_when_the_word_is_done(edit: RichTextEdit) -> None:
    type_text(edit, "😀 kl. 10--12 i dag")
    assert words(edit) == "😀 kl. 10–12 i dag"


def test_hyphens_of_an_address_and_of_options_stay(edit: RichTextEdit) -> None:
    for text in ("https://almby.example/a--b ", "--help ", "--- ", "eva--l@almby.example "):
        edit.show_text(TextDocument())
        type_text(edit, text)
        assert words(edit) == text


def test_a_straight_quotation_mark_is_a_swedish_one_and_undo_gives_it_back(edit: RichTextEdit) -> None:
    type_text(edit, 'Hon sa "nej".')
    assert words(edit) == "Hon sa ”nej”."
    edit.show_text(TextDocument())
    type_text(edit, '"')
    undo(edit)
    assert words(edit) == '"'


def test_a_sign_keeps_the_marks_of_its_words_and_replaces_what_is_selected(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument((Paragraph("p", (Run("ett "), Run("två", bold=True))),)))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(edit, ' -- "')
    assert edit.text().blocks == (Paragraph("p", (Run("ett "), Run("två – ”", bold=True))),)
    edit.selectAll()
    type_text(edit, '"')
    assert words(edit) == "”"


def test_a_dash_in_a_cell_of_a_table(edit: RichTextEdit) -> None:
    edit.insert_table(1, 2)
    type_text(edit, "a -- b")
    assert words(edit).strip() == "a – b"


def test_nothing_is_changed_in_a_locked_text(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument((Paragraph("p", (Run("a --"),)),)))
    edit.setReadOnly(True)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(edit, " ")
    assert words(edit) == "a --"
