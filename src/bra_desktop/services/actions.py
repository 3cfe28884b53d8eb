"""Actions: given at a meeting, followed up by organisations that answer each for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bra_desktop.domain.actions import asked, status_after
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import ActionStatus, MeetingState
from bra_desktop.domain.meeting import Action, ActionAnswer, AgendaItem, Decision, Meeting
from bra_desktop.domain.register import Organisation
from bra_desktop.services.changing import item_to_change, last_position
from bra_desktop.services.locked_items import hold
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import active_freeze
from bra_desktop.storage.work import Work

FREE_FIELDS = frozenset(
    {
        "text", "responsible", "lead_id", "contact_id", "due", "status", "goal", "focus_area", "note", "everybody",
        "decision_id",
    }
)  # fmt: skip

_KEPT = frozenset({MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED})


@dataclass(frozen=True)
class NewAction:
    """What is known when an action is given. ``item_id`` and ``decision_id`` are its origin, if a meeting gave it."""

    text: str
    responsible: tuple[str, ...] = ()
    lead_id: str | None = None
    contact_id: str | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.NOT_STARTED
    goal: str = ""
    focus_area: str = ""
    everybody: bool = False
    note: str = ""
    item_id: str | None = None
    decision_id: str | None = None


def add_action(office: Office, new: NewAction) -> str:
    """Give an action; answers its id. Raises UserError without a text, RuleBroken when its item is locked."""
    with office.work("Ny åtgärd") as work:
        action = _made(office, work, new)
        work.add(action)
        _check(action)
        work.commit()
    return action.id


def change_action(
    office: Office, action_id: str, values: Mapping[str, Any], revision: int | None = None
) -> ChangeSet | None:
    """Change an action. Its origin's wording stays frozen with its meeting; another decision brings its own.

    Raises Gone, Stale, UserError as :func:`add_action`, or RuleBroken for what stands on the paper of an item that is
    locked apart, until the whole protocol is adjusted and kept as it was.
    """
    unknown = set(values) - FREE_FIELDS
    if unknown:
        raise ValueError(sorted(unknown))
    with office.work("Ändra åtgärd") as work:
        action = work.get(Action, action_id, revision)
        _hold_its_item(work, action)
        for name, value in values.items():
            setattr(action, name, value)
        if values.get("decision_id"):
            action.origin_text = work.get(Decision, values["decision_id"]).text
        _check(action)
        return work.commit()


def remove_action(office: Office, action_id: str) -> ChangeSet | None:
    """Take an action away; undo brings it back. Raises RuleBroken for one that an adjusted protocol gave."""
    with office.work("Ta bort åtgärd") as work:
        action = work.get(Action, action_id)
        meeting = work.get(Meeting, action.meeting_id) if action.meeting_id else None
        item_frozen = action.item_id and meeting and active_freeze(work.session, meeting.id, action.item_id)
        if meeting is not None and (meeting.state.is_frozen or item_frozen):
            raise RuleBroken(
                "Åtgärden står i ett låst protokoll och finns kvar. Sätt läget avbruten i stället.", where=action.text
            )
        work.delete(action)
        return work.commit()


def answer(
    office: Office,
    action_id: str,
    organisation_id: str,
    status: ActionStatus,
    comment: str = "",
    new_due: date | None = None,
) -> ChangeSet | None:
    """Keep one organisation's own answer, dated today.

    The action is done when every responsible organisation has answered so; a first sign of work makes it ongoing.
    Raises RuleBroken when the organisation is not responsible.
    """
    with office.work("Svar på åtgärd") as work:
        action = work.get(Action, action_id)
        check_words("Svaret", "svar", comment)
        if organisation_id not in action.responsible and not action.everybody:
            raise RuleBroken("Organisationen är inte ansvarig för åtgärden. Lägg till den först.", where=action.text)
        answers = {a.organisation_id: a for a in work.all(ActionAnswer, action_id=action.id)}
        kept = answers.get(organisation_id)
        if kept is None:
            kept = ActionAnswer(id=office.new_id(), action_id=action.id, organisation_id=organisation_id)
            answers[organisation_id] = kept
            work.add(kept)
        kept.status, kept.comment, kept.new_due = status, comment.strip(), new_due
        kept.answered_on = office.today()
        receivers = [o.id for o in work.all(Organisation) if o.receives_sheets]
        of = asked(action.responsible, action.everybody, receivers)
        action.status = status_after(action.status, {key: one.status for key, one in answers.items()}, of)
        return work.commit()


def close_by_decision(office: Office, action_id: str, decision_id: str) -> ChangeSet | None:
    """Close an action by a decision of a later meeting ("uppdraget är utfört")."""
    with office.work("Avsluta uppdrag") as work:
        action = work.get(Action, action_id)
        action.closed_by_decision_id = work.get(Decision, decision_id).id
        action.status = ActionStatus.DONE
        return work.commit()


def _made(office: Office, work: Work, new: NewAction) -> Action:
    item: AgendaItem | None = item_to_change(work, new.item_id) if new.item_id else None
    decision = work.get(Decision, new.decision_id) if new.decision_id else None
    siblings = work.all(Action, item_id=item.id) if item else []
    return Action(
        id=office.new_id(),
        text=new.text.strip(),
        position=last_position([a.position for a in siblings]),
        responsible=new.responsible,
        lead_id=new.lead_id or (new.responsible[0] if len(new.responsible) > 1 else None),
        contact_id=new.contact_id,
        due=new.due,
        status=new.status,
        goal=new.goal,
        focus_area=new.focus_area,
        everybody=new.everybody,
        note=new.note,
        meeting_id=item.meeting_id if item else None,
        item_id=item.id if item else None,
        decision_id=decision.id if decision else None,
        origin_text=decision.text if decision else "",
    )


def _hold_its_item(work: Work, action: Action) -> None:
    """What was locked can be declined and made anew from the living words until it is adjusted."""
    meeting = work.find(Meeting, action.meeting_id) if action.meeting_id else None
    if meeting is not None and meeting.state not in _KEPT:
        hold(work, meeting)


def _check(action: Action) -> None:
    if not action.text.strip():
        raise UserError("Skriv vad som ska göras, t.ex. Byt armaturer i gångtunneln.", where="åtgärd")
    if action.lead_id and action.lead_id not in action.responsible:
        action.lead_id = action.responsible[0] if len(action.responsible) > 1 else None
    check_words("Åtgärden", "åtgärd", action.text, action.note, action.goal, action.focus_area)
