"""The window's ground, and what it shows before there is anything in it: the planes, where they will be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.room import Room

if TYPE_CHECKING:
    from bra_desktop.ui.theme.theme import Theme

PROGRAM = "BRÅ Desktop"
BORDER = 1
STILL = 250
"""Milliseconds that the planes stay at most; after that one sees as much as there is."""


class Ground(QWidget):
    """Tells when it has been painted, so that what takes time can begin after that.

    With a theme it paints the planes itself; without one it holds the finished parts, which do. It must not load what
    the first frame can do without: the namespace Qt alone takes 20 ms.
    """

    def __init__(self, painted: Callable[[], None], planes_of: Theme | None = None) -> None:
        super().__init__()
        self._painted, self._theme = painted, planes_of

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is not None:
            self._paint_planes(self._theme)
        self._painted()

    def _paint_planes(self, theme: Theme) -> None:
        top, nav, status = planes(theme, self.width(), self.height())
        painter, line = QPainter(self), theme.colour("line")
        painter.fillRect(self.rect(), theme.colour("background"))
        for plane, colour in ((top, "header"), (nav, "sunken"), (status, "header")):
            painter.fillRect(plane, theme.colour(colour))
        painter.fillRect(0, top.bottom(), top.width(), BORDER, line)
        painter.fillRect(nav.right(), nav.top(), BORDER, nav.height(), line)
        painter.fillRect(0, status.top(), status.width(), BORDER, line)
        painter.end()


def planes(theme: Theme, width: int, height: int) -> tuple[QRect, QRect, QRect]:
    """Where top bar, navigation and status line lie in a window of that size."""
    size = theme.tokens.size
    top, status = theme.px(size["topbar"]), theme.px(size["statusbar"] - 2)
    nav = theme.px(size["nav-rail" if Room.of(width, height, theme.scale).narrow else "nav"])
    return (
        QRect(0, 0, width, top),
        QRect(0, top, nav, height - top - status),
        QRect(0, height - status, width, status),
    )


class Stillness(QObject):
    """The planes stay until the first page has its rows: bars without a page and cards without rows would flicker,
    and each takes as long to paint as what comes after it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """Until `end`, or until the time is up."""
        self._window.setUpdatesEnabled(False)
        QTimer.singleShot(STILL, self, self.end)

    def end(self) -> None:
        """Everything is painted. A wish to paint that came while nothing was to be is used up, yet Qt takes it for one
        that is on its way and asks for no other: without one of our own the planes would stay for good.
        """
        if not self._window.updatesEnabled():
            self._window.setUpdatesEnabled(True)
            wish = QEvent(QEvent.Type.UpdateRequest)
            QCoreApplication.postEvent(self._window, wish, Qt.EventPriority.LowEventPriority.value)
