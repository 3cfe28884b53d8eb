"""The council of the invented municipality Almby on 3 December 2026: who came and went, by the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any

from bra_desktop.domain.content import (
    AdjournmentContent,
    BallotContent,
    DecisionContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    MunicipalityContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PersonContent,
    RecusalContent,
    SeatContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.kinds import (
    Ballot,
    Capacity,
    DocumentProfile,
    Duty,
    ItemType,
    MeetingState,
    Mode,
    OrganisationKind,
    Role,
)
from bra_desktop.domain.numbering import Series
from bra_desktop.domain.text import plain_document

WHOLE = (StayContent(),)

MEMBERS = {
    "eva": "Eva Lind",
    "per": "Per Alm",
    "karin": "Karin Berg",
    "mona": "Mona Sundell",
    "hanna": "Hanna Forsgren",
    "siv": "Siv Östling",
    "tomas": "Tomas Nyqvist",
    "ida": "Ida Wallgren",
    "jonas": "Jonas Ek",
    "bjorn": "Björn Åkerlund",
    "lars": "Lars Hedman",
    "amira": "Amira Said",
    "goran": "Göran Palmér",
    "petra": "Petra Lööf",
    "elisabet": "Elisabet Norén",
}
OTHERS = {
    "yasmin": "Yasmin Karlsson",
    "camilla": "Camilla Rehn",
    "anna": "Anna Svedin",
    "martin": "Martin Öberg",
    "mattias": "Mattias Rönn",
    "gunilla": "Gunilla Westin",
    "moa": "Moa Ljung",
}

# §, title, from, to
_COURSE = (
    (38, "Sammanträdets öppnande", time(10, 0), time(10, 4), ItemType.OPENING),
    (39, "Val av justerare", time(10, 4), time(10, 6), ItemType.ELECTION),
    (40, "Föregående protokoll och öppna uppdrag", time(10, 6), time(10, 20), ItemType.PREVIOUS_MINUTES),
    (41, "Information från polisen", time(10, 20), time(10, 34), ItemType.INFORMATION),
    (42, "Skadegörelse på skolor och i boendet", time(10, 34), time(10, 46), ItemType.DECISION),
    (43, "Rapport från EST-gruppen", time(10, 46), time(10, 55), ItemType.REPORT),
    (44, "Åtgärdsplan 2026–2027: läget", time(11, 5), time(11, 14), ItemType.PLAN_FOLLOW_UP),
    (45, "Stöd till nattvandring 2027", time(11, 14), time(11, 20), ItemType.DECISION),
    (46, "Kamerabevakning vid Resecentrum", time(11, 20), time(11, 36), ItemType.DECISION),
    (47, "Medborgarlöfte 2027", time(11, 36), time(11, 48), ItemType.PROMISES),
    (48, "Kvällsöppet bibliotek i Lindängen", time(11, 48), time(11, 54), ItemType.DECISION),
    (49, "Kommande sammanträden och avslutning", time(11, 54), time(12, 4), ItemType.CLOSING),
)


def key(paragraph: int) -> str:
    """The key of the item with that §."""
    return f"i{paragraph}"


def _item(number: int, title: str, start: time, end: time, kind: ItemType) -> ItemContent:
    return ItemContent(
        key=key(number),
        title=title,
        agenda_number=str(number - 37),
        paragraph=number,
        type=kind,
        opened_at=start,
        closed_at=end,
        text=plain_document("Rådet diskuterar."),
        decisions=(DecisionContent(f"d{number}", "notera informationen till protokollet"),),
        immediate_adjustment=number == 45,
        recusals=(
            (RecusalContent("r1", "petra", "kassör i föreningen", time(11, 14), time(11, 20)),) if number == 45 else ()
        ),
    )


def _members() -> tuple[ParticipantContent, ...]:
    stays = {
        "karin": (),
        "goran": (),
        "hanna": (StayContent(to_time=time(11, 42)),),
        "jonas": (StayContent(from_time=time(10, 20), from_item=key(41)),),
    }
    roles = {"eva": Role.CHAIR, "per": Role.VICE_CHAIR}
    return tuple(
        ParticipantContent(
            person,
            seat=f"seat-{person}",
            role=roles.get(person, Role.MEMBER),
            stays=stays.get(person, WHOLE),
            absence_notified=person in ("karin", "goran"),
        )
        for person in MEMBERS
    )


def _others() -> tuple[ParticipantContent, ...]:
    def guest(person: str, *stays: StayContent, **more: Any) -> ParticipantContent:
        return ParticipantContent(person, Capacity.GUEST, stays=stays, **more)

    return (
        ParticipantContent("yasmin", Capacity.SUBSTITUTE, Role.SUBSTITUTE, serves_for="seat-karin", stays=WHOLE),
        ParticipantContent(
            "camilla", Capacity.SUBSTITUTE, Role.SUBSTITUTE, stays=(StayContent(from_item=key(38), to_item=key(44)),)
        ),
        ParticipantContent("anna", Capacity.OFFICIAL, Role.SECRETARY, stays=WHOLE),
        ParticipantContent("martin", Capacity.CO_OPTED, Role.CO_OPTED, stays=WHOLE),
        guest("mattias", StayContent(from_item=key(42), to_item=key(42))),
        guest("gunilla", StayContent(from_item=key(41), to_item=key(43), mode=Mode.REMOTE)),
        guest("moa", absence_notified=True),
    )


def council(**changes: Any) -> MeetingContent:
    """The whole meeting in review, ready for adjustment; with changes to its fields."""
    content = MeetingContent(
        ref="BRA-2026-12-03",
        municipality=MunicipalityContent("Almby kommun", "Almby kommuns"),
        forum=ForumContent("Brottsförebyggande rådet", "brottsförebyggande rådet", "BRÅ", quorum=8),
        date=date(2026, 12, 3),
        starts=time(10, 0),
        opened_at=time(10, 0),
        closed_at=time(12, 4),
        place="Rådhuset, sal Almen",
        state=MeetingState.REVIEW,
        organisations=(
            OrganisationContent("KS", "Kommunstyrelsen", "KS", OrganisationKind.BOARD),
            OrganisationContent("SBF", "Samhällsbyggnadsförvaltningen", "SBF", OrganisationKind.DEPARTMENT),
            OrganisationContent("BUF", "Barn- och utbildningsförvaltningen", "BUF", OrganisationKind.DEPARTMENT),
            OrganisationContent("POL", "Polismyndigheten", "POL", OrganisationKind.POLICE),
        ),
        people=tuple(
            PersonContent(k, name, organisation={"eva": "KS", "jonas": "SBF", "siv": "BUF", "amira": "POL"}.get(k, ""))
            for k, name in (MEMBERS | OTHERS).items()
        ),
        seats=tuple(SeatContent(f"seat-{person}", holders=(person,)) for person in MEMBERS),
        participants=(*_members(), *_others()),
        officers=(
            OfficerContent(Duty.PRESIDE, "eva"),
            OfficerContent(Duty.MINUTES, "anna"),
            OfficerContent(Duty.ADJUST, "per"),
            OfficerContent(Duty.ADJUST, "siv"),
        ),
        adjournments=(AdjournmentContent(time(10, 55), time(11, 5), key(43)),),
        items=tuple(_item(*row) for row in _COURSE),
    )
    return replace(content, **changes)


def camera_vote() -> VoteContent:
    """The vote in § 46: 8 yes, 4 no, 2 abstain, 1 absent."""
    yes = "eva per hanna siv tomas jonas bjorn petra"
    no, abstain = "yasmin mona ida elisabet", "lars amira"
    choices = ((yes, Ballot.YES), (no, Ballot.NO), (abstain, Ballot.ABSTAIN), ("goran", Ballot.ABSENT))
    return VoteContent(
        "v46",
        "arbetsutskottets förslag",
        "Mona Sundells yrkande",
        ballots=tuple(BallotContent(p, choice) for people, choice in choices for p in people.split()),
    )


def with_item(content: MeetingContent, number: int, /, **changes: Any) -> MeetingContent:
    """The meeting with one item changed."""
    return replace(content, items=tuple(replace(i, **changes) if i.key == key(number) else i for i in content.items))


def with_participant(content: MeetingContent, person: str, **changes: Any) -> MeetingContent:
    """The meeting with one participant's row changed."""
    rows = tuple(replace(p, **changes) if p.person == person else p for p in content.participants)
    return replace(content, participants=rows)


def with_officers(content: MeetingContent, *officers: OfficerContent) -> MeetingContent:
    """The meeting with other officers."""
    return replace(content, officers=officers)


def with_profile(content: MeetingContent, profile: DocumentProfile) -> MeetingContent:
    """The meeting in another document profile."""
    return replace(content, forum=replace(content.forum, profile=profile))


def taken_up(content: MeetingContent, keys: Iterable[str], series: Series) -> tuple[MeetingContent, Series]:
    """The items taken up in that order, each with the series' next number; and the series after them."""
    for item_key in keys:
        number, series = series.give()
        items = tuple(replace(i, paragraph=number) if i.key == item_key else i for i in content.items)
        content = replace(content, items=items)
    return content, series
