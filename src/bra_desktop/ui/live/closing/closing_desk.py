"""Avsluta mötet: asks what is missing, leads to each place, and hands on what was not dealt with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bra_desktop.domain.errors import Missing
from bra_desktop.domain.placeholders import standing_places
from bra_desktop.domain.quorum import who_was_missed
from bra_desktop.domain.typed_signs import PHRASE, Sign, signs_left
from bra_desktop.domain.votes import outcome
from bra_desktop.services.preparing import carrying
from bra_desktop.services.preparing.carrying import Unreached
from bra_desktop.ui.live.closing.closing_lines import ClosingList, carried_words, closing_list, unsent_words
from bra_desktop.ui.live.duties import first_away, missing_officer
from bra_desktop.ui.live.forms.meeting_forms import SECRET
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import AskedToClose
from bra_desktop.ui.live.typed_signs.sign_typing import select_place
from bra_desktop.ui.rich_text.places import units

if TYPE_CHECKING:
    from bra_desktop.ui.live.acts import LiveActs

LINE_BREAK = "\u2028"
"""How Qt writes a line that was broken inside a paragraph."""


class ClosingDesk:
    """Reads the list anew whenever the meeting has changed behind it.

    sign_asked: shows what is offered for a sign where the caret stands, and answers whether anything is.
    """

    def __init__(self, parts: LiveParts, acts: LiveActs) -> None:
        self.sign_asked: Callable[[], bool] = lambda: False
        self._parts, self._acts = parts, acts
        self._unreached = Unreached((), None, ())
        self._triggers: frozenset[str] = frozenset()
        self._arriving = ("", "")
        self._all_there: Callable[[], None] | None = None
        parts.closing.carried.connect(self._carry_over)
        parts.closing.place_chosen.connect(self.go_to)

    def ask(self) -> None:
        """What is missing, read when all that was typed is on the disk."""
        scene = self._acts.presenter.scene
        if scene is None or not scene.running:
            return
        self._parts.texts.settle()
        self._parts.savers.flush()
        self._acts.presenter.ask_closing(self._show)

    def follow(self) -> None:
        """The meeting has been read anew."""
        ref, place = self._arriving
        scene = self._acts.presenter.scene
        if place and scene is not None and scene.content.ref == ref:
            self._arriving = ("", "")
            self.go_to(place)
        if self._all_there is not None and scene is not None and not missing_officer(scene):
            there, self._all_there = self._all_there, None
            there()
        if self._parts.closing.isVisible():
            self._acts.presenter.ask_closing(self._follow)

    def arrive(self, target: object) -> str:
        """The meeting that the page is opened for; with a place in it that is led to once it has been read."""
        ref, place = target if isinstance(target, tuple) else (target or "", "")
        self._arriving = (str(ref), str(place))
        return str(ref)

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

    def await_officers(self, all_there: Callable[[], None]) -> None:
        """The roll lacks somebody: all_there is called when it no longer does. The keyboard stays with the words."""
        self._all_there = all_there

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _open_left(self, key: str) -> None:
        """The form with what was typed in it and not sent."""
        for draft in self._acts.left_forms.left():
            if draft.key == key:
                self._acts.left_forms.have_back(draft)
                return

    def _with_left(self, listed: ClosingList) -> ClosingList:
        """What stands in forms and nowhere else is missing in the protocol, too."""
        left = self._acts.left_forms.left()
        told = tuple(
            Missing(unsent_words(self._acts.left_forms.told_title(draft)), f"form/{draft.key}") for draft in left
        )
        return replace(listed, gaps=told + listed.gaps)

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
        elif part.startswith(("recusals/", "reservations/", "votes/")):
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
            found += [(block, sign) for sign in signs_left(words, self._triggers, actions=not in_table)]
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

    def _show(self, read: AskedToClose) -> None:
        self._parts.put_away()
        self._parts.closing.open(self._list(read))

    def _follow(self, read: AskedToClose) -> None:
        if self._parts.closing.isVisible():
            self._parts.closing.follow(self._list(read))

    def _list(self, read: AskedToClose) -> ClosingList:
        content, self._unreached, opened, self._triggers = read
        scene, at = self._acts.presenter.scene, self._acts.presenter.office.local_now()
        shared = scene is not None and scene.shared
        return self._with_left(closing_list(content, self._unreached, opened, self._triggers, at=at, shared=shared))

    def _carry_over(self) -> None:
        """The list stays: the items are told as handed on."""
        scene = self._acts.presenter.scene
        if scene is not None:
            ref, words = scene.content.ref, carried_words(self._unreached)
            self._acts.presenter.act_with_undo(lambda office: carrying.carry_over(office, ref), words)
