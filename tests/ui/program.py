"""The window on a folder of its own, with everything that belongs to it, as the program has it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from bra_desktop.system.clock import utc_now
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui.desk import Desk
from bra_desktop.ui.host import Host
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.page_specs import page_specs
from bra_desktop.ui.theme.theme import Theme


class Program:
    """The window on a folder, and all that belongs to it."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        paths = Paths.in_folder(folder)
        self._qtbot, self.settings, self.operations = qtbot, Settings(paths.config), Operations()
        self.desk = Desk(paths, self.settings, utc_now, named=True)
        specs = page_specs(self.desk, lambda: self.host)
        self.window = MainWindow(theme, specs, self.operations, self.settings, self.desk.now)
        self.host = Host(self.window, self.desk, lambda _folder: None)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.host.open_data()

    def shows(self, name: str) -> None:
        self._qtbot.waitUntil(lambda: self.window.shown() == name)

    def live(self) -> LivePage:
        """Mötesläge, when it shows the meeting."""
        self.shows("live")
        page = self.window.page("live")
        assert isinstance(page, LivePage)
        self._qtbot.waitUntil(lambda: page.presenter.scene is not None)
        self._qtbot.waitUntil(lambda: not page.presenter.busy())
        return page

    def end(self) -> None:
        self.operations.stop()
        self.desk.close()
