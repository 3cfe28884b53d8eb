"""Letters choose in a menu: the next row that begins with the one that is typed. Up begins with the last row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu


class MenuLetters(QObject):
    """Listens to a menu that has all its rows, and to those that open out of it."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        for one in (menu, *menu.findChildren(QMenu)):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QMenu):
            if event.key() == Qt.Key.Key_Up and watched.activeAction() is None:
                _go_to_last(watched)
                return True
            letter = event.text().strip().casefold()
            if letter and letter.isprintable():
                _go_to(watched, letter)
                return True
        return super().eventFilter(watched, event)


def _go_to_last(menu: QMenu) -> None:
    """Into sight, too: of a menu that is higher than the screen Qt chooses the last row and doesn't show it."""
    rows = [row for row in menu.actions() if row.isEnabled() and row.isVisible() and not row.isSeparator()]
    if rows:
        menu.setActiveAction(rows[-1])


def _go_to(menu: QMenu, letter: str) -> None:
    """From the row that is chosen on, and round."""
    rows, now = menu.actions(), menu.activeAction()
    first = rows.index(now) + 1 if now in rows else 0
    for row in (*rows[first:], *rows[:first]):
        if row.isEnabled() and row.isVisible() and row.text().casefold().startswith(letter):
            menu.setActiveAction(row)
            return
