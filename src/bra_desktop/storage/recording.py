"""Sees every row that a session writes, by SQLAlchemy's events, so that no service has to record anything.

Images are the rows as they stand in the file, read before the first write and at the commit; so one unit of work
gives at most one change for each row, whatever happened on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, column, event, select, table, text
from sqlalchemy.orm import Mapper, Session, object_mapper, object_session

from bra_desktop.storage.metadata import BOOKKEEPING
from bra_desktop.storage.tables_ledger import LEDGER_TABLES

AT_ONCE = 500  # rows asked for in one statement
Image = dict[str, Any]
Kind = Literal["insert", "update", "delete"]


@dataclass(frozen=True)
class RowChange:
    """What became of one row: its image before and after, None where it did not exist."""

    table: str
    row_id: str
    before: Image | None
    after: Image | None

    @property
    def kind(self) -> Kind:
        """Whether the row came, changed or went."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns whose content differs, bookkeeping aside."""
        before, after = self.before or {}, self.after or {}
        names = sorted((before.keys() | after.keys()) - BOOKKEEPING)
        return tuple(name for name in names if name not in before or name not in after or before[name] != after[name])


def read_image(connection: Connection, table_name: str, row_id: str) -> Image | None:
    """The row as it stands in the file, values untranslated; None when it is not there."""
    found = connection.execute(
        select(text("*")).select_from(table(table_name)).where(column("id") == row_id)
    ).mappings()
    row = found.first()
    return None if row is None else dict(row)


def read_images(connection: Connection, table_name: str, row_ids: list[str]) -> dict[str, Image]:
    """Those of the rows that are there, by id."""
    images: dict[str, Image] = {}
    for start in range(0, len(row_ids), AT_ONCE):
        some = column("id").in_(row_ids[start : start + AT_ONCE])
        for row in connection.execute(select(text("*")).select_from(table(table_name)).where(some)).mappings():
            images[str(row["id"])] = dict(row)
    return images


def images_of(connection: Connection, table_name: str) -> Iterator[Image]:
    """Every row of a table, as :func:`read_image` gives it."""
    rows = connection.execution_options(yield_per=AT_ONCE).execute(select(text("*")).select_from(table(table_name)))
    return (dict(row) for row in rows.mappings())


def data_tables(connection: Connection) -> list[str]:
    """The tables of the file whose rows the ledger follows."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).scalars()
    return [str(name) for name in names if name not in LEDGER_TABLES and name != "alembic_version"]


class Recorder:
    """Collects what one session writes and keeps revisions and times of its aggregates."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self._before: dict[tuple[str, str], Image | None] = {}
        self._touched: dict[int, object] = {}  # by identity; kept, so that no identity is used again
        session.info["recorder"] = self
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def changes(self, connection: Connection) -> list[RowChange]:
        """Every row whose content differs from what it was, in the order they were first written."""
        ids: dict[str, list[str]] = {}
        for name, row_id in self._before:
            ids.setdefault(name, []).append(row_id)
        after = {name: read_images(connection, name, row_ids) for name, row_ids in ids.items()}
        changes = (
            RowChange(name, row_id, before, after[name].get(row_id)) for (name, row_id), before in self._before.items()
        )
        return [change for change in changes if change.before != change.after]

    def see(self, mapper: Mapper[Any], connection: Connection, target: object, *, is_new: bool) -> None:
        """Note the image of a row that is about to be written; a new one has none."""
        for mapped in mapper.tables:
            name = str(mapped.name)
            row_id = str(mapper.primary_key_from_instance(target)[0])
            if (name, row_id) not in self._before:
                self._before[name, row_id] = None if is_new else read_image(connection, name, row_id)

    def _before_flush(self, session: Session, _context: object, _instances: object) -> None:
        modified = [changed for changed in session.dirty if session.is_modified(changed)]
        for changed in (*session.new, *modified, *session.deleted):
            self._touch(changed)
            for owner in self._owners(changed):
                self._touch(owner)

    def _touch(self, aggregate: Any) -> None:
        if not hasattr(aggregate, "revision") or id(aggregate) in self._touched:
            return
        self._touched[id(aggregate)] = aggregate
        aggregate.revision = (aggregate.revision or 0) + 1
        aggregate.changed_at = self._now
        if aggregate.created_at is None:
            aggregate.created_at = self._now

    def _owners(self, part: object) -> list[object]:
        mapper = object_mapper(part)
        found = []
        for owned in (c for c in mapper.local_table.columns if c.info.get("owner")):
            owner_id = getattr(part, mapper.get_property_by_column(owned).key)
            referred = next(iter(owned.foreign_keys)).column.table
            kind = next(m.class_ for m in mapper.registry.mappers if m.local_table is referred)
            with self._session.no_autoflush:
                owner = self._session.get(kind, owner_id) if owner_id is not None else None
            if owner is not None:
                found.append(owner)
        return found


def _refuse_bulk(state: Any) -> None:
    if not state.is_select:
        raise RuntimeError("a unit of work writes objects; statements that write would pass by the ledger")


def _see(mapper: Mapper[Any], connection: Connection, target: object, *, is_new: bool = False) -> None:
    session = object_session(target)
    recorder = session.info.get("recorder") if session is not None else None
    if recorder is not None:
        recorder.see(mapper, connection, target, is_new=is_new)


event.listen(Mapper, "before_insert", partial(_see, is_new=True))
event.listen(Mapper, "before_update", _see)
event.listen(Mapper, "before_delete", _see)
