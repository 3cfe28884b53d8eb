"""Values come back from the file exactly as they went in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Dialect
from sqlalchemy.dialects.sqlite import dialect

from bra_desktop.storage.columns import ClockTime, LocalDate, LocalMoment, UtcMoment, utc_moment, utc_text
from bra_desktop.storage.failures import UnsavableText
from bra_desktop.storage.work import Work
from tests.storage.small_schema import Gathering, Item

SQLITE: Dialect = dialect()
ZONES = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
AWARE = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)


@given(moment=AWARE, later=AWARE)
def test_a_recorded_moment_comes_back_and_sorts_as_text(moment: datetime, later: datetime) -> None:
    assert utc_moment(utc_text(moment)) == moment
    assert (utc_text(moment) < utc_text(later)) == (moment < later)


@given(day=st.dates(), clock=st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_local_dates_and_times_come_back(day: date, clock: time) -> None:
    assert LocalDate().process_result_value(LocalDate().process_bind_param(day, SQLITE), SQLITE) == day
    assert ClockTime().process_result_value(ClockTime().process_bind_param(clock, SQLITE), SQLITE) == clock
    moment = datetime.combine(day, clock)
    assert LocalMoment().process_result_value(LocalMoment().process_bind_param(moment, SQLITE), SQLITE) == moment


def test_a_moment_without_zone_and_a_local_time_with_one_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcMoment().process_bind_param(datetime(2026, 12, 3), SQLITE)
    with pytest.raises(ValueError, match="no time zone"):
        LocalMoment().process_bind_param(datetime(2026, 12, 3, tzinfo=UTC), SQLITE)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text())
def test_any_text_is_kept_exactly(work: Callable[..., Work], words: str) -> None:
    with work() as w:
        if w.find(Gathering, "m") is None:
            w.add(Gathering(id="m"), Item(id="i", meeting_id="m"))
            w.flush()
        w.get(Item, "i").text = words
        w.commit()
    with work() as w:
        assert w.get(Item, "i").text == words


def test_half_a_character_is_refused_with_its_place(work: Callable[..., Work]) -> None:
    with work() as w:
        w.add(Gathering(id="m", title="Möte \ud83d"))
        with pytest.raises(UnsavableText, match="plats 6"):
            w.commit()


@pytest.mark.parametrize(
    "words", ["\x00å\x00", "<b>&amp;", "👩‍👩‍👧", "\u202eåäö\u2069", "å" * 1_000_000, "'; DROP TABLE meeting; --"]
)
def test_awkward_text_is_kept_exactly_also_in_its_history(work: Callable[..., Work], words: str) -> None:
    with work() as w:
        w.add(Gathering(id="m", title=words))
        w.commit()
    with work() as w:
        assert w.get(Gathering, "m").title == words
        w.get(Gathering, "m").title = words + "!"
        w.commit()
