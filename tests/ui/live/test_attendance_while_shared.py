"""A shared screen tells neither who is disqualified in a marked item nor a count or a chair that forgets it."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import RecusalContent
from bra_desktop.domain.kinds import Capacity, Role
from bra_desktop.domain.quorum import quorum_now
from bra_desktop.services import reading
from bra_desktop.services.live import coming_and_going, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import part
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]
GROUND = "21 kap. 3 § OSL"
CLAIMS = ("beslutsför", r"^\d+ av \d+\b", "leder mötet", "ordförande", "jäv")
UNSHARED = [words for words in CLAIMS if words != "ordförande"]
"""What is told while nobody else sees the screen; the chair is out of the room."""


@pytest.fixture
def one_too_few(running: Office, wall: Wall) -> Office:
    """In the second item, which is marked, the chair is disqualified, and that is what makes them too few."""
    second = content(running).items[1].key
    wall.later(5)
    minutes.take_up(running, second)
    wall.later(5)
    view = reading.meeting_view(running, REF)
    going = [
        p
        for p in view.content.participants
        if p.capacity is Capacity.MEMBER and p.role not in (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY)
    ]
    for who in going:
        count = quorum_now(content(running))
        if count.required is not None and count.served > count.required:
            coming_and_going.leave(running, view.participants[who.person], None, second)
    chair = next(p.person for p in view.content.participants if p.role is Role.CHAIR)
    assert quorum_now(content(running)).reached
    decisions.put_recusal(running, second, RecusalContent("out", chair))
    planning.change_item(running, second, {"confidential": GROUND})
    assert not quorum_now(content(running)).reached
    return running


def told(page: LivePage) -> str:
    """What strip, agenda, attendance and the line over the text say of who is there."""
    rows = [row.spoken for row in page.attendance.rows()]
    listed = page.agenda.list
    agenda = [str(listed.item(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(listed.count())]
    counts = [words.text() for part in (page.strip, page.attendance) for words in part.findChildren(QLabel)]
    return "\n".join((*counts, people(page), *rows, *agenda, page.item.note_words()))


def people(page: LivePage) -> str:
    """The figures of the strip where there is no room for words."""
    return part(page.strip, QPushButton, "live.people").accessibleName()


def claims(page: LivePage) -> list[str]:
    return [words for words in CLAIMS if re.search(words, told(page), re.MULTILINE | re.IGNORECASE)]


def test_no_count_no_quorum_and_no_chair_is_told_of_a_marked_item_on_a_shared_screen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, one_too_few: Office
) -> None:
    page = enter(qtbot, open_window, one_too_few)
    page.acts.choose(content(one_too_few).items[1].key)
    settle(qtbot, page, operations)
    assert claims(page) == UNSHARED
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    settle(qtbot, page, operations)
    assert claims(page) == []
    assert page.strip.words()[3:] == ["Närvaro visas inte", "medan skärmen delas"]
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    settle(qtbot, page, operations)
    assert claims(page) == UNSHARED


def test_what_is_told_of_a_marked_item_is_the_same_whether_anybody_is_disqualified_in_it_or_not(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, one_too_few: Office
) -> None:
    page = enter(qtbot, open_window, one_too_few)
    second = content(one_too_few).items[1].key
    page.acts.choose(second)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    settle(qtbot, page, operations)
    before = told(page)
    decisions.remove_part(one_too_few, second, "recusals", "out")
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert told(page) == before


def test_another_item_beside_the_marked_one_that_goes_on_tells_no_count_either(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, one_too_few: Office
) -> None:
    page = enter(qtbot, open_window, one_too_few)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    page.acts.choose(content(one_too_few).items[0].key)
    settle(qtbot, page, operations)
    assert claims(page) == []


def test_looking_back_at_the_marked_item_names_nobody_who_led_it_while_the_count_is_told_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, one_too_few: Office, wall: Wall
) -> None:
    items = [item.key for item in content(one_too_few).items]
    wall.later(5)
    minutes.take_up(one_too_few, items[2])
    page = enter(qtbot, open_window, one_too_few)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    page.acts.choose(items[1])
    settle(qtbot, page, operations)
    assert "ordförande" not in told(page)
    assert "leder mötet" not in told(page)
    assert page.strip.words()[3] == f"{quorum_now(content(one_too_few)).words} närvarande"


def test_the_list_before_closing_does_not_count_those_in_a_marked_item_on_a_shared_screen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, one_too_few: Office
) -> None:
    page = enter(qtbot, open_window, one_too_few)
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    page.acts.ask_close()
    qtbot.waitUntil(page.closing.isVisible)
    assert not [gap.text for gap in page.closing.gaps() if "beslutsför" in gap.text]
