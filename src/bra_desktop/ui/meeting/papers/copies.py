"""Copies of a meeting's documents for Word and as text: saved, or put where a mail can take them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.services.office import Office
from bra_desktop.services.papers.copies import Copied, Form, copy
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.naming import named
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.running import Runner
from bra_desktop.ui.widgets.file_choice import TEXT, WORD, file_to_save

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.page import MeetingPage

SAVED_AS = {Form.WORD: ("Spara som Word", WORD), Form.TEXT: ("Spara som text", TEXT)}
CONFIDENTIAL = (
    "Kopian innehåller sekretessmarkerade uppgifter. De prövas före utlämnande. "
    "Den offentliga versionen finns bland mötets dokument."
)


class MeetingCopies:
    """`choose_place` asks where a file goes (title, file name, kinds); `page.ask` before what is confidential."""

    def __init__(self, page: MeetingPage, context: PageContext, runner: Runner, office: Office) -> None:
        self._page, self._context, self._runner, self._office = page, context, runner, office
        self.choose_place: Callable[[str, str, str], Path | None] = lambda title, name, kinds: file_to_save(
            page, title, name, kinds
        )

    def offer(self, kind: str, below: QWidget) -> None:
        """The ways to copy a document, in a menu below what was pressed."""
        self.offer_made(partial(copy, self._office, self._page.presenter.ref, kind), below)

    def offer_made(self, copied: Callable[[Form], Copied], below: QWidget) -> None:
        """As :meth:`offer`, what makes the copy."""
        menu = named(QMenu(below), "meeting.copies_menu", "Word eller text")
        for form, (words, _kinds) in SAVED_AS.items():
            menu.addAction(f"{words}…", partial(self._make, copied, form, self._save))
        menu.addAction("Kopiera som text", partial(self._make, copied, Form.TEXT, self._put_on_clipboard))
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _make(self, make: Callable[[Form], Copied], form: Form, then: Callable[[Copied, Form], None]) -> None:
        messages = self._context.messages

        def made(copied: Copied) -> None:
            messages.end_work()
            ask = self._page.ask
            if not copied.confidential or ask("Lämna ut kopian?", CONFIDENTIAL, "Lämna ut ändå", "file-text"):
                then(copied, form)

        held = self._runner.work(lambda _report: make(form), made, messages.show_work, cancelled=messages.end_work)
        messages.begin_work("Skapar kopian", held.cancel)

    def _save(self, copied: Copied, form: Form) -> None:
        title, kinds = SAVED_AS[form]
        if (path := self.choose_place(title, copied.made.file_name, kinds)) is None:
            return
        self._runner.read(
            lambda: write_out(path, copied.made.content),
            lambda _none: self._context.messages.finished(f"{path.name} är sparad."),
        )

    def _put_on_clipboard(self, copied: Copied, _form: Form) -> None:
        QGuiApplication.clipboard().setText(copied.text)
        self._context.messages.finished("Texten är kopierad. Klistra in den där den ska stå.")
