"""Verifies the ledger: the chain of digests, and that every row is as the ledger last left it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bra_desktop.storage.failures import Finding
from bra_desktop.storage.ledger import BEGINNING, payload_digest, set_digest, state_digest
from bra_desktop.storage.recording import Image, data_tables, images_of
from bra_desktop.storage.stamp import NOTES
from bra_desktop.storage.tables_ledger import change_payload, change_row, change_set, storage_info

GONE = "delete"
CHANGED = "Raden är ändrad utanför programmet."


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
    """Living rows that no change set wrote or that cannot be compared, and rows changed or taken away past the program.

    Every living row is compared with what the ledger last wrote of it.
    """
    written = {(str(row.table_name), str(row.row_id)): row for row in _last_writings(connection)}
    faults = [
        Finding(f"{name} {image['id']}", what)
        for name in data_tables(connection)
        for image in images_of(connection, name)
        if (what := _fault(written.pop((name, str(image["id"])), None), image))
    ]
    gone = (which for which, row in written.items() if row.kind != GONE)
    return faults + [Finding(f"{name} {row_id}", CHANGED) for name, row_id in gone]


def _fault(written: Row[Any] | None, image: Image) -> str | None:
    """What is wrong with a living row, by what the ledger last wrote of it."""
    if written is None:
        return "Raden står inte i ändringshistoriken."
    if written.kind == GONE:
        return CHANGED
    if written.salt is None:
        return "Raden går inte att jämföra, för innehållet är gallrat ur historiken."
    return CHANGED if state_digest(written.salt, image) != written.state_digest else None


def stray_notes(connection: Connection) -> list[Finding]:
    """Notes about the file that this program does not make."""
    keys = connection.execute(select(storage_info.c.key).order_by(storage_info.c.key)).scalars()
    return [Finding(f"storage_info {key}", "Uppgiften hör inte hit.") for key in keys if key not in NOTES]


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
        select(*which, change_row.c.kind, change_row.c.state_digest, change_payload.c.salt)
        .add_columns(func.row_number().over(partition_by=which, order_by=order).label("place"))
        .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
        .join(change_payload, change_payload.c.id == change_row.c.id)
        .subquery()
    )
    return list(connection.execute(select(numbered).where(numbered.c.place == 1)))
