"""The integrity check of everything that is kept: file, references, locks, history, frozen versions, attachments."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, select

from bra_desktop.domain.canonical import digest
from bra_desktop.storage import sqlite
from bra_desktop.storage.attachments import StoredFile
from bra_desktop.storage.audit import chain_faults, stray_notes, strayed_rows
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Finding
from bra_desktop.storage.tables_files import stored_file
from bra_desktop.storage.tables_freezing import freeze

# Compares the rows of a frozen meeting (its id, the item's id or None, the canonical JSON) with the frozen content.
CompareFrozen = Callable[[Connection, str, str | None, str], list[Finding]]


def check(database: Database, compare_frozen: CompareFrozen | None = None) -> list[Finding]:
    """Everything that is wrong in the data folder; empty when all holds. Reads one moment, while writing goes on."""
    with database.reading() as connection:
        findings = [Finding("databasen", fault) for fault in sqlite.integrity_faults(connection)]
        if findings:
            return findings
        findings += [
            Finding(fault, "En hänvisning pekar på något som saknas.")
            for fault in sqlite.foreign_key_faults(connection)
        ]
        findings += _trigger_faults(connection, database)
        findings += chain_faults(connection)
        findings += strayed_rows(connection)
        findings += stray_notes(connection)
        findings += list(_frozen_faults(connection, compare_frozen))
        findings += list(_attachment_faults(connection, database))
    return findings


def _trigger_faults(connection: Connection, database: Database) -> list[Finding]:
    found, declared = sqlite.triggers(connection), sqlite.declared_triggers(database.schema.refusals)
    return [
        *(Finding(name, "Låset saknas i databasen.") for name in sorted(declared.keys() - found.keys())),
        *(Finding(name, "En utlösare hör inte hit.") for name in sorted(found.keys() - declared.keys())),
        *(
            Finding(name, "Låset är ändrat.")
            for name in sorted(declared.keys() & found.keys())
            if found[name] != declared[name]
        ),
    ]


def _frozen_faults(connection: Connection, compare: CompareFrozen | None) -> Iterator[Finding]:
    for row in connection.execute(select(freeze).order_by(freeze.c.frozen_at)):
        if digest(row.canonical_json) != row.digest:
            yield Finding(f"låst version {row.version} ({row.id})", "Innehållet stämmer inte med kontrollsumman.")
        elif compare is not None and row.voided_at is None:
            yield from compare(connection, row.meeting_id, row.item_id, row.canonical_json)


def _attachment_faults(connection: Connection, database: Database) -> list[Finding]:
    manifest = [StoredFile(row.id, row.size) for row in connection.execute(select(stored_file))]
    named = {stored.id for stored in manifest}
    pointed = connection.execute(select(freeze.c.id, freeze.c.pdf_digest).where(freeze.c.pdf_digest.is_not(None)))
    return [
        *database.attachments.verify(manifest),
        *(
            Finding(f"låst version {row.id}", "Dokumentet står inte i förteckningen över bilagor.")
            for row in pointed
            if row.pdf_digest not in named
        ),
    ]
