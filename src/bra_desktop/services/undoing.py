"""Undo and redo of what has been saved, and its history."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.services.live.private_notes import NOTES
from bra_desktop.services.office import Office
from bra_desktop.storage.failures import Disposed, Gone, MovedOn
from bra_desktop.storage.history import Happened, history_of_meeting, latest_change_sets
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import find_meeting, reading_session
from bra_desktop.storage.queries.hidden import Marking, touches_hidden
from bra_desktop.storage.queries.hidden import marking as read_marking
from bra_desktop.storage.undo import undo as undo_change_set
from bra_desktop.storage.undo import undo_all as undo_change_sets

__all__ = ["Happened", "Marking", "check_shown", "latest", "marking", "meeting_history", "undo", "undo_all"]

FOR_GOOD = (Gone, MovedOn, Disposed)
"""Refusals of what can never be undone any more; others, as of what is locked or hidden now, may pass."""
NOT_WHILE_SHARED = (
    "Ändringen gäller något som är sekretessmarkerat och visas inte medan skärmen delas. F4 visar det igen."
)


def undo(office: Office, change_set_id: str, *, shared: bool = False) -> ChangeSet:
    """Undo a change set by a compensating one; undoing that one is redo.

    ``shared``: others see the screen, see :func:`check_shown`. Raises RuleBroken when the rows have moved on since or
    are locked.
    """
    if shared:
        check_shown(office, (change_set_id,))
    return undo_change_set(office.database, change_set_id, office.actor, office.device, office.clock)


def undo_all(office: Office, change_set_ids: Sequence[str]) -> None:
    """Undo what was one act, the latest change set first: all of it or nothing. Raises as :func:`undo`."""
    undo_change_sets(office.database, change_set_ids, office.actor, office.device, office.clock)


def check_shown(office: Office, change_set_ids: Collection[str]) -> None:
    """Raises RuleBroken when a change touched what is hidden from those who see the screen, as a mark of that itself.

    What is hidden now counts: a mark that was taken away can be put back.
    """
    with office.database.reading() as connection:
        if touches_hidden(connection, change_set_ids):
            raise RuleBroken(NOT_WHILE_SHARED)


def marking(office: Office, change_set_ids: Collection[str]) -> Marking:
    """Whether undoing the changes would show what they hid, and whether they only marked."""
    with office.database.reading() as connection:
        return read_marking(connection, change_set_ids)


def meeting_history(office: Office, ref: str) -> tuple[Happened, ...]:
    """What has happened to a meeting, newest first. What somebody notes for herself beside it is no part of that."""
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting_id = find_meeting(session, ref).id
        happened = history_of_meeting(connection, meeting_id)
        return tuple(each for each in reversed(happened) if each.table != NOTES)


def latest(office: Office, limit: int = 50) -> tuple[ChangeSet, ...]:
    """The latest change sets, newest first."""
    with office.database.reading() as connection:
        return tuple(latest_change_sets(connection, limit))
