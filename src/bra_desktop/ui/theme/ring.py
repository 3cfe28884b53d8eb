"""The focus ring: two units wide, two units outside the control, shown when the keyboard moved the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from bra_desktop.ui.theme.theme import Theme

FRAME_MARGIN = 4
NO_RING = "noRing"
"""Property of widgets whose card shows the focus as its own border."""


class _RingStyle(QProxyStyle):
    """For the ring alone: the air round it, and its place in the window, where no near parent clips it.

    Not for the whole application: Qt asks a style thousands of times, and each question would go through Python.
    """

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return FRAME_MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)


class _Frame(QFocusFrame):
    """Follows its widget through moves and scrolling by itself; only the painting is ours."""

    def __init__(self, ring: FocusRing, style: QStyle) -> None:
        super().__init__()
        self._ring = ring
        self.setStyle(style)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._ring.theme
        painter.setPen(QPen(theme.colour("focus"), 2))
        radius = min(theme.px(9), self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class FocusRing(QObject):
    """Moves one ring along with the keyboard's focus, and hides it as soon as the mouse is used.

    `on` gives it: an application that is dressed anew keeps the ring that it has, or there would be two.
    """

    @classmethod
    def on(cls, application: QApplication, theme: Theme) -> FocusRing:
        """The application's only ring, from now on in the colours of this theme."""
        ring = application.findChild(cls) or cls(application, theme)
        ring.theme = theme
        return ring

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__(application)
        self.theme = theme
        self._style = _RingStyle("Fusion")
        self._style.setParent(self)
        self._frame = _Frame(self, self._style)
        application.focusChanged.connect(self._moved)

    def widget(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._frame.widget() if isValid(self._frame) else None

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if by_mouse:
            now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        shown = now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange) and not now.property(NO_RING)
        wears = now if shown else None
        if not isValid(self._frame):  # it went with the window that it lay in
            self._frame = _Frame(self, self._style)
        if wears is not self._frame.widget():
            self._frame.setWidget(wears)  # type: ignore[arg-type]  # the stub forgets that nobody may wear it
