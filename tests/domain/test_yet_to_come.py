"""While a meeting goes on, what it has noted to happen later than now is named before it is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bra_desktop.domain.clock_gaps import unclear_times
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import (
    AdjournmentContent,
    MeetingContent,
    RecusalContent,
    ReservationContent,
    StayContent,
)
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting_clock import Now
from bra_desktop.domain.yet_to_come import yet_to_come
from tests.domain.almby import council, key, with_item, with_participant

NOW = Now(datetime.combine(council().date, time(12, 5)), council().date)


def going_on() -> MeetingContent:
    return replace(council(), state=MeetingState.IN_PROGRESS, closed_at=None)


def late_decision(content: MeetingContent) -> MeetingContent:
    first, *rest = content.item(key(45)).decisions
    return with_item(content, 45, decisions=(replace(first, decided_at=time(17, 0)), *rest))


def words(content: MeetingContent, now: Now = NOW) -> list[str]:
    return [one.text.replace("\u00a0", " ") for one in yet_to_come(content, now)]


@pytest.mark.parametrize(
    ("content", "told", "place"),
    [
        (
            with_participant(going_on(), "ida", stays=(StayContent(from_time=time(17, 0)),)),
            "Ida Ek kom kl. 17.00, men så mycket är klockan inte än. Rätta under Närvaro.",
            "participants/ida",
        ),
        (
            with_participant(going_on(), "ida", stays=(StayContent(to_time=time(17, 0)),)),
            "Ida Ek gick kl. 17.00, men så mycket är klockan inte än. Rätta under Närvaro.",
            "participants/ida",
        ),
        (
            replace(going_on(), adjournments=(AdjournmentContent(time(11), time(17)),)),
            "Ajourneringen kl. 11.00–17.00 har ett klockslag som inte har varit än. Rätta klockslagen.",
            "meeting/adjournments/1",
        ),
        (
            replace(going_on(), opened_at=time(17)),
            "Mötet öppnades kl. 17.00, men så mycket är klockan inte än. Rätta klockslaget.",
            "meeting/opened_at",
        ),
        (
            with_item(going_on(), 45, opened_at=time(17), closed_at=None),
            "§ 45 började kl. 17.00, men så mycket är klockan inte än. Rätta klockslaget.",
            f"item/{key(45)}/times",
        ),
        (
            with_item(going_on(), 45, closed_at=time(17)),
            "§ 45 slutade kl. 17.00, men så mycket är klockan inte än. Rätta klockslaget.",
            f"item/{key(45)}/times",
        ),
        (
            with_item(going_on(), 45, recusals=(RecusalContent("r", "ida", "", time(11, 15), time(17)),)),
            "Ida Ek kom tillbaka kl. 17.00 i § 45, men så mycket är klockan inte än. Rätta klockslaget.",
            f"item/{key(45)}/recusals/r",
        ),
        (
            with_item(going_on(), 45, reservations=(ReservationContent("r", ("ida",), "", announced_at=time(17)),)),
            "Reservationen i § 45 är anmäld kl. 17.00, men så mycket är klockan inte än. Rätta klockslaget.",
            f"item/{key(45)}/reservations/r",
        ),
    ],
)
def test_what_is_noted_later_than_now_is_named_with_its_place(content: MeetingContent, told: str, place: str) -> None:
    name = council().person("ida").name
    assert words(content) == [told.replace("Ida Ek", name)]
    assert [one.place for one in yet_to_come(content, NOW)] == [place]
    assert set(yet_to_come(content, NOW)) <= set(gaps(content, now=NOW))


def test_a_decision_that_is_yet_to_be_taken_is_named_with_its_place() -> None:
    content = late_decision(going_on())
    [one] = yet_to_come(content, NOW)
    assert one.place == f"item/{key(45)}/decisions/{content.item(key(45)).decisions[0].key}"
    assert one.text.replace("\u00a0", " ") == (
        "Beslutet i § 45 är antecknat kl. 17.00, men så mycket är klockan inte än. Rätta klockslaget."
    )


def test_a_meeting_with_all_its_times_behind_it_and_one_that_is_over_or_written_afterwards_are_told_nothing() -> None:
    assert words(going_on()) == []
    late = with_participant(going_on(), "ida", stays=(StayContent(from_time=time(17, 0)),))
    assert words(late, Now(NOW.at + timedelta(days=1), council().date)) == []
    assert words(replace(late, state=MeetingState.DRAFT, closed_at=time(18))) == []
    assert words(late, Now(datetime.combine(date(2031, 1, 1), time(9)))) == []


def test_a_decision_noted_when_its_item_did_not_go_on_is_told_also_after_the_close() -> None:
    [one] = unclear_times(late_decision(council()))
    assert one.text.replace("\u00a0", " ").startswith("Beslutet i § 45 är antecknat kl. 17.00 men § 45 pågick kl. 11.1")
    assert one.place.startswith(f"item/{key(45)}/decisions/")


def test_who_comes_back_after_a_recusal_when_the_meeting_is_over_is_told() -> None:
    out = RecusalContent("r", "ida", "", time(11, 15), time(17))
    [one] = unclear_times(with_item(council(), 45, recusals=(out,)))
    assert one.place == f"item/{key(45)}/recusals/r"
    assert "kom tillbaka kl. 17.00, efter mötets slut kl. 12.04." in one.text.replace("\u00a0", " ")
    back = replace(out, returned_at=time(12, 4))
    assert unclear_times(with_item(council(), 45, recusals=(back,))) == ()
