"""Corrections (rättelser) of a locked protocol, printed beside what the original says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Block, Document, EndOfItems, ItemHeading, RailSection, field_row
from bra_desktop.documents.item_wording import clauses
from bra_desktop.documents.list_frame import framed
from bra_desktop.documents.protocol_front import paragraphs_words
from bra_desktop.documents.text_blocks import Cell, Column, Heading, Paragraph, Row, Run, Runs, Table, words
from bra_desktop.documents.written import paragraphs
from bra_desktop.domain.confidentiality import page_words
from bra_desktop.domain.content import ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.swedish import listing, shortened
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.text import plain_text

NAME = "Rättelse"
_LONGEST = 700
_UNCHANGED = "är låst och har inte ändrats. Läs det tillsammans med det som står här."


@dataclass(frozen=True)
class Corrected:
    """One correction: of an item (its key) or of the whole, by whom and when, why, and what it says instead."""

    item: str
    made_on: date
    author: str
    reason: str
    text: str


def correction(content: MeetingContent, made: Sequence[Corrected], *, arms: str = "") -> Document:
    """The corrections in the order of the items, the whole protocol's first; the document's day is the latest one's.

    Like the protocol itself it is whole, and says so when something in it is marked as confidential.
    Raises ValueError without corrections.
    """
    shown = naming.with_plain_numbers(content)
    latest = max(one.made_on for one in made)
    keys = {one.item for one in made}
    warning = page_words(
        replace(content, items=tuple(i for i in content.items if i.key in keys), annexes=(), notice=NoticeContent()),
        public=False,
    )
    return framed(shown, NAME, _blocks(shown, made), arms=arms, made_on=latest, warn=warning)


def _blocks(content: MeetingContent, made: Sequence[Corrected]) -> Iterable[Block]:
    notes = content.forum.profile is DocumentProfile.NOTES
    paper = "Anteckningarna" if notes else "Protokollet"
    adjusted = content.adjustment.adjusted_on
    locked = f"{'fastställda' if notes else 'justerat'} {date_in_text(adjusted)}" if adjusted else ""
    yield field_row("Gäller", ", ".join(part for part in (paper.lower(), paragraphs_words(content), locked) if part))
    yield Paragraph(words(f"{paper} {_UNCHANGED}"))
    whole = [one for one in made if not one.item]
    if whole:
        yield Heading("Hela mötet")
        yield _table(whole, ())
    for item in content.items:
        own = [one for one in made if one.item == item.key]
        if own:
            number = naming.item_number(content.forum, item)
            yield ItemHeading(number, item.title, item.registry_number, key=item.key)
            yield _table(own, _original(item))
    yield EndOfItems()


def _table(made: Sequence[Corrected], original: Runs) -> Table:
    """What the original says stands once, beside the first of its corrections."""
    columns = (Column("Så står det"), Column("Rättelse")) if original else (Column("Rättelse"),)
    rows = []
    for n, one in enumerate(made):
        beside = (Cell(original if n == 0 else ()),) if original else ()
        rows.append(Row((*beside, Cell(words(one.text), note=_said(one)))))
    return Table(columns, tuple(rows), summary="Rättelser bredvid det som står i originalet", wide=True)


def _said(one: Corrected) -> str:
    return f"Rättat den {date_in_text(one.made_on)} av {one.author}. Skäl: {one.reason}"


def in_extract(made: Sequence[Corrected], *, withheld: bool) -> Iterator[Block]:
    """What an extract says of an item's corrections below it; ``withheld``: only that there are some, and since when.

    A correction is not marked apart: of an item that is marked, even in a part, it may tell what is confidential.
    """
    texts: list[str] = []
    for one in made:
        texts += [f"Rättat den {date_in_text(one.made_on)}. Se rättelsen."] if withheld else [one.text, _said(one)]
    if texts:
        yield RailSection(NAME, paragraphs(texts))


def whole_words(made: Sequence[Corrected]) -> Iterator[str]:
    """That the whole is corrected. What that says may be of any item, and so it is not said in an extract of some."""
    days = dict.fromkeys(date_in_text(one.made_on) for one in made if not one.item)
    if days:
        yield f"Protokollet i sin helhet har rättats den {listing(days)}. Se rättelsen."


def _original(item: ItemContent) -> Runs:
    """The item's decisions, else the beginning of its text."""
    lines: list[Run] = []
    for clause in clauses([decision.text for decision in item.decisions]):
        lines += [Run("\natt " if lines else "att "), *clause.runs]
    return tuple(lines) or words(shortened(plain_text(item.text), _LONGEST))
