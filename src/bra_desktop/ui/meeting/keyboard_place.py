"""Where the keyboard is when a page shows something else than before."""

from PySide6.QtWidgets import QTableView, QWidget


def holds_keyboard(part: QWidget) -> bool:
    """Whether the keyboard is in that part of its window."""
    focused: QWidget | None = part.window().focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def take_keyboard(part: QWidget, otherwise: QWidget) -> None:
    """Gives it to the part's table, if it shows one.

    Else Qt would hand it to whatever comes next, perhaps the button of the next step.
    """
    table: QWidget | None = part.findChild(QTableView)
    (table or otherwise).setFocus()
