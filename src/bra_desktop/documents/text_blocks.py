"""The blocks that running text is made of: paragraphs, headings, lists, quotations, tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text with the same marks all through; ``language`` only where it differs from the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""


Runs = tuple[Run, ...]


def words(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """One run of plain text; nothing at all for an empty text."""
    return (Run(text, bold, italic),) if text else ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A note is smaller and muted. ``fill_in`` draws a line after the text, to write on by hand."""

    runs: Runs
    tone: Literal["body", "note", "strong"] = "body"
    fill_in: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 2 stands at the margin as a part of the document, 3 and deeper stand in the text."""

    text: str
    level: int = 2
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item with its label (a bullet or a number) and its level from 0."""

    runs: Runs
    label: str = "•"
    level: int = 0


@dataclass(frozen=True, slots=True)
class ListBlock:
    """List items that belong together; levels make nested lists.

    A ``whole`` list stands on one page; the items of a ``tight`` one stand line by line, as names do.
    """

    items: tuple[ListItem, ...]
    whole: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else, set apart."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``width`` in millimetres, 0 for as wide as its content wants.

    ``runs`` is the title where a passage of it is in another language; else it is one run.
    """

    title: str
    align: Align = "left"
    width: float = 0.0
    runs: Runs = ()

    @property
    def said(self) -> Runs:
        """The title as runs."""
        return self.runs or words(self.title)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: text, a muted note below it, how many columns it covers and a status shape before the text.

    ``step`` of a row of steps is shown as squares below the text; 0 for none.
    """

    runs: Runs = ()
    note: str = ""
    span: int = 1
    status: Literal["", "done", "ongoing", "waiting", "late", "not_started", "cancelled"] = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: plain, a sum (bold, rule above), a group (spans all columns) or tinted."""

    cells: tuple[Cell, ...]
    kind: Literal["plain", "sum", "group", "tinted"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Without any column title it has no head; ``lined`` is False for open name lists.

    ``summary`` says to a reader who hears the document what the table shows. ``wide`` over the whole width, in the
    column, or None: over the whole width only when the column is too narrow for it. ``whole`` keeps it on one page.
    ``to_fill_in``: by hand, with room on every row and a line to write on in every empty cell. ``arrows``: each column
    is a step that leads to the next.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    summary: str = ""
    wide: bool | None = False
    whole: bool = False
    row_heads: bool = False
    lined: bool = True
    dense: bool = False
    to_fill_in: bool = False
    arrows: bool = False


def text_row(*texts: str, kind: Literal["plain", "sum", "group", "tinted"] = "plain") -> Row:
    """A row of plain texts."""
    return Row(tuple(Cell(words(text)) for text in texts), kind)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """How one member voted: the word Ja, Nej, Avstår or Frånvarande."""

    name: str
    vote: str


@dataclass(frozen=True, slots=True)
class VoteTable:
    """A vote by name; the sums are counted from the rows."""

    rows: tuple[VoteRow, ...]
    summary: str = "Omröstningens resultat per ledamot"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its alternative text. ``width`` in millimetres, 0 for its own size within the column."""

    data: bytes
    alternative: str
    caption: str = ""
    width: float = 0.0


TextBlock = Paragraph | Heading | ListBlock | Quotation | Table | VoteTable | Image
