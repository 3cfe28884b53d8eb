"""Pills in one row: as many as there is room for, and a last one for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button


class PillRow(QWidget):
    """`more` is shown last when something has no room; what it opens is for its owner to say."""

    def __init__(self, theme: Theme, pills: Mapping[str, Button], more: Button, space: float = 6) -> None:
        super().__init__()
        self._pills, self._more, self._space = dict(pills), more, theme.px(space)
        self._offered: tuple[str, ...] = tuple(pills)
        self._first: tuple[str, ...] = ()
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._space)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for pill in (*self._pills.values(), more):
            layout.addWidget(pill)
            pill.ensurePolished()
        layout.addStretch(1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def arrange(self, pills: Mapping[str, Button]) -> None:
        """Other pills than before, or in another order; the keyboard follows the order too."""
        layout, before = self.layout(), None
        assert isinstance(layout, QHBoxLayout)
        if list(self._pills.items()) != list(pills.items()):
            for gone in self._pills.values():
                layout.removeWidget(gone)
            for at, pill in enumerate(pills.values()):
                layout.insertWidget(at, pill)
                pill.ensurePolished()
                if before is not None:
                    QWidget.setTabOrder(before, pill)
                before = pill
            if before is not None:
                QWidget.setTabOrder(before, self._more)
            self._pills = dict(pills)

    def offer(self, names: Sequence[str], first: Sequence[str] = ()) -> None:
        """The pills that there are now, in their order. first: those that get room before the others."""
        self._offered, self._first = tuple(names), tuple(first)
        self.updateGeometry()
        self._fit()

    def left_over(self) -> tuple[str, ...]:
        """What has no room of its own, in its order."""
        return tuple(name for name in self._offered if self._pills[name].isHidden())

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._offered), self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self._more.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = set(self._offered)
        if self._wide(self._offered) > self.width():
            shown, room = set[str](), self.width() - self._more.sizeHint().width()
            for name in sorted(self._offered, key=self._rank):
                room -= self._pills[name].sizeHint().width() + self._space
                if room < 0:
                    break
                shown.add(name)
        for name, pill in self._pills.items():
            pill.setVisible(name in shown)
        self._more.setVisible(len(shown) < len(self._offered))

    def _rank(self, name: str) -> tuple[int, int]:
        place = self._first.index(name) if name in self._first else len(self._first)
        return place, self._offered.index(name)

    def _wide(self, names: Sequence[str]) -> int:
        return sum(self._pills[name].sizeHint().width() + self._space for name in names) - self._space
