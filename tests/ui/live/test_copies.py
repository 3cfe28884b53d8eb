"""A copy of the shown item can be saved elsewhere when the disk won't take it."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import enter


def test_a_copy_is_offered_when_saving_has_failed_for_long_and_holds_what_was_typed(
    qtbot: QtBot, open_window: Callable[..., MainWindow], running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    type_text(page.item.minutes.editor, "Det som inte fick plats på disken.")
    page.copies.choose_place = lambda _name: tmp_path / "kopia.txt"
    page._told_saved("Ej sparat sedan 10.02. Spara en kopia…", True)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "Ej sparat sedan 10.02." in window.messages.words()
    page.copies.save(page.presenter.scene)
    assert "Det som inte fick plats på disken." in (tmp_path / "kopia.txt").read_text(encoding="utf-8")
