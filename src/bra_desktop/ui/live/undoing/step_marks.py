"""Where among an editor's own steps each act was done: a mark is how many steps there were, and the revision."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit

from bra_desktop.ui.live.undoing.timeline import Act

Mark = tuple[Act, int, int]


class StepMarks:
    """The order of time between the words of one editor and what was done beside them.

    A document that leaves the editor, as when its text is written over, keeps its marks until it is back.
    """

    def __init__(self, editor: QTextEdit) -> None:
        self.editor = editor
        self._document = editor.document()
        self._marks: list[Mark] = []
        self._undone_at: list[tuple[Act, int]] = []
        self._left: WeakKeyDictionary[QTextDocument, tuple[list[Mark], list[tuple[Act, int]]]] = WeakKeyDictionary()
        self._at_work = False

    # ── what has happened ────────────────────────────────────────────────────────────────────
    def mark(self, act: Act) -> None:
        """It is newer than the words that stand there now."""
        # Qt joins letters to the step before them, but only in a document that has been changed.
        self.editor.document().setModified(False)
        self._marks.append((act, self.steps(), self._revision()))

    def knows(self, act: Act) -> bool:
        """Whether it has been marked."""
        return any(mark[0] is act for mark in self._marks)

    def forget_undone(self) -> None:
        """Something new was done."""
        for _marks, undone_at in [([], self._undone_at), *self._left.values()]:
            undone_at.clear()

    def begin_anew(self, *, same_words: bool, back: bool = False) -> None:
        """The words were loaded anew, so the editor's own steps are gone.

        same_words: of the same item as before. back: in a document that has stood here before, with its own steps.
        """
        document = self.editor.document()
        if back and document is self._document:
            return
        acts, undone = [mark[0] for mark in self._marks], [at[0] for at in self._undone_at]
        self._left[self._document] = self._marks, self._undone_at
        if not same_words:
            self._left.clear()
            acts, undone = [], []
        known = self._left.pop(document, None) if back else None
        self._document = document
        self._marks, self._undone_at = known or ([], [])
        for act in acts:
            if act not in [mark[0] for mark in self._marks]:
                self.mark(act)
        for act in undone:
            if act not in [at[0] for at in self._undone_at]:
                self._undone_at.append((act, self.steps()))

    def drop(self, act: Act) -> None:
        """It is about to be undone or done again."""
        for marks, undone_at in [(self._marks, self._undone_at), *self._left.values()]:
            marks[:] = [mark for mark in marks if mark[0] is not act]
            undone_at[:] = [at for at in undone_at if at[0] is not act]

    def undone(self, reverse: Act, steps: int) -> None:
        """An act was undone when the editor had that many steps; reverse does it again."""
        self._undone_at.append((reverse, steps))

    def typed(self) -> list[Act]:
        """Something new stands there: answers what was undone before it, which cannot be done again."""
        if self._at_work:
            return []
        gone = [act for _marks, at in [([], self._undone_at), *self._left.values()] for act, _steps in at]
        self.forget_undone()
        return gone

    # ── what comes next ──────────────────────────────────────────────────────────────────────
    def next_undone(self) -> Act | None:
        """The act that is newer than every word; None when words are, or nothing was done."""
        mark = self._marks[-1] if self._marks else None
        return mark[0] if mark is not None and not self._typed_since(mark) else None

    def next_again(self) -> Act | None:
        """The act that comes before any words in what is done again."""
        at = self._undone_at[-1] if self._undone_at else None
        return at[0] if at is not None and at[1] == self.steps() else None

    def step(self, *, again: bool = False) -> bool:
        """The editor's own last step, undone or done again; False when there is none."""
        document = self.editor.document()
        if not (document.isRedoAvailable() if again else document.isUndoAvailable()):
            return False
        self._at_work = True
        self.editor.redo() if again else self.editor.undo()
        self._at_work = False
        self.editor.ensureCursorVisible()
        if self._marks and self.steps() <= self._marks[-1][1]:
            act, steps, _revision = self._marks[-1]
            self._marks[-1] = (act, steps, self._revision())
        return True

    def steps(self) -> int:
        return self.editor.document().availableUndoSteps()

    def _typed_since(self, mark: Mark) -> bool:
        """Whether words are newer than the act. Letters that Qt joined with what stood before make no new step."""
        _act, steps, revision = mark
        return self.steps() > steps or (self.steps() == steps and self._revision() != revision)

    def _revision(self) -> int:
        return self.editor.document().revision()
