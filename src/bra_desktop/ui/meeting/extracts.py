"""Extracts from a meeting's page: looked at, saved as one file or many, mailed and copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.extracts import Choice, Division
from bra_desktop.domain.swedish import plural
from bra_desktop.services.office import Office
from bra_desktop.ui.meeting.presenter import CHANGED
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.running import Report, Runner
from bra_desktop.ui.widgets.file_choice import PDF, file_to_save, folder_to_use

if TYPE_CHECKING:
    from bra_desktop.services.documents import MadeDocument
    from bra_desktop.ui.meeting.page import MeetingPage

PARTS = 1000
"""Of a progress bar."""


class MeetingExtracts:
    """`choose_place` asks where one file goes, `choose_folder` where several do; `open_folder` shows that folder."""

    def __init__(self, page: MeetingPage, context: PageContext, runner: Runner, office: Office) -> None:
        self._page, self._context, self._runner, self._office = page, context, runner, office
        self._wanted: Choice | None = None
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(page, "Spara som pdf", name, PDF)
        self.choose_folder: Callable[[], Path | None] = lambda: folder_to_use(page, "Välj mapp för utdragen")
        self.open_folder: Callable[[Path], None] = _show_folder

    def make(self, choice: Choice, progress: Report) -> None:
        """Makes the extract, or the first of several, to look at. The answer to an earlier wish is dropped."""
        from bra_desktop.services import extracts

        office, ref = self._office, self._page.presenter.ref
        self._wanted = choice

        def done(made: MadeDocument) -> None:
            if self._wanted is choice and self._page.presenter.ref == ref:
                self._page.show_document(made)

        self._runner.work(lambda _report: extracts.composed_extract(office, ref, choice)[0].as_pdf(), done, progress)

    def save(self, choice: Choice, file_name: str) -> None:
        """Saves one file, or every one of several in a folder; each is kept with the meeting."""
        if choice.division is not Division.TOGETHER:
            self._save_several(choice)
        elif (path := self.choose_place(file_name)) is not None:
            from bra_desktop.services import extracts

            office, ref = self._office, self._page.presenter.ref
            self._runner.write(
                lambda: extracts.save_extract(office, ref, choice, path),
                lambda _none: self._page.tell(f"{path.name} är sparad."),
                CHANGED,
            )

    def mail(self, choice: Choice) -> None:
        """A mail to all the recipients, with one extract."""
        self._page.mails.open_extract(self._page.presenter.ref, replace(choice, division=Division.TOGETHER))

    def copy(self, choice: Choice, below: QWidget) -> None:
        """The ways to copy the extract that is shown."""
        from bra_desktop.services import extracts
        from bra_desktop.services.copies import Copied, Form, copied

        office, ref = self._office, self._page.presenter.ref

        def made(form: Form) -> Copied:
            return copied(extracts.composed_extract(office, ref, choice)[0], form)

        self._page.copies.offer_made(made, below)

    def _save_several(self, choice: Choice) -> None:
        from bra_desktop.services import extracts

        folder = self.choose_folder()
        if folder is None:
            return
        office, ref, messages = self._office, self._page.presenter.ref, self._context.messages

        def act(report: Report) -> tuple[Path, ...]:
            def told(made: int, part: float) -> None:
                report(f"Skapar utdrag {made + 1}" if part < 1 else "Sparar utdragen", int(part * PARTS), PARTS)

            return extracts.save_extracts(office, {ref: choice}, folder, told)

        def done(files: tuple[Path, ...]) -> None:
            messages.end_work()
            words = f"{plural(len(files), 'utdrag', 'utdrag')} är sparade i mappen {folder.name}."
            messages.finished(words, "Öppna mappen", lambda: self.open_folder(folder))

        def stopped() -> None:
            messages.end_work()
            messages.finished("Inga utdrag är sparade.")

        held = self._runner.work(act, done, messages.show_work, stopped, CHANGED)
        messages.begin_work("Skapar utdrag", held.cancel)


def _show_folder(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
