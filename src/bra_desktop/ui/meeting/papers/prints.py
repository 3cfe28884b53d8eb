"""Printing a meeting's documents; what that needs is loaded when something is printed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.ui.pages import PageContext

if TYPE_CHECKING:
    from bra_desktop.ui.widgets.printing import Printing


class MeetingPrints:
    """One for a page, so that two documents are never printed into each other."""

    def __init__(self, page: QWidget, context: PageContext) -> None:
        self._page, self._context = page, context

    @cached_property
    def printing(self) -> Printing:
        """What asks for the printer and prints."""
        from bra_desktop.ui.widgets.printing import Printing  # QtPdf and the printers

        return Printing(self._page, self._context.memory, self._context.messages)

    def print_document(self, made: MadeDocument) -> None:
        """Prints it by the computer's own box."""
        self.printing.print_pdf(made.content, made.file_name)
