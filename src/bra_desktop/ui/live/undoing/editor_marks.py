"""The marks of every editor in which words of the shown item are written: its text, and its att-satser."""

from __future__ import annotations

from collections.abc import Callable

from shiboken6 import isValid

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.undoing.step_marks import StepMarks
from bra_desktop.ui.live.undoing.timeline import ADDED, Act


class EditorMarks:
    """What is done or undone beside the words is marked in all of them at once."""

    def __init__(self, parts: LiveParts) -> None:
        self._parts = parts
        self.text = StepMarks(parts.item.minutes.editor)
        self._lines: dict[DecisionLine, StepMarks] = {}
        self._follow: list[Callable[[], None]] = []

    def add_line(self, line: DecisionLine) -> StepMarks:
        """An att-sats that is new on the screen."""
        marks = self._lines[line] = StepMarks(line.edit)
        line.edit.read.connect(lambda: marks.begin_anew(same_words=True))
        return marks

    def of_line(self, line: DecisionLine) -> StepMarks:
        return self._lines[line]

    def all(self) -> list[StepMarks]:
        """Those of the text, and of the att-satser that are still there."""
        shown = self._parts.item.decisions.lines
        self._lines = {line: marks for line, marks in self._lines.items() if isValid(line)}
        return [self.text, *(marks for line, marks in self._lines.items() if line in shown)]

    def here(self) -> StepMarks | None:
        """Those of the editor that has the keyboard, unless it is locked."""
        return next((marks for marks in self.all() if marks.editor.hasFocus() and not marks.editor.isReadOnly()), None)

    def step_elsewhere(self, here: StepMarks) -> bool:
        """Words of the item done again beside the editor that has the keyboard, which goes there; False for none."""
        for marks in self.all():
            if marks is not here and marks.next_again() is None and marks.step(again=True):
                marks.editor.setFocus()
                return True
        return False

    def is_here(self, act: Act) -> bool:
        """Whether it belongs to the item that is shown."""
        return act.in_item and act.item == self._parts.texts.shown

    def text_shown(self, *, same_item: bool, back: bool, withheld: bool) -> None:
        """The text was loaded anew, so its own steps are gone unless they are back with it."""
        if not (same_item and withheld):
            self.text.begin_anew(same_words=same_item, back=back)
        follow, self._follow = self._follow, []
        for each in follow if same_item else []:
            each()

    def forget_undone(self, act: Act) -> None:
        """Something new was done: what was undone in the same item cannot be done again."""
        for marks in self.all() if self.is_here(act) else []:
            marks.forget_undone()

    def drop(self, act: Act) -> None:
        """It is about to be undone or done again, also where an att-sats is that has left the screen."""
        self.all()
        for marks in (self.text, *self._lines.values()):
            marks.drop(act)

    def steps(self, act: Act) -> list[tuple[StepMarks, int]]:
        """Where each editor stands as the act is undone; none when it belongs elsewhere."""
        return [(marks, marks.steps()) for marks in self.all()] if self.is_here(act) else []

    def undone(self, reverse: Act, steps: list[tuple[StepMarks, int]]) -> None:
        """An act was undone there. Of a text that it wrote over, the one before is shown in a moment."""
        for marks, count in steps:
            if marks is self.text and reverse.writes_text:
                self._follow.append(lambda: self.text.undone(reverse, self.text.steps()))
            else:
                marks.undone(reverse, count)

    def mark(self, act: Act, *, again: bool = False) -> None:
        """It is newer than the words. again: it was done again, and the text that it wrote is shown in a moment."""
        for marks in self.all() if self.is_here(act) else []:
            if marks is self.text and again and act.writes_text:
                self._follow.append(lambda: self.text.mark(act))
            elif marks is self.text or act.words != ADDED:
                marks.mark(act)
