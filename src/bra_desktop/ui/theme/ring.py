"""The focus ring: two units wide, two units outside the control, shown when the keyboard moved the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from bra_desktop.ui.theme.theme import Theme

AIR = 4
NO_RING = "noRing"
"""Property of widgets whose card shows the focus as its own border."""
EVEN_BY_MOUSE = "ringEvenByMouse"
"""Property of a control that wears the ring although the mouse led to it: the default answer of a question."""
WORN = "focusRing"
"""Property of the application: its ring."""
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class Ring(QWidget):
    """Lies round one widget, in the window or in the nearest plane that scrolls, where no near parent clips it.

    Not Qt's own frame for focus: that asks a style for its place, and a style in Python makes PySide load everything
    that a style can be asked, which takes 20 ms of the start.
    """

    def __init__(self, owner: FocusRing) -> None:
        super().__init__()
        self._owner = owner
        self._round: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def widget(self) -> QWidget | None:
        return self._round

    def wear(self, widget: QWidget | None) -> None:
        """Lie round that widget, or nowhere."""
        self._let_go()
        if widget is None:
            self.hide()
            return
        self._round = widget
        widget.destroyed.connect(self._gone)
        ground = _ground(widget)
        step: QWidget | None = widget
        while step is not None and step is not ground:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self.setParent(ground)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        elif event.type() == QEvent.Type.ParentChange and self._round is not None:
            self.wear(self._round)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._owner.theme
        painter.setPen(QPen(theme.colour("focus"), 2))
        radius = min(theme.px(9), self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _place(self) -> None:
        widget, ground = self._round, self.parentWidget()
        if widget is None or ground is None or not widget.isVisible():
            self.hide()
            return
        place = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
        around = place.adjusted(-AIR, -AIR, AIR, AIR)
        self.setGeometry(around.intersected(ground.rect()))  # at an edge the air gives way: what lies outside is cut
        self.show()
        self.raise_()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._round is not None and isValid(self._round):
            self._round.destroyed.disconnect(self._gone)
        self._round = None

    def _gone(self) -> None:
        self._round = None
        self.hide()


def _ground(widget: QWidget) -> QWidget:
    """The plane that scrolls the widget, else its window."""
    plane = widget
    while (above := plane.parentWidget()) is not None and not plane.isWindow():
        if plane is not widget and isinstance(above, QAbstractScrollArea):
            break
        plane = above
    return plane


class FocusRing(QObject):
    """Moves one ring along with the keyboard's focus, and hides it as soon as the mouse is used.

    `on` gives it: an application that is dressed anew keeps the ring that it has, or there would be two.
    """

    @classmethod
    def on(cls, application: QApplication, theme: Theme) -> FocusRing:
        """The application's only ring, from now on in the colours of this theme."""
        ring = application.property(WORN)  # to look among the children would have PySide load the style
        if not isinstance(ring, cls):
            ring = cls(application, theme)
            application.setProperty(WORN, ring)
        ring.theme = theme
        return ring

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__(application)
        self.theme = theme
        self._ring = Ring(self)
        self._by_mouse = False
        application.focusChanged.connect(self._moved)

    def widget(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._ring.widget() if isValid(self._ring) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears whether mouse or keys were used last: a page that a click leads to takes the keyboard after it."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._by_mouse = False
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_mouse = True
            if self.widget() is not None:
                self._ring.wear(None)
        return False

    def _hear(self, window: QWindow | None) -> None:
        """Only of windows in use: a filter on the whole application would slow every event down.

        None of them is kept: Qt takes them away without telling. To hear one twice changes nothing.
        """
        if window is not None and isValid(window):
            window.installEventFilter(self)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        self._hear(now.window().windowHandle())
        # The click that brought the first focus here was not heard.
        self._by_mouse = self._by_mouse or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._by_mouse and not now.property(EVEN_BY_MOUSE):
            now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        shown = now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange) and not now.property(NO_RING)
        wears = now if shown else None
        if not isValid(self._ring):  # it went with the window that it lay in
            self._ring = Ring(self)
        if wears is not self._ring.widget():
            self._ring.wear(wears)
