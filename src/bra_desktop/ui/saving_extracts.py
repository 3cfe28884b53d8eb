"""Saving many extracts in a folder, from a meeting's page and from the list of meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.swedish import plural
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.running import Report, Runner
from bra_desktop.ui.widgets.file_choice import folder_to_use

if TYPE_CHECKING:
    from bra_desktop.domain.extracts import Choice
    from bra_desktop.services.office import Office


class ExtractSaver:
    """`choose_folder` asks where they go; `open_folder` shows that folder in the computer's own window."""

    def __init__(self, page: QWidget, context: PageContext, runner: Runner, office: Office) -> None:
        self._context, self._runner, self._office = context, runner, office
        self.choose_folder: Callable[[], Path | None] = lambda: folder_to_use(page, "Välj mapp för utdragen")
        self.open_folder: Callable[[Path], None] = _show_folder

    def save(self, choices: Mapping[str, Choice]) -> None:
        """Saves every extract of the choices, by the meeting's reference: all of them, or none when it is stopped."""
        from bra_desktop.services.papers import extracts

        folder = self.choose_folder()
        if folder is None:
            return
        office, messages = self._office, self._context.messages

        def act(report: Report) -> tuple[Path, ...]:
            def told(made: int, total: int) -> None:
                report(progress_words(made, total), made, total)

            return extracts.save_extracts(office, choices, folder, told)

        def done(files: tuple[Path, ...]) -> None:
            messages.end_work()
            count = plural(len(files), "utdrag är sparat", "utdrag är sparade")
            messages.finished(f"{count} i mappen {folder.name}.", "Öppna mappen", lambda: self.open_folder(folder))

        def stopped() -> None:
            messages.end_work()
            messages.finished("Inga utdrag är sparade.")

        held = self._runner.work(act, done, messages.show_work, stopped, ("meetings",))
        messages.begin_work("Skapar utdrag", held.cancel)


def progress_words(made: int, total: int) -> str:
    """How far it has come, as it is said after what is done; ``total`` is 0 until the meetings have been read."""
    if not total:
        return "läser mötena"
    return f"{made + 1} av {total}" if made < total else "sparar dem i mappen"


def _show_folder(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
