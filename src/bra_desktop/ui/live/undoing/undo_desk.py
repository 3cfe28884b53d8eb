"""Ctrl+Z and Ctrl+Y: where words are written the words and what was decided between them, elsewhere the last act.

In the text of an item and in its att-satser the order is that of time: what was typed last goes first, and what was
done in between, as a decision that was taken or removed, goes when all words typed after it have gone.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit, QWidget
from shiboken6 import isValid

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.undoing.step_marks import StepMarks
from bra_desktop.ui.live.undoing.timeline import ADDED, REMOVED, Act, new_decision
from bra_desktop.ui.pages import Messages

NOTHING = "Det finns inget mer att ångra här."
NOTHING_AGAIN = "Det finns inget att göra om."


class UndoDesk(QObject):
    """Has the marks of every editor in which words of the shown item are written."""

    def __init__(self, page: QWidget, parts: LiveParts, presenter: LivePresenter, messages: Messages) -> None:
        super().__init__(page)
        self._page, self._parts, self._presenter, self._messages = page, parts, presenter, messages
        self._timeline = presenter.timeline
        self._text = StepMarks(parts.item.minutes.editor)
        self._lines: dict[DecisionLine, StepMarks] = {}
        self._awaits_line = False
        self._text.editor.installEventFilter(self)
        parts.item.minutes.editor.edited.connect(lambda: self._edited(self._text))
        parts.item.decisions.line_made.connect(self._watch_line)
        parts.item.decisions.line_read.connect(self._line_read)
        page.installEventFilter(self)

    # ── what has happened ────────────────────────────────────────────────────────────────────
    def done(self, act: Act) -> None:
        """Something was done: it is newer than the words that stand there now."""
        for marks in self._all():
            marks.forget_undone()
        self._mark(act)

    def decided(self, decision_id: str) -> None:
        """An att-sats that was typed is on the disk for the first time."""
        act = new_decision(self._parts.texts.shown, decision_id)
        self._timeline.add(act)
        self.done(act)

    def text_shown(self, *, same_item: bool) -> None:
        """The text was loaded anew, so its own steps are gone."""
        self._awaits_line = self._awaits_line and same_item
        self._text.begin_anew(same_words=same_item)

    def _watch_line(self, line: DecisionLine) -> None:
        marks = self._lines[line] = StepMarks(line.edit)
        line.edit.installEventFilter(self)
        line.edit.edited.connect(lambda: self._edited(marks))

    def _line_read(self, line: DecisionLine) -> None:
        """An att-sats from the disk is shown: one that was brought back has the keyboard, and what was done before."""
        if not self._awaits_line:
            return
        self._awaits_line = False
        for act in self._timeline.done:
            if self._is_here(act) and act.words != ADDED:
                self._lines[line].mark(act)
        line.edit.setFocus()

    # ── outside the text ─────────────────────────────────────────────────────────────────────
    def undo(self) -> None:
        """The last thing that was done, wherever it was."""
        if act := self._timeline.last():
            self.take_back(act)
        else:
            self._messages.finished(NOTHING)

    def redo(self) -> None:
        """What was undone last."""
        if act := self._timeline.last_undone():
            self._again(act)
        else:
            self._messages.finished(NOTHING_AGAIN)

    def take_back(self, act: Act) -> None:
        """Undo an act and say so, with the way back."""
        if act not in self._timeline.done:
            return
        self._timeline.drop(act)
        for marks in self._all():
            marks.drop(act)
        steps = [(marks, marks.steps()) for marks in self._all()] if self._is_here(act) else []
        leads = act.words == REMOVED and self._writes_here()

        def undone(reverse: Act | None) -> None:
            if reverse is None:
                return
            reverse = _as(act, reverse)
            self._timeline.undone.append(reverse)
            for marks, count in steps:
                marks.undone(reverse, count)
            self._awaits_line = leads
            self._messages.offer_redo(f"Ångrat{self._where(act)}: {act.words}.", lambda: self._again(reverse))

        self._do(act, undone)

    # ── the keys ─────────────────────────────────────────────────────────────────────────────
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), _is_redo(event)
        if not (undo or redo) or (watched is self._page and self._parts.form.is_open()):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and watched is self._page:
            # No field of text has wanted it: then it is the page's, whatever bar lies over it with the same key.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(watched, QTextEdit) and watched.isReadOnly():
            return False
        # Taken, or the page round the editor has the same press. What is on its way to the disk was done before it.
        event.accept()
        self._presenter.when_written(self._undo_here if undo else self._redo_here)
        return True

    def _undo_here(self) -> None:
        marks = self._marks_here()
        if marks is None:
            self.undo()
        elif (act := marks.next_undone()) is not None:
            self.take_back(act)
        elif not marks.step():
            self._tell_nothing()

    def _redo_here(self) -> None:
        marks = self._marks_here()
        if marks is None:
            self.redo()
        elif (act := marks.next_again()) is not None:
            self._again(act)
        elif not marks.step(again=True):
            last = self._timeline.last_undone() if marks is not self._text else None
            self.redo() if last is not None and self._is_here(last) else self._messages.finished(NOTHING_AGAIN)

    def _tell_nothing(self) -> None:
        act = self._timeline.last()
        if act is None:
            self._messages.finished(NOTHING)
        else:
            words = f"Inget mer att ångra i texten. Senast gjort{self._where(act)}: {act.words}."
            self._messages.finished(words, "Ångra det", lambda: self.take_back(act))

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _do(self, act: Act, then: object) -> None:
        """One act of undoing; of a text that others' words would overwrite, the words on their way come first."""
        parts = self._parts
        if act.writes_text:
            parts.item.minutes.set_locked(True)
        parts.texts.settle()
        parts.savers.flush()

        def done(reverse: Act | None) -> None:
            if act.writes_text:
                parts.texts.forget()
            if callable(then):
                then(reverse)

        if act.in_item and act.item:
            self._presenter.turn_to(act.item)
        self._presenter.reverse(act, done)

    def _again(self, act: Act) -> None:
        if act not in self._timeline.undone:
            return
        self._timeline.drop(act)
        for marks in self._all():
            marks.drop(act)

        def done(reverse: Act | None) -> None:
            if reverse is not None:
                back = _as(act, reverse)
                self._timeline.done.append(back)
                self._mark(back)
                self._messages.offer_undo(f"Gjort om{self._where(act)}: {act.words}.", lambda: self.take_back(back))

        self._do(act, done)

    def _mark(self, act: Act) -> None:
        for marks in self._all() if self._is_here(act) else []:
            if marks is self._text or act.words != ADDED:
                marks.mark(act)

    def _all(self) -> list[StepMarks]:
        """Those of the text, and of the att-satser that are still there."""
        shown = self._parts.item.decisions.lines
        self._lines = {line: marks for line, marks in self._lines.items() if isValid(line)}
        return [self._text, *(marks for line, marks in self._lines.items() if line in shown)]

    def _marks_here(self) -> StepMarks | None:
        """Those of the editor that has the keyboard."""
        return next((marks for marks in self._all() if marks.editor.hasFocus()), None)

    def _writes_here(self) -> bool:
        focused: QWidget | None = self._page.window().focusWidget()
        return focused in (None, self._page) or self._parts.item.isAncestorOf(focused)

    def _is_here(self, act: Act) -> bool:
        return act.in_item and act.item == self._parts.texts.shown

    def _edited(self, marks: StepMarks) -> None:
        """Something new was typed: what was undone before it cannot be done again."""
        for act in marks.typed():
            self._timeline.drop(act)

    def _where(self, act: Act) -> str:
        scene = self._presenter.scene
        if scene is None or not act.in_item or act.item not in {item.key for item in scene.content.items}:
            return ""
        return f" i {scene.at_item(act.item).item_words()}"


def _as(act: Act, reverse: Act) -> Act:
    """What undoes an act is told, and belongs, where the act did."""
    return replace(reverse, item=act.item, words=act.words, in_item=act.in_item, beside_text=act.beside_text)


def _is_redo(event: QKeyEvent) -> bool:
    """The keys of every system; Qt's own, Alt+Shift+Backspace, takes away a column of a table here."""
    return QKeySequence(event.keyCombination()) in (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
