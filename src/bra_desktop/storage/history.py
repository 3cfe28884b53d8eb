"""What has happened to a thing, as frozen rows for the screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, update

from bra_desktop.storage.ledger import ChangeSet, image_before, load_image
from bra_desktop.storage.recording import Image, read_image
from bra_desktop.storage.tables_ledger import change_payload, change_row, change_set


@dataclass(frozen=True)
class Happened:
    """One row's part of one use case: the changed columns before and after, or the whole row that came or went.

    Both are None when the content has been disposed of. Of texts older than something disposed of, only the part
    that changed is known, as ``{"$splice": [place, text]}``.
    """

    change_set_id: str
    sequence: int
    at: datetime
    actor: str
    device: str
    label: str
    undoes: str | None
    undone: bool
    table: str
    row_id: str
    kind: str
    columns: tuple[str, ...]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    disposed_at: datetime | None


def history_of(connection: Connection, table: str, row_id: str) -> list[Happened]:
    """Everything that has happened to one row, oldest first."""
    return _happened(connection, (change_row.c.table_name == table) & (change_row.c.row_id == row_id))


def history_of_meeting(connection: Connection, meeting_id: str) -> list[Happened]:
    """Everything that has happened to a meeting and the rows that belong to it, oldest first."""
    return _happened(connection, change_row.c.meeting_id == meeting_id)


def happened_in(connection: Connection, change_set_ids: Collection[str]) -> list[Happened]:
    """Every row's part of those use cases, oldest first."""
    return _happened(connection, change_row.c.change_set_id.in_(change_set_ids))


def last_done(connection: Connection, meeting_id: str, *labels: str) -> datetime | None:
    """When the meeting was last changed by a use case of those labels; None where all such changes are undone."""
    undoing = change_set.alias("undoing")
    found: datetime | None = connection.execute(
        select(change_set.c.at)
        .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
        .outerjoin(undoing, undoing.c.undoes == change_set.c.id)
        .where((change_row.c.meeting_id == meeting_id) & change_set.c.label.in_(labels) & undoing.c.id.is_(None))
        .order_by(change_set.c.sequence.desc())
        .limit(1)
    ).scalar()
    return found


def last_changed(connection: Connection, meeting_id: str, before: datetime) -> datetime | None:
    """When the meeting or something in it was last changed before a moment (aware)."""
    found: datetime | None = connection.execute(
        select(change_set.c.at)
        .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
        .where((change_row.c.meeting_id == meeting_id) & (change_set.c.at < before))
        .order_by(change_set.c.sequence.desc())
        .limit(1)
    ).scalar()
    return found


def when_changed(connection: Connection, table: str, column: str, row_ids: Collection[str]) -> dict[str, datetime]:
    """When that column of each of those rows was last changed, by the row's id; those never changed are left out."""
    rows = connection.execute(
        select(change_row.c.row_id, change_set.c.at)
        .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
        .where((change_row.c.table_name == table) & change_row.c.row_id.in_(row_ids) & (change_row.c.kind == "update"))
        .where(("," + change_row.c.columns + ",").like(f"%,{column},%"))
        .order_by(change_set.c.sequence)
    )
    return {row.row_id: row.at for row in rows}


def latest_change_sets(connection: Connection, limit: int = 50) -> list[ChangeSet]:
    """The latest use cases, the latest first."""
    heads = connection.execute(select(change_set).order_by(change_set.c.sequence.desc()).limit(limit)).all()
    areas: dict[str, set[str]] = {head.id: set() for head in heads}
    for row in connection.execute(
        select(change_row.c.change_set_id, change_row.c.table_name).where(change_row.c.change_set_id.in_(areas))
    ):
        areas[row.change_set_id].add(row.table_name)
    return [ChangeSet(h.id, h.sequence, h.label, h.at, frozenset(areas[h.id]), h.undoes) for h in heads]


def dispose(connection: Connection, row_ids: list[str], table: str, at: datetime) -> int:
    """Dispose of what the ledger keeps of these rows (gallring); the marker `disposed_at` is left. Answers how many.

    The chain of digests still holds. The connection is the writer's; the caller commits.
    """
    rows = select(change_row.c.id).where((change_row.c.table_name == table) & change_row.c.row_id.in_(row_ids))
    done = connection.execute(
        update(change_payload)
        .where(change_payload.c.id.in_(rows) & change_payload.c.disposed_at.is_(None))
        .values(salt=None, before=None, after=None, disposed_at=at)
    )
    return int(done.rowcount)


def _happened(connection: Connection, which: ColumnElement[bool]) -> list[Happened]:
    undoing = change_set.alias("undoing")
    rows = connection.execute(
        select(
            change_row,
            change_set.c.sequence,
            change_set.c.at,
            change_set.c.actor,
            change_set.c.device,
            change_set.c.label,
            change_set.c.undoes,
            undoing.c.id.label("undone_by"),
            change_payload.c.before,
            change_payload.c.after,
            change_payload.c.disposed_at,
        )
        .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
        .join(change_payload, change_payload.c.id == change_row.c.id)
        .outerjoin(undoing, undoing.c.undoes == change_set.c.id)
        .where(which)
        .order_by(change_set.c.sequence, change_row.c.position)
    )
    return _whole(connection, [_one(row) for row in rows])


def _whole(connection: Connection, happened: list[Happened]) -> list[Happened]:
    """Long texts made whole again, from the rows as they are now and backwards."""
    images: dict[tuple[str, str], Image] = {}
    whole = []
    for each in reversed(happened):
        key = each.table, each.row_id
        if key not in images:
            images[key] = read_image(connection, *key) or {}
        if each.kind == "delete":
            images[key] = dict(each.before or {})
        elif each.kind == "update" and each.before is not None and each.after is not None:
            after = {name: images[key].get(name, value) for name, value in each.after.items()}
            known = all(name in images[key] for name in each.columns)
            before = image_before(dict(each.before), dict(each.after), after) if known else dict(each.before)
            images[key] |= before
            each = replace(each, before=before, after=after)
        elif each.kind == "update":
            # What was disposed of cannot be gone back through.
            images[key] = {name: value for name, value in images[key].items() if name not in each.columns}
        whole.append(each)
    return whole[::-1]


def _one(row: Row[Any]) -> Happened:
    before: Image | None = load_image(row.before)
    after: Image | None = load_image(row.after)
    return Happened(
        change_set_id=row.change_set_id,
        sequence=row.sequence,
        at=row.at,
        actor=row.actor,
        device=row.device,
        label=row.label,
        undoes=row.undoes,
        undone=row.undone_by is not None,
        table=row.table_name,
        row_id=row.row_id,
        kind=row.kind,
        columns=tuple(name for name in row.columns.split(",") if name),
        before=before,
        after=after,
        disposed_at=row.disposed_at,
    )
