from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bra_desktop.domain.kinds import ItemType, MeetingState, Reply
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services import reading
from bra_desktop.services.live import attendance
from bra_desktop.services.live.roll import roll
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import notice, planning
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.ui.meeting.agenda.lines import agenda_lines
from bra_desktop.ui.meeting.people.people_lines import forecast, people_lines
from bra_desktop.ui.meeting.places import Place, place_of
from bra_desktop.ui.meeting.shown import document_word, shown, when
from tests.ui.almby_office import HELD, PLANNED, almby

REF = "BRA-2026-12-03"
TODAY = date(2026, 11, 21)


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as office:
        yield office


def test_the_top_says_when_where_and_the_last_days(office: Office) -> None:
    top = shown(reading.meeting_view(office, REF), TODAY)
    assert top.title == "BRÅ 3\xa0december 2026"
    assert top.beside == "torsdag kl.\xa010.00–12.00, Rådhuset, sal Almen"
    assert [(step.word, step.line, step.status) for step in top.steps][:2] == [
        ("Planerad", "", "done"),
        ("Kallad", "senast 26\xa0november", "now"),
    ]
    assert (top.remarks, top.stops, top.step and top.step.label) == ((), False, "Skapa kallelsen")


def test_a_meeting_that_began_after_its_planned_end_tells_no_end(office: Office) -> None:
    content = reading.meeting_view(office, REF).content
    assert when(replace(content, opened_at=time(12, 30))) == "torsdag kl.\xa012.30"
    assert when(replace(content, opened_at=time(10, 4))) == "torsdag kl.\xa010.04–12.00"


def test_notes_are_not_called_a_protocol(office: Office) -> None:
    assert document_word(reading.meeting_view(office, REF).content) == "Protokoll"
    with almby("2026-11-17-lagesbild") as other:
        assert document_word(reading.meeting_view(other, "OP-2026-11-17").content) == "Anteckningar"


def test_an_item_without_presenter_is_a_remark_that_leads_to_it(office: Office) -> None:
    item = planning.add_item(office, REF, PlannedItem("Trygghetsmätning", ItemType.INFORMATION, 10))
    view = reading.meeting_view(office, REF)
    (remark,) = shown(view, TODAY).remarks
    assert (remark.text, remark.link) == ("Punkt 13 saknar föredragande", "Välj")
    assert place_of(remark.place, MeetingState.PLANNED) == (Place.AGENDA, item)
    assert agenda_lines(view.content)[-1].lacks_presenter


def test_a_basis_that_a_wide_screen_has_room_for_stands_whole_on_the_agenda() -> None:
    with almby("2026-12-08-ks-planned") as office:
        subs = [line.sub for line in agenda_lines(reading.meeting_view(office, "KS-2026-12-08").content)]
    assert subs[3] == "Ansökan från Nattvandrarna i Almby. Brottsförebyggande rådet behandlar frågan den 3 december."


def test_a_notice_that_is_late_is_said_to_be(office: Office) -> None:
    top = shown(reading.meeting_view(office, REF), date(2026, 11, 30))
    assert [remark.text for remark in top.remarks] == ["Sista dagen för kallelsen var 26\xa0november"]


def test_a_meeting_that_is_off_tells_that_it_had_been_called(office: Office) -> None:
    notice.send_notice(office, REF)
    planning.cancel(office, REF)
    steps = shown(reading.meeting_view(office, REF), office.today()).steps
    assert [(step.word, step.status) for step in steps[:3]] == [
        ("Planerad", "done"), ("Kallad", "done"), ("Pågår", "next"),
    ]  # fmt: skip
    assert steps[1].line == day_and_month(office.today())
    assert steps[2].line == "inställt"


def test_replies_forecast_the_quorum(office: Office) -> None:
    ids = roll(office, REF).participants
    content = reading.meeting_view(office, REF).content
    members = [p.person for p in content.participants if p.seat][:9]
    for person in members:
        attendance.reply(office, ids[person], Reply.COMING)
    words = forecast(reading.meeting_view(office, REF).content)
    assert words.startswith("9 av 15 platser blir besatta enligt svaren; 8 behövs. Rådet blir beslutsfört.")


def test_a_quorum_is_forecast_only_as_far_as_the_replies_go(office: Office) -> None:
    ids = roll(office, REF).participants
    who = reading.meeting_view(office, REF).content.participants

    def replied(coming: int, reply: Reply) -> str:
        members = [p.person for p in who if p.seat]
        others = [p.person for p in who if p.person not in members]
        for place, person in enumerate(members):
            attendance.reply(office, ids[person], Reply.COMING if place < coming else reply)
        for person in others:
            attendance.reply(office, ids[person], reply)
        return forecast(reading.meeting_view(office, REF).content)

    assert "Rådet blir beslutsfört om minst 3 till kommer. " in replied(5, Reply.NONE)
    words = replied(5, Reply.PREVENTED)
    assert words.endswith("Så som svaren är antecknade kan rådet inte bli beslutsfört. Alla ledamöter har svarat.")


def test_after_the_meeting_people_are_said_to_have_been_there_or_not() -> None:
    with almby(HELD, now=datetime(2026, 12, 4, 9, tzinfo=UTC)) as office:
        content = reading.meeting_view(office, REF).content
        lines = people_lines(content, roll(office, REF))
        assert {line.was_there for line in lines} == {True, False}
        assert all(line.presence for line in lines)
        assert agenda_lines(content)[0].number == "§\xa038"


@pytest.mark.parametrize(
    ("place", "state", "leads_to"),
    [
        ("participants", MeetingState.PLANNED, Place.PEOPLE),
        ("participants", MeetingState.CALLED, Place.LIVE),
        ("meeting/place", MeetingState.PLANNED, Place.DETAILS),
        ("meeting/closed_at", MeetingState.DRAFT, Place.LIVE),
        ("item/1/decisions", MeetingState.REVIEW, Place.LIVE),
        ("adjustment", MeetingState.REVIEW, Place.ADJUSTMENT),
        ("agenda", MeetingState.PLANNED, Place.AGENDA),
    ],
)
def test_every_missing_thing_leads_to_where_it_is_mended(place: str, state: MeetingState, leads_to: Place) -> None:
    assert place_of(place, state)[0] is leads_to
