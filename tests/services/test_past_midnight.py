"""A meeting that is opened late in the evening and closed after midnight, as the use cases keep it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest

from bra_desktop.domain.attendance import deciding
from bra_desktop.domain.clock_gaps import broken_times, unclear_times
from bra_desktop.domain.content import AdjournmentContent, RecusalContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting_days import held_another_day
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.quorum import not_quorate_items
from bra_desktop.services.live import attendance, coming_and_going, decisions, meeting_times, minutes, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.preparing import planning
from tests.builders import DAY, MEMBER, SUBSTITUTE, VICE, Council, refused

NIGHT = DAY + timedelta(days=1)


@pytest.fixture
def late(bra: Council) -> str:
    """Opened at 22.50; the member goes at 00.05, comes back at 00.12, and after a break it is closed at 00.20."""
    ref = bra.called()
    bra.clock.set(DAY, time(22, 50))
    for person, row in bra.rows(ref).items():
        if person != bra.people[SUBSTITUTE]:
            attendance.mark_present(bra.office, row)
    opening.open_meeting(bra.office, ref)
    at(bra, (DAY, time(22, 51)), lambda: minutes.take_up(bra.office, bra.item(ref)))
    at(bra, (DAY, time(23, 58)), lambda: minutes.take_up(bra.office, bra.item(ref, 1)))
    at(bra, (NIGHT, time(0, 5)), lambda: coming_and_going.come_or_go(bra.office, bra.row(ref, MEMBER)))
    at(bra, (NIGHT, time(0, 6)), lambda: opening.adjourn(bra.office, ref))
    at(bra, (NIGHT, time(0, 10)), lambda: opening.resume(bra.office, ref))
    at(bra, (NIGHT, time(0, 11)), lambda: minutes.take_up(bra.office, bra.item(ref, 2)))
    at(bra, (NIGHT, time(0, 12)), lambda: coming_and_going.come_or_go(bra.office, bra.row(ref, MEMBER)))
    bra.clock.set(NIGHT, time(0, 20))
    return ref


def at(bra: Council, moment: tuple[date, time], act: object) -> None:
    bra.clock.set(*moment)
    assert callable(act)
    act()


def words(found: Sequence[object]) -> list[str]:
    return [str(getattr(one, "text", one)).replace("\u00a0", " ") for one in found]


def test_nothing_is_said_against_the_times_of_a_meeting_past_midnight(bra: Council, late: str) -> None:
    told = words(opening.close_meeting(bra.office, late))
    assert not [line for line in told if "kl." in line]
    content = bra.content(late)
    assert (content.opened_at, content.closed_at) == (time(22, 50), time(0, 20))
    assert broken_times(content) == unclear_times(content) == ()
    member = bra.people[MEMBER]
    first, second, third = (item.key for item in content.items[:3])
    assert member in deciding(content, first)
    assert member not in deciding(content, second)
    assert member in deciding(content, third)
    there = presence_words(content, member).replace("\u00a0", " ")
    assert there == "t.o.m. kl. 00.05 i § 2 och fr.o.m. kl. 00.12, § 3"
    assert not_quorate_items(content) == ()


def test_every_clock_time_can_be_corrected_to_one_after_midnight(bra: Council, late: str) -> None:
    opening.close_meeting(bra.office, late)
    opening.set_clock(bra.office, late, time(22, 45), time(0, 30))
    minutes.set_clock(bra.office, bra.item(late, 1), time(23, 55), time(0, 12))
    minutes.set_clock(bra.office, bra.item(late, 2), time(0, 12), time(0, 30))
    attendance.set_stays(bra.office, bra.row(late, VICE), (StayContent(time(23, 10), time(0, 15)),))
    opening.set_adjournments(bra.office, late, (AdjournmentContent(time(23, 59), time(0, 4)),))
    assert unclear_times(bra.content(late)) == broken_times(bra.content(late)) == ()


def test_what_can_never_be_right_is_refused_at_once_also_after_midnight(bra: Council, late: str) -> None:
    office = bra.office
    refused(bra, lambda: opening.close_meeting(office, late, time(22, 40)), "kan inte avslutas redan kl. 22.40")
    opening.close_meeting(office, late)
    refused(bra, lambda: opening.set_clock(office, late, time(22, 50), time(22, 40)), "avslutas före öppnandet")
    item = bra.item(late, 1)
    refused(bra, lambda: minutes.set_clock(office, item, time(0, 10), time(23, 58)), "slutar innan", UserError)
    backwards = (StayContent(time(0, 15), time(23, 10)),)
    refused(bra, lambda: attendance.set_stays(office, bra.row(late, VICE), backwards), "Ändra ett av", UserError)
    breaks = (AdjournmentContent(time(0, 4), time(23, 59)),)
    refused(
        bra,
        lambda: opening.set_adjournments(office, late, breaks),
        "Ajourneringen börjar kl. 00.04 men slutar redan kl. 23.59. Ändra ett av klockslagen.",
    )
    out = RecusalContent("jav", bra.people[VICE], "", time(0, 12), time(23, 59))
    refused(bra, lambda: decisions.put_recusal(office, item, out), "kommer tillbaka innan hen går", UserError)


def test_taking_back_the_last_item_after_midnight_lets_the_one_before_go_on(bra: Council, late: str) -> None:
    minutes.give_back_number(bra.office, bra.item(late, 2))
    assert [(i.opened_at, i.closed_at) for i in bra.items(late)[1:3]] == [(time(23, 58), None), (None, None)]


def test_a_meeting_past_midnight_is_read_back_from_its_file(bra: Council, late: str) -> None:
    opening.close_meeting(bra.office, late)
    planning.change_meeting(bra.office, late, {"starts": time(22, 30), "ends": time(0, 30)})
    file = meeting_files.export_meeting(bra.office, late)
    assert b'"ends":"00:30' in file.replace(b" ", b"")


def test_the_day_on_which_a_meeting_was_opened_follows_from_when_not_from_a_corrected_clock_time(bra: Council) -> None:
    ref = bra.called()
    planning.change_meeting(bra.office, ref, {"starts": time(22, 50), "ends": None})
    for row in bra.rows(ref).values():
        attendance.mark_present(bra.office, row)
    assert meeting_times.opened_day(bra.office, bra.content(ref)) is None
    bra.clock.set(NIGHT, time(3, 16))
    opening.open_meeting(bra.office, ref)
    content = bra.content(ref)
    assert meeting_times.opened_day(bra.office, content) == NIGHT
    [gap] = held_another_day(content, NIGHT)
    assert words([gap]) == ["Mötet öppnades fredag 6 mars men är planerat till torsdag 5 mars. Ändra dagen."]
    assert gap.place == "meeting/day"
    opening.set_clock(bra.office, ref, time(22, 50))
    assert meeting_times.opened_day(bra.office, bra.content(ref)) == NIGHT
    planning.change_meeting(bra.office, ref, {"day": NIGHT})
    mended = bra.content(ref)
    assert (mended.date, held_another_day(mended, meeting_times.opened_day(bra.office, mended))) == (NIGHT, ())


def test_a_meeting_opened_late_past_midnight_keeps_its_day_whatever_clock_time_is_typed(bra: Council) -> None:
    ref = bra.called()
    planning.change_meeting(bra.office, ref, {"starts": time(22, 50), "ends": None})
    for row in bra.rows(ref).values():
        attendance.mark_present(bra.office, row)
    bra.clock.set(NIGHT, time(0, 10))
    opening.open_meeting(bra.office, ref)
    for typed in (None, time(22, 50)):
        opening.set_clock(bra.office, ref, typed)
        assert meeting_times.opened_day(bra.office, bra.content(ref)) == DAY
