"""Printing a PDF: the computer's own box first, then page after page, while the window goes on working."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF, QRectF, QSizeF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.memory import Memory

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300
"""Finer than that is not seen on text, and takes much more of the printer's memory."""
SIDES = "print.sides"


class Telling(Protocol):
    """The message bar, as printing uses it."""

    def finished(self, words: str, link: str = "", act: Callable[[], None] | None = None) -> None: ...
    def refuse(self, words: str, link: str = "", act: Callable[[], None] | None = None) -> None: ...
    def begin_work(self, words: str, cancel: Callable[[], None]) -> None: ...
    def show_work(self, words: str, done: int, total: int) -> None: ...
    def end_work(self) -> None: ...


class Printing(QObject):
    """`ask` shows the box on a printer and answers whether to go on; `make_printer` gives the one it begins with.

    One or both sides are remembered.
    """

    def __init__(self, window: QWidget, memory: Memory, messages: Telling) -> None:
        super().__init__(window)
        self._memory, self._messages = memory, messages
        self.ask: Callable[[QPrinter], bool] = lambda printer: _asked(window, printer)
        self.make_printer: Callable[[], QPrinter] = _printer
        self._job: _Job | None = None

    def print_pdf(self, content: bytes, name: str) -> None:
        """Asks where to, and prints. A second one waits for the first to end."""
        if self._job is not None:
            self._messages.refuse("En utskrift pågår redan. Vänta tills den är klar, eller avbryt den.")
            return
        printer = self.make_printer()
        printer.setResolution(DOTS_PER_INCH)
        printer.setFullPage(True)
        printer.setDocName(name)
        remembered, modes = self._memory.recall(SIDES), type(printer.duplex())
        if remembered in modes.__members__:
            printer.setDuplex(modes[remembered])
        if not self.ask(printer):
            return
        self._memory.remember(SIDES, printer.duplex().name)
        job = _Job(self, content, printer, self._messages.show_work, self._ended)
        if job.begin():
            self._job = job
            self._messages.begin_work("Skriver ut", job.cancel)
        else:
            self._messages.refuse("Skrivaren svarar inte. Se efter att den är på, eller välj en annan.")

    def busy(self) -> bool:
        return self._job is not None

    def _ended(self, words: str) -> None:
        self._job = None
        self._messages.end_work()
        if words:
            self._messages.finished(words)


class _Job(QObject):
    """One page for each round of the event loop, so that the window answers between them."""

    def __init__(
        self,
        parent: QObject,
        content: bytes,
        printer: QPrinter,
        tell: Callable[[str, int, int], None],
        ended: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._printer, self._tell, self._ended = printer, tell, ended
        self._buffer, self._document = QBuffer(self), QPdfDocument(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        last = printer.toPage() or self._document.pageCount()
        first = printer.fromPage() or 1
        self._pages = list(range(first - 1, min(last, self._document.pageCount())))
        self._at = 0
        self._painter = QPainter()
        self._next = QTimer(self)
        self._next.timeout.connect(self._print_next)

    def begin(self) -> bool:
        """Whether the printer takes it."""
        if not self._painter.begin(self._printer):
            return False
        self._next.start(0)
        return True

    def cancel(self) -> None:
        """What has come to the printer is thrown away by it."""
        self._next.stop()
        self._printer.abort()
        self._end("Utskriften är avbruten.")

    def _print_next(self) -> None:
        if self._at == len(self._pages):
            to_file = bool(self._printer.outputFileName())
            self._end("Utskriften är sparad i filen." if to_file else "Utskriften är lämnad till skrivaren.")
            return
        if self._at:
            self._printer.newPage()
        self._draw(self._pages[self._at])
        self._at += 1
        self._tell(f"Skriver ut sida {self._at} av {len(self._pages)}", self._at, len(self._pages))

    def _draw(self, page: int) -> None:
        """As large as the sheet takes it whole, in its middle."""
        sheet = QSizeF(self._printer.width(), self._printer.height())
        size = self._document.pagePointSize(page)
        shown = size * min(sheet.width() / size.width(), sheet.height() / size.height())
        corner = QPointF((sheet.width() - shown.width()) / 2, (sheet.height() - shown.height()) / 2)
        image = self._document.render(page, shown.toSize())
        self._painter.drawImage(QRectF(corner, shown), image)

    def _end(self, words: str) -> None:
        self._next.stop()
        self._painter.end()
        self._document.close()
        self._ended(words)
        self.deleteLater()


def _printer() -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    return QPrinter()


def _asked(window: QWidget, printer: QPrinter) -> bool:
    from PySide6.QtPrintSupport import QPrintDialog

    return bool(QPrintDialog(printer, window).exec())
