"""The real window: on an empty folder, on one that cannot be used, and with data; closed again without a trace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.services.opening_data import open_data
from bra_desktop.system.clock import utc_now
from bra_desktop.system.declared import ACTOR, APPEARANCE, DATA_FOLDER, TEXT_SIZE
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui.desk import Desk, Seated
from bra_desktop.ui.first_start.closed_page import ClosedPage
from bra_desktop.ui.first_start.page import FirstStartPage
from bra_desktop.ui.help.panel import HelpPanel
from bra_desktop.ui.host import Host
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.page_specs import page_specs
from bra_desktop.ui.palette.palette import Palette
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part


def desk_in(folder: Path, *, named: bool = True) -> Desk:
    paths = Paths.in_folder(folder)
    return Desk(paths, Settings(paths.config), utc_now, named=named)


@contextmanager
def hosted(qtbot: QtBot, theme: Theme, operations: Operations, desk: Desk) -> Iterator[tuple[MainWindow, Host]]:
    hosts: list[Host] = []
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.furnish(page_specs(desk, lambda: hosts[0]), operations, desk.settings, desk.now)
    hosts.append(Host(window, desk, lambda _folder: None))
    hosts[0].open_data()
    try:
        yield window, hosts[0]
    finally:
        operations.wait_for_writes()
        operations.stop()
        desk.close()


def comes(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: window.shown() == name)


def test_an_empty_folder_opens_the_first_start_and_stays_empty(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    with hosted(qtbot, theme, operations, desk_in(tmp_path)) as (window, _host):
        comes(qtbot, window, "first_start")
        assert "Allt sparat" not in window.status.words(), "there is nothing that could be"
        assert not list(tmp_path.iterdir())


def test_three_fields_by_keyboard_make_a_municipality(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    desk = desk_in(tmp_path)
    with hosted(qtbot, theme, operations, desk) as (window, _host):
        comes(qtbot, window, "first_start")
        page = window.page("first_start")
        assert isinstance(page, FirstStartPage)
        for edit, words in ((page.municipality, "Provby kommun"), (page.name, "Siv Prov"), (page.title, "sekreterare")):
            QTest.keyClicks(edit, words)
        QTest.keyClick(page.title, Qt.Key.Key_Return)
        comes(qtbot, window, "overview")
        assert desk.settings.get(ACTOR) == "Siv Prov"
        assert "Allt sparat" in window.status.words(), "the state of saving is always to be seen"
        assert (tmp_path / "bra.sqlite").exists()


def test_an_empty_field_is_said_at_the_field_and_makes_nothing(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    with hosted(qtbot, theme, operations, desk_in(tmp_path)) as (window, _host):
        comes(qtbot, window, "first_start")
        page = window.page("first_start")
        assert isinstance(page, FirstStartPage)
        QTest.keyClick(page.municipality, Qt.Key.Key_Return)
        edit = part(page, QLineEdit, "first_start.municipality")
        qtbot.waitUntil(lambda: edit.accessibleDescription().startswith("Skriv kommunens namn"))
        assert not (tmp_path / "bra.sqlite").exists()


def refusal(window: MainWindow, qtbot: QtBot) -> str:
    comes(qtbot, window, "closed")
    page = window.page("closed")
    assert isinstance(page, ClosedPage)
    return page.sentence.text()


def test_a_missing_folder_is_refused_in_the_window(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    with hosted(qtbot, theme, operations, desk_in(tmp_path / "saknas")) as (window, _host):
        assert refusal(window, qtbot).startswith("Mappen för kommunens data finns inte.")
        assert not (tmp_path / "saknas").exists()


def test_a_file_that_is_no_database_is_refused_in_the_window(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    (tmp_path / "bra.sqlite").write_text("inte en databas", encoding="utf-8")
    with hosted(qtbot, theme, operations, desk_in(tmp_path)) as (window, _host):
        assert "inte skapad av det här programmet" in refusal(window, qtbot)


def test_a_folder_open_in_another_window_is_refused_until_it_is_closed(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    first = open_data(tmp_path, create=True)
    with hosted(qtbot, theme, operations, desk_in(tmp_path)) as (window, _host):
        assert "öppna i ett annat fönster" in refusal(window, qtbot)
        assert window.updatesEnabled()
        first.close()
        page = window.page("closed")
        assert isinstance(page, ClosedPage)
        page.again.click()
        comes(qtbot, window, "first_start")


def test_another_folder_is_opened_and_remembered(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    desk = desk_in(tmp_path / "a", named=False)
    assert desk.move_to(tmp_path / "b") == Seated()
    assert desk.settings.get(DATA_FOLDER) == str(tmp_path / "b")


def test_a_backup_is_made_and_restored_into_an_empty_folder(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    desk = desk_in(tmp_path / "a")
    desk.create("Provby kommun", "Siv Prov", "sekreterare", with_forums=True)
    told: list[tuple[int, int]] = []
    desk.back_up(tmp_path / "kopia.brabackup", lambda done, total: told.append((done, total)))
    desk.close()
    assert told
    other = desk_in(tmp_path / "b")
    assert other.restore(tmp_path / "kopia.brabackup").municipality == "Provby kommun"
    other.close()


def with_municipality(folder: Path) -> Desk:
    desk = desk_in(folder)
    desk.create("Provby kommun", "Siv Prov", "sekreterare", with_forums=True)
    return desk


def test_the_palette_finds_a_command_and_does_it_by_keyboard(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    with hosted(qtbot, theme, operations, with_municipality(tmp_path)) as (window, host):
        comes(qtbot, window, "overview")
        host.open_palette()
        palette = window.findChild(Palette)
        assert isinstance(palette, Palette)
        palette.line.insert("inställ")  # QTest types only letters without dots
        words: Callable[[], list[str]] = lambda: [offer.words for offer in palette.offers()]  # noqa: E731
        qtbot.waitUntil(lambda: words() == ["Gå till Inställningar"])
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        assert window.shown() == "settings"
        assert not palette.isVisible()


def test_escape_closes_the_palette(qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path) -> None:
    with hosted(qtbot, theme, operations, with_municipality(tmp_path)) as (window, host):
        comes(qtbot, window, "overview")
        host.open_palette()
        palette = window.findChild(Palette)
        assert isinstance(palette, Palette)
        QTest.keyClick(palette.line, Qt.Key.Key_Escape)
        assert not palette.isVisible()


def test_help_lists_the_keys_of_the_page_and_of_every_page(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    with hosted(qtbot, theme, operations, with_municipality(tmp_path)) as (window, host):
        comes(qtbot, window, "overview")
        host.open_help()
        panel = window.findChild(HelpPanel)
        assert isinstance(panel, HelpPanel)
        told = dict(panel.told())
        assert told["Ctrl+K"] == "Sök och kommandon"
        assert told["Ctrl+N"] == "Planera möte"


def test_a_look_chosen_by_a_command_holds_at_once_and_is_kept(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    desk = desk_in(tmp_path)
    with hosted(qtbot, theme, operations, desk) as (window, host):
        comes(qtbot, window, "first_start")
        host.choose_look("high-contrast", 0)
        assert theme.choice == desk.settings.get(APPEARANCE) == "high-contrast"
        host.choose_look("", 125)
        assert (theme.scale, desk.settings.get(TEXT_SIZE)) == (1.25, 125)
        assert theme.choice == "high-contrast"
