"""The language of a passage: marked by the editor's menu, read back, undone, and carried into the papers."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from bra_desktop.documents.blocks import Document, Sender
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.pdf import pdf
from bra_desktop.documents.word.file import word_file
from bra_desktop.documents.written import written
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.passage_language import LANGUAGES, add_language_menu
from tests.documents.pdf_reading import spoken
from tests.ui.keyboard import press, type_text

SAID = "Rådet läser Safer streets together och går vidare."
PASSAGE = "Safer streets together"


def show(edit: RichTextEdit, *runs: Run) -> None:
    edit.show_text(TextDocument((Paragraph("p", runs or (Run(SAID),)),)))


def select(edit: RichTextEdit, words: str) -> None:
    cursor = edit.document().find(words)
    assert cursor.hasSelection()
    edit.setTextCursor(cursor)


def choices(edit: RichTextEdit, at: int | None = None) -> dict[str, QAction]:
    place = edit.textCursor()
    if at is not None:
        place = QTextCursor(edit.document())
        place.setPosition(at)
    menu = QMenu(edit)
    add_language_menu(menu, edit, place)
    shown = menu.findChild(QMenu, "language_menu")
    assert isinstance(shown, QMenu)
    assert menu.actions()[0].text() == "Språk"
    return {action.text(): action for action in shown.actions()}


def runs(edit: RichTextEdit) -> tuple[Run, ...]:
    (block,) = edit.text().blocks
    assert isinstance(block, Paragraph)
    return block.runs


def test_what_is_selected_is_marked_and_told_with_the_text(edit: RichTextEdit) -> None:
    show(edit)
    select(edit, PASSAGE)
    choices(edit)["Engelska"].trigger()
    assert runs(edit) == (Run("Rådet läser "), Run(PASSAGE, language="en"), Run(" och går vidare."))
    assert [name for name, action in choices(edit).items() if action.isChecked()] == ["Engelska"]


def test_swedish_takes_the_mark_from_the_whole_passage_at_the_pointer(edit: RichTextEdit) -> None:
    show(edit, Run("Rådet läser "), Run("Safer ", language="en"), Run("streets", language="en", bold=True), Run("."))
    choices(edit, SAID.index("streets") + 3)["Svenska"].trigger()
    assert [run.language for run in runs(edit)] == [""] * len(runs(edit))
    assert [run.text for run in runs(edit) if run.bold] == ["streets"]


def test_without_a_selection_the_word_at_the_pointer_is_marked(edit: RichTextEdit) -> None:
    show(edit)
    choices(edit, SAID.index("streets") + 2)["Engelska"].trigger()
    assert [run.text for run in runs(edit) if run.language] == ["streets"]


def test_the_mark_is_one_step_to_undo_and_keeps_other_marks(edit: RichTextEdit) -> None:
    show(edit, Run("Rådet läser "), Run("Safer", italic=True), Run(" streets."))
    before = edit.text()
    select(edit, "Safer streets")
    choices(edit)["Finska"].trigger()
    assert [(run.text, run.italic) for run in runs(edit) if run.language == "fi"] == [
        ("Safer", True),
        (" streets", False),
    ]
    QCoreApplication.processEvents()
    press(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == before


def test_the_change_is_told_so_that_it_is_saved(edit: RichTextEdit) -> None:
    show(edit)
    told: list[bool] = []
    edit.edited.connect(lambda: told.append(True))
    select(edit, PASSAGE)
    choices(edit)["Engelska"].trigger()
    assert told


def test_what_is_written_after_the_passage_is_swedish_again(edit: RichTextEdit) -> None:
    show(edit, Run("Metoden kallas "), Run("problem solving", language="en"))
    press(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, " och")
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "prövas")
    first, second = edit.text().blocks
    assert isinstance(first, Paragraph)
    assert first.runs == (Run("Metoden kallas "), Run("problem solving", language="en"), Run(" och"))
    assert isinstance(second, Paragraph)
    assert second.runs == (Run("prövas"),)


def test_a_new_line_after_the_passage_is_swedish_and_words_within_it_stay_in_its_language(edit: RichTextEdit) -> None:
    show(edit, Run("Metoden kallas "), Run("problem solving", language="en"))
    press(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Den prövas")
    first, second = edit.text().blocks
    assert isinstance(second, Paragraph)
    assert second.runs == (Run("Den prövas"),)
    cursor = edit.textCursor()
    cursor.setPosition(len("Metoden kallas problem"))
    edit.setTextCursor(cursor)
    type_text(edit, " oriented")
    first = edit.text().blocks[0]
    assert isinstance(first, Paragraph)
    assert first.runs[1] == Run("problem oriented solving", language="en")


def test_a_language_that_the_menu_lacks_is_shown_and_kept(edit: RichTextEdit) -> None:
    show(edit, Run("Rådet läser "), Run("ir", language="lt"), Run("."))
    shown = choices(edit, SAID.index("Safer") + 1)
    assert shown["lt"].isChecked()
    type_text(edit, "I dag. ")
    assert Run("ir", language="lt") in runs(edit)


def test_nothing_can_be_marked_where_nothing_stands(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument())
    menu = QMenu(edit)
    add_language_menu(menu, edit, edit.textCursor())
    assert not menu.actions()[0].isEnabled()


@pytest.mark.parametrize("tag", [tag for _, tag in LANGUAGES if tag])
def test_what_was_marked_reaches_the_paper_and_its_copy_for_word(edit: RichTextEdit, tmp_path: Path, tag: str) -> None:
    show(edit)
    select(edit, PASSAGE)
    choices(edit)[next(name for name, one in LANGUAGES if one == tag)].trigger()
    blocks = written(edit.text(), {})
    document = Document("Prov", "", "Prov", "Prov", Sender("Almby kommun", "Rådet"), date(2026, 12, 3), blocks)
    made = pdf.render(document)
    with pikepdf.open(BytesIO(made)) as read:
        spans = [one for one in read.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Span"]
        assert {str(one.Lang) for one in spans} == {tag}
    assert f"Span {PASSAGE}" in " ".join(spoken(made, tmp_path))
    word = zipfile.ZipFile(BytesIO(word_file(Copy(document, "Kopia"))))
    assert f'<w:lang w:val="{tag}"' in word.read("word/document.xml").decode()
