"""What the list of corrections says while others see the screen: no more than their public version."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bra_desktop.domain.kinds import Medium
from bra_desktop.services import reading
from bra_desktop.services.adjusted import additions, adjustment, paper
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.papers.after_lock import AfterLock
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.readable import readable

MARKED = 4
SIGNED_AT = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    """The council's protocol with a marked item, signed on paper by everybody, and three corrections of the whole."""
    with almby(HELD, now=SIGNED_AT) as office:
        item = office.content(REF).items[MARKED]
        planning.change_item(office, item.key, {"confidential": "21 kap. 3 § OSL", "title": "Larmet på Norra skolan"})
        adjustment.hand_to_review(office, REF)
        planning.change_meeting(office, REF, {"medium": Medium.INK})
        adjustment.hand_to_adjustment(office, REF)
        for one in reading.meeting_view(office, REF).signers:
            paper.record_ink_signature(office, REF, one.person_id, SIGNED_AT.date(), one.role)
        author = office.content(REF).people[0].key
        number = office.content(REF).items[MARKED].paragraph
        for text in (
            f"I paragraf {number} ska det stå kiosken.",
            "Ordet larmet på norra skolan utgår.",
            "Sal är lokal.",
        ):
            additions.correct(office, REF, author, f"Skäl: {text}", text)
        yield office


def test_corrections_that_tell_what_is_marked_are_not_read_on_a_shared_screen(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    panel = shown.page.findChild(AfterLock)
    assert isinstance(panel, AfterLock)
    assert all(word in readable(panel) for word in ("kiosken", "larmet på norra skolan utgår", "Sal är lokal"))
    QTest.keyClick(shown.page, Qt.Key.Key_F4)
    shown.settle(lambda: bool(shown.page._loaded and shown.page._loaded.withheld))
    said = readable(panel)
    assert "Sal är lokal." in said
    assert said.count("Uppgifter är borttagna med stöd av 21 kap. 3 § OSL.") == 2
    shown.settle(lambda: not any(word in readable(panel).lower() for word in ("kiosken", "norra skolan")))
