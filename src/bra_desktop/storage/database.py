"""The data folder of one municipality: the file, its lock, its readers and its one writer."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bra_desktop.storage import sqlite
from bra_desktop.storage.attachments import Attachments
from bra_desktop.storage.bra_schema import SCHEMA
from bra_desktop.storage.failures import (
    FolderMissing,
    FolderReadOnly,
    NewerSchema,
    NoDatabase,
    NotOurDatabase,
    telling_disk,
)
from bra_desktop.storage.instance import InstanceLock
from bra_desktop.storage.new_file import create_file, empty_file, leave_as_it_was, make_folder
from bra_desktop.storage.schema import Schema
from bra_desktop.storage.stamp import read_stamp

if TYPE_CHECKING:  # a window shows its first page before SQLAlchemy is loaded
    from sqlalchemy import Connection, Engine

FILE_NAME = "bra.sqlite"
ATTACHMENTS = "bilagor"


class Database:
    """An open data folder. Reads run side by side, writes one at a time through :class:`storage.work.Work`.

    Made by :meth:`open`, :meth:`create`, :meth:`open_or_create` or :meth:`in_memory`; closed by :meth:`close` or
    at the end of a ``with``.
    """

    def __init__(
        self,
        folder: Path,
        schema: Schema,
        lock: InstanceLock | None,
        *,
        bare: Any = None,
        synchronous: str = "FULL",
        first_page_first: bool = False,
    ) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.schema = schema
        self.attachments = Attachments(folder / ATTACHMENTS)
        self._lock, self._synchronous = lock, synchronous
        self._loading, self._glancing, self._writing = threading.Lock(), threading.Lock(), threading.Lock()
        self._writing_thread: int | None = None
        self._bare = bare
        self._engines: dict[bool, Engine] = {}
        self._throw_away: Path | None = None
        if not first_page_first:
            self.get_ready()

    @classmethod
    def open(cls, folder: Path, schema: Schema = SCHEMA, *, first_page_first: bool = False) -> Database:
        """Open an existing data folder, bringing an older file up to date after copying it.

        With ``first_page_first`` only :meth:`glance` is ready at once; the rest gets ready at :meth:`get_ready`, or
        when it is first used.

        Raises FolderMissing, FolderReadOnly, OpenElsewhere, NoDatabase, NotOurDatabase, NewerSchema or
        MigrationFailed, each with its sentence.
        """
        _writable(folder)
        _recognise(folder / FILE_NAME)
        lock = InstanceLock(folder)
        try:
            bare = _brought_up_to_date(folder / FILE_NAME, schema)
            return cls(folder, schema, lock, bare=bare, first_page_first=first_page_first)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_to_read(cls, folder: Path, schema: Schema = SCHEMA) -> Database:
        """Open an existing data folder for reading only, also while somebody else has it open.

        An older file is brought up to date first, which nobody may stand in the way of. Raises as :meth:`open`.
        """
        _writable(folder)
        _recognise(folder / FILE_NAME)
        bare = _bare_of_that_revision(folder / FILE_NAME, schema)
        if bare is None:
            return cls.open(folder, schema, first_page_first=True)
        return cls(folder, schema, None, bare=bare, first_page_first=True)

    @classmethod
    def create(cls, folder: Path, schema: Schema = SCHEMA) -> Database:
        """Make a new, empty file in a folder, which is made too if its parent exists.

        Raises FileExistsError when there is a file already, else as :meth:`open`.
        """
        new_folder = not folder.exists() and folder.parent.is_dir()
        if new_folder:
            make_folder(folder)
        _writable(folder)
        with telling_disk():
            lock = InstanceLock(folder)
        if (folder / FILE_NAME).exists():
            lock.release()
            raise FileExistsError(folder / FILE_NAME)
        try:
            create_file(folder / FILE_NAME, schema)
            return cls(folder, schema, lock)
        except BaseException:
            leave_as_it_was(folder / FILE_NAME, lock, new_folder=new_folder)
            raise

    @classmethod
    def open_or_create(cls, folder: Path, schema: Schema = SCHEMA) -> Database:
        """Open the folder's file, or make it when the folder has none."""
        return cls.open(folder, schema) if (folder / FILE_NAME).exists() else cls.create(folder, schema)

    @classmethod
    def in_memory(cls, schema: Schema = SCHEMA, *, file: bytes | None = None) -> Database:
        """A throw-away database for tests: the same file, journal and locks, on the memory disk where there is one.

        It begins empty, or as a copy of ``file``.

        It does not wait for the disk, and its folder is removed when it is closed.
        """
        import tempfile

        memory_disk = Path("/dev/shm")
        folder = Path(tempfile.mkdtemp(prefix="bra-", dir=memory_disk if memory_disk.is_dir() else None))
        (folder / FILE_NAME).write_bytes(empty_file(schema) if file is None else file)
        database = cls(folder, schema, InstanceLock(folder), synchronous="OFF")
        database._throw_away = folder
        return database

    @contextmanager
    def glance(self) -> Iterator[Any]:
        """A bare connection for the plain SQL of the first page, which is shown before SQLAlchemy is loaded.

        It sees the data as they are at its first statement. One thread at a time has it.
        """
        with self._glancing, sqlite.translated():
            if self._bare is None:
                self._bare = sqlite.connect(self.path, read_only=True, synchronous=self._synchronous)
            self._bare.execute("BEGIN")
            try:
                yield self._bare
            finally:
                self._bare.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read-only connection that sees the data as they are at its first statement, whatever is written later."""
        if self._lock is not None:  # else nobody writes, and reading does without the mapper
            self.get_ready()
        with sqlite.translated(), self._engine(read_only=True).connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer's connection in a transaction that is rolled back unless it is committed.

        For Work, undo, disposal and migrations; use cases go through Work.
        """
        if self._lock is None:
            raise RuntimeError("this data folder was opened for reading only")
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("this thread has a unit of work open already; one use case is one transaction")
        self.get_ready()
        writer = self._engine(read_only=False)
        with self._writing, sqlite.translated(), writer.connect() as connection:
            self._writing_thread = threading.get_ident()
            try:
                yield connection
            finally:
                self._writing_thread = None

    def get_ready(self) -> None:
        """Load what everything but :meth:`glance` needs. Objects to be saved are made after this."""
        with self._loading:
            self.schema.map_classes()
        self._engine(read_only=True)

    def _engine(self, *, read_only: bool) -> Engine:
        with self._loading:
            if read_only not in self._engines:
                self._engines[read_only] = sqlite.engine(self.path, read_only=read_only, synchronous=self._synchronous)
            return self._engines[read_only]

    def close(self) -> None:
        """Wait for a write under way, bring the log into the file and let go of the folder."""
        with self._writing, self._glancing, self._loading:
            if self._bare is not None:
                self._bare.close()
                self._bare = None
            for engine in self._engines.values():
                engine.dispose()
            if self._lock is not None:
                self._lock.release()
            if self._throw_away is not None:
                import shutil

                shutil.rmtree(self._throw_away, ignore_errors=True)

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _writable(folder: Path) -> None:
    if not folder.is_dir():
        raise FolderMissing
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderReadOnly


def _recognise(path: Path) -> None:
    """Refuse what is no file of ours, before anything is written beside it."""
    if not path.exists():
        raise NoDatabase
    if not os.access(path, os.W_OK):
        raise FolderReadOnly
    with telling_disk():
        if not path.is_file() or not sqlite.is_ours(path):
            raise NotOurDatabase


def _bare_of_that_revision(path: Path, schema: Schema) -> Any:
    """A bare reading connection to the file; None for an older one. Raises NewerSchema when the program is older."""
    with sqlite.translated():
        bare = sqlite.connect(path, read_only=True)
        try:
            stamp = read_stamp(bare.execute)
        except BaseException:
            bare.close()
            raise
    if stamp.revision == schema.revision:
        return bare
    bare.close()
    if stamp.revision > schema.revision:
        raise NewerSchema(stamp.program_version)
    return None


def _brought_up_to_date(path: Path, schema: Schema) -> Any:
    """A bare reading connection to the file, which is migrated first if it is older. Raises NewerSchema."""
    bare = _bare_of_that_revision(path, schema)
    if bare is not None:
        if sqlite.has_write_ahead_log(bare):
            return bare
        bare.close()  # a copy that somebody has put back by hand
    else:
        from bra_desktop.storage.migrations.runner import migrate  # Alembic takes 0.2 s to import

        migrate(path, schema)
    with sqlite.translated():
        sqlite.use_write_ahead_log(path)
        return sqlite.connect(path, read_only=True)
