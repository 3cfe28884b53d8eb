"""The navigation at the left: icon, word, count; a rail of icons when the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from bra_desktop.ui.layouts import STRETCH, column
from bra_desktop.ui.pages import PageSpec
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import NavButton

WIDE = "nav"
RAIL = "nav-rail"


class Navigation(QFrame):
    """`chosen` tells the name of the page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "nav")
        self.setAccessibleName("Huvudmeny")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        for spec in (spec for spec in specs if not spec.under):
            button = NavButton(theme, f"nav.{spec.name}", spec.title, spec.icon)
            button.clicked.connect(lambda _on, name=spec.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[spec.name] = button
        top = [self._buttons[spec.name] for spec in specs if not spec.under and not spec.at_bottom]
        bottom = [self._buttons[spec.name] for spec in specs if not spec.under and spec.at_bottom]
        self.setLayout(column(theme, *top, STRETCH, *bottom, space=2, margin=(8, 12, 8, 10)))
        self.set_rail(False)

    def mark(self, name: str) -> None:
        """Shows which place the page belongs to, without telling anybody."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def set_count(self, name: str, number: int, tone: str = "muted", meaning: str = "") -> None:
        if name in self._buttons:
            self._buttons[name].set_count(number, tone, meaning)

    def set_rail(self, rail: bool) -> None:
        self.setFixedWidth(self._theme.px(self._theme.tokens.size[RAIL if rail else WIDE]))
        for button in self._buttons.values():
            button.set_compact(rail)
