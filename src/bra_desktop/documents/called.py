"""Who is called to a meeting, and the day and those who call, with room for their names by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Block, SignatureBlock, SignatureField, field_row
from bra_desktop.documents.protocol_front import MANY_NAMES, names_in_columns, two_on_a_row
from bra_desktop.documents.text_blocks import Column, Heading, Paragraph, Row, Table, text_row, words
from bra_desktop.domain.content import MeetingContent, ParticipantContent
from bra_desktop.domain.kinds import Capacity, DocumentProfile, Role
from bra_desktop.domain.swedish import DASH, capital_first
from bra_desktop.domain.swedish_dates import date_in_text

_OTHERS = (
    ("Ersättare", (Capacity.SUBSTITUTE,)),
    ("Inbjudna", (Capacity.CO_OPTED, Capacity.OFFICIAL, Capacity.GUEST)),
)


def writer(content: MeetingContent) -> str:
    """What the one who writes is called: notes have no secretary."""
    return "antecknar" if content.forum.profile is DocumentProfile.NOTES else "sekreterare"


def called(content: MeetingContent) -> list[Block]:
    """Members with organisation and substitute; substitutes without a seat and guests below."""
    rows, placed = [], set()
    for who in naming.members(content):
        mine = [p.person for p in content.participants if p.serves_for and p.serves_for == who.seat]
        placed.update(mine)
        rows.append(
            text_row(
                naming.member_name(content, who),
                naming.organisations_on_row(content, who) or DASH,
                naming.reserved(content, mine) or DASH,
            )
        )
    rows += [
        text_row(naming.vacant_name(s), naming.vacant_for(content, s) or DASH, DASH)
        for s in naming.vacant_seats(content)
    ]
    if not rows:
        return []
    result: list[Block] = [Heading("Kallade"), _members(rows, substitutes=bool(placed))]
    for label, capacities in _OTHERS:
        people = [p for p in content.participants if p.capacity in capacities and p.person not in placed]
        if people:
            result.append(field_row(label, f"{'; '.join(_invited(content, p) for p in people)}."))
    return result


def _members(rows: Sequence[Row], *, substitutes: bool) -> Table:
    """Without the column of substitutes where there are none; many names stand in columns, if they go in on a line."""
    if len(rows) >= MANY_NAMES and not substitutes:
        texts = (["".join(run.text for run in cell.runs) for cell in row.cells[:2]] for row in rows)
        names = [", ".join(text for text in row if text not in ("", DASH)) for row in texts]
        if two_on_a_row(names):
            return names_in_columns(names, "Kallade ledamöter, flera på varje rad", wide=True)
    columns: tuple[Column, ...] = (Column("Ledamot", width=52), Column("Organisation"), Column("Ersättare", width=42))
    kept = columns if substitutes else columns[:2]
    shown = tuple(Row(row.cells[: len(kept)]) for row in rows)
    return Table(kept, shown, summary="Kallade ledamöter och ersättare", wide=True, row_heads=True, dense=True)


def _invited(content: MeetingContent, who: ParticipantContent) -> str:
    told = (naming.with_party(content, who.person), content.person(who.person).title, naming.co_opted(who))
    return ", ".join(part for part in told if part)


def signed(content: MeetingContent, sent_on: date | None) -> list[Block]:
    """The day it was sent and a line for each of those who call, in notes only their names.

    Nothing before that day is known.
    """
    if not sent_on:
        return []
    roles = (
        (Role.CHAIR, "ordförande"),
        (Role.CONVENER, "sammankallande"),
        (Role.SECRETARY, writer(content)),
    )
    fields = [
        SignatureField("", content.person(p.person).name, capital_first(word))
        for role, word in roles
        for p in content.participants
        if p.role is role
    ]
    day = date_in_text(sent_on)
    if content.forum.profile is DocumentProfile.NOTES:
        names = (f"{field.person}, {field.role.lower()}" for field in fields)
        return [Paragraph(words("\n".join((day, *names))))]
    return [Paragraph(words(day)), SignatureBlock(tuple(fields))] if fields else [Paragraph(words(day))]
