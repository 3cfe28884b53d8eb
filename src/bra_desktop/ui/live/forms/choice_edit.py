"""A choice in a form, found by what is typed. In its open list Ctrl+Enter takes the marked row, and the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox

from bra_desktop.ui.live.sides.typed_name import TypedName, place_of_name

SHORTEST = 8
"""Letters that a choice shows at least; long titles of items must not make the form wider than the window."""
CONTROL = Qt.KeyboardModifier.ControlModifier
COMMANDS = CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
SECTION = "§"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceEdit(QComboBox):
    """The words with what each stands for. "10" and "§ 10" find § 10, in the open list too."""

    def __init__(self, known: Sequence[tuple[str, str]], chosen: object) -> None:
        super().__init__()
        self._typed = TypedName()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        for words, value in known:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.view().installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._found(event, self.currentIndex())
        if place is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed.forget()
        super().focusInEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            place = self._found(event, self.view().currentIndex().row())
            if place is not None:
                self.view().setCurrentIndex(self.model().index(place, 0))
                return True
        if event.key() not in ENTER or not event.modifiers() & CONTROL:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the page would send the form as it was before a row was marked
        elif event.type() == QEvent.Type.KeyPress:
            self.setCurrentIndex(self.view().currentIndex().row())
            self.hidePopup()
            QCoreApplication.sendEvent(
                self, QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            )
        return True

    def _found(self, event: QKeyEvent, at: int) -> int | None:
        """The row that is meant when the key is a letter of its words; None when the key means something else."""
        letter = event.text()
        if event.modifiers() & COMMANDS or not letter.isprintable() or not letter:
            return None
        if letter == " " and not self._typed.goes_on():
            return None
        typed = self._typed.letter(letter)
        place = place_of_words([self.itemText(row) for row in range(self.count())], typed, at)
        return at if place is None else place


def place_of_words(rows: Sequence[str], typed: str, at: int) -> int | None:
    """The row that is numbered or called so, else that begins so, else the next in which a word does; None for none."""
    names = [row.replace("\u00a0", " ").casefold() for row in rows]
    wanted = typed.casefold().strip()
    if wanted == SECTION and len(typed) > 1:
        return at  # its number is yet to come
    if len(wanted) > 1 or wanted.isdigit():
        called = (place for place, name in enumerate(names) if f"{name} ".startswith((f"{wanted} ", f"§ {wanted} ")))
        begins = (place for place, name in enumerate(names) if name.startswith(wanted))
        found = next(called, next(begins, None))
        if found is not None:
            return found
    return place_of_name(names, typed, at)
