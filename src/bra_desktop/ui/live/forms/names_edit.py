"""A line for several names, completed while one writes; commas between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

MOST_SHOWN = 8


class NamesEdit(QLineEdit):
    """Completes the name that the caret stands in. Tab and Enter take the first that fits."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = list(dict.fromkeys(names))
        self._completer = QCompleter(QStringListModel(self._names, self), self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._popup = QListView()
        self._popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._suggest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            chosen = popup.currentIndex()
            self._take(str((chosen if chosen.isValid() else self._completer.completionModel().index(0, 0)).data()))
            popup.hide()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False if self._popup.isVisible() else super().focusNextPrevChild(forward)

    def _suggest(self) -> None:
        _start, word = self._segment()
        if not word or word in self._names:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(word)
        if self._completer.completionCount():
            rect = self.rect()
            rect.setWidth(max(rect.width() // 2, self._popup.sizeHintForColumn(0) + 40))
            self._completer.complete(rect)
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._popup.hide()

    def _segment(self) -> tuple[int, str]:
        """Where the name at the caret begins, and what stands there of it."""
        before = self.text()[: self.cursorPosition()]
        start = before.rfind(",") + 1
        return start, before[start:].strip()

    def _take(self, name: str) -> None:
        start, _word = self._segment()
        head, tail = self.text()[:start], self.text()[self.cursorPosition() :]
        lead = " " if head else ""
        self.setText(f"{head}{lead}{name}{tail}")
        self.setCursorPosition(len(head) + len(lead) + len(name))
