"""The menu of a text: suggestions for the word under the pointer or the caret, above what Qt offers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from bra_desktop.domain.spelling import Spelled
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.passage_ground import ground_menu
from bra_desktop.ui.rich_text.passage_language import add_language_menu
from bra_desktop.ui.rich_text.pictures import PictureDesk
from bra_desktop.ui.spelling.checker import Checker
from bra_desktop.ui.spelling.marks import SpellingMarks
from bra_desktop.ui.spelling.overlays import Editor
from bra_desktop.ui.theme.theme import Theme


class SpellingMenu(QObject):
    """Takes the place of the editor's own menu."""

    def __init__(self, editor: Editor, marks: SpellingMarks) -> None:
        super().__init__(editor)
        self._editor, self._marks = editor, marks
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            cursor = self._editor.textCursor()
            where = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        else:
            where = event.globalPos()
            cursor = self._editor.cursorForPosition(self._editor.viewport().mapFromGlobal(where))
        menu = self.menu(cursor)
        menu.popup(where)
        return True

    def menu(self, cursor: QTextCursor) -> QMenu:
        """The menu for a place of the text."""
        editor, checker = self._editor, self._marks.checker
        menu = editor.createStandardContextMenu()
        menu.setParent(editor, menu.windowFlags())
        menu.setObjectName(f"{editor.objectName()}_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        first = menu.actions()[0] if menu.actions() else None
        found = self._marks.word_at(cursor.position())
        if found is not None and not editor.isReadOnly():
            self._add_word(menu, first, *found)
        if not editor.isReadOnly():
            menu.addSeparator()
            if isinstance(editor, RichTextEdit):
                plain = menu.addAction("Klistra in utan format", editor.paste_plain)
                plain.setShortcut(QKeySequence("Ctrl+Shift+V"))
                plain.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                plain.setEnabled(editor.canPaste())
                menu.addMenu(ground_menu(menu, editor, cursor))
                add_language_menu(menu, editor, cursor)
                if (pictures := PictureDesk.of(editor)) is not None:
                    menu.addAction("Infoga bild…", pictures.ask)
            switch = menu.addAction("Markera felstavade ord")
            switch.setCheckable(True)
            switch.setChecked(checker.is_on())
            switch.toggled.connect(checker.switch)
        return menu

    def _add_word(self, menu: QMenu, first: QAction | None, start: int, word: Spelled) -> None:
        checker, added = self._marks.checker, []
        if checker.is_own(word.text):
            added.append(QAction(f"Ta bort ”{word.text}” ur mina ord", menu))
            added[0].triggered.connect(lambda: checker.remove(word.text))
        elif word.text in checker.wrong([word.text]):
            waiting = QAction("Söker förslag…", menu)
            waiting.setEnabled(False)
            own = QAction(f"Lägg till ”{word.text}” i mina ord", menu)
            own.triggered.connect(lambda: checker.add(word.text))
            added += [waiting, own]
            # The menu may have been closed when the answer comes.
            checker.suggest(word.text, _Slot(menu, waiting, partial(self._replace, start, word.text)).fill)
        if added:
            rule = QAction(menu)
            rule.setSeparator(True)
            if first is None:
                menu.addActions([*added, rule])
            else:
                menu.insertActions(first, [*added, rule])

    def _replace(self, start: int, wrong: str, right: str) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + len(wrong), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == wrong:
            cursor.insertText(right, cursor.charFormat())
            self._editor.setTextCursor(cursor)


class _Slot(QObject):
    """The place in the menu that waits for suggestions; gone with the menu."""

    def __init__(self, menu: QMenu, waiting: QAction, choose: partial[None]) -> None:
        super().__init__(menu)
        self._menu, self._waiting, self._choose, self._alive = menu, waiting, choose, [True]
        alive = self._alive
        menu.destroyed.connect(alive.clear)

    def fill(self, suggestions: list[str]) -> None:
        if not self._alive:
            return
        if not suggestions:
            self._waiting.setText("Inga förslag")
            return
        made = []
        for suggestion in suggestions:
            action = QAction(suggestion, self._menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _on=False, suggestion=suggestion: self._choose(suggestion))
            made.append(action)
        self._menu.insertActions(self._waiting, made)
        self._menu.removeAction(self._waiting)


def watch(editor: Editor, checker: Checker, theme: Theme) -> None:
    """Marks wrong words in that editor and offers better ones."""
    SpellingMenu(editor, SpellingMarks(editor, checker, theme))
