"""Keys that Qt's fields would take from the window, and keys that are held down."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.ui.focused_keys import FocusedKeys

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


class LineOnX11(QLineEdit):
    """Does on every system what Qt's own does with Ctrl+U where there is X11: takes the key and wipes the line."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == KEY.Key_U and event.modifiers() == CONTROL:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.clear()
                return True
        return super().event(event)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    FocusedKeys(qapp, shown)
    return shown


def show(qtbot: QtBot, window: QWidget, child: QWidget) -> None:
    child.setParent(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    child.setFocus()
    qtbot.waitUntil(child.hasFocus)


def held(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """One more press of a key that has not been let go."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, True))


def test_a_shortcut_of_the_window_goes_before_what_a_field_does_with_the_key(qtbot: QtBot, window: QWidget) -> None:
    line, heard = LineOnX11("Förslaget bifalles"), list[str]()
    shortcut = QShortcut(QKeySequence("Ctrl+U"), window)
    shortcut.activated.connect(lambda: heard.append("Ctrl+U"))
    show(qtbot, window, line)
    QTest.keyClick(line, KEY.Key_U, CONTROL)
    assert (line.text(), heard) == ("Förslaget bifalles", ["Ctrl+U"])


def test_without_a_shortcut_the_key_takes_no_words_away(qtbot: QtBot, window: QWidget) -> None:
    line = LineOnX11("Förslaget bifalles")
    show(qtbot, window, line)
    QTest.keyClick(line, KEY.Key_U, CONTROL)
    assert line.text() == "Förslaget bifalles"


def test_letters_and_wiping_go_on_while_the_key_is_held(qtbot: QtBot, window: QWidget) -> None:
    text = QTextEdit("aa")
    show(qtbot, window, text)
    text.moveCursor(text.textCursor().MoveOperation.End)
    held(text, KEY.Key_A, NONE, "a")
    assert text.toPlainText() == "aaa"
    held(text, KEY.Key_Backspace)
    held(text, KEY.Key_Backspace)
    assert text.toPlainText() == "a"


class Listening(QWidget):
    """Something like a list: hears what reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (KEY.Key_Control, KEY.Key_Alt):
            self.heard.append(event.key())


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(KEY.Key_Return, NONE), (KEY.Key_Enter, NONE), (KEY.Key_Space, NONE), (KEY.Key_Delete, NONE),
     (KEY.Key_Return, ALT), (KEY.Key_Z, CONTROL)],
)  # fmt: skip
def test_what_acts_acts_once_however_long_the_key_is_held(
    qtbot: QtBot, window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    widget = Listening()
    show(qtbot, window, widget)
    QTest.keyPress(widget, key, modifiers)
    held(widget, key, modifiers)
    held(widget, key, modifiers)
    assert widget.heard == [key]


def test_arrows_go_on(qtbot: QtBot, window: QWidget) -> None:
    widget = Listening()
    show(qtbot, window, widget)
    held(widget, KEY.Key_Down)
    assert widget.heard == [KEY.Key_Down]


def test_a_button_that_had_the_keyboard_is_forgotten(qtbot: QtBot, window: QWidget) -> None:
    button, line = QPushButton("Nästa", window), QLineEdit("a")
    show(qtbot, window, line)
    button.setFocus()
    button.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    line.setFocus()
    held(line, KEY.Key_A, NONE, "a")
    assert line.text() == "aa"


def test_on_x11_a_press_that_comes_with_the_release_is_a_key_that_is_held(qtbot: QtBot, qapp: QApplication) -> None:
    window, widget = QWidget(), Listening()
    qtbot.addWidget(window)
    FocusedKeys(qapp, window, by_time=True)
    show(qtbot, window, widget)

    def sent(kind: QEvent.Type, at: int) -> bool:
        """Tells whether the widget would have it for itself, so that no shortcut gets it."""
        event = QKeyEvent(kind, KEY.Key_Down, CONTROL)
        event.setTimestamp(at)
        event.ignore()
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    override, pressed, released = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    assert not sent(override, 1000), "the first press is the shortcut's"
    for at in (1500, 1540, 1580):
        sent(released, at)
        assert sent(override, at)
        sent(pressed, at)
    assert widget.heard == []
    sent(released, 1600)
    assert not sent(override, 1650), "pressed anew"
