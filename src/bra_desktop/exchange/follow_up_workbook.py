"""The follow-up workbook that goes out to one organisation, or shows all of them."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from bra_desktop.exchange import follow_up_workbook_style as look
from bra_desktop.exchange.follow_up_workbook_actions import write_actions
from bra_desktop.exchange.follow_up_workbook_columns import WORD_OF_STATUS, layout_of
from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook
from bra_desktop.exchange.follow_up_workbook_instructions import write_instructions
from bra_desktop.exchange.follow_up_workbook_progress import write_progress
from bra_desktop.exchange.follow_up_workbook_text import cell_text

LISTS_SHEET = "Listor"
FORMAT_VERSION = 1


def write_follow_up(book: FollowUpBook) -> bytes:
    """The workbook as an .xlsx file: Läs först, Åtgärder, Läge and a hidden sheet with the list of states.

    Only the answer cells (and the rows for proposals) are unlocked. The hidden sheet says which book it is, so that a
    returned file is recognised: format version, book id, organisation id and the day it was sent.
    """
    workbook = Workbook(write_only=True)
    layout = layout_of(book)
    write_instructions(workbook, book)
    write_actions(workbook, book, layout)
    write_progress(workbook, book, layout)
    _write_lists(workbook, book)
    workbook.active = 0
    properties = workbook.properties
    properties.title = cell_text(f"Uppföljning av åtgärder, {book.addressee}")
    properties.creator, properties.language = cell_text(book.municipality), "sv-SE"
    properties.created = datetime.combine(book.sent, time(), UTC).replace(tzinfo=None)
    workbook.security = WorkbookProtection(lockStructure=True)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _write_lists(workbook: Workbook, book: FollowUpBook) -> None:
    sheet: Any = workbook.create_sheet(LISTS_SHEET)
    sheet.sheet_state = "veryHidden"
    look.lock(sheet)
    facts = (str(FORMAT_VERSION), book.book_id, book.organisation_id, book.sent.isoformat(), book.municipality)
    for word, fact in zip(WORD_OF_STATUS.values(), facts, strict=True):
        sheet.append([look.cell(sheet, word), None, look.cell(sheet, fact)])
