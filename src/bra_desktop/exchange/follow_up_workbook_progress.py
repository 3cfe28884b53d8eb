"""The sheet Läge: how many actions are where, drawn as bars, and the late ones listed. All of it by formula."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.drawing.text import Font as DrawnFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Border, Font

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.exchange import follow_up_workbook_style as look
from bra_desktop.exchange.follow_up_workbook_actions import SHEET as ACTIONS
from bra_desktop.exchange.follow_up_workbook_columns import WORD_OF_STATUS, Layout
from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook

SHEET = "Läge"
WIDTHS = (3, 22, 9, 12, 4, 11, 11, 11, 11, 11, 11, 2)
LAST_LETTER = "L"
TABLE_HEAD = 6
FIRST_STATE = TABLE_HEAD + 1
SUM_ROW = FIRST_STATE + len(WORD_OF_STATUS)
LATE_ROW = SUM_ROW + 1
LATE_HEADING = LATE_ROW + 4
LATE_LISTED = 12
CHART_SIZE: Any = (7.6, 14.6)  # centimetres; the stubs know whole ones only
BAR_COLOURS = {
    ActionStatus.NOT_STARTED: "FFFFFF",
    ActionStatus.ONGOING: "A9C1D9",
    ActionStatus.WAITING: "DDE4EB",
    ActionStatus.DONE: look.ACCENT,
    ActionStatus.CANCELLED: "FFFFFF",
}

Row = tuple[Sequence[Any], float | None]


def write_progress(workbook: Workbook, book: FollowUpBook, layout: Layout) -> None:
    """Add the sheet. It counts again whenever somebody changes the sheet of actions."""
    sheet: Any = workbook.create_sheet(SHEET)
    for letter, width in zip("ABCDEFGHIJKL", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    rows = [*_heading(sheet, book), *_table(sheet, layout), *_late_list(sheet, layout)]
    sheet.print_area = f"A1:{LAST_LETTER}{len(rows)}"
    look.set_up_page(sheet, book, landscape=True, pages_high=1)
    look.lock(sheet)
    first = LATE_HEADING + 2
    line = FormulaRule([f'$B{first}<>""'], border=Border(bottom=look.HAIRLINE))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(f"B{first}:K{first + LATE_LISTED - 1}", line)
    none_late = FormulaRule([f"$C${LATE_ROW}=0"], font=Font(color=look.INK, bold=True))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(f"B{LATE_ROW}:C{LATE_ROW}", none_late)
    sheet.add_chart(_chart(sheet), "F5")
    for number, (cells, height) in enumerate(rows, 1):
        if height:
            sheet.row_dimensions[number].height = height
        sheet.append([None, *cells])


def _heading(sheet: Any, book: FollowUpBook) -> list[Row]:
    flat = look.aligned(wrap=False)
    title = "Läget för alla åtgärder" if book.for_all else "Läget för era åtgärder"
    day = look.cell(
        sheet,
        book.counted_per,
        font=look.font(bold=True),
        alignment=look.aligned("right"),
        number_format=look.DAY_FORMAT,
    )
    note = "Räknas om när någon ändrar på bladet Åtgärder."
    chart_title = look.cell(sheet, "Antal åtgärder per läge", font=look.font(bold=True), alignment=flat)
    return [
        ((look.cell(sheet, title, font=look.font(16, bold=True), alignment=flat),), 27),
        ((look.cell(sheet, note, font=look.font(colour=look.MUTED), alignment=flat),), None),
        ((), None),
        ((look.cell(sheet, "Läget räknas per", alignment=flat), None, day, None, chart_title), None),
        ((), None),
    ]


def _table(sheet: Any, layout: Layout) -> list[Row]:
    head = tuple(
        look.cell(
            sheet,
            text,
            font=look.font(look.BODY_SIZE, bold=True, colour="FFFFFF"),
            fill=look.fill(look.ACCENT),
            alignment=look.aligned(side),
        )
        for text, side in (("Läge", "left"), ("Antal", "right"), ("Andel", "right"))
    )
    states = f"{ACTIONS}!{layout.cells('status', whole=True)}"
    rows: list[Row] = [(head, 22)]
    for number, word in enumerate(WORD_OF_STATUS.values(), FIRST_STATE):
        rows.append(
            (_counts(sheet, word, f"=COUNTIF({states},B{number})", f"=IF($C${SUM_ROW}=0,0,C{number}/$C${SUM_ROW})"), 18)
        )
    total = f"=SUM(C{FIRST_STATE}:C{SUM_ROW - 1})"
    rows.append((_counts(sheet, "Summa", total, f"=IF(C{SUM_ROW}=0,0,1)", bold=True), 19))
    late = f'=COUNTIF({ACTIONS}!{layout.cells("late", whole=True)},"!")'
    rows.append((_counts(sheet, "Varav försenade", late, None, bold=True, colour=look.LATE), 19))
    rows += [((), None)] * (LATE_HEADING - LATE_ROW - 1)
    return rows


def _counts(
    sheet: Any, word: str, count: str, share: str | None, *, bold: bool = False, colour: str = look.INK
) -> tuple[Any, ...]:
    border = Border(bottom=look.HAIRLINE)
    if bold:
        border = Border(top=look.STRONG) if share else Border()
    font = look.font(bold=bold, colour=colour)
    right = look.aligned("right")
    return (
        look.cell(sheet, word, font=font, border=border, alignment=look.aligned(wrap=False)),
        look.formula(sheet, count, font=font, border=border, alignment=right),
        look.formula(sheet, share, font=font, border=border, alignment=right, number_format="0\u00a0%")
        if share
        else look.cell(sheet, None, border=border),
    )


def _late_list(sheet: Any, layout: Layout) -> list[Row]:
    white = look.font(look.BODY_SIZE, bold=True, colour="FFFFFF")
    blue = look.fill(look.ACCENT)
    head = [
        look.cell(sheet, text, font=white, fill=blue, alignment=look.aligned(wrap=False))
        for text in ("Klart senast", "Åtgärd")
    ]
    head += [look.cell(sheet, None, fill=blue) for _ in range(8)]
    rows: list[Row] = [
        ((look.cell(sheet, "Försenade", font=look.font(13, bold=True), alignment=look.aligned(wrap=False)),), 24),
        (head, 18),
    ]
    counter = f"{ACTIONS}!{layout.cells('late_count', whole=True)}"
    for number in range(1, LATE_LISTED + 1):
        nothing = f'IF($C${LATE_ROW}=0,"Inga åtgärder är försenade.","")' if number == 1 else '""'
        found = [
            f"=IFERROR(INDEX({ACTIONS}!{layout.cells(key, whole=True)},MATCH({number},{counter},0)),{otherwise})"
            for key, otherwise in (("due", '""'), ("action", nothing))
        ]
        day = look.formula(
            sheet,
            found[0],
            font=look.font(bold=True, colour=look.LATE),
            alignment=look.aligned(wrap=False),
            number_format=look.DAY_FORMAT,
        )
        rows.append(((day, look.formula(sheet, found[1], alignment=look.aligned(wrap=False))), 19))
    more = (
        f'=IF($C${LATE_ROW}>{LATE_LISTED},"Ytterligare "&($C${LATE_ROW}-{LATE_LISTED})&" står på bladet Åtgärder.","")'
    )
    rows.append(
        ((look.formula(sheet, more, font=look.font(colour=look.MUTED), alignment=look.aligned(wrap=False)),), 19)
    )
    return rows


def _chart(sheet: Any) -> BarChart:
    chart = BarChart()
    chart.type, chart.style, chart.title, chart.legend = "bar", 10, None, None
    chart.gapWidth = 55
    chart.height, chart.width = CHART_SIZE
    last = SUM_ROW - 1
    chart.add_data(Reference(sheet, min_col=3, min_row=TABLE_HEAD, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=2, min_row=FIRST_STATE, max_row=last))
    series = chart.series[0]
    series.graphicalProperties = _filled(look.ACCENT)
    for index, status in enumerate(WORD_OF_STATUS):
        point = DataPoint(idx=index)
        point.graphicalProperties = _filled(BAR_COLOURS[status])
        series.dPt.append(point)
    labels = series.dLbls = DataLabelList()
    labels.showVal, labels.position, labels.txPr = True, "outEnd", _words(bold=True)
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    chart.x_axis.scaling.orientation, chart.x_axis.delete = "maxMin", False
    chart.x_axis.txPr, chart.x_axis.majorTickMark = _words(), "none"
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=look.INK))
    chart.y_axis.delete, chart.y_axis.majorGridlines, chart.y_axis.scaling.min = True, None, 0
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    return chart


def _filled(colour: str) -> GraphicalProperties:
    properties = GraphicalProperties(solidFill=colour)
    properties.line.solidFill = look.INK
    return properties


def _words(*, bold: bool = False) -> RichText:
    character = CharacterProperties(sz=1000, b=bold, latin=DrawnFont(typeface=look.FAMILY), solidFill=look.INK)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=character), endParaRPr=CharacterProperties(sz=1000))
    return RichText(p=[paragraph])
