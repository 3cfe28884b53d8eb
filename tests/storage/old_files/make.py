"""Writes the stored file of the present schema: `python -m tests.storage.old_files.make`.

One meeting is adjusted and signed, one has an item that was adjusted immediately, one is planned. Run when a schema is
released; files of earlier schemas are never touched again.
"""

from __future__ import annotations

import gzip
import shutil
import tempfile
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bra_desktop.domain import meeting as m
from bra_desktop.domain import protocol as p
from bra_desktop.domain import register as r
from bra_desktop.domain.canonical import canonical_json, digest
from bra_desktop.domain.kinds import Duty, MeetingState, Role, SignerRole
from bra_desktop.storage import sqlite
from bra_desktop.storage.bra_schema import SCHEMA
from bra_desktop.storage.database import FILE_NAME, Database
from bra_desktop.storage.work import Work

FOLDER = Path(__file__).parent
START = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


def fill(database: Database) -> None:
    """Save, as a few use cases, what the file is to hold."""
    moments = (START + timedelta(minutes=minute) for minute in range(1000))
    begin = _beginner(database, lambda: next(moments))
    forum, people = _register(begin)
    adjusted = _meeting(begin, forum, people, "BRA-2026-12-03")
    _freeze(begin, adjusted, None)
    _sign(begin, adjusted)
    partly = _meeting(begin, forum, people, "BRA-2026-12-10")
    with begin("Justera paragrafen nu") as work:
        item_id = work.all(m.AgendaItem, meeting_id=partly)[0].id
    _freeze(begin, partly, item_id)
    _meeting(begin, forum, people, "BRA-2027-01-14")


def _beginner(database: Database, clock: Callable[[], datetime]) -> Callable[[str], Work]:
    return lambda label: Work(database, "Åsa Öberg", "dator-1", clock, label)


def _new() -> str:
    return str(uuid.uuid4())


def _register(begin: Callable[[str], Work]) -> tuple[str, list[str]]:
    with begin("Skapa kommun") as work:
        organisation = r.Organisation(id=_new(), name="Socialförvaltningen", code="SF")
        people = [r.Person(id=_new(), name=name, organisation_id=organisation.id) for name in ("Åsa Öberg", "Per Ek")]
        forum = r.Forum(id=_new(), name="Brottsförebyggande rådet", ref_prefix="BRA")
        seat = r.Seat(id=_new(), forum_id=forum.id, position=1, organisation_id=organisation.id)
        member = r.Membership(id=_new(), forum_id=forum.id, person_id=people[0].id, role=Role.CHAIR, seat_id=seat.id)
        work.add(r.Municipality(id=_new(), name="Almby kommun"), organisation, *people, forum, seat, member)
        work.commit()
        return forum.id, [person.id for person in people]


def _meeting(begin: Callable[[str], Work], forum: str, people: list[str], ref: str) -> str:
    meeting = m.Meeting(
        id=_new(), ref=ref, forum_id=forum, day=date.fromisoformat(ref[4:]), starts=time(13), state=MeetingState.REVIEW
    )
    items = [m.AgendaItem(id=_new(), meeting_id=meeting.id, position=n, title=f"Punkt {n}") for n in (1, 2)]
    decision = m.Decision(
        id=_new(), meeting_id=meeting.id, item_id=items[0].id, position=1, text="lägga det till handlingarna"
    )
    with begin("Planera möte") as work:
        work.add(meeting, *items, decision)
        for n, person in enumerate(people, start=1):
            work.add(m.Participant(id=_new(), meeting_id=meeting.id, person_id=person, position=n))
        work.add(m.Officer(id=_new(), meeting_id=meeting.id, position=1, duty=Duty.PRESIDE, person_id=people[0]))
        work.add(m.Annex(id=_new(), meeting_id=meeting.id, position=1, title="Lägesbild"))
        work.add(
            m.Action(
                id=_new(),
                text="Se över belysningen",
                meeting_id=meeting.id,
                item_id=items[0].id,
                decision_id=decision.id,
            )
        )
        work.commit()
    return meeting.id


def _freeze(begin: Callable[[str], Work], meeting_id: str, item_id: str | None) -> None:
    content = canonical_json({"meeting": meeting_id, "item": item_id, "text": "Å, ä och ö"})
    with begin("Lås versionen") as work:
        pdf = work.keep(work.database.attachments.keep_bytes(content.encode(), "protokoll.pdf"))
        frozen = p.Freeze(
            id=_new(), meeting_id=meeting_id, item_id=item_id, version=1, canonical_json=content,
            digest=digest(content), pdf_digest=pdf, frozen_at=work.now,
        )  # fmt: skip
        work.add(frozen)
        if item_id is None:
            work.add(
                p.Signer(
                    id=_new(), freeze_id=frozen.id, meeting_id=meeting_id, position=1, role=SignerRole.CHAIR,
                    person_id="p", name="Åsa Öberg", field="chair",
                )
            )  # fmt: skip
            work.flush()
            work.get(m.Meeting, meeting_id).state = MeetingState.ADJUSTMENT
        work.commit()


def _sign(begin: Callable[[str], Work], meeting_id: str) -> None:
    with begin("Skriv under") as work:
        for signer in work.all(p.Signer, meeting_id=meeting_id):
            signer.signed_at = work.now
        work.flush()
        work.get(m.Meeting, meeting_id).state = MeetingState.ADJUSTED
        work.commit()


def write_stored_file() -> Path:
    """Make the file of the present schema, packed."""
    target = FOLDER / f"{SCHEMA.revision}.sqlite.gz"
    with tempfile.TemporaryDirectory() as place:
        with Database.create(Path(place) / "kommun", SCHEMA) as database:
            fill(database)
        copy = Path(place) / FILE_NAME
        sqlite.copy_online(Path(place) / "kommun" / FILE_NAME, copy)
        with copy.open("rb") as plain, target.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
            shutil.copyfileobj(plain, packed)
    return target


if __name__ == "__main__":
    print(write_stored_file())
