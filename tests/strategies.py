"""Hypothesis strategies for texts and whole meetings, for every test whose input is free.

What they make is consistent: keys point at something, § numbers are different, stays end after they begin.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
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
names = st.one_of(st.sampled_from(_TRICKY), st.text(characters, min_size=1, max_size=12)).filter(str.strip)
keys = st.text("abcdefghij0123456789", min_size=1, max_size=6)
days = st.dates(date(2018, 1, 1), date(2035, 12, 31))
clock_times = st.times(time(8), time(17)).map(lambda t: t.replace(second=0, microsecond=0))
digests = st.text("0123456789abcdef", min_size=64, max_size=64)


# Strategies are made once: making them anew inside each example is what takes the time.
_RUN = st.builds(
    Run,
    text=words,
    bold=st.booleans(),
    italic=st.booleans(),
    language=st.sampled_from(["", "en", "fi"]),
    confidential=st.booleans(),
    ground=st.sampled_from(("", "", "26 kap. 1 § OSL", "av hänsyn till\u00a0hemmet")),
    reference=st.none() | st.builds(Reference, kind=st.sampled_from(["person", "organisation", "action"]), id=keys),
    anchors=st.lists(keys, max_size=2, unique=True).map(tuple),
)
_RUNS: st.SearchStrategy[Runs] = st.lists(_RUN, max_size=3).map(tuple)
_SMALL_RUNS: st.SearchStrategy[Runs] = st.lists(_RUN, max_size=1).map(tuple)


def runs() -> st.SearchStrategy[Runs]:
    """A few runs of one block."""
    return _RUNS


def _table(width: int) -> st.SearchStrategy[Table]:
    row = st.lists(st.builds(Cell, _SMALL_RUNS), min_size=width, max_size=width).map(tuple)
    return st.builds(
        Table,
        id=keys,
        rows=st.lists(st.builds(Row, row), min_size=1, max_size=3).map(tuple),
        header_rows=st.integers(0, 1),
        alignments=st.lists(st.sampled_from(["left", "right", "center"]), max_size=width).map(tuple),
        caption=words,
    )


_BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, id=keys, runs=_RUNS),
    st.builds(Heading, id=keys, level=st.integers(1, 4), runs=_RUNS),
    st.builds(Quotation, id=keys, runs=_RUNS),
    st.builds(
        ListItem,
        id=keys,
        level=st.integers(0, 8),
        ordered=st.booleans(),
        start=st.none() | st.integers(1, 99),
        runs=_RUNS,
    ),
    st.one_of(*(_table(width) for width in (1, 2, 3))),
    st.builds(Image, id=keys, digest=digests, alternative=words),
)


def blocks() -> st.SearchStrategy[Block]:
    """A block of any kind."""
    return _BLOCK


@cache
def text_documents(max_blocks: int = 5) -> st.SearchStrategy[TextDocument]:
    """A text with blocks of every kind, their ids all different."""
    return st.lists(_BLOCK, max_size=max_blocks).map(lambda found: TextDocument(with_unique_ids(tuple(found))))


@cache
def stays(item_keys: tuple[str, ...]) -> st.SearchStrategy[StayContent]:
    """A stay by clock times, by items, or both; never backwards."""
    place = st.integers(0, len(item_keys) - 1)

    def stay(times: tuple[time, time], places: tuple[int, int], bounds: int, mode: Mode) -> StayContent:
        (first, last), (begin, end) = sorted(times), sorted(places)
        return StayContent(
            from_time=first if bounds & 1 else None,
            to_time=last if bounds & 2 else None,
            from_item=item_keys[begin] if bounds & 4 else "",
            to_item=item_keys[end] if bounds & 8 else "",
            mode=mode,
        )

    return st.builds(
        stay,
        st.tuples(clock_times, clock_times),
        st.tuples(place, place),
        st.integers(0, 15),
        st.sampled_from(Mode),
    )


def _few(one: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(one, max_size=1).map(tuple)


@cache
def votes(people: tuple[str, ...]) -> st.SearchStrategy[VoteContent]:
    """A vote by name or by hands, tied or not, with or without a casting vote."""
    ballots = st.dictionaries(st.sampled_from(people), st.sampled_from(Ballot)).map(
        lambda found: tuple(BallotContent(person, choice) for person, choice in found.items())
    )
    voices = st.integers(0, 9)
    return st.builds(
        VoteContent,
        key=keys,
        yes_means=names,
        no_means=names,
        method=st.sampled_from(VoteMethod),
        ballots=ballots,
        yes=voices,
        no=voices,
        abstain=voices,
        casting=st.sampled_from([None, Ballot.YES, Ballot.NO]),
        by_lot=st.booleans(),
    )


@cache
def _item_parts(people: tuple[str, ...], organisations: tuple[str, ...]) -> st.SearchStrategy[ItemContent]:
    someone, several = st.sampled_from(people), st.lists(st.sampled_from(people), max_size=2, unique=True).map(tuple)
    text, day, clock = text_documents(2), st.none() | days, st.none() | clock_times
    return st.builds(
        ItemContent,
        key=st.just(""),
        title=names,
        type=st.sampled_from(ItemType),
        presenters=several,
        struck=st.booleans(),
        text=text,
        basis=text_documents(1),
        proposals=_few(st.builds(ProposalContent, key=keys, text=names, kind=st.sampled_from(DecisionKind))),
        motions=_few(st.builds(MotionContent, keys, several, names, st.sampled_from(MotionKind), several)),
        votes=_few(votes(people)),
        decisions=_few(st.builds(DecisionContent, keys, names, st.sampled_from(DecisionKind), day)),
        reservations=_few(st.builds(ReservationContent, keys, several, words, clock)),
        statements=_few(st.builds(StatementContent, keys, someone, names, st.booleans())),
        recusals=_few(st.builds(RecusalContent, keys, someone, words)),
        actions=_few(
            st.builds(
                ActionContent,
                key=keys,
                text=names,
                responsible=st.lists(st.sampled_from(organisations), max_size=2, unique=True).map(tuple),
                due=day,
                status=st.sampled_from(ActionStatus),
                everybody=st.booleans(),
            )
        ),
        dispatch=_few(st.builds(DispatchContent, st.sampled_from(organisations), words)),
        confidential=words,
    )


@cache
def _bounds(size: int) -> st.SearchStrategy[list[time]]:
    return st.lists(clock_times, min_size=size, max_size=size).map(sorted)


@st.composite
def _items(
    draw: st.DrawFn, item_keys: tuple[str, ...], people: tuple[str, ...], organisations: tuple[str, ...]
) -> tuple[ItemContent, ...]:
    first, taken, timed = draw(_FIRST_NUMBER), draw(_SMALL), draw(_YES_OR_NO)
    bounds = draw(_bounds(len(item_keys) + 1))
    one = _item_parts(people, organisations)
    return tuple(
        replace(
            draw(one),
            key=key,
            agenda_number=str(n + 1),
            paragraph=first + n if n < taken else None,
            opened_at=bounds[n] if timed and n < taken else None,
            closed_at=bounds[n + 1] if timed and n < taken else None,
        )
        for n, key in enumerate(item_keys)
    )


_FIRST_NUMBER, _SMALL, _YES_OR_NO = st.integers(1, 90), st.integers(0, 4), st.booleans()
_PERSON = st.builds(PersonContent, st.just(""), names, words, st.just(""), words)
_ORGANISATION = st.builds(OrganisationContent, st.just(""), names, words, st.sampled_from(OrganisationKind))
_FORUM = st.builds(
    ForumContent,
    name=names,
    profile=st.sampled_from(DocumentProfile),
    numbering=st.sampled_from(Numbering),
    prefix=st.sampled_from(["", "FHR"]),
    quorum=st.none() | st.integers(1, 5),
)
_NOTICE = st.builds(NoticeContent, st.none() | days, st.none() | days, words, text_documents(1))
_ADJUSTMENT = st.builds(
    AdjustmentContent,
    words,
    st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    st.none() | days,
)
_ADJOURNMENTS = _few(st.builds(AdjournmentContent, clock_times, st.none() | clock_times))
_ANNEXES = _few(
    st.builds(
        AnnexContent,
        key=keys,
        title=names,
        number=st.none() | st.integers(1, 9),
        text=text_documents(1),
        signatures=_few(st.builds(PartySignatureContent, names, words, words, st.none() | days)),
    )
)
_MEETING = st.builds(
    MeetingContent,
    ref=days.map(lambda day: f"BRA-{day}"),
    municipality=st.builds(MunicipalityContent, names, words),
    forum=_FORUM,
    date=days,
    starts=clock_times,
    place=words,
    state=st.sampled_from(MeetingState),
    medium=st.sampled_from(Medium),
    version=st.integers(0, 5),
    notice=_NOTICE,
    adjustment=_ADJUSTMENT,
    adjournments=_ADJOURNMENTS,
    annexes=_ANNEXES,
)


@cache
def _participants(
    person: str, seat: str, seat_keys: tuple[str, ...], item_keys: tuple[str, ...]
) -> st.SearchStrategy[ParticipantContent]:
    return st.builds(
        ParticipantContent,
        person=st.just(person),
        capacity=st.sampled_from(Capacity),
        role=st.sampled_from(Role),
        seat=st.just(seat),
        serves_for=st.sampled_from(["", *seat_keys]),
        reply=st.sampled_from(Reply),
        absence_notified=st.booleans(),
        stays=st.lists(stays(item_keys), max_size=2).map(tuple),
    )


@cache
def _officers(people: tuple[str, ...], item_keys: tuple[str, ...]) -> st.SearchStrategy[tuple[OfficerContent, ...]]:
    bound = st.sampled_from(["", *item_keys])
    one = st.builds(OfficerContent, st.sampled_from(Duty), st.sampled_from(people), bound, bound, words)
    return st.lists(one, max_size=3).map(tuple)


_UP_TO = cache(lambda most: st.integers(1, most))
_SEATS = st.integers(0, 3)


@st.composite
def meeting_contents(draw: st.DrawFn, max_people: int = 4, max_items: int = 3) -> MeetingContent:
    """A whole meeting in any state."""
    people = tuple(f"p{n}" for n in range(draw(_UP_TO(max_people))))
    organisations = tuple(f"o{n}" for n in range(draw(_UP_TO(2))))
    item_keys = tuple(f"i{n}" for n in range(draw(_UP_TO(max_items))))
    seat_keys = tuple(f"s{n}" for n in range(min(draw(_SEATS), len(people))))
    meeting, end, ended = draw(_MEETING), draw(clock_times), draw(_SMALL)
    end = max(meeting.starts, end)
    return replace(
        meeting,
        ends=end if ended & 1 else None,
        opened_at=meeting.starts if ended else None,
        closed_at=end if ended > 1 else None,
        organisations=tuple(replace(draw(_ORGANISATION), key=key) for key in organisations),
        people=tuple(
            replace(draw(_PERSON), key=key, organisation=organisations[n] if n < len(organisations) else "")
            for n, key in enumerate(people)
        ),
        seats=tuple(SeatContent(key, organisations[0], holders=(people[n],)) for n, key in enumerate(seat_keys)),
        participants=tuple(
            draw(_participants(key, seat_keys[n] if n < len(seat_keys) else "", seat_keys, item_keys))
            for n, key in enumerate(people)
        ),
        officers=draw(_officers(people, item_keys)),
        items=draw(_items(item_keys, people, organisations)),
    )
