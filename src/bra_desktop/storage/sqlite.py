"""All that only SQLite can do, so that a server database could be put in its place.

The driver is sqlcipher3, without a key until encryption comes. It reads and writes ordinary SQLite files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from bra_desktop.domain.errors import UserError
from bra_desktop.storage.failures import (
    Busy,
    Damaged,
    DeviceGone,
    DiskFull,
    FolderReadOnly,
    Frozen,
    NotOurDatabase,
    UnsavableText,
)
from bra_desktop.storage.refusals import Refusal

if TYPE_CHECKING:  # a window shows its first page before SQLAlchemy is loaded
    from sqlalchemy import Connection, Engine

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x42524144  # "BRAD"; bytes 68–71 of the file's header
BUSY_TIMEOUT = 10_000  # milliseconds
READERS = 4
REFUSED = "REFUSED: "
TRIGGER_PREFIX = "lock_"
WITHOUT_CODE = {
    "database or disk is full": driver.SQLITE_FULL,
    "disk I/O error": driver.SQLITE_IOERR,
    "unable to open database file": driver.SQLITE_CANTOPEN,
    "attempt to write a readonly database": driver.SQLITE_READONLY,
    "file is not a database": driver.SQLITE_NOTADB,
    "database disk image is malformed": driver.SQLITE_CORRUPT,
    "database is locked": driver.SQLITE_BUSY,
}


def connect(path: Path, *, read_only: bool = False, synchronous: str = "FULL", foreign_keys: bool = True) -> Any:
    """A bare driver connection in autocommit mode with the settings that every connection has."""
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT}",
        f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        "recursive_triggers = ON",  # so that REPLACE, too, meets the triggers of DELETE
        f"synchronous = {synchronous}",
        "temp_store = MEMORY",
        "secure_delete = ON",  # what is disposed of is overwritten in the file, not only forgotten
        f"query_only = {'ON' if read_only else 'OFF'}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    return connection


def engine(path: Path, *, read_only: bool, synchronous: str = "FULL", foreign_keys: bool = True) -> Engine:
    """An engine whose transactions begin IMMEDIATE for the writer and as a snapshot for readers.

    The writer has one connection, the readers a few. Without `foreign_keys` it is for migrations, which rebuild tables.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import QueuePool

    made = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connect(path, read_only=read_only, synchronous=synchronous, foreign_keys=foreign_keys),
        poolclass=QueuePool,
        pool_size=READERS if read_only else 1,
        max_overflow=-1 if read_only else 0,
    )

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return made


def has_write_ahead_log(connection: Any) -> bool:
    """Whether the file of a bare connection is one that is read and written with its log.

    SQLite is asked and not the file: to close a file takes away every lock that the process has on it (POSIX, close),
    and another program that reads it would then remove the log under a connection that writes.
    """
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def use_write_ahead_log(path: Path) -> None:
    """Set the journal mode of the file, which stays with it. Readers then never wait for the writer."""
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def is_ours(path: Path) -> bool:
    """Whether the file begins as a SQLite file that this program made; for one that no connection is open to.

    Raises OSError when it cannot be read.
    """
    with path.open("rb") as file:
        header = file.read(100)
    return header[:16] == MAGIC and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def empty_log(connection: Connection) -> None:
    """Write the log into the file and begin it anew, so that it holds no old pages. A reader may put that off.

    Outside a transaction: the connection would begin one by itself, and SQLite writes no log back within one.
    """
    connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def mark_as_ours(connection: Connection) -> None:
    """Write the program's mark into the header of the file."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite refuses into the sentence for the person; anything else passes as it is."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise UnsavableText(error.start) from error
    except Exception as error:
        refused = getattr(error, "orig", error)  # SQLAlchemy wraps what the driver raises
        if isinstance(refused, driver.Error) and (told := explain(refused)) is not None:
            raise told from error
        raise


def explain(error: BaseException) -> UserError | None:
    """The refusal that a driver's error stands for, or None when it is a fault of the program."""
    text = str(error)
    if text.startswith(REFUSED):
        return Frozen(text.removeprefix(REFUSED))
    # The online backup raises without a code.
    code = getattr(error, "sqlite_errorcode", WITHOUT_CODE.get(text, 0)) & 0xFF
    kinds: dict[int, type[UserError]] = {
        driver.SQLITE_FULL: DiskFull,
        driver.SQLITE_IOERR: DeviceGone,
        driver.SQLITE_CANTOPEN: DeviceGone,
        driver.SQLITE_READONLY: FolderReadOnly,
        driver.SQLITE_PERM: FolderReadOnly,
        driver.SQLITE_NOTADB: NotOurDatabase,
        driver.SQLITE_CORRUPT: Damaged,
        driver.SQLITE_BUSY: Busy,
        driver.SQLITE_LOCKED: Busy,
    }
    kind = kinds.get(code)
    return None if kind is None else kind()  # type: ignore[call-arg]


def defer_foreign_keys(connection: Connection) -> None:
    """Check foreign keys of this transaction when it commits, not at each row."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def copy_online(source: Path, target: Path) -> None:
    """Copy the file as it is at this moment, on a connection of its own, while writing goes on."""
    with translated():
        reader, writer = connect(source, read_only=True), driver.connect(str(target))
        try:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE")
        finally:
            writer.close()
            reader.close()


def integrity_faults(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong in the file; empty when it is whole."""
    rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [str(row) for row in rows if row != "ok"]


def foreign_key_faults(connection: Connection) -> list[str]:
    """Rows that point at nothing, as ``table → table``; empty when all references hold."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"{row[0]} → {row[2]}" for row in rows]


def triggers(connection: Connection) -> dict[str, str]:
    """Every trigger in the file by name, with its SQL."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return {str(name): str(sql) for name, sql in rows}


def structure(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Tables and indexes by name with the parts of their SQL, to compare two files; the order of parts is no matter."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    )
    return {str(name): tuple(sorted(_parts(str(sql)))) for name, sql in rows}


def _parts(sql: str) -> list[str]:
    """The statement cut at the commas of its outermost brackets, white space and quotation marks evened out."""
    plain = re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.replace('"', "").split()))
    head, _, body = plain.partition("(")
    parts, depth = [""], 0
    for character in body:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [head, *(part.removesuffix(")") if part.count("(") < part.count(")") else part for part in parts)]


def trigger_sql(refusal: Refusal) -> str:
    """The CREATE TRIGGER of a declared refusal."""
    text = (REFUSED + refusal.text).replace("'", "''")
    return (
        f'CREATE TRIGGER "{TRIGGER_PREFIX}{refusal.name}" BEFORE {refusal.event} ON "{refusal.table}"\n'
        f"WHEN {refusal.when}\nBEGIN SELECT RAISE(ABORT, '{text}'); END"
    )


def create_triggers(connection: Connection, refusals: tuple[Refusal, ...]) -> None:
    """Create the declared triggers."""
    for refusal in refusals:
        connection.exec_driver_sql(trigger_sql(refusal))


def declared_triggers(refusals: tuple[Refusal, ...]) -> dict[str, str]:
    """What :func:`triggers` answers for a file whose triggers are exactly the declared ones."""
    return {TRIGGER_PREFIX + refusal.name: trigger_sql(refusal) for refusal in refusals}


def drop_triggers(connection: Connection) -> None:
    """Remove every trigger, since a migration that rebuilds a table would drop them silently."""
    for name in triggers(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
