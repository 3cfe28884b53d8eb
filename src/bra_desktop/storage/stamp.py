"""Which revision of the schema a file has, which program wrote it, and whose data it is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from bra_desktop.storage.schema import program_version
from bra_desktop.storage.tables_ledger import storage_info


@dataclass(frozen=True)
class Stamp:
    """The schema's revision (four figures, increasing), the program's version, and the identity of the data."""

    revision: str
    program_version: str
    data_id: str


def read_stamp(connection: Connection) -> Stamp:
    """The stamp of a file. A file of ours without one counts as older than every revision."""
    known = {str(row.key): str(row.value) for row in connection.execute(select(storage_info))}
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return Stamp(str(revision or ""), known.get("program_version", ""), known.get("data_id", ""))


def write_stamp(connection: Connection, revision: str, *, data_id: str) -> None:
    """Stamp a fresh file as Alembic would, but without importing it, since that would slow every start."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (revision,))
    write_program_version(connection)
    connection.execute(insert(storage_info).values(key="data_id", value=data_id))


def write_program_version(connection: Connection) -> None:
    """Note that this version of the program has written the schema."""
    connection.execute(delete(storage_info).where(storage_info.c.key == "program_version"))
    connection.execute(insert(storage_info).values(key="program_version", value=program_version()))
