"""Ctrl+Y does again what was undone in every field, whatever keys Qt has on the system; menus say so."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.ui.redo_key import RedoKey, name_key

KEY, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class FieldOnX11:
    """Knows what Qt knows on X11: Ctrl+Shift+Z, and nothing of Ctrl+Y."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == KEY.Key_Y and event.modifiers() == CONTROL:
            event.ignore()
            return False
        return super().event(event)  # type: ignore[misc, no-any-return]


class LineOnX11(FieldOnX11, QLineEdit):
    pass


class TextOnX11(FieldOnX11, QTextEdit):
    pass


@pytest.mark.parametrize("kind", [LineOnX11, TextOnX11])
def test_ctrl_y_and_ctrl_shift_z_do_again_what_was_undone(
    qtbot: QtBot, qapp: QApplication, kind: type[LineOnX11 | TextOnX11]
) -> None:
    window, heard = QWidget(), list[str]()
    qtbot.addWidget(window)
    redo = RedoKey(qapp, window, known=False)
    field = kind(window)
    shortcut = QShortcut(QKeySequence("Ctrl+Y"), window)
    shortcut.activated.connect(lambda: heard.append("the bar at the foot"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    words = field.text if isinstance(field, QLineEdit) else field.toPlainText
    for keys in ((KEY.Key_Y, CONTROL), (KEY.Key_Z, CONTROL | SHIFT)):
        QTest.keyClicks(field, "hej")
        assert words() == "hej"
        QTest.keyClick(field, KEY.Key_Z, CONTROL)
        assert words() == ""
        QTest.keyClick(field, *keys)
        assert words() == "hej"
        field.clear()
    assert heard == []
    assert redo.parent() is window


@pytest.mark.parametrize("said", ["Ctrl+Shift+Z", "Ctrl+Skift+Z"])
def test_the_menu_of_a_field_names_the_key_that_help_names(qtbot: QtBot, said: str) -> None:
    field = QTextEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    again = next(action for action in menu.actions() if action.objectName() == "edit-redo")
    again.setText(f"Gör &om\t{said}")
    name_key(menu)
    assert again.text() == "Gör &om\tCtrl+Y"
    menu.deleteLater()
