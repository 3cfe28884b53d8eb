"""One att-sats that is written in place: its number, a bold att, and the words."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from bra_desktop.domain.swedish import capital_first
from bra_desktop.services.live.decisions import without_att
from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.live.saving.keepers import DecisionKeeper
from bra_desktop.ui.naming import named
from bra_desktop.ui.rich_text.typed_marks import tidy_typed
from bra_desktop.ui.rich_text.undo_steps import type_by_words
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label, retone

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ATT = "att "
LEVEL = 3
KEYS = "Enter ny {one}, Alt+pil flyttar, Alt+Enter slag och dag, Alt+Delete tar bort"
DECIDED, AGREED = "att-sats", "överenskommelse"
"""What a line is called, in a protocol and in notes."""


class DecisionEdit(QTextEdit):
    """Plain words on as many lines as they take. The signals name what a key asked for."""

    edited = Signal()
    wants_new = Signal()
    wants_removed = Signal()
    wants_moved = Signal(int)
    wants_focus = Signal(int)
    wants_kind = Signal()
    left = Signal()
    read = Signal()

    def __init__(self, theme: Theme, part: str, words: str, begins: bool = False) -> None:
        """begins: whether the word att stands before the field."""
        super().__init__()
        self._loading, self._begins = False, begins
        keys = KEYS.format(one=DECIDED if begins else AGREED)
        named(self, part, words, keys)
        self.setToolTip(keys)
        self.setProperty("look", "bare")
        self.setProperty(NO_RING, True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.px(2))
        self.document().contentsChanged.connect(self._changed)

    def show_words(self, words: str) -> None:
        self._loading = True
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._loading = False
        self._fit()
        self.read.emit()

    def words(self) -> str:
        # Not toPlainText: it makes hard spaces, as in § 30 and 85 000, ordinary ones.
        return " ".join(re.split("[\u2028\u2029]", self.document().toRawText()))

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, with_alt = event.key(), event.modifiers() == ALT
        if key in ENTER and with_alt:
            self.wants_kind.emit()
        elif key in ENTER:
            self.wants_new.emit()
        elif with_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.wants_moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif (with_alt and key == Qt.Key.Key_Delete) or (key == Qt.Key.Key_Backspace and not self.toPlainText()):
            if not event.isAutoRepeat():  # held down, it has wiped the words and stops there
                self.wants_removed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._at_edge(key):
            self.wants_focus.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            self.wants_focus.emit(0)
        else:
            type_by_words(self, event, super().keyPressEvent)
            tidy_typed(self, event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # Hard spaces, as in § 30 and 85 000, hold their words together also when they are pasted.
        self.insertPlainText(re.sub("[^\\S\u00a0\u202f\u2007]+", " ", source.text()).strip(" "))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _at_edge(self, key: int) -> bool:
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(way)

    def _changed(self) -> None:
        if self._begins and self.toPlainText()[:4].casefold() == ATT:
            self._leave_att_out()
            return  # that was a change too, and has been told
        self._fit()
        if not self._loading:
            self.edited.emit()

    def _leave_att_out(self) -> None:
        """The word stands in bold before the field already. Undo takes it away with the letter that completed it."""
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, len(ATT))
        cursor.removeSelectedText()
        cursor.endEditBlock()

    def _fit(self) -> None:
        self.document().setTextWidth(max(80, self.viewport().width()))
        high = max(round(self.document().size().height()), self.fontMetrics().height()) + 2
        if high != self.height():
            self.setFixedHeight(high)
            self.updateGeometry()


class DecisionLine(QFrame):
    """Has the keeper that saves it. `saved_id` is the decision's id as far as the window knows.

    ``written_over``: something other than typing is changing its words.
    """

    def __init__(self, theme: Theme, number: int, key: str, keeper: DecisionKeeper, saved_id: str, att: bool) -> None:
        super().__init__()
        self.key, self.keeper, self.saved_id = key, keeper, saved_id
        self.setProperty("look", "plain-line")
        self._number = label("", "caption")
        self._number.setFixedWidth(theme.px(16))
        self._att = label("att", "strong")
        if not att:  # showing what has no place yet would open a window of its own
            self._att.hide()
        self._one = capital_first(DECIDED if att else AGREED)
        self.edit = DecisionEdit(theme, f"live.decision_{number}", f"{self._one} {number}", att)
        self.written_over = False
        self.edit.read.connect(lambda: setattr(self, "written_over", False))
        self.edit.edited.connect(lambda: setattr(self, "written_over", False))
        self.kind = Button(
            theme,
            f"live.kind_decision_{number}",
            "Slag och dag",
            "quiet",
            "calendar-clock",
            tip="Slag och dag. Alt+Enter",
        )
        self.kind.set_compact(True)
        self.kind.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kind.clicked.connect(lambda: self.edit.wants_kind.emit())
        this = "att-satsen" if att else "överenskommelsen"
        self.remove = Button(
            theme,
            f"live.remove_decision_{number}",
            f"Ta bort {this}",
            "quiet",
            "x",
            tip=f"Tar bort {this}. Alt+Delete",
        )
        self.remove.set_compact(True)
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay(theme)

    def says(self, text: str) -> bool:
        """Whether its words are those on the disk, where none begin or end with a space."""
        return without_att(self.edit.words()) == text

    def may_follow(self, focused: DecisionLine | None) -> bool:
        """Whether it shows what is on the disk: where somebody writes only what has been written over the words."""
        return self is not focused or self.written_over

    def set_number(self, number: int) -> None:
        self._number.setText(str(number))
        self.edit.setAccessibleName(f"{self._one} {number}")

    def show_meaning(self, words: str, day: str) -> None:
        """What the decision does, in words for the tip, and the day that it names, if any."""
        self.kind.set_words(day or "Slag och dag")
        self.kind.set_compact(not day)
        self.kind.setToolTip(f"{words[:1].upper()}{words[1:]}. Alt+Enter ändrar slag och dag.")
        self.kind.setAccessibleName(f"Slag och dag: {words}")

    def set_locked(self, locked: bool) -> None:
        self.edit.setReadOnly(locked)
        self.remove.setVisible(not locked)
        self.kind.setEnabled(not locked)

    def mark(self, on: bool) -> None:
        retone(self, "look", "row-on" if on else "plain-line")

    def _lay(self, theme: Theme) -> None:
        layout = row(theme, space=6, margin=(0, 0, 0, 0))
        top = Qt.AlignmentFlag.AlignTop
        # The first line of words is level with the buttons, which are higher.
        for widget, lift in ((self._number, 1 + LEVEL), (self._att, 3 + LEVEL)):
            widget.setContentsMargins(0, theme.px(lift), 0, 0)
            layout.addWidget(widget, 0, top)
        layout.addLayout(column(theme, self.edit, space=0, margin=(0, LEVEL, 0, 0)), 1)
        layout.addWidget(self.kind, 0, top)
        layout.addWidget(self.remove, 0, top)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
