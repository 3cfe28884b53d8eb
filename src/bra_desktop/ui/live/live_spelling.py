"""Spelling in Mötesläge: the item's text, its att-satser and the notes beside it.

Names of the register and of the meeting are known.
"""

from __future__ import annotations

from bra_desktop.ui.live.item.decision_box import DecisionBox
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.item.minutes_card import MinutesCard
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.sides.note_panel import NotePanel
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.spelling.checker import Checker
from bra_desktop.ui.spelling.menu import watch
from bra_desktop.ui.spelling.names import names_of

MARKED, NOT_MARKED = "Felstavade ord markeras.", "Felstavade ord markeras inte."


class LiveSpelling:
    """Watches what is written. `follow` is told of each scene, and looks at it only when other people are in it."""

    def __init__(self, context: PageContext, minutes: MinutesCard, decisions: DecisionBox, notes: NotePanel) -> None:
        self._theme, self._messages = context.theme, context.messages
        self.checker = Checker.of(context.operations, context.memory)
        self._known: object = None
        watch(minutes.editor, self.checker, self._theme)
        watch(notes.edit, self.checker, self._theme)
        decisions.line_made.connect(self._watch_line)

    def follow(self, scene: Scene) -> None:
        """Names are never marked."""
        known = (scene.people, scene.organisations, scene.content.people, scene.content.organisations)
        if known != self._known:
            self._known = known
            self.checker.set_names(names_of(scene.content, scene.people, scene.organisations))

    def toggle(self) -> None:
        """Wrong words are marked, or no longer are; in every text of the program."""
        self.checker.switch(not self.checker.is_on())
        self._messages.finished(MARKED if self.checker.is_on() else NOT_MARKED)

    def _watch_line(self, line: DecisionLine) -> None:
        watch(line.edit, self.checker, self._theme)
