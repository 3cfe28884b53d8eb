"""Which signal of which part leads to which act."""

from __future__ import annotations

from bra_desktop.ui.live.acts import LiveActs
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.locked_item import LockedWords
from bra_desktop.ui.live.parts import LiveParts


def wire(parts: LiveParts, acts: LiveActs) -> None:
    """Once, when the page is made."""
    _wire_meeting(parts, acts)
    _wire_item(parts, acts)
    _wire_sides(parts, acts)
    _wire_panels(parts, acts)


def _wire_meeting(parts: LiveParts, acts: LiveActs) -> None:
    p, strip, agenda = acts.presenter, parts.strip, parts.agenda
    strip.stepped.connect(acts.step)
    strip.back.connect(acts.back)
    strip.adjourned.connect(p.adjourn_or_resume)
    strip.full_screen.connect(acts.full_screen)
    strip.people_asked.connect(parts.sides.show_attendance)
    strip.actions_asked.connect(parts.sides.show_actions)
    agenda.chosen.connect(acts.choose)
    agenda.removed.connect(p.strike_or_remove)
    agenda.moved.connect(p.move_item)
    agenda.added.connect(lambda: acts.open_form(acts.forms.item()))


def _wire_item(parts: LiveParts, acts: LiveActs) -> None:
    p, item, decisions = acts.presenter, parts.item, parts.item.decisions
    parts.marking.lead(p)
    item.minutes.action_chips.opened.connect(lambda key: acts.open_form(acts.forms.known_action(key)))
    item.minutes.action_chips.all_asked.connect(parts.sides.show_actions)
    decisions.removed.connect(acts.lines.remove)
    decisions.moved.connect(acts.lines.move)
    decisions.decided.connect(acts.lines.decide)
    decisions.left.connect(acts.focus_text)
    decisions.kind_asked.connect(acts.ask_kind)
    decisions.line_made.connect(lambda line: _tell_lock_in(line, acts))
    decisions.part_opened.connect(lambda field, key: acts.open_form(acts.forms.part(field, key)))
    LockedWords(item.minutes.editor, acts.tell_lock)
    item.addition_asked.connect(acts.add)
    item.immediate_chosen.connect(p.set_immediate)
    item.adjust_asked.connect(acts.locking.lock)
    item.signing_asked.connect(acts.to_signing)
    item.take_up_asked.connect(acts.take_up)


def _tell_lock_in(line: DecisionLine, acts: LiveActs) -> None:
    """Its keys do nothing where nothing may be decided any more."""
    LockedWords(line.edit, acts.tell_lock)
    line.edit.wants_moved.connect(lambda _step: acts.tell_lock())


def _wire_sides(parts: LiveParts, acts: LiveActs) -> None:
    forms, attendance, actions = acts.forms, parts.attendance, parts.actions
    attendance.toggled.connect(acts.presenter.toggle)
    attendance.opened.connect(lambda person: acts.open_form(forms.presence(person)))
    attendance.added.connect(lambda: acts.open_form(forms.guest()))
    actions.added.connect(acts.new_action)
    actions.opened.connect(lambda key: acts.open_form(forms.known_action(key)))


def _wire_panels(parts: LiveParts, acts: LiveActs) -> None:
    form, closing = parts.form, parts.closing
    form.submitted.connect(acts.submit)
    form.removed.connect(acts.remove_by_form)
    form.left.connect(acts.leave_form)
    form.led.connect(acts.left_forms.lead)
    closing.confirmed.connect(acts.closing.close)
    closing.left.connect(acts.focus_text)
    parts.asked.left.connect(acts.focus_text)
    parts.versions.left.connect(acts.focus_text)
