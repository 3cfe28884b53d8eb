"""Who comes and goes while the meeting runs: what the row says on the disk counts, not what a screen shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.content import StayContent
from bra_desktop.domain.decision_times import leaving
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Mode
from bra_desktop.domain.meeting import AgendaItem, Meeting, Participant
from bra_desktop.domain.register import Person
from bra_desktop.domain.spans import is_here_now, ongoing
from bra_desktop.domain.taking_part import took_part
from bra_desktop.services.changing import content_now, is_locked, meeting_to_change
from bra_desktop.services.live.decision_times import came_after, decided_since_she_went
from bra_desktop.services.live.serving import stand_down
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work


def call(office: Office, participant_id: str) -> ChangeSet | None:
    """At roll call: who is not marked is there from the opening, who is marked is not there after all.

    Who has taken part in something while it went on leaves instead, and comes back by the next mark.
    """
    with office.work("Upprop") as work:
        found = _taken_up(work, participant_id)
        here, now, item = _here(work, found), office.time_now(), _ongoing(work, found, "")
        if here and item and _took_part(work, found, item, here):
            _go(work, found, now, item)
        elif here:
            found.stays, found.serves_for, found.services = (), None, ()
        elif found.stays:
            _come(work, found, now, item, Mode.ON_SITE)
        else:
            found.stays = (StayContent(),)
        found.absence_notified = False
        return work.commit()


def arrive(
    office: Office, participant_id: str, at: time | None = None, item_id: str = "", mode: Mode = Mode.ON_SITE
) -> ChangeSet | None:
    """Somebody comes (back) at a clock time, at the item that is taken up."""
    with office.work("Kommer") as work:
        found = _taken_up(work, participant_id)
        if _here(work, found):
            raise RuleBroken(f"{_name(work, found)} är redan närvarande.", where="närvaro")
        _come(work, found, at or office.time_now(), _ongoing(work, found, item_id), mode)
        return work.commit()


def leave(office: Office, participant_id: str, at: time | None = None, item_id: str = "") -> ChangeSet | None:
    """Somebody goes at a clock time. The item that is taken up is her last one if it has been decided or voted on."""
    with office.work("Går") as work:
        found = _taken_up(work, participant_id)
        if not _here(work, found):
            raise RuleBroken(f"{_name(work, found)} är inte närvarande.", where="närvaro")
        _go(work, found, at or office.time_now(), _ongoing(work, found, item_id))
        return work.commit()


def come_or_go(office: Office, participant_id: str, item_id: str = "") -> ChangeSet | None:
    """Who is there goes now, who is not comes now: what the row says on the disk counts, not what a screen shows."""
    with office.work("Kommer eller går") as work:
        found = _taken_up(work, participant_id)
        now, item = office.time_now(), _ongoing(work, found, item_id)
        if _here(work, found):
            _go(work, found, now, item)
        else:
            _come(work, found, now, item, Mode.ON_SITE)
        return work.commit()


def _taken_up(work: Work, participant_id: str) -> Participant:
    found = work.get(Participant, participant_id)
    meeting_to_change(work, found.meeting_id)
    return found


def _ongoing(work: Work, row: Participant, item_id: str) -> str:
    """The item in which somebody comes or goes: the one that goes on, whichever is looked at. None when it is locked
    apart, since that has ended, and between two, where the clock time tells.
    """
    item = item_id or ongoing(content_now(work, work.get(Meeting, row.meeting_id)))
    return "" if _is_locked(work, item) else item


def _is_locked(work: Work, item_id: str) -> bool:
    return bool(item_id) and is_locked(work, work.get(AgendaItem, item_id))


def _come(work: Work, row: Participant, at: time, item: str, mode: Mode) -> None:
    """Who went in this same minute and item never went, unless something was decided without her or the item is
    locked: the mark was a slip, and the stay goes on.
    """
    last = row.stays[-1] if row.stays else None
    went_now = last is not None and last.to_time == at and last.to_item in (item, "") and last.mode is mode
    slip = went_now and last is not None and not _is_locked(work, last.to_item)
    if last is not None and slip and not decided_since_she_went(work, row, at, item):
        row.stays = (*row.stays[:-1], replace(last, to_time=None, to_item="", partly=False))
        work.flush()
        stand_down(work, work.get(Meeting, row.meeting_id), row.person_id, item)
    else:
        came_after(work, row, at, item)
        row.stays = (*row.stays, StayContent(at, None, item, "", mode))


def _go(work: Work, row: Participant, at: time, item: str) -> None:
    """Who came in this same minute and item never came, unless she did something there or it was decided with her."""
    here, content = _here(work, row), content_now(work, work.get(Meeting, row.meeting_id))

    def is_slip(stay: StayContent) -> bool:
        came_now = stay in here and (stay.from_time, stay.from_item) == (at, item)
        return came_now and not took_part(content, item, row.person_id, stay)

    row.stays = tuple(
        leaving(content, row.person_id, stay, at, item) if stay in here else stay
        for stay in row.stays
        if not is_slip(stay)
    )


def _took_part(work: Work, row: Participant, item: str, stays: tuple[StayContent, ...]) -> bool:
    content = content_now(work, work.get(Meeting, row.meeting_id))
    return any(took_part(content, item, row.person_id, stay) for stay in stays)


def _here(work: Work, row: Participant) -> tuple[StayContent, ...]:
    """The stays that have no end yet, or whose end, set beforehand to an item, has not come."""
    if not any(stay.to_item and stay.to_time is None for stay in row.stays):
        return tuple(stay for stay in row.stays if stay.to_time is None)
    content = content_now(work, work.get(Meeting, row.meeting_id))
    return tuple(stay for stay in row.stays if is_here_now(content, stay))


def _name(work: Work, participant: Participant) -> str:
    return work.get(Person, participant.person_id).name
