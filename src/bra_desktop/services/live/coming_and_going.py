"""Who comes and goes while the meeting runs: what the row says on the disk counts, not what a screen shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.content import StayContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Mode
from bra_desktop.domain.meeting import Meeting, Participant
from bra_desktop.domain.register import Person
from bra_desktop.domain.spans import is_here_now, leaving
from bra_desktop.services.changing import content_now, meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work


def call(office: Office, participant_id: str) -> ChangeSet | None:
    """At roll call: who is not marked is there from the opening, who is marked is not there after all."""
    with office.work("Upprop") as work:
        found = _taken_up(work, participant_id)
        if _here(work, found):
            found.stays, found.serves_for, found.services = (), None, ()
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
        _come(found, at or office.time_now(), _ongoing(work, found, item_id), mode)
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
            _come(found, now, item, Mode.ON_SITE)
        return work.commit()


def _taken_up(work: Work, participant_id: str) -> Participant:
    found = work.get(Participant, participant_id)
    meeting_to_change(work, found.meeting_id)
    return found


def _ongoing(work: Work, row: Participant, item_id: str) -> str:
    return item_id or work.get(Meeting, row.meeting_id).current_item_id or ""


def _come(row: Participant, at: time, item: str, mode: Mode) -> None:
    """Who went in this same minute and item never went: the mark was a slip, and the stay goes on."""
    last = row.stays[-1] if row.stays else None
    if last is not None and last.to_time == at and last.to_item in (item, "") and last.mode is mode:
        row.stays = (*row.stays[:-1], replace(last, to_time=None, to_item="", partly=False))
    else:
        row.stays = (*row.stays, StayContent(at, None, item, "", mode))


def _go(work: Work, row: Participant, at: time, item: str) -> None:
    """Who came in this same minute and item never came."""
    here, content = _here(work, row), content_now(work, work.get(Meeting, row.meeting_id))
    row.stays = tuple(
        leaving(content, s, at, item) if s in here else s
        for s in row.stays
        if not (s in here and (s.from_time, s.from_item) == (at, item))
    )


def _here(work: Work, row: Participant) -> tuple[StayContent, ...]:
    """The stays that have no end yet, or whose end, set beforehand to an item, has not come."""
    if not any(stay.to_item and stay.to_time is None for stay in row.stays):
        return tuple(stay for stay in row.stays if stay.to_time is None)
    content = content_now(work, work.get(Meeting, row.meeting_id))
    return tuple(stay for stay in row.stays if is_here_now(content, stay))


def _name(work: Work, participant: Participant) -> str:
    return work.get(Person, participant.person_id).name
