"""The notice of a § that was adjusted immediately stands beside its paper; the common one tells of the rest."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QPushButton

from bra_desktop.domain.kinds import DocumentProfile, Medium
from bra_desktop.domain.register import Forum
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment, paper, public_notices
from bra_desktop.services.office import Office
from bra_desktop.services.papers.item_papers import ITEM
from bra_desktop.services.preparing import planning
from bra_desktop.ui.adjustment.presenter import adjusted_words, loaded_of
from bra_desktop.ui.meeting.papers.after_lock import AfterLock
from bra_desktop.ui.meeting.papers.notice_part import NoticePart
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from tests.builders import pdf_text
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.meeting.test_item_papers import choices, tab

NOW, LATER = datetime(2026, 12, 4, 9, 0, tzinfo=UTC), datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> list[datetime]:
    """Its last is the time that it is."""
    return [NOW]


@pytest.fixture
def office(clock: list[datetime]) -> Iterator[Office]:
    """A formal protocol on paper, still a draft, whose § 45 is locked to be adjusted immediately."""
    with almby(HELD, now=NOW) as made:
        office = replace(made, clock=lambda: clock[-1])
        with office.work("Ändra forum") as work:
            forum = next(one for one in work.all(Forum) if one.short_name == "BRÅ")
            forum.profile = DocumentProfile.FORMAL
            work.commit()
        planning.change_meeting(office, REF, {"medium": Medium.INK})
        adjustment.adjust_item_now(office, item_of(office))
        yield office


def item_of(office: Office) -> str:
    return next(item.key for item in office.content(REF).items if item.immediate_adjustment)


def part(shown: Shown) -> NoticePart:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    found = shown.page.findChild(NoticePart)
    assert isinstance(found, NoticePart)
    return found


def sign(office: Office) -> None:
    item = item_of(office)
    for one in adjustment.item_signers(office, item):
        paper.record_ink_signature(office, REF, one.person_id, date(2026, 12, 3), one.role, item)


def press(shown: Shown, name: str) -> None:
    button = part(shown).findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    button.click()


def shows(shown: Shown, kind: str) -> str:
    def there() -> bool:
        made = tab(shown)._made
        return made is not None and made.kind == kind

    shown.settle(there)
    made = tab(shown)._made
    assert made is not None
    return pdf_text(made.content)


def test_it_is_posted_and_taken_down_beside_its_own_paper(shown: Shown, clock: list[datetime]) -> None:
    notice, item = part(shown), item_of(shown.office)
    tab(shown).show_kind(f"{ITEM}{item}")
    assert notice.isHidden(), "nobody has signed it"
    sign(shown.office)
    shown.reload()
    assert notice.isVisible()
    after = shown.page.findChild(AfterLock)
    assert isinstance(after, AfterLock)
    assert after._corrections.isHidden(), "the protocol is a draft"
    said = notice._state.text().replace("\u00a0", " ")
    assert said.startswith("§ 45 är justerad och inte anslagen än.")
    assert "senast 7 december 2026" in said, "the second day is a Saturday"
    notice._kept_at.setText("Kansliet")
    press(shown, "notice.post")
    words = shows(shown, f"public_notice/{item}")
    assert "Paragrafer § 45 Justerat 2026-12-03 Anslaget sätts upp 2026-12-04" in words
    assert "Kansliet" in words
    shown.settle(lambda: "Anslag § 45" in choices(shown))
    there = choices(shown)
    assert there[there.index("Protokoll § 45") + 1] == "Anslag § 45"
    assert "Det kan tas ned tidigast 29 december 2026." in notice._state.text().replace("\u00a0", " ")
    clock.append(LATER)
    notice._down.set_value(date(2027, 1, 4))
    notice._certifier.choose(shown.view().content.people[0].key)
    press(shown, "notice.take_down")
    assert "Anslaget togs ned 2027-01-04" in shows(shown, f"certificate/{item}")
    shown.settle(lambda: "Anslagsbevis § 45" in choices(shown))
    tab(shown).show_kind("protocol")
    assert notice.isHidden()


def test_the_adjustment_tells_until_when_it_has_to_be_posted(office: Office) -> None:
    item = item_of(office)
    sign(office)
    loaded = loaded_of(office, REF, item)
    assert adjusted_words(loaded).endswith("Anslaget ska sättas upp senast 7\u00a0december 2026.")
    public_notices.post_public_notice(office, REF, date(2026, 12, 4), "", item)
    assert "Anslaget" not in adjusted_words(loaded_of(office, REF, item))


def test_the_common_one_tells_which_have_their_own(shown: Shown) -> None:
    notice, item = part(shown), item_of(shown.office)
    sign(shown.office)
    shown.reload()
    tab(shown).show_kind(f"{ITEM}{item}")
    press(shown, "notice.post")
    shows(shown, f"public_notice/{item}")
    adjustment.hand_to_review(shown.office, REF)
    adjustment.hand_to_adjustment(shown.office, REF)
    for one in reading.meeting_view(shown.office, REF).signers:
        paper.record_ink_signature(shown.office, REF, one.person_id, date(2026, 12, 4), one.role)
    shown.reload()
    tab(shown).show_kind("protocol")
    assert notice.isVisible()
    assert "§ 45 är redan anslagen för sig." in notice._state.text().replace("\u00a0", " ")
    press(shown, "notice.post")
    words = shows(shown, "public_notice")
    assert "§ 45 justerades omedelbart den 3 december 2026 och anslogs för sig den 4 december 2026." in words
    assert "Paragrafer §§ 38–44, 46–49 Justerat" in words
