"""What is written in several places while the disk is full keeps its order and its words, whatever gets there first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import plain_text
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, new_decision, settle
from tests.ui.live.test_copies import Full, copied, sentences, write_on_a_full_disk

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office) -> LivePage:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    return page


def on_disk(office: Office) -> list[str]:
    return [decision.text for decision in content(office).items[0].decisions]


def room_one_by_one(qtbot: QtBot, page: LivePage, rooms: list[Callable[[], None]]) -> None:
    """The disk takes them in that order."""
    unsaved = len(page.savers.decisions)
    for count, give in enumerate(rooms, 1):
        left = unsaved - count
        give()
        qtbot.waitUntil(lambda left=left: len(page.savers.decisions) == left)  # type: ignore[misc]


@pytest.mark.parametrize("away", [False, True])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2), (2, 0, 1)])
def test_one_written_between_two_that_are_unsaved_stays_there_whichever_the_disk_takes_first(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, order: tuple[int, ...], away: bool
) -> None:
    rooms = [write_on_a_full_disk(new_decision(page), words) for words in ("anta planen", "tacka polisen")]
    box = page.item.decisions
    box.add_line(box.lines[0])
    rooms.insert(1, write_on_a_full_disk(box.lines[1], "bordlägga resten"))
    written = ["anta planen", "bordlägga resten", "tacka polisen"]
    assert sentences(page) == written
    qtbot.waitUntil(page.savers.failing)
    if away:
        page.presenter.show_item(content(running).items[1].key)
    room_one_by_one(qtbot, page, [rooms[at] for at in order])
    settle(qtbot, page, operations)
    assert on_disk(running) == written
    page.presenter.show_item(content(running).items[0].key)
    settle(qtbot, page, operations)
    assert sentences(page) == written


def test_a_text_and_two_att_satser_that_were_left_unsaved_are_back_whole_and_in_order(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page.acts.focus_text()
    text = Full(page, running)
    rooms = [write_on_a_full_disk(new_decision(page), words) for words in ("anta planen", "tacka polisen")]
    qtbot.waitUntil(page.savers.failing)
    first, second = content(running).items[:2]
    page.presenter.show_item(second.key)
    words = copied(page, tmp_path / "kopia.txt")
    assert words.index("Det som inte fick") < words.index("att anta planen") < words.index("att tacka polisen")
    page.presenter.show_item(first.key)
    assert sentences(page) == ["anta planen", "tacka polisen"]
    assert plain_text(page.item.minutes.editor.text()) == "Det som inte fick plats på disken."
    type_text(page.item.minutes.editor, " Nu mer.")
    rooms[1]()
    text.on = False
    rooms[0]()
    settle(qtbot, page, operations)
    assert plain_text(content(running).items[0].text) == "Det som inte fick plats på disken. Nu mer."
    assert on_disk(running) == sentences(page) == ["anta planen", "tacka polisen"]


def test_one_that_is_moved_before_the_disk_has_taken_it_is_where_it_was_moved_to(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    type_text(new_decision(page).edit, "anta planen")
    settle(qtbot, page, operations)
    room = write_on_a_full_disk(new_decision(page), "tacka polisen")
    qtbot.waitUntil(page.savers.failing)
    page.item.decisions.lines[1].edit.wants_moved.emit(-1)
    assert sentences(page) == ["tacka polisen", "anta planen"]
    room()
    settle(qtbot, page, operations)
    assert on_disk(running) == sentences(page) == ["tacka polisen", "anta planen"]


def test_one_below_a_line_that_was_taken_away_unsaved_keeps_its_place(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    type_text(new_decision(page).edit, "anta planen")
    settle(qtbot, page, operations)
    box = page.item.decisions
    type_text(new_decision(page).edit, "sist")
    settle(qtbot, page, operations)
    box.add_line(box.lines[0])
    gone = write_on_a_full_disk(box.lines[1], "stryks")
    box.add_line(box.lines[1])
    room = write_on_a_full_disk(box.lines[2], "tacka polisen")
    qtbot.waitUntil(page.savers.failing)
    box.lines[1].remove.click()
    gone()
    room()
    settle(qtbot, page, operations)
    assert on_disk(running) == sentences(page) == ["anta planen", "tacka polisen", "sist"]
