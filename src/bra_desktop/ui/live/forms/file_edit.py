"""A field for a file: its path, which can be typed, and a button that opens the computer's own box."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from bra_desktop.ui.layouts import row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.file_choice import file_to_open


class FileEdit(QWidget):
    """`choose_file` is the box that asks."""

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__()
        self.choose_file: Callable[[], Path | None] = lambda: file_to_open(self, "Välj fil")
        self.edit = named(QLineEdit(), f"{part}_path", "Sökväg till filen")
        self.edit.setPlaceholderText("Sökväg till filen")
        self.button = Button(theme, f"{part}_choose", "Välj fil…", "plain", "folder-open")
        self.button.clicked.connect(self._choose)
        self.setLayout(row(theme, (self.edit, 1), self.button, space=8))
        self.setFocusProxy(self.button)

    def text(self) -> str:
        return self.edit.text()

    def _choose(self) -> None:
        if (path := self.choose_file()) is not None:
            self.edit.setText(str(path))
            self.edit.setCursorPosition(len(str(path)))
