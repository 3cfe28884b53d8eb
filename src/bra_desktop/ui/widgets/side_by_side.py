"""A list and what is known of the chosen thing: beside each other, or one at a time when the window is narrow."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from bra_desktop.ui.layouts import row
from bra_desktop.ui.theme.theme import Theme

FREE = 16777215


class SideBySide(QWidget):
    """`side` holds the panes, of which one is shown at a time; nothing is shown beside the list until `open`."""

    def __init__(self, theme: Theme, left: QWidget, *panes: QWidget, width: float = 340) -> None:
        super().__init__()
        self._theme, self._left, self._width = theme, left, width
        self._narrow, self._open = False, False
        self.side = QStackedWidget()
        for pane in panes:
            pane.setMinimumWidth(0)
            pane.setMaximumWidth(FREE)
            self.side.addWidget(pane)
        self.setLayout(row(theme, (left, 1), self.side, space=12))
        self._arrange()

    def open(self, pane: QWidget) -> None:
        self.side.setCurrentWidget(pane)
        self._open = True
        self._arrange()

    def close_side(self) -> None:
        self._open = False
        self._arrange()

    def pane(self) -> QWidget | None:
        """The pane that is open."""
        return self.side.currentWidget() if self._open else None

    @property
    def narrow(self) -> bool:
        """Whether only one of the two is shown at a time."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._arrange()

    def _arrange(self) -> None:
        self.side.setVisible(self._open)
        self._left.setVisible(not (self._narrow and self._open))
        self.side.setMinimumWidth(0 if self._narrow else self._theme.px(self._width))
        self.side.setMaximumWidth(FREE if self._narrow else self._theme.px(self._width))
