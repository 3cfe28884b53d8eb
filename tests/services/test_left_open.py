"""A meeting that was adjourned, or never closed, and is taken up again on another day."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bra_desktop.documents.notice import notice as notice_paper
from bra_desktop.documents.protocol import protocol
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.kinds import ItemType, MeetingState
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import plain_document
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.live.left_open import LastDay, LeftOpen, last_day
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import carrying, continuing, notice
from tests.builders import DAY, Council, refused

NEXT = DAY + timedelta(days=1)


def told(bra: Council, ref: str, day: date, at: time) -> LastDay:
    bra.clock.set(day, at)
    return last_day(bra.office, bra.content(ref))


@pytest.fixture
def adjourned(bra: Council) -> str:
    """Opened at ten, its second item taken up at 19.50, adjourned at 20.04."""
    ref = bra.running()
    bra.clock.set(DAY, time(19, 50))
    minutes.take_up(bra.office, bra.item(ref))
    minutes.take_up(bra.office, bra.item(ref, 1))
    bra.clock.set(DAY, time(20, 4))
    opening.adjourn(bra.office, ref)
    return ref


def test_an_adjourned_meeting_is_left_on_the_next_day_but_not_after_midnight_of_the_same_evening(
    bra: Council, adjourned: str
) -> None:
    assert told(bra, adjourned, DAY, time(23, 59)) == LastDay(DAY)
    assert told(bra, adjourned, NEXT, time(0, 30)) == LastDay(DAY)
    assert told(bra, adjourned, NEXT, time(12, 4)) == LastDay(DAY, LeftOpen(DAY, time(20, 4), adjourned=True))


def test_one_that_was_never_closed_is_left_at_what_was_noted_last_whatever_was_looked_at_since(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(19, 50))
    minutes.take_up(bra.office, bra.item(ref))
    bra.clock.set(DAY, time(20, 41))
    minutes.save_text(bra.office, bra.item(ref), plain_document("Det sista", "x"))
    bra.clock.set(NEXT, time(8))
    minutes.remember_place(bra.office, ref, bra.item(ref, 2))
    assert told(bra, ref, NEXT, time(8, 5)) == LastDay(DAY, LeftOpen(DAY, time(20, 41), adjourned=False))


def test_an_att_sats_that_is_written_down_the_day_after_was_taken_at_no_clock_time(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(19, 50))
    minutes.take_up(bra.office, bra.item(ref))
    decisions.add_decision(bra.office, bra.item(ref), "att anta planen")
    bra.clock.set(NEXT, time(8))
    decisions.add_decision(bra.office, bra.item(ref), "att sända den till nämnden")
    first, second = bra.content(ref).items[0].decisions
    assert (first.decided_at, second.decided_at) == (time(19, 50), None)


def test_when_it_goes_on_all_the_same_it_is_asked_about_no_more_that_day(bra: Council, adjourned: str) -> None:
    bra.clock.set(NEXT, time(12, 4))
    opening.resume(bra.office, adjourned)
    assert told(bra, adjourned, NEXT, time(12, 5)) == LastDay(NEXT)
    opening.adjourn(bra.office, adjourned)
    assert told(bra, adjourned, NEXT, time(12, 30)) == LastDay(NEXT)


def test_a_meeting_that_is_not_going_on_is_never_left(bra: Council) -> None:
    assert told(bra, bra.called(), NEXT, time(12)) == LastDay()
    assert told(bra, bra.closed(DAY + timedelta(days=7)), DAY + timedelta(days=20), time(12)) == LastDay()


def test_closed_when_it_was_adjourned_it_has_no_break_and_no_time_that_contradicts(
    bra: Council, adjourned: str
) -> None:
    bra.clock.set(NEXT, time(12, 4))
    opening.close_meeting(bra.office, adjourned, time(20, 4))
    content = bra.content(adjourned)
    assert content.state is MeetingState.DRAFT
    assert (content.closed_at, content.items[1].closed_at, content.adjournments) == (time(20, 4), time(20, 4), ())
    assert not [gap.text for gap in gaps(content) if "kl." in gap.text]


def test_a_break_that_had_begun_before_the_end_stays_and_is_said_to_have_none(bra: Council, adjourned: str) -> None:
    opening.close_meeting(bra.office, adjourned, time(20, 30))
    assert [pause.from_time for pause in bra.content(adjourned).adjournments] == [time(20, 4)]


def test_what_was_left_goes_to_a_continued_meeting_that_can_be_called_and_opened_the_same_day(
    bra: Council, adjourned: str
) -> None:
    item = bra.item(adjourned, 2)
    annexes.add_annex(bra.office, adjourned, text="Läget i centrum", title="Lägesbild", item_id=item)
    bra.clock.set(NEXT, time(12, 4))
    refused(bra, lambda: continuing.plan_continued(bra.office, adjourned, NEXT, time(12, 5)), "inte avslutat")
    opening.close_meeting(bra.office, adjourned, time(20, 4))
    ref = continuing.plan_continued(bra.office, adjourned, NEXT, time(12, 5))
    content = bra.content(ref)
    assert [one.type for one in content.items] == [
        ItemType.OPENING, ItemType.ELECTION, ItemType.TABLED, ItemType.CLOSING,
    ]  # fmt: skip
    assert (content.date, content.starts, content.place) == (NEXT, time(12, 5), "Rådhuset")
    assert content.title == "Fortsatt möte från 5 mars 2026"
    assert [annex.title for annex in content.annexes] == ["Lägesbild"]
    assert carrying.unreached(bra.office, adjourned).left == ()
    refused(bra, lambda: continuing.plan_continued(bra.office, adjourned, NEXT, time(12, 5)), "Inget ärende")
    notice.send_notice(bra.office, ref)
    for row in bra.rows(ref).values():
        attendance.mark_present(bra.office, row)
    opening.open_meeting(bra.office, ref)
    assert bra.content(ref).state is MeetingState.IN_PROGRESS


def test_what_the_meeting_never_came_to_keeps_its_proposals_whatever_was_written_there(
    bra: Council, adjourned: str
) -> None:
    item = bra.item(adjourned, 2)
    decisions.set_proposals(bra.office, item, (ProposalContent("p", "anta planen"),))
    decisions.add_decision(bra.office, item, "att vänta")
    bra.clock.set(NEXT, time(12, 4))
    opening.close_meeting(bra.office, adjourned, time(20, 4))
    ref = continuing.plan_continued(bra.office, adjourned, NEXT, time(18))
    new = next(i for i in bra.content(ref).items if i.title == bra.content(adjourned).items[2].title)
    assert ([p.text for p in new.proposals], new.decisions) == (["anta planen"], ())


@pytest.mark.parametrize(
    ("now", "starts"), [(time(12, 4), time(12, 15)), (time(12, 15), time(12, 15)), (time(23, 50), time(23, 45))]
)
def test_a_continued_meeting_is_called_to_the_next_quarter_of_an_hour(now: time, starts: time) -> None:
    assert continuing.next_quarter(now) == starts


def test_the_papers_say_what_the_meeting_is_called(bra: Council, adjourned: str) -> None:
    bra.clock.set(NEXT, time(12, 4))
    opening.close_meeting(bra.office, adjourned, time(20, 4))
    ref = continuing.plan_continued(bra.office, adjourned, NEXT, time(18))
    content = bra.content(ref)
    for paper in (notice_paper(content), protocol(content)):
        assert "fortsatt möte från 5 mars 2026" in paper.subtitle.replace(NBSP, " ")
