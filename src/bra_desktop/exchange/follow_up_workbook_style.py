"""How the follow-up workbook looks: colours, fonts, cells made once and written many times, paper."""

from __future__ import annotations

from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.properties import PageSetupProperties

from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook
from bra_desktop.exchange.follow_up_workbook_text import cell_text

FAMILY = "Noto Sans"  # falls back to the program's own font where it is not installed
INK, MUTED, ACCENT, LATE, RULE = "15191E", "4A5460", "1D4A7D", "A3281F", "C3CAD2"
EDITABLE, EDITABLE_FRAME, EDITABLE_BAND = "FFF8DC", "B8902A", "F3DF9B"
BODY_SIZE = 9.5
DAY_FORMAT, TEXT_FORMAT = "yyyy-mm-dd", "@"

HAIRLINE = Side("thin", color=RULE)
STRONG = Side("medium", color=INK)
FRAME = Side("thin", color=EDITABLE_FRAME)
FRAMED = Border(FRAME, FRAME, FRAME, FRAME)
UNLOCKED = Protection(locked=False)

# margins in inches: left 20 mm for the holes, right 12, top 18, bottom 17, header and footer 8
MARGINS = {"left": 0.79, "right": 0.47, "top": 0.71, "bottom": 0.67, "header": 0.32, "footer": 0.32}
A4 = 9


def font(size: float = 10, *, bold: bool = False, colour: str = INK, italic: bool = False) -> Font:
    """The workbook's font in a size and colour."""
    return Font(name=FAMILY, size=size, bold=bold, color=colour, italic=italic)


def fill(colour: str) -> PatternFill:
    """An even fill."""
    return PatternFill("solid", fgColor=colour)


def aligned(horizontal: str = "left", *, indent: int = 0, wrap: bool = True, vertical: str = "center") -> Alignment:
    """Alignment of a cell; an indent shows in LibreOffice only when the text is left aligned."""
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap, indent=indent)


def cell(sheet: Any, value: Any = None, **style: Any) -> Any:
    """A styled cell for a sheet that is written row by row. Text is always written as text, whatever it begins with."""
    made = WriteOnlyCell(sheet, cell_text(value) if isinstance(value, str) else value)
    if isinstance(value, str) and value:
        made.data_type = "s"
    return dress(made, **style)


def formula(sheet: Any, text: str, **style: Any) -> Any:
    """A styled cell with a formula of our own."""
    return dress(WriteOnlyCell(sheet, text), **style)


def dress(made: Any, **style: Any) -> Any:
    """Give a cell the style attributes named."""
    made.font = style.pop("font", None) or font()
    for name, value in style.items():
        setattr(made, name, value)
    return made


def set_up_page(sheet: Any, book: FollowUpBook, *, landscape: bool, pages_high: int = 0, percent: int = 0) -> None:
    """A4 with header and footer, one page wide; ``pages_high`` 0 lets it be as long as it needs.

    With ``percent`` it is printed in that size however wide it becomes.
    """
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not percent)
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = A4
    if percent:
        sheet.page_setup.scale, sheet.page_setup.pageOrder = percent, "overThenDown"
    else:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, pages_high
    for name, inches in MARGINS.items():
        setattr(sheet.page_margins, name, inches)
    small = f'&"{FAMILY},Regular"&10'
    sheet.oddHeader.left.text = f"{small}{_plain(book.municipality)} · Uppföljning av åtgärder"
    sheet.oddHeader.right.text = small + _plain(book.organisation or "Alla organisationer")
    sheet.oddFooter.left.text = f"{small}Utskickad {book.sent.isoformat()} · åter senast {book.due_back.isoformat()}"
    sheet.oddFooter.right.text = f"{small}Sida &P (&N)"
    sheet.sheet_view.showGridLines = False


def lock(sheet: Any) -> None:
    """Protect the sheet against slips; sorting, filtering and resizing stay free. No password: it keeps nothing."""
    protection = sheet.protection
    protection.sheet = True
    protection.autoFilter = protection.sort = False
    protection.formatColumns = protection.formatRows = False
    protection.selectLockedCells = False


def _plain(text: str) -> str:
    """Text in a header: an ampersand there begins a code and is written twice."""
    return cell_text(text).replace("&", "&&").replace("\n", " ")
