"""A screen that was shared when the program was ended from outside is treated as shared when it is started again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services.live import minutes, private_notes
from bra_desktop.services.opening_data import open_data
from bra_desktop.services.preparing import planning
from bra_desktop.storage.database import Database
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui.first_start.closed_page import ClosedPage
from bra_desktop.ui.palette.palette import Palette
from bra_desktop.ui.shared_screen import SHARED_WORDS, STILL_WORDS
from bra_desktop.ui.shared_window import KEY, NOT_KEPT, ON
from bra_desktop.ui.theme.theme import Theme
from tests.endurance.running_meeting import REF, make_running_meeting, office_on
from tests.ui.program import Program
from tests.ui.readable import readable

SECRET = "Hemligtärende"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A meeting that goes on, with an item that is marked."""
    folder = tmp_path / "data"
    make_running_meeting(folder)
    with Database.open(folder) as database:
        office = office_on(database)
        key = office.content(REF).items[2].key
        text = TextDocument((Paragraph("p", (Run(f"{SECRET} i texten"),)),))
        planning.change_item(office, key, {"title": f"{SECRET} i rubriken", "confidential": "21 kap. 3 § OSL"})
        minutes.save_text(office, key, text)
        private_notes.save_note(office, key, f"{SECRET} i anteckningen")
    return folder


@pytest.fixture
def shared(qtbot: QtBot, theme: Theme, folder: Path) -> Iterator[Program]:
    """The marked item is shown, and then the screen is shared."""
    program = Program(qtbot, theme, folder)
    program.shows("overview")
    program.host.go("live", REF)
    page = program.live()
    page.acts.choose(program.desk.office.content(REF).items[2].key)
    program.live()
    QTest.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_F4)
    program.operations.wait_for_writes()
    yield program
    program.end()


def killed(folder: Path, now: Path) -> Path:
    """What would be left on the disk if the program were killed now."""
    shutil.copytree(folder, now)
    return now


def told(program: Program) -> str:
    return readable(program.window, QWidget.isVisible) + program.window.windowTitle()


def test_the_next_start_hides_from_its_first_paint_and_says_that_the_screen_still_counts_as_shared(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, shared: Program
) -> None:
    left = killed(folder, tmp_path / "efter")
    shared.window.hide()
    again = Program(qtbot, theme, left)
    seen = [told(again)]
    again.operations.rested.connect(lambda: seen.append(told(again)))
    again.window.windowTitleChanged.connect(lambda _title: seen.append(told(again)))
    assert STILL_WORDS in seen[0]
    page = again.live()
    seen.append(told(again))
    assert page.presenter.scene is not None
    assert page.presenter.scene.withheld
    assert not [words for words in seen if SECRET in words]
    again.host.open_palette()
    palette = again.window.findChild(Palette)
    assert palette is not None
    palette.line.insert(SECRET)
    qtbot.waitUntil(lambda: "Ingen träff" in told(again))
    again.end()


def test_the_key_shows_all_again_and_then_the_next_start_shows_it_too(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, shared: Program
) -> None:
    again = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    page = again.live()
    again.window.sharing.toggle()
    qtbot.waitUntil(lambda: SECRET in told(again))
    again.window.sharing.toggle()
    assert SHARED_WORDS in told(again), "pressed by a person, it is what it always was"
    again.window.sharing.toggle()
    again.live()
    third = Program(qtbot, theme, killed(tmp_path / "efter", tmp_path / "sedan"))
    assert not third.live().showing.shared
    assert page.showing.shared is False
    for program in (again, third):
        program.end()


def test_an_orderly_closing_ends_it(qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, shared: Program) -> None:
    assert shared.window.close()
    again = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    again.shows("overview")
    assert STILL_WORDS not in told(again)
    again.end()


def test_a_second_window_that_is_refused_and_closed_does_not_end_it(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, shared: Program
) -> None:
    second = Program(qtbot, theme, folder)
    second.shows("closed")
    assert second.window.close()
    second.end()
    again = Program(qtbot, theme, killed(folder, tmp_path / "efter"))
    assert again.live().showing.shared
    again.end()


def test_a_refused_window_that_may_open_the_folder_after_all_hides_what_the_killed_one_hid(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, shared: Program
) -> None:
    left = killed(folder, tmp_path / "efter")
    kept = Settings(Paths.in_folder(left).config)
    kept.remember(KEY, "")
    other = open_data(left)
    second = Program(qtbot, theme, left)
    second.shows("closed")
    assert STILL_WORDS not in told(second)
    kept.remember(KEY, ON)
    other.close()
    closed = second.window.page("closed")
    assert isinstance(closed, ClosedPage)
    closed.again.click()
    assert second.live().showing.shared
    assert STILL_WORDS in told(second)
    second.end()


def test_a_disk_that_does_not_take_it_hides_all_the_same_and_it_is_told(
    qtbot: QtBot, theme: Theme, folder: Path, shared: Program
) -> None:
    shared.window.sharing.toggle()
    file = Settings(Paths.in_folder(folder).config).path
    file.unlink()
    file.mkdir()
    (file / "i vägen").touch()
    shared.window.sharing.toggle()
    qtbot.waitUntil(lambda: NOT_KEPT in told(shared))
    shared.live()
    assert SECRET not in told(shared)
