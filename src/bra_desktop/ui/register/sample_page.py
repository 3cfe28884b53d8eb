"""A paper as it would look, drawn anew shortly after something was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.naming import named
from bra_desktop.ui.widgets.labels import label

SOON = 300
A4 = 297 / 210


class Sheet(Protocol):
    """What shows the paper."""

    def draw(self, pdf: bytes) -> None: ...
    def is_drawn(self) -> bool: ...


class SamplePage(QWidget):
    """`ask` is called when a page is wanted; the answer comes by `show_page` or `refuse`.

    sheet: what shows it, the whole first page unless another is given.
    """

    def __init__(self, ask: Callable[[], None], part: str, words: str, sheet: QWidget | None = None) -> None:
        super().__init__()
        self._ask = ask
        shown = sheet or FirstPage()
        self._sheet: Sheet = shown  # type: ignore[assignment]
        named(shown, part, words)
        self._wrong = label("", "caption", "late", wrap=True)
        self._wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._wrong)
        layout.addWidget(shown, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._ask_if_seen)

    def ask_soon(self) -> None:
        """Something was typed, or the arms were changed."""
        self._soon.start()

    def show_page(self, pdf: bytes) -> None:
        self._wrong.hide()
        self._sheet.draw(pdf)

    def refuse(self, error: UserError) -> None:
        """The page stays as it was."""
        self._wrong.setText(error.text)
        self._wrong.show()

    def is_drawn(self) -> bool:
        return self._sheet.is_drawn()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask_soon()

    def _ask_if_seen(self) -> None:
        if self.isVisible():
            self._ask()


class FirstPage(QWidget):
    """White paper with a thin edge, as large as there is room for the whole of it."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf, self._picture = b"", QPixmap()
        self.setMinimumHeight(180)

    def draw(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._redraw()

    def is_drawn(self) -> bool:
        return not self._picture.isNull()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pdf:
            self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.is_drawn():
            return
        painter = QPainter(self)
        size = self._picture.deviceIndependentSize().toSize()
        paper = QRect(QPoint((self.width() - size.width()) // 2, 0), size)
        painter.drawPixmap(paper.topLeft(), self._picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(paper.adjusted(0, 0, -1, -1))

    def _redraw(self) -> None:
        from PySide6.QtPdf import QPdfDocument  # only where there is a page to draw

        ratio = self.devicePixelRatioF()
        width = min(self.width(), self.height() / A4)
        size = QSize(round(width * ratio), round(width * A4 * ratio))
        buffer = QBuffer()
        buffer.setData(QByteArray(self._pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        page = document.render(0, size)
        document.close()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, page)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        self._picture = picture
        self.update()
