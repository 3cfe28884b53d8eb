"""Decisions of an item, and what leads to them and follows from them: motions, votes, reservations, recusals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from bra_desktop.domain.clock_gaps import check_recusal
from bra_desktop.domain.content import (
    DispatchContent,
    MeetingContent,
    MotionContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    VoteContent,
)
from bra_desktop.domain.decisions import COMING_BACK, check_reservations
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.meeting import AgendaItem, Decision, Meeting
from bra_desktop.domain.taking_part import check_motion, check_uninvolved
from bra_desktop.domain.votes import as_taken, check_vote
from bra_desktop.services.changing import content_now, item_to_change, last_position
from bra_desktop.services.live.decision_times import note_time, refuse_in_break
from bra_desktop.services.live.meeting_times import refusing_what_is_to_come
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.carrying import bring_back_late, take_back_late
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work

ADDING, CHANGING, REMOVING = "Lägg till beslut", "Ändra beslut", "Ta bort beslut"


class Keyed(Protocol):
    """A part of an item with a key."""

    @property
    def key(self) -> str:
        """The part's key within its item."""


P = TypeVar("P", bound=Keyed)


def without_att(text: str) -> str:
    """An att-sats without its first word: "att notera …" becomes "notera …"."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if first.lower() == "att" else text.strip()


def add_decision(
    office: Office,
    item_id: str,
    text: str,
    kind: DecisionKind = DecisionKind.OTHER,
    until: date | None = None,
    place: int | None = None,
) -> str:
    """Add an att-sats last, or at a place (from 0); answers its id. The word att may be typed or left out.

    Raises UserError for an empty text, RuleBroken when the item is locked.
    """
    words = _checked(without_att(text), "Skriv vad som beslutas, t.ex. att notera informationen till protokollet.")
    with office.work(ADDING) as work:
        item = item_to_change(work, item_id)
        decisions = _decisions(work, item)
        new = Decision(
            id=office.new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            position=last_position([d.position for d in decisions]),
            text=words,
            kind=kind,
            until=until,
        )
        note_time(office, work, item, new)
        work.add(new)
        if place is not None:
            decisions.insert(max(0, place), new)
            _renumber(decisions)
        _come_back(office, work, item, new)
        work.commit()
    return new.id


def change_decision(
    office: Office,
    decision_id: str,
    text: str,
    kind: DecisionKind | None = None,
    until: date | None = None,
    revision: int | None = None,
) -> ChangeSet | None:
    """Change the wording of an att-sats. Raises as :func:`add_decision`, and Stale."""
    words = _checked(without_att(text), "Beslutet saknar text. Skriv den eller ta bort beslutet.")
    with office.work(CHANGING) as work:
        found = work.get(Decision, decision_id, revision)
        item = item_to_change(work, found.item_id)
        found.text, found.kind = words, kind or found.kind
        found.until = until if kind is not None else found.until
        _come_back(office, work, item, found)
        return work.commit()


def move_decision(office: Office, decision_id: str, place: int) -> ChangeSet | None:
    """Move an att-sats to a place (from 0) among its item's decisions."""
    with office.work("Flytta beslut") as work:
        found = work.get(Decision, decision_id)
        item = item_to_change(work, found.item_id)
        decisions = [d for d in _decisions(work, item) if d.id != found.id]
        decisions.insert(max(0, min(place, len(decisions))), found)
        _renumber(decisions)
        return work.commit()


def remove_decision(office: Office, decision_id: str) -> ChangeSet | None:
    """Take an att-sats away; undo brings it back."""
    with office.work(REMOVING) as work:
        found = work.get(Decision, decision_id)
        item = item_to_change(work, found.item_id)
        work.delete(found)
        _come_back(office, work, item)
        return work.commit()


def decide_proposals(office: Office, item_id: str) -> tuple[str, ...]:
    """Turn the item's proposals into decisions, once each; answers the new decisions' ids.

    Raises RuleBroken when the item is locked, or goes on while the meeting is adjourned.
    """
    with office.work("Gör till beslut") as work:
        item = item_to_change(work, item_id)
        refuse_in_break(work, item)
        decisions = _decisions(work, item)
        have = {d.text for d in decisions}
        start = last_position([d.position for d in decisions])
        new = [
            Decision(
                id=office.new_id(),
                meeting_id=item.meeting_id,
                item_id=item.id,
                position=start + n,
                text=words,
                kind=proposal.kind,
            )
            for n, proposal in enumerate(item.proposals)
            if (words := without_att(proposal.text)) not in have
        ]
        note_time(office, work, item, *new)
        work.add(*new)
        _come_back(office, work, item, *new)
        work.commit()
    return tuple(d.id for d in new)


def set_proposals(office: Office, item_id: str, proposals: tuple[ProposalContent, ...]) -> ChangeSet | None:
    """Prepare the decisions that are proposed for an item."""
    return _set_parts(office, item_id, "Ändra förslag till beslut", "proposals", proposals)


def put_motion(office: Office, item_id: str, motion: MotionContent) -> ChangeSet | None:
    """Add or change a motion (by its key). Raises RuleBroken for somebody disqualified who makes or supports it."""
    return _put(office, item_id, "Yrkande", "motions", motion, check=check_motion)


def put_vote(office: Office, item_id: str, vote: VoteContent) -> ChangeSet | None:
    """Add or change a vote.

    Raises RuleBroken for a ballot by somebody disqualified or not deciding (kommunallagen 5:56 for the casting vote),
    and for a new vote in an item that goes on while the meeting is adjourned.
    """

    def refuse(work: Work, item: AgendaItem) -> None:
        if vote.key not in {one.key for one in item.votes}:
            refuse_in_break(work, item, "ni röstar")

    return _put(office, item_id, "Omröstning", "votes", vote, check=check_vote, completed=as_taken, stop=refuse)


def put_reservation(office: Office, item_id: str, reservation: ReservationContent) -> ChangeSet | None:
    """Add or change a reservation: only by those who took part, from when the item is taken up until the meeting ends
    (kommunallagen 4:27). Raises UserError for a time that is yet to come.
    """
    stop = refusing_what_is_to_come(office, reservation, "announced_at")
    return _put(office, item_id, "Reservation", "reservations", reservation, check=check_reservations, stop=stop)


def put_statement(office: Office, item_id: str, statement: StatementContent) -> ChangeSet | None:
    """Add or change words put on record."""
    return _put(office, item_id, "Protokollsanteckning", "statements", statement)


def put_recusal(office: Office, item_id: str, recusal: RecusalContent) -> ChangeSet | None:
    """Add or change a conflict of interest: the person is out of the room for the item.

    Raises RuleBroken for somebody who has already voted, moved a motion or reserved herself in it, or is not there, and
    UserError for somebody who would come back before she leaves, and for a time that is yet to come.
    """
    stop = refusing_what_is_to_come(office, recusal, "left_at", "returned_at")
    return _put(office, item_id, "Anmäl jäv", "recusals", recusal, check_recusal, before=check_uninvolved, stop=stop)


def remove_part(office: Office, item_id: str, field: str, key: str) -> ChangeSet | None:
    """Take away a motion, vote, reservation, statement, recusal or proposal by its key."""
    if field not in ("proposals", "motions", "votes", "reservations", "statements", "recusals"):
        raise ValueError(field)
    with office.work("Ta bort uppgift") as work:
        item = item_to_change(work, item_id)
        setattr(item, field, tuple(part for part in getattr(item, field) if part.key != key))
        return work.commit()


def set_dispatch(office: Office, item_id: str, recipients: tuple[DispatchContent, ...]) -> ChangeSet | None:
    """Say to whom the decision is sent."""
    return _set_parts(office, item_id, "Beslutet skickas till", "dispatch", recipients)


def set_immediate(office: Office, item_id: str, immediate: bool) -> ChangeSet | None:
    """Mark the item for immediate adjustment."""
    with office.work("Omedelbar justering") as work:
        item_to_change(work, item_id).immediate_adjustment = immediate
        return work.commit()


def _come_back(office: Office, work: Work, item: AgendaItem, *written: Decision) -> None:
    """What is put off when the meeting is closed already goes to an agenda at once, since no closing will send it; and
    what is not put off after all leaves the agenda again.
    """
    if any(decision.kind in COMING_BACK for decision in written):
        bring_back_late(office, work, item)
    else:
        take_back_late(work, item)


def _put(
    office: Office,
    item_id: str,
    label: str,
    field: str,
    new: P,
    check: Callable[[MeetingContent, str, P], None] | None = None,
    before: Callable[[MeetingContent, str, P], None] | None = None,
    completed: Callable[[MeetingContent, str, P], P] | None = None,
    stop: Callable[[Work, AgendaItem], None] = lambda _work, _item: None,
) -> ChangeSet | None:
    """``stop`` raises what forbids it as things stand. ``before`` and ``completed`` are asked of the meeting as it was,
    ``check`` of the meeting with the part in it.
    """
    check_words(f"{label}: texten", field, new)
    with office.work(label) as work:
        item = item_to_change(work, item_id)
        stop(work, item)
        if before is not None:
            before(content_now(work, work.get(Meeting, item.meeting_id)), item.id, new)
        if completed is not None:
            new = completed(content_now(work, work.get(Meeting, item.meeting_id)), item.id, new)
        old: tuple[P, ...] = getattr(item, field)
        known = any(part.key == new.key for part in old)
        setattr(item, field, tuple(new if p.key == new.key else p for p in old) if known else (*old, new))
        if check is not None:
            check(content_now(work, work.get(Meeting, item.meeting_id)), item.id, new)
        return work.commit()


def _set_parts(office: Office, item_id: str, label: str, field: str, parts: tuple[object, ...]) -> ChangeSet | None:
    check_words(f"{label}: texten", field, parts)
    with office.work(label) as work:
        setattr(item_to_change(work, item_id), field, parts)
        return work.commit()


def _decisions(work: Work, item: AgendaItem) -> list[Decision]:
    return sorted(work.all(Decision, item_id=item.id), key=lambda d: (d.position, d.id))


def _renumber(decisions: list[Decision]) -> None:
    for position, decision in enumerate(decisions):
        if decision.position != position:
            decision.position = position


def _checked(text: str, empty: str) -> str:
    words = text.strip()
    if not words:
        raise UserError(empty, where="beslut")
    check_words("Beslutet", "beslut", words)
    return words
