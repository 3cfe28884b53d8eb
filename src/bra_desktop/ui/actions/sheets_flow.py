"""Making follow-up sheets from the page: what leaves is told, the folder asked for, the work shown, the end told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from bra_desktop.domain.swedish import plural
from bra_desktop.ui.actions.presenter import ActionsPresenter, Leaving, Receipt
from bra_desktop.ui.actions.sheets_pane import SheetsPane
from bra_desktop.ui.pages import Messages
from bra_desktop.ui.running import Handle
from bra_desktop.ui.widgets.file_choice import folder_to_use


class SheetsFlow:
    """`choose_folder` asks where sheets are to lie, `open_folder` shows it in the computer's own window.

    left: called when the pane is no longer needed.
    """

    def __init__(
        self, pane: SheetsPane, presenter: ActionsPresenter, messages: Messages, left: Callable[[], None]
    ) -> None:
        self._pane, self._presenter, self._messages, self._left = pane, presenter, messages, left
        self._work: Handle | None = None
        self.choose_folder: Callable[[], Path | None] = self._ask_folder
        self.open_folder: Callable[[Path], None] = _show_folder
        pane.closed.connect(self._leave)
        pane.wanted.connect(self._make)
        pane.stop_asked.connect(self._stop)

    def begin(self, found: Leaving) -> None:
        self._pane.show_leaving(found)

    def _make(self) -> None:
        folder = self.choose_folder()
        if folder is not None:
            self._pane.at_work(True)
            show = self._pane.progress.show_progress
            self._work = self._presenter.make_sheets(folder, self._made, show, self._stopped)

    def _made(self, receipt: Receipt) -> None:
        self._work = None
        self._left()
        words = f"{plural(receipt.files, 'ark', 'ark')} är skapade i mappen {receipt.folder.name}."
        words = " ".join(filter(None, (words, receipt.withheld)))
        self._messages.finished(words, "Öppna mappen", lambda: self.open_folder(receipt.folder))

    def _stopped(self) -> None:
        self._work = None
        self._pane.at_work(False)
        self._messages.finished("Inga ark är skapade.")

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _leave(self) -> None:
        self._stop()
        self._left()

    def _ask_folder(self) -> Path | None:
        return folder_to_use(self._pane, "Välj mapp för arken")


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
