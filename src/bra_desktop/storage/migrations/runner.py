"""Brings a file up to date, after copying it, and leaves it as it was if anything frozen came out different."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, select

from bra_desktop.domain.canonical import digest
from bra_desktop.storage import sqlite
from bra_desktop.storage.failures import MigrationFailed
from bra_desktop.storage.ledger import Author, write_change_set
from bra_desktop.storage.migrations.rows_at_rest import RowsAtRest
from bra_desktop.storage.schema import Schema
from bra_desktop.storage.stamp import read_stamp, write_program_version
from bra_desktop.storage.tables_freezing import freeze
from bra_desktop.storage.tables_ledger import change_set

AUTHOR = "BRÅ Desktop"


def migrate(path: Path, schema: Schema) -> Path:
    """Run every revision that the file lacks, in one transaction; answers where the copy of the old file lies.

    The lock triggers are taken away first, since rebuilding a table drops them silently, and put back as declared.
    Raises MigrationFailed when a frozen digest, a reference or a trigger came out different; the file is then as it
    was, and so it is when a revision itself raises.
    """
    engine = sqlite.engine(path, read_only=False, foreign_keys=False)
    try:
        with sqlite.translated(), engine.connect() as connection:
            copy = _copy(path, read_stamp(connection.exec_driver_sql).revision)
            before, rows = _Guarded.of(connection), RowsAtRest.of(connection)
            sqlite.drop_triggers(connection)
            command.upgrade(configuration(schema.metadata, schema.migrations, connection), schema.revision)
            sqlite.create_triggers(connection, schema.refusals)
            _compare(before, _Guarded.of(connection), connection, schema)
            _note(connection, rows)
            connection.commit()
    finally:
        engine.dispose()
    return copy


def configuration(metadata: MetaData, migrations: Path, connection: Connection) -> Config:
    """Alembic's configuration, which stands in no file since the program may be packed into one."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    return config


@dataclass(frozen=True)
class _Guarded:
    """What no migration may change: frozen versions, the chain of change sets, references that hold."""

    frozen: dict[str, tuple[str, str]]
    chain: list[str]
    broken_references: frozenset[str]

    @classmethod
    def of(cls, connection: Connection) -> _Guarded:
        return cls(
            frozen={
                str(row.id): (str(row.digest), digest(row.canonical_json))
                for row in connection.execute(select(freeze.c.id, freeze.c.digest, freeze.c.canonical_json))
            },
            chain=list(connection.execute(select(change_set.c.digest).order_by(change_set.c.sequence)).scalars()),
            broken_references=frozenset(sqlite.foreign_key_faults(connection)),
        )


def _copy(path: Path, revision: str) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy = path.with_name(f"{path.stem}-{revision or '0000'}-{moment}{path.suffix}")
    sqlite.copy_online(path, copy)
    return copy


def _compare(before: _Guarded, after: _Guarded, connection: Connection, schema: Schema) -> None:
    if after.frozen != before.frozen:
        raise MigrationFailed("ett låst protokoll blev annorlunda")
    if after.chain != before.chain:
        raise MigrationFailed("ändringshistoriken blev annorlunda")
    if after.broken_references - before.broken_references:
        raise MigrationFailed("en hänvisning tappades")
    if sqlite.triggers(connection) != sqlite.declared_triggers(schema.refusals):
        raise MigrationFailed("ett lås saknas")


def _note(connection: Connection, before: RowsAtRest) -> None:
    """Append what the revisions made of the rows to the chain, so that every row still is as the chain last says."""
    author = Author(AUTHOR, "", "Uppdatera kommunens data", datetime.now(UTC))
    write_change_set(connection, author, before.changed_since(connection))
    write_program_version(connection)
