"""An item that was adjusted immediately is signed on a page of its own, while the meeting goes on."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment, certificates
from bra_desktop.services.office import Office
from bra_desktop.services.papers import item_papers
from bra_desktop.ui.adjustment.page import AdjustmentPage
from bra_desktop.ui.adjustment.pages import adjustment_pages
from bra_desktop.ui.adjustment.presenter import loaded_of
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.theme.theme import Theme
from tests.ui.almby_office import HELD, almby
from tests.ui.clipping import clipped

REF = "BRA-2026-12-03"
PIN = "123456"


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(HELD, now=datetime(2026, 12, 4, 9, 0, tzinfo=UTC)) as office:
        yield office


@pytest.fixture
def item(office: Office) -> str:
    """The key of § 45, locked and waiting for its signatures."""
    key = next(i.key for i in office.content(REF).items if i.immediate_adjustment)
    adjustment.adjust_item_now(office, key)
    return key


def test_its_page_shows_its_own_signers_and_no_refusal(office: Office, item: str) -> None:
    loaded = loaded_of(office, REF, item)
    assert loaded.item.replace(NBSP, " ") == "§ 45 Stöd till nattvandring 2027"
    assert [one.status for one in loaded.signers] == ["waiting"] * len(adjustment.item_signers(office, item))
    assert (loaded.frozen, loaded.done) == (True, False)
    waiting = loaded.check.lines[0].meaning
    assert waiting == "Paragrafen är omedelbart justerad först när alla har skrivit under."


def test_everybody_signs_the_item_and_the_meeting_stays_a_draft(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, item: str, tmp_path: Path
) -> None:
    names = list(dict.fromkeys(one.name for one in adjustment.item_signers(office, item)))
    files = {}
    for issued in certificates.issue_certificates(office, tmp_path / "utfärdare.p12", "lösenord", names, PIN):
        files[issued.person] = tmp_path / f"{issued.person}.p12"
        files[issued.person].write_bytes(issued.pkcs12)
    window = open_window(*adjustment_pages(lambda: office), *meeting_pages(lambda: office))
    window.go("adjustment", (REF, item))
    page = window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    page.ask = lambda *_words: True
    qtbot.waitUntil(lambda: page._turn is not None)
    shown = [one.text() for one in page.check.findChildren(QLabel) if one.isVisibleTo(page)]
    assert "Paragrafen är omedelbart justerad" in shown
    assert not [words for words in shown if "Protokollet är justerat" in words]
    for at in range(1, len(names) + 1):
        assert page._turn is not None
        page.ways.take_file(files[page._turn.name])
        pin, sign = page.findChild(QLineEdit, "adjustment.pin"), page.findChild(QPushButton, "adjustment.sign")
        assert pin is not None
        assert sign is not None
        pin.setText(PIN)
        sign.click()
        qtbot.waitUntil(lambda at=at: _signed(page) == at)  # type: ignore[misc]
    assert f"{names[-1]} har skrivit under. Paragrafen är omedelbart justerad." in window.messages.words()
    assert page.check.headline().startswith("Oförändrat och underskrivet av")
    assert page._loaded is not None
    assert page._loaded.done
    assert reading.meeting_view(office, REF).content.state is MeetingState.DRAFT
    qtbot.waitUntil(lambda: page.document.made is not None)
    assert page.document.made is not None
    assert page.document.made.file_name.endswith("§ 45.pdf")


def _signed(page: AdjustmentPage) -> int:
    loaded = page._loaded
    return sum(1 for one in loaded.signers if one.status == "signed") if loaded else 0


def test_an_item_that_is_not_locked_has_no_document_of_its_own(office: Office) -> None:
    first = office.content(REF).items[0]
    with pytest.raises(RuleBroken, match="inte omedelbart justerad"):
        item_papers.item_paper(office, first.key)


def test_the_page_of_the_whole_leads_to_the_item_that_is_signed_apart_and_back(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, item: str
) -> None:
    window = open_window(*adjustment_pages(lambda: office), *meeting_pages(lambda: office))
    window.go("adjustment", REF)
    page = window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    qtbot.waitUntil(lambda: page._loaded is not None)
    (apart,) = loaded_of(office, REF).apart
    assert apart.words.replace(NBSP, " ") == "§ 45 skrivs under för sig, 0 av 4 klara"
    there = page.findChild(QPushButton, "adjustment.apart_0")
    assert there is not None
    there.click()
    qtbot.waitUntil(lambda: page._loaded is not None and page._loaded.item != "")
    back = page.findChild(QPushButton, "adjustment.whole")
    assert back is not None
    back.click()
    qtbot.waitUntil(lambda: page._loaded is not None and page._loaded.item == "")


def test_the_way_to_sign_is_chosen_for_the_item_by_itself_and_for_the_rest_by_itself(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, item: str
) -> None:
    window = open_window(*adjustment_pages(lambda: office), *meeting_pages(lambda: office))
    window.go("adjustment", (REF, item))
    page = window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    qtbot.waitUntil(lambda: page._loaded is not None)
    on_paper = page.findChild(QAbstractButton, "adjustment.other_way")
    assert on_paper is not None
    assert on_paper.isVisibleTo(page)
    on_paper.click()
    qtbot.waitUntil(lambda: page._loaded is not None and page._loaded.medium is Medium.INK)
    assert loaded_of(office, REF).medium is Medium.ELECTRONIC
    record = page.findChild(QPushButton, "adjustment.record")
    assert record is not None
    record.click()
    qtbot.waitUntil(lambda: _signed(page) == 1)
    qtbot.waitUntil(lambda: not on_paper.isVisibleTo(page))


@pytest.mark.parametrize("medium", Medium)
def test_those_who_sign_it_are_all_seen_on_a_common_screen(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, item: str, medium: Medium
) -> None:
    if medium is Medium.INK:
        adjustment.adjust_item_now(office, item, medium)
    page = shown_alone(qtbot, open_window, office, item)
    qtbot.waitUntil(lambda: page._left.people.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("medium", Medium)
def test_nothing_of_its_page_is_cut_off_where_the_text_is_large(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, item: str, theme: Theme, medium: Medium
) -> None:
    if medium is Medium.INK:
        adjustment.adjust_item_now(office, item, medium)
    theme.choose(scale=1.6)
    page = shown_alone(qtbot, open_window, office, item)
    qtbot.waitUntil(lambda: clipped(page) == [])
    last = page.findChild(QWidget, f"adjustment.{'record' if medium is Medium.INK else 'sign'}")
    assert last is not None
    assert last.height() >= last.sizeHint().height()


def shown_alone(qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, item: str) -> AdjustmentPage:
    window = open_window(*adjustment_pages(lambda: office), *meeting_pages(lambda: office))
    window.go("adjustment", (REF, item))
    page = window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    qtbot.waitUntil(lambda: page._turn is not None and page.document.made is not None)
    return page
