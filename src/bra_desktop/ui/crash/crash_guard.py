"""Takes what nobody expected: saves the work, writes the log, then says it in a dialog."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bra_desktop.ui.crash.crash_dialog import CrashDialog


def report_text(error: BaseException, version: str) -> str:
    """Where it failed, and in what program; no message and no values, since those may hold what was typed."""
    import platform
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}, rad {frame.lineno}, {frame.name}" for frame in frames]
    return "\n".join(
        [
            f"BRÅ Desktop {version}",
            f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
            f"Fel: {type(error).__module__}.{type(error).__qualname__}",
            *places,
        ]
    )


class CrashGuard(QObject):
    """Takes what nobody expected. save_work returns whether everything typed is on the disk; then it is said once."""

    def __init__(
        self,
        theme: Theme,
        version: Callable[[], str],
        save_work: Callable[[], bool],
        restart: Callable[[], None],
        write_log: Callable[[BaseException], None],
        refuse: Callable[[UserError], None],
    ) -> None:
        """``refuse`` says what a person can mend, such as a full disk, wherever in the window it came up."""
        super().__init__()
        self._theme, self._version, self._save_work = theme, version, save_work
        self._restart, self._write_log, self._refuse = restart, write_log, refuse
        self._shown = False

    def install(self) -> None:
        """Takes over the exceptions of slots and timers, which Qt would otherwise only print."""
        sys.excepthook = self._hook

    def handle(self, error: BaseException) -> None:
        self._write_log(error)
        if self._shown:
            return
        self._shown = True
        dialog = self.dialog(error)
        dialog.exec()
        if dialog.result() == dialog.DialogCode.Accepted:
            self._restart()  # nothing more is told: the program is on its way out
        else:
            self._shown = False

    def dialog(self, error: BaseException) -> CrashDialog:
        """The dialog, after everything that can be saved has been."""
        from bra_desktop.ui.crash.crash_dialog import CrashDialog  # dialogs are not loaded before the first paint

        return CrashDialog(self._theme, self._saved(), report_text(error, self._version()))

    def _saved(self) -> bool:
        try:
            return self._save_work()
        except Exception as error:  # noqa: BLE001  (the crash that is being told must not be hidden by a second one)
            self._write_log(error)
            return False

    def _hook(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
        elif isinstance(error, UserError):
            self._refuse(error)
        else:
            self.handle(error)
