"""Which tables are locked with a frozen meeting or a frozen item, declared once each as data."""

# ruff: noqa: S608 - conditions of triggers, put together from the declarations in this package

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import MetaData, Table

from bra_desktop.storage.metadata import BOOKKEEPING
from bra_desktop.storage.refusals import Event, Refusal

LOCKED_TEXT = (
    "Texten är låst sedan den lämnades till justering och kan inte ändras. "
    "Skriv en rättelse; den visas bredvid originalet."
)


@dataclass(frozen=True)
class Locked:
    """Rows of `table` are locked with the meeting that column `meeting` leads to, and with the item of column `item`.

    Columns in `writable` may change all the same; the bookkeeping columns always may. With `additions` rows may be
    added, but not changed or removed: dispatches, public notices, corrections, archive events.
    """

    table: str
    meeting: str = "meeting_id"
    item: str | None = None
    writable: frozenset[str] = frozenset()
    additions: bool = False


def is_frozen(row: str, lock: Locked) -> str:
    """The SQL condition that the row (OLD, NEW or an alias) belongs to something frozen."""
    by_meeting = f'(f.item_id IS NULL AND f.meeting_id = {row}."{lock.meeting}")'
    by_item = f' OR f.item_id = {row}."{lock.item}"' if lock.item else ""
    return f"EXISTS (SELECT 1 FROM freeze f WHERE f.voided_at IS NULL AND ({by_meeting}{by_item}))"


def changes(columns: Iterable[str]) -> str:
    """The SQL condition that an update changes at least one of the columns."""
    return "(" + " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in columns) + ")"


def lock_refusals(locks: Iterable[Locked], metadata: MetaData) -> tuple[Refusal, ...]:
    """The triggers of the declared locks, three for each table.

    INSERT OR REPLACE does not fire DELETE triggers on a connection with SQLite's own settings, so the triggers of
    INSERT look for the row that would be replaced.
    """
    return tuple(refusal for lock in locks for refusal in _refusals(lock, metadata.tables[lock.table]))


def _refusals(lock: Locked, table: Table) -> list[Refusal]:
    _know_columns(lock, table)
    held = [c.name for c in table.columns if c.name not in lock.writable | BOOKKEEPING]
    moved = f"({is_frozen('OLD', lock)} OR {is_frozen('NEW', lock)}) AND {changes(held)}"
    replaces = f'EXISTS (SELECT 1 FROM "{lock.table}" o WHERE o.id = NEW.id AND {is_frozen("o", lock)})'
    inserts = replaces if lock.additions else f"{is_frozen('NEW', lock)} OR {replaces}"
    conditions: dict[Event, str] = {"INSERT": inserts, "UPDATE": moved, "DELETE": is_frozen("OLD", lock)}
    return [
        Refusal(f"{lock.table}_{event.lower()}", lock.table, event, when, LOCKED_TEXT)
        for event, when in conditions.items()
    ]


def _know_columns(lock: Locked, table: Table) -> None:
    named = {lock.meeting, *lock.writable} | ({lock.item} if lock.item else set())
    if unknown := named - set(table.columns.keys()):
        raise ValueError(f"the lock of {lock.table} names columns that it does not have: {sorted(unknown)}")
