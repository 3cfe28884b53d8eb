"""The wheel belongs to the page: a choice or a figure takes it only while the keyboard is in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

TURNED_BY_WHEEL = ("QComboBox", "QAbstractSpinBox")
"""What the wheel changes; also every date and time field, which are spin boxes to Qt."""


class _Calm(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()  # so that it goes on to what scrolls
            return True
        return False


def is_turned_by_wheel(widget: QWidget) -> bool:
    """Whether the wheel would change what stands in it."""
    return any(widget.inherits(kind) for kind in TURNED_BY_WHEEL)


def calm_wheel(widget: QWidget) -> None:
    """Keeps the wheel from changing the widget, or leading the keyboard into it, as it passes."""
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("A control needs a running QApplication.")
    # The wheel would give the keyboard first, and then find it there.
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(application.findChild(_Calm) or _Calm(application))
