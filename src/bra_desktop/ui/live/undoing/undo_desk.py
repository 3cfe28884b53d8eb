"""Ctrl+Z and Ctrl+Y: in the text the words and what was decided between them, elsewhere the last thing that was done.

In the text of an item the order is that of time: what was typed last goes first, and a decision that was taken in
between goes when all words typed after it have gone.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.undoing.timeline import Act, new_decision
from bra_desktop.ui.pages import Messages

NOTHING = "Det finns inget mer att ångra här."
NOTHING_AGAIN = "Det finns inget att göra om."


class UndoDesk(QObject):
    """Knows where in the text's own steps each act was done: a mark is how many steps there were, and the revision."""

    def __init__(self, page: QWidget, parts: LiveParts, presenter: LivePresenter, messages: Messages) -> None:
        super().__init__(page)
        self._page = page
        self._parts, self._presenter, self._messages = parts, presenter, messages
        self._timeline = presenter.timeline
        self._marks: list[tuple[Act, int, int]] = []
        self._undone_at: list[tuple[Act, int]] = []
        self._at_work = False
        self._editor = parts.item.minutes.editor
        self._editor.installEventFilter(self)
        self._editor.edited.connect(self._edited)
        page.installEventFilter(self)

    # ── what has happened ────────────────────────────────────────────────────────────────────
    def done(self, act: Act) -> None:
        """Something was done: it is newer than the words that stand there now."""
        self._undone_at.clear()
        if act.in_item and act.item == self._parts.texts.shown:
            self._mark(act)

    def decided(self, decision_id: str) -> None:
        """An att-sats that was typed is on the disk for the first time."""
        act = new_decision(self._parts.texts.shown, decision_id)
        self._timeline.add(act)
        self.done(act)

    def text_shown(self, *, same_item: bool) -> None:
        """The text was loaded anew, so its own steps are gone."""
        acts = [act for act, _steps, _revision in self._marks] if same_item else []
        self._marks.clear()
        self._undone_at.clear()
        for act in acts:
            self._mark(act)

    # ── outside the text ─────────────────────────────────────────────────────────────────────
    def undo(self) -> None:
        """The last thing that was done, wherever it was."""
        act = self._timeline.last()
        if act is None:
            self._messages.finished(NOTHING)
        else:
            self.take_back(act)

    def redo(self) -> None:
        """What was undone last."""
        act = self._timeline.last_undone()
        if act is None:
            self._messages.finished(NOTHING_AGAIN)
        else:
            self._again(act)

    def take_back(self, act: Act) -> None:
        """Undo an act and say so, with the way back."""
        if act not in self._timeline.done:
            return
        self._timeline.drop(act)
        self._marks = [mark for mark in self._marks if mark[0] is not act]
        here = act.in_item and act.item == self._parts.texts.shown
        steps = self._steps() if here else -1

        def undone(reverse: Act | None) -> None:
            if reverse is None:
                return
            reverse = _as(act, reverse)
            self._timeline.undone.append(reverse)
            if steps >= 0 and not act.beside_text:
                self._undone_at.append((reverse, steps))
            self._messages.offer_redo(f"Ångrat{self._where(act)}: {act.words}.", lambda: self._again(reverse))

        self._do(act, undone)

    # ── in the text ──────────────────────────────────────────────────────────────────────────
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
        if watched is self._page:
            self.undo() if undo else self.redo()
        elif self._editor.isReadOnly():
            return False
        else:
            self._undo_in_text() if undo else self._redo_in_text()
        return True

    def _undo_in_text(self) -> None:
        document = self._editor.document()
        mark = self._marks[-1] if self._marks else None
        if mark is not None and not self._typed_since(mark):
            self.take_back(mark[0])
        elif document.isUndoAvailable():
            self._step(self._editor.undo)
        else:
            self._tell_nothing()

    def _redo_in_text(self) -> None:
        at = self._undone_at[-1] if self._undone_at else None
        if at is not None and at[1] == self._steps():
            self._again(at[0])
        elif self._editor.document().isRedoAvailable():
            self._step(self._editor.redo)
        else:
            self._messages.finished(NOTHING_AGAIN)

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
        self._undone_at = [at for at in self._undone_at if at[0] is not act]

        def done(reverse: Act | None) -> None:
            if reverse is not None:
                back = _as(act, reverse)
                self._timeline.done.append(back)
                if back.in_item and back.item == self._parts.texts.shown:
                    self._mark(back)
                words = f"Gjort om{self._where(act)}: {act.words}."
                self._messages.offer_undo(words, lambda: self.take_back(back))

        self._do(act, done)

    def _step(self, act: object) -> None:
        self._at_work = True
        if callable(act):
            act()
        self._at_work = False
        self._editor.ensureCursorVisible()
        if self._marks and self._steps() <= self._marks[-1][1]:
            act_done, steps, _revision = self._marks[-1]
            self._marks[-1] = (act_done, steps, self._revision())

    def _typed_since(self, mark: tuple[Act, int, int]) -> bool:
        """Whether words are newer than the act. Letters that Qt joined with what stood before make no new step."""
        _act, steps, revision = mark
        return self._steps() > steps or (self._steps() == steps and self._revision() != revision)

    def _mark(self, act: Act) -> None:
        if not act.beside_text:
            self._marks.append((act, self._steps(), self._revision()))

    def _steps(self) -> int:
        return self._editor.document().availableUndoSteps()

    def _revision(self) -> int:
        return self._editor.document().revision()

    def _edited(self) -> None:
        """Something new was typed: what was undone before it cannot be done again."""
        if not self._at_work and self._undone_at:
            for act, _steps in self._undone_at:
                self._timeline.drop(act)
            self._undone_at.clear()

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
