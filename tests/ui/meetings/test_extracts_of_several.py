"""The extracts of several protocols are made from the list by one act, into a folder, and kept with each meeting."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.meetings.pages import meetings_pages
from tests.ui.almby_office import HELD, almby
from tests.ui.keyboard import part

PROTOCOLS, NOTES = (HELD, "2026-09-17-bra"), "2026-11-17-lagesbild"


@pytest.fixture
def office() -> Iterator[Office]:
    """Two protocols of the council, and notes."""
    with almby(*PROTOCOLS, NOTES) as office:
        yield office


@pytest.fixture
def page(qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office) -> MeetingsPage:
    window = open_window(*meetings_pages(lambda: office))
    window.go("meetings")
    page = window.page("meetings")
    assert isinstance(page, MeetingsPage)
    qtbot.waitUntil(lambda: page._table.model.rowCount() == 3)
    return page


def kept(office: Office) -> dict[str, int]:
    """How many extracts are kept with each meeting that has any."""
    views = {row.ref: reading.meeting_view(office, row.ref) for row in reading.meetings(office)}
    counts = {ref: sum(d.kind == "extract" for d in view.documents) for ref, view in views.items()}
    return {ref: count for ref, count in counts.items() if count}


def test_all_that_is_sent_out_of_the_chosen_protocols_is_made(
    qtbot: QtBot, page: MeetingsPage, office: Office, tmp_path: Path
) -> None:
    asked: list[str] = []

    def ask(title: str, _words: str, _act: str, _icon: str) -> bool:
        asked.append(title)
        return True

    page.ask, page.chosen.saver.choose_folder = ask, lambda: tmp_path
    button = part(page, QPushButton, "meetings.extracts")
    page._table.table.selectRow(0)
    assert not button.isVisible(), "one protocol's extracts are made on its page"
    page._table.table.selectAll()
    assert button.accessibleName() == "Utdrag ur 2\xa0protokoll…"
    button.click()
    assert asked == ["Skapa utdrag ur 2\xa0protokoll?"]
    qtbot.waitUntil(lambda: len(kept(office)) == 2)
    assert sum(kept(office).values()) == len(list(tmp_path.iterdir()))
    assert {path.name[:31] for path in tmp_path.iterdir()} == {
        "Protokollsutdrag BRÅ 2026-12-03", "Protokollsutdrag BRÅ 2026-09-17"
    }  # fmt: skip


def test_nothing_is_made_when_the_question_or_the_folder_is_left(
    page: MeetingsPage, office: Office, tmp_path: Path
) -> None:
    button = part(page, QPushButton, "meetings.extracts")
    page._table.table.selectAll()
    page.ask, page.chosen.saver.choose_folder = lambda *_words: False, lambda: tmp_path
    button.click()
    page.ask, page.chosen.saver.choose_folder = lambda *_words: True, lambda: None
    button.click()
    assert kept(office) == {}
    assert list(tmp_path.iterdir()) == []
