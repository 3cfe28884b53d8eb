"""An invented meeting that has something below every heading, to show a forum's wording on."""

from __future__ import annotations

from datetime import date, datetime, time

from bra_desktop.domain.content import (
    ActionContent,
    AdjustmentContent,
    DecisionContent,
    DispatchContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    MunicipalityContent,
    NoticeContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PersonContent,
    ProposalContent,
    SeatContent,
    StayContent,
)
from bra_desktop.domain.kinds import Capacity, Duty, ItemType, Medium, MeetingState, Role
from bra_desktop.domain.text import plain_document

_WHOLE = (StayContent(),)
_PEOPLE = (
    ("chair", "Eva Lind", "ordförande", "board"),
    ("member", "Per Alm", "lokalpolischef", "police"),
    ("missed", "Ingrid Ståhl", "rektor", "board"),
    ("away", "Siv Östling", "verksamhetschef", "board"),
    ("serving", "Olle Wikström", "skolchef", "board"),
    ("spare", "Karin Modig", "enhetschef", "board"),
    ("secretary", "Anna Svedin", "sekreterare", "board"),
    ("official", "Martin Öberg", "säkerhetssamordnare", "board"),
    ("guest", "Lena Holm", "processledare", "police"),
)


def sample_meeting(municipality: MunicipalityContent, forum: ForumContent, year: int) -> MeetingContent:
    """A meeting of the forum that was held on a day in May of that year."""
    return MeetingContent(
        ref="EXEMPEL",
        municipality=municipality,
        forum=forum,
        date=date(year, 5, 20),
        starts=time(10),
        ends=time(12),
        opened_at=time(10),
        closed_at=time(11, 50),
        place="Rådhuset",
        registry_number=f"KS {year}/118",
        state=MeetingState.ADJUSTMENT,
        medium=Medium.INK,
        notice=NoticeContent(sent_on=date(year, 5, 6)),
        adjustment=AdjustmentContent("Rådhuset", datetime(year, 5, 27, 15)),
        organisations=(OrganisationContent("board", "Almby kommun"), OrganisationContent("police", "Polisen")),
        people=tuple(PersonContent(key, name, title, home) for key, name, title, home in _PEOPLE),
        seats=tuple(SeatContent(key, home, holders=(key,)) for key, _name, _title, home in _PEOPLE[:4]),
        participants=_participants(),
        officers=(OfficerContent(Duty.ADJUST, "member"),),
        items=_items(),
    )


def _participants() -> tuple[ParticipantContent, ...]:
    present = (
        ("official", Capacity.OFFICIAL, Role.MEMBER),
        ("guest", Capacity.GUEST, Role.MEMBER),
        ("spare", Capacity.SUBSTITUTE, Role.SUBSTITUTE),
        ("secretary", Capacity.OFFICIAL, Role.SECRETARY),
    )
    return (
        ParticipantContent("chair", role=Role.CHAIR, seat="chair", stays=_WHOLE),
        ParticipantContent("member", seat="member", stays=_WHOLE),
        ParticipantContent("missed", seat="missed", absence_notified=True),
        ParticipantContent("away", seat="away"),
        ParticipantContent("serving", Capacity.SUBSTITUTE, Role.SUBSTITUTE, serves_for="missed", stays=_WHOLE),
        *(ParticipantContent(key, capacity, role, stays=_WHOLE) for key, capacity, role in present),
    )


def _items() -> tuple[ItemContent, ...]:
    main = ItemContent(
        "main",
        "Trygghetsvandring i centrum",
        "1",
        31,
        presenters=("official",),
        opened_at=time(10, 5),
        basis=plain_document("Vandringen hölls den 5 maj med handlare, polis och boende."),
        text=plain_document("Martin Öberg går igenom vad som noterades. Belysningen vid gångtunneln är bristfällig."),
        proposals=(ProposalContent("proposal", "notera redovisningen till protokollet"),),
        decisions=(
            DecisionContent("first", "notera redovisningen till protokollet"),
            DecisionContent("second", "följa upp vandringen i höst"),
        ),
        actions=(ActionContent("action", "Se över belysningen vid gångtunneln", ("board",)),),
        dispatch=(DispatchContent("police"), DispatchContent("board")),
    )
    others = ("Information från polisen", "Höstens möten", "Mötet avslutas")
    rest = (
        ItemContent(f"rest-{n}", title, str(n + 2), 32 + n, ItemType.INFORMATION, opened_at=time(11, 10 * n))
        for n, title in enumerate(others)
    )
    return (main, *rest)
