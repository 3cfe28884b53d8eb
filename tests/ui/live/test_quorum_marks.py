"""The agenda marks the items that the council was not quorate at, those gone by as well as the one that goes on."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.quorum import not_quorate_items
from bra_desktop.domain.text import plain_document
from bra_desktop.services import reading
from bra_desktop.services.live import coming_and_going, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.agenda_list import AgendaList
from bra_desktop.ui.live.course import AgendaRow, Progress
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.quorum_marks import QuorumMarks, quorum_marks
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]
SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def go_until_too_few(office: Office, item: str) -> None:
    view = reading.meeting_view(office, REF)
    members = [p.person for p in view.content.participants if p.capacity is Capacity.MEMBER and p.stays]
    for person in members[2 : 2 + len(members) // 2 + 1]:
        coming_and_going.leave(office, view.participants[person], None, item)


@pytest.fixture
def too_few(running: Office, wall: Wall) -> Office:
    """Two items with everybody there; in the third so many go that the council is no longer quorate."""
    items = [item.key for item in content(running).items]
    for key in items[1:3]:
        wall.later(5)
        minutes.take_up(running, key)
    wall.later(5)
    go_until_too_few(running, items[2])
    wall.later(5)
    minutes.take_up(running, items[3])
    return running


def listed(page: LivePage, role: int) -> list[str]:
    found = page.agenda.list
    return [str(found.item(n).data(role) or "") for n in range(found.count())]


def test_items_without_a_quorum_are_marked_in_words_for_eye_ear_and_pointer(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, too_few: Office
) -> None:
    page = enter(qtbot, open_window, too_few)
    settle(qtbot, page, operations)
    for role in (SPOKEN, TIP):
        words = listed(page, role)
        assert [n for n, one in enumerate(words) if "inte beslutsfört" in one.lower()] == [2, 3], words
        assert " av " in words[3]


def test_an_item_keeps_its_mark_when_they_have_come_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, too_few: Office, wall: Wall
) -> None:
    items, view = [item.key for item in content(too_few).items], reading.meeting_view(too_few, REF)
    page = enter(qtbot, open_window, too_few)
    settle(qtbot, page, operations)
    wall.later(5)
    for who in view.content.participants:
        if who.capacity is Capacity.MEMBER and who.stays and who.stays[-1].to_time is not None:
            coming_and_going.arrive(too_few, view.participants[who.person], None, items[4])
    minutes.take_up(too_few, items[4])
    page.presenter.reload()
    settle(qtbot, page, operations)
    marked = [n for n, words in enumerate(listed(page, SPOKEN)) if "inte beslutsfört" in words]
    assert marked == [2, 3]


def test_an_item_whose_quorum_was_lost_after_its_decision_is_marked_while_it_goes_on_as_its_note_says(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    items = [item.key for item in content(running).items]
    wall.later(5)
    minutes.take_up(running, items[1])
    decisions.add_decision(running, items[1], "notera informationen")
    wall.later(5)
    go_until_too_few(running, items[1])
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)

    def marked() -> list[int]:
        return [n for n, one in enumerate(listed(page, SPOKEN)) if "inte beslutsfört" in one]

    assert (marked(), "inte beslutsfört" in page.item.note_words()) == ([1], True)
    minutes.take_up(running, items[2])
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert marked() == [2], "the decision was taken by enough"
    assert not_quorate_items(content(running)) == (items[2],)
    page.presenter.show_item(items[1])
    settle(qtbot, page, operations)
    assert "beslutsfört" not in page.item.note_words()


def test_the_sign_is_painted_at_the_row(qtbot: QtBot, theme: Theme) -> None:
    row = AgendaRow("a", "Information från polisen", "§ 41 · 6 av 10 min", Progress.DONE)
    shown = AgendaList(theme)
    qtbot.addWidget(shown)
    shown.show()

    def picture() -> bytes:
        return bytes(shown.list.viewport().grab().toImage().constBits())

    shown.show_rows((row,), "")
    plain = picture()
    shown.show_rows((replace(row, not_quorate="6 av 15"),), "")
    assert picture() != plain


def test_what_is_typed_makes_no_marks_anew(too_few: Office) -> None:
    first = quorum_marks(content(too_few), QuorumMarks())
    assert len(first.counts) == 2
    minutes.save_text(too_few, content(too_few).items[3].key, plain_document("Rådet diskuterar.", "x"))
    assert quorum_marks(content(too_few), first) is first
    coming_and_going.leave(
        too_few, reading.meeting_view(too_few, REF).participants[content(too_few).participants[0].person]
    )
    assert quorum_marks(content(too_few), first) is not first
