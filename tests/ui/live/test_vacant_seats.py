"""A vacant seat can be told from the others where somebody is put in it, and on the row of who serves it."""

from dataclasses import replace
from typing import Any

import pytest

from bra_desktop.domain.content import SeatContent
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.sides.attendance_rows import attendance, seat_choices
from tests.domain.almby import council
from tests.ui.live.conftest import REF


@pytest.mark.parametrize(
    ("told", "chosen", "row"),
    [
        ({"organisation": "POL"}, "Polismyndigheten (vakant)", "för Polismyndigheten"),
        ({"party": "AL"}, "AL (vakant)", "för AL"),
        ({}, "vakant plats", "för vakant plats"),
    ],
)
def test_a_vacant_seat_is_named_by_whose_it_is(running: Office, told: dict[str, Any], chosen: str, row: str) -> None:
    content = council(closed_at=None)
    seats = tuple(replace(SeatContent(s.key), **told) if s.key == "seat-karin" else s for s in content.seats)
    organisations = tuple(replace(one, short_name=one.name) for one in content.organisations)
    content = replace(content, seats=seats, organisations=organisations)
    assert (chosen, "seat-karin") in seat_choices(content)
    scene = Scene(replace(reading.meeting_view(running, REF), content=content), content.items[0].key)
    (remark,) = (one.remark for one in attendance(scene) if one.person == "yasmin")
    assert remark == row
