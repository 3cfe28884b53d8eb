"""Leads to where a missing thing is mended: the words, the form or the row of the attendance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bra_desktop.domain.placeholders import standing_places
from bra_desktop.domain.quorum import who_was_missed
from bra_desktop.domain.typed_signs import PHRASE, Sign, signs_left
from bra_desktop.domain.votes import outcome
from bra_desktop.ui.live.duties import first_away, missing_officer
from bra_desktop.ui.live.forms.meeting_forms import SECRET
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.typed_signs.sign_typing import select_place
from bra_desktop.ui.rich_text.places import units

if TYPE_CHECKING:
    from bra_desktop.ui.live.acts import LiveActs

IN_FORMS = ("recusals/", "reservations/", "votes/", "motions/", "statements/", "proposition/")
"""Parts of an item that are written in forms of their own."""
LINE_BREAK = "\u2028"
"""How Qt writes a line that was broken inside a paragraph."""


class Leading:
    """The ways from a line of what is missing, by its place.

    sign_asked: shows what is offered for a sign where the caret stands, and answers whether anything is. triggers: what
    the phrases are called, as they were when the list was made.
    """

    def __init__(self, parts: LiveParts, acts: LiveActs) -> None:
        self.sign_asked: Callable[[], bool] = lambda: False
        self.triggers: frozenset[str] = frozenset()
        self._parts, self._acts = parts, acts

    def go_to(self, place: str) -> None:
        """Where a missing thing is mended, with the form that mends it where there is one."""
        acts = self._acts
        kind, _, rest = place.partition("/")
        if kind == "item":
            key, _, part = rest.partition("/")
            acts.presenter.show_item(key)
            self._go_in_item(part)
        elif kind == "participants" and rest:
            self.to_attendance(rest)
            acts.open_form(acts.forms.presence(rest))
        elif kind == "participants":
            self.to_attendance()
        elif kind == "form":
            self._open_left(rest)
        elif place == SECRET:
            form = acts.forms.known_item()
            acts.open_form(replace(form, focus=SECRET) if form is not None else None)
        elif place == "agenda":
            self._parts.to_agenda()
        elif kind == "meeting":
            what, _, number = rest.partition("/")
            fields = {"closed_at": "closed", "adjournments": f"from{number or 1}", "day": "day"}
            self._open_times(fields.get(what, "opened"))

    def to_attendance(self, person: str = "") -> None:
        """To the roll, at that person; else at the one who is missing for the meeting to go on, or away."""
        self._parts.sides.lead_to_attendance()
        scene = self._acts.presenter.scene
        if scene is not None:
            self._parts.attendance.choose(person or missing_officer(scene) or first_away(scene))

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _open_left(self, key: str) -> None:
        """The form with what was typed in it and not sent."""
        for draft in self._acts.left_forms.left():
            if draft.key == key:
                self._acts.left_forms.have_back(draft)
                return

    def _go_in_item(self, part: str) -> None:
        acts, parts = self._acts, self._parts
        if part == "attendance":
            scene = acts.presenter.scene
            self.to_attendance(who_was_missed(scene.content, scene.shown) if scene is not None else "")
        elif part == "officers":
            acts.open_form(acts.forms.officers())
        elif part == "adjusters":
            acts.add("adjusters")
        elif part == "times":
            self._open_times("began")
        elif part.startswith(IN_FORMS):
            acts.open_form(acts.forms.part(*part.split("/", 1)))
        elif part == "votes":
            self._open_vote()
        elif part == "actions":
            self._open_action()
        elif part.startswith("decisions/"):
            parts.to_decision(part.partition("/")[2])
            line = parts.item.decisions.focused_line()
            self._choose_gap(line.edit if line is not None else None)
        elif part == "decisions":
            parts.to_proposals()
        elif part.startswith("signs/"):
            acts.focus_text()
            self._to_sign(int(part.partition("/")[2]))
        elif not parts.item.focus_take_up():
            acts.focus_text()
            self._choose_gap(parts.item.minutes.editor)

    def _open_times(self, field: str) -> None:
        form = self._acts.forms.times()
        self._acts.open_form(replace(form, focus=field) if form is not None else None)

    def _open_vote(self) -> None:
        scene = self._acts.presenter.scene
        if scene is not None:
            open_ones = [v.key for v in scene.item.votes if outcome(scene.content, scene.shown, v) is None]
            self._acts.open_form(self._acts.forms.part("votes", open_ones[0]) if open_ones else None)

    def _open_action(self) -> None:
        scene = self._acts.presenter.scene
        if scene is not None:
            bare = [a.key for a in scene.item.actions if not a.responsible and not a.everybody]
            form = self._acts.forms.known_action(bare[0]) if bare else None
            self._acts.open_form(replace(form, focus="responsible") if form is not None else None)

    def _to_sign(self, number: int) -> None:
        """The caret after a sign that was left, with what it may become; a search that finds nothing is selected."""
        editor = self._parts.item.minutes.editor
        block = editor.document().begin()
        found: list[tuple[QTextBlock, Sign]] = []
        while block.isValid():
            in_table = QTextCursor(block).currentTable() is not None
            words = block.text().replace(LINE_BREAK, "\n")
            found += [(block, sign) for sign in signs_left(words, self.triggers, actions=not in_table)]
            block = block.next()
        if not found:
            return
        block, sign = found[min(number, len(found) - 1)]
        cursor, line = QTextCursor(block), block.text()
        cursor.setPosition(block.position() + units(line, sign.end))
        editor.setTextCursor(cursor)
        if not self.sign_asked() and sign.sign == PHRASE:
            cursor.setPosition(block.position() + units(line, sign.start), QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
        editor.ensureCursorVisible()

    def _choose_gap(self, editor: QTextEdit | None) -> None:
        """The first gap of a standing phrase, so that what is typed takes its place."""
        block = editor.document().begin() if editor is not None else QTextBlock()
        while editor is not None and block.isValid():
            if standing_places(block.text()):
                select_place(editor, block.position(), block.text())
                return
            block = block.next()
