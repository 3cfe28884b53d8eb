"""The columns of the sheet of actions, each declared once: what is written from here is read from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum, auto

from openpyxl.utils import get_column_letter

from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, ActionStatus
from bra_desktop.domain.swedish import EMPTY
from bra_desktop.exchange.follow_up_workbook_content import FollowUpBook, FollowUpRow
from bra_desktop.exchange.follow_up_workbook_text import text_of_cell

STATUS_OF_WORD = {ACTION_STATUS_WORDS[status].capitalize(): status for status in ActionStatus}
WORD_OF_STATUS = {status: word for word, status in STATUS_OF_WORD.items()}

TITLE_ROW, NOTE_ROW, BAND_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4, 5
PROPOSAL_ROWS = 3


class Kind(Enum):
    """How a column's cells are written, shown and read."""

    TEXT = auto()
    DATE = auto()
    STATUS = auto()
    LATE_MARK = auto()
    LATE_COUNT = auto()


@dataclass(frozen=True)
class Column:
    """One column. ``value`` gives what stands in it; the width is in characters.

    ``answers`` columns belong to the organisation and are unlocked; ``proposes`` columns are unlocked only in the rows
    for proposals of its own.
    """

    key: str
    header: str
    width: float
    kind: Kind
    value: Callable[[FollowUpRow], str | date | None]
    answers: bool = False
    proposes: bool = False
    hidden: bool = False
    bold: bool = False

    @property
    def room(self) -> int:
        """How many characters of its type fit on a line, on the safe side: Noto Sans, 9.5 points."""
        return int(self.width * (1.02 if self.bold else 1.12))

    @property
    def centred(self) -> bool:
        """Whether its cells stand in the middle."""
        return self.kind in (Kind.DATE, Kind.LATE_MARK)

    def read(self, value: object) -> str | date | ActionStatus | None:
        """What a cell of this column holds. Raises ValueError when it is of another kind than the column."""
        if self.kind is Kind.DATE:
            return _read_date(value)
        if self.kind is Kind.STATUS:
            return _read_status(value)
        return text_of_cell(value)


def _read_date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value in (None, "", EMPTY):
        return None
    return date.fromisoformat(str(value).strip())


def _read_status(value: object) -> ActionStatus | None:
    if value in (None, ""):
        return None
    if str(value) not in STATUS_OF_WORD:
        raise ValueError(f"{value!r} is none of the five states")
    return STATUS_OF_WORD[str(value)]


def _nothing(_: FollowUpRow) -> None:
    return None


# no column is narrower than the longest word that stands in it: a decision names organisations in full
_COLUMNS = (
    Column("action_id", "id", 8, Kind.TEXT, lambda row: row.action_id, hidden=True),
    Column("late", "", 3, Kind.LATE_MARK, _nothing),
    Column("number", "Nr", 6, Kind.TEXT, lambda row: row.number or EMPTY),
    Column("origin", "Kommer från", 16, Kind.TEXT, lambda row: row.origin),
    Column("action", "Åtgärd", 29, Kind.TEXT, lambda row: row.action, proposes=True, bold=True),
    Column("goal", "Mål", 21, Kind.TEXT, lambda row: row.goal or EMPTY, proposes=True),
    Column("decision", "Beslut", 28, Kind.TEXT, lambda row: row.decision or EMPTY),
    Column("together", "Tillsammans med", 16, Kind.TEXT, lambda row: row.together_with, proposes=True),
    Column("due", "Klart senast", 11.5, Kind.DATE, lambda row: row.due or EMPTY, proposes=True),
    Column("status", "Läge", 15, Kind.STATUS, lambda row: WORD_OF_STATUS[row.answer.status], answers=True),
    Column("new_date", "Nytt datum", 11.5, Kind.DATE, lambda row: row.answer.new_date, answers=True),
    Column("contact", "Kontaktperson", 14, Kind.TEXT, lambda row: row.answer.contact or None, answers=True),
    Column("comment", "Kommentar", 26, Kind.TEXT, lambda row: row.answer.comment or None, answers=True),
    Column("late_count", "", 6, Kind.LATE_COUNT, _nothing, hidden=True),
    Column("organisation_id", "organisation", 8, Kind.TEXT, lambda row: row.organisation_id, hidden=True),
)
_ORGANISATION = Column("organisation", "Organisation", 16, Kind.TEXT, lambda row: row.answered_by)


@dataclass(frozen=True)
class Layout:
    """The columns of one book and where its rows stand."""

    columns: tuple[Column, ...]
    rows: int
    proposals: int

    @property
    def last_row(self) -> int:
        """The last row with an action. A book without actions still has one row, so that no range is empty."""
        return FIRST_ROW + max(1, self.rows) - 1

    @property
    def end_row(self) -> int:
        """The last row with anything, proposals included."""
        return self.last_row + self.proposals

    def letter(self, key: str) -> str:
        """The letter of the column with that key."""
        return get_column_letter(self.index(key))

    def index(self, key: str) -> int:
        """The number of the column with that key, from 1."""
        return next(i for i, column in enumerate(self.columns, 1) if column.key == key)

    def cells(self, first: str, last: str = "", *, whole: bool = False) -> str:
        """A range over all rows from one column to another, as formulas and rules write it."""
        start, end = self.letter(first), self.letter(last or first)
        if whole:
            return f"${start}${FIRST_ROW}:${end}${self.end_row}"
        return f"{start}{FIRST_ROW}:{end}{self.end_row}"

    @property
    def title_key(self) -> str:
        """The column where titles begin: the first one with words."""
        return next(column.key for column in self.visible if column.kind is Kind.TEXT)

    @property
    def visible(self) -> tuple[Column, ...]:
        """The columns that a person sees, which are those that are printed."""
        return tuple(column for column in self.columns if not column.hidden)


def layout_of(book: FollowUpBook) -> Layout:
    """The columns of a book.

    The one for all names each row's organisation and has no rows for proposals. Numbers of a plan are hidden where no
    action has one; every column keeps its letter.
    """
    numbered = any(row.number for row in book.rows)
    columns = tuple(replace(one, hidden=True) if one.key == "number" and not numbered else one for one in _COLUMNS)
    if not book.for_all:
        return Layout(columns, len(book.rows), PROPOSAL_ROWS)
    columns = tuple(_ORGANISATION if column.key == "together" else column for column in columns)
    return Layout(columns, len(book.rows), 0)
