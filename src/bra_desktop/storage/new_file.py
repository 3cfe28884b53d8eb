"""The making of a new data folder and its file: whole, or nothing is left of it."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

from bra_desktop.storage import sqlite
from bra_desktop.storage.durable import switch_in
from bra_desktop.storage.failures import telling_disk
from bra_desktop.storage.instance import InstanceLock
from bra_desktop.storage.schema import Schema
from bra_desktop.storage.stamp import write_stamp

HALF_MADE = ".new"
BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite lays beside a file."""


def make_folder(folder: Path) -> None:
    """Make a folder that nobody else may read, since minutes may be confidential."""
    with telling_disk():
        folder.mkdir(mode=0o700)


def create_file(path: Path, schema: Schema) -> None:
    """Make the file under another name first, so that a half-made one never stands under the real name."""
    import uuid

    half_made = path.with_name(path.name + HALF_MADE)
    half_made.unlink(missing_ok=True)
    engine = sqlite.engine(half_made, read_only=False)
    try:
        with sqlite.translated(), engine.begin() as connection:
            sqlite.mark_as_ours(connection)
            schema.metadata.create_all(connection)
            sqlite.create_triggers(connection, schema.refusals)
            write_stamp(connection, schema.revision, data_id=str(uuid.uuid4()))
    finally:
        engine.dispose()
    with telling_disk():
        switch_in(half_made, path)
    sqlite.use_write_ahead_log(path)


def leave_as_it_was(path: Path, lock: InstanceLock, *, new_folder: bool) -> None:
    """Take away what the making of a file began and could not end; nothing has been saved in it yet."""
    names = [f"{path.name}{half}{of_sqlite}" for half in (HALF_MADE, "") for of_sqlite in ("", *BESIDE)]
    with contextlib.suppress(OSError):  # why it could not be made is told, not this
        for name in names:
            path.with_name(name).unlink(missing_ok=True)
    lock.remove()
    if new_folder:
        with contextlib.suppress(OSError):
            path.parent.rmdir()


@cache
def empty_file(schema: Schema) -> bytes:
    """A new file's bytes, kept since a run of tests wants many of them."""
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        create_file(Path(place) / "empty", schema)
        return (Path(place) / "empty").read_bytes()
