"""Undo and redo of what has been saved, and its history."""

from __future__ import annotations

from bra_desktop.services.live.private_notes import NOTES
from bra_desktop.services.office import Office
from bra_desktop.storage.history import Happened, history_of_meeting, latest_change_sets
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import find_meeting, reading_session
from bra_desktop.storage.undo import undo as undo_change_set

__all__ = ["Happened", "latest", "meeting_history", "undo"]


def undo(office: Office, change_set_id: str) -> ChangeSet:
    """Undo a change set by a compensating one; undoing that one is redo.

    Raises RuleBroken when the rows have moved on since or are locked.
    """
    return undo_change_set(office.database, change_set_id, office.actor, office.device, office.clock)


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
