"""A line for several names, completed while one writes; commas between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from bra_desktop.ui.live.forms.form import fits

MOST_SHOWN = 8
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class NamesEdit(QLineEdit):
    """Completes the name that the caret stands in.

    Enter takes the row that is marked, which is none as long as what was typed only stands inside of words. Tab goes
    on, and takes the row on its way only when it was chosen with the arrows or is the only name that what was typed can
    mean; not once more when that name has been shortened again, for it may be that of somebody new.
    """

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
        self._completer.setWrapAround(False)  # or Down on the only row would leave it instead of choosing it
        self._chosen, self._given = False, ""
        self._popup.installEventFilter(self)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._suggest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            self._chosen = True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._marked():
                self._take(self._marked())
            popup.hide()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._popup.isVisible():
            name = (self._marked() if self._chosen else "") or self._meant()
            self._popup.hide()
            if name:
                self._take(name)
        return super().focusNextPrevChild(forward)

    def _marked(self) -> str:
        """The name of the marked row; empty when none is."""
        index = self._popup.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def _meant(self) -> str:
        """The only name that the word at the caret can mean; empty when it may be several, or none."""
        _start, word = self._segment()
        exact = [name for name in self._names if name.casefold() == word.casefold()]
        found = exact or [name for name in self._names if fits(name, word)]
        return found[0] if len(found) == 1 and (exact or found[0] != self._given) else ""

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
            self._mark_first()
        else:
            self._popup.hide()

    def _mark_first(self) -> None:
        """The name that is meant, else the first row with a word that begins as what was typed, else none."""
        (_start, word), rows, meant = self._segment(), self._completer.completionModel(), self._meant()
        names = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
        places = [row for row, name in enumerate(names) if name == meant]
        places += [row for row, name in enumerate(names) if fits(name, word)]
        self._popup.setCurrentIndex(rows.index(places[0], 0) if places else QModelIndex())
        self._chosen = False

    def _segment(self) -> tuple[int, str]:
        """Where the name at the caret begins, and what stands there of it."""
        before = self.text()[: self.cursorPosition()]
        start = before.rfind(",") + 1
        return start, before[start:].strip()

    def _take(self, name: str) -> None:
        start, _word = self._segment()
        self._given = name
        head, tail = self.text()[:start], self.text()[self.cursorPosition() :]
        lead = " " if head else ""
        self.setText(f"{head}{lead}{name}{tail}")
        self.setCursorPosition(len(head) + len(lead) + len(name))
