"""Verifies the ledger: the chain of digests, and that rows are as the ledger last left them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bra_desktop.storage.failures import Finding
from bra_desktop.storage.ledger import BEGINNING, payload_digest, set_digest, state_digest
from bra_desktop.storage.recording import read_image
from bra_desktop.storage.tables_ledger import MIGRATED_AT_SEQUENCE, change_payload, change_row, change_set, storage_info


def chain_faults(connection: Connection) -> list[Finding]:
    """Change sets that are missing, out of order or not what was written. Holds one change set in memory at a time."""
    faults: list[Finding] = []
    previous, expected = BEGINNING, 1
    for _, group in groupby(_ledger(connection), key=lambda row: str(row["set_id"])):
        rows = list(group)
        head = {name: rows[0][f"set_{name}"] for name in change_set.columns.keys()}  # noqa: SIM118 - no mapping
        where = f"ändring {head['sequence']}"
        if head["sequence"] != expected:
            faults.append(Finding(where, "Ändringar före den saknas i historiken."))
        elif head["previous"] != previous:
            faults.append(Finding(where, "Kedjan till ändringen före är bruten."))
        kept = [row for row in rows if row["id"] is not None]
        if set_digest(head, kept) != head["digest"]:
            faults.append(Finding(where, "Kontrollsumman stämmer inte."))
        faults.extend(Finding(where, what) for what in _payload_faults(kept))
        previous, expected = head["digest"], head["sequence"] + 1
    return faults


def strayed_rows(connection: Connection) -> list[Finding]:
    """Rows that have been changed past the program since the ledger last wrote them.

    What was written before the latest migration is left out, since the migration itself may have rewritten it.
    """
    return [
        Finding(f"{row.table_name} {row.row_id}", "Raden är ändrad utanför programmet.")
        for row in _last_writings(connection)
        if row.salt is not None
        and state_digest(row.salt, read_image(connection, row.table_name, row.row_id)) != row.state_digest
    ]


def _ledger(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every row of every change set in order, the set's columns named `set_…`."""
    heads = [column.label(f"set_{column.name}") for column in change_set.columns]
    rows = connection.execution_options(yield_per=500).execute(
        select(
            *heads,
            change_row,
            change_payload.c.salt,
            change_payload.c.before,
            change_payload.c.after,
            change_payload.c.disposed_at,
            change_payload.c.id.label("payload_id"),
        )
        .outerjoin_from(change_set, change_row, change_row.c.change_set_id == change_set.c.id)
        .outerjoin(change_payload, change_payload.c.id == change_row.c.id)
        .order_by(change_set.c.sequence, change_set.c.id, change_row.c.position)
    )
    return (dict(row) for row in rows.mappings())


def _payload_faults(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        if row["payload_id"] is None or (row["salt"] is None and row["disposed_at"] is None):
            yield "Ändringens innehåll saknas."
        elif row["salt"] is None:
            continue
        elif payload_digest(row["salt"], row["before"], row["after"]) != row["payload_digest"]:
            yield "Ändringens innehåll stämmer inte med kontrollsumman."


def _last_writings(connection: Connection) -> list[Row[Any]]:
    order = (change_set.c.sequence.desc(), change_row.c.position.desc())
    which = (change_row.c.table_name, change_row.c.row_id)
    numbered = (
        select(*which, change_row.c.state_digest, change_payload.c.salt, change_set.c.sequence)
        .add_columns(func.row_number().over(partition_by=which, order_by=order).label("place"))
        .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
        .join(change_payload, change_payload.c.id == change_row.c.id)
        .subquery()
    )
    since = connection.execute(select(storage_info.c.value).where(storage_info.c.key == MIGRATED_AT_SEQUENCE)).scalar()
    latest = (numbered.c.place == 1) & (numbered.c.sequence > int(since or 0))
    return list(connection.execute(select(numbered).where(latest)))
