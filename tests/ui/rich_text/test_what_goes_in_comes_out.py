"""The editor of minutes: what goes in comes out, blocks keep their ids, lists are made by typing, pastes are clean."""

import itertools
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import (
    Block,
    Cell,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Run,
    Table,
    TextDocument,
    merge_runs,
    plain_text,
    with_unique_ids,
)
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.formats import Measures
from bra_desktop.ui.rich_text.reader import read
from bra_desktop.ui.rich_text.writer import write
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import press, type_text

MEASURES = Measures(8, 2, 20, 10.5, 11.5, "#566270", "#C3CAD2", "#F0F3F6", "#FDF4E3")
CONTROL = Qt.KeyboardModifier.ControlModifier

# Qt keeps these for ends of blocks, lines and objects; nobody types them.
NOT_TYPED = "\u2028\u2029\ufdd0\ufdd1\ufffc\ufffe\uffff"
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NOT_TYPED)
TEXTS = st.text(st.one_of(st.sampled_from("åäöÅÄÖ§ *_>|#-1.\n\t\u00a0\u200f😀<&"), LETTERS), min_size=1, max_size=20)
RUNS = st.lists(
    st.builds(
        Run,
        TEXTS,
        bold=st.booleans(),
        italic=st.booleans(),
        language=st.sampled_from(("", "en", "fi")),
        confidential=st.booleans(),
        ground=st.sampled_from(("", "", "26 kap. 1 § OSL", "för hemmets skull")),
        reference=st.none() | st.builds(Reference, st.sampled_from(("person", "action")), st.uuids().map(str)),
        anchors=st.lists(st.uuids().map(str), max_size=2).map(tuple),
    ),
    max_size=4,
).map(merge_runs)
IDS = st.uuids().map(str)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.lists(st.builds(Cell, RUNS), min_size=columns, max_size=columns).map(lambda cells: Row(tuple(cells)))
    rows = tuple(draw(st.lists(row, min_size=1, max_size=4)))
    sides = st.sampled_from(("left", "right", "center"))
    alignments = draw(st.just(()) | st.lists(sides, min_size=columns, max_size=columns).map(tuple))
    return Table(draw(IDS), rows, draw(st.integers(0, 1)), alignments, draw(st.just("") | TEXTS))


BLOCKS = st.one_of(
    st.builds(Paragraph, IDS, RUNS),
    st.builds(Heading, IDS, st.integers(1, 4), RUNS),
    st.builds(Quotation, IDS, RUNS),
    st.builds(ListItem, IDS, st.integers(0, 8), st.booleans(), st.none() | st.integers(1, 99), RUNS),
    st.builds(Image, IDS, st.just("abc"), st.sampled_from(("", "Karta"))),
    tables(),
)
DOCUMENTS = st.lists(BLOCKS, min_size=1, max_size=8).map(lambda blocks: TextDocument(with_unique_ids(tuple(blocks))))


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"new-{next(numbers)}"


@given(DOCUMENTS)
def test_what_goes_into_the_editor_comes_out_again(document: TextDocument) -> None:
    QApplication.instance() or QApplication([])
    holder = QTextDocument()
    write(document, holder, MEASURES)
    back = read(holder, counting())
    alone = len(document.blocks) == 1 and isinstance(document.blocks[0], Paragraph) and not document.blocks[0].runs
    assert back == (TextDocument() if alone else document)
    write(back, holder, MEASURES)
    assert read(holder, counting()) == back


def shown(edit: RichTextEdit, *blocks: Block) -> None:
    edit.show_text(TextDocument(blocks))
    edit.moveCursor(QTextCursor.MoveOperation.End)


def words(text: str, **marks: bool) -> tuple[Run, ...]:
    return (Run(text, **marks),)  # type: ignore[arg-type]


def test_an_empty_editor_gives_an_empty_text(edit: RichTextEdit) -> None:
    assert edit.text() == TextDocument()
    assert not edit.text()


def test_typing_gives_paragraphs_with_ids_of_their_own(edit: RichTextEdit) -> None:
    type_text(edit, "Läget är lugnare – § 41.")
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Rådet tackar.")
    blocks = edit.text().blocks
    assert [plain_text(TextDocument((block,))) for block in blocks] == ["Läget är lugnare – § 41.", "Rådet tackar."]
    assert len({block.id for block in blocks}) == 2


def test_the_first_half_of_a_split_keeps_the_id_also_after_undo(edit: RichTextEdit, qapp: QApplication) -> None:
    shown(edit, Paragraph("p1", words("Ett två")))
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_Return, text="\r")
    first, second = edit.text().blocks
    assert (first.id, second.id != "p1") == ("p1", True)
    edit.undo()
    assert [block.id for block in edit.text().blocks] == ["p1"]


def test_words_pushed_down_by_an_empty_line_take_their_id_along(edit: RichTextEdit) -> None:
    shown(edit, Paragraph("p1", words("Ett")))
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(edit, Qt.Key.Key_Return, text="\r")
    assert [(block.id == "p1", bool(plain_text(TextDocument((block,))))) for block in edit.text().blocks] == [
        (False, False),
        (True, True),
    ]


def test_a_split_item_does_not_take_the_start_number_along(edit: RichTextEdit) -> None:
    shown(edit, ListItem("a", 0, True, 77, words("Ett")))
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Två")
    assert [block.start for block in edit.text().blocks if isinstance(block, ListItem)] == [77, None]


def test_a_hyphen_and_a_space_begin_a_list_and_an_empty_item_ends_it(edit: RichTextEdit) -> None:
    type_text(edit, "- tre insatser")
    press(edit, Qt.Key.Key_Return, text="\r")
    press(edit, Qt.Key.Key_Tab)
    type_text(edit, "vid stationen")
    for _ in range(3):
        press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Efter listan")
    kinds = [(type(b).__name__, getattr(b, "level", None), plain_text(TextDocument((b,)))) for b in edit.text().blocks]
    assert kinds == [
        ("ListItem", 0, "tre insatser"),
        ("ListItem", 1, "vid stationen"),
        ("Paragraph", None, "Efter listan"),
    ]


def test_a_figure_with_a_point_begins_a_numbered_list(edit: RichTextEdit) -> None:
    type_text(edit, "1. Öppnande")
    block = edit.text().blocks[0]
    assert isinstance(block, ListItem)
    assert (block.ordered, block.runs) == (True, words("Öppnande"))


def test_31_1_and_a_dash_in_a_sentence_begin_nothing(edit: RichTextEdit) -> None:
    type_text(edit, "Senast 31/1 - helst före")
    assert edit.text().blocks[0] == Paragraph("new-1", words("Senast 31/1 - helst före"))


def test_bold_and_italic_by_keys(edit: RichTextEdit) -> None:
    type_text(edit, "att ")
    press(edit, Qt.Key.Key_B, CONTROL)
    type_text(edit, "notera")
    press(edit, Qt.Key.Key_B, CONTROL)
    press(edit, Qt.Key.Key_I, CONTROL)
    type_text(edit, " nu")
    block = edit.text().blocks[0]
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("att "), Run("notera", bold=True), Run(" nu", italic=True))


def test_enter_after_a_heading_gives_a_paragraph(edit: RichTextEdit) -> None:
    shown(edit, Heading("h", 1, words("Läget")))
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "Lugnt")
    heading, paragraph = edit.text().blocks
    assert heading == Heading("h", 1, words("Läget"))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == words("Lugnt")


def test_a_heading_made_of_words_with_marks_keeps_them(edit: RichTextEdit) -> None:
    runs = (Run("Läget "), Run("nu", bold=True))
    shown(edit, Paragraph("p", runs))
    edit.set_heading(2)
    assert edit.text().blocks == (Heading("p", 2, runs),)
    edit.set_heading(0)
    assert edit.text().blocks == (Paragraph("p", runs),)


def test_chosen_paragraphs_become_a_list_and_paragraphs_again(edit: RichTextEdit) -> None:
    shown(edit, Paragraph("a", words("Ett")), Paragraph("b", words("Två")))
    edit.selectAll()
    edit.toggle_list(ordered=True)
    items = [ListItem("a", 0, True, None, words("Ett")), ListItem("b", 0, True, None, words("Två"))]
    assert list(edit.text().blocks) == items
    edit.toggle_list(ordered=True)
    assert edit.text().blocks == (Paragraph("a", words("Ett")), Paragraph("b", words("Två")))


def test_a_table_is_filled_by_tab_and_keeps_one_text_in_a_cell(edit: RichTextEdit) -> None:
    shown(edit, Paragraph("p", words("Kostnader")))
    edit.insert_table(2, 2)
    for number, text in enumerate(("Belysning", "325 000 kr", "Vandring", "0 kr")):
        if number:
            press(edit, Qt.Key.Key_Tab)
        type_text(edit, text)
    press(edit, Qt.Key.Key_Return, text="\r")
    type_text(edit, "beräknat")
    _, table = edit.text().blocks
    assert isinstance(table, Table)
    assert plain_text(TextDocument((table,))) == "Belysning\t325 000 kr\nVandring\t0 kr\nberäknat"


def test_tab_leaves_the_editor_where_it_means_nothing_in_the_text(edit: RichTextEdit) -> None:
    type_text(edit, "text")
    press(edit, Qt.Key.Key_Tab)
    assert plain_text(edit.text()) == "text"


def pasted(edit: RichTextEdit, html: str = "", text: str = "") -> TextDocument:
    data = QMimeData()
    if html:
        data.setHtml(html)
    else:
        data.setText(text)
    edit.insertFromMimeData(data)
    return edit.text()


def test_a_paste_keeps_marks_lists_and_tables_and_drops_the_rest(edit: RichTextEdit) -> None:
    html = (
        "<p style='color:red;font-family:Comic Sans MS'>Läget är <b>lugnt</b></p>"
        "<ul><li>ett<ul><li>under</li></ul></li></ul>"
        "<table><tr><td>a</td><td>b</td></tr></table><p><img src='x.png'>slut</p>"
    )
    blocks = pasted(edit, html).blocks
    kinds = [type(block).__name__ for block in blocks]
    assert kinds == ["Paragraph", "ListItem", "ListItem", "Table", "Paragraph"]
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].runs == (Run("Läget är "), Run("lugnt", bold=True))
    assert blocks[2] == ListItem(blocks[2].id, 1, False, None, words("under"))
    assert len({block.id for block in blocks}) == len(blocks)


def test_a_word_pasted_in_a_line_stays_in_the_line(edit: RichTextEdit) -> None:
    shown(edit, Paragraph("p", words("att notera ")))
    assert pasted(edit, "<span>rapporten</span>").blocks == (Paragraph("p", words("att notera rapporten")),)


def test_hidden_characters_of_a_paste_are_left_outside(edit: RichTextEdit) -> None:
    assert plain_text(pasted(edit, text="a\x00b\x07c")) == "abc"


def test_loading_a_text_is_no_edit(qtbot: QtBot, edit: RichTextEdit) -> None:
    with qtbot.assertNotEmitted(edit.edited):
        shown(edit, Paragraph("p", words("Läget")))
    with qtbot.waitSignal(edit.edited):
        type_text(edit, "x")


def test_another_theme_leaves_the_text_as_it_is(edit: RichTextEdit, theme: Theme) -> None:
    document = TextDocument((Quotation("q", words("Så sa hen")), Paragraph("p", (Run("hemligt", confidential=True),))))
    edit.show_text(document)
    theme.choose(choice="dark")
    assert edit.text() == document
