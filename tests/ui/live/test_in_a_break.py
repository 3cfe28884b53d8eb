"""While the meeting is adjourned no item gets its §; what has one can be looked at."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import VoteMethod
from bra_desktop.services.live import minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import Value
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, content, new_decision
from tests.ui.live.test_undoing import begin

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def taken_up(office: Office) -> int:
    return sum(item.paragraph is not None for item in content(office).items)


def test_the_key_takes_nothing_up_in_a_break_and_says_how_to_go_on(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_F12)
    secretary.press(KEY.Key_Down, CONTROL)
    assert taken_up(running) == 1
    assert "Mötet är ajournerat sedan kl. 10.00. Återuppta det med F12, så kan ärendet tas upp." in secretary.told
    secretary.press(KEY.Key_F12)
    assert "ajournerat sedan" not in secretary.told
    secretary.press(KEY.Key_Down, CONTROL)
    assert taken_up(running) == 2


def test_what_has_its_paragraph_is_shown_in_a_break(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_Down, CONTROL)
    secretary.press(KEY.Key_F12)
    secretary.press(KEY.Key_Up, CONTROL)
    secretary.press(KEY.Key_Down, CONTROL)
    assert secretary.page.texts.shown == content(running).items[1].key
    assert "ajournerat sedan" not in secretary.told


def test_the_button_of_an_item_does_not_take_it_up_in_a_break(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_F12)
    secretary.page.presenter.show_item(content(running).items[2].key)
    secretary.page.acts.take_up()
    assert taken_up(running) == 1
    assert "Återuppta det med F12" in secretary.told


def test_no_other_door_takes_an_item_up_in_a_break(running: Office) -> None:
    opening.adjourn(running, REF)
    first, second = content(running).items[:2]
    with pytest.raises(RuleBroken, match=r"Mötet är ajournerat sedan kl\. 10\.00\."):
        minutes.take_up(running, second.key)
    minutes.take_up(running, first.key)
    opening.resume(running, REF)
    minutes.take_up(running, second.key)
    assert taken_up(running) == 2


def test_what_is_written_as_a_decision_in_a_break_is_on_the_disk_at_once(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_F12)
    new_decision(secretary.page)
    secretary.type("anta planen")
    assert secretary.decided == ["anta planen"]
    assert content(running).items[0].decisions[0].decided_at is None


def test_nobody_votes_in_a_break_and_a_form_that_was_open_keeps_what_was_typed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    shift = Qt.KeyboardModifier.ShiftModifier
    secretary.press(KEY.Key_O, CONTROL | shift)
    form = secretary.page.form
    secretary.type("bifall")
    opening.adjourn(running, REF)
    values: dict[str, Value] = {
        "yes_means": "bifall",
        "no_means": "avslag",
        "method": VoteMethod.SHOW_OF_HANDS.value,
        "yes": 3,
        "no": 1,
    }
    opened = form.form()
    assert opened is not None
    form.open(opened.filled({**form.values(), **values}))
    form.submit()
    qtbot.waitUntil(lambda: bool(form.errors()))
    assert form.errors() == ["Mötet är ajournerat. Återuppta mötet innan ni röstar."]
    assert form.values()["yes_means"] == "bifall"
    assert not content(running).items[0].votes
    opening.resume(running, REF)
    form.submit()
    qtbot.waitUntil(lambda: bool(content(running).items[0].votes))


def test_no_form_of_a_vote_is_opened_in_a_break(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_F12)
    secretary.press(KEY.Key_O, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not secretary.page.form.is_open()
    assert "Återuppta det med F12, så kan ni rösta." in secretary.told
