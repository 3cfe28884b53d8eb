"""What is entered about comings and goings is refused where the clock and the items contradict each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bra_desktop.domain.clock_gaps import check_recusal
from bra_desktop.domain.content import RecusalContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.numbering import sequence
from bra_desktop.domain.stay_checks import check_stays
from bra_desktop.domain.swedish import NBSP
from tests.domain.almby import council, key


@pytest.mark.parametrize(
    ("stays", "words"),
    [
        ([StayContent(time(10, 30), time(10, 20))], "går kl. 10.20 men kommer först kl. 10.30."),
        ([StayContent(None, time(10, 20), key(43))], "gick kl. 10.20 men § 43 togs upp först kl. 10.46."),
        ([StayContent(None, time(10, 20), "", key(43))], "gick kl. 10.20 men § 43 togs upp först kl. 10.46."),
        ([StayContent(time(11, 0), None, "", key(41))], "kom kl. 11.00 men då var § 41 redan slut."),
        ([StayContent(time(11, 0), None, key(41))], "kom kl. 11.00 men då var § 41 redan slut."),
        ([StayContent(None, None, key(43), key(41))], "är med från och med § 43 men bara till och med § 41"),
        ([StayContent(to_time=time(11, 0)), StayContent(time(10, 50))], "kom tillbaka kl. 10.50 men gick först kl. 11"),
        ([StayContent(to_item=key(43)), StayContent(from_item=key(42))], "kom tillbaka i § 42 men var kvar till och"),
        ([StayContent(to_item=key(43)), StayContent(time(10, 20))], "kom tillbaka kl. 10.20 men var kvar till och med"),
        ([StayContent(to_time=time(11, 0)), StayContent(from_item=key(41))], "gick kl. 11.00 men då var § 41 redan"),
    ],
)
def test_a_stay_that_contradicts_itself_or_the_one_before_is_refused(stays: list[StayContent], words: str) -> None:
    with pytest.raises(UserError) as refused:
        check_stays(council(), "Siv Östling", tuple(stays), "stays")
    assert words in refused.value.text.replace(NBSP, " ")
    assert refused.value.where == "stays"


def test_nobody_went_before_the_item_from_which_she_is_there_is_taken_up() -> None:
    order = sequence(council())
    still_to_come = order[order.index(key(46)) :]
    items = tuple(
        replace(one, opened_at=None, closed_at=None) if one.key in still_to_come else one for one in council().items
    )
    live = replace(council(), items=items, closed_at=None)
    with pytest.raises(UserError) as refused:
        check_stays(live, "Siv Östling", (StayContent(None, time(10, 20), key(46)),), "stays")
    assert "gick kl. 10.20 men § 46 har inte tagits upp än." in refused.value.text.replace(NBSP, " ")
    check_stays(live, "Siv Östling", (StayContent(None, None, key(46)),), "stays")


def test_stays_as_documents_print_them_are_taken() -> None:
    for who in council().participants:
        check_stays(council(), who.person, who.stays, "stays")
    check_stays(council(), "Siv Östling", (StayContent(time(10, 15), time(11, 42), key(41), key(46)),), "stays")
    back_at_once = (StayContent(to_time=time(10, 40), to_item=key(42)), StayContent(time(10, 40), None, key(42)))
    check_stays(council(), "Siv Östling", back_at_once, "stays")


@pytest.mark.parametrize(
    ("left", "returned", "field"),
    [
        (time(11, 10), None, "left"),
        (time(11, 21), None, "left"),
        (None, time(11, 10), "returned"),
        (time(11, 18), time(11, 16), "returned"),
    ],
)
def test_nobody_leaves_the_room_for_an_item_that_does_not_go_on(
    left: time | None, returned: time | None, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        check_recusal(council(), key(45), RecusalContent("r", "siv", "", left, returned))
    assert refused.value.where == field
    check_recusal(council(), key(45), RecusalContent("r", "siv", "", time(11, 14), time(11, 20)))
