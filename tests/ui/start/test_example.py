"""The invented municipality made from the first start: its bar tells the truth, and it can be ended without a trace."""

from pathlib import Path

from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from bra_desktop.ui.first_start.page import FirstStartPage
from bra_desktop.ui.first_start.way_button import WayButton
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from tests.ui.keyboard import part
from tests.ui.start.test_start import comes, desk_in, hosted


def first_start(window: MainWindow) -> FirstStartPage:
    page = window.page("first_start")
    assert isinstance(page, FirstStartPage)
    return page


def test_ending_the_example_in_the_middle_leaves_nothing_and_offers_it_again(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    own = tmp_path / "egna"
    own.mkdir()
    with hosted(qtbot, theme, operations, desk_in(own)) as (window, _host):
        comes(qtbot, window, "first_start")
        page = first_start(window)
        example = part(page, WayButton, "first_start.example")
        bar = part(page, QProgressBar, "first_start.work.bar")
        example.click()
        assert not example.isEnabled()
        qtbot.waitUntil(lambda: "BRÅ" in bar.accessibleName() or "EST" in bar.accessibleName())
        assert 0 < bar.value() < bar.maximum()
        part(page, Button, "first_start.work.cancel").click()
        qtbot.waitUntil(example.isEnabled)
        assert [entry.name for entry in tmp_path.iterdir()] == ["egna"]
        assert window.shown() == "first_start"
