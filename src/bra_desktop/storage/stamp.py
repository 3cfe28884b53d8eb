"""Which revision of the schema a file has, which program wrote it, and whose data it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bra_desktop.storage.schema import program_version

if TYPE_CHECKING:  # a stamp is read before SQLAlchemy is loaded
    from sqlalchemy import Connection

NOTES = frozenset({"program_version", "data_id"})
"""What storage_info holds."""


@dataclass(frozen=True)
class Stamp:
    """The schema's revision (four figures, increasing), the program's version, and the identity of the data."""

    revision: str
    program_version: str
    data_id: str


def read_stamp(execute: Callable[[str], Any]) -> Stamp:
    """The stamp of a file. A file of ours without one counts as older than every revision.

    ``execute`` runs plain SQL: the driver's own, or ``exec_driver_sql`` of a connection.
    """
    known = {str(key): str(value) for key, value in execute("SELECT key, value FROM storage_info").fetchall()}
    found = execute("SELECT version_num FROM alembic_version").fetchone()
    return Stamp(str(found[0]) if found else "", known.get("program_version", ""), known.get("data_id", ""))


def write_stamp(connection: Connection, revision: str, *, data_id: str) -> None:
    """Stamp a fresh file as Alembic would, but without importing it, since that would slow every start."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (revision,))
    write_program_version(connection)
    connection.exec_driver_sql("INSERT INTO storage_info (key, value) VALUES ('data_id', ?)", (data_id,))


def write_program_version(connection: Connection) -> None:
    """Note that this version of the program has written the schema."""
    connection.exec_driver_sql("DELETE FROM storage_info WHERE key = 'program_version'")
    connection.exec_driver_sql(
        "INSERT INTO storage_info (key, value) VALUES ('program_version', ?)", (program_version(),)
    )
