"""The question before the lock says what follows from it, as on the page where the protocol is signed."""

from collections.abc import Iterator

import pytest

from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.adjustment.presenter import loaded_of
from bra_desktop.ui.meeting.shown import WITH_THE_REST
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import REF, Shown


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(HELD) as office:
        adjustment.hand_to_review(office, REF)
        yield office


def test_those_who_have_no_certificate_are_named_before_the_lock(shown: Shown) -> None:
    shown.answer = False
    shown.page.head.take_step()
    assert shown.questions == ["Justera protokollet?"]
    missing = loaded_of(shown.office, REF).before_lock
    assert missing.endswith("saknar registrerat certifikat och kan skriva under först när det finns i Register.")
    assert shown.words[0].endswith(missing)
    assert shown.view().content.state is MeetingState.REVIEW


def test_nobody_needs_a_certificate_on_paper(shown: Shown) -> None:
    planning.change_meeting(shown.office, REF, {"medium": Medium.INK})
    shown.reload()
    shown.answer = False
    shown.page.head.take_step()
    assert "certifikat" not in shown.words[0]


def test_an_item_that_is_not_signed_apart_is_told_with_what_the_lock_makes_of_it(shown: Shown) -> None:
    item = next(one for one in shown.view().content.items if one.immediate_adjustment)
    adjustment.adjust_item_now(shown.office, item.key)
    shown.reload()
    shown.answer = False
    shown.page.head.take_step()
    told = shown.words[0].replace(NBSP, " ")
    assert "§ 45 är låst för omedelbar justering, men" in told
    assert "har inte skrivit under den. Vid låset skrivs den under tillsammans med resten, och inte" in told
    assert WITH_THE_REST in loaded_of(shown.office, REF).before_lock
