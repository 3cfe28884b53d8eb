"""What stands in the way of taking a seat out of the register."""

from datetime import date

import pytest

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.register import Seat
from bra_desktop.services import reading, register
from tests.ui.almby_office import HELD, almby


def test_a_seat_that_somebody_holds_is_not_taken_away_until_the_duty_has_ended() -> None:
    with almby(HELD) as office:
        forum = next(f.id for f in reading.forums(office) if f.short_name == "BRÅ")
        seat = next(seat for seat in reading.seats(office, forum, office.today()) if len(seat.holders) == 1)
        with pytest.raises(RuleBroken, match="Platsen innehas"):
            register.remove(office, Seat, seat.id)
        holder = next(m for m in reading.memberships(office, forum) if m.seat_id == seat.id)
        register.end_membership(office, holder.id, date(2026, 11, 20), holder.revision)
        register.remove(office, Seat, seat.id)
        assert seat.id not in [one.id for one in reading.seats(office, forum, office.today())]
