"""A program that ended without being closed opens the meeting that was being written, where it was being written."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import plain_text
from bra_desktop.services.opening_data import open_data
from bra_desktop.system.declared import TEXT_SIZE
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui import interrupted
from bra_desktop.ui.first_start.closed_page import ClosedPage
from bra_desktop.ui.live.forms.left_forms import BACK
from bra_desktop.ui.palette.palette import Palette
from bra_desktop.ui.theme.theme import Theme
from tests.endurance.running_meeting import REF, make_running_meeting
from tests.ui.keyboard import type_text
from tests.ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A council's meeting that has been opened."""
    folder = tmp_path / "data"
    make_running_meeting(folder)
    return folder


@pytest.fixture
def written(qtbot: QtBot, theme: Theme, folder: Path) -> Iterator[Program]:
    """The third item has words, and the caret stands before the last two of them."""
    program = Program(qtbot, theme, folder)
    program.shows("overview")
    program.host.go("live", REF)
    page = program.live()
    for _item in range(2):
        page.acts.step()
    page.acts.focus_text()
    editor = page.item.minutes.editor
    type_text(editor, "Rådet åt ärtsoppa")
    qtbot.waitUntil(page.savers.clean)
    for _word in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Left, CONTROL)
    assert page.item.minutes.place() == 6
    yield program
    program.end()


def killed(folder: Path, now: Path) -> Path:
    """What would be left on the disk if the program were killed now."""
    shutil.copytree(folder, now)
    return now


def test_the_next_start_opens_the_meeting_at_the_item_with_the_caret_where_it_was(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, written: Program
) -> None:
    qtbot.waitUntil(lambda: written.settings.recall("live.caret").endswith(":6"))
    qtbot.waitUntil(lambda: not written.live().presenter.busy())
    again = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    page = again.live()
    assert page.presenter.scene is not None
    assert page.presenter.scene.shown == written.live().texts.shown
    assert plain_text(page.item.minutes.editor.text()) == "Rådet åt ärtsoppa"
    assert page.item.minutes.place() == 6
    again.end()


def test_a_window_that_was_closed_opens_at_the_overview_and_the_palette_goes_on_with_the_meeting(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, written: Program
) -> None:
    assert written.window.close()
    again = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    again.shows("overview")
    assert again.window.page("live") is None
    again.host.open_palette()
    palette = again.window.findChild(Palette)
    assert isinstance(palette, Palette)
    palette.line.insert("fortsätt")  # QTest types only letters without dots
    qtbot.waitUntil(lambda: [offer.words for offer in palette.offers()][:1] == ["Fortsätt mötet"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert again.live().presenter.scene is not None
    again.end()


def test_a_window_that_was_closed_over_a_form_opens_there_again_with_the_form(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, written: Program
) -> None:
    page = written.live()
    page.acts.new_action()
    editor = page.form.editor("text")
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("Byt armaturer i gångtunneln")
    assert written.window.close()
    written.operations.wait_for_writes()
    again = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    live = again.live()
    qtbot.waitUntil(live.form.is_open)
    assert live.form.values()["text"] == "Byt armaturer i gångtunneln"
    assert again.window.messages.words() == [BACK]
    live.form.cancel()
    assert again.window.close()
    assert not interrupted.meeting(again.settings), "nothing is left to come back to"
    again.end()


def test_after_a_fault_that_was_told_the_restart_opens_the_meeting_too(written: Program) -> None:
    assert written.window.save_all()
    assert written.desk.look_around().interrupted == REF


def test_a_meeting_that_is_not_there_or_locked_is_not_opened(written: Program) -> None:
    interrupted.begin(written.settings, "BRA-1999-01-01")
    assert not written.desk.look_around().interrupted


def test_a_second_window_that_is_refused_leaves_the_first_ones_meeting_alone(
    qtbot: QtBot, theme: Theme, folder: Path, written: Program
) -> None:
    kept = written.settings.recall(interrupted.KEY)
    assert kept == REF
    second = Program(qtbot, theme, folder)
    second.shows("closed")
    assert second.window.close()
    second.end()
    assert Settings(Paths.in_folder(folder).config).recall(interrupted.KEY) == kept


def test_a_refused_window_that_may_open_the_folder_after_all_goes_on_with_the_meeting(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, written: Program
) -> None:
    left = killed(folder, tmp_path / "efter")
    other = open_data(left)
    second = Program(qtbot, theme, left)
    second.shows("closed")
    other.close()
    closed = second.window.page("closed")
    assert isinstance(closed, ClosedPage)
    seen: list[str] = []
    second.window.setWindowTitle("")
    second.window.windowTitleChanged.connect(lambda _title: seen.append(second.settings.recall(interrupted.KEY)))
    closed.again.click()
    second.live()
    assert seen == [f"{REF} ."]
    second.end()


def test_another_page_is_left_as_it_is(written: Program) -> None:
    written.host.go("meetings")
    assert not written.desk.look_around().interrupted


def test_a_meeting_that_ends_the_program_each_time_is_not_opened_for_ever(written: Program) -> None:
    for _start in range(interrupted.TRIES):
        assert written.desk.look_around().interrupted == REF
        interrupted.count_try(written.settings)
    assert not written.desk.look_around().interrupted


def test_a_kill_before_the_meeting_was_shown_again_is_no_other_end(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, written: Program
) -> None:
    first = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    qtbot.waitUntil(lambda: first.settings.recall(interrupted.KEY) == f"{REF} .")
    again = Program(qtbot, theme, killed(tmp_path / "efter", tmp_path / "sedan"))
    assert again.live().texts.shown == written.live().texts.shown
    for program in (first, again):
        program.end()


def test_a_refused_window_that_may_open_the_folder_after_all_goes_by_what_the_other_one_chose(
    qtbot: QtBot, theme: Theme, folder: Path
) -> None:
    first = Program(qtbot, theme, folder)
    first.shows("overview")
    second = Program(qtbot, theme, folder)
    second.shows("closed")
    assert second.settings.recall("live.caret") == ""
    first.settings.put(TEXT_SIZE, 125)
    first.host.go("live", REF)
    caret = first.live().texts.shown + ":0"
    qtbot.waitUntil(lambda: first.settings.recall("live.caret") == caret)
    first.end()
    closed = second.window.page("closed")
    assert isinstance(closed, ClosedPage)
    closed.again.click()
    assert f"{second.live().texts.shown}:0" == caret
    assert second.settings.get(TEXT_SIZE) == 125
    second.end()
