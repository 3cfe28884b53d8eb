"""What follows from an action's stored status: late, answered, closed by decision; and who "alla" is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, ActionStatus, OrganisationKind
from bra_desktop.domain.swedish import sort_key

if TYPE_CHECKING:  # lists of actions do without the content
    from bra_desktop.domain.content import ActionContent, MeetingContent, OrganisationContent

THE_MUNICIPALITY = frozenset({"kommunen", "kommun"})
EVERYBODY = frozenset({"alla", "samtliga"})

_OF_THE_MUNICIPALITY = (OrganisationKind.DEPARTMENT,)
_NOT_GIVEN_TASKS = (OrganisationKind.BOARD,)


def is_late(status: ActionStatus, due: date | None, today: date) -> bool:
    """Whether an open action's day has passed. One without a day is never late."""
    return status.is_open and due is not None and due < today


def days_late(status: ActionStatus, due: date | None, today: date) -> int:
    """By how many days an open action is late; 0 when it is not."""
    return (today - due).days if due is not None and is_late(status, due, today) else 0


def waiting_for(responsible: Iterable[str], answered: Collection[str]) -> tuple[str, ...]:
    """The responsible organisations that have not answered."""
    return tuple(key for key in responsible if key not in answered)


def is_answered(responsible: Collection[str], answered: Collection[str]) -> bool:
    """Whether every responsible organisation has answered; nobody's action has no answer."""
    return bool(responsible) and not waiting_for(responsible, answered)


def is_closed_by_decision(status: ActionStatus, closing_decision: str | None) -> bool:
    """Whether a decision, here or of another body, ended the action."""
    return bool(closing_decision) and not status.is_open


def status_words(status: ActionStatus, due: date | None, today: date, *, answered: bool = False) -> str:
    """The one word a list shows: försenad before besvarad before the stored status."""
    if is_late(status, due, today):
        return "försenad"
    if answered and status.is_open:
        return "besvarad"
    return ACTION_STATUS_WORDS[status]


def joint_status(answers: Collection[ActionStatus]) -> ActionStatus:
    """The status of an action that several answer: done or cancelled only when all are, waiting if any waits."""
    if not answers:
        return ActionStatus.NOT_STARTED
    if all(not status.is_open for status in answers):
        return ActionStatus.DONE if ActionStatus.DONE in answers else ActionStatus.CANCELLED
    if ActionStatus.WAITING in answers:
        return ActionStatus.WAITING
    if set(answers) == {ActionStatus.NOT_STARTED}:
        return ActionStatus.NOT_STARTED
    return ActionStatus.ONGOING


def organisations_of_forum(content: MeetingContent) -> tuple[str, ...]:
    """The organisations behind the seats and the participants that can be given a task, in alphabetical order."""
    keys = {seat.organisation for seat in content.seats}
    keys |= {content.person(p.person).organisation for p in content.participants}
    found = [o for o in content.organisations if o.key in keys and o.kind not in _NOT_GIVEN_TASKS]
    return tuple(o.key for o in sorted(found, key=lambda o: sort_key(o.name)))


def resolve_responsible(content: MeetingContent, action: ActionContent) -> tuple[str, ...]:
    """The organisations that get the action in their sheets: "alla" is everybody in the forum."""
    if action.everybody and not action.responsible:
        return organisations_of_forum(content)
    return action.responsible


def resolve_words(
    words: str, organisations: Iterable[OrganisationContent], forum: Collection[str] = ()
) -> tuple[str, ...]:
    """The organisations that a written name means: its key, name or short name, "kommunen" or "alla".

    "kommunen" is the municipality's departments, "alla" those of ``forum`` (all known ones when it is empty).
    Empty when nothing fits.
    """
    known = tuple(organisations)
    name = " ".join(words.casefold().split())
    if name in EVERYBODY:
        return tuple(o.key for o in known if (o.key in forum if forum else o.kind not in _NOT_GIVEN_TASKS))
    if name in THE_MUNICIPALITY:
        return tuple(o.key for o in known if o.kind in _OF_THE_MUNICIPALITY)
    return tuple(o.key for o in known if name in (o.key.casefold(), o.name.casefold(), o.short_name.casefold()))[:1]
