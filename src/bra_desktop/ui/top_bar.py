"""The top of the window: arms and municipality, the search with its key, the person and their role."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from bra_desktop.ui.first_frame import PROGRAM
from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.avatar import Arms, Avatar
from bra_desktop.ui.widgets.buttons import SearchButton
from bra_desktop.ui.widgets.labels import label


class TopBar(QFrame):
    """`search_asked` opens search and commands."""

    search_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "topbar")
        self._arms, self._avatar = Arms(theme), Avatar(theme, "")
        self._municipality, self._program = label(PROGRAM, "strong"), label(PROGRAM, "caption")
        self._person, self._role = label(""), label("", "caption")
        self.search = SearchButton(theme, "top.search", "Sök eller gör …", "Ctrl+K")
        self.search.clicked.connect(self.search_asked)
        where = column(theme, self._municipality, self._program, space=0)
        who = column(theme, self._person, self._role, space=0)
        layout = row(theme, self._arms, where, STRETCH, self.search, STRETCH, self._avatar, who, space=10)
        layout.setContentsMargins(theme.px(16), theme.px(5), theme.px(16), theme.px(5))
        self.setLayout(layout)
        self.setMinimumHeight(theme.px(theme.tokens.size["topbar"]))
        self.show_municipality("", b"")
        self.show_person("", "")

    def show_municipality(self, name: str, arms: bytes) -> None:
        """arms: SVG or image bytes; empty gives a plain shield."""
        self._municipality.setText(name or PROGRAM)
        self._program.setVisible(bool(name))
        self._arms.show_arms(name, arms)

    def show_person(self, name: str, role: str) -> None:
        self._person.setText(name)
        self._role.setText(role)
        self._role.setVisible(bool(role))
        self._avatar.show_name(name)
        self._avatar.setVisible(bool(name))

    def set_window_width(self, width: int) -> None:
        """The search takes its share of the window."""
        self.search.setMinimumWidth(min(self._theme.px(380), round(width * 0.3)))
