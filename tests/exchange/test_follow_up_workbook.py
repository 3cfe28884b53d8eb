"""The follow-up workbook, read back with the library that others open it with."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from PIL import Image as Picture

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.exchange.follow_up_workbook import write_follow_up
from bra_desktop.exchange.follow_up_workbook_columns import FIRST_ROW, HEAD_ROW, WORD_OF_STATUS, layout_of
from bra_desktop.exchange.follow_up_workbook_content import FollowUpAnswer, FollowUpBook, FollowUpRow
from bra_desktop.exchange.follow_up_workbook_text import LONGEST, cell_text, lines_needed, text_of_cell
from tests.exchange.follow_up_books import LIGHTS, PARKING, TREES, book

THREE = book(LIGHTS, TREES, PARKING)


def opened(of: FollowUpBook) -> Workbook:
    return load_workbook(io.BytesIO(write_follow_up(of)))


def actions(of: FollowUpBook) -> Any:
    return opened(of)["Åtgärder"]


def cell_of(sheet: Any, of: FollowUpBook, key: str, row: int = FIRST_ROW) -> Any:
    return sheet[f"{layout_of(of).letter(key)}{row}"]


def read_rows(of: FollowUpBook) -> list[dict[str, object]]:
    """What the declared columns read from the file that they wrote."""
    sheet, layout = actions(of), layout_of(of)
    return [
        {column.key: column.read(cell_of(sheet, of, column.key, number).value) for column in layout.columns}
        for number in range(FIRST_ROW, FIRST_ROW + len(of.rows))
    ]


def test_the_book_has_its_sheets_and_opens_on_the_instruction() -> None:
    workbook = opened(THREE)
    assert workbook.sheetnames == ["Läs först", "Åtgärder", "Läge", "Listor"]
    assert workbook.active.title == "Läs först"  # type: ignore[union-attr]
    assert workbook["Listor"].sheet_state == "veryHidden"
    assert workbook.security.lockStructure


def test_what_is_written_is_read_back_by_the_same_columns() -> None:
    first, second, third = read_rows(THREE)
    assert first["action_id"] == "0f3a-21"
    assert first["organisation_id"] == "SBF"
    assert first["origin"] == "§\u00a041, 2025-11-27\nFokusområde 2"
    assert first["action"] == LIGHTS.action
    assert first["decision"] == LIGHTS.decision
    assert first["together"] == "Ni håller ihop, Almby Energi"
    assert first["due"] == date(2026, 10, 31)
    assert first["status"] is ActionStatus.WAITING
    assert first["new_date"] is None
    assert first["contact"] == "Carina Thulin"
    assert first["comment"] == LIGHTS.answer.comment
    assert second["new_date"] == date(2026, 5, 4)
    assert second["together"] == "–"
    assert third["due"] is None
    assert third["goal"] == "–"
    assert third["together"] == "Barn och utbildning (håller ihop)"
    assert third["status"] is ActionStatus.NOT_STARTED


def test_a_state_that_is_none_of_the_five_is_not_read() -> None:
    column = next(column for column in layout_of(THREE).columns if column.key == "status")
    assert column.read(None) is None
    with pytest.raises(ValueError, match="none of the five"):
        column.read("Nästan klar")


def test_only_answers_and_proposals_are_unlocked() -> None:
    sheet, layout = actions(THREE), layout_of(THREE)
    assert sheet.protection.sheet
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    answers = {
        f"{layout.letter(key)}{row}" for key in ("status", "new_date", "contact", "comment") for row in range(5, 11)
    }
    own = {f"{layout.letter(key)}{row}" for key in ("action", "goal", "together", "due") for row in range(8, 11)}
    assert unlocked == answers | own


def test_an_editable_cell_shows_it_by_colour_and_by_frame() -> None:
    sheet = actions(THREE)
    answer, decided = cell_of(sheet, THREE, "comment"), cell_of(sheet, THREE, "action")
    assert answer.fill.fgColor.rgb == "00FFF8DC"
    assert answer.border.left.color.rgb == answer.border.top.color.rgb == "00B8902A"
    assert decided.fill.fill_type is None
    assert decided.border.left is None


def test_the_other_sheets_are_locked() -> None:
    workbook = opened(THREE)
    for name in ("Läs först", "Läge", "Listor"):
        assert workbook[name].protection.sheet
        assert all(cell.protection.locked for row in workbook[name].iter_rows() for cell in row)


def test_the_state_is_chosen_from_the_five_words() -> None:
    workbook = opened(THREE)
    lists = workbook["Listor"]
    words = [lists[f"A{row}"].value for row in range(1, 6)]
    assert words == ["Ej påbörjad", "Pågår", "Väntar på svar", "Klar", "Avbruten"]
    assert words == list(WORD_OF_STATUS.values())
    rules = {rule.type: rule for rule in workbook["Åtgärder"].data_validations.dataValidation}
    assert rules["list"].formula1 == "=Listor!$A$1:$A$5"
    assert str(rules["list"].sqref) == "J5:J10"
    assert rules["list"].showErrorMessage
    assert rules["textLength"].formula1 == "1000"
    assert "K5:K10" in str(rules["date"].sqref)


def test_the_file_says_which_book_it_is() -> None:
    lists = opened(THREE)["Listor"]
    facts = [lists[f"C{row}"].value for row in range(1, 6)]
    assert facts == ["1", "bok-1", "SBF", "2026-11-09", "Almby kommun"]


def test_ids_are_hidden_and_stay_off_paper() -> None:
    sheet, layout = actions(THREE), layout_of(THREE)
    for key in ("action_id", "organisation_id", "late_count"):
        assert sheet.column_dimensions[layout.letter(key)].hidden
    assert sheet.print_area == "'Åtgärder'!$B$1:$M$10"


def test_the_sheet_is_set_up_for_paper_and_for_scrolling() -> None:
    sheet = actions(THREE)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.scale) == (False, 85)
    assert [column.id for column in sheet.col_breaks.brk] == [9]
    assert sheet.print_title_cols == "$B:$E"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.freeze_panes == "F5"
    assert sheet.auto_filter.ref == "C4:M7"
    assert "Samhällsbyggnadsförvaltningen" in sheet.oddHeader.right.text
    assert "Utskickad 2026-11-09 · åter senast 2026-11-27" in sheet.oddFooter.left.text
    assert sheet.oddFooter.right.text.endswith("Sida &P (&N)")


def test_an_ampersand_in_a_name_is_no_code_in_the_header() -> None:
    sheet = actions(book(LIGHTS, organisation="Kultur & Fritid"))
    assert "Kultur && Fritid" in sheet.oddHeader.right.text


def test_late_is_counted_from_the_day_written_in_the_file() -> None:
    workbook = opened(THREE)
    assert workbook["Läge"]["D4"].value.date() == date(2026, 11, 20)
    mark = cell_of(workbook["Åtgärder"], THREE, "late").value
    assert mark == '=IF(AND(ISNUMBER(I5),I5<Läge!$D$4,J5<>"Klar",J5<>"Avbruten"),"!","")'
    formulas = [
        str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert not any("TODAY" in formula or "NOW" in formula for formula in formulas)


def test_the_count_of_late_rows_never_looks_back_over_the_whole_list() -> None:
    sheet = actions(THREE)
    assert [sheet[f"N{row}"].value for row in (5, 6)] == ['=IF(B5="!",1,0)', '=N5+IF(B6="!",1,0)']


def test_where_several_are_responsible_each_has_a_row_of_its_own_in_the_book_for_all() -> None:
    energy = replace(
        LIGHTS,
        organisation_id="AET",
        organisation="Almby Energi",
        answer=FollowUpAnswer(ActionStatus.ONGOING, "Kabeln är dragen."),
    )
    everybody = book(LIGHTS, energy, organisation="")
    first, second = read_rows(everybody)
    assert first["action_id"] == second["action_id"]
    assert [first["organisation_id"], second["organisation_id"]] == ["SBF", "AET"]
    assert [first["organisation"], second["organisation"]] == ["Samhällsbyggnad (håller ihop)", "Almby Energi"]
    assert [first["status"], second["status"]] == [ActionStatus.WAITING, ActionStatus.ONGOING]
    sheet = actions(everybody)
    assert cell_of(sheet, everybody, "organisation", HEAD_ROW).value == "Organisation"
    assert sheet.max_row == 6, "no rows for proposals"


def test_a_book_without_actions_says_so_and_can_be_opened() -> None:
    empty = book()
    workbook = opened(empty)
    assert workbook["Åtgärder"]["D5"].value == "Inga åtgärder att följa upp."
    assert "inga åtgärder" in workbook["Läs först"]["C9"].value


HARMFUL = [
    "=1+1",
    "+46 980",
    "-minus",
    "@SUM(A1)",
    '=HYPERLINK("http://x.example")',
    "\tflik",
    "'citat",
    "#N/A",
    "=",
    "#REF!",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_text_that_looks_like_a_formula_stays_text_in_every_column(text: str) -> None:
    answer = FollowUpAnswer(ActionStatus.ONGOING, text, None, text)
    row = replace(
        LIGHTS,
        action_id=text,
        action=text,
        goal=text,
        decision=text,
        number=text,
        focus_area=text,
        organisations=(text,),
        answer=answer,
    )
    of = replace(book(row), contact=text, return_to=text, municipality=text, forum=text, organisation=text)
    workbook = opened(of)
    sheet = workbook["Åtgärder"]
    for key in ("action_id", "action", "goal", "decision", "number", "contact", "comment"):
        cell = cell_of(sheet, of, key)
        assert (cell.data_type, cell.value) == ("s", text)
        assert bool(cell.quotePrefix) == (text[0] in "=+-@\t'")
    for name in ("Läs först", "Listor"):
        assert all(cell.data_type != "f" for each in workbook[name].iter_rows() for cell in each)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("noll\0tecken", "noll\ufffdtecken"),
        ("\x0bflik\x1f", "\ufffdflik\ufffd"),
        ("\ud800ensam", "\ufffdensam"),
        ("rad\r\nrad\rrad", "rad\nrad\nrad"),
        ("åäö 🚓 \u202eafter", "åäö 🚓 \u202eafter"),
    ],
)
def test_characters_that_xml_cannot_carry_are_replaced_where_one_sees_it(text: str, written: str) -> None:
    of = book(replace(LIGHTS, action=text))
    assert cell_of(actions(of), of, "action").value == written


def test_text_beyond_the_limit_of_a_cell_is_cut_and_says_so() -> None:
    of = book(replace(LIGHTS, decision="x" * 1_000_000))
    written = cell_of(actions(of), of, "decision").value
    assert len(written) == LONGEST
    assert written.endswith("xxx … (fortsätter i protokollet)")


def test_what_looks_like_an_escape_comes_back_as_it_was() -> None:
    of = book(replace(LIGHTS, action="_x0041_ är inte A"))
    assert cell_of(actions(of), of, "action").value == "_x005F_x0041_ är inte A"
    assert read_rows(of)[0]["action"] == "_x0041_ är inte A"


@given(st.text(alphabet=st.characters(codec="utf-8", min_codepoint=32), max_size=200))
def test_any_other_text_comes_back_as_it_was(text: str) -> None:
    assert text_of_cell(cell_text(text)) == text.replace("\uffff", "\ufffd").replace("\ufffe", "\ufffd")


def test_a_long_text_makes_its_row_taller() -> None:
    tall = replace(LIGHTS, answer=FollowUpAnswer(ActionStatus.ONGOING, "Arbetet pågår på flera platser. " * 12))
    sheet = actions(book(LIGHTS, tall))
    assert sheet.row_dimensions[6].height > 2 * sheet.row_dimensions[5].height
    assert actions(book(replace(LIGHTS, decision="ord " * 9000))).row_dimensions[5].height == 409


def test_lines_are_counted_by_words_and_by_breaks() -> None:
    assert lines_needed("ett två", 10) == 1
    assert lines_needed("ett\ntvå\n", 10) == 3
    assert lines_needed("aaaa bbbb cccc", 9) == 2
    assert lines_needed("x" * 25, 10) == 3


@pytest.mark.parametrize("count", [0, 1, 2, 40])
def test_every_row_given_is_a_row_of_the_sheet(count: int) -> None:
    rows: tuple[FollowUpRow, ...] = tuple(replace(LIGHTS, action_id=f"id-{number}") for number in range(count))
    of = book(*rows)
    assert [row["action_id"] for row in read_rows(of)] == [f"id-{number}" for number in range(count)]


def test_the_arms_stand_on_the_instruction_in_their_own_proportions() -> None:
    picture = io.BytesIO()
    Picture.new("RGB", (100, 120), "navy").save(picture, "PNG")
    workbook = opened(replace(THREE, arms=picture.getvalue()))
    (arms,) = workbook["Läs först"]._images  # type: ignore[attr-defined]
    assert (arms.anchor.ext.width, arms.anchor.ext.height) == (63 * 9525, 76 * 9525)


def test_a_book_that_knows_no_sender_has_no_loose_ends() -> None:
    bare = replace(THREE, forum="", contact="", return_to="", return_address="", return_phone="", meeting_date=None)
    workbook = opened(bare)
    assert workbook["Åtgärder"]["C2"].value == "Fyll i de gula fälten. Filen åter senast den 27\u00a0november 2026."
    texts = [cell.value for row in workbook["Läs först"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "Spara filen med samma namn och skicka den till avsändaren." in texts
    assert texts.count("–") == 2


def test_the_sample_of_a_locked_field_is_what_one_of_the_books_own_rows_says() -> None:
    def said(of: FollowUpBook) -> list[str]:
        rows = opened(of)["Läs först"].iter_rows(max_col=2, min_col=2)
        return [cell.value for (cell,) in rows if isinstance(cell.value, str)]

    short = replace(LIGHTS, forum="BRÅ", paragraph=42, item="", meeting_date=date(2026, 12, 3))
    assert "BRÅ §\u00a042, 2026-12-03" in said(book(short, TREES))
    assert "EST punkt 3, 2026-12-03" in said(book(replace(short, forum="EST", item="punkt 3")))
    assert "Beslutets text" in said(book())


def test_numbers_are_hidden_where_no_action_has_one_and_no_column_moves() -> None:
    of = book(replace(LIGHTS, number=""), replace(PARKING, number=""))
    sheet = actions(of)
    assert sheet.column_dimensions["C"].hidden
    assert sheet["D1"].value == "Åtgärder, Samhällsbyggnadsförvaltningen"
    assert sheet.auto_filter.ref == "D4:M6"
    assert layout_of(of).letter("comment") == layout_of(THREE).letter("comment")


def test_the_longest_words_fit_their_columns() -> None:
    words = {
        "decision": "samhällsbyggnadsförvaltningen",
        "together": "Kommunledning,",
        "contact": "Kontaktperson",
        "status": "Väntar på svar",
    }
    for column in layout_of(THREE).columns:
        assert len(words.get(column.key, "")) <= column.room


def test_the_day_an_action_comes_from_is_never_broken() -> None:
    short = replace(LIGHTS, forum="BRÅ", paragraph=42, item="", meeting_date=date(2026, 12, 3), focus_area="")
    assert short.origin == "BRÅ §\u00a042, 2026-12-03"
    assert replace(short, forum="EST", item="punkt 3").origin == "EST punkt 3\n2026-12-03"
