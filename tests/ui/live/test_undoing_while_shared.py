"""Ctrl+Z and Ctrl+Y in Mötesläge on a screen that others see: what is hidden stays so until F4 shows it again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, settle
from tests.ui.live.test_undoing import Secretary, begin

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key
GROUND = "21 kap. 3 § OSL"
HIDDEN = "sekretessmarkerat och visas inte medan skärmen delas"


def begin_marked(qtbot: QtBot, open_window: OpenWindow, operations: Operations, office: Office) -> Secretary:
    """The secretary has marked the first item, by its form, and stands in its text."""
    secretary = begin(qtbot, open_window, operations, office)
    secretary.page.go_to("secret")
    field = secretary.page.form.editor("secret")
    assert isinstance(field, QLineEdit)
    field.setText(GROUND)
    secretary.page.form.submit()
    settle(qtbot, secretary.page, operations)
    secretary.page.acts.focus_text()
    return secretary


def ground(office: Office) -> str:
    return content(office).items[0].confidential


def test_a_mark_is_not_undone_in_the_locked_text_nor_in_the_agenda_until_the_screen_is_shared_no_longer(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin_marked(qtbot, open_window, operations, running)
    title = content(running).items[0].title
    secretary.press(KEY.Key_F4)
    for focus in (secretary.page.acts.focus_text, secretary.page.agenda.list.setFocus):
        focus()
        secretary.undo()
        assert ground(running) == GROUND
        assert HIDDEN in secretary.told
        assert title not in secretary.told
    secretary.press(KEY.Key_F4)
    secretary.page.agenda.list.setFocus()
    secretary.undo()
    assert ground(running) == ""
    assert "Ångrat i § 1: Sekretessmarkeringen." in secretary.told


def test_a_mark_that_was_put_back_hides_the_item_and_is_not_taken_away_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin_marked(qtbot, open_window, operations, running)
    secretary.page.agenda.list.setFocus()
    secretary.undo()
    secretary.press(KEY.Key_F4)
    secretary.redo()
    assert ground(running) == GROUND
    secretary.page.agenda.list.setFocus()
    secretary.undo()
    assert ground(running) == GROUND
    assert HIDDEN in secretary.told


def test_what_was_undone_in_a_hidden_item_is_not_done_again_until_it_is_seen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin_marked(qtbot, open_window, operations, running)
    item = content(running).items[0].key
    secretary.page.presenter.act(lambda office: decisions.add_decision(office, item, "bifalla", DecisionKind.OTHER))
    settle(qtbot, secretary.page, operations)
    secretary.page.agenda.list.setFocus()
    secretary.undo()
    secretary.press(KEY.Key_F4)
    secretary.page.agenda.list.setFocus()
    secretary.redo()
    assert secretary.decided == []
    assert HIDDEN in secretary.told
    secretary.press(KEY.Key_F4)
    secretary.page.agenda.list.setFocus()
    secretary.redo()
    assert secretary.decided == ["bifalla"]


@pytest.mark.parametrize("may", [False, True], ids=["left", "undone"])
def test_the_mark_of_an_item_is_undone_by_the_key_only_when_asked_while_the_projector_is_open(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, may: bool
) -> None:
    secretary = begin_marked(qtbot, open_window, operations, running)
    showing, asked = secretary.page.showing, list[str]()

    def answer(title: str) -> bool:
        asked.append(title)
        return may

    showing.ask_unveil = answer
    secretary.press(KEY.Key_F5)
    try:
        secretary.page.agenda.list.setFocus()
        secretary.undo()
        assert [title.replace("\u00a0", " ") for title in asked] == ["Ångra sekretessmarkeringen i § 1?"]
        assert ground(running) == ("" if may else GROUND)
        slide = showing.projector.slide()
        assert slide is not None
        assert (content(running).items[0].title in slide.spoken()) is may
        secretary.press(KEY.Key_F5)
        secretary.page.agenda.list.setFocus()
        secretary.undo()
        assert len(asked) == 1, "nobody sees it any more"
    finally:
        showing.projector.close()


def test_a_mark_that_was_taken_away_and_put_back_asks_before_it_is_taken_away_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin_marked(qtbot, open_window, operations, running)
    asked = list[str]()
    item = content(running).items[0].key
    secretary.page.presenter.act(lambda office: planning.change_item(office, item, {"confidential": ""}))
    settle(qtbot, secretary.page, operations)

    def answer(title: str) -> bool:
        asked.append(title)
        return False

    secretary.page.showing.ask_unveil = answer
    secretary.press(KEY.Key_F5)
    try:
        secretary.page.agenda.list.setFocus()
        secretary.undo()
        assert (ground(running), asked) == (GROUND, [])
        secretary.redo()
        assert (ground(running), len(asked)) == (GROUND, 1)
    finally:
        secretary.page.showing.projector.close()
