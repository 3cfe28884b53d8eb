"""The sheet Läs först: what the workbook is, when it is wanted back, and how it is filled in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Border

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.swedish import EMPTY, capital_first, plural
from bra_desktop.domain.swedish_dates import MONTHS, WEEKDAYS, date_in_text
from bra_desktop.exchange import follow_up_workbook_style as look
from bra_desktop.exchange.follow_up_workbook_columns import WORD_OF_STATUS
from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook
from bra_desktop.exchange.follow_up_workbook_text import lines_needed

SHEET = "Läs först"
LABEL_WIDTH, TEXT_WIDTH = 20, 66
ROOM = 82  # characters that fit on a line of the wide column
SAMPLE_ROOM = 17  # the same in the narrow column, indented
ARMS_HEIGHT = 76  # pixels, about 57 points

Row = tuple[Sequence[Any], float | None]


def write_instructions(workbook: Workbook, book: FollowUpBook) -> None:
    """Add the sheet."""
    sheet: Any = workbook.create_sheet(SHEET)
    for letter, width in zip("ABCD", (2, LABEL_WIDTH, TEXT_WIDTH, 2), strict=True):
        sheet.column_dimensions[letter].width = width
    rows = [*_title(sheet, book), *_facts(sheet, book), *_steps(sheet, book), *_legend(sheet, book)]
    sheet.print_area = f"A1:D{len(rows)}"
    look.set_up_page(sheet, book, landscape=False)
    look.lock(sheet)
    if book.arms:
        picture = Image(io.BytesIO(book.arms))
        picture.width, picture.height = int(picture.width * ARMS_HEIGHT / picture.height), ARMS_HEIGHT
        sheet.add_image(picture, "B2")
    for number, (cells, height) in enumerate(rows, 1):
        if height:
            sheet.row_dimensions[number].height = height
        sheet.append([None, *cells])


def _title(sheet: Any, book: FollowUpBook) -> list[Row]:
    month = f"{MONTHS[book.counted_per.month - 1]} {book.counted_per.year}"
    addressee = capital_first(book.addressee)
    flat = look.aligned(wrap=False)
    return [
        ((), None),
        ((None, look.cell(sheet, book.municipality, font=look.font(11, bold=True), alignment=flat)), 17),
        ((None, look.cell(sheet, book.forum, font=look.font(colour=look.MUTED), alignment=flat)), 17),
        ((), None),
        ((), None),
        ((look.cell(sheet, "Uppföljning av åtgärder", font=look.font(22, bold=True), alignment=flat),), 34),
        (
            (
                look.cell(
                    sheet, f"{addressee} · läget i {month}", font=look.font(11, colour=look.MUTED), alignment=flat
                ),
            ),
            20,
        ),
        ((), 10),
    ]


def _facts(sheet: Any, book: FollowUpBook) -> list[Row]:
    rows: list[Row] = []
    line = Border(top=look.HAIRLINE)
    for label, text in _facts_for_all(book) if book.for_all else _facts_for_one(book):
        cells = (
            look.cell(sheet, label, font=look.font(bold=True), alignment=look.aligned(), border=line),
            look.cell(sheet, text, alignment=look.aligned(), border=line),
        )
        rows.append((cells, 8 + 14 * max(1.6, lines_needed(text, ROOM))))
    rows.append(((look.cell(sheet, None, border=line), look.cell(sheet, None, border=line)), 12))
    return rows


def _facts_for_one(book: FollowUpBook) -> list[tuple[str, str]]:
    what = f"Listan visar {plural(len(book.rows), 'åtgärd', 'åtgärder', 'inga')} som ni ansvarar för."
    if book.meeting_date:
        what += f" Svaren blir underlag till mötet den {date_in_text(book.meeting_date)}."
    sender = ", ".join(part for part in (book.return_to, book.return_address) if part)
    return [
        ("Vad", what),
        ("När", f"Skicka tillbaka filen senast {_weekday_in_sentence(book.due_back)}."),
        ("Kontakt hos er", book.contact or EMPTY),
        ("Skicka till", "\n".join(part for part in (sender, book.return_phone) if part) or EMPTY),
        ("Tid", "Räkna med två minuter för varje åtgärd som har ändrats. Rör inte rader som stämmer."),
    ]


def _facts_for_all(book: FollowUpBook) -> list[tuple[str, str]]:
    rows = plural(len(book.rows), "rad", "rader", "inga")
    what = f"Alla organisationers åtgärder och svar, {rows}: en för varje åtgärd och organisation."
    if book.meeting_date:
        what += f" Underlag till mötet den {date_in_text(book.meeting_date)}."
    return [
        ("Vad", what),
        ("När", f"Organisationernas egna ark ska vara åter senast {_weekday_in_sentence(book.due_back)}."),
        ("Samlas av", ", ".join(part for part in (book.return_to, book.return_address) if part) or EMPTY),
    ]


def _weekday_in_sentence(day: date) -> str:
    """As in fredagen den 27 november 2026."""
    return f"{WEEKDAYS[day.weekday()]}en den {date_in_text(day)}"


def _steps(sheet: Any, book: FollowUpBook) -> list[Row]:
    steps: tuple[str, ...] = (
        "Öppna bladet Åtgärder.",
        "Ändra i de gula fälten: läge, nytt datum, kontaktperson och kommentar. Allt annat är låst.",
        "Läget väljs i en lista. Ställ dig i fältet och tryck Alt+Nedåtpil.",
        "Har en åtgärd inte rört sig? Lämna raden som den är.",
        "Vill ni föreslå en ny åtgärd? Skriv den på en av de tomma gula raderna längst ned.",
        f"Spara filen med samma namn och skicka den till {book.return_to or 'avsändaren'}.",
    )
    if book.for_all:
        steps = (
            "Bladet Åtgärder har en rad för varje åtgärd och organisation som svarar.",
            "Filtrera på organisation eller läge med pilarna i rubrikraden.",
            "Svar som kommer på annat sätt skrivs i de gula fälten. Allt annat är låst.",
            "Bladet Läge räknar samman och listar det som är försenat.",
        )
    rows: list[Row] = [_heading(sheet, "Så läser du arket" if book.for_all else "Så gör du")]
    for number, text in enumerate(steps, 1):
        cells = (
            look.cell(sheet, number, font=look.font(bold=True), alignment=look.aligned("right", indent=1)),
            look.cell(sheet, text, alignment=look.aligned()),
        )
        rows.append((cells, 6 + 14 * lines_needed(text, ROOM)))
    rows.append(((), 10))
    return rows


def _legend(sheet: Any, book: FollowUpBook) -> list[Row]:
    plain = Border(look.HAIRLINE, look.HAIRLINE, look.HAIRLINE, look.HAIRLINE)
    late = look.font(bold=True, colour=look.LATE)
    samples = (
        (
            {"fill": look.fill(look.EDITABLE), "border": look.FRAMED, "font": look.font()},
            WORD_OF_STATUS[ActionStatus.ONGOING],
            "Gult fält med ram: organisationens svar" if book.for_all else "Gult fält med ram: här svarar ni",
        ),
        (
            {"border": plain, "font": look.font()},
            _origin(book),
            "Vitt fält: låst, kommer från rådets beslut och åtgärdsplanen",
        ),
        (
            {"border": plain, "font": late},
            "!  Försenad",
            "Röd fet text och ett utropstecken först på raden: datumet har passerat och åtgärden är inte klar",
        ),
    )
    rows: list[Row] = [_heading(sheet, "Fältens utseende")]
    for style, sample, text in samples:
        cells = (
            look.cell(sheet, sample, alignment=look.aligned(indent=1), **style),
            look.cell(sheet, text, alignment=look.aligned(indent=1)),
        )
        rows.append((cells, 8 + 14 * max(lines_needed(text, ROOM - 2), lines_needed(sample, SAMPLE_ROOM))))
    rows.append(((), 10))
    only = "" if book.for_all else "Filen gäller bara er organisation. "
    note = only + "Skriv inga namn på enskilda invånare, inga personnummer och inga adresser."
    rows.append(
        ((look.cell(sheet, note, font=look.font(9.5, colour=look.MUTED), alignment=look.aligned(wrap=False)),), 16)
    )
    return rows


def _origin(book: FollowUpBook) -> str:
    """Where one of the book's own actions comes from, as its row says it."""
    origins = (replace(row, focus_area="").origin.replace("\n", ", ") for row in book.rows)
    return next((origin for origin in origins if origin != EMPTY), "Beslutets text")


def _heading(sheet: Any, text: str) -> Row:
    return (look.cell(sheet, text, font=look.font(13, bold=True), alignment=look.aligned(wrap=False)),), 24
