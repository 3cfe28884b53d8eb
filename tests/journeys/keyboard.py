"""A keyboard and nothing else: keys are given to the window, which leads them to what has the keyboard.

They go the way of those that the system gives it: shortcuts first, then an open menu or list, then the control that
has the focus. Nothing is clicked, and no control is asked to do anything; it is only looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

KEY = Qt.Key
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MOST_TABS = 40
"""So many steps with Tab are more than anybody takes."""
KEYS_OF_SIGNS = {" ": KEY.Key_Space, "\t": KEY.Key_Tab}


class Keyboard:
    """Of one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    # ── keys ─────────────────────────────────────────────────────────────────────────────────
    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _time in range(times):
            QTest.keyClick(self._handle(), key, modifiers)

    def type(self, words: str) -> None:
        """Letter by letter, with those that stand on no key as the system gives them.

        In a text they are painted when all are typed, in a line one by one, with what is offered for them.
        """
        in_text, click = isinstance(self.on(), QTextEdit), QTest.KeyAction.Click
        for letter in words:
            key, shift = _key_of(letter), SHIFT if letter.isupper() else NONE
            if not in_text:
                QTest.sendKeyEvent(click, self._handle(), key, letter, shift)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._handle(), QKeyEvent(kind, key, shift, letter))
        QApplication.processEvents()

    def on(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        return found if found is not None else self._window

    def is_on(self, control: QWidget) -> bool:
        return control is self.on() or control.isAncestorOf(self.on())

    # ── from control to control ──────────────────────────────────────────────────────────────
    def tabs_to(self, control: QWidget, *, back: bool = False) -> None:
        """With Tab, or with Shift+Tab, until it has the keyboard; fails when Tab never gets there."""
        passed = []
        for _step in range(MOST_TABS):
            if self.is_on(control):
                return
            passed.append(self.on().objectName() or type(self.on()).__name__)
            self.press(KEY.Key_Backtab, SHIFT) if back else self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab never leads to {control.objectName()}: {passed}")

    def goes_to_row(self, view: QAbstractItemView, row: int) -> None:
        """With the arrows, in the list that has the keyboard."""
        assert self.is_on(view), self.on().objectName()
        for _step in range(view.model().rowCount()):
            at = view.currentIndex().row()
            if at == row:
                return
            self.press(KEY.Key_Down if row > at else KEY.Key_Up)
        assert view.currentIndex().row() == row, f"{view.objectName()}: the arrows lead to {view.currentIndex().row()}"

    def chooses_tab(self, tabs: QTabBar, at: int) -> None:
        assert self.is_on(tabs), self.on().objectName()
        for _step in range(tabs.count()):
            if tabs.currentIndex() != at:
                self.press(KEY.Key_Right if at > tabs.currentIndex() else KEY.Key_Left)
        assert tabs.currentIndex() == at

    def chooses_in_menu(self, *words: str) -> None:
        """In the menu that is open: down to the row that begins so, and into the next menu to the next words."""
        for wanted in words:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu), menu
            for _step in menu.actions():
                if _at(menu).startswith(wanted):
                    break
                self.press(KEY.Key_Down)
            assert _at(menu).startswith(wanted), (wanted, [action.text() for action in menu.actions()])
            self.press(KEY.Key_Return)

    # ── filling in ───────────────────────────────────────────────────────────────────────────
    def fills(self, control: QWidget, words: str) -> None:
        """Goes there with Tab, and lets it say these words: typed, chosen with the arrows, or ticked with space."""
        if _says(control, words):
            return
        self.tabs_to(control)
        if isinstance(control, QComboBox) and not control.isEditable():
            self._chooses(control, words)
        elif isinstance(control, QCheckBox):
            self.press(KEY.Key_Space)
        else:
            self.press(KEY.Key_A, CONTROL)
            self.type(words) if words else self.press(KEY.Key_Delete)
        assert _says(control, words), (control.objectName(), words)

    def _chooses(self, combo: QComboBox, words: str) -> None:
        wanted = _place_of(combo, words)
        assert wanted >= 0, (words, [combo.itemText(n) for n in range(combo.count())])
        for _step in range(combo.count()):
            if combo.currentIndex() != wanted:
                self.press(KEY.Key_Down if wanted > combo.currentIndex() else KEY.Key_Up)

    def _handle(self) -> QWindow:
        handle = self._window.windowHandle()
        assert handle is not None
        return handle


def _key_of(letter: str) -> Qt.Key:
    if letter in KEYS_OF_SIGNS:
        return KEYS_OF_SIGNS[letter]
    try:
        return Qt.Key(ord(letter.upper())) if len(letter.upper()) == 1 else KEY.Key_unknown
    except ValueError:
        return KEY.Key_unknown


def _at(menu: QMenu) -> str:
    """The words of the row that is lit up; none before the first arrow."""
    action: QAction | None = menu.activeAction()
    return action.text() if action is not None else ""


def _place_of(combo: QComboBox, words: str) -> int:
    """The choice with that value, else the first whose words hold these."""
    at = combo.findData(words)
    return at if at >= 0 else combo.findText(words, Qt.MatchFlag.MatchContains)


def _says(control: QWidget, words: str) -> bool:
    """Whether that is what stands in it; of a tick, whether it is on when there are any words."""
    if isinstance(control, QComboBox):
        return control.currentIndex() == _place_of(control, words)
    if isinstance(control, QCheckBox):
        return control.isChecked() == bool(words)
    if isinstance(control, QTextEdit | QPlainTextEdit):
        return control.toPlainText() == words
    assert isinstance(control, QLineEdit), control
    return control.text() == words
