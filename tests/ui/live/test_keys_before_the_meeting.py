"""What is typed on the page before its meeting has been read waits for the text, and goes nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import plain_text
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import part
from tests.ui.live.conftest import REF, content, settle

OpenWindow = Callable[..., MainWindow]


def just_entered(open_window: OpenWindow, office: Office) -> tuple[MainWindow, LivePage]:
    """The window shows the page's frame, and no meeting yet."""
    window = open_window(*live_pages(lambda: office))
    window.activateWindow()
    window.go("live", REF)
    page = window.page("live")
    assert isinstance(page, LivePage)
    assert page.presenter.scene is None
    return window, page


def test_every_key_typed_on_the_empty_frame_stands_in_the_text_when_it_is_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    window, page = just_entered(open_window, running)
    QTest.keyClicks(window, "Ordet gar fritt.")
    QTest.keyClick(window, Qt.Key.Key_Backspace)
    QTest.keyClick(window, Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    assert page.item.minutes.editor.toPlainText().endswith("Ordet gar fritt!")
    QTest.keyClicks(page.item.minutes.editor, " Sedan")
    settle(qtbot, page, operations)
    assert plain_text(content(running).items[0].text).endswith("Ordet gar fritt! Sedan")


def test_enter_on_the_empty_frame_presses_no_button_of_it(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    _window, page = just_entered(open_window, running)
    back = part(page.strip, QPushButton, "live.back")
    back.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(back, key)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    assert page.isVisible()


def test_what_was_typed_before_another_page_was_chosen_is_written_nowhere(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    window, page = just_entered(open_window, running)
    before = [item.text for item in content(running).items]
    QTest.keyClicks(window, "bort")
    page.leave()
    page.arrive(REF)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    assert "bort" not in page.item.minutes.editor.toPlainText()
    assert [item.text for item in content(running).items] == before
