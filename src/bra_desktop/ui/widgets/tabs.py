"""Tabs as words on a line with a count after two spaces, and segmented pills for ways of showing one thing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QTabBar, QWidget

from bra_desktop.ui.layouts import row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import FilterPill


class Tabs(QTabBar):
    """Words below which a thick line shows the chosen one; keyboard by Tab and arrow keys."""

    def __init__(self, part: str, words: str, titles: Sequence[str]) -> None:
        super().__init__()
        named(self, part, words)
        self._titles = list(titles)
        for title in titles:
            self.addTab(title.replace("&", "&&"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_title(self, index: int, title: str) -> None:
        """Another word for a tab, such as what the forum calls its agenda."""
        self._titles[index] = title
        self.setTabText(index, title.replace("&", "&&"))

    def title(self, index: int) -> str:
        """The word of a tab, without what it holds."""
        return self._titles[index]

    def set_count(self, index: int, count: int | None) -> None:
        """”Dagordning  9”; None or 0 leaves the word alone."""
        self.setTabText(index, f"{self._titles[index]}  {count}" if count else self._titles[index])


class Segments(QWidget):
    """A few pills of which exactly one is on: Lista, Tavla, Diagram."""

    changed = Signal(int)

    def __init__(self, theme: Theme, part: str, words: str, titles: Sequence[tuple[str, str]], chosen: int = 0) -> None:
        """titles: (name for the object name, words) each."""
        super().__init__()
        self.setAccessibleName(words)
        self._group = QButtonGroup(self)
        pills = [FilterPill(theme, f"{part}.{name}", title) for name, title in titles]
        for at, pill in enumerate(pills):
            self._group.addButton(pill, at)
        pills[chosen].setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self.setLayout(row(theme, *pills, space=4))

    def chosen(self) -> int:
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        self._group.button(index).setChecked(True)

    def _toggled(self, index: int, on: bool) -> None:
        if on:
            self.changed.emit(index)
