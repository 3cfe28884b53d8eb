"""A passage that is confidential: marked by the editor's menu on a ground, kept, undone, and ended by what follows."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bra_desktop.domain.text import Cell, Image, Paragraph, Row, Run, Table, TextDocument, block_runs
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.ground_question import GroundQuestion
from bra_desktop.ui.rich_text.passage_ground import (
    OTHER,
    REMOVE,
    USUAL,
    GroundDesk,
    ground_menu,
    look_of_new_words,
    pop_up_grounds,
)
from tests.ui.keyboard import press, type_text

SAID = "Polisen berättar att Eva Lind flyttat till Örebro."
NAME = "Eva Lind"
LAW = "26 kap. 1 § OSL"
OWN = "10 kap. 3 § OSL"
CONTROL = Qt.KeyboardModifier.ControlModifier


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
    return {action.text().partition("\t")[0]: action for action in ground_menu(edit, edit, place).actions()}


def runs(edit: RichTextEdit) -> tuple[Run, ...]:
    return tuple(run for block in edit.text().blocks for run in block_runs(block))


def marked(edit: RichTextEdit) -> list[tuple[str, str]]:
    return [(run.text, run.ground) for run in runs(edit) if run.confidential]


def go_after(edit: RichTextEdit, words: str) -> None:
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)


def test_what_is_selected_is_marked_on_the_chosen_ground_and_told_with_the_text(edit: RichTextEdit) -> None:
    told: list[bool] = []
    show(edit)
    edit.edited.connect(lambda: told.append(True))
    select(edit, NAME)
    choices(edit)[LAW].trigger()
    assert told
    assert runs(edit) == (Run("Polisen berättar att "), Run(NAME, ground=LAW), Run(" flyttat till Örebro."))
    assert [name for name, action in choices(edit).items() if action.isChecked()] == [LAW]


def test_the_usual_grounds_say_what_they_protect(edit: RichTextEdit) -> None:
    show(edit)
    select(edit, NAME)
    words = [action.text() for action in ground_menu(edit, edit, edit.textCursor()).actions()]
    assert [tuple(one.split("\t")) for one in words[: len(USUAL)]] == list(USUAL)


def test_the_grounds_of_the_meeting_stand_first_and_once(edit: RichTextEdit) -> None:
    GroundDesk(edit, lambda: (OWN, LAW))
    show(edit, Run("a", ground="7 kap. 1 § OSL"), Run(f" {NAME}"))
    select(edit, NAME)
    names = [name for name in choices(edit) if name]
    assert names[:4] == [OWN, LAW, "7 kap. 1 § OSL", USUAL[1][0]]
    assert len(names) == len(set(names))


def test_the_mark_is_taken_from_the_whole_passage_at_the_pointer_and_the_one_beside_it_stays(
    edit: RichTextEdit,
) -> None:
    show(edit, Run("Att "), Run("Eva ", ground=LAW), Run("Lind", ground=LAW, bold=True), Run("!", ground=OWN))
    assert not choices(edit, 1)[REMOVE].isEnabled()
    choices(edit, 6)[REMOVE].trigger()
    assert marked(edit) == [("!", OWN)]
    assert [run.text for run in runs(edit) if run.bold] == ["Lind"]


def test_another_ground_takes_the_place_of_the_one_before(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, confidential=True), Run("."))
    choices(edit, 6)[LAW].trigger()
    assert marked(edit) == [(NAME, LAW)]


def test_the_mark_is_one_step_to_undo_and_keeps_other_marks(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run("Eva", italic=True, language="en"), Run(" Lind."))
    before = edit.text()
    select(edit, NAME)
    choices(edit)[LAW].trigger()
    assert [(run.text, run.italic, run.language) for run in runs(edit) if run.confidential] == [
        ("Eva", True, "en"),
        (" Lind", False, ""),
    ]
    QCoreApplication.processEvents()
    press(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == before
    press(edit, Qt.Key.Key_Y, CONTROL)
    assert marked(edit) == [("Eva", LAW), (" Lind", LAW)]


def test_a_passage_is_seen_by_more_than_its_colour_and_tells_its_ground(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW), Run(" och "), Run("Bo", confidential=True))
    for words, tip in ((NAME, f"Sekretess: {LAW}"), ("Bo", "Sekretess, utan angiven grund")):
        form = edit.document().find(words).charFormat()
        assert form.background().style() is not Qt.BrushStyle.NoBrush
        assert form.fontOverline()
        assert form.toolTip() == tip


def test_letters_within_and_right_after_a_passage_are_marked_and_a_space_or_a_line_ends_it(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW))
    go_after(edit, "Eva")
    type_text(edit, " Maria")
    press(edit, Qt.Key.Key_End, CONTROL)
    type_text(edit, "s bror")
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Hon")
    assert runs(edit) == (Run("Att "), Run("Eva Maria Linds", ground=LAW), Run(" bror"), Run("Hon"))


def test_a_new_line_right_after_a_passage_ends_it_and_one_within_it_does_not(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW))
    press(edit, Qt.Key.Key_End, CONTROL)
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Hon")
    go_after(edit, "Eva")
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "x")
    assert marked(edit) == [("Eva", LAW), ("x Lind", LAW)]
    press(edit, Qt.Key.Key_Home)
    press(edit, Qt.Key.Key_Backspace)
    assert marked(edit) == [("Evax Lind", LAW)]


def test_what_is_typed_over_a_passage_is_still_marked(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW), Run(" flyttat."))
    select(edit, NAME)
    type_text(edit, "Bo")
    assert marked(edit) == [("Bo", LAW)]


def test_words_that_are_put_in_for_others_are_marked_if_any_of_those_were(edit: RichTextEdit) -> None:
    show(edit, Run("Att Eva"), Run(" Lind", ground=LAW), Run(" flyttat."))
    for sought, whole in (("flyttat", False), (NAME, True)):
        cursor = edit.document().find(sought)
        cursor.insertText("Bo", look_of_new_words(cursor))
        assert marked(edit) == ([("Bo", LAW)] if whole else [(" Lind", LAW)])


@pytest.mark.parametrize("over", [False, True])
def test_what_is_pasted_within_a_passage_or_over_it_is_marked_too(edit: RichTextEdit, over: bool) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW), Run(" flyttat."))
    if over:
        select(edit, NAME)
    else:
        go_after(edit, "Eva")
    data = QMimeData()
    data.setText("Karin")
    edit.insertFromMimeData(data)
    assert marked(edit) == [("Karin" if over else "EvaKarin Lind", LAW)]


def test_what_is_pasted_beside_a_passage_is_for_everybody(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW))
    press(edit, Qt.Key.Key_End, CONTROL)
    data = QMimeData()
    data.setText(" Karin")
    edit.insertFromMimeData(data)
    assert marked(edit) == [(NAME, LAW)]


def test_a_copied_passage_is_pasted_with_its_mark_and_ground(edit: RichTextEdit) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW), Run(" flyttat."))
    select(edit, NAME)
    data = edit.createMimeDataFromSelection()
    press(edit, Qt.Key.Key_End, CONTROL)
    edit.insertFromMimeData(data)
    assert marked(edit) == [(NAME, LAW), (NAME, LAW)]


def test_words_over_several_paragraphs_and_cells_are_marked_but_never_a_caption_or_a_picture(
    edit: RichTextEdit,
) -> None:
    """Neither has room for a mark, so none is shown there."""
    table = Table("t", (Row((Cell((Run("Namn"),)),)), Row((Cell((Run("Eva"),)),))), caption="Hushåll")
    edit.show_text(
        TextDocument(
            (Paragraph("a", (Run("Först"),)), Image("i", "abc", "Karta"), table, Paragraph("b", (Run("Sist"),)))
        )
    )
    edit.selectAll()
    choices(edit)[LAW].trigger()
    assert [text for text, _ground in marked(edit)] == ["Först", "Namn", "Eva", "Sist"]
    for words in ("Karta", "Hushåll"):
        form = edit.document().find(words).charFormat()
        assert not form.fontOverline()
        assert form.background().style() is Qt.BrushStyle.NoBrush


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2])
def test_a_passage_stays_marked_when_its_paragraph_becomes_something_else(edit: RichTextEdit, key: Qt.Key) -> None:
    show(edit, Run("Att "), Run(NAME, ground=LAW))
    press(edit, key, Qt.KeyboardModifier.AltModifier)
    assert marked(edit) == [(NAME, LAW)]
    edit.set_quotation()
    assert marked(edit) == [(NAME, LAW)]
    edit.toggle_list(False)
    assert marked(edit) == [(NAME, LAW)]


def test_a_ground_of_ones_own_is_written_in_a_box(edit: RichTextEdit) -> None:
    show(edit)
    select(edit, NAME)
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, GroundQuestion)
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
        asked.append(box.edit.accessibleDescription())
        box.edit.insert(f" {OWN}\x07 ")
        QTest.keyClick(box.edit, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    choices(edit)[OTHER].trigger()
    assert asked == ["Skriv lagrummet, t.ex. 26 kap. 1 § OSL."]
    assert marked(edit) == [(NAME, OWN)]


def test_a_box_that_is_left_marks_nothing(edit: RichTextEdit) -> None:
    show(edit)
    select(edit, NAME)

    def leave() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, GroundQuestion)
        box.edit.setText(OWN)
        QTest.keyClick(box.edit, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    choices(edit)[OTHER].trigger()
    assert marked(edit) == []


def test_the_menu_opens_at_the_caret_for_the_keyboard_and_not_where_nothing_can_be_marked(edit: RichTextEdit) -> None:
    edit.show_text(TextDocument())
    assert not pop_up_grounds(edit)
    show(edit)
    select(edit, NAME)
    assert pop_up_grounds(edit)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert marked(edit) == [(NAME, USUAL[0][0])]
    go_after(edit, "Öreb")
    assert pop_up_grounds(edit)
    assert edit.textCursor().selectedText() == "Örebro"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not edit.textCursor().hasSelection()
    assert marked(edit) == [(NAME, USUAL[0][0]), ("Örebro", USUAL[0][0])]
    edit.setReadOnly(True)
    select(edit, NAME)
    assert not pop_up_grounds(edit)
