"""Hypothesis strategies for texts and whole meetings, for every test whose input is free.

What they make is consistent: keys point at something, § numbers are different, stays end after they begin.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeVar

from hypothesis import strategies as st

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
    MunicipalityContent,
    NoticeContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PartySignatureContent,
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
    Medium,
    MeetingState,
    Mode,
    MotionKind,
    Numbering,
    OrganisationKind,
    Reply,
    Role,
    VoteMethod,
)
from bra_desktop.domain.text import (
    Block,
    Cell,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Row,
    Run,
    Runs,
    Table,
    TextDocument,
    with_unique_ids,
)

T = TypeVar("T")

_TRICKY = [
    "§ 41",
    "å ä ö Å Ä Ö",
    "1 < 2 & 3",
    "<b>",
    "> inte citat",
    "* * *",
    "_a_ | b",
    "😀",
    "\u202bאב\u202c",
    "=1+1",
    "\u00ad",
]

characters = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\t\n"
)
words = st.one_of(st.sampled_from(["", *_TRICKY]), st.text(characters, max_size=12))
names = st.one_of(st.sampled_from(_TRICKY), st.text(characters, min_size=1, max_size=12))
keys = st.text("abcdefghij0123456789", min_size=1, max_size=6)
days = st.dates(date(2018, 1, 1), date(2035, 12, 31))
clock_times = st.times(time(8), time(17)).map(lambda t: t.replace(second=0, microsecond=0))
digests = st.text("0123456789abcdef", min_size=64, max_size=64)


@st.composite
def runs(draw: st.DrawFn) -> Runs:
    """A few runs of one block."""
    return tuple(
        draw(
            st.lists(
                st.builds(
                    Run,
                    text=words,
                    bold=st.booleans(),
                    italic=st.booleans(),
                    language=st.sampled_from(["", "en", "fi"]),
                    confidential=st.booleans(),
                    reference=st.none()
                    | st.builds(Reference, kind=st.sampled_from(["person", "organisation", "action"]), id=keys),
                    anchors=st.lists(keys, max_size=2, unique=True).map(tuple),
                ),
                max_size=3,
            )
        )
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with as many cells in each row."""
    width = draw(st.integers(1, 4))
    row = st.lists(st.builds(Cell, runs()), min_size=width, max_size=width).map(tuple)
    return Table(
        id=draw(keys),
        rows=tuple(Row(draw(row)) for _ in range(draw(st.integers(1, 3)))),
        header_rows=draw(st.integers(0, 1)),
        alignments=tuple(draw(st.lists(st.sampled_from(["left", "right", "center"]), max_size=width))),
        caption=draw(words),
    )


def blocks() -> st.SearchStrategy[Block]:
    """A block of any kind."""
    return st.one_of(
        st.builds(Paragraph, id=keys, runs=runs()),
        st.builds(Heading, id=keys, level=st.integers(1, 4), runs=runs()),
        st.builds(Quotation, id=keys, runs=runs()),
        st.builds(
            ListItem,
            id=keys,
            level=st.integers(0, 8),
            ordered=st.booleans(),
            start=st.none() | st.integers(1, 99),
            runs=runs(),
        ),
        tables(),
        st.builds(Image, id=keys, digest=digests, alternative=words),
    )


def text_documents(max_blocks: int = 5) -> st.SearchStrategy[TextDocument]:
    """A text with blocks of every kind, their ids all different."""
    return st.lists(blocks(), max_size=max_blocks).map(lambda found: TextDocument(with_unique_ids(tuple(found))))


@st.composite
def stays(draw: st.DrawFn, item_keys: tuple[str, ...]) -> StayContent:
    """A stay by clock times, by items, or both; never backwards."""
    first, last = sorted(draw(st.tuples(clock_times, clock_times)))
    places = sorted(draw(st.tuples(st.integers(0, len(item_keys) - 1), st.integers(0, len(item_keys) - 1))))
    return StayContent(
        from_time=draw(st.none() | st.just(first)),
        to_time=draw(st.none() | st.just(last)),
        from_item=draw(st.sampled_from(["", item_keys[places[0]]])),
        to_item=draw(st.sampled_from(["", item_keys[places[1]]])),
        mode=draw(st.sampled_from(Mode)),
    )


@st.composite
def _items(
    draw: st.DrawFn, item_keys: tuple[str, ...], people: tuple[str, ...], organisations: tuple[str, ...]
) -> tuple[ItemContent, ...]:
    someone, several = st.sampled_from(people), st.lists(st.sampled_from(people), max_size=2, unique=True).map(tuple)
    first = draw(st.integers(1, 90))
    taken = draw(st.integers(0, len(item_keys)))
    bounds = sorted(draw(st.lists(clock_times, min_size=len(item_keys) + 1, max_size=len(item_keys) + 1)))
    timed = draw(st.booleans())
    short = text_documents(2)
    parts = st.fixed_dictionaries(
        {
            "type": st.sampled_from(ItemType),
            "presenters": several,
            "struck": st.booleans(),
            "text": short,
            "basis": short,
            "proposals": _few(st.builds(ProposalContent, key=keys, text=names, kind=st.sampled_from(DecisionKind))),
            "motions": _few(st.builds(MotionContent, keys, several, names, st.sampled_from(MotionKind), several)),
            "votes": _few(votes(people)),
            "decisions": _few(st.builds(DecisionContent, keys, names, st.sampled_from(DecisionKind), st.none() | days)),
            "reservations": _few(st.builds(ReservationContent, keys, several, words, st.none() | clock_times)),
            "statements": _few(st.builds(StatementContent, keys, someone, names, st.booleans())),
            "recusals": _few(st.builds(RecusalContent, keys, someone, words)),
            "actions": _few(
                st.builds(
                    ActionContent,
                    key=keys,
                    text=names,
                    responsible=st.lists(st.sampled_from(organisations), max_size=2, unique=True).map(tuple),
                    due=st.none() | days,
                    status=st.sampled_from(ActionStatus),
                    everybody=st.booleans(),
                )
            ),
            "dispatch": _few(st.builds(DispatchContent, st.sampled_from(organisations), words)),
            "confidential": words,
        }
    )
    return tuple(
        ItemContent(
            key=key,
            title=draw(names),
            agenda_number=str(n + 1),
            paragraph=first + n if n < taken else None,
            opened_at=bounds[n] if timed and n < taken else None,
            closed_at=bounds[n + 1] if timed and n < taken else None,
            **draw(parts),
        )
        for n, key in enumerate(item_keys)
    )


def _few(one: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(one, max_size=1).map(tuple)


@st.composite
def votes(draw: st.DrawFn, people: tuple[str, ...]) -> VoteContent:
    """A vote by name or by hands, tied or not, with or without a casting vote."""
    voters = draw(st.lists(st.sampled_from(people), unique=True, max_size=len(people)))
    return VoteContent(
        key=draw(keys),
        yes_means=draw(names),
        no_means=draw(names),
        method=draw(st.sampled_from(VoteMethod)),
        ballots=tuple(BallotContent(person, draw(st.sampled_from(Ballot))) for person in voters),
        yes=draw(st.integers(0, 9)),
        no=draw(st.integers(0, 9)),
        abstain=draw(st.integers(0, 9)),
        casting=draw(st.none() | st.sampled_from([Ballot.YES, Ballot.NO])),
        by_lot=draw(st.booleans()),
    )


@st.composite
def meeting_contents(draw: st.DrawFn, max_people: int = 4, max_items: int = 3) -> MeetingContent:
    """A whole meeting in any state."""
    people = tuple(f"p{n}" for n in range(draw(st.integers(1, max_people))))
    organisations = tuple(f"o{n}" for n in range(draw(st.integers(1, 3))))
    item_keys = tuple(f"i{n}" for n in range(draw(st.integers(1, max_items))))
    seat_keys = tuple(f"s{n}" for n in range(draw(st.integers(0, len(people)))))
    any_seat = st.sampled_from(["", *seat_keys])
    begin, end = sorted(draw(st.tuples(clock_times, clock_times)))
    return MeetingContent(
        ref=f"BRA-{draw(days)}",
        municipality=MunicipalityContent(draw(names), draw(words)),
        forum=ForumContent(
            name=draw(names),
            profile=draw(st.sampled_from(DocumentProfile)),
            numbering=draw(st.sampled_from(Numbering)),
            prefix=draw(st.sampled_from(["", "FHR"])),
            quorum=draw(st.none() | st.integers(1, 5)),
        ),
        date=draw(days),
        starts=begin,
        ends=draw(st.none() | st.just(end)),
        opened_at=draw(st.none() | st.just(begin)),
        closed_at=draw(st.none() | st.just(end)),
        place=draw(words),
        state=draw(st.sampled_from(MeetingState)),
        medium=draw(st.sampled_from(Medium)),
        version=draw(st.integers(0, 5)),
        notice=NoticeContent(draw(st.none() | days), draw(st.none() | days), draw(words), draw(text_documents(1))),
        adjustment=AdjustmentContent(
            draw(words),
            draw(st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))),
            draw(st.none() | days),
        ),
        organisations=tuple(
            OrganisationContent(key, draw(names), draw(words), draw(st.sampled_from(OrganisationKind)))
            for key in organisations
        ),
        people=tuple(
            PersonContent(key, draw(names), draw(words), draw(st.sampled_from(["", *organisations])), draw(words))
            for key in people
        ),
        seats=tuple(
            SeatContent(key, draw(st.sampled_from(["", *organisations])), holders=(people[n],))
            for n, key in enumerate(seat_keys)
        ),
        participants=tuple(
            ParticipantContent(
                person=key,
                capacity=draw(st.sampled_from(Capacity)),
                role=draw(st.sampled_from(Role)),
                seat=seat_keys[n] if n < len(seat_keys) else "",
                serves_for=draw(any_seat),
                reply=draw(st.sampled_from(Reply)),
                absence_notified=draw(st.booleans()),
                stays=tuple(draw(st.lists(stays(item_keys), max_size=2))),
            )
            for n, key in enumerate(people)
        ),
        officers=tuple(
            draw(
                st.lists(
                    st.builds(
                        OfficerContent,
                        st.sampled_from(Duty),
                        st.sampled_from(people),
                        st.sampled_from(["", *item_keys]),
                        st.sampled_from(["", *item_keys]),
                        words,
                    ),
                    max_size=3,
                )
            )
        ),
        adjournments=tuple(
            draw(st.lists(st.builds(AdjournmentContent, clock_times, st.none() | clock_times), max_size=1))
        ),
        items=draw(_items(item_keys, people, organisations)),
        annexes=draw(
            _few(
                st.builds(
                    AnnexContent,
                    key=keys,
                    title=names,
                    number=st.none() | st.integers(1, 9),
                    text=text_documents(1),
                    signatures=_few(st.builds(PartySignatureContent, names, words, words, st.none() | days)),
                )
            )
        ),
    )
