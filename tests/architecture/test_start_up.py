"""Start-up is a feature: libraries that a first look at the window does not need are imported when first used."""

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from bra_desktop.services import setting_up
from bra_desktop.services.office import Office
from bra_desktop.storage.database import Database
from bra_desktop.system.clock import utc_now

HEAVY = {"reportlab", "docx", "openpyxl", "pyhanko", "lxml", "alembic", "pikepdf", "PIL", "cryptography", "jsonschema"}


def loaded_after(statement: str) -> set[str]:
    """Return the names, whole and topmost, of all modules loaded in a fresh process after the statement."""
    code = f"import sys\n{statement}\nprint('loaded', *sys.modules, *{{m.partition('.')[0] for m in sys.modules}})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return set(answer.stdout.splitlines()[-1].split())


@pytest.fixture
def provby(tmp_path: Path) -> Path:
    """A data folder with a municipality in it."""
    with Database.create(tmp_path / "data") as database:
        office = Office(database, "Siv Prov", "test", utc_now, lambda: str(uuid4()))
        setting_up.create_municipality(office, "Provby kommun", "Siv Prov", "sekreterare")
    return tmp_path / "data"


def test_the_version_is_answered_without_any_library() -> None:
    loaded = loaded_after("from bra_desktop.__main__ import main; main(['--version'])")
    assert "bra_desktop" in loaded
    assert not loaded & {*HEAVY, "sqlalchemy", "sqlcipher3", "PySide6"}


@pytest.mark.parametrize("module", ["bra_desktop.bootstrap"])
def test_what_every_start_loads_holds_no_library_of_one_single_job(module: str) -> None:
    loaded = loaded_after(f"import {module}")
    assert not loaded & HEAVY


def test_the_first_page_is_read_before_what_only_other_pages_need_is_loaded(provby: Path) -> None:
    loaded = loaded_after(
        "from pathlib import Path\n"
        "from bra_desktop.system.clock import utc_now\n"
        "from bra_desktop.system.paths import Paths\n"
        "from bra_desktop.system.settings import Settings\n"
        "from bra_desktop.ui.desk import Desk\n"
        "from bra_desktop.ui.overview import page, presenter\n"
        "from bra_desktop.services import overview\n"
        f"paths = Paths.in_folder(Path({str(provby)!r}))\n"
        "desk = Desk(paths, Settings(paths.config), utc_now, named=True)\n"
        "assert desk.sit_down().municipality == 'Provby kommun'\n"
        "assert overview.overview(desk.office).year == ()\n"
        "desk.close()\n"
    )
    assert "sqlcipher3" in loaded
    assert not loaded & {*HEAVY, "sqlalchemy", "asyncio", "PySide6.QtPdf", "bra_desktop.domain.content"}


def test_a_meeting_is_opened_without_what_only_its_other_tabs_and_panes_show() -> None:
    loaded = loaded_after(
        "from bra_desktop.ui.meeting import page; from bra_desktop.ui.meeting.agenda import agenda_tab"
    )
    assert "bra_desktop.ui.meeting.agenda.agenda_tab" in loaded
    assert not loaded & {
        *HEAVY,
        "PySide6.QtPdf",
        "bra_desktop.ui.rich_text.edit",
        "bra_desktop.ui.meeting.people.people_tab",
    }


def test_the_pages_that_come_next_are_loaded_once_the_first_one_stands(provby: Path) -> None:
    loaded = loaded_after(
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from bra_desktop.system.clock import utc_now\n"
        "from bra_desktop.system.paths import Paths\n"
        "from bra_desktop.system.resources import resource_path\n"
        "from bra_desktop.system.settings import Settings\n"
        "from bra_desktop.ui.app import show\n"
        "from bra_desktop.ui.desk import Desk\n"
        "from bra_desktop.ui.settings_page.presenter import remembered\n"
        "from bra_desktop.ui.start import start_with\n"
        "application, hosts, stood = QApplication([]), [], []\n"
        f"paths = Paths.in_folder(Path({str(provby)!r}))\n"
        "settings = Settings(paths.config)\n"
        "desk = Desk(paths, settings, utc_now, named=True)\n"
        "begin, page = lambda: start_with(desk, settings, hosts.append), 'bra_desktop.ui.live.page'\n"
        "window = show(application, resource_path('tokens.json').parent, remembered(settings), begin, print)\n"
        "while not hosts:\n"
        "    application.processEvents()\n"
        "window.operations.rested.connect(lambda: stood.append(page in sys.modules))\n"
        "while not stood or page not in sys.modules:\n"
        "    application.processEvents()\n"
        "assert window.shown() == 'overview' and stood[0] is False\n"
        "window.close()\n"
        "window.operations.stop()\n"
        "desk.close()\n"
    )
    assert {"bra_desktop.ui.live.page", "bra_desktop.ui.meeting.page"} <= loaded
