"""One goes on by the key also while a form lies over the roll: the form is kept, and the keyboard is in the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.widgets.form_pane import LET_GO
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("typed", [False, True], ids=["untouched", "filled in"])
@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_F6, KEY.Key_F7, KEY.Key_F8, KEY.Key_F9])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)], ids=["column", "floating"])
def test_a_key_that_leads_elsewhere_leaves_no_form_over_what_has_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office,
    typed: bool, key: Qt.Key, size: tuple[int, int],
) -> None:  # fmt: skip
    page = enter(qtbot, open_window, running)
    page.window().resize(*size)
    settle(qtbot, page, operations)
    QTest.keyClick(page.item, KEY.Key_F8)
    QTest.keyClick(page.attendance.list, KEY.Key_Return)
    assert page.form.is_open()
    if typed:
        field = next(edit for edit in page.form.findChildren(QLineEdit) if edit.isVisible())
        type_text(field, "x")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle(qtbot, page, operations)
    assert not page.form.is_open()
    now = QApplication.focusWidget()
    assert now is not None
    assert now.isVisible()
    assert now is page.attendance.list or key != KEY.Key_F8
    window = page.window()
    assert isinstance(window, MainWindow)
    assert (LET_GO in " ".join(window.messages.words())) is typed


@pytest.mark.parametrize("begun", [False, True], ids=["called", "running"])
@pytest.mark.parametrize("typed", [False, True], ids=["untouched", "filled in"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)], ids=["column", "floating"])
def test_a_form_over_the_roll_is_kept_when_one_goes_on(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, request: pytest.FixtureRequest,
    begun: bool, typed: bool, size: tuple[int, int],
) -> None:  # fmt: skip
    office: Office = request.getfixturevalue("running" if begun else "called")
    page = enter(qtbot, open_window, office)
    page.window().resize(*size)
    settle(qtbot, page, operations)
    QTest.keyClick(page.item, KEY.Key_F8)
    page.attendance.list.setCurrentRow(0)
    if not begun:
        for row in range(4):
            page.attendance.list.setCurrentRow(row)
            QTest.keyClick(page.attendance.list, KEY.Key_Space)
        settle(qtbot, page, operations)
    QTest.keyClick(page.attendance.list, KEY.Key_Return)
    assert page.form.is_open()
    if typed:
        field = next(edit for edit in page.form.findChildren(QLineEdit) if edit.isVisible())
        type_text(field, "x")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, KEY.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert not page.form.is_open()
    assert page.item.minutes.editor.hasFocus()
    window = page.window()
    assert isinstance(window, MainWindow)
    assert (LET_GO in " ".join(window.messages.words())) is typed
    assert not begun or content(office).items[1].paragraph is not None
