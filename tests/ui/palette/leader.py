"""Who leads the window in tests of the commands."""

from bra_desktop.ui.main_window import MainWindow


class Leader:
    """Leads the window of the test."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def go(self, name: str, target: object = None, /) -> None:
        self.window.go(name, target)

    def ask_backup(self) -> None: ...
    def open_help(self) -> None: ...
    def choose_look(self, appearance: str, size: int, /) -> None: ...
