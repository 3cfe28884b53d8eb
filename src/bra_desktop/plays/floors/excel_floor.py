"""The floor for the follow-up workbook: bare openpyxl, in its streaming mode, making the same workbook.

Imports nothing of the product. The rows come as plain values in the order of the columns; each is written once, as the
product does, with one styled cell per column that is written again for every row.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

STATES = ("Ej påbörjad", "Pågår", "Väntar på svar", "Klar", "Avbruten")
WIDTHS = (8, 3, 6, 15.5, 29, 23, 23, 16, 11.5, 15, 11.5, 15, 27, 6, 8)
LETTERS = "ABCDEFGHIJKLMNO"
HIDDEN, DATES, ANSWERS, TEXTS = "ANO", "IK", "JKLM", "CDEFGHLM"
FIRST = 5


def write_workbook(rows: Sequence[Sequence[Any]], counted_per: date) -> bytes:
    """A workbook with instruction, actions, progress and list of states.

    A row holds id, number, origin, action, goal, decision, together, due, status, new date, contact, comment and
    organisation id: the two columns of formulas are made here.
    """
    workbook = Workbook(write_only=True)
    _instructions(workbook)
    _actions(workbook, rows)
    _progress(workbook, counted_per, FIRST + len(rows) - 1)
    lists: Any = workbook.create_sheet("Listor")
    lists.sheet_state = "veryHidden"
    for state in STATES:
        lists.append([state])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _instructions(workbook: Workbook) -> None:
    sheet: Any = workbook.create_sheet("Läs först")
    _page(sheet, "portrait")
    for number in range(30):
        sheet.append([None, f"Rad {number}", "Skicka tillbaka filen senast fredagen den 27 november 2026."])


def _page(sheet: Any, orientation: str) -> None:
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = orientation, 9
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.right.text = "Sida &P (&N)"
    sheet.protection.sheet = True


def _actions(workbook: Workbook, rows: Sequence[Sequence[Any]]) -> None:
    sheet: Any = workbook.create_sheet("Åtgärder")
    last = FIRST + len(rows) - 1
    for letter, width in zip(LETTERS, WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].hidden = letter in HIDDEN
    sheet.freeze_panes, sheet.auto_filter.ref = "F5", f"C4:M{last}"
    sheet.print_title_rows, sheet.print_area = "1:4", f"B1:M{last}"
    _page(sheet, "landscape")
    _rules(sheet, last)
    for number in range(1, FIRST):
        sheet.append([f"Rubrik {number}"] * len(LETTERS))
    cells = dict(zip(LETTERS, (_cell(sheet, letter) for letter in LETTERS), strict=True))
    order = "ACDEFGHIJKLMO"
    heights = sheet.row_dimensions
    for number, row in enumerate(rows, FIRST):
        for letter, value in zip(order, row, strict=True):
            cells[letter].value = value
            if letter in TEXTS and value:
                cells[letter].data_type = "s"
        cells["B"].value = f'=IF(AND(ISNUMBER(I{number}),I{number}<Läge!$D$4,J{number}<>"Klar"),"!","")'
        cells["N"].value = f'=N{number - 1}+IF(B{number}="!",1,0)' if number > FIRST else f'=IF(B{number}="!",1,0)'
        lines = max(-(-len(row[at]) // room) for at, room in ((3, 29), (4, 25), (5, 25), (6, 17), (11, 30)) if row[at])
        heights[number].height = 6 + 13.6 * max(2, lines)
        sheet.append(list(cells.values()))


def _cell(sheet: Any, letter: str) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    cell.font = Font(name="Noto Sans", size=9.5, bold=letter == "E")
    cell.alignment = Alignment(horizontal="center" if letter in DATES else "left", vertical="center", wrap_text=True)
    line = Side("thin", color="C3CAD2")
    cell.border = Border(bottom=line)
    if letter in DATES:
        cell.number_format = "yyyy-mm-dd"
    if letter in ANSWERS:
        cell.fill, cell.protection = PatternFill("solid", fgColor="FFF8DC"), Protection(locked=False)
        cell.border = Border(line, line, line, line)
    return cell


def _rules(sheet: Any, last: int) -> None:
    kinds: Any = (
        ("J", "list", "=Listor!$A$1:$A$5"),
        ("K", "date", "36526"),
        ("M", "textLength", "1000"),
    )
    for letter, kind, formula in kinds:
        rule = DataValidation(kind, formula1=formula, allow_blank=True)
        if kind != "list":
            rule.operator = "lessThanOrEqual" if kind == "textLength" else "greaterThan"
        rule.add(f"{letter}{FIRST}:{letter}{last}")
        sheet.data_validations.append(rule)
    for letter, formula in (
        ("I", '$B5="!"'),
        ("J", '$J5="Klar"'),
        ("J", '$B5="!"'),
        ("J", '$J5="Pågår"'),
        ("E", '$J5="Klar"'),
    ):
        shade: Any = FormulaRule([formula], font=Font(color="A3281F", bold=True))  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(f"{letter}{FIRST}:{letter}{last}", shade)


def _progress(workbook: Workbook, counted_per: date, last: int) -> None:
    sheet: Any = workbook.create_sheet("Läge")
    _page(sheet, "landscape")
    for row in ((), (), (), (None, "Läget räknas per", None, counted_per), (), (None, "Läge", "Antal")):
        sheet.append(list(row))
    for number, state in enumerate(STATES, 7):
        sheet.append([None, state, f"=COUNTIF(Åtgärder!$J${FIRST}:$J${last},B{number})"])
    for number in range(1, 13):
        found = f"MATCH({number},Åtgärder!$N${FIRST}:$N${last},0)"
        sheet.append([None, *(f'=IFERROR(INDEX(Åtgärder!${c}${FIRST}:${c}${last},{found}),"")' for c in "IE")])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=6, max_row=11), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=2, min_row=7, max_row=11))
    sheet.add_chart(chart, "F5")
