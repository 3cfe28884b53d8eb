"""Several meetings are archived from the list by one act, and those that cannot be are named."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment, archiving
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.meetings.presenter import archived_words
from tests.ui.almby_office import PLANNED, almby
from tests.ui.keyboard import part

NOTES = ("2026-11-16-au", "2026-11-17-lagesbild")
AT_NOON = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    """Two meetings whose notes are established, and one that is planned."""
    with almby(*NOTES, PLANNED, now=AT_NOON) as office:
        for row in reading.meetings(office):
            if row.state in (MeetingState.DRAFT, MeetingState.REVIEW):
                adjustment.establish(office, row.ref)
        yield office


def states(office: Office) -> dict[str, MeetingState]:
    return {row.ref: row.state for row in reading.meetings(office)}


def refs(office: Office, state: MeetingState) -> list[str]:
    return sorted(ref for ref, now in states(office).items() if now is state)


def test_those_that_can_be_are_archived_and_the_others_named_with_the_reason(office: Office) -> None:
    ready, (planned,) = refs(office, MeetingState.ESTABLISHED), refs(office, MeetingState.PLANNED)
    archived = archiving.archive_several(office, (*ready, planned))
    assert sorted(archived.refs) == ready == refs(office, MeetingState.ARCHIVED)
    words = archived_words(archived, {planned: "BRÅ 2026-12-03"})
    assert words.startswith(
        f"{len(ready)}\xa0möten är arkiverade. BRÅ 2026-12-03 gick inte att arkivera: Mötet är i läget"
    )
    assert archived.change is not None


def test_nothing_is_changed_when_none_can_be(office: Office) -> None:
    before = states(office)
    with pytest.raises(RuleBroken, match="Mötet är i läget"):
        archiving.archive_several(office, refs(office, MeetingState.PLANNED))
    assert states(office) == before


def test_all_that_are_chosen_in_the_list_are_archived_after_one_question(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office
) -> None:
    ready = refs(office, MeetingState.ESTABLISHED)
    window = open_window(*meetings_pages(lambda: office))
    window.go("meetings")
    page = window.page("meetings")
    assert isinstance(page, MeetingsPage)
    qtbot.waitUntil(lambda: page._table.model.rowCount() == 3)
    asked: list[str] = []
    page.ask = lambda title, _words, _act, _icon: not asked.append(title)  # type: ignore[func-returns-value]
    archive = part(page, QPushButton, "meetings.archive")
    assert not archive.isVisible()
    page._table.table.selectAll()
    assert archive.accessibleName() == "Arkivera 2 av 3\xa0möten"
    archive.click()
    assert asked == ["Arkivera 2\xa0möten?"]
    qtbot.waitUntil(lambda: refs(office, MeetingState.ARCHIVED) == ready)
    qtbot.waitUntil(lambda: not archive.isVisible())
