"""The list that those who come sign on paper (närvarolista): printed before the meeting, with room for guests."""

from __future__ import annotations

from collections.abc import Iterable

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Block, Document, field_row
from bra_desktop.documents.list_frame import framed
from bra_desktop.documents.text_blocks import Cell, Column, Paragraph, Row, Table, text_row, words
from bra_desktop.domain.content import MeetingContent, ParticipantContent
from bra_desktop.domain.kinds import Capacity, DocumentProfile, Reply, Role
from bra_desktop.domain.swedish import DASH, capital_first
from bra_desktop.domain.swedish_dates import clock_range

NAME = "Närvarolista"
GUESTS = 6
_OTHERS = (Capacity.CO_OPTED, Capacity.OFFICIAL, Capacity.GUEST)
_HOW_TO = "Skriv under på din rad. Gäster skriver namn och organisation längst ned."


def attendance_list(content: MeetingContent, *, arms: str = "") -> Document:
    """The list's blocks: each who is called on a row of her own, also two who share a seat, and empty rows last."""
    return framed(content, NAME, _blocks(content), arms=arms)


def _blocks(content: MeetingContent) -> Iterable[Block]:
    times = capital_first(clock_range(content.starts, content.ends))
    yield field_row("Tid och plats", ", ".join(part for part in (times, content.place) if part))
    yield Paragraph(words(_HOW_TO), "note")
    yield Table(
        (Column("Namn", width=50), Column("Organisation"), Column("Underskrift", width=55)),
        tuple(_rows(content)),
        summary="De kallade, med plats för underskrift",
        wide=True,
        row_heads=True,
        to_fill_in=True,
    )


def _rows(content: MeetingContent) -> Iterable[Row]:
    called = content.participants
    members = "Deltagare" if content.forum.profile is DocumentProfile.NOTES else "Ledamöter"
    seated = sorted((p for p in called if p.capacity is Capacity.MEMBER), key=naming.rank)
    empty = naming.vacant_seats(content)
    vacant = [text_row(naming.vacant_name(s), naming.vacant_for(content, s) or DASH, DASH) for s in empty]
    yield from _group(members, [*(_row(content, who) for who in seated), *vacant])
    yield from _group("Ersättare", [_row(content, p) for p in called if p.capacity is Capacity.SUBSTITUTE])
    yield from _group("Övriga kallade", [_row(content, p) for p in called if p.capacity in _OTHERS])
    yield from _group("Gäster", [text_row("", "", "")] * GUESTS)


def _group(name: str, rows: list[Row]) -> list[Row]:
    return [text_row(name, kind="group"), *rows] if rows else []


def _row(content: MeetingContent, who: ParticipantContent) -> Row:
    name, belongs = naming.with_office(content, who), naming.organisation_of(content, who) or DASH
    return Row((Cell(words(name), note=_beside(content, who)), Cell(words(belongs)), Cell()))


def _beside(content: MeetingContent, who: ParticipantContent) -> str:
    """What is known of somebody beforehand: for whom she stands in, that she is not expected."""
    seat = next((s for s in content.seats if s.key == who.serves_for and who.serves_for), None)
    other = naming.shares_with(content, who)
    said = (
        "sekreterare" if who.role is Role.SECRETARY and content.forum.profile is not DocumentProfile.NOTES else "",
        naming.co_opted(who),
        f"ersättare för {naming.plain(content, seat.holders) or naming.vacant_seat(content, seat)}" if seat else "",
        f"växlar med {content.person(other.person).name}" if other else "",
        "anmält förhinder" if _prevented(who) else "",
    )
    return "\n".join(part for part in said if part)


def _prevented(who: ParticipantContent) -> bool:
    """Whether somebody has said that she can't come; a substitute who was called in is expected."""
    if who.reply is Reply.SUBSTITUTE_CALLED:
        return who.capacity is not Capacity.SUBSTITUTE
    return who.absence_notified or who.reply is Reply.PREVENTED
