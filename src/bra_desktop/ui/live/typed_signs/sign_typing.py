"""Watches what is typed in one editor for the signs that ask for something, and leads the popup by the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from bra_desktop.domain.placeholders import place_after, place_before
from bra_desktop.domain.typed_signs import ACTION, NAME, Sign, action_line, sign_at
from bra_desktop.ui.live.typed_signs.filling import Filling, Writing
from bra_desktop.ui.live.typed_signs.sign_popup import SignPopup
from bra_desktop.ui.live.typed_signs.sign_rows import Does, Offer, OfferRow
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.places import units

NO_SPACE_BEFORE = frozenset(' .,;:!?)-/”"')
"""Typed next to a name: a space, too, which is there already."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEEP = QTextCursor.MoveMode.KeepAnchor
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

Ask = Callable[[Sign, Writing], Offer | None]
Take = Callable[[OfferRow, QTextCursor, Writing], None]


class SignTyping(QObject):
    """Nothing is looked at but the line that is typed in, and only when something was typed in it.

    ask: what is offered for a sign. take: does what a row says; its cursor selects the sign with its words. show: opens
    the popup at the caret, which is made when it is first needed. actions: whether a ! may begin a line. unmade: says
    why Enter made no action of such a line.
    """

    def __init__(
        self, editor: Writing, popup: Callable[[], SignPopup], ask: Ask, take: Take,
        show: Callable[[Offer, QRect, Sign], None], *, actions: bool, unmade: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(editor)
        self._unmade = unmade
        self._editor, self._made, self._ask, self._take, self._show = editor, popup, ask, take, show
        self._actions, self._typed = actions, False
        self._left: tuple[int, int, str] | None = None
        self._sign: Sign | None = None
        self._spaced = self._ending = -1
        self._filling = Filling(editor)
        changed = editor.changed_at if isinstance(editor, RichTextEdit) else editor.document().contentsChange
        changed.connect(self._changed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.installEventFilter(self)

    def is_open(self) -> bool:
        """Whether the popup stands at this editor's caret."""
        return self._sign is not None

    def ask(self) -> bool:
        """Offers what the sign where the caret stands may become, as when it was typed; whether anything is."""
        self._left = None
        self._look()
        return self.is_open()

    def close(self) -> None:
        """Away with the popup; what was typed stays."""
        if self._sign is not None:
            self._sign = None
            self._made().hide()

    def take(self, row: OfferRow) -> None:
        """Does what the row says with what was typed."""
        sign, cursor = self._sign, self._editor.textCursor()
        if sign is None:
            return
        line, begin = cursor.block().text(), cursor.block().position()
        cursor.setPosition(begin + units(line, sign.start))
        cursor.setPosition(begin + units(line, sign.end), KEEP)
        self.close()
        self._take(row, cursor, self._editor)
        if row.does is Does.PUT_NAME:
            self._spaced = self._editor.textCursor().position() if self._after_space() else -1
            self._look()  # the line of an action may be whole with it

    def fill(self, start: int, words: str) -> None:
        """As `select_place`; Tab after the last pair of braces goes to the end of the words, and stays in the text."""
        select_place(self._editor, start, words)
        if place_after(words, 0):
            self._filling.begin(start, start + units(words, len(words)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.close()
        elif isinstance(event, QKeyEvent) and not self._editor.isReadOnly():
            if kind == QEvent.Type.ShortcutOverride and self.is_open() and event.key() == Qt.Key.Key_Escape:
                event.accept()  # else the page would take it
                return True
            if kind == QEvent.Type.KeyPress:
                self._close_up("\n" if event.key() in ENTER else event.text())
                return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() in PLAIN
        if not self.is_open():
            forward = key == Qt.Key.Key_Tab and plain
            return (forward or key == Qt.Key.Key_Backtab) and (self._walk(forward) or (forward and self._filling.end()))
        if not plain:
            return False
        popup = self._made()
        chosen = popup.first() if key == Qt.Key.Key_Tab else popup.chosen()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._left = self._place()
            self.close()
        elif (key in ENTER or key == Qt.Key.Key_Tab) and chosen is not None:
            self.take(chosen)
        else:
            return key in ENTER and self._end_line()
        return True

    def _end_line(self) -> bool:
        """Enter where no row is chosen: the line of an action is taken as it stands, or it is said why it is not."""
        action = next((sign for sign in self._found(self._editor.textCursor()) if sign.sign == ACTION), None)
        offer = self._ask(action, self._editor) if action is not None else None
        if offer is not None and offer.exact:
            self._sign = action
            self.take(offer.rows[0])
            return True
        self.close()
        if offer is not None and offer.why:
            self._unmade(offer.why)
        return False

    def _close_up(self, typed: str) -> None:
        """The space that came with a name goes again for a sign that stands next to the word, or an ending."""
        if not typed:
            return  # Shift on its way to another sign
        spaced, self._spaced, ending, self._ending = self._spaced, -1, self._ending, -1
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or cursor.position() not in (spaced, ending):
            return
        if cursor.position() == ending:
            if typed in NO_SPACE_BEFORE or typed == "\n":
                cursor.setPosition(ending - 2)
                cursor.deleteChar()  # with an s alone behind it, a name is in the genitive
        elif typed in NO_SPACE_BEFORE:
            cursor.deletePreviousChar()
        elif typed == "s" and not cursor.block().text().startswith("!"):
            self._ending = spaced + 1

    def _changed(self, _place: int, removed: int, added: int) -> None:
        self._typed = self._typed or self.is_open() or (added == 1 and not removed)

    def _moved(self) -> None:
        if self._typed or self.is_open():
            self._typed = False
            self._look()

    def _look(self) -> None:
        cursor = self._editor.textCursor()
        signs = () if cursor.hasSelection() or self._editor.isReadOnly() else self._found(cursor)
        if not signs:
            self._left = None
            self.close()
            return
        before, offer = self._sign, self._offer(signs)
        if offer is None:
            self._sign = before
            self.close()
        elif self._editor.hasFocus() and self._sign is not None:
            self._show(offer, self._editor.cursorRect(), self._sign)
        else:
            self._sign = None

    def _offer(self, signs: tuple[Sign, ...]) -> Offer | None:
        """What is offered for the first of the signs for which anything is; it is the one that is open then."""
        for self._sign in signs:
            if self._left == self._place():
                return None
            offer = self._ask(self._sign, self._editor)
            stands = offer is not None and offer.exact and self._sign.sign == NAME and self._after_space()
            if offer is not None and offer.rows and not (stands and self._sign is not signs[-1]):
                return offer
        return None

    def _after_space(self) -> bool:
        cursor = self._editor.textCursor()
        return cursor.block().text()[: _characters(cursor.block().text(), cursor.positionInBlock())].endswith(" ")

    def _found(self, cursor: QTextCursor) -> tuple[Sign, ...]:
        """The sign at the caret, and behind it the action of the line, for a name that is nobody's or stands there."""
        line = cursor.block().text()
        place = _characters(line, cursor.positionInBlock())
        found, action = sign_at(line, place), None
        if self._actions and line.startswith("!") and cursor.currentTable() is None:
            action = action_line(line, place)
        return tuple(filter(None, (found, action)))

    def _place(self) -> tuple[int, int, str]:
        sign = self._sign
        return (self._editor.textCursor().blockNumber(), sign.start if sign else -1, sign.sign if sign else "")

    def _walk(self, forward: bool) -> bool:
        """To the next or previous pair of braces of the line, which what is typed then takes the place of."""
        cursor = self._editor.textCursor()
        line, begin = cursor.block().text(), cursor.block().position()
        if "{" not in line:
            return False
        at = cursor.selectionEnd() if forward else cursor.selectionStart()
        place = _characters(line, at - begin)
        found = place_after(line, place) if forward else place_before(line, place)
        if found is None:
            return False
        if not self._filling.goes_on():
            self._filling.begin(begin, begin + cursor.block().length() - 1)
        cursor.setPosition(begin + units(line, found[0]))
        cursor.setPosition(begin + units(line, found[1]), KEEP)
        self._editor.setTextCursor(cursor)
        return True


def select_place(editor: Writing, start: int, words: str) -> None:
    """Selects the first pair of braces in words that stand from that place of the text, else goes to their end."""
    found, cursor = place_after(words, 0), editor.textCursor()
    cursor.setPosition(start + units(words, found[0] if found else len(words)))
    if found:
        cursor.setPosition(start + units(words, found[1]), KEEP)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _characters(line: str, place: int) -> int:
    """How many characters the first units of UTF-16 are."""
    if line.isascii() or place == 0:
        return place
    return len(line.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
