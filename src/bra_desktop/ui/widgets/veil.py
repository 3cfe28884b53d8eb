"""A veil over the window with one plane on it: for what floats, such as search. Esc and a click beside close it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from bra_desktop.ui.theme.theme import Theme

TOP = 72
SHADES = 20
DROP = 6


class Veil(QWidget):
    """A child of the window, since a window of its own would have black corners where nothing composes."""

    def __init__(self, theme: Theme, window: QWidget, plane: QFrame, width: float) -> None:
        super().__init__(window)
        self._theme, self._plane, self._width = theme, plane, width
        self._before: QWidget | None = None
        plane.setParent(self)
        plane.setProperty("look", "popup")
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Lies over the whole window and remembers where the keyboard was."""
        self._before = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()

    def close_veil(self) -> None:
        """Gone, and the keyboard is back where it was."""
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit_plane(self) -> None:
        """Gives the plane the height it asks for, as far as the window reaches."""
        theme = self._theme
        width = min(theme.px(self._width), self.width() - theme.px(32))
        top = min(theme.px(TOP), self.height() // 10)
        self._plane.setFixedWidth(width)
        height = min(self._plane.sizeHint().height(), self.height() - top - theme.px(24))
        self._plane.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = self._theme.colour("surface").lightness() < 128
        painter.fillRect(self.rect(), self._theme.colour("shadow", 0.55 if dark else 0.3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("shadow", 0.025 if dark else 0.007))
        box = QRectF(self._plane.geometry()).translated(0, self._theme.px(DROP))
        for shade in range(SHADES):
            painter.drawRoundedRect(box.adjusted(-shade, -shade, shade, shade), 8 + shade, 8 + shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._plane.geometry().contains(event.position().toPoint()):
            self.close_veil()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_veil()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the plane as long as it is shown."""
        inside = [w for w in self._plane.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        shown = [w for w in inside if w.isVisible() and w.isEnabled()]
        if not shown:
            return True
        now = QApplication.focusWidget()
        at = shown.index(now) if now in shown else -1
        shown[(at + (1 if forward else -1)) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self.move(QPoint(0, 0))
            self.fit_plane()
