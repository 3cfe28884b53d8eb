"""Undo of a saved use case: a change set of its own that puts back what was. Redo is the undo of the undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, cast, column, delete, func, insert, select, table, update
from sqlalchemy.exc import IntegrityError

from bra_desktop.storage import sqlite
from bra_desktop.storage.columns import utc_text
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Disposed, Gone, LockedSince, LockStays, MovedOn
from bra_desktop.storage.ledger import Author, ChangeSet, image_before, load_image, state_digest, write_change_set
from bra_desktop.storage.recording import Image, RowChange, read_image
from bra_desktop.storage.splices import whole_before
from bra_desktop.storage.tables_files import stored_file
from bra_desktop.storage.tables_freezing import freeze, signer
from bra_desktop.storage.tables_ledger import change_payload, change_row, change_set
from bra_desktop.storage.tables_meeting import action, agenda_item, annex, meeting, officer, participant

# The manifest of attachments only grows: another row may name the same content since.
NEVER_UNDONE = frozenset({stored_file.name})
_TEXT = "text"
_WORDS_MATTER = frozenset({_TEXT, "paragraph"})
_TOLD_IN_A_LOCKED_ITEM = (officer.name, participant.name, meeting.name)
_AT_ITS_HEAD = frozenset({"day", "place", "title", "registry_number", "closed_at", "adjournments"})
_OF_AN_ACTION = frozenset({"text", "responsible", "lead_id", "contact_id", "due", "everybody", "decision_id"})
_OF_A_FORUM = frozenset({"profile", "numbering", "number_prefix", "quorum"})
_ON_ITS_PAPER = "Den står i paragrafens eget protokoll."


def undo(database: Database, change_set_id: str, actor: str, device: str, clock: Callable[[], datetime]) -> ChangeSet:
    """Put every row of the change set back as it was before it, and record that as a change set.

    Undone again, it is a redo. Raises Gone when there is no such change set, MovedOn when it has been undone already
    or a row has changed since, Disposed when its content is gone, Frozen when a row is locked by now. Words typed in an
    item since stay, and hinder nothing.
    """
    (saved,) = undo_all(database, (change_set_id,), actor, device, clock)
    return saved


def undo_all(
    database: Database, change_set_ids: Sequence[str], actor: str, device: str, clock: Callable[[], datetime]
) -> tuple[ChangeSet, ...]:
    """Undo several change sets in that order, the latest first: all of them or none. Raises as :func:`undo`."""
    now = clock()
    with database.writing() as connection:
        connection.begin()
        sqlite.defer_foreign_keys(connection)
        try:
            saved = tuple(_put_back(connection, one, actor, device, now) for one in change_set_ids)
            connection.commit()
        except IntegrityError as error:
            connection.rollback()
            if told := sqlite.explain(error.orig or error):
                raise told from error
            # Something refers to a row that would go, or has taken its place.
            raise MovedOn from error
    return saved


def _put_back(connection: Connection, change_set_id: str, actor: str, device: str, now: datetime) -> ChangeSet:
    label = _label(connection, change_set_id)
    _check_no_lock(connection, change_set_id)
    _check_no_lock_since(connection, change_set_id)
    steps = [_Step.of(connection, row) for row in _rows(connection, change_set_id)]
    for step in steps:
        step.take(connection, now)
    changes = [change for step in steps if (change := step.change(connection)).before != change.after]
    return write_change_set(connection, Author(actor, device, label, now), changes, undoes=change_set_id)


def _label(connection: Connection, change_set_id: str) -> str:
    label = connection.execute(select(change_set.c.label).where(change_set.c.id == change_set_id)).scalar()
    if label is None:
        raise Gone
    if connection.execute(select(change_set.c.id).where(change_set.c.undoes == change_set_id)).first():
        raise MovedOn
    return str(label)


def _check_no_lock(connection: Connection, change_set_id: str) -> None:
    """A lock stays, and the lock anew that chose another way to sign."""
    locked = (
        select(freeze.c.item_id, signer.c.id)
        .outerjoin(signer, signer.c.freeze_id == freeze.c.id)
        .join(change_row, change_row.c.row_id == freeze.c.id)
        .where((change_row.c.table_name == freeze.name) & (change_row.c.kind == "insert"))
        .where(change_row.c.change_set_id == change_set_id)
    )
    if (found := connection.execute(locked).first()) is not None:
        raise LockStays(item=found.item_id is not None, signed=found.id is not None)


def _check_no_lock_since(connection: Connection, change_set_id: str) -> None:
    """What a locked § says of people and meeting stands; who was to adjust it is not taken away underneath it."""
    locked = (
        select(change_row.c.table_name, change_row.c.columns)
        .join(change_row, change_row.c.meeting_id == freeze.c.meeting_id)
        .join(change_set, change_set.c.id == change_row.c.change_set_id)
        .where(change_set.c.id == change_set_id)
        .where(change_row.c.table_name.in_(_TOLD_IN_A_LOCKED_ITEM))
        .where((change_row.c.table_name != meeting.name) | (change_row.c.kind == "update"))
        .where(freeze.c.item_id.is_not(None) & freeze.c.voided_at.is_(None))
        .where(freeze.c.frozen_at > change_set.c.at)
    )
    for row in connection.execute(locked):
        if row.table_name != meeting.name:
            raise LockedSince
        if not _AT_ITS_HEAD.isdisjoint(row.columns.split(",")):
            raise LockedSince(_ON_ITS_PAPER)
    _check_parts(connection, change_set_id)


def _check_parts(connection: Connection, change_set_id: str) -> None:
    """What stands on a locked §'s paper of its actions and annexes stands, and what the forum's §§ follow."""
    since = freeze.c.item_id.is_not(None) & freeze.c.voided_at.is_(None) & (freeze.c.frozen_at > change_set.c.at)
    done = (
        select(change_row.c.table_name, change_row.c.kind, change_row.c.columns)
        .join(change_set, change_set.c.id == change_row.c.change_set_id)
        .where(change_set.c.id == change_set_id)
    )
    given = done.join(action, action.c.id == change_row.c.row_id).join(freeze, freeze.c.item_id == action.c.item_id)
    enclosed = (
        done.join(annex, annex.c.id == change_row.c.row_id)
        .join(freeze, freeze.c.meeting_id == annex.c.meeting_id)
        .join(agenda_item, agenda_item.c.id == freeze.c.item_id)
        .where(func.instr(cast(agenda_item.c.annexes, Text), annex.c.id) > 0)
    )
    ruled = (
        done.join(meeting, meeting.c.forum_id == change_row.c.row_id)
        .join(freeze, freeze.c.meeting_id == meeting.c.id)
        .where(meeting.c.state.in_(("in_progress", "draft", "review", "adjustment")))
    )
    checks = {action.name: (given, _OF_AN_ACTION), annex.name: (enclosed, None), "forum": (ruled, _OF_A_FORUM)}
    for name in {row.table_name for row in connection.execute(done)} & checks.keys():
        query, told = checks[name]
        for row in connection.execute(query.where(since)):
            if told is None or row.kind != "update" or not told.isdisjoint(row.columns.split(",")):
                raise LockedSince(_ON_ITS_PAPER)


def _rows(connection: Connection, change_set_id: str) -> list[Row[Any]]:
    """The set's rows, last first, with what is kept of them."""
    return list(
        connection.execute(
            select(change_row, change_payload.c.salt, change_payload.c.before, change_payload.c.after)
            .join_from(change_row, change_payload, change_payload.c.id == change_row.c.id)
            .where((change_row.c.change_set_id == change_set_id) & change_row.c.table_name.not_in(NEVER_UNDONE))
            .order_by(change_row.c.position.desc())
        )
    )


def _is_as_it_was_left(connection: Connection, row: Row[Any], now: Image | None) -> bool:
    """Whether a row is as that change left it, but for words typed in an item since, where they don't matter.

    An item's text stands beside what else is kept of the item, such as a reservation, and is typed all the time. But
    an item in which somebody has written keeps its §.
    """
    if state_digest(row.salt, now) == row.state_digest:
        return True
    if now is None or (row.table_name, row.kind) != (agenda_item.name, "update"):
        return False
    if not _WORDS_MATTER.isdisjoint(row.columns.split(",")):
        return False
    text = now[_TEXT]
    for typed in connection.execute(_later_typing(row)):
        text = whole_before(json.loads(typed.before)[_TEXT], json.loads(typed.after)[_TEXT], text)
    return bool(state_digest(row.salt, now | {_TEXT: text}) == row.state_digest)


def _later_typing(row: Row[Any]) -> Select[Any]:
    """What became of the text of that row after its change, the latest first."""
    then = select(change_set.c.sequence).where(change_set.c.id == row.change_set_id).scalar_subquery()
    return (
        select(change_payload.c.before, change_payload.c.after)
        .join_from(change_row, change_payload, change_payload.c.id == change_row.c.id)
        .join(change_set, change_set.c.id == change_row.c.change_set_id)
        .where((change_row.c.table_name == row.table_name) & (change_row.c.row_id == row.row_id))
        .where((change_row.c.kind == "update") & (change_set.c.sequence > then))
        .where(("," + change_row.c.columns + ",").like(f"%,{_TEXT},%"))
        .order_by(change_set.c.sequence.desc())
    )


@dataclass(frozen=True)
class _Step:
    """One row on its way back: as it is now, and what of it was before the change set."""

    table: str
    row_id: str
    kind: str
    now: Image | None
    before: Image

    @classmethod
    def of(cls, connection: Connection, row: Row[Any]) -> _Step:
        if row.salt is None:
            raise Disposed
        now = read_image(connection, row.table_name, row.row_id)
        # A change of bookkeeping alone is the mark of an owner whose part changed; others may have marked it since.
        if row.columns and not _is_as_it_was_left(connection, row, now):
            raise MovedOn
        before = load_image(row.before) or {}
        if row.kind == "update" and row.columns:
            before = image_before(before, load_image(row.after) or {}, now or {})
        return cls(row.table_name, row.row_id, row.kind, now, before)

    def take(self, connection: Connection, moment: datetime) -> None:
        if self.kind == "insert":
            connection.execute(delete(table(self.table)).where(column("id") == self.row_id))
        elif self.kind == "delete":
            values = self.before | self._mark(self.before, moment)
            connection.execute(insert(_table(self.table, values)).values(values))
        elif self.now is not None:
            values = self.before | self._mark(self.now, moment)
            if values:
                connection.execute(update(_table(self.table, values)).where(column("id") == self.row_id).values(values))

    def change(self, connection: Connection) -> RowChange:
        return RowChange(self.table, self.row_id, self.now, read_image(connection, self.table, self.row_id))

    @staticmethod
    def _mark(image: Image, moment: datetime) -> Image:
        """The aggregate's next revision: it goes on, also when the content goes back."""
        if "revision" not in image:
            return {}
        return {"revision": image["revision"] + 1, "changed_at": utc_text(moment)}


def _table(name: str, values: Image) -> Any:
    """The table without types, since images hold values as they stand in the file."""
    return table(name, *(column(part) for part in values))
