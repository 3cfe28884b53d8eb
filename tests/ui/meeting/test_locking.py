"""The question before the lock says what follows from it, as on the page where the protocol is signed."""

from collections.abc import Iterator

import pytest

from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.adjustment.presenter import loaded_of
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
