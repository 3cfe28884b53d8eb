"""The projector's window: on the screen that was chosen last, over all of it, without ever taking the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bra_desktop.ui.memory import Memory
from bra_desktop.ui.projector.screens import ScreenPlace, chosen_screen, next_screen
from bra_desktop.ui.projector.view import SlideView
from bra_desktop.ui.theme.theme import Theme

SCREEN = "projector.screen"
TITLE = "Projektor – BRÅ Desktop"
SMALL = 0.45
"""The part of a lone screen that the window takes, so that the minutes are still seen."""


class ProjectorWindow(QWidget):
    """`closed`: somebody closed it. With one screen alone it is an ordinary window that can be moved."""

    closed = Signal()

    def __init__(self, theme: Theme, memory: Memory, beside: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._memory, self._beside = memory, beside
        self._placed = ""  # the screen that it was put on, which nobody has chosen
        self.setObjectName("projector.window")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.view = SlideView(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screens_changed)
            application.screenRemoved.connect(self._screens_changed)

    def open(self) -> None:
        """Shows it where it belongs now."""
        name = chosen_screen(places(), self._beside.screen().name(), self._memory.recall(SCREEN))
        self._put(name)

    def alone(self) -> bool:
        """Whether there is no screen but the program's own."""
        return not chosen_screen(places(), self._beside.screen().name(), "")

    def to_next_screen(self) -> None:
        """To another screen than the one it is on, which is remembered."""
        name = next_screen(places(), self._beside.screen().name(), self.screen().name())
        if name:
            self._memory.remember(SCREEN, name)
            self._put(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Made to fill a screen by the person, it remembers that screen; not one it was put on for want of its own."""
        super().changeEvent(event)
        filled = self.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        if event.type() == QEvent.Type.WindowStateChange and filled and not self.alone():
            here = self.screen().name()
            if here != self._placed:
                self._memory.remember(SCREEN, here)

    def _put(self, name: str) -> None:
        screen = next((s for s in QGuiApplication.screens() if s.name() == name), None)
        self._placed = name
        self.setWindowState(Qt.WindowState.WindowNoState)
        if screen is None:
            self.setGeometry(self._corner(self._beside.screen()))
            self.show()
        else:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would activate it
            self.show()

    def _corner(self, screen: QScreen) -> QRect:
        """Down to the right of the program's own screen."""
        free = screen.availableGeometry()
        width, height = round(free.width() * SMALL), round(free.height() * SMALL)
        return QRect(free.right() - width, free.bottom() - height, width, height)

    def _screens_changed(self, _screen: QScreen) -> None:
        """Its screen went, and it would lie over the minutes; or its screen is there again."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.open)  # Qt moves the windows of a screen that goes, and that comes first


def places() -> tuple[ScreenPlace, ...]:
    """The screens of this computer."""
    return tuple(ScreenPlace(s.name(), s.geometry().getRect()) for s in QGuiApplication.screens())  # type: ignore[arg-type]
