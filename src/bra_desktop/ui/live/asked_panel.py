"""A question over the page of the meeting: what can be done, each on its button, and to leave everything as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.ui.layouts import STRETCH, column, empty, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.floating import AIR, FloatingPanel
from bra_desktop.ui.widgets.labels import label

WIDTH = 560


@dataclass(frozen=True)
class Way:
    """What can be done: the words on its button, and the act. The first of them is the one that is meant."""

    words: str
    act: Callable[[], None]


class AskedPanel(FloatingPanel):
    """Nobody waits for what is chosen. Enter and Esc leave everything as it is, as an Enter on its way does."""

    left = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(theme, page)
        named(self, "live.asked", "Fråga")
        self.setProperty(NO_RING, True)
        self.words = ""
        self.cancel: Button
        self.buttons: tuple[Button, ...] = ()
        self._whole = column(theme, margin=1)
        self.setLayout(self._whole)

    def open(self, title: str, words: str, ways: tuple[Way, ...]) -> None:
        """Puts the question; the keyboard goes to the button that leaves everything as it is."""
        named(self, "live.asked", title, words)
        self.words = f"{title} {words}"
        empty(self._whole)
        whole = self._asked(title, words, ways)
        self._whole.addWidget(whole)
        whole.show()  # at once, or the keyboard could not be led into it
        self.place()
        self.show()
        self.raise_()
        self.cancel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _asked(self, title: str, words: str, ways: tuple[Way, ...]) -> QWidget:
        theme = self._theme
        self.cancel = Button(theme, "live.asked_cancel", "Avbryt", "plain", tip="Lämnar allt som det är. Esc")
        self.cancel.clicked.connect(self.leave)
        self.buttons = tuple(
            Button(theme, f"live.asked_{number}", way.words, "plain" if number else "primary")
            for number, way in enumerate(ways)
        )
        for button, way in zip(self.buttons, ways, strict=True):
            button.clicked.connect(partial(self._choose, way))
        whole = QFrame()
        buttons = row(theme, *self.buttons, self.cancel, STRETCH)
        texts = (label(title, "h3", wrap=True), label(words, wrap=True))
        whole.setLayout(column(theme, *texts, 4, buttons, space=10, margin=(16, 14, 16, 14)))
        return whole

    def _choose(self, way: Way) -> None:
        self.leave()
        way.act()

    def leave(self) -> None:
        self.hide()
        self.left.emit()

    def place(self) -> None:
        """In the middle of the page, as high as its words are."""
        width = min(self._theme.px(WIDTH), self._page.contentsRect().width() - 2 * self._theme.px(AIR))
        high = self._whole.totalHeightForWidth(width) if self._whole.hasHeightForWidth() else self.sizeHint().height()
        self.put_in_middle(width, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
