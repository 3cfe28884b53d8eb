"""However people come, go and serve, and in whatever order: a seat has one voice, and it is somebody's who is there."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.domain.attendance import is_here, participant, seat_of, served, served_when
from bra_desktop.domain.content import BallotContent, MeetingContent, VoteContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Ballot, Capacity
from bra_desktop.domain.spans import ongoing
from bra_desktop.domain.votes import check_vote, voting_roll
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, serving
from bra_desktop.services.preparing import planning
from tests.builders import DAY, GUEST, MEMBER, SUBSTITUTE, VICE, Council, council

_WALK = st.tuples(st.just("walk"), st.sampled_from((VICE, MEMBER, SUBSTITUTE, GUEST)), st.just(""))
_SERVE = st.tuples(st.just("serve"), st.sampled_from((SUBSTITUTE, GUEST)), st.sampled_from((VICE, MEMBER, "")))
_OTHER = st.tuples(st.sampled_from(("wait", "decide", "next")), st.just(""), st.just(""))
_STEPS = st.lists(st.one_of(_WALK, _WALK, _SERVE, _OTHER), min_size=3, max_size=12)


class _Evening:
    """A meeting with three members, two substitutes and a clock."""

    def __init__(self, made: Council) -> None:
        self.made, self.ref, self.minute, self.place = made, made.running(), 0, 0
        other = planning.add_participant(made.office, self.ref, made.people[GUEST], Capacity.SUBSTITUTE)
        attendance.mark_present(made.office, other)
        minutes.take_up(made.office, made.item(self.ref, 0))

    def does(self, what: str, name: str, seat: str) -> None:
        made, item = self.made, self.made.item(self.ref, self.place)
        match what:
            case "walk":
                coming_and_going.come_or_go(made.office, made.row(self.ref, name), item)
            case "serve":
                with suppress(RuleBroken):
                    serving.serve_for(made.office, made.row(self.ref, name), made.seats.get(seat), item)
            case "decide":
                decisions.add_decision(made.office, item, "anta planen")
            case "next" if self.place < 3:
                self.place += 1
                minutes.take_up(made.office, made.item(self.ref, self.place))
            case _:
                self.minute += 1
                made.clock.set(DAY, time(10, self.minute))


def _seat(content: MeetingContent, person: str, item: str) -> str:
    who = participant(content, person)
    assert who is not None
    return seat_of(content, who, item)


def _holds(content: MeetingContent) -> None:
    item = ongoing(content)
    roll = voting_roll(content, item)
    voices = [person for person, takes_part in roll if takes_part]
    on_roll = [_seat(content, person, item) for person, _ in roll]
    assert all(on_roll)
    assert len(set(on_roll)) == len(on_roll)
    here = {who.person: who for who in content.participants if is_here(content, who)}
    assert set(voices) <= set(here)
    assert {key for key, who in here.items() if who.capacity is Capacity.MEMBER} <= set(voices)
    ballots = tuple(BallotContent(key, Ballot.YES if votes else Ballot.ABSENT) for key, votes in roll)
    check_vote(content, item, VoteContent("v", "ja", "nej", ballots=ballots))
    for one in content.items[: content.order(item) + 1]:
        for serves in (served(content, one.key), *(served_when(content, one.key, made) for made in one.decisions)):
            assert len({s.seat for s in serves}) == len({s.person for s in serves}) == len(serves)


@settings(max_examples=25, deadline=None)
@given(_STEPS)
def test_a_seat_has_one_voice_and_it_is_somebodys_who_is_there(steps: list[tuple[str, str, str]]) -> None:
    with council() as made:
        evening = _Evening(made)
        for what, name, seat in steps:
            evening.does(what, name, seat)
            _holds(made.content(evening.ref))
