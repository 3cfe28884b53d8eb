"""The sheet Åtgärder: one row per action, left what was decided, right the organisation's own answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Border, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.exchange import follow_up_workbook_style as look
from bra_desktop.exchange.follow_up_workbook_columns import (
    BAND_ROW,
    FIRST_ROW,
    HEAD_ROW,
    NOTE_ROW,
    TITLE_ROW,
    WORD_OF_STATUS,
    Column,
    Kind,
    Layout,
)
from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook, FollowUpRow
from bra_desktop.exchange.follow_up_workbook_text import FORMULA_STARTS, cell_text, lines_needed, row_height

SHEET = "Åtgärder"
COUNTED_PER = "Läge!$D$4"
DONE, CANCELLED = WORD_OF_STATUS[ActionStatus.DONE], WORD_OF_STATUS[ActionStatus.CANCELLED]
COMMENT_LIMIT = 1000
PRINTED_PERCENT = 85
"""Of 9.5 points: 8 on paper. What was decided fills one page across, the answer the next, beside the same action."""

UNMEASURED = 10_000  # characters; a hidden column makes no row taller

Write = Callable[[FollowUpRow, int], Any]


@dataclass(slots=True)
class Tallest:
    """How many lines the tallest cell of the row being written takes."""

    lines: int = 1


def write_actions(workbook: Workbook, book: FollowUpBook, layout: Layout) -> None:
    """Add the sheet. Everything but the rows must be set before the first row: the sheet is streamed."""
    sheet: Any = workbook.create_sheet(SHEET)
    _set_up(sheet, book, layout)
    _write_head(sheet, book, layout)
    tallest = Tallest()
    writers = [_writer(sheet, column, layout, tallest) for column in layout.columns]
    heights = sheet.row_dimensions
    for number, row in enumerate(book.rows, FIRST_ROW):
        tallest.lines = 1
        cells = [write(row, number) for write in writers]
        heights[number].height = row_height(tallest.lines)
        sheet.append(cells)
    if not book.rows:
        _write_empty(sheet, layout)
    for number in range(layout.last_row + 1, layout.end_row + 1):
        heights[number].height = 33
        sheet.append([_proposal_cell(sheet, column, layout, number) for column in layout.columns])


def _set_up(sheet: Any, book: FollowUpBook, layout: Layout) -> None:
    for column in layout.columns:
        dimension = sheet.column_dimensions[layout.letter(column.key)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.freeze_panes = f"{layout.letter('goal')}{FIRST_ROW}"
    first, last = layout.letter(layout.visible[0].key), layout.letter(layout.visible[-1].key)
    sheet.auto_filter.ref = f"{layout.letter(layout.title_key)}{HEAD_ROW}:{last}{layout.last_row}"
    sheet.print_title_rows = f"{TITLE_ROW}:{HEAD_ROW}"
    sheet.print_area = f"{first}{TITLE_ROW}:{last}{layout.end_row}"
    sheet.print_title_cols = f"{first}:{layout.letter('action')}"
    sheet.col_breaks.append(Break(id=layout.index("due")))
    look.set_up_page(sheet, book, landscape=True, percent=PRINTED_PERCENT)
    look.lock(sheet)
    _validate(sheet, layout)
    _colour_by_state(sheet, layout)


def _write_head(sheet: Any, book: FollowUpBook, layout: Layout) -> None:
    for number, height in ((BAND_ROW, 17), (HEAD_ROW, 30)):
        sheet.row_dimensions[number].height = height
    receiver = f" till {book.return_address or book.return_to}".rstrip().removesuffix(" till")
    note = f"Fyll i de gula fälten. Filen åter senast den {date_in_text(book.due_back)}{receiver}."
    if book.for_all:
        note = f"En rad för varje åtgärd och organisation. Läget räknas per den {date_in_text(book.counted_per)}."
    for number, text, size, bold, colour in (
        (TITLE_ROW, f"Åtgärder, {book.addressee}", 16, True, look.INK),
        (NOTE_ROW, note, 10, False, look.MUTED),
    ):
        _write_across(sheet, layout, number, text, look.font(size, bold=bold, colour=colour))
    sheet.append([_band_cell(sheet, column, book) for column in layout.columns])
    sheet.append([_head_cell(sheet, column) for column in layout.columns])


def _write_across(sheet: Any, layout: Layout, number: int, text: str, font: Any) -> None:
    """A line over the columns that are printed on every page, so that it is cut off on none."""
    first, last = layout.index(layout.title_key), layout.index("action")
    room = sum(column.room for column in layout.columns[first - 1 : last] if not column.hidden)
    lines = lines_needed(text, int(room * look.BODY_SIZE / font.size))
    sheet.row_dimensions[number].height = 5 + 1.4 * font.size * lines
    sheet.append([*[None] * (first - 1), look.cell(sheet, text, font=font, alignment=look.aligned())])
    sheet.merged_cells.add(f"{layout.letter(layout.title_key)}{number}:{layout.letter('action')}{number}")


def _flat() -> Any:
    return look.aligned(wrap=False)


def _band_cell(sheet: Any, column: Column, book: FollowUpBook) -> Any:
    if column.answers:
        words = "Organisationens svar" if book.for_all else "Ert svar"
        text = words if column.kind is Kind.STATUS else None
        style = {"fill": look.fill(look.EDITABLE_BAND), "border": Border(top=look.FRAME)}
        return look.cell(
            sheet,
            text,
            font=look.font(look.BODY_SIZE, bold=True),
            alignment=look.aligned(indent=1, wrap=False),
            **style,
        )
    if column.key == "origin":
        font = look.font(look.BODY_SIZE, bold=True, colour=look.MUTED)
        return look.cell(sheet, "Från rådet och åtgärdsplanen (låst)", font=font, alignment=_flat())
    return None


def _head_cell(sheet: Any, column: Column) -> Any:
    return look.cell(
        sheet,
        column.header,
        font=look.font(look.BODY_SIZE, bold=True, colour="FFFFFF"),
        fill=look.fill(look.ACCENT),
        alignment=look.aligned("center") if column.centred else look.aligned(indent=_indent(column)),
        border=Border(top=look.HAIRLINE, bottom=look.STRONG),
    )


def _indent(column: Column) -> int:
    return 0 if column.key in ("number", "origin") else 1


def _style(column: Column, *, editable: bool) -> dict[str, Any]:
    style: dict[str, Any] = {
        "font": look.font(look.BODY_SIZE, bold=column.bold),
        "alignment": look.aligned("center") if column.centred else look.aligned(indent=_indent(column)),
        "border": look.FRAMED if editable else Border(bottom=look.HAIRLINE),
    }
    if column.kind is Kind.LATE_MARK:
        style["font"] = look.font(11, bold=True, colour=look.LATE)
    if column.kind is Kind.DATE:
        style["number_format"] = look.DAY_FORMAT
    if editable:
        style |= {"fill": look.fill(look.EDITABLE), "protection": look.UNLOCKED}
        if column.kind is Kind.TEXT:
            style["number_format"] = look.TEXT_FORMAT
    return style


def _writer(sheet: Any, column: Column, layout: Layout, tallest: Tallest) -> Write:
    """What writes the cells of a column: one styled cell, written again for each row as the library itself does."""
    if column.kind in (Kind.LATE_MARK, Kind.LATE_COUNT):
        return _formula_writer(sheet, column, layout)
    value_of = column.value
    plain = look.cell(sheet, None, **_style(column, editable=column.answers))
    if column.kind is Kind.DATE:

        def write_day(row: FollowUpRow, _: int) -> Any:
            plain.value = value_of(row)
            return plain

        return write_day
    quoted = look.cell(sheet, None, quotePrefix=True, **_style(column, editable=column.answers))
    room = UNMEASURED if column.hidden else column.room

    def write_text(row: FollowUpRow, _: int) -> Any:
        value = value_of(row)
        if not value:
            plain.value = None
            return plain
        text = cell_text(str(value))
        chosen = quoted if text[0] in FORMULA_STARTS else plain
        # Set past the check of what kind of value it is and what it may hold: it is text, and cell_text has seen to it.
        chosen._value, chosen.data_type = text, "s"  # noqa: SLF001
        if len(text) > room or "\n" in text:
            tallest.lines = max(tallest.lines, lines_needed(text, room))
        return chosen

    return write_text


def _formula_writer(sheet: Any, column: Column, layout: Layout) -> Write:
    made = look.formula(sheet, "", **_style(column, editable=False))
    build = _late_mark(layout) if column.kind is Kind.LATE_MARK else _late_count(layout)

    def write(_: FollowUpRow, number: int) -> Any:
        made.value = build(number)
        return made

    return write


def _late_mark(layout: Layout) -> Callable[[int], str]:
    """The mark of a late row: not closed, and its day before the day written on the sheet Läge."""
    due, status = layout.letter("due"), layout.letter("status")

    def mark(number: int) -> str:
        late = f"ISNUMBER({due}{number}),{due}{number}<{COUNTED_PER}"
        return f'=IF(AND({late},{status}{number}<>"{DONE}",{status}{number}<>"{CANCELLED}"),"!","")'

    return mark


def _late_count(layout: Layout) -> Callable[[int], str]:
    """The running number of late rows; each adds to the one above, so that ten thousand rows are counted once."""
    late, count = layout.letter("late"), layout.letter("late_count")

    def running(number: int) -> str:
        own = f'IF({late}{number}="!",1,0)'
        return f"={own}" if number == FIRST_ROW else f"={count}{number - 1}+{own}"

    return running


def _write_empty(sheet: Any, layout: Layout) -> None:
    sheet.row_dimensions[FIRST_ROW].height = 33
    sheet.append(
        [
            look.cell(sheet, "Inga åtgärder att följa upp.", font=look.font(look.BODY_SIZE), alignment=_flat())
            if column.key == layout.title_key
            else None
            for column in layout.columns
        ]
    )


def _proposal_cell(sheet: Any, column: Column, layout: Layout, number: int) -> Any:
    """A cell of an empty row for the organisation's own proposal."""
    if column.kind in (Kind.LATE_MARK, Kind.LATE_COUNT):
        build = _late_mark(layout) if column.kind is Kind.LATE_MARK else _late_count(layout)
        return look.formula(sheet, build(number), **_style(column, editable=False))
    editable = column.answers or column.proposes
    style = _style(column, editable=editable)
    words = {"number": "ny", "origin": "Ert förslag"}
    if column.key in words:
        style["font"] = look.font(look.BODY_SIZE, colour=look.MUTED, italic=True)
    return look.cell(sheet, words.get(column.key), **style)


def _validate(sheet: Any, layout: Layout) -> None:
    states = ", ".join(WORD_OF_STATUS.values())
    status = DataValidation("list", formula1=f"=Listor!$A$1:$A${len(WORD_OF_STATUS)}", allow_blank=True)
    status.errorTitle, status.error = "Läget finns inte i listan", f"Välj ett av lägena i listan: {states}."
    status.promptTitle, status.prompt = "Läge", "Välj i listan (Alt+Nedåtpil)."
    status.showInputMessage = True
    day = DataValidation("date", operator="greaterThan", formula1="DATE(2000,1,1)", allow_blank=True)
    day.errorTitle, day.error = "Datum", "Skriv datumet som 2026-12-31."
    comment = DataValidation("textLength", operator="lessThanOrEqual", formula1=str(COMMENT_LIMIT), allow_blank=True)
    comment.errorTitle, comment.error = "Kommentar", "Högst 1 000 tecken."
    for rule, key in ((status, "status"), (day, "new_date"), (comment, "comment")):
        rule.showErrorMessage = True
        rule.add(layout.cells(key))
        if rule is day and layout.proposals:
            due = layout.letter("due")
            rule.add(f"{due}{layout.last_row + 1}:{due}{layout.end_row}")
        sheet.data_validations.append(rule)


def _colour_by_state(sheet: Any, layout: Layout) -> None:
    late, status = f"${layout.letter('late')}{FIRST_ROW}", f"${layout.letter('status')}{FIRST_ROW}"
    ongoing = WORD_OF_STATUS[ActionStatus.ONGOING]
    rules: Iterable[tuple[str, str, str, str]] = (
        (layout.cells("due"), f'{late}="!"', look.LATE, ""),
        (layout.cells("status"), f'{status}="{DONE}"', "1F5C3A", "D8EBDD"),
        (layout.cells("status"), f'{late}="!"', "8C1F17", "F8D9D5"),
        (layout.cells("status"), f'{status}="{ongoing}"', look.ACCENT, ""),
    )
    for cells, condition, colour, background in rules:
        shade = PatternFill("solid", bgColor=background) if background else None
        rule = FormulaRule([condition], font=Font(color=colour, bold=True), fill=shade)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(cells, rule)
    closed = FormulaRule([f'OR({status}="{DONE}",{status}="{CANCELLED}")'], font=Font(color=look.MUTED))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(layout.cells("action", "due"), closed)
