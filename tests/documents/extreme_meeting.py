"""A meeting that is too much of everything: 200 items, 150 people, an item of thirty pages, a table over five."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from bra_desktop.domain import text as t
from bra_desktop.domain.content import (
    ActionContent,
    AdjournmentContent,
    AdjustmentContent,
    AnnexContent,
    BallotContent,
    DecisionContent,
    DispatchContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    MotionContent,
    NoticeContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PersonContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    SeatContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.kinds import (
    ActionStatus,
    Ballot,
    Capacity,
    DecisionKind,
    DocumentProfile,
    Duty,
    ItemType,
    MeetingState,
    Mode,
    MotionKind,
    OrganisationKind,
    Reply,
    Role,
)
from bra_desktop.domain.votes import voting_roll
from tests.documents.samples import MUNICIPALITY, formal, picture

ITEMS, PEOPLE, SEATS = 200, 150, 110
LONG_ITEM, TABLE_ITEM, TITLE_ITEM, VOTE_ITEM, RICH_ITEM, MARKED_ITEM, STRUCK_ITEM, IMMEDIATE_ITEM = range(10, 90, 10)
LONG_TITLE = ("Trygghetsskapandeåtgärdsprogramsuppföljningsmöteshandling" * 6)[:300]
ROWS = 190
PICTURES = {hashlib.sha256(picture()).hexdigest(): picture()}
"""Those that its texts show, by digest."""
_FIRST = ("Eva", "Per", "Siv", "Yasmin", "Anna", "Mattias", "Olle", "Ingrid", "Rolf", "Karin", "Åke", "Östen", "Ärna")
_LAST = ("Lind", "Alm", "Östling", "Karlsson", "Svedin", "Rönn", "Wikström", "Ståhl", "Hedberg", "Berg", "Öberg")
_SAID = (
    "Säkerhetssamordnaren redovisar läget i centrum och vid stationen. Antalet anmälda brott har minskat med "
    "12 procent sedan förra året, medan oron för att gå ut ensam om kvällen är oförändrad. Polisen beskriver hur "
    "arbetet går vidare. "
)


def extreme() -> MeetingContent:
    """The meeting, held and not yet locked, as a meeting file may bring it."""
    people = tuple(_person(n) for n in range(PEOPLE))
    content = MeetingContent(
        "KF-2026-12-14",
        MUNICIPALITY,
        ForumContent(
            "Kommunfullmäktiges samlade brottsförebyggande råd och beredning för trygghet och säkerhet",
            "kommunfullmäktiges samlade råd",
            "KF",
            DocumentProfile.FORMAL,
            adjusters_word="Justerande",
            agenda_word="Föredragningslista",
        ),
        date(2026, 12, 14),
        time(8),
        opened_at=time(8),
        closed_at=time(22, 45),
        place="Folkets hus, stora salongen",
        registry_number="KS 2026/12",
        state=MeetingState.DRAFT,
        notice=NoticeContent(date(2026, 12, 1), date(2026, 12, 4), "anna.svedin@almby.example", _paragraphs(2)),
        adjustment=AdjustmentContent("Rådhuset, kansliet", datetime(2026, 12, 21, 15)),
        organisations=tuple(
            OrganisationContent(f"o{n}", f"Organisation nummer {n} i Almby", f"Org. {n}", OrganisationKind.OTHER)
            for n in range(12)
        ),
        people=people,
        seats=tuple(SeatContent(f"s{n}", f"o{n % 12}", holders=(f"p{n}",) if n % 37 else ()) for n in range(SEATS)),
        participants=tuple(_participant(n) for n in range(PEOPLE)),
        officers=_officers(),
        adjournments=(AdjournmentContent(time(12), time(13), "i40"), AdjournmentContent(time(17), None, "i120")),
        items=tuple(_item(n) for n in range(ITEMS)),
        annexes=tuple(
            AnnexContent(
                f"a{n}",
                f"Underlag nummer {n} med en titel som är längre än vad som ryms på en rad i förteckningen",
                n + 1,
                file_name=f"underlag-{n}.pdf",
                digest=f"{n:064x}",
                pages=n + 1,
                text=_paragraphs(3) if n == 5 else t.TextDocument(),
            )
            for n in range(40)
        ),
    )
    items = tuple(_with_voices(content, item) if item.votes else item for item in content.items)
    return replace(content, items=items)


def _person(n: int) -> PersonContent:
    name = f"{_FIRST[n % len(_FIRST)]} {_LAST[n % len(_LAST)]}-{_LAST[n % 7]}"
    return PersonContent(f"p{n}", name, "enhetschef" if n % 5 == 0 else "", f"o{n % 12}", ("AL", "SA", "LR", "")[n % 4])


def _participant(n: int) -> ParticipantContent:
    there = (StayContent(mode=Mode.REMOTE if n % 9 == 0 else Mode.ON_SITE),)
    if n % 11 == 3:
        there = (StayContent(to_item=f"i{n}"),)
    if n < SEATS:
        role = {1: Role.CHAIR, 2: Role.VICE_CHAIR}.get(n, Role.MEMBER)
        gone = n % 13 == 7
        return ParticipantContent(
            f"p{n}", Capacity.MEMBER, role, f"s{n}", stays=() if gone else there, absence_notified=n % 2 == 0
        )
    if n < 130:
        absent = 7 + 13 * ((n - SEATS) % 8)
        return ParticipantContent(
            f"p{n}", Capacity.SUBSTITUTE, Role.SUBSTITUTE, serves_for=f"s{absent}" if n % 2 else "", stays=there
        )
    role = Role.SECRETARY if n == 130 else Role.MEMBER
    capacity = Capacity.OFFICIAL if n < 140 else Capacity.GUEST
    return ParticipantContent(f"p{n}", capacity, role, stays=there, reply=Reply.COMING)


def _officers() -> tuple[OfficerContent, ...]:
    adjusters = tuple(OfficerContent(Duty.ADJUST, f"p{n}") for n in (3, 4, 5, 6, 8, 9))
    return (OfficerContent(Duty.PRESIDE, "p1", "i0", "i99"), OfficerContent(Duty.PRESIDE, "p2", "i100"), *adjusters)


def _paragraphs(count: int) -> t.TextDocument:
    return t.TextDocument(tuple(t.Paragraph(f"p{n}", (t.Run(_SAID * (1 + n % 3)),)) for n in range(count)))


def _item(n: int) -> ItemContent:
    """An item such as most are; some are what the extreme is made of."""
    item = ItemContent(
        f"i{n}",
        f"Ärende nummer {n + 1} om tryggheten i kommunens norra och södra delar",
        str(n + 1),
        n + 1,
        ItemType.DECISION if n % 3 else ItemType.INFORMATION,
        group=f"Del {n // 50 + 1}",
        registry_number=f"KS 2026/{n + 1}" if n % 4 == 0 else "",
        presenters=(f"p{n % PEOPLE}",),
        planned_minutes=4,
        opened_at=None,
        basis=_paragraphs(1) if n % 6 == 0 else t.TextDocument(),
        text=_paragraphs(1 + n % 4),
        proposals=(ProposalContent(f"f{n}", "godkänna redovisningen", by="arbetsutskottet"),) if n % 5 == 0 else (),
        decisions=tuple(DecisionContent(f"d{n}-{k}", f"{_CLAUSES[(n + k) % 4]}") for k in range(n % 4)),
        annexes=(f"a{n % 40}",) if n % 7 == 0 else (),
        dispatch=tuple(DispatchContent(f"o{k}") for k in range(n % 5)),
        actions=tuple(_action(n, k) for k in range(n % 3)),
    )
    return _EXTREMES[n](item) if n in _EXTREMES else item


_CLAUSES = (
    "notera informationen till protokollet",
    "uppdra åt kommunledningsförvaltningen att ta fram ett förslag till insatser i centrum och redovisa det i mars",
    "anslå 350 000 kronor för belysning längs gång- och cykelvägen mellan stationen och skolan",
    "återkomma till frågan",
)


def _action(n: int, k: int) -> ActionContent:
    return ActionContent(
        f"u{n}-{k}",
        "Ta fram ett förslag till insatser i centrum och redovisa kostnaderna för dem.",
        tuple(f"o{m}" for m in range(k + 1)),
        due=date(2027, 1 + n % 12, 1 + n % 28) if n % 5 else None,
        status=tuple(ActionStatus)[n % 5],
    )


def _thirty_pages(item: ItemContent) -> ItemContent:
    return replace(item, title="Handlingsplanen i sin helhet", text=_paragraphs(200))


def _five_pages_of_table(item: ItemContent) -> ItemContent:
    rows = (("Plats", "Händelse", "Antal"), *((f"Plats {n}", f"Händelse nummer {n}", f"{n} 000") for n in range(ROWS)))
    table = t.Table(
        "tabell",
        tuple(t.Row(tuple(t.Cell((t.Run(text),)) for text in row)) for row in rows),
        alignments=("left", "left", "right"),
        caption="Händelser per plats",
    )
    return replace(item, title="Kartläggningen", text=t.TextDocument((*_paragraphs(1).blocks, table)))


def _long_title(item: ItemContent) -> ItemContent:
    return replace(item, title=LONG_TITLE)


def _with_voices(content: MeetingContent, item: ItemContent) -> ItemContent:
    """With a ballot of everybody on the roll and of one who is disqualified, and a reservation of some who lost."""
    choices = (Ballot.YES, Ballot.YES, Ballot.NO, Ballot.ABSTAIN)
    roll = voting_roll(content, item.key)
    cast = {person: choices[int(person[1:]) % 4] if there else Ballot.ABSENT for person, there in roll}
    ballots = (*(BallotContent(*one) for one in cast.items()), BallotContent("p8", Ballot.ABSENT))
    lost = tuple(person for person, choice in cast.items() if choice is Ballot.NO)[:14]
    (vote,), (reservation,) = item.votes, item.reservations
    return replace(item, votes=(replace(vote, ballots=ballots),), reservations=(replace(reservation, persons=lost),))


def _vote(item: ItemContent) -> ItemContent:
    return replace(
        item,
        title="Ordningsvakter i centrum",
        motions=(
            MotionContent(
                "y1", ("p3",), "bifall till förslaget", MotionKind.APPROVE, tuple(f"p{n}" for n in range(4, 30))
            ),
            MotionContent("y2", ("p5",), "avslag på förslaget", MotionKind.REJECT),
        ),
        proposition=_paragraphs(1),
        votes=(VoteContent("v1", "bifall till förslaget", "avslag på förslaget"),),
        decisions=(DecisionContent("d", "anta förslaget", DecisionKind.APPROVE),),
        reservations=(ReservationContent("r", (), "till förmån för eget yrkande"),),
        statements=(StatementContent("y", "p5", _SAID, special=True),),
        recusals=(RecusalContent("j", "p8", "som ägare till en butik i centrum", time(14), time(14, 30)),),
    )


def _rich(item: ItemContent) -> ItemContent:
    """Every kind of block, as in the formal sample, and lists as deep as they go."""
    deep = tuple(t.ListItem(f"djup{n}", n % 9, n % 2 == 0, runs=(t.Run(_SAID[: 30 + 8 * n]),)) for n in range(18))
    (digest,) = PICTURES
    blocks = formal().items[1].text.blocks
    rich = tuple(replace(block, digest=digest) if isinstance(block, t.Image) else block for block in blocks)
    return replace(item, title="Allt på en gång", text=t.TextDocument(t.with_unique_ids((*rich, *deep, *rich))))


_EXTREMES: dict[int, Callable[[ItemContent], ItemContent]] = {
    LONG_ITEM: _thirty_pages,
    TABLE_ITEM: _five_pages_of_table,
    TITLE_ITEM: _long_title,
    VOTE_ITEM: _vote,
    RICH_ITEM: _rich,
    MARKED_ITEM: lambda item: replace(item, confidential="26 kap. 1 § offentlighets- och sekretesslagen"),
    STRUCK_ITEM: lambda item: replace(item, struck=True, decisions=(), actions=()),
    IMMEDIATE_ITEM: lambda item: replace(item, immediate_adjustment=True),
}
