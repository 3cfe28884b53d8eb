"""Extracts from a meeting's page: looked at, saved as one file or many, mailed and copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.extracts import Choice, Division
from bra_desktop.services.office import Office
from bra_desktop.ui.meeting.presenter import CHANGED
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.running import Report, Runner
from bra_desktop.ui.saving_extracts import ExtractSaver
from bra_desktop.ui.widgets.file_choice import PDF, file_to_save

if TYPE_CHECKING:
    from bra_desktop.services.papers.documents import MadeDocument
    from bra_desktop.ui.meeting.page import MeetingPage


class MeetingExtracts:
    """`choose_place` asks where one file goes; `saver` puts several in a folder."""

    def __init__(self, page: MeetingPage, context: PageContext, runner: Runner, office: Office) -> None:
        self._page, self._runner, self._office = page, runner, office
        self._wanted: Choice | None = None
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(page, "Spara som pdf", name, PDF)
        self.saver = ExtractSaver(page, context, runner, office)

    def make(self, choice: Choice, progress: Report) -> None:
        """Makes the extract, or the first of several, to look at. The answer to an earlier wish is dropped."""
        from bra_desktop.services.papers import extracts

        office, ref = self._office, self._page.presenter.ref
        self._wanted = choice

        def done(made: MadeDocument) -> None:
            if self._wanted is choice and self._page.presenter.ref == ref:
                self._page.show_document(made)

        self._runner.work(lambda _report: extracts.composed_extract(office, ref, choice)[0].as_pdf(), done, progress)

    def save(self, choice: Choice, file_name: str) -> None:
        """Saves one file, or every one of several in a folder; each is kept with the meeting."""
        if choice.division is not Division.TOGETHER:
            self.saver.save({self._page.presenter.ref: choice})
        elif (path := self.choose_place(file_name)) is not None:
            from bra_desktop.services.papers import extracts

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
        from bra_desktop.services.papers import extracts
        from bra_desktop.services.papers.copies import Copied, Form, copied

        office, ref = self._office, self._page.presenter.ref

        def made(form: Form) -> Copied:
            return copied(extracts.composed_extract(office, ref, choice)[0], form)

        self._page.copies.offer_made(made, below)
