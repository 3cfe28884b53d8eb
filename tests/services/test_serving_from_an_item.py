"""A substitute put in a seat while the meeting goes on serves from then on; what was treated before stays as it was."""

from datetime import time

import pytest

from bra_desktop.domain import attendance as who
from bra_desktop.domain import quorum
from bra_desktop.domain.attendance import services
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import MeetingContent, ParticipantContent, ServiceContent
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.serving import service, service_words
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, serving
from bra_desktop.services.preparing import planning
from tests.builders import CHAIR, DAY, GUEST, MEMBER, SUBSTITUTE, VICE, Council, refused


def row(made: Council, content: MeetingContent, name: str = SUBSTITUTE) -> ParticipantContent:
    found = who.participant(content, made.people[name])
    assert found is not None
    return found


def told(made: Council, content: MeetingContent) -> list[tuple[str, str]]:
    """Each seat's holder with the words of the service."""
    one = row(made, content)
    holders = {key: name for name, key in made.seats.items()}
    return [(holders[s.seat], service_words(content, one, s).replace(NBSP, " ")) for s in services(one)]


@pytest.fixture
def three(bra: Council) -> tuple[str, list[str]]:
    """A meeting in its third item, with a member and the vice chair away, and a substitute who serves for nobody."""
    ref = bra.running(absent=[MEMBER, VICE])
    items = [bra.item(ref, place) for place in range(3)]
    for at, item in enumerate(items):
        minutes.take_up(bra.office, item, time(10, 10 * at))
    return ref, items


def test_items_treated_before_stay_without_a_quorum(bra: Council, three: tuple[str, list[str]]) -> None:
    ref, items = three
    before = quorum.not_quorate_items(bra.content(ref))
    assert set(items) <= set(before)
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), bra.seats[MEMBER], items[2])
    content = bra.content(ref)
    assert items[0] in quorum.not_quorate_items(content)
    assert items[1] in quorum.not_quorate_items(content)
    assert bra.people[SUBSTITUTE] not in who.deciding(content, items[1])
    assert bra.people[SUBSTITUTE] in who.deciding(content, items[2])
    assert told(bra, content) == [(MEMBER, "fr.o.m. § 3 (närvarande hela tiden)")]


def test_a_substitute_serves_one_seat_after_the_other_and_both_are_told(
    bra: Council, three: tuple[str, list[str]]
) -> None:
    ref, items = three
    substitute = bra.row(ref, SUBSTITUTE)
    serving.serve_for(bra.office, substitute, bra.seats[MEMBER], items[1])
    serving.serve_for(bra.office, substitute, bra.seats[VICE], items[2])
    content = bra.content(ref)
    assert [s.seat for s in services(row(bra, content))] == [bra.seats[MEMBER], bra.seats[VICE]]
    assert [words.split(" (")[0] for _seat, words in told(bra, content)] == ["§ 2", "fr.o.m. § 3"]
    assert {s.seat: s.person for s in who.served(content, items[1])}[bra.seats[MEMBER]] == bra.people[SUBSTITUTE]
    assert bra.seats[MEMBER] not in {s.seat for s in who.served(content, items[2])}
    serving.serve_for(bra.office, substitute, None, items[2])
    assert services(row(bra, bra.content(ref))) == (ServiceContent(bra.seats[MEMBER], items[1], items[1]),)


def test_the_beginning_of_a_service_can_be_moved_and_made_the_whole_meeting(
    bra: Council, three: tuple[str, list[str]]
) -> None:
    ref, items = three
    substitute, seat = bra.row(ref, SUBSTITUTE), bra.seats[MEMBER]
    for start, expected in (
        (items[2], (ServiceContent(seat, items[2]),)),
        (items[1], (ServiceContent(seat, items[1]),)),
        (items[2], (ServiceContent(seat, items[2]),)),
        (items[0], (ServiceContent(seat),)),
        ("", (ServiceContent(seat),)),
    ):
        serving.serve_for(bra.office, substitute, seat, start)
        assert services(row(bra, bra.content(ref))) == expected
    assert row(bra, bra.content(ref)).serves_for == seat
    serving.serve_for(bra.office, substitute, None, items[1])
    assert services(row(bra, bra.content(ref))) == (ServiceContent(seat, "", items[0]),)
    serving.serve_for(bra.office, substitute, seat, items[1])
    assert services(row(bra, bra.content(ref))) == (ServiceContent(seat),)


def test_a_seat_is_free_for_another_substitute_after_the_first_has_left_it(
    bra: Council, three: tuple[str, list[str]]
) -> None:
    ref, items = three
    first, seat = bra.row(ref, SUBSTITUTE), bra.seats[MEMBER]
    other = planning.add_participant(bra.office, ref, bra.people[GUEST], Capacity.SUBSTITUTE)
    attendance.mark_present(bra.office, other)
    serving.serve_for(bra.office, first, seat, items[1])
    refused(bra, lambda: serving.serve_for(bra.office, other, seat, items[2]), f"{SUBSTITUTE} tjänstgör redan")
    serving.serve_for(bra.office, first, None, items[2])
    serving.serve_for(bra.office, other, seat, items[2])
    content = bra.content(ref)
    serves = [{s.seat: s.person for s in who.served(content, item)}.get(seat) for item in items]
    assert serves == [None, bra.people[SUBSTITUTE], bra.people[GUEST]]


def test_the_holder_who_comes_back_takes_the_seat_and_the_head_count_follows(
    bra: Council, three: tuple[str, list[str]]
) -> None:
    ref, items = three
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), bra.seats[MEMBER], items[2])
    assert {s.person for s in who.served_now(bra.content(ref))} >= {bra.people[CHAIR], bra.people[SUBSTITUTE]}
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 25))
    content = bra.content(ref)
    assert bra.people[SUBSTITUTE] not in {s.person for s in who.served_now(content)}
    assert told(bra, content) == [(MEMBER, "kl. 10.20–10.25 i § 3 (närvarande hela tiden)")]


def faults(content: MeetingContent) -> list[str]:
    return [gap.text for gap in gaps(content) if "satt att tjänstgöra" in gap.text]


def test_who_never_came_to_serve_since_the_holder_was_back_at_once_is_no_fault(bra: Council) -> None:
    ref = bra.running()
    items, substitute = [bra.item(ref, place) for place in range(3)], bra.row(ref, SUBSTITUTE)
    minutes.take_up(bra.office, items[0], time(10))
    coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 5))
    minutes.take_up(bra.office, items[1], time(10, 9))
    serving.serve_for(bra.office, substitute, bra.seats[MEMBER], items[1])
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 9))
    minutes.take_up(bra.office, items[2], time(10, 20))
    content = bra.content(ref)
    assert services(row(bra, content))
    assert service(content, row(bra, content)) == ()
    assert faults(content) == []
    coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 25))
    assert bra.people[SUBSTITUTE] in {one.person for one in who.served_now(bra.content(ref))}


def test_who_is_put_in_a_seat_whose_holder_is_there_is_told_until_she_serves_for_nobody_from_whatever_item(
    bra: Council,
) -> None:
    ref = bra.running()
    items, substitute = [bra.item(ref, place) for place in range(3)], bra.row(ref, SUBSTITUTE)
    for at, item in enumerate(items):
        minutes.take_up(bra.office, item, time(10, 10 * at))
    serving.serve_for(bra.office, substitute, bra.seats[MEMBER], items[1])
    assert len(faults(bra.content(ref))) == 1
    serving.serve_for(bra.office, substitute, None, items[2])
    assert services(row(bra, bra.content(ref))) == ()
    assert faults(bra.content(ref)) == []


@pytest.mark.parametrize("place", [0, 1])
def test_who_was_put_in_the_seat_of_somebody_who_never_went_serves_for_nobody(bra: Council, place: int) -> None:
    ref = bra.running()
    for number in range(place + 1):
        minutes.take_up(bra.office, bra.item(ref, number), time(10, number))
    bra.clock.set(DAY, time(10, 9))
    member, substitute = bra.row(ref, MEMBER), bra.row(ref, SUBSTITUTE)
    coming_and_going.come_or_go(bra.office, member)
    serving.serve_for(bra.office, substitute, bra.seats[MEMBER], bra.item(ref, place))
    assert bra.people[SUBSTITUTE] in {one.person for one in who.served_now(bra.content(ref))}
    coming_and_going.come_or_go(bra.office, member)
    content = bra.content(ref)
    assert services(row(bra, content)) == ()
    assert bra.people[MEMBER] in {one.person for one in who.served_now(content)}
    assert faults(content) == []


def test_who_served_only_a_decision_within_the_minute_is_told_to_have_served(bra: Council) -> None:
    ref = bra.running()
    item, member = bra.item(ref), bra.row(ref, MEMBER)
    minutes.take_up(bra.office, item)
    bra.clock.set(DAY, time(10, 9))
    coming_and_going.come_or_go(bra.office, member)
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), bra.seats[MEMBER], item)
    decisions.add_decision(bra.office, item, "anta planen")
    coming_and_going.come_or_go(bra.office, member)
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 20))
    content = bra.content(ref)
    (decided,) = content.item(item).decisions
    assert bra.people[SUBSTITUTE] in {one.person for one in who.served_when(content, item, decided)}
    assert told(bra, content) == [(MEMBER, "kl. 10.09, § 1 (närvarande hela tiden)")]
    assert faults(content) == []


def test_who_takes_the_seat_over_between_two_decisions_serves_in_that_item(bra: Council) -> None:
    ref = bra.running()
    items, member = [bra.item(ref, place) for place in range(3)], bra.row(ref, MEMBER)
    minutes.take_up(bra.office, items[0])
    decisions.add_decision(bra.office, items[0], "anta planen")
    bra.clock.set(DAY, time(10, 5))
    coming_and_going.come_or_go(bra.office, member)
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), bra.seats[MEMBER], items[0])
    bra.clock.set(DAY, time(10, 8))
    decisions.add_decision(bra.office, items[0], "avsätta medel")
    minutes.take_up(bra.office, items[1], time(10, 10))
    bra.clock.set(DAY, time(10, 15))
    decisions.add_decision(bra.office, items[1], "anta planen")
    bra.clock.set(DAY, time(10, 18))
    coming_and_going.come_or_go(bra.office, member)
    decisions.add_decision(bra.office, items[1], "avsätta medel")
    minutes.take_up(bra.office, items[2], time(10, 20))
    words = "fr.o.m. kl. 10.05, § 1, t.o.m. kl. 10.18, § 2 (närvarande hela tiden)"
    assert told(bra, bra.content(ref)) == [(MEMBER, words)]
