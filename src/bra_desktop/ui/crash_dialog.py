"""What is shown when the program itself has failed: the work is saved first, then it is said."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, label

SAVED = "Din text är sparad. Starta om, så öppnas mötet på samma ställe."
NOT_SAVED = "Det senaste du skrev är inte sparat. Kopiera det till ett annat program innan du startar om."
HAPPENED = "Något gick fel i programmet."


def report_text(error: BaseException, version: str) -> str:
    """Where it failed, and in what program; no message and no values, since those may hold what was typed."""
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


class CrashDialog(QDialog):
    """Two ways on: Starta om, Spara felrapport…"""

    def __init__(self, theme: Theme, saved: bool, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        named(self, "crash.dialog", HAPPENED)
        self.setWindowTitle("BRÅ Desktop")
        self.setMinimumWidth(theme.px(460))
        sentences = f"{HAPPENED} {SAVED}" if saved else f"{NOT_SAVED} {HAPPENED}"
        self.words = label(sentences, wrap=True)
        restart = Button(theme, "crash.restart", "Starta om", "primary", "rotate-ccw")
        tip = "Rapporten säger var felet är, inte vad du har skrivit"
        keep = Button(theme, "crash.report", "Spara felrapport…", tip=tip)
        restart.clicked.connect(self.accept)
        keep.clicked.connect(self._save_report)
        restart.setDefault(True)
        head = row(theme, Glyph(theme, "triangle-alert", "late", 24), (self.words, 1), space=12)
        self.setLayout(column(theme, head, row(theme, STRETCH, keep, restart), space=16, margin=(20, 18, 20, 16)))

    def save_report(self, file: Path) -> None:
        file.write_text(self._report, encoding="utf-8")

    def _save_report(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, "Spara felrapport", "felrapport.txt", "Text (*.txt)")
        if name:
            self.save_report(Path(name))


class CrashGuard(QObject):
    """Takes what nobody expected. save_work returns whether everything typed is on the disk; then it is said once."""

    def __init__(
        self,
        theme: Theme,
        version: str,
        save_work: Callable[[], bool],
        restart: Callable[[], None],
        write_log: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._theme, self._version, self._save_work = theme, version, save_work
        self._restart, self._write_log = restart, write_log
        self._shown = False

    def install(self) -> None:
        """Takes over the exceptions of slots and timers, which Qt would otherwise only print."""
        sys.excepthook = self._hook

    def handle(self, error: BaseException) -> None:
        report = report_text(error, self._version)
        self._write_log(report)
        if self._shown:
            return
        self._shown = True
        dialog = self.dialog(error)
        dialog.exec()
        if dialog.result() == QDialog.DialogCode.Accepted:
            self._restart()
        self._shown = False

    def dialog(self, error: BaseException) -> CrashDialog:
        return CrashDialog(self._theme, self._saved(), report_text(error, self._version))

    def _saved(self) -> bool:
        try:
            return self._save_work()
        except Exception as error:  # noqa: BLE001  (the crash that is being told must not be hidden by a second one)
            self._write_log(report_text(error, self._version))
            return False

    def _hook(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        self.handle(error)
