"""A council at work in a throw-away file: an office whose clock the test sets, and meetings at every stage of life."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, Duty, ItemType, Medium, Numbering, Role
from bra_desktop.domain.register import Forum, Membership, Municipality, Organisation, Person, Seat
from bra_desktop.domain.text import plain_document
from bra_desktop.services import reading, register
from bra_desktop.services.adjusted import adjustment, certificates
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import notice, planning
from bra_desktop.signing.authority import create_authority
from bra_desktop.signing.keys import read_certificate, read_signing_key
from bra_desktop.storage.database import Database
from bra_desktop.system.clock import STOCKHOLM
from tests.templates import begun_from

CHAIR, VICE, MEMBER, SUBSTITUTE, SECRETARY, GUEST = (
    "Eva Lind", "Per Alm", "Siv Östling", "Yasmin Karlsson", "Anna Svedin", "Mattias Rönn"
)  # fmt: skip
MEMBERS = (CHAIR, VICE, MEMBER)
DAY = date(2026, 3, 5)
PIN = "1234"
AGENDA = (
    ("Mötets öppnande", ItemType.OPENING),
    ("Val av justerare", ItemType.ELECTION),
    ("Information från polisen", ItemType.INFORMATION),
    ("Mötets avslutning", ItemType.CLOSING),
)


class Clock:
    """A clock that stands still until it is set, in Swedish time."""

    def __init__(self) -> None:
        self._now = datetime(2026, 2, 2, 9, 0, tzinfo=STOCKHOLM)

    def __call__(self) -> datetime:
        return self._now

    def set(self, day: date, clock: time = time(9)) -> None:
        self._now = datetime.combine(day, clock, tzinfo=STOCKHOLM)


@cache
def issued() -> tuple[bytes, dict[str, bytes]]:
    """An authority's certificate and a certificate file for each who signs; keys take their time, so made once."""
    begin, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
    authority = create_authority("Almby kommun", begin, end)
    people = (SECRETARY, CHAIR, VICE, MEMBER)
    files = {name: authority.issue(name, "Almby kommun", PIN, begin, end) for name in people}
    return authority.certificate.public_bytes(Encoding.PEM), files


@cache
def issued_certificates() -> dict[str, Certificate]:
    """The certificates in those files, read once."""
    return {name: read_signing_key(file, PIN, name).certificate for name, file in issued()[1].items()}


@dataclass
class Council:
    """One forum with its people, by name, and what a test does with its meetings."""

    office: Office
    clock: Clock
    forum_id: str
    people: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)

    def planned(self, day: date = DAY, agenda: Sequence[tuple[str, ItemType]] = AGENDA) -> str:
        """A planned meeting's reference."""
        items = tuple(planning.PlannedItem(title, kind) for title, kind in agenda)
        plan = planning.MeetingPlan(self.forum_id, day, time(10), time(12), "Rådhuset", items=items)
        return planning.plan_meeting(self.office, plan)

    def called(self, day: date = DAY) -> str:
        """A meeting whose notice has been sent."""
        ref = self.planned(day)
        notice.send_notice(self.office, ref)
        return ref

    def running(self, day: date = DAY, *, absent: Sequence[str] = ()) -> str:
        """A meeting that was opened at ten with everybody but the absent there."""
        ref = self.called(day)
        self.clock.set(day, time(10))
        for person, row in self.rows(ref).items():
            if person not in {self.people[name] for name in absent}:
                attendance.mark_present(self.office, row)
        opening.open_meeting(self.office, ref)
        return ref

    def written(self, day: date = DAY) -> str:
        """A running meeting in which every item has been taken up, with a text and a decision each."""
        ref = self.running(day)
        for item in self.items(ref):
            self.hold(item)
        attendance.appoint(self.office, ref, Duty.ADJUST, self.people[VICE])
        return ref

    def hold(self, item: ItemContent) -> None:
        """Take up an item, write its text and a decision."""
        minutes.take_up(self.office, item.key)
        minutes.save_text(self.office, item.key, plain_document("Rådet diskuterar frågan.", item.key))
        decisions.add_decision(self.office, item.key, "att notera informationen", DecisionKind.NOTE)

    def closed(self, day: date = DAY) -> str:
        """A meeting closed at noon."""
        ref = self.written(day)
        self.clock.set(day, time(12))
        opening.close_meeting(self.office, ref)
        return ref

    def frozen(self, day: date = DAY) -> str:
        """A meeting whose protocol is handed to adjustment, or whose notes are established."""
        ref = self.closed(day)
        if self.content(ref).forum.profile is DocumentProfile.NOTES:
            adjustment.establish(self.office, ref)
        else:
            adjustment.hand_to_review(self.office, ref)
            adjustment.hand_to_adjustment(self.office, ref)
        return ref

    def content(self, ref: str) -> MeetingContent:
        return self.office.content(ref)

    def items(self, ref: str) -> tuple[ItemContent, ...]:
        return self.content(ref).items

    def item(self, ref: str, number: int = 0) -> str:
        """The id of the item at that place in the agenda."""
        return self.items(ref)[number].key

    def rows(self, ref: str) -> dict[str, str]:
        """The ids of the rows of attendance, by person."""
        return dict(reading.meeting_view(self.office, ref).participants)

    def row(self, ref: str, name: str) -> str:
        return self.rows(ref)[self.people[name]]

    def certificates(self) -> dict[str, bytes]:
        """Certificate files for those who sign, registered, from an authority that is trusted."""
        root, files = issued()
        with self.office.work("Lita på utfärdare") as work:
            certificates.trust_authority(self.office, work, read_certificate(root))
            work.commit()
        for name, certificate in issued_certificates().items():
            certificates.pin_certificate(self.office, self.people[name], certificate)
        return files

    def add_person(self, name: str, organisation: str | None = None) -> str:
        person = Person(id=str(uuid4()), name=name, organisation_id=organisation)
        register.add(self.office, person)
        self.people[name] = person.id
        return person.id

    def add_organisation(self, name: str, *, receives_sheets: bool = True) -> str:
        organisation = Organisation(id=str(uuid4()), name=name, receives_sheets=receives_sheets)
        register.add(self.office, organisation)
        self.organisations[name] = organisation.id
        return organisation.id

    def everything(self) -> str:
        """Every row of every table: what must be the same after a refusal."""
        return whole(self.office.database)


def refused(made: Council, act: Callable[[], object], words: str, error: type[UserError] = RuleBroken) -> None:
    """The act is refused with these words, and not a row has changed."""
    before = made.everything()
    with pytest.raises(error) as refusal:
        act()
    assert words in refusal.value.text.replace("\N{NO-BREAK SPACE}", " ")
    assert made.everything() == before


def whole(database: Database) -> str:
    """Every row of every table as text."""
    with database.reading() as connection:
        tables = sorted(database.schema.metadata.tables)
        return json.dumps(
            {t: [list(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{t}" ORDER BY 1')] for t in tables},
            default=str,
        )


def pdf_text(pdf: bytes) -> str:
    """What a second reader, independent of the one that wrote it, finds on the pages."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages).replace("\N{NO-BREAK SPACE}", " ")


@contextmanager
def council(
    profile: DocumentProfile = DocumentProfile.COUNCIL,
    numbering: Numbering = Numbering.PER_YEAR,
    medium: Medium = Medium.ELECTRONIC,
    **settings: Any,
) -> Iterator[Council]:
    """A municipality with one forum: three seats, a substitute, a secretary, and a guest in the register."""
    forum_settings = {"profile": profile, "numbering": numbering, "medium": medium, **settings}
    key = ("council", *sorted((name, repr(value)) for name, value in forum_settings.items()))
    clock = Clock()
    with begun_from(key, lambda database: _found(_office(database, Clock()), forum_settings)) as (database, ids):
        yield Council(_office(database, clock), clock, *ids)


def _office(database: Database, clock: Clock) -> Office:
    return Office(database, SECRETARY, "test", clock, lambda: str(uuid4()))


def _found(office: Office, settings: dict[str, Any]) -> tuple[str, dict[str, str], dict[str, str], dict[str, str]]:
    """Founds the municipality and its forum; the ids that a council keeps."""
    register.add(office, Municipality(id=str(uuid4()), name="Almby kommun", genitive="Almby kommuns"))
    forum = Forum(
        id=str(uuid4()),
        name="Brottsförebyggande rådet",
        short_name="BRÅ",
        definite="brottsförebyggande rådet",
        **settings,
    )
    register.add(office, forum)
    made = Council(office, Clock(), forum.id)
    home = made.add_organisation("Kommunledningsförvaltningen")
    for position, name in enumerate((*MEMBERS, SUBSTITUTE, SECRETARY, GUEST)):
        made.add_person(name, home)
        if name in MEMBERS:
            seat = register.add(office, Seat(id=str(uuid4()), forum_id=forum.id, position=position))
            made.seats[name] = seat.id
    _seat(made, Role.CONVENER if forum.profile is DocumentProfile.NOTES else Role.CHAIR)
    return made.forum_id, made.people, made.seats, made.organisations


def _seat(made: Council, lead: Role) -> None:
    roles = {CHAIR: lead, SUBSTITUTE: Role.SUBSTITUTE, SECRETARY: Role.SECRETARY}
    for position, name in enumerate((*MEMBERS, SUBSTITUTE, SECRETARY)):
        membership = Membership(
            id=str(uuid4()),
            forum_id=made.forum_id,
            person_id=made.people[name],
            role=roles.get(name, Role.MEMBER),
            seat_id=made.seats.get(name),
            substitutes_for=tuple(made.seats.values()) if name == SUBSTITUTE else (),
            position=position,
        )
        register.add(made.office, membership)
