"""The protocol of a § that was adjusted immediately is on the meeting's page: seen, printed, saved and copied."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.office import Office
from bra_desktop.services.papers.item_papers import ITEM
from bra_desktop.ui.meeting.papers.document_tab import DocumentTab
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from bra_desktop.ui.shared_screen import SharedScreen
from tests.builders import pdf_text
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.meeting.test_printing import pages, paper, said

__all__ = ["paper"]
WORDS = "Protokoll § 45"


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(HELD, now=datetime(2026, 12, 4, 9, 0, tzinfo=UTC)) as office:
        yield office


@pytest.fixture
def key(shown: Shown) -> str:
    """§ 45, adjusted immediately while the protocol is a draft; its paper is in front."""
    item = next(i.key for i in shown.view().content.items if i.immediate_adjustment)
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    assert WORDS not in choices(shown)
    adjustment.adjust_item_now(shown.office, item)
    shown.reload()
    tab(shown).show_kind(f"{ITEM}{item}")
    made(shown)
    return item


def tab(shown: Shown) -> DocumentTab:
    return shown.page.parts.document


def choices(shown: Shown) -> list[str]:
    return [words.replace("\u00a0", " ") for words in tab(shown)._there.values()]


def made(shown: Shown) -> bytes:
    shown.settle(lambda: tab(shown)._made is not None and tab(shown)._ready)
    found = tab(shown)._made
    assert found is not None
    assert found.kind.startswith(ITEM)
    return found.content


def test_it_stands_below_the_protocol_and_is_shown_as_it_was_locked(shown: Shown, key: str) -> None:
    there = choices(shown)
    assert there[there.index("Protokoll") + 1] == WORDS
    words = pdf_text(made(shown))
    assert "§ 45 Stöd till nattvandring 2027" in words
    assert "§ 46" not in words
    assert tab(shown).mail.isHidden()


def test_it_is_saved_and_printed(shown: Shown, key: str, tmp_path: Path, paper: Path) -> None:
    place = tmp_path / "paragrafen.pdf"
    names: list[str] = []

    def choose(name: str) -> Path:
        names.append(name)
        return place

    tab(shown).choose_place = choose
    tab(shown).save.click()
    shown.settle(place.exists)
    assert names == ["Protokoll BRÅ 2026-12-03 § 45.pdf"]
    assert place.read_bytes() == made(shown)
    preview = tab(shown)._preview
    assert preview is not None
    preview.print_wanted.emit()
    shown.settle(lambda: "Utskriften är sparad i filen." in said(shown))
    assert pages(paper) == tab(shown).pages()


def test_it_is_copied_for_word(shown: Shown, key: str, tmp_path: Path) -> None:
    shown.page.copies.choose_place = lambda _title, name, _kinds: tmp_path / name
    tab(shown).copy.click()
    menu = next(menu for menu in shown.page.findChildren(QMenu, "meeting.copies_menu") if menu.isVisible())
    next(action for action in menu.actions() if "Word" in action.text()).trigger()
    menu.close()
    shown.settle((tmp_path / "Protokoll BRÅ 2026-12-03 § 45.docx").exists)


def test_it_is_there_when_the_whole_protocol_is_locked_too(shown: Shown, key: str) -> None:
    before = made(shown)
    if shown.view().content.state is MeetingState.DRAFT:
        adjustment.hand_to_review(shown.office, REF)
    adjustment.hand_to_adjustment(shown.office, REF)
    shown.reload()
    assert WORDS in choices(shown)
    assert made(shown) == before


def test_it_is_not_seen_on_a_shared_screen_when_something_is_withheld(shown: Shown, key: str) -> None:
    SharedScreen.of(shown.page.context.operations).toggle()
    shown.settle(lambda: tab(shown)._stack.currentWidget() is tab(shown)._hidden)
