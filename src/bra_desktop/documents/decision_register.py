"""A year's decisions of a forum (beslutsregister): §, day, item, decisions in short, and the page of the protocol."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bra_desktop.documents import naming
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Block, Document, field_row
from bra_desktop.documents.corrected import Corrected, item_words, whole_words
from bra_desktop.documents.item_wording import ended
from bra_desktop.documents.list_frame import items_in_order
from bra_desktop.documents.text_blocks import Cell, Column, Row, Run, Runs, Table, words
from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import Numbering
from bra_desktop.domain.swedish import DASH, listing, lower_first, plural
from bra_desktop.domain.swedish_dates import date_in_table, date_in_text, day_and_month
from bra_desktop.domain.text import plain_text

NAME = "Beslutsregister"
_LONGEST = 160
_LOOSE_END = re.compile(r"(?:[\s,;:–-]+(?:att|och|som|i|på|till|för|av|med|den|en|ett|\d+))*[\s,;:–-]*$")
"""What would hang in the air before the dots."""


@dataclass(frozen=True)
class Held:
    """A meeting, the pages of its locked protocol by what stands before each item's title (empty until then), and what
    has been corrected in it since.
    """

    content: MeetingContent
    pages: Mapping[str, int] = field(default_factory=dict)
    corrections: Sequence[Corrected] = ()


def decision_register(meetings: Sequence[Held], *, year: int, day: date, arms: str = "") -> Document:
    """The register's blocks as of ``day``, the meetings in their order; what is confidential is left out.

    Raises IndexError without meetings.
    """
    latest = meetings[-1].content
    name, organ = f"{NAME} {year}", latest.forum.name
    return Document(
        title=name,
        subtitle=organ,
        full_title=f"{name}, {organ}",
        running_title=name,
        sender=sender(latest, Assets(arms)),
        date=day,
        blocks=tuple(_blocks(meetings, day)),
    )


def _blocks(meetings: Sequence[Held], day: date) -> Iterable[Block]:
    decided = [(held, item) for held in meetings for item in items_in_order(held.content) if item.decisions]
    public = {id(held): {item.key: item for item in public_version(held.content).items} for held in meetings}
    count = sum(len(item.decisions) for _, item in decided)
    numbered = any(naming.has_number(held.content.forum, item) for held, item in decided)
    yield field_row("Läget den", date_in_text(day))
    yield field_row("Sammanträden", listing(day_and_month(held.content.date) for held in meetings))
    yield field_row("Antal", f"{plural(count, 'beslut', 'beslut')} i {plural(len(decided), 'ärende', 'ärenden')}")
    if corrected := [*_wholly(meetings)]:
        yield field_row("Rättelse", *corrected)
    yield Table(
        (
            Column("Paragraf" if numbered else "Punkt", width=18),
            Column("Datum", width=25),
            Column("Ärende och beslut i korthet"),
            Column("Sida", "right", 12),
        ),
        tuple(_row(held, public[id(held)][item.key]) for held, item in decided),
        summary="Årets beslut i ordning, med sidan i protokollet",
        wide=True,
        row_heads=True,
        dense=True,
    )


def _row(held: Held, shown: ItemContent) -> Row:
    content = held.content
    number = naming.item_number(content.forum, shown)
    pending = "" if content.adjustment.adjusted_on else "inte justerat"
    page = held.pages.get(number) if content.forum.numbering is not Numbering.NONE else None
    return Row(
        (
            Cell(words(number or DASH)),
            Cell(words(date_in_table(content.date)), note=pending),
            Cell(
                (Run(shown.title, bold=True), *_in_short(shown)), note="".join(item_words(held.corrections, shown.key))
            ),
            Cell(words(str(page) if page else DASH)),
        )
    )


def _wholly(meetings: Sequence[Held]) -> Iterable[str]:
    """The meetings of which the protocol is corrected as a whole."""
    for held in meetings:
        for said in whole_words(held.content.forum, held.corrections):
            yield f"{day_and_month(held.content.date)}: {lower_first(said)}"


def _in_short(shown: ItemContent) -> Runs:
    """Each decision on a line; of a withheld item what stands in its place."""
    texts = [f"att {ended(short(decision.text), '')}" for decision in shown.decisions]
    return words("".join(f"\n{text}" for text in texts or [plain_text(shown.text).partition("\n")[0]]))


def short(text: str) -> str:
    """The first sentence of a decision, broken off between two words where it is long."""
    first = text.strip().removeprefix("att ").partition(". ")[0]
    if len(first) <= _LONGEST:
        return first
    cut = first[:_LONGEST]
    return f"{_LOOSE_END.sub('', cut.rpartition(' ')[0]) or cut} …"


def pages_by_number(pdf: bytes, numbers: Iterable[str]) -> dict[str, int]:
    """On what page of a protocol each item begins, from 1, by its number; read out of the file's bookmarks."""
    import pikepdf

    wanted, found = tuple(numbers), dict[str, int]()
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        at = {page.obj.objgen: n for n, page in enumerate(opened.pages, 1)}
        for entry in outline.root:
            number = next((one for one in wanted if entry.title.startswith(f"{one} ")), "")
            if number and isinstance(entry.destination, pikepdf.Array):
                found.setdefault(number, at[entry.destination[0].objgen])
    return found
