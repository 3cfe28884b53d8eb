"""What follows from an action's status and answers: late, answered, done, closed by decision; and who "alla" is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from bra_desktop.domain.kinds import ActionStatus, OrganisationKind

if TYPE_CHECKING:  # lists of actions do without the content
    from bra_desktop.domain.content import OrganisationContent

THE_MUNICIPALITY = frozenset({"kommunen", "kommun"})
EVERYBODY = frozenset({"alla", "samtliga"})

_NUMBERED = re.compile(r"(\d{1,2}\.\d{1,2})\.?\s+(?=\D)(.+)", re.DOTALL)
_OF_THE_MUNICIPALITY = (OrganisationKind.DEPARTMENT,)
_NOT_GIVEN_TASKS = (OrganisationKind.BOARD,)


def numbered_in_plan(text: str) -> tuple[str, str]:
    """A plan writes an activity's number before its text, "2.1 Ny belysning": the number, and the text without it.

    The number is empty where there is none.
    """
    found = _NUMBERED.match(text)
    return (found[1], found[2]) if found else ("", text)


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


def asked(responsible: tuple[str, ...], everybody: bool, receivers: Iterable[str]) -> tuple[str, ...]:
    """The organisations that are to answer; a task to everybody goes to all that receive sheets."""
    return responsible or (tuple(receivers) if everybody else ())


def status_after(status: ActionStatus, answers: Mapping[str, ActionStatus], of: Collection[str]) -> ActionStatus:
    """The status of an action of several once one has answered.

    Done when every one of those asked has answered so; the first sign of work makes it ongoing. Else it stays as the
    secretary set it.
    """
    given = [answers[key] for key in of if key in answers]
    if given and len(given) == len(of) and all(one is ActionStatus.DONE for one in given):
        return ActionStatus.DONE
    if status is ActionStatus.NOT_STARTED and any(one is not ActionStatus.NOT_STARTED for one in given):
        return ActionStatus.ONGOING
    return status


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
