"""A meeting's clock times in the order in which they happened, also past midnight."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bra_desktop.domain.attendance import deciding, left_at, present
from bra_desktop.domain.clock_gaps import broken_times, unclear_times
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import (
    AdjournmentContent,
    MeetingContent,
    ReservationContent,
    StayContent,
)
from bra_desktop.domain.meeting_clock import Moment, day_of, may_end, minutes_between, moment, opened_on
from bra_desktop.domain.movements import events
from bra_desktop.domain.numbering import sequence
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.quorum import quorum_at, quorum_now
from bra_desktop.domain.spans import course, ongoing
from tests.domain.almby import council, key, with_item, with_participant
from tests.strategies import meeting_contents

EARLIEST, LATEST = time(8), time(17)


def by_night(content: MeetingContent, hours: int = 12) -> MeetingContent:
    """The same meeting with every clock time of it so many hours later."""
    return cast(MeetingContent, _later(content, hours))


def _later(value: object, hours: int) -> object:
    if isinstance(value, time):
        return value.replace(hour=(value.hour + hours) % 24)
    if isinstance(value, tuple):
        return tuple(_later(part, hours) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: _later(getattr(value, part.name), hours) for part in fields(value)})
    return value


def told(content: MeetingContent) -> list[object]:
    """All that is known of a meeting from its clock times, without the clock times themselves."""
    people = [p.person for p in content.participants]
    return [
        sequence(content),
        ongoing(content),
        quorum_now(content),
        [(present(content, k), deciding(content, k), quorum_at(content, k)) for k in sequence(content)],
        [(e.movement, e.person, e.item, e.deciding) for e in events(content)],
        [bool(presence_words(content, person)) for person in people],
        [left_at(content, k, person) is None for k in sequence(content) for person in people],
        [span.exact for span in course(content).spans],
        [gap.place for gap in gaps(content)],
    ]


@given(meeting_contents(), st.integers(0, 23))
@settings(max_examples=120)
def test_a_meeting_by_night_is_the_same_meeting_as_by_day(content: MeetingContent, hours: int) -> None:
    content = replace(content, opened_at=EARLIEST, starts=EARLIEST)
    assert told(by_night(content, hours)) == told(content)


def test_the_almby_council_at_night_has_no_odd_times() -> None:
    assert gaps(by_night(council(), 13)) == gaps(by_night(council(), 0))
    assert unclear_times(by_night(council(), 13)) == broken_times(by_night(council(), 13)) == ()


CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(CLOCKS, st.integers(0, 11 * 60 + 59))
def test_what_happens_within_half_a_day_of_the_opening_comes_after_it(opened: time, minutes: int) -> None:
    at = (datetime.combine(date(2026, 12, 3), opened) + timedelta(minutes=minutes)).time()
    assume(opened >= time(5) or at >= opened)
    content = council(opened_at=opened)
    assert moment(content, at) >= moment(content, opened)
    assert minutes_between(opened, opened, at) == minutes


@given(CLOCKS.filter(lambda at: at >= time(5)), st.integers(1, 719))
def test_what_is_up_to_half_a_day_before_the_opening_comes_before_it_but_for_the_night(
    opened: time, minutes: int
) -> None:
    before = datetime.combine(date(2026, 12, 3), opened) - timedelta(minutes=minutes)
    content = council(opened_at=opened)
    assume(before.date() == date(2026, 12, 3) and before.time() >= time(5))
    assert moment(content, before.time()) < moment(content, opened)


@pytest.mark.parametrize(
    ("opened", "at", "days"),
    [
        (time(22, 50), time(0, 20), 1),
        (time(22, 50), time(22, 40), 0),
        (time(9), time(0, 30), 1),
        (time(10, 30), time(10, 5), 0),
        (time(19), time(7, 30), 0),
        (time(8), time(21), 0),
        (time(0, 40), time(0, 10), 0),
    ],
)
def test_a_clock_time_is_of_the_day_that_a_person_would_say(opened: time, at: time, days: int) -> None:
    assert moment(council(opened_at=opened), at) == Moment(days, at)


@pytest.mark.parametrize(
    ("starts", "ends", "may"),
    [
        (time(10), time(12), True),
        (time(8), time(21), True),
        (time(22), time(0, 30), True),
        (time(10), time(10), False),
        (time(13), time(12), False),
        (time(13), time(2), False),
        (time(10), time(9), False),
    ],
)
def test_a_meeting_may_be_planned_past_midnight_but_not_into_the_next_day(starts: time, ends: time, may: bool) -> None:
    assert may_end(starts, ends) is may


def test_after_midnight_it_is_still_the_day_on_which_the_meeting_began() -> None:
    assert day_of(time(22, 50), datetime(2026, 12, 4, 0, 20)) == date(2026, 12, 3)
    assert day_of(time(22, 50), datetime(2026, 12, 3, 23, 0)) == date(2026, 12, 3)
    assert day_of(time(10), datetime(2026, 12, 3, 12, 0)) == date(2026, 12, 3)


def test_a_meeting_opened_late_past_midnight_keeps_its_day_and_no_other_does() -> None:
    planned = date(2026, 12, 3)
    assert opened_on(planned, time(23, 30), datetime(2026, 12, 4, 0, 10)) == planned
    assert opened_on(planned, time(22, 50), datetime(2026, 12, 4, 3, 16)) == date(2026, 12, 4)
    assert opened_on(planned, time(22, 50), datetime(2026, 12, 3, 23, 59)) == planned
    assert opened_on(planned, time(8), datetime(2026, 12, 3, 16)) == planned
    assert opened_on(planned, time(10), datetime(2026, 11, 22, 0, 45)) == date(2026, 11, 22)
    assert opened_on(planned, time(10), datetime(2026, 12, 3, 10, 2)) == planned


# ── times held against each other ────────────────────────────────────────────────────────────
def said(content: MeetingContent) -> list[str]:
    return [missing.text.replace("\u00a0", " ") for missing in unclear_times(content)]


def test_an_opening_later_than_the_first_item_is_named() -> None:
    found = unclear_times(council(opened_at=time(10, 3)))
    assert [m.text.replace("\u00a0", " ") for m in found] == [
        "Mötet öppnades kl. 10.03 men § 38 började redan kl. 10.00. Rätta det ena klockslaget."
    ]
    assert found[0].place == f"item/{key(38)}/times"


def test_a_closing_before_the_last_item_was_over_is_named_once() -> None:
    found = unclear_times(council(closed_at=time(11, 40)))
    assert "Mötet avslutades kl. 11.40 men § 49 pågick till kl. 12.04. Rätta det ena klockslaget." in [
        m.text.replace("\u00a0", " ") for m in found
    ]
    assert sum("avslutades" in m.text for m in found) == 1


def test_items_whose_times_go_backwards_are_named_at_the_later_one() -> None:
    found = unclear_times(with_item(council(), 42, opened_at=time(10, 10)))
    assert [m.text.replace("\u00a0", " ") for m in found] == [
        "§ 42 började kl. 10.10 men § 41 som togs upp före den började kl. 10.20. Rätta det ena klockslaget."
    ]
    assert found[0].place == f"item/{key(42)}/times"
    overlapping = with_item(council(), 42, opened_at=time(10, 30))
    assert said(overlapping) == ["§ 42 började kl. 10.30 men § 41 slutade först kl. 10.34. Rätta det ena klockslaget."]


@pytest.mark.parametrize(
    ("stay", "words"),
    [
        (
            StayContent(from_time=time(9, 40)),
            "Ida Wallgren kom kl. 09.40, innan mötet öppnades kl. 10.00. Rätta under Närvaro.",
        ),
        (
            StayContent(to_time=time(9, 50)),
            "Ida Wallgren gick kl. 09.50, innan mötet öppnades kl. 10.00. Rätta under Närvaro.",
        ),
        (
            StayContent(from_time=time(12, 30)),
            "Ida Wallgren kom kl. 12.30, efter mötets slut kl. 12.04. Rätta under Närvaro.",
        ),
    ],
)
def test_who_comes_or_goes_outside_the_meeting_is_named(stay: StayContent, words: str) -> None:
    found = unclear_times(with_participant(council(), "ida", stays=(stay,)))
    assert [m.text.replace("\u00a0", " ") for m in found] == [words]
    assert found[0].place == "participants/ida"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (time(9, 30), time(9, 50), "ligger utanför mötet"),
        (time(11, 50), time(12, 30), "ligger utanför mötet"),
        (time(13), None, "ligger utanför mötet"),
        (time(10, 50), time(11), "överlappar varandra"),
    ],
)
def test_a_break_outside_the_meeting_or_in_another_break_is_named(first: time, last: time | None, words: str) -> None:
    content = council()
    content = replace(content, adjournments=(*content.adjournments, AdjournmentContent(first, last)))
    found = said(content)
    assert len(found) == 1
    assert words in found[0]


def test_a_recusal_outside_its_item_is_named() -> None:
    outs = council().item(key(45)).recusals
    late = with_item(council(), 45, recusals=(replace(outs[0], left_at=time(11, 30), returned_at=None),))
    assert said(late) == [
        "Petra Lööf lämnade rummet kl. 11.30 men § 45 pågick kl. 11.14–11.20. Rätta det ena klockslaget."
    ]
    early = with_item(council(), 45, recusals=(replace(outs[0], left_at=None, returned_at=time(11)),))
    assert said(early) == [
        "Petra Lööf kom tillbaka kl. 11.00 men § 45 pågick kl. 11.14–11.20. Rätta det ena klockslaget."
    ]


def test_a_reservation_announced_before_its_item_is_named() -> None:
    content = with_item(council(), 46, reservations=(ReservationContent("r", ("ida",), "", time(10)),))
    assert said(content) == [
        "Reservationen i § 46 är anmäld kl. 10.00 men ärendet togs upp kl. 11.20. Rätta det ena klockslaget."
    ]


def test_a_reservation_announced_after_the_meeting_was_closed_is_told() -> None:
    content = with_item(council(), 46, reservations=(ReservationContent("r", ("ida",), "", time(23, 59)),))
    found = [one.text.replace("\u00a0", " ") for one in unclear_times(content) if "Reservationen" in one.text]
    assert found == [
        "Reservationen i § 46 är anmäld kl. 23.59, efter mötets slut kl. 12.04. Rätta det ena klockslaget."
    ]
    assert not unclear_times(replace(content, closed_at=None))


def test_an_end_that_cannot_be_true_is_not_held_against_everybody() -> None:
    content = council(closed_at=time(9, 30))
    assert [m.text for m in broken_times(content)] == ["Mötet slutar före det börjar. Rätta klockslagen."]
    assert unclear_times(content) == ()


def test_a_meeting_that_goes_on_for_half_a_day_past_midnight_is_asked_about() -> None:
    found = said(council(closed_at=time(1, 30)))
    assert found == ["Mötet varade kl. 10.00–01.30, till dagen efter. Rätta klockslagen om det är fel."]
