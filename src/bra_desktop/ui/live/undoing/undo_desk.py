"""Ctrl+Z and Ctrl+Y: where words are written the words and what was decided between them, elsewhere the last act.

In the text of an item and in its att-satser the order is that of time: what was typed last goes first, and what was
done in the item in between, as a decision that was taken or a reservation against it, goes when all words typed after
it have gone. So nothing is taken away under what came after it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.swedish import plural
from bra_desktop.ui.later import later
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.undoing.editor_marks import EditorMarks
from bra_desktop.ui.live.undoing.left_empty import LeftEmpty
from bra_desktop.ui.live.undoing.reversals import Reversals
from bra_desktop.ui.live.undoing.step_marks import StepMarks
from bra_desktop.ui.live.undoing.timeline import ADDED, REMOVED, Act, Timeline, new_decision
from bra_desktop.ui.live.undoing.undo_keys import UndoKeys
from bra_desktop.ui.live.undoing.unseen import refuses_here, refuses_unseen
from bra_desktop.ui.live.undoing.unveiling import unveils
from bra_desktop.ui.pages import Messages

NOTHING = "Det finns inget mer att ångra här."
NOTHING_AGAIN = "Det finns inget att göra om."


class UndoDesk(QObject):
    """Asks the marks of the editors what comes next, and has it undone or done again."""

    def __init__(self, page: QWidget, parts: LiveParts, presenter: LivePresenter, messages: Messages) -> None:
        super().__init__(page)
        self._page, self._parts, self._presenter, self._messages = page, parts, presenter, messages
        self._marks = EditorMarks(parts)
        self._reversals = Reversals(page, parts, presenter, self._marks)
        self._awaits_line, self._waiting = False, list[Callable[[], None]]()
        self.keys = UndoKeys(page, parts, messages, self.press)
        self.keys.watch(parts.item.minutes.editor)
        parts.item.minutes.editor.edited.connect(lambda: self._edited(self._marks.text))
        parts.item.decisions.line_made.connect(self._watch_line)
        parts.item.decisions.line_read.connect(self._line_read)
        LeftEmpty(self, self._marks, parts, presenter, self.take_back)

    @property
    def _timeline(self) -> Timeline:
        return self._presenter.timeline

    # ── what has happened ────────────────────────────────────────────────────────────────────
    def done(self, act: Act) -> None:
        """Something was done: it is newer than the words that stand there now."""
        self._marks.forget_undone(act)
        self._marks.mark(act)

    def decided(self, item: str, decision_id: str) -> None:
        """An att-sats that was typed in the item is on the disk for the first time."""
        act = new_decision(item, decision_id)
        self._timeline.add(act)
        self.done(act)

    def text_shown(self, *, same_item: bool, back: bool, withheld: bool) -> None:
        """The text was loaded anew. back: with its own steps, as it was left."""
        self._awaits_line = self._awaits_line and same_item
        self._marks.text_shown(same_item=same_item, back=back, withheld=withheld)
        if self._waiting:
            later(self, 0, self._go_on)

    def _watch_line(self, line: DecisionLine) -> None:
        marks = self._marks.add_line(line)
        self.keys.watch(line.edit)
        line.edit.edited.connect(lambda: self._edited(marks))

    def _line_read(self, line: DecisionLine) -> None:
        """An att-sats from the disk is shown: one that was brought back has the keyboard, and what was done before."""
        if not self._awaits_line:
            return
        self._awaits_line, marks = False, self._marks.of_line(line)
        for act in self._timeline.done:
            if self._marks.is_here(act) and act.words != ADDED and not marks.knows(act):
                marks.mark(act)
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
        if act not in self._timeline.done or refuses_unseen(self._presenter.scene, act, self._messages):
            return
        if act.hides and not self._parts.may_unveil(act.item):
            return
        steps = self._marks.steps(act)
        leads = act.words == REMOVED and self._writes_here()

        def undone(reverse: Act | None) -> None:
            if reverse is None:
                return
            reverse = _as(act, reverse)
            self._timeline.undone.append(reverse)
            self._marks.undone(reverse, steps)
            self._awaits_line = leads
            self._messages.offer_redo(f"Ångrat{self._where(act)}: {act.words}.", lambda: self._again(reverse))

        self._reversals.do(act, undone)

    # ── the keys ─────────────────────────────────────────────────────────────────────────────
    def press(self, *, again: bool) -> None:
        """The key, where the keyboard is, when all that was done before it is written and shown."""
        self._when_shown(self._redo_here if again else self._undo_here)

    def _when_shown(self, then: Callable[[], None]) -> None:
        def written() -> None:
            if self._parts.texts.shown and not self._waiting:
                then()
            else:
                self._waiting.append(then)

        self._presenter.when_written(written)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            self._when_shown(each)

    def _undo_here(self) -> None:
        marks = self._marks.here()
        if self.keys.keeps_promise(again=False) or (marks and refuses_here(self._presenter.scene, self._messages)):
            return
        if marks is None:
            self.undo()
        elif (act := marks.next_undone()) is not None:
            self.take_back(act)
        elif self._may_step(marks, again=False) and not marks.step():
            self._tell_nothing()

    def _redo_here(self) -> None:
        marks = self._marks.here()
        if self.keys.keeps_promise(again=True) or (marks and refuses_here(self._presenter.scene, self._messages)):
            return
        if marks is None:
            self.redo()
        elif (act := marks.next_again()) is not None:
            self._again(act)
        elif not self._may_step(marks, again=True):
            return
        elif not marks.step(again=True) and not self._marks.step_elsewhere(marks):
            last = self._timeline.last_undone() if marks is not self._marks.text else None
            self.redo() if last is not None and self._marks.is_here(last) else self._messages.finished(NOTHING_AGAIN)

    def _may_step(self, marks: StepMarks, *, again: bool) -> bool:
        """Words with the item's last mark are shown to the room only by somebody who means it."""
        scene = self._presenter.scene
        if scene is None or scene.item.confidential or not unveils(marks, again=again):
            return True
        return self._parts.may_unveil(scene.shown)

    def _tell_nothing(self) -> None:
        act = self._timeline.last()
        if act is None:
            self._messages.finished(NOTHING)
        else:
            words = f"Inget mer att ångra i texten. Senast gjort{self._where(act)}: {act.words}."
            self._messages.finished(words, "Ångra det", lambda: self.take_back(act))

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _again(self, act: Act) -> None:
        if act not in self._timeline.undone:
            self._messages.finished(NOTHING_AGAIN)
        if act not in self._timeline.undone or refuses_unseen(self._presenter.scene, act, self._messages):
            return
        if act.hides and not self._parts.may_unveil(act.item):
            return

        def done(reverse: Act | None) -> None:
            if reverse is not None:
                back = _as(act, reverse)
                self._timeline.done.append(back)
                self._marks.mark(back, again=True)
                self._messages.offer_undo(f"Gjort om{self._where(act)}: {act.words}.", lambda: self.take_back(back))

        self._reversals.do(act, done)

    def _writes_here(self) -> bool:
        focused: QWidget | None = self._page.window().focusWidget()
        return focused in (None, self._page) or self._parts.item.isAncestorOf(focused)

    def _edited(self, marks: StepMarks) -> None:
        """Something new was typed: what was undone before it cannot be done again."""
        self.keys.overtake()
        for act in marks.typed():
            self._timeline.drop(act)

    def _where(self, act: Act) -> str:
        scene, where = self._presenter.scene, act.touched or (act.item,)
        if len(where) > 1:
            return f" i {plural(len(where), 'ärende', 'ärenden')}"
        if scene is None or not act.in_item or where[0] not in {item.key for item in scene.content.items}:
            return ""
        return f" i {scene.at_item(where[0]).item_words()}"


def _as(act: Act, reverse: Act) -> Act:
    """What undoes an act is told, and belongs, where the act did."""
    belongs = replace(reverse, item=act.item, in_item=act.in_item, touched=act.touched)
    return replace(belongs, words=act.words, decision=act.decision)
