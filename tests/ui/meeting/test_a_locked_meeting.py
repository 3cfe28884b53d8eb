"""A locked meeting looks like something to read: no fields, no examples, no button that does nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.office import Office
from bra_desktop.ui.meeting.tab_stack import ANNEXES, PEOPLE
from bra_desktop.ui.widgets.buttons import Button
from tests.ui.almby_office import HELD, almby
from tests.ui.keyboard import press
from tests.ui.meeting.conftest import REF, Shown


@pytest.fixture
def office() -> Iterator[Office]:
    """The council's protocol is with those who adjust it."""
    with almby(HELD) as office:
        adjustment.hand_to_review(office, REF)
        adjustment.hand_to_adjustment(office, REF)
        yield office


def open_fields(part: QWidget) -> list[str]:
    """The names of those in a part that look as if something could be written in them."""
    edits: list[QLineEdit | QTextEdit | QPlainTextEdit | QComboBox] = [
        *part.findChildren(QLineEdit), *part.findChildren(QTextEdit), *part.findChildren(QPlainTextEdit),
        *part.findChildren(QComboBox),
    ]  # fmt: skip
    visible = (edit for edit in edits if edit.isVisible() and not isinstance(edit.parent(), QComboBox))
    return [edit.objectName() for edit in visible if edit.property("look") != "read"]


def idle_buttons(part: QWidget) -> list[str]:
    return [b.accessibleName() for b in part.findChildren(Button) if b.isVisible() and not b.isEnabled()]


def test_an_item_is_plain_words_and_its_title_is_not_chosen(shown: Shown) -> None:
    table, pane = shown.page.parts.agenda.table, shown.page.side.item
    for at in range(shown.page.parts.agenda.model.rowCount()):
        table.selectRow(at)
        press(table, Qt.Key.Key_Return)
        assert open_fields(pane) == []
        assert not pane.fields.title.hasSelectedText()
        assert all(edit.text() for edit in pane.findChildren(QLineEdit) if edit.isVisible() and edit.isEnabled())
    assert idle_buttons(shown.page) == []


def test_the_agenda_offers_no_keys_that_do_nothing(shown: Shown) -> None:
    agenda = shown.page.parts.agenda
    assert "Delete" not in agenda.table.toolTip()
    assert not agenda._keys.isVisible()
    agenda.table.selectRow(2)
    before = shown.view().content.items
    agenda.remove()
    assert shown.page.side.is_open() is False
    assert shown.view().content.items == before


def test_people_and_annexes_are_plain_words_too(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    people = shown.page.parts.people
    shown.page.side.open_person(next(line.person_id for line in people.model.shown() if line.person_id))
    assert open_fields(shown.page.side.person) == []
    shown.page.side.open_officers()
    assert open_fields(shown.page.side.officers) == []
    assert idle_buttons(shown.page) == []
    shown.page.tabs.setCurrentIndex(ANNEXES)
    annexes = shown.page.parts.annexes
    for at in range(annexes.model.rowCount()):
        annexes.table.selectRow(at)
        assert open_fields(annexes) == []
    assert idle_buttons(shown.page) == []
