"""Clock times that are at odds: the closing list names them, and each line leads to the field that mends it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import AdjournmentContent, RecusalContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting import Meeting
from bra_desktop.services import reading
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.closing.closing_lines import lead_words
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]
Spoil = Callable[[Office], object]


def later_opening(office: Office) -> object:
    return opening.set_clock(office, REF, time(10, 15))


def early_comer(office: Office) -> object:
    row = reading.meeting_view(office, REF).participants[somebody(office)]
    return attendance.set_stays(office, row, (StayContent(from_time=time(9, 40)),))


def odd_break(office: Office) -> object:
    return opening.set_adjournments(office, REF, (AdjournmentContent(time(9, 30), time(9, 40)),))


def second_break(office: Office) -> object:
    """The first one is as it should be; the second ends before it begins."""
    breaks = (AdjournmentContent(time(10, 10), time(10, 20)), AdjournmentContent(time(10, 40), time(10, 40)))
    opening.set_adjournments(office, REF, breaks)
    return _end(office, time(10, 35))


def _end(office: Office, at: time) -> object:
    """Stored as an older program or a meeting file may have it: nobody can enter it."""
    with office.work("Rätta klockslag") as work:
        (meeting,) = work.all(Meeting, ref=REF)
        first, second = meeting.adjournments
        meeting.adjournments = (first, replace(second, to_time=at))
        return work.commit()


def odd_recusal(office: Office) -> object:
    item = content(office).items[0]
    decisions.put_recusal(office, item.key, RecusalContent("jav", somebody(office), "", time(10, 20)))
    return minutes.set_clock(office, item.key, closed_at=time(10, 5))


def somebody(office: Office) -> str:
    return next(who.person for who in content(office).participants if who.stays)


def asked(qtbot: QtBot, page: LivePage, operations: Operations) -> None:
    page.acts.ask_close()
    settle(qtbot, page, operations)
    qtbot.waitUntil(page.closing.isVisible)


def hands(page: LivePage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("spoil", "words", "leads", "field"),
    [
        (later_opening, "började redan", "till klockslagen", "live.form_began"),
        (early_comer, "innan mötet öppnades", "till närvaron", "live.form_"),
        (odd_break, "ligger utanför mötet", "till klockslagen", "live.form_from1"),
        (second_break, "slutar före den börjar", "till klockslagen", "live.form_from2"),
        (odd_recusal, "lämnade rummet", "till jävet", "live.form_"),
    ],
)
def test_each_odd_time_is_named_and_leads_to_its_field(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall,
    spoil: Spoil, words: str, leads: str, field: str,
) -> None:  # fmt: skip
    wall.later(60)
    spoil(running)
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    [gap] = [gap for gap in page.closing.gaps() if words in gap.text]
    assert lead_words(gap.place) == leads
    page.closing.place_chosen.emit(gap.place)
    page.closing.hide()
    settle(qtbot, page, operations)
    assert page.form.isVisible()
    assert hands(page).objectName().startswith(field)


def test_a_time_that_has_not_been_is_named_while_the_meeting_goes_on_and_no_longer_when_it_has(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(60)
    row = reading.meeting_view(running, REF).participants[somebody(running)]
    attendance.set_stays(running, row, (StayContent(to_time=time(10, 40)),))
    wall.later(-50)
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    [gap] = [gap for gap in page.closing.gaps() if "så mycket är klockan inte än" in gap.text]
    assert lead_words(gap.place) == "till närvaron"
    wall.later(30)
    asked(qtbot, page, operations)
    assert not [gap for gap in page.closing.gaps() if "så mycket är klockan inte än" in gap.text]


def test_a_closing_before_the_opening_is_refused_with_the_way_to_the_time_that_is_wrong(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(60)
    opening.set_clock(running, REF, time(10, 40))
    wall.later(-60)
    page = enter(qtbot, open_window, running)
    refused: list[UserError] = []
    operations.refused.connect(refused.append)
    page.presenter.close_meeting()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].text.replace("\u00a0", " ").startswith("Mötet öppnades kl. 10.40 och kan inte avslutas redan kl.")
    page.go_to(refused[0].where)
    assert hands(page).objectName() == "live.form_opened"


def test_a_break_that_never_was_is_taken_away_where_its_times_are_corrected(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(60)
    kept, slip = AdjournmentContent(time(10, 10), time(10, 20)), AdjournmentContent(time(10, 30), time(10, 31))
    opening.set_adjournments(running, REF, (kept, slip))
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.times())
    for name in ("from2", "to2"):
        field = page.form.editor(name)
        assert isinstance(field, QLineEdit)
        field.clear()
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: content(running).adjournments == (kept,))


def test_a_clock_time_that_is_emptied_is_asked_for_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    before = content(running).opened_at
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.times())
    field = page.form.editor("opened")
    assert isinstance(field, QLineEdit)
    field.clear()
    page.form.submit()
    qtbot.waitUntil(lambda: any("kan rättas" in one.text() for one in page.form.findChildren(QLabel)))
    assert content(running).opened_at == before


def test_the_end_of_a_meeting_is_corrected_only_when_it_has_one(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    form = page.forms.times()
    assert form is not None
    assert "closed" not in [field.name for field in form.fields]
    assert "Mötet öppnades" in [field.words for field in form.fields]
    opening.close_meeting(running, REF)
    page.presenter.reload()
    settle(qtbot, page, operations)
    form = page.forms.times()
    assert form is not None
    [end] = [field for field in form.fields if field.name == "closed"]
    assert end.value


def test_the_page_opens_at_the_place_that_another_page_leads_to(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    last = content(running).items[4].key
    page = enter(qtbot, open_window, running)
    page.window().go("live", (REF, f"item/{last}/times"))  # type: ignore[attr-defined]
    settle(qtbot, page, operations)
    qtbot.waitUntil(page.form.isVisible)
    assert page.presenter.scene is not None
    assert page.presenter.scene.shown == last


def test_a_meeting_opened_on_another_day_than_planned_is_led_to_its_day_and_all_agree_then(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office, wall: Wall
) -> None:
    wall.now -= timedelta(days=12)
    for row in reading.meeting_view(called, REF).participants.values():
        attendance.mark_present(called, row)
    opening.open_meeting(called, REF)
    page = enter(qtbot, open_window, called)
    asked(qtbot, page, operations)
    [gap] = [gap for gap in page.closing.gaps() if gap.place == "meeting/day"]
    said = "Mötet öppnades lördag 21 november men är planerat till torsdag 3 december. Ändra dagen."
    assert gap.text.replace("\u00a0", " ") == said
    page.closing.place_chosen.emit(gap.place)
    page.closing.hide()
    settle(qtbot, page, operations)
    field = hands(page)
    assert field.objectName() == "live.form_day"
    assert isinstance(field, QLineEdit)
    field.setText("snart")
    page.form.submit()
    assert "är ingen dag" in page.form.errors()[0]
    field.setText("2026-11-28")
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: content(called).date == date(2026, 11, 28))
    settle(qtbot, page, operations)
    assert "BRÅ 21 november, planerat 28 november 2026" in [w.replace("\u00a0", " ") for w in page.strip.words()]
    page.acts.open_form(page.forms.times())
    day = page.form.editor("day")
    assert isinstance(day, QLineEdit)
    day.setText("2026-11-21")
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: content(called).date == date(2026, 11, 21))
    settle(qtbot, page, operations)
    assert "BRÅ 21 november 2026" in [w.replace("\u00a0", " ") for w in page.strip.words()]
    asked(qtbot, page, operations)
    assert "meeting/day" not in [gap.place for gap in page.closing.gaps()]


@pytest.mark.parametrize(
    "typed", ["2026-11-22", "20261122", "22/11", "22/11 2026", "22 nov", "den 22 november", "22 november 2026"]
)
def test_the_meetings_day_is_corrected_in_the_words_that_planning_takes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, typed: str
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.times())
    field = page.form.editor("day")
    assert isinstance(field, QLineEdit)
    field.setText(typed)
    page.form.submit()
    assert page.form.errors() == []
    settle(qtbot, page, operations)
    assert content(running).date == date(2026, 11, 22)
