"""Find and replace in the whole meeting: a strip above the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QSizePolicy, QWidget

from bra_desktop.domain.finding import Sought
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.tab_order import tab_after
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHIFT = Qt.KeyboardModifier.ShiftModifier
WIDTH, LEAST = 220, 105
LONGEST = 16
"""Signs that have room beside the field."""


class FindPanel(QFrame):
    """`sought` says what is looked for, `stepped` asks for the next (1) or the one before (-1).

    `in_order` is what Tab goes through.
    """

    sought = Signal(object)
    stepped = Signal(int)
    replaced = Signal(str)
    all_replaced = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        named(self, "live.find", "Sök och ersätt i hela mötet")
        self.setProperty("look", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = self._field("live.find_words", "Sök i mötet", "Enter nästa, Skift+Enter föregående")
        self.by = self._field("live.find_by", "Ersätt med", "Enter ersätter, Ctrl+Enter ersätter alla")
        self.whole = QCheckBox("Hela ord")
        named(self.whole, "live.find_whole", "Hela ord")
        self.case = QCheckBox("Skilj på A och a")
        named(self.case, "live.find_case", "Skilj på stora och små bokstäver")
        self.case.setToolTip("Skiljer på stora och små bokstäver")
        self.count = label("", "caption")
        self.count.setMinimumWidth(theme.px(64))
        self.answer = label("", "caption", wrap=True)
        self.answer.hide()
        self._build()
        self.words.textChanged.connect(self._seek)
        self.whole.toggled.connect(self._seek)
        self.case.toggled.connect(self._seek)
        self.hide()

    def open(self, chosen: str = "", *, replacing: bool = False) -> None:
        """With the keyboard where the words that are sought stand, all of them selected, and those that are selected
        in the text in their place.
        """
        for widget in self._replacing:
            widget.setVisible(replacing or widget.isVisibleTo(self))
        self.show()
        if chosen and "\n" not in chosen:
            self.words.setText(chosen)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._seek()

    def forget(self) -> None:
        """Away, without the words: they may have been chosen in what is hidden now."""
        self.hide()
        self.words.clear()
        self.by.clear()

    def close_panel(self) -> None:
        self.hide()
        self.left.emit()

    def has_keyboard(self) -> bool:
        """Whether somebody writes or chooses in it."""
        return any(child.hasFocus() for child in self.findChildren(QWidget))

    def tell(self, words: str) -> None:
        """How many there are, or which one is shown; what is longer has a line of its own."""
        long = len(words) > LONGEST
        self.count.setText("" if long else words)
        self.answer.setText(words if long else "")
        self.answer.setVisible(long)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER and self.by.hasFocus():
            self.replaced.emit(self.by.text())
        elif key in ENTER:
            self.stepped.emit(-1 if modifiers == SHIFT else 1)
        else:
            super().keyPressEvent(event)

    def _seek(self, _changed: object = None) -> None:
        self.sought.emit(Sought(self.words.text(), self.whole.isChecked(), self.case.isChecked()))

    def _field(self, part: str, words: str, tip: str) -> QLineEdit:
        field = QLineEdit()
        named(field, part, words, tip)
        field.setPlaceholderText(words)
        field.setToolTip(tip)
        field.setMinimumWidth(self._theme.px(LEAST))
        field.setMaximumWidth(self._theme.px(WIDTH))
        return field

    def _button(self, part: str, words: str, icon: str, tip: str) -> Button:
        button = Button(self._theme, part, words, "quiet", icon, tip=tip)
        button.set_compact(True)
        return button

    def _build(self) -> None:
        theme = self._theme
        before = self._button("live.find_before", "Föregående träff", "arrow-up", "Föregående träff. Skift+F3")
        after = self._button("live.find_next", "Nästa träff", "arrow-down", "Nästa träff. F3")
        close = self._button("live.find_close", "Stäng", "x", "Stänger sökningen. Esc")
        one = Button(theme, "live.find_replace", "Ersätt", tip="Ersätter träffen och går till nästa. Enter")
        every = Button(
            theme,
            "live.find_replace_all",
            "Ersätt alla",
            tip="Ersätter i hela mötet. Låsta ärenden ändras inte. Ctrl+Enter",
        )
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.close_panel)
        one.clicked.connect(lambda: self.replaced.emit(self.by.text()))
        every.clicked.connect(lambda: self.all_replaced.emit(self.by.text()))
        self._replacing = (self.by, box(row(theme, one, every, STRETCH, space=6)))
        beside = row(theme, self.count, before, after, self.whole, 8, self.case, STRETCH, close, space=6)
        fields = QGridLayout()  # the two fields are as wide as each other, whatever stands beside them
        fields.setSpacing(theme.px(6))
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        fields.addWidget(self.words, 0, 0)
        fields.addLayout(beside, 0, 1)
        for at, widget in enumerate(self._replacing):
            widget.hide()
            fields.addWidget(widget, 1, at)
        self.setLayout(column(theme, fields, self.answer, space=6, margin=(10, 8, 8, 8)))
        self.in_order = (self.words, self.by, one, every, before, after, self.whole, self.case, close)
        tab_after(self.words, self.in_order[1:])
