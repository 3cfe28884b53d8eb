"""Which form belongs to what was asked for, filled with what the meeting knows."""

from __future__ import annotations

from bra_desktop.domain.action_words import ActionWords
from bra_desktop.domain.content import DecisionContent
from bra_desktop.ui.live.forms import action_form, item_forms, item_text_forms, meeting_forms, presence_form
from bra_desktop.ui.live.forms.adjuster_form import adjuster_form
from bra_desktop.ui.live.forms.decision_form import decision_form
from bra_desktop.ui.live.forms.form import Form
from bra_desktop.ui.live.forms.officers_form import officers_form
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.presenter import LivePresenter


class FormBook:
    """Makes forms of the scene that is shown; None while there is none, or the item is locked."""

    def __init__(self, presenter: LivePresenter) -> None:
        self._presenter = presenter

    def addition(self, name: str) -> Form | None:
        """A new motion, vote, reservation, recusal, statement, or to whom the decision is sent."""
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        key, now = self._presenter.office.new_id(), self._presenter.now()
        if name == "adjusters":
            return adjuster_form(scene)
        if name == "proposition":
            return item_text_forms.proposition_form(scene)
        if name == "annex":
            return item_text_forms.annex_form(scene)
        if name == "motion":
            return item_forms.motion_form(scene, key)
        if name == "vote":
            return item_forms.vote_form(scene, key)
        if name == "reservation":
            return item_forms.reservation_form(scene, key, now)
        if name == "recusal":
            return item_forms.recusal_form(scene, key, now)
        return item_forms.statement_form(scene, key) if name == "statement" else item_forms.dispatch_form(scene)

    def part(self, field: str, key: str) -> Form | None:
        """The form of a part that is there."""
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        item, now = scene.item, self._presenter.now()
        if field == "dispatch":
            return item_forms.dispatch_form(scene)
        if field == "proposition":
            return item_text_forms.proposition_form(scene)
        if field == "annexes" and scene.is_withheld_annex(key):
            return None
        if field == "annexes":
            return item_text_forms.known_annex_form(scene, scene.content.annex(key))
        if field == "motions":
            return item_forms.motion_form(scene, key, next(p for p in item.motions if p.key == key))
        if field == "votes":
            return item_forms.vote_form(scene, key, next(p for p in item.votes if p.key == key))
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
        return decision_form(scene, words, line.keeper, known)

    def action(self, text: str = "") -> Form | None:
        scene = self._presenter.scene
        return action_form.action_form(scene, text) if scene is not None else None

    def worded_action(self, action: ActionWords) -> Form | None:
        """A new action, filled with what a typed line says."""
        scene = self._presenter.scene
        return action_form.worded_form(scene, action) if scene is not None and not scene.locked else None

    def known_action(self, key: str) -> Form | None:
        scene = self._presenter.scene
        if scene is None or scene.locked:
            return None
        return action_form.action_form(scene, old=next(a for a in scene.item.actions if a.key == key))

    def item(self) -> Form | None:
        scene = self._presenter.scene
        return meeting_forms.item_form(scene) if scene is not None else None

    def known_item(self) -> Form | None:
        """What is said about the shown item."""
        scene = self._presenter.scene
        return meeting_forms.known_item_form(scene) if scene is not None and not scene.locked else None

    def officers(self) -> Form | None:
        """Who presides, keeps the minutes and adjusts."""
        scene = self._presenter.scene
        return officers_form(scene) if scene is not None and not scene.locked else None

    def presence(self, person: str) -> Form | None:
        scene = self._presenter.scene
        return presence_form.presence_form(scene, person) if scene is not None else None

    def guest(self) -> Form | None:
        scene = self._presenter.scene
        return presence_form.guest_form(scene) if scene is not None else None

    def times(self) -> Form | None:
        scene = self._presenter.scene
        return meeting_forms.times_form(scene) if scene is not None else None
