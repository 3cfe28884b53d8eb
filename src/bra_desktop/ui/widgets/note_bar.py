"""Messages that lie in the page: an icon, a sentence, the link that mends it, and its key. Never a box in front."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from bra_desktop.ui.layouts import STRETCH, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, key_cap, label, retone, wrapped

Tone = Literal["primary", "late", "attention", "done"]
ONE_LINE = 70
THERE = "Gå dit"
ICONS = {"primary": "undo-2", "late": "ban", "attention": "triangle-alert", "done": "check"}


class NoteBar(QFrame):
    """primary: can be undone · late: refused · attention: look here · done: finished. Told by icon and words too."""

    link_chosen = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, part: str, tone: Tone = "primary", key: str = "", closable: bool = True) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setObjectName(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._sign = Glyph(theme, ICONS[tone], tone, 18)
        self._words, self._aside = label(""), label("", "caption")
        self._link = Button(theme, f"{part}.link", THERE, "link")
        self._cap = key_cap(key)
        if key:
            self._link.setShortcut(key)
        else:
            self._cap.hide()
        self._close = Button(theme, f"{part}.close", "Stäng", "quiet", "x", tip="Tar bort meddelandet")
        self._close.set_compact(True)
        if not closable:
            self._close.hide()
        self._link.clicked.connect(self.link_chosen)
        self._close.clicked.connect(self.closed)
        act, aside = (self._link, self._cap), (self._aside, self._close)
        self._parts = row(theme, self._sign, self._words, *act, STRETCH, *aside, margin=(12, 1, 6, 1))
        self.setLayout(self._parts)
        self.setMinimumHeight(theme.px(36))
        self.show_note("", tone=tone)

    def show_note(self, words: str, link: str = "", aside: str = "", tone: Tone | None = None, icon: str = "") -> None:
        """link: the words of the link that mends it, or nothing. aside: muted words at the right."""
        self._tone = tone or self._tone
        retone(self, "look", f"note-{self._tone}")
        self._sign.show_icon(icon or ICONS[self._tone], self._tone)
        # A short sentence has its link beside it; a long one takes the room there is, on several lines.
        wrapped(self._words, len(words) > ONE_LINE)
        self._parts.setStretchFactor(self._words, 100 if len(words) > ONE_LINE else 0)
        self._words.setText(words)
        self.setAccessibleName(words)
        self._link.set_words(link or THERE)
        self._link.setVisible(bool(link))
        self.set_aside(aside)

    def set_key(self, key: str) -> None:
        """Another key for the link, for a bar that has one; empty for none."""
        self._cap.setText(key)
        self._cap.setVisible(bool(key))
        self._link.setShortcut(key)

    def key(self) -> str:
        """The key that it says beside its link; empty for none."""
        return "" if self._cap.isHidden() else self._cap.text()

    def set_aside(self, words: str) -> None:
        self._aside.setText(words)
        self._aside.setVisible(bool(words))

    def words(self) -> str:
        return self._words.text()
