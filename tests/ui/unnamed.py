"""Looks through a page for controls that tests could not find or a screen reader could not say."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from bra_desktop.ui.naming import PATTERN

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
COMPOUND = (QAbstractItemView, QAbstractSpinBox, QCalendarWidget, QComboBox, QLineEdit, QTabBar)


def unnamed(root: QWidget) -> list[str]:
    """The controls below root that lack a name `page.part` or words, apart from those that Qt makes inside its own."""
    faults = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or _made_by_qt(widget):
            continue
        words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if not PATTERN.fullmatch(widget.objectName()) or not words:
            faults.append(f"{type(widget).__name__} {widget.objectName()!r} {words!r}")
    return faults


def _made_by_qt(widget: QWidget) -> bool:
    """Qt names its own inner parts qt_…; headers, editors of spin boxes and popup lists belong to their owner."""
    if widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView):
        return True
    owner = widget.parentWidget()
    while owner is not None:
        if isinstance(owner, COMPOUND):
            return True
        owner = owner.parentWidget()
    return False
