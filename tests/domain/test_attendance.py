"""Who is present, deciding and counted at each item, from the stays alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings

from bra_desktop.domain.attendance import (
    deciding,
    items_present,
    present,
    seats,
    served,
)
from bra_desktop.domain.clock_gaps import broken_times, unclear_times
from bra_desktop.domain.content import MeetingContent, ParticipantContent, RecusalContent, SeatContent, StayContent
from bra_desktop.domain.decision_times import leaving
from bra_desktop.domain.kinds import Capacity, DocumentProfile, Mode
from bra_desktop.domain.movements import Movement, before_decision, event_words, events, item_events
from bra_desktop.domain.presence import absence, absent, items_words, presence_words
from bra_desktop.domain.quorum import (
    not_quorate_items,
    not_quorate_sentences,
    quorate,
    quorum_at,
    quorum_now,
    required_seats,
)
from tests.domain.almby import WHOLE, camera_vote, council, key, with_item, with_participant
from tests.strategies import meeting_contents


def test_the_almby_council_opens_with_13_of_15() -> None:
    quorum = quorum_at(council(), key(38))
    assert (quorum.served, quorum.seats, quorum.required, quorum.reached) == (13, 15, 8, True)
    assert quorum.words == "13 av 15"


@pytest.mark.parametrize(
    ("paragraph", "served_seats"),
    [(38, 13), (39, 13), (40, 13), (41, 14), (42, 14), (43, 14), (44, 14), (45, 13), (46, 14), (47, 13), (49, 13)],
)
def test_each_item_of_the_almby_council_has_its_own_count(paragraph: int, served_seats: int) -> None:
    assert quorum_at(council(), key(paragraph)).served == served_seats


def test_the_same_counts_follow_when_only_clock_times_or_only_items_are_known() -> None:
    by_clock = with_participant(council(), "hanna", stays=(StayContent(to_time=time(11, 42)),))
    by_clock = with_participant(by_clock, "jonas", stays=(StayContent(from_time=time(10, 20)),))
    assert [quorum_at(by_clock, i.key).served for i in by_clock.items] == [
        quorum_at(council(), i.key).served for i in council().items
    ]
    untimed = council(items=tuple(replace(i, opened_at=None, closed_at=None) for i in council().items))
    untimed = with_participant(untimed, "hanna", stays=(StayContent(to_time=time(11, 42), to_item=key(47)),))
    counts = [quorum_at(untimed, i.key).served for i in untimed.items]
    assert counts == [13, 13, 13, 14, 14, 14, 14, 13, 14, 14, 13, 13]


def test_who_leaves_on_the_minute_an_item_ends_took_part_in_it() -> None:
    content = with_participant(council(), "hanna", stays=(StayContent(to_time=time(11, 48)),))
    assert "hanna" in deciding(content, key(47))
    assert "hanna" not in present(content, key(48))


def test_who_is_there_through_an_item_took_part_in_it_whenever_she_left() -> None:
    for at in (None, time(11, 37), time(11, 42), time(11, 48)):
        content = with_participant(council(), "hanna", stays=(StayContent(to_time=at, to_item=key(47)),))
        assert "hanna" in deciding(content, key(47))
        assert "hanna" not in present(content, key(48))
    content = with_participant(council(), "hanna", stays=(StayContent(to_time=time(11, 42), to_item=key(46)),))
    assert "hanna" in deciding(content, key(46))
    assert "hanna" not in present(content, key(47))


def test_who_leaves_took_part_in_the_item_once_it_has_been_decided_or_voted_on() -> None:
    undecided = with_item(council(), 46, decisions=(), votes=())
    voted, at = with_item(undecided, 46, votes=(camera_vote(),)), time(11, 40)
    for content, item, partly in (
        (undecided, key(46), True), (voted, key(46), False), (council(), key(46), False), (council(), "", False),
    ):  # fmt: skip
        assert leaving(content, "per", StayContent(), at, item) == StayContent(to_time=at, to_item=item, partly=partly)


def test_who_left_before_the_decision_was_there_for_a_part_of_the_item() -> None:
    stay = StayContent(to_time=time(11, 48), to_item=key(47), partly=True)
    content = with_participant(council(), "hanna", stays=(stay,))
    assert "hanna" in present(content, key(47))
    assert "hanna" not in deciding(content, key(47))
    assert "hanna" in deciding(content, key(46))
    assert "hanna" not in present(content, key(48))


def test_who_comes_on_the_minute_an_item_ends_belongs_to_the_next() -> None:
    content = with_participant(council(), "jonas", stays=(StayContent(from_time=time(10, 34)),))
    assert "jonas" not in present(content, key(41))
    assert "jonas" in deciding(content, key(42))


def test_who_comes_during_an_item_takes_part_in_its_decision() -> None:
    content = with_participant(council(), "jonas", stays=(StayContent(from_time=time(10, 30)),))
    assert "jonas" in deciding(content, key(41))


def test_who_leaves_and_returns_is_counted_only_while_there() -> None:
    there = (StayContent(to_time=time(10, 34)), StayContent(from_time=time(11, 5)))
    content = with_participant(council(), "siv", stays=there)
    assert [p for p in (41, 42, 43, 44) if "siv" in deciding(content, key(p))] == [41, 44]


def test_the_disqualified_leaves_the_room_for_the_item_and_only_for_it() -> None:
    content = council()
    assert "petra" not in present(content, key(45))
    assert "petra" in deciding(content, key(44))
    assert "petra" in deciding(content, key(46))


def test_a_substitute_serves_for_a_seat_by_name() -> None:
    karins = next(s for s in served(council(), key(46)) if s.seat == "seat-karin")
    assert (karins.person, karins.substitute) == ("yasmin", True)


def test_a_substitute_who_does_not_serve_deliberates_only() -> None:
    assert "camilla" in present(council(), key(42))
    assert "camilla" not in deciding(council(), key(42))


def test_the_co_opted_may_deliberate_but_not_decide() -> None:
    assert "martin" in present(council(), key(41))
    assert "martin" not in deciding(council(), key(41))


def test_guests_and_officials_never_decide() -> None:
    decide = {person for item in council().items for person in deciding(council(), item.key)}
    assert decide.isdisjoint({"mattias", "gunilla", "anna"})


def test_a_seat_has_one_voice_when_its_holder_comes_while_a_substitute_serves() -> None:
    content = with_participant(council(), "karin", stays=(StayContent(from_item=key(44)),))
    assert "yasmin" in deciding(content, key(43))
    assert "karin" in deciding(content, key(44))
    assert "yasmin" not in deciding(content, key(44))
    assert quorum_at(content, key(44)).served == 14


def test_a_substitute_steps_in_for_a_disqualified_member() -> None:
    content = with_participant(council(), "camilla", serves_for="seat-petra", stays=WHOLE)
    assert "camilla" in deciding(content, key(45))
    assert "camilla" not in deciding(content, key(46))


def test_two_who_share_a_seat_have_one_voice() -> None:
    content = council()
    shared = tuple(
        replace(s, holders=("lars", "amira")) if s.key == "seat-lars" else s
        for s in content.seats
        if s.key != "seat-amira"
    )
    content = with_participant(replace(content, seats=shared), "amira", seat="seat-lars", together_with="lars")
    assert quorum_at(content, key(38)).seats == 14
    assert [p for p in ("lars", "amira") if p in deciding(content, key(38))] == ["lars"]


def test_a_vacant_seat_counts_among_the_seats_but_is_served_by_nobody() -> None:
    content = council()
    content = replace(content, seats=(*content.seats, SeatContent("empty")))
    assert quorum_at(content, key(38)).words == "13 av 16"


def test_without_a_rule_of_its_own_a_council_needs_more_than_half_of_the_seats() -> None:
    content = council()
    assert required_seats(replace(content, forum=replace(content.forum, quorum=None))) == 8
    one_more = replace(content, seats=(*content.seats, SeatContent("empty")))
    assert required_seats(replace(one_more, forum=replace(content.forum, quorum=None))) == 9


def test_a_forum_without_seats_counts_its_members() -> None:
    content = replace(council(), seats=())
    content = replace(content, participants=tuple(replace(p, seat="") for p in content.participants))
    assert len(seats(content)) == 15
    assert quorum_at(content, key(46)).served == 13


def test_items_without_a_quorum_are_named() -> None:
    few = tuple(
        replace(p, stays=(StayContent(to_item=key(47)),)) if p.person not in ("eva", "per") else p
        for p in council().participants
    )
    assert not_quorate_items(council(participants=few)) == (key(48), key(49))


def test_the_head_count_now_forgets_those_who_have_left() -> None:
    assert quorum_now(council()).served == 13
    assert quorum_now(with_participant(council(), "eva", stays=())).served == 12


def test_the_head_count_now_leaves_out_who_is_disqualified_at_the_item_that_goes_on() -> None:
    live = with_item(replace(council(closed_at=None), items=council().items[:9]), 46, closed_at=None)
    before = quorum_now(live).served
    out = with_item(live, 46, recusals=(RecusalContent("r", "siv"),))
    assert quorum_now(out).served == before - 1
    assert quorum_now(with_item(live, 45, recusals=(RecusalContent("r", "siv"),))).served == before


def test_who_stays_to_the_end_of_the_item_that_goes_on_is_still_counted() -> None:
    live = with_item(replace(council(closed_at=None), items=council().items[:9]), 46, closed_at=None)
    before = quorum_now(live).served
    staying = with_participant(live, "siv", stays=(StayContent(to_item=key(46)),))
    assert quorum_now(staying).served == before
    assert quorum_now(with_participant(live, "siv", stays=(StayContent(to_item=key(45)),))).served == before - 1


def test_an_item_that_still_goes_on_counts_those_who_are_there_now() -> None:
    live = council(closed_at=None)
    live = replace(live, items=live.items[:9])
    live = with_participant(with_item(live, 46, closed_at=None), "hanna", stays=WHOLE)
    live = with_participant(live, "tomas", stays=(StayContent(to_time=time(11, 25)),))
    assert "tomas" in present(live, key(46))
    assert "tomas" not in deciding(live, key(46))
    assert quorum_at(live, key(46)).served == 13


def test_an_item_to_come_does_not_count_those_who_have_left() -> None:
    live = with_item(council(closed_at=None), 49, paragraph=None, opened_at=None, closed_at=None)
    live = with_item(live, 48, closed_at=None)
    assert "hanna" not in present(live, key(49))
    assert "jonas" in deciding(live, key(49))


def test_items_taken_up_in_another_order_follow_their_numbers() -> None:
    content = council()
    first, second = content.items[8], content.items[9]
    swapped = (*content.items[:8], replace(second, paragraph=46), replace(first, paragraph=47), *content.items[10:])
    times = tuple(replace(i, opened_at=None, closed_at=None) for i in swapped)
    content = with_participant(replace(content, items=times), "hanna", stays=(StayContent(to_item=first.key),))
    assert "hanna" in present(content, second.key)
    assert "hanna" in present(content, first.key)
    assert "hanna" not in present(content, key(48))


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ("eva", ""),
        ("karin", ""),
        ("hanna", "t.o.m. kl. 11.42 i § 47"),
        ("jonas", "fr.o.m. kl. 10.20, § 41"),
        ("petra", "ej § 45 på grund av jäv"),
        ("camilla", "§§ 38–44"),
        ("mattias", "§ 42"),
        ("gunilla", "§§ 41–43 (på distans)"),
    ],
)
def test_presence_is_written_as_documents_write_it(person: str, words: str) -> None:
    assert presence_words(council(), person).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("stays", "words"),
    [
        ((StayContent(mode=Mode.REMOTE),), "på distans"),
        ((StayContent(to_time=time(10, 34)), StayContent(from_time=time(10, 34), mode=Mode.REMOTE)),
         "t.o.m. kl. 10.34, § 41 och fr.o.m. kl. 10.34, § 42 (delvis på distans)"),
        ((StayContent(from_time=time(10, 34), to_time=time(11, 36)),), "kl. 10.34–11.36, §§ 42–46"),
        ((StayContent(to_time=time(11, 42)),), "t.o.m. kl. 11.42 i § 47"),
        ((StayContent(to_time=time(11, 42), to_item=key(47)),), "t.o.m. kl. 11.42, § 47"),
        ((StayContent(from_time=time(10, 0), to_time=time(12, 4)),), ""),
        ((StayContent(from_item=key(38), to_item=key(49)),), ""),
        ((StayContent(from_item=key(39)),), "fr.o.m. § 39"),
        ((StayContent(to_item=key(44)),), "§§ 38–44"),
        ((StayContent(to_item=key(38)),), "§ 38"),
        ((StayContent(from_time=time(10, 7), from_item=key(40), to_time=time(11, 0), to_item=key(43)),),
         "fr.o.m. kl. 10.07, § 40, t.o.m. kl. 11.00, § 43"),
    ],
)  # fmt: skip
def test_other_ways_to_be_there_for_a_while(stays: tuple[StayContent, ...], words: str) -> None:
    assert presence_words(with_participant(council(), "ida", stays=stays), "ida").replace("\u00a0", " ") == words


def test_the_items_of_a_person_are_written_as_ranges() -> None:
    assert items_words(council(), "petra") == "§§\u00a038–44, 46–49"
    assert items_words(council(), "karin") == ""


def test_arrivals_and_departures_are_printed_at_their_item_in_order() -> None:
    content = council()
    sentences = [event_words(content, e).replace("\u00a0", " ") for e in events(content) if e.deciding]
    assert sentences == [
        "Jonas Ek kommer kl. 10.20.",
        "Petra Lööf anmäler jäv, deltar inte och lämnar rummet kl. 11.14.",
        "Petra Lööf är åter närvarande kl. 11.20, när ärendet är avgjort.",
        "Hanna Forsgren lämnar sammanträdet kl. 11.42.",
    ]
    assert [(e.movement, e.person) for e in item_events(content, key(42))] == [
        (Movement.ARRIVES, "mattias"),
        (Movement.LEAVES, "mattias"),
    ]


def test_who_goes_and_comes_back_in_one_item_does_so_before_its_decision() -> None:
    stays = (StayContent(time(10, 21), time(10, 24)), StayContent(time(10, 26)))
    content = with_participant(council(), "siv", stays=stays)
    hers = [e for e in item_events(content, key(41)) if e.person == "siv"]
    assert [(e.movement, e.at) for e in hers] == [
        (Movement.ARRIVES, time(10, 21)),
        (Movement.LEAVES, time(10, 24)),
        (Movement.RETURNS, time(10, 26)),
    ]
    assert all(before_decision(content, e) for e in hers)


def test_who_goes_while_an_item_is_dealt_with_goes_before_its_decision_and_at_its_end_after_it() -> None:
    item = council().item(key(41))
    assert item.closed_at is not None
    for at, expected in ((time(10, 24), True), (item.closed_at, False)):
        content = with_participant(council(), "siv", stays=(StayContent(to_time=at),))
        [gone] = [e for e in item_events(content, key(41)) if e.person == "siv"]
        assert before_decision(content, gone) is expected
    content = with_participant(council(), "siv", stays=(StayContent(to_item=key(41)),))
    [gone] = [e for e in item_events(content, key(41)) if e.person == "siv"]
    assert not before_decision(content, gone)


def test_a_return_is_said_as_a_return() -> None:
    there = (StayContent(to_time=time(10, 34)), StayContent(from_time=time(11, 5)))
    content = with_participant(council(), "siv", stays=there)
    siv = [(e.movement, e.item, e.at) for e in events(content) if e.person == "siv"]
    assert siv == [
        (Movement.LEAVES, key(41), time(10, 34)),
        (Movement.RETURNS, key(44), time(11, 5)),
    ]


def test_those_who_never_came_are_listed_with_and_without_notice() -> None:
    content = with_participant(council(), "goran", absence_notified=False)
    assert [p.person for p in absent(content, notified=True)] == ["karin", "moa"]
    assert [p.person for p in absent(content, notified=False)] == ["goran"]


def test_a_substitute_who_was_not_called_in_is_not_listed_as_absent() -> None:
    never_there = with_participant(council(), "camilla", stays=())
    (camilla,) = [p for p in never_there.participants if p.person == "camilla"]
    assert camilla.capacity is Capacity.SUBSTITUTE
    assert absence(never_there, camilla) is None
    called_in = with_participant(never_there, "camilla", serves_for=council().seats[0].key)
    assert "camilla" in [p.person for p in absent(called_in, notified=False)]


def test_of_two_who_share_a_seat_the_one_whose_partner_came_is_not_absent() -> None:
    present = next(p for p in council().participants if p.capacity is Capacity.MEMBER and p.stays)
    content = with_participant(council(), "goran", absence_notified=False, together_with=present.person)
    assert absent(content, notified=False) == ()


def test_of_two_who_hold_one_seat_together_the_one_whose_partner_came_is_not_absent() -> None:
    content = council()
    shared = tuple(
        replace(s, holders=("lars", "goran")) if s.key == "seat-lars" else s
        for s in content.seats
        if s.key != "seat-goran"
    )
    content = with_participant(
        replace(content, seats=shared), "goran", absence_notified=False, seat="seat-lars", stays=()
    )
    assert absent(content, notified=False) == ()
    neither = with_participant(content, "lars", stays=())
    assert [p.person for p in absent(neither, notified=False)] == ["lars", "goran"]


def test_a_substitute_in_the_seat_does_not_hide_that_its_holder_is_absent() -> None:
    content = with_participant(council(), "goran", absence_notified=False, stays=())
    content = with_participant(content, "camilla", serves_for="seat-goran", stays=WHOLE)
    assert [p.person for p in absent(content, notified=False)] == ["goran"]


@pytest.mark.parametrize(
    ("stay", "text"),
    [
        (StayContent(time(11, 0), time(10, 0)), "Ida Wallgren går före hen kommer."),
        (StayContent(from_item=key(44), to_item=key(41)), "Ida Wallgren går före hen kommer."),
    ],
)
def test_times_that_cannot_be_true_are_named(stay: StayContent, text: str) -> None:
    found = broken_times(with_participant(council(), "ida", stays=(stay,)))
    assert [m.text for m in found] == [f"{text} Rätta klockslagen under Närvaro."]
    assert broken_times(council()) == ()


@pytest.mark.parametrize(
    ("stays", "part"),
    [
        ((StayContent(to_time=time(13, 0)),), "gick kl. 13.00, efter mötets slut kl. 12.04"),
        ((StayContent(to_time=time(11, 0), to_item=key(41)),), "gick kl. 11.00 men § 41 pågick kl. 10.20–10.34"),
        ((StayContent(to_time=time(11, 0)), StayContent(from_time=time(10, 30))), "överlappar"),
    ],
)
def test_times_that_may_be_wrong_are_warned_about(stays: tuple[StayContent, ...], part: str) -> None:
    found = unclear_times(with_participant(council(), "ida", stays=stays))
    assert len(found) == 1
    assert part in found[0].text.replace("\u00a0", " ")
    assert unclear_times(council()) == ()


@given(meeting_contents())
@settings(max_examples=60)
def test_counts_intervals_words_and_events_agree(content: MeetingContent) -> None:
    gone = {p.person for p in content.participants if not p.stays}
    silent = {p.person for p in content.participants if p.capacity not in (Capacity.MEMBER, Capacity.SUBSTITUTE)}
    for item in content.items:
        there, decide = set(present(content, item.key)), set(deciding(content, item.key))
        serving = served(content, item.key)
        assert decide <= there
        assert len({s.seat for s in serving}) == len(serving) <= len(seats(content))
        assert {s.person for s in serving} == decide
        assert there.isdisjoint(r.person for r in item.recusals)
        assert gone.isdisjoint(there)
        assert silent.isdisjoint(decide)
        for who in content.participants:
            assert (item.key in items_present(content, who.person)) is (who.person in there)
    assert not any(presence_words(content, person) for person in gone)
    assert all(event_words(content, event).endswith(".") for event in events(content))
    assert gone.isdisjoint(e.person for e in events(content) if e.movement in (Movement.ARRIVES, Movement.LEAVES))


def test_a_stay_longer_by_one_item_never_lowers_a_count() -> None:
    content = council()
    for place, item in enumerate(content.items[:-1]):
        shorter = with_participant(content, "ida", stays=(StayContent(to_item=item.key),))
        longer = with_participant(content, "ida", stays=(StayContent(to_item=content.items[place + 1].key),))
        for other in content.items:
            assert quorum_at(shorter, other.key).served <= quorum_at(longer, other.key).served


def test_somebody_who_was_never_called_has_no_presence() -> None:
    assert presence_words(council(), "nobody") == ""
    assert ParticipantContent("x").stays == ()


@pytest.mark.parametrize(
    ("definite", "word"),
    [
        ("Kommunstyrelsen", "beslutsför"),
        ("Socialnämnden", "beslutsför"),
        ("Nämnden för arbetsmarknad och vuxenutbildning", "beslutsför"),
        ("Kommittén för Folkhälsorådet", "beslutsför"),
        ("Arbetsgruppen", "beslutsför"),
        ("Direktionen", "beslutsför"),
        ("Kommunstyrelsens arbetsutskott", "beslutsfört"),
        ("Arbetsutskottet", "beslutsfört"),
        ("Utskottet för trygghet och säkerhet", "beslutsfört"),
        ("Brottsförebyggande rådet i Almby", "beslutsfört"),
        ("Kommunstyrelsens presidium", "beslutsfört"),
        ("Presidiet", "beslutsfört"),
        ("Kommunfullmäktige", "beslutsfört"),
        ("Trygghetsforumet", "beslutsfört"),
    ],
)
def test_quorate_agrees_with_the_noun_of_the_forum(definite: str, word: str) -> None:
    content = council()
    formal = replace(content, forum=replace(content.forum, profile=DocumentProfile.FORMAL, definite=definite))
    assert quorate(formal) == word
    assert quorate(content) == "beslutsfört", "a council is rådet in a sentence"


def test_what_is_said_of_too_few_agrees_with_the_noun_of_the_forum() -> None:
    content = council()
    forum = replace(content.forum, profile=DocumentProfile.FORMAL, definite="Kommunstyrelsen")
    few = tuple(replace(who, stays=()) if who.capacity is Capacity.MEMBER else who for who in content.participants)
    said = " ".join(not_quorate_sentences(replace(content, forum=forum, participants=few), key(42)))
    assert "Kommunstyrelsen var inte beslutsför i" in said
