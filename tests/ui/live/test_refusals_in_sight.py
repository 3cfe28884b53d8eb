"""What a form refuses is in sight together with the field that it is about, however little room there is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import Form
from bra_desktop.ui.live.forms.roll_list import RollList
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import Glyph
from tests.ui.live.conftest import content, enter, new_decision, settle
from tests.ui.live.test_closing_panel import hands
from tests.ui.live.test_little_room import small

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key
SIZES = [((1366, 768), 1.0), ((1280, 720), 1.0), ((1366, 768), 1.6), ((1280, 720), 1.6)]


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def told(page: LivePage) -> QLabel:
    return next(one for one in page.form.findChildren(QLabel) if one.text() in page.form.errors())


def fill(page: LivePage, **words: str) -> None:
    for name, text in words.items():
        edit = page.form.editor(name)
        assert isinstance(edit, QLineEdit)
        edit.setText(text)


def assert_both_in_sight(qtbot: QtBot, page: LivePage) -> None:
    qtbot.waitUntil(lambda: bool(page.form.errors()))
    qtbot.waitUntil(lambda: in_sight(told(page)))
    qtbot.wait(50)
    assert in_sight(told(page))
    hand = hands(page)
    if isinstance(hand, RollList):
        line = hand.visualItemRect(hand.currentItem())
        assert hand.viewport().visibleRegion().boundingRect().contains(line), "the member is out of sight"
    else:
        assert in_sight(hand), hand.objectName()


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_a_vote_that_lacks_somebody_shows_who_and_why(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, running: Office,
    size: tuple[int, int], scale: float,
) -> None:  # fmt: skip
    page = small(qtbot, theme, open_window, operations, running, size, scale)
    page.acts.add("vote")
    fill(page, yes_means="bifall", no_means="avslag")
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    roll.setFocus()
    voting = [at for at, line in enumerate(roll.lines()) if line.votes]
    roll.setCurrentRow(voting[1])
    for _ in voting[1:]:
        QTest.keyClick(roll, KEY.Key_J)
    page.form.editor("casting").setFocus()
    QTest.keyClick(hands(page), KEY.Key_Return)
    assert_both_in_sight(qtbot, page)
    assert roll.currentRow() == voting[0]


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_an_equal_vote_shows_the_field_that_decides(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, running: Office,
    size: tuple[int, int], scale: float,
) -> None:  # fmt: skip
    page = small(qtbot, theme, open_window, operations, running, size, scale)
    page.acts.add("vote")
    fill(page, yes_means="bifall", no_means="avslag")
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    voting = [at for at, line in enumerate(roll.lines()) if line.votes]
    roll.setCurrentRow(voting[0])
    for _ in voting:
        QTest.keyClick(roll, KEY.Key_A)
    page.form.editor("yes_means").setFocus()
    page.form.submit()
    assert_both_in_sight(qtbot, page)


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("name", ["decision", "presence", "guest", "times"])
def test_a_time_or_a_day_that_is_refused_is_in_sight(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, operations: Operations, running: Office,
    size: tuple[int, int], scale: float, name: str,
) -> None:  # fmt: skip
    page = small(qtbot, theme, open_window, operations, running, size, scale)
    line = new_decision(page)
    line.edit.show_words("anta planen")
    settle(qtbot, page, operations)
    forms: dict[str, Callable[[], Form | None]] = {
        "decision": lambda: page.forms.decision(line),
        "presence": lambda: page.forms.presence(content(running).participants[0].person),
        "guest": page.forms.guest,
        "times": page.forms.times,
    }
    page.acts.open_form(forms[name]())
    opened = page.form.form()
    assert opened is not None
    lines = [one.name for one in opened.fields if isinstance(page.form.editor(one.name), QLineEdit)]
    for wrong in lines:
        page.acts.open_form(forms[name]())
        edit = page.form.editor(wrong)
        assert isinstance(edit, QLineEdit)
        edit.setText("32.99")
        page.form.editor(lines[0]).setFocus()
        page.form.submit()
        if page.form.is_open() and page.form.errors():
            assert_both_in_sight(qtbot, page)


def test_what_is_wrong_in_a_row_has_the_sign_that_every_refusal_has(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.acts.open_form(page.forms.presence(content(running).participants[0].person))
    rows = page.form.editor("stays")
    assert isinstance(rows, RowsEdit)
    first = rows.editors(0)[0]
    assert isinstance(first, QLineEdit)
    first.setText("32.99")
    page.form.submit()
    assert any(sign.isVisible() for sign in rows.findChildren(Glyph))
    first.setText("10.00")
    assert not any(sign.isVisible() for sign in rows.findChildren(Glyph))
