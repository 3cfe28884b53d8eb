"""A meeting that goes on past midnight, on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.documents.notice import timed
from bra_desktop.documents.protocol_front import place_and_time
from bra_desktop.domain.content import AdjournmentContent
from tests.domain.almby import council


def test_what_comes_after_a_break_past_midnight_begins_when_the_break_ends() -> None:
    items = tuple(replace(item, planned_minutes=20) for item in council().items)
    content = council(
        starts=time(23, 30), opened_at=None, closed_at=None, items=items,
        adjournments=(AdjournmentContent(time(23, 50), time(0, 10), items[0].key),),
    )  # fmt: skip
    assert [row.time for row in timed(content).rows[:4]] == ["23.30", "23.50", "00.10", "00.30"]


def test_the_front_page_has_the_meetings_day_and_its_clock_times_past_midnight() -> None:
    content = council(
        starts=time(22, 45), opened_at=time(22, 50), closed_at=time(0, 20), place="Rådhuset",
        adjournments=(AdjournmentContent(time(23, 50), time(0, 2)),),
    )  # fmt: skip
    words = [run.text for part in place_and_time(content).content for run in getattr(part, "runs", ())]
    told = " ".join(words).replace("\u00a0", " ")
    assert told == "Rådhuset, torsdag 3 december 2026 kl. 22.50–00.20 Ajournering kl. 23.50–00.02"
