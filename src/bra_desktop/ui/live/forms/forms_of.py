"""Which form belongs to what was asked for, filled with what the meeting knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bra_desktop.domain.action_words import ActionWords
from bra_desktop.domain.attendance import participant
from bra_desktop.domain.content import DecisionContent, ItemContent
from bra_desktop.ui.live.forms import action_form, item_forms, item_text_forms, meeting_forms, presence_form
from bra_desktop.ui.live.forms.adjuster_form import adjuster_form
from bra_desktop.ui.live.forms.decision_form import decision_form
from bra_desktop.ui.live.forms.form import Form, FormAddress
from bra_desktop.ui.live.forms.officers_form import officers_form
from bra_desktop.ui.live.forms.past_clocks import with_past_clocks
from bra_desktop.ui.live.forms.times_form import times_form
from bra_desktop.ui.live.forms.vote_form import vote_form
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.scene import Scene

ADDITION, PART, DECISION, ACTION, ITEM, KNOWN_ITEM = "addition", "part", "decision", "action", "item", "known_item"
OFFICERS, PRESENCE, GUEST, TIMES = "officers", "presence", "guest", "times"
PARTS = {
    "motion": "motions", "vote": "votes", "reservation": "reservations", "recusal": "recusals",
    "statement": "statements", "annex": "annexes",
}  # fmt: skip
"""What is added, and the part of the item that it becomes."""
GONE = "Det du ändrade är borttaget. Det du skrev står här och kan läggas till som nytt."


class FormBook:
    """Makes forms of the scene that is shown; None while there is none, or the item is locked.

    lines: the att-satser that are shown.
    """

    def __init__(self, presenter: LivePresenter, lines: Callable[[], Sequence[DecisionLine]]) -> None:
        self._presenter, self._lines = presenter, lines

    # ── again ────────────────────────────────────────────────────────────────────────────────
    def again(self, address: FormAddress) -> Form | None:
        """The form that had that address, of the item that is shown. What it changed may be gone: then it adds it.

        None when there is nothing left that it could be about.
        """
        kind, _, what = address.name.partition("/")
        key = address.key
        if kind == ADDITION:
            return self.part(PARTS[what], key) if self._is_there(PARTS.get(what, ""), key) else self.addition(what, key)
        if kind == PART:
            return self._part_again(what, key)
        if kind == ACTION:
            return self._action_again(key)
        if kind == DECISION:
            line = next((line for line in self._lines() if key in (line.saved_id, _unsaved(line))), None)
            return self.decision(line) if line is not None else None
        if kind == PRESENCE:
            scene = self._presenter.scene
            return self.presence(key) if scene is not None and participant(scene.content, key) is not None else None
        others = {
            ITEM: self.item, KNOWN_ITEM: self.known_item, OFFICERS: self.officers, GUEST: self.guest,
            TIMES: self.times,
        }  # fmt: skip
        return others[kind]() if kind in others else None

    def _part_again(self, field: str, key: str) -> Form | None:
        if field in ("dispatch", "proposition") or self._is_there(field, key):
            return self.part(field, key)
        added = next((name for name, part in PARTS.items() if part == field), "")
        form = self.addition(added) if added else None
        return replace(form, intro=GONE) if form is not None else None

    def _action_again(self, key: str) -> Form | None:
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        if any(action.key == key for action in scene.item.actions):
            return self.known_action(key)
        form = self.action()
        return replace(form, intro=GONE) if form is not None and key else form

    def _is_there(self, field: str, key: str) -> bool:
        scene = self._presenter.scene
        if scene is None or not key or not field:
            return False
        if field == "annexes":
            return any(annex.key == key for annex in scene.content.annexes)
        return key in _keys(scene.item, field)

    # ── what an item holds ───────────────────────────────────────────────────────────────────
    def addition(self, name: str, key: str = "") -> Form | None:
        """A new motion, vote, reservation, recusal, statement, or to whom the decision is sent.

        key: which one it is to be, when that is known.
        """
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        key = key or self._presenter.office.new_id()
        return _at(scene, f"{ADDITION}/{name}", self._past(scene, self._addition(scene, name, key)), key)

    def _addition(self, scene: Scene, name: str, key: str) -> Form:
        now = self._presenter.now()
        if name == "adjusters":
            return adjuster_form(scene)
        if name == "proposition":
            return item_text_forms.proposition_form(scene)
        if name == "annex":
            return item_text_forms.annex_form(scene)
        if name == "motion":
            return item_forms.motion_form(scene, key)
        if name == "vote":
            return vote_form(scene, key)
        if name == "reservation":
            return item_forms.reservation_form(scene, key, now)
        if name == "recusal":
            return item_forms.recusal_form(scene, key, now)
        return item_forms.statement_form(scene, key) if name == "statement" else item_forms.dispatch_form(scene)

    def part(self, field: str, key: str) -> Form | None:
        """The form of a part that is there."""
        scene = self._presenter.scene
        if scene is None or scene.locked or (field == "annexes" and scene.is_withheld_annex(key)):
            return None
        return _at(scene, f"{PART}/{field}", self._past(scene, self._part(scene, field, key)), key)

    def _part(self, scene: Scene, field: str, key: str) -> Form:
        item, now = scene.item, self._presenter.now()
        if field == "dispatch":
            return item_forms.dispatch_form(scene)
        if field == "proposition":
            return item_text_forms.proposition_form(scene)
        if field == "annexes":
            return item_text_forms.known_annex_form(scene, scene.content.annex(key))
        if field == "motions":
            return item_forms.motion_form(scene, key, next(p for p in item.motions if p.key == key))
        if field == "votes":
            return vote_form(scene, key, next(p for p in item.votes if p.key == key))
        if field == "reservations":
            return item_forms.reservation_form(scene, key, now, next(p for p in item.reservations if p.key == key))
        if field == "recusals":
            return item_forms.recusal_form(scene, key, now, next(p for p in item.recusals if p.key == key))
        return item_forms.statement_form(scene, key, next(p for p in item.statements if p.key == key))

    def decision(self, line: DecisionLine) -> Form | None:
        """What an att-sats does, and its day. None before it has words."""
        scene, words = self._presenter.scene, line.edit.words().strip()
        if scene is None or scene.locked or not words:
            return None
        known: DecisionContent | None = next((d for d in scene.decisions if d.key == line.saved_id), None)
        form = decision_form(scene, words, line.keeper, known)
        return _at(scene, DECISION, form, line.saved_id or _unsaved(line))

    def action(self, text: str = "") -> Form | None:
        scene = self._presenter.scene
        return _at(scene, ACTION, action_form.action_form(scene, text)) if scene is not None else None

    def worded_action(self, action: ActionWords) -> Form | None:
        """A new action, filled with what a typed line says."""
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        return _at(scene, ACTION, action_form.worded_form(scene, action))

    def known_action(self, key: str) -> Form | None:
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        old = next(a for a in scene.item.actions if a.key == key)
        return _at(scene, ACTION, action_form.action_form(scene, old=old), key)

    # ── the meeting ──────────────────────────────────────────────────────────────────────────
    def item(self) -> Form | None:
        scene = self._presenter.scene
        return _at(scene, ITEM, meeting_forms.item_form(scene)) if scene is not None else None

    def known_item(self) -> Form | None:
        """What is said about the shown item."""
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        return _at(scene, KNOWN_ITEM, meeting_forms.known_item_form(scene))

    def officers(self) -> Form | None:
        """Who presides, keeps the minutes and adjusts, also in others than a § that is locked."""
        scene = self._presenter.scene
        return _at(scene, OFFICERS, officers_form(scene)) if scene is not None and not scene.meeting_locked else None

    def presence(self, person: str) -> Form | None:
        scene = self._presenter.scene
        if scene is None:
            return None
        return _at(scene, PRESENCE, self._past(scene, presence_form.presence_form(scene, person)), person)

    def guest(self) -> Form | None:
        scene = self._presenter.scene
        return _at(scene, GUEST, presence_form.guest_form(scene)) if scene is not None else None

    def times(self) -> Form | None:
        scene = self._presenter.scene
        return _at(scene, TIMES, times_form(scene, self._presenter.office.local_now)) if scene is not None else None

    def _past(self, scene: Scene, form: Form) -> Form:
        return with_past_clocks(form, scene, self._presenter.office.local_now)


def _at(scene: Scene, name: str, form: Form, key: str = "") -> Form:
    return replace(form, address=FormAddress(scene.content.key, scene.shown, name, key))


def _keys(item: ItemContent, field: str) -> set[str]:
    return {part.key for part in getattr(item, field, ())}


def _unsaved(line: DecisionLine) -> str:
    """What tells an att-sats that is not on the disk yet from the others."""
    return f"att {line.edit.words().strip()}"
