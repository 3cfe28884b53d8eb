"""The forms of reservations, recusals and attendance refuse a clock time that has not been, while the meeting runs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Mode
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.forms.form import RowLine
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]
REFUSED = "Klockan har inte varit {} än. Skriv ett klockslag som har varit."


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall) -> LivePage:
    """A quarter past ten."""
    wall.later(15)
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    return page


def type_in(page: LivePage, addition: str, **typed: str) -> list[str]:
    """Fills in the addition for the first on the list, sends it, and answers what is said to be wrong."""
    scene = page.presenter.scene
    assert scene is not None
    person = next(who.person for who in scene.content.participants if who.stays)
    who = {"persons" if addition == "reservation" else "person": scene.called[person]}
    page.acts.add(addition)
    for name, words in (who | typed).items():
        field = page.form.editor(name)
        assert isinstance(field, QLineEdit)
        field.setText(words)
    page.form.submit()
    return said(page)


def said(page: LivePage) -> list[str]:
    return [words.replace("\u00a0", " ") for words in page.form.errors()]


def went(page: LivePage, left: str, to: str = "") -> list[str]:
    """Says in the attendance form when the first on the list went."""
    form = page.forms.presence(somebody(page))
    assert form is not None
    stays = (RowLine("", ("", "", left, to, Mode.ON_SITE.value)),)
    page.acts.open_form(form.filled({"stays": stays}))
    page.form.submit()
    return said(page)


def somebody(page: LivePage) -> str:
    assert page.presenter.scene is not None
    return next(who.person for who in page.presenter.scene.content.participants if who.stays)


@pytest.mark.parametrize(
    ("addition", "typed"),
    [
        ("reservation", {"announced": "23.59"}),
        ("recusal", {"left": "23.40", "returned": "23.50"}),
        ("recusal", {"left": "10.10", "returned": "10.16"}),
    ],
)
def test_a_time_that_has_not_been_is_refused_and_nothing_is_kept(
    page: LivePage, running: Office, addition: str, typed: dict[str, str]
) -> None:
    before = content(running)
    late = next(words for words in typed.values() if words > "10.15")
    assert type_in(page, addition, **typed) == [REFUSED.format(late)]
    assert page.form.is_open()
    assert content(running) == before


def test_who_is_said_to_have_gone_later_than_now_stays_and_the_time_is_refused(page: LivePage, running: Office) -> None:
    before = content(running)
    assert went(page, "23.45") == [REFUSED.format("23.45")]
    assert content(running) == before


def test_an_end_set_beforehand_to_an_item_is_kept(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    last = content(running).items[-1].key
    assert went(page, "", last) == []
    settle(qtbot, page, operations)
    assert [s.to_item for who in content(running).participants for s in who.stays if s.to_item] == [last]


def test_a_form_that_has_stood_open_takes_what_has_been_meanwhile(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, wall: Wall
) -> None:
    assert type_in(page, "recusal", left="10.20") == [REFUSED.format("10.20")]
    wall.later(10)
    page.form.submit()
    settle(qtbot, page, operations)
    assert [out.left_at for out in content(running).items[0].recusals] == [time(10, 20)]


def test_past_midnight_the_evening_has_been_and_the_rest_of_the_night_has_not(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.now = datetime(2026, 12, 3, 23, 15, tzinfo=UTC)  # a quarter past midnight in Sweden
    assert type_in(page, "recusal", left="00.16") == [REFUSED.format("00.16")]
    assert type_in(page, "recusal", left="23.50", returned="00.10") == []
    settle(qtbot, page, operations)
    assert [out.returned_at for out in content(running).items[0].recusals] == [time(0, 10)]


def test_a_meeting_written_afterwards_on_another_day_takes_every_time_of_its_day(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    planning.change_meeting(running, REF, {"day": date(2026, 12, 1)})
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert type_in(page, "recusal", left="19.40", returned="19.50") == []


def test_a_time_that_stands_already_does_not_keep_the_rest_from_being_changed(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, wall: Wall
) -> None:
    assert type_in(page, "recusal", left="10.10") == []
    settle(qtbot, page, operations)
    item = content(running).items[0]
    out = item.recusals[0]
    wall.later(14 * 60)
    decisions.put_recusal(running, item.key, replace(out, returned_at=time(23, 50)))
    wall.later(-14 * 60)
    page.presenter.reload()
    settle(qtbot, page, operations)
    page.acts.open_form(page.forms.part("recusals", out.key))
    field = page.form.editor("reason")
    assert isinstance(field, QLineEdit)
    field.setText("kassör")
    page.form.submit()
    assert said(page) == []
    settle(qtbot, page, operations)
    assert content(running).items[0].recusals[0].reason == "kassör"
