"""The next step is taken on purpose only: never by a key meant for a form, nor by a click meant for what was there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.office import Office
from tests.ui.almby_office import HELD, almby
from tests.ui.keyboard import click, part, type_text
from tests.ui.meeting.conftest import REF, Shown

NOTES = "OP-2026-11-17"
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office() -> Iterator[Office]:
    """The council's minutes are a draft; the notes of another meeting are established."""
    with almby(HELD, "2026-11-17-lagesbild") as office:
        adjustment.establish(office, NOTES)
        yield office


def state(shown: Shown, ref: str = REF) -> MeetingState:
    return reading.meeting_view(shown.office, ref).content.state


def open_notes(shown: Shown) -> None:
    shown.window.go("meeting", NOTES)
    shown.settle(lambda: shown.page._loaded is not None and shown.page._loaded.shown.ref == NOTES)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_in_an_item_saves_it_and_leaves_the_meeting_where_it_is(shown: Shown, key: Qt.Key) -> None:
    steps: list[str] = []
    shown.page.head.main.clicked.connect(lambda: steps.append("taken"))
    shown.page.side.open_item(shown.view().content.items[3].key)
    title = shown.page.side.item.fields.title
    title.setFocus()
    type_text(title, " i dag")
    QTest.keyClick(title, key, CTRL)
    shown.settle(lambda: shown.view().content.items[3].title.endswith(" i dag"))
    assert (steps, state(shown)) == ([], MeetingState.DRAFT)


def test_ctrl_enter_in_time_and_place_saves_the_form(shown: Shown) -> None:
    shown.page.open_details()
    place = part(shown.page, QLineEdit, "details.place")
    place.setText("Biblioteket")
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_Return, CTRL)
    shown.settle(lambda: shown.view().content.place == "Biblioteket")
    assert state(shown) is MeetingState.DRAFT


def test_the_step_has_no_key_of_its_own(shown: Shown) -> None:
    assert shown.page.head.main.shortcut().isEmpty()


def test_a_meeting_is_archived_only_after_a_question(shown: Shown) -> None:
    open_notes(shown)
    shown.answer = False
    shown.page.head.take_step()
    assert shown.questions == ["Arkivera mötet?"]
    assert "Det går inte att ångra." in shown.words[0]
    assert state(shown, NOTES) is MeetingState.ESTABLISHED
    shown.answer = True
    shown.page.head.take_step()
    shown.settle(lambda: state(shown, NOTES) is MeetingState.ARCHIVED)


def test_a_click_right_after_the_step_came_was_meant_for_something_else(shown: Shown) -> None:
    main, taken = shown.page.head.main, []
    main.clicked.connect(lambda: taken.append(main.accessibleName()))
    shown.window.go("live", REF)
    shown.window.go("meeting", REF)
    click(main)
    assert taken == []
    shown.settle(main.is_settled)
    click(main)
    assert taken == ["Lämna till granskning"]


def test_the_second_half_of_a_double_click_takes_no_second_step(shown: Shown) -> None:
    main, taken = shown.page.head.main, []
    shown.settle(main.is_settled)
    main.clicked.connect(lambda: taken.append("taken"))
    click(main)
    QTest.mouseDClick(main, LEFT)
    assert taken == ["taken"]
    shown.settle(lambda: state(shown) is MeetingState.REVIEW)
    shown.settle(lambda: main.accessibleName() != "Lämna till granskning")
    click(main)
    assert shown.questions == []


def test_handing_to_review_can_be_undone(shown: Shown) -> None:
    shown.page.head.take_step()
    shown.settle(lambda: shown.window.messages.words() == ["Utkastet är lämnat till granskning."])
    shown.window.messages.undo.link_chosen.emit()
    shown.settle(lambda: state(shown) is MeetingState.DRAFT)
