"""When a substitute serves, and who presided: both follow from who was in the room."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bra_desktop.domain.attendance import deciding, services
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import MeetingContent, OfficerContent, RecusalContent, StayContent
from bra_desktop.domain.guards import warnings_for
from bra_desktop.domain.kinds import DocumentProfile, Duty, MeetingState
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.serving import service, service_words
from bra_desktop.domain.signers import signers
from bra_desktop.domain.swedish import NBSP
from tests.domain.almby import WHOLE, council, key, with_item, with_officers, with_participant

LEFT_DURING_43 = StayContent(to_time=time(10, 50))


def back(hour: int, minute: int, paragraph: int) -> StayContent:
    return StayContent(time(hour, minute), None, key(paragraph))


def with_a_substitute(eva: tuple[StayContent, ...], camilla: tuple[StayContent, ...]) -> MeetingContent:
    """Camilla Rehn serves for Eva Lind, who leads the meeting."""
    content = with_participant(council(), "eva", stays=eva)
    return with_participant(content, "camilla", serves_for="seat-eva", stays=camilla)


def words(content: MeetingContent) -> str:
    who = next(p for p in content.participants if p.person == "camilla")
    (one,) = services(who)
    return service_words(content, who, one).replace(NBSP, " ")


def test_a_substitute_serves_until_the_member_is_back_and_stays_present() -> None:
    content = with_a_substitute((LEFT_DURING_43, back(11, 15, 45)), (back(10, 52, 43),))
    assert words(content) == ("fr.o.m. kl. 10.52, § 43, t.o.m. kl. 11.15, § 44 (närvarande fr.o.m. kl. 10.52, § 43)")
    assert "camilla" in deciding(content, key(44))
    assert "camilla" not in deciding(content, key(45))


def test_a_substitute_who_was_there_before_serves_from_when_the_member_left() -> None:
    content = with_a_substitute((LEFT_DURING_43,), WHOLE)
    assert words(content) == "fr.o.m. kl. 10.50, § 43 (närvarande hela tiden)"
    decided = with_a_substitute((StayContent(to_time=time(10, 50), to_item=key(43)),), WHOLE)
    assert words(decided) == "fr.o.m. kl. 10.50, § 44 (närvarande hela tiden)"


def test_a_substitute_serves_again_when_the_member_leaves_again() -> None:
    eva = (LEFT_DURING_43, StayContent(time(11, 15), time(11, 25), key(45)))
    assert words(with_a_substitute(eva, WHOLE)) == (
        "fr.o.m. kl. 10.50, § 43, t.o.m. kl. 11.15, § 44 och fr.o.m. kl. 11.25, § 46 (närvarande hela tiden)"
    )


def test_a_substitute_who_served_within_one_item_only_has_its_clock_times() -> None:
    content = with_a_substitute((LEFT_DURING_43, back(10, 54, 43)), (back(10, 52, 43),))
    assert words(content).startswith("kl. 10.52–10.54 i § 43")
    assert "camilla" not in deciding(content, key(43))


def test_a_member_who_came_in_the_minute_of_the_opening_was_not_stood_in_for() -> None:
    content = with_a_substitute((StayContent(from_time=time(10, 0)),), WHOLE)
    assert service(content, next(p for p in content.participants if p.person == "camilla")) == ()


def test_a_service_is_told_also_where_the_opening_was_noted_too_late() -> None:
    content = with_a_substitute((StayContent(to_time=time(7, 0)), StayContent(time(7, 1), None, key(40))), WHOLE)
    assert words(content).startswith("fr.o.m. kl. 07.00, t.o.m. kl. 07.01, § 39")


def test_a_service_that_begins_as_the_member_leaves_tells_when_also_before_the_noted_opening() -> None:
    content = council(closed_at=time(7, 30))
    for place, item in enumerate(content.items):
        at = {"opened_at": time(7, 12 + place), "closed_at": time(7, 13 + place)}
        content = with_item(content, item.paragraph or 0, **at)
    once = (StayContent(to_time=time(7, 13)), back(7, 14, 40))
    twice = (once[0], StayContent(time(7, 14), time(7, 17), key(40)), back(7, 18, 44))
    content = with_participant(content, "camilla", serves_for="seat-eva", stays=WHOLE)
    assert words(with_participant(content, "eva", stays=once)) == ("kl. 07.13–07.14, § 39 (närvarande hela tiden)")
    assert words(with_participant(content, "eva", stays=twice)) == (
        "kl. 07.13–07.14, § 39 och kl. 07.17–07.18, § 43 (närvarande hela tiden)"
    )


def test_a_service_begins_in_no_item_after_its_last() -> None:
    content = with_item(council(), 43, closed_at=time(10, 50))
    content = with_item(content, 44, opened_at=time(10, 50))
    content = with_participant(content, "eva", stays=(LEFT_DURING_43, back(10, 52, 44)))
    content = with_participant(content, "camilla", serves_for="seat-eva", stays=WHOLE)
    assert words(content).startswith("fr.o.m. kl. 10.50, § 43, t.o.m. kl. 10.52, § 43")


def test_a_substitute_who_served_not_a_minute_did_not_serve() -> None:
    content = with_a_substitute((LEFT_DURING_43, back(10, 52, 43)), (back(10, 52, 43),))
    assert service(content, next(p for p in content.participants if p.person == "camilla")) == ()


def test_a_substitute_for_somebody_who_never_came_serves_all_the_time_she_is_there() -> None:
    assert words(with_a_substitute((), WHOLE)) == ""
    assert words(with_a_substitute((), (back(10, 52, 43),))) == "fr.o.m. kl. 10.52, § 43"


def test_a_substitute_for_a_disqualified_member_serves_at_that_item() -> None:
    content = with_participant(council(), "camilla", serves_for="seat-petra", stays=WHOLE)
    assert words(content) == "§ 45 (närvarande hela tiden)"


def test_a_substitute_whose_member_was_there_all_the_time_never_served() -> None:
    content = with_a_substitute(WHOLE, WHOLE)
    assert service(content, next(p for p in content.participants if p.person == "camilla")) == ()
    assert [gap.place for gap in gaps(content) if "satt att tjänstgöra" in gap.text] == ["participants/camilla"]
    served = with_a_substitute((LEFT_DURING_43,), WHOLE)
    assert not [gap for gap in gaps(served) if "satt att tjänstgöra" in gap.text]


# ── who presided ─────────────────────────────────────────────────────────────────────────────
def chairs(content: MeetingContent) -> list[tuple[str, str]]:
    return [(s.person, s.words.replace(NBSP, " ")) for s in signers(content) if s.field.startswith("chair")]


def test_who_leads_when_an_item_is_decided_presided_at_it_and_a_chair_who_is_back_takes_the_next() -> None:
    content = with_participant(council(), "eva", stays=(LEFT_DURING_43, back(11, 10, 44)))
    assert chairs(content) == [("eva", "§§ 38–42, 45–49"), ("per", "§§ 43–44")]


def test_an_item_without_a_decision_was_presided_over_by_who_took_it_up() -> None:
    content = with_item(with_item(council(), 43, decisions=()), 44, decisions=())
    content = with_participant(content, "eva", stays=(LEFT_DURING_43, back(11, 10, 44)))
    assert chairs(content) == [("eva", "§§ 38–43, 45–49"), ("per", "§ 44")]


def test_who_leaves_after_the_decision_presided_at_it() -> None:
    stays = (StayContent(to_time=time(10, 50), to_item=key(43)), back(11, 10, 44))
    assert chairs(with_participant(council(), "eva", stays=stays)) == [("eva", "§§ 38–43, 45–49"), ("per", "§ 44")]


def test_a_chair_who_is_back_as_an_item_begins_presides_at_it() -> None:
    content = with_participant(council(), "eva", stays=(LEFT_DURING_43, back(11, 5, 44)))
    assert presiding(content, key(44)) == "eva"


def test_a_chair_who_is_back_leads_at_once_when_she_is_named_or_nobody_else_is_left() -> None:
    content = with_participant(council(), "eva", stays=(LEFT_DURING_43, back(11, 10, 44)))
    named = with_officers(content, *content.officers, OfficerContent(Duty.PRESIDE, "eva", from_item=key(44)))
    assert presiding(named, key(44)) == "eva"
    alone = with_participant(content, "per", stays=(StayContent(to_time=time(11, 8)),))
    assert presiding(alone, key(44)) == "eva"


@pytest.mark.parametrize("decided", [True, False])
def test_while_an_item_goes_on_who_is_in_the_room_presides(decided: bool) -> None:
    running = council(closed_at=None)
    running = with_item(running, 49, closed_at=None, **({} if decided else {"decisions": ()}))
    running = with_participant(running, "eva", stays=(StayContent(to_time=time(11, 58)),))
    assert presiding(running, key(49)) == "per"
    out = with_item(running, 49, recusals=(RecusalContent("r", "per"),))
    assert presiding(out, key(49)) != "per"


SEAT = "platsen har en röst"


def of_seats(content: MeetingContent) -> list[str]:
    return [gap.text.replace(NBSP, " ") for gap in gaps(content) if SEAT in gap.text]


def test_two_substitutes_in_one_seat_are_told_at_the_items_where_both_would_serve_and_before_the_lock() -> None:
    content = with_a_substitute((LEFT_DURING_43,), WHOLE)
    assert of_seats(content) == []
    both = with_participant(content, "yasmin", serves_for="seat-eva")
    told = (
        "Yasmin Karlsson och Camilla Rehn är satta att tjänstgöra på samma plats i §§ 43–49, men platsen har en röst. "
        "Rätta under Närvaro vem som tjänstgör och när."
    )
    assert of_seats(both) == [told]
    warned = warnings_for(replace(both, state=MeetingState.REVIEW), MeetingState.ADJUSTMENT)
    assert told in [one.text.replace(NBSP, " ") for one in warned]


def test_substitutes_who_serve_one_after_the_other_are_no_two_on_a_seat() -> None:
    content = with_a_substitute((LEFT_DURING_43,), (StayContent(to_item=key(45)),))
    content = with_participant(content, "yasmin", serves_for="seat-eva", stays=(StayContent(from_item=key(46)),))
    assert of_seats(content) == []


def test_two_who_hold_a_seat_together_are_told_in_a_namnd_and_may_both_sit_in_a_council() -> None:
    content = with_participant(with_participant(council(), "per", seat="seat-eva"), "mona", seat="seat-mona")
    assert of_seats(content) == []
    formal = replace(content, forum=replace(content.forum, profile=DocumentProfile.FORMAL))
    (told,) = of_seats(formal)
    assert told.startswith("Eva Lind och Per Alm har samma plats och är båda med i §§ 38–")
