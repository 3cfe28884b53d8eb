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
    """`ask` shows the box on a printer, for so many pages, and answers whether to go on; `make_printer` gives the one
    it begins with.

    One or both sides are remembered, of a printer: a file has no sides, and printing to one changes nothing.
    """

    def __init__(self, window: QWidget, memory: Memory, messages: Telling) -> None:
        super().__init__(window)
        self._memory, self._messages = memory, messages
        self.ask: Callable[[QPrinter, int], bool] = lambda printer, pages: _asked(window, printer, pages)
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
        document = _Paper(self, content)
        if not self.ask(printer, document.pages()):
            document.deleteLater()
            return
        if not _to_file(printer):
            self._memory.remember(SIDES, printer.duplex().name)
        job = _Job(self, document, printer, self._messages.show_work, self._ended)
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


class _Paper(QObject):
    """The document, drawn on a sheet."""

    def __init__(self, parent: QObject, content: bytes) -> None:
        super().__init__(parent)
        self._buffer, self._document = QBuffer(self), QPdfDocument(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def pages(self) -> int:
        return self._document.pageCount()

    def draw(self, page: int, painter: QPainter, sheet: QSizeF) -> None:
        """As large as the sheet takes it whole, in its middle."""
        size = self._document.pagePointSize(page)
        shown = size * min(sheet.width() / size.width(), sheet.height() / size.height())
        corner = QPointF((sheet.width() - shown.width()) / 2, (sheet.height() - shown.height()) / 2)
        image = self._document.render(page, shown.toSize())
        painter.drawImage(QRectF(corner, shown), image)


class _Job(QObject):
    """One page for each round of the event loop, so that the window answers between them."""

    def __init__(
        self,
        parent: QObject,
        paper: _Paper,
        printer: QPrinter,
        tell: Callable[[str, int, int], None],
        ended: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._printer, self._tell, self._ended = printer, tell, ended
        self._paper = paper
        paper.setParent(self)
        self._pages = _wanted(printer, paper.pages())
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
            in_file = bool(self._printer.outputFileName())
            self._end("Utskriften är sparad i filen." if in_file else "Utskriften är lämnad till skrivaren.")
            return
        if self._at:
            self._printer.newPage()
        self._paper.draw(self._pages[self._at], self._painter, QSizeF(self._printer.width(), self._printer.height()))
        self._at += 1
        self._tell(f"sida {self._at} av {len(self._pages)}", self._at, len(self._pages))

    def _end(self, words: str) -> None:
        self._next.stop()
        self._painter.end()
        self._ended(words)
        self.deleteLater()


def _to_file(printer: QPrinter) -> bool:
    return printer.outputFormat() is type(printer).OutputFormat.PdfFormat


def _wanted(printer: QPrinter, pages: int) -> list[int]:
    """The pages from 0 in the order that they are printed.

    A printer turns and repeats them itself; in a file that is done by writing them so.
    """
    wanted = list(range((printer.fromPage() or 1) - 1, min(printer.toPage() or pages, pages)))
    if not _to_file(printer):
        return wanted
    if printer.pageOrder() is type(printer).PageOrder.LastPageFirst:
        wanted.reverse()
    if printer.collateCopies():
        return wanted * printer.copyCount()
    return [page for page in wanted for _copy in range(printer.copyCount())]


def _printer() -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    return QPrinter()


def _asked(window: QWidget, printer: QPrinter, pages: int) -> bool:
    from PySide6.QtPrintSupport import QPrintDialog

    box = QPrintDialog(printer, window)
    box.setMinMax(1, pages)
    box.setFromTo(1, pages)
    answer = bool(box.exec())
    box.deleteLater()
    return answer
