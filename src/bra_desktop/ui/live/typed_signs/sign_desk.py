"""Joins the signs that are typed with the meeting: phrases, names and actions where the caret stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bra_desktop.domain.due_phrases import NoSuchDay
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.typed_signs import NAME, PHRASE, Sign
from bra_desktop.services import actions, phrases, reading
from bra_desktop.services.live.decisions import without_att
from bra_desktop.services.office import Office
from bra_desktop.services.phrases import PhraseBank
from bra_desktop.services.reading import MeetingRow
from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.forms.action_form import new_action
from bra_desktop.ui.live.item.decision_line import DecisionEdit, DecisionLine
from bra_desktop.ui.live.item.minutes_card import take_words_away
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.typed_signs.filling import Writing
from bra_desktop.ui.live.typed_signs.sign_popup import SignPopup
from bra_desktop.ui.live.typed_signs.sign_rows import (
    Does,
    Offer,
    OfferRow,
    OwnForum,
    action_offer,
    name_offer,
    phrase_offer,
)
from bra_desktop.ui.live.typed_signs.sign_typing import SignTyping
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.running import Runner


class SignDesk:
    """Watches the item's text, its att-satser and what is written in a form. The popup is made when first needed."""

    def __init__(
        self, page: QWidget, context: PageContext, office: Office, runner: Runner, parts: LiveParts, acts: LiveActs
    ) -> None:
        self._page, self._context, self._office, self._runner = page, context, office, runner
        self._parts, self._acts, self._presenter = parts, acts, acts.presenter
        self._bank, self._forum = PhraseBank((), 0, {}, {}), OwnForum()
        self._popup: SignPopup | None = None
        self._open: SignTyping | None = None
        self.typing = self._watch(parts.item.minutes.editor, parts.item.minutes, actions_too=True)
        acts.closing.leading.sign_asked = self.typing.ask
        parts.item.decisions.line_made.connect(self._watch_line)
        parts.form.opened.connect(self._watch_form)

    def load(self, ref: str) -> None:
        """Reads the bank as it is now, and which forum's the meeting is."""
        office = self._office
        self._runner.read(lambda: (phrases.bank(office), _forum(reading.meetings(office), ref)), self._loaded)

    def popup(self) -> SignPopup:
        """The one popup of the page."""
        if self._popup is None:
            self._popup = SignPopup(self._context.theme, self._page)
            self._popup.taken.connect(self._taken)
            self._popup.own_asked.connect(lambda: self._context.go("register", "phrases"))
        return self._popup

    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def has_bank(self) -> bool:
        """Whether the phrases have been read."""
        return bool(self._bank.phrases)

    # ── what is offered ──────────────────────────────────────────────────────────────────────
    def _loaded(self, read: tuple[PhraseBank, OwnForum]) -> None:
        self._bank, self._forum = read

    def _watch_line(self, line: DecisionLine) -> None:
        self._watch(line.edit, self._parts.item.decisions, actions_too=False)

    def _watch_form(self) -> None:
        form = self._parts.form
        for editor in form.findChildren(QPlainTextEdit):
            if not editor.findChildren(SignTyping):
                self._watch(editor, self._parts.item, actions_too=False)

    def _watch(self, editor: Writing, card: QWidget, *, actions_too: bool) -> SignTyping:
        show = partial(self._show, editor, card)
        unmade: Callable[[str], None] = self._context.messages.refuse
        return SignTyping(editor, self.popup, self._offer, self._take, show, actions=actions_too, unmade=unmade)

    def _offer(self, sign: Sign, editor: Writing) -> Offer | None:
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        if sign.sign == PHRASE:
            wanted = True if isinstance(editor, DecisionEdit) else False if isinstance(editor, QPlainTextEdit) else None
            return phrase_offer(self._bank, self._forum, scene, sign.words, self._presenter.now(), decisions=wanted)
        return name_offer(scene, sign.words) if sign.sign == NAME else action_offer(scene, sign.words)

    def _show(self, editor: Writing, card: QWidget, offer: Offer, caret: QRect, sign: Sign) -> None:
        view = editor.viewport()
        at = QRect(view.mapTo(self._page, caret.topLeft()), caret.size())
        edges = QRect(card.mapTo(self._page, QPoint(0, 0)), card.size())
        self._open = _signs_of(editor)
        self.popup().open(offer, at, edges, phrases=sign.sign == PHRASE)

    def _taken(self, row: OfferRow) -> None:
        if self._open is not None:
            self._open.take(row)

    # ── what becomes of it ───────────────────────────────────────────────────────────────────
    def _take(self, row: OfferRow, cursor: QTextCursor, editor: Writing) -> None:
        if row.does is Does.PUT_NAME:
            in_action = cursor.block().text().startswith("!") and not isinstance(editor, DecisionEdit)
            _put(editor, cursor, f"@{row.put} " if in_action else f"{row.put}{_space_after(cursor)}")
        elif row.does is Does.DECIDE and not isinstance(editor, DecisionEdit):
            self._decide(row, cursor)
        elif row.does in (Does.GIVE, Does.FILL_IN):
            self._act(row, cursor)
        else:
            words = without_att(row.put) if isinstance(editor, DecisionEdit) else row.put
            _put(editor, cursor, words)

    def _decide(self, row: OfferRow, cursor: QTextCursor) -> None:
        """The att-sats goes to the decisions, and the keyboard with it when something remains to be filled in."""
        _take_away(cursor)
        if row.phrase is None:
            return
        line = self._parts.item.decisions.add_worded(without_att(row.put), row.phrase.decision_kind)
        if line is not None and "{" in row.put:
            line.edit.setFocus()
            _signs_of(line.edit).fill(0, line.edit.words())

    def _act(self, row: OfferRow, cursor: QTextCursor) -> None:
        scene, action = self._presenter.scene, row.action
        if scene is None or action is None:
            return
        line = cursor.block().text()
        form = self._acts.forms.worded_action(action)
        try:
            new = new_action(scene, action) if row.does is Does.GIVE else None
        except UserError as wrong:
            if isinstance(wrong.__cause__, NoSuchDay):
                self._context.messages.refuse(wrong.text)  # the line stands: its day is the only thing to mend
                return
            new = None
        if new is None:
            self._acts.open_form(replace(form, line=line) if form is not None else None)
            return
        given = new
        take_words_away(cursor)  # at once: what is typed next belongs to the text
        typed = replace(form, typed=True) if form is not None else None
        self._presenter.act(
            lambda office: actions.add_action(office, given),
            lambda _added: self._tell(row),
            lambda _error: self._acts.open_form(typed),
        )

    def _tell(self, row: OfferRow) -> None:
        if row.told:
            self._context.messages.finished(f"Åtgärden är tillagd: {row.told}. Orden står kvar i den.")


def _forum(rows: Sequence[MeetingRow], ref: str) -> OwnForum:
    """The forum of a meeting, and the first later meeting there that isn't cancelled."""
    this = next((row for row in rows if row.ref == ref), None)
    if this is None:
        return OwnForum()
    later = [row for row in rows if row.forum_id == this.forum_id and row.day > this.day]
    kept = [row for row in later if row.state is not MeetingState.CANCELLED]
    return OwnForum(this.forum_id, min(kept, key=lambda row: row.day, default=None))


def _signs_of(editor: Writing) -> SignTyping:
    return next(one for one in editor.findChildren(SignTyping))


def _put(editor: Writing, cursor: QTextCursor, words: str) -> None:
    """Words instead of what was typed, as one step to undo; the first that remains to be filled in is selected."""
    start = cursor.selectionStart()
    cursor.beginEditBlock()
    cursor.insertText(words)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    _signs_of(editor).fill(start, words)


def _space_after(cursor: QTextCursor) -> str:
    """What comes between a name and what is typed next: nothing where a space or another sign follows already."""
    follows = cursor.block().text()[cursor.selectionEnd() - cursor.block().position() :]
    return " " if not follows or follows[0].isalnum() else ""


def _take_away(cursor: QTextCursor) -> None:
    """What was typed goes, and the space before it that nothing follows."""
    at_end = cursor.selectionEnd() == cursor.block().position() + cursor.block().length() - 1
    start = cursor.selectionStart() - cursor.block().position()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if at_end and start and cursor.block().text().endswith(" "):
        cursor.deletePreviousChar()
    cursor.endEditBlock()
