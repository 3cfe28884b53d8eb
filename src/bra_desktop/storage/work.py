"""The unit of work: one use case, one transaction, one change set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session, object_mapper

from bra_desktop.storage import sqlite
from bra_desktop.storage.attachments import StoredFile
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Gone, Stale
from bra_desktop.storage.history import dispose
from bra_desktop.storage.ledger import Author, ChangeSet, write_change_set
from bra_desktop.storage.recording import Recorder, RowChange

T = TypeVar("T")
Clock = Callable[[], datetime]


class Work:
    """Everything that one use case reads and writes, with the writer's lock held.

    ::

        with Work(database, actor, device, clock, label="Lägg till beslut") as work:
            meeting = work.get(Meeting, meeting_id, revision=7)
            meeting.add_decision(...)
            work.commit()

    Nothing is saved unless committed. Every row that the mapped objects change is recorded by itself, every changed
    aggregate gets a new revision and `changed_at`. Statements that write past the objects are refused.
    `expected_revision` is the revision that the person saw of the first aggregate that :meth:`get` takes up.
    """

    def __init__(
        self,
        database: Database,
        actor: str,
        device: str,
        clock: Clock,
        label: str = "",
        expected_revision: int | None = None,
    ) -> None:
        self.database = database
        self.now = clock()
        self._author = Author(actor, device, label, self.now)
        self._expected = expected_revision
        self._stack = ExitStack()
        self._session: Session | None = None
        self._connection: Connection | None = None
        self._recorder: Recorder | None = None
        self._disposed: dict[str, list[str]] = {}
        self._afterwards: list[Callable[[], None]] = []
        self._checks: dict[str, Callable[[Sequence[RowChange]], None]] = {}

    def __enter__(self) -> Work:
        with ExitStack() as stack:
            self._connection = stack.enter_context(self.database.writing())
            self._connection.begin()
            # Objects know each other by id, so the session cannot tell in which order their rows must be written.
            sqlite.defer_foreign_keys(self._connection)
            self._session = stack.enter_context(Session(self._connection, expire_on_commit=False))
            self._recorder = Recorder(self._session, self.now)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session = self._recorder = None
        connection, self._connection = self._connection, None
        if connection is not None and connection.in_transaction():
            connection.rollback()
        self._stack.__exit__(kind, error, trace)

    @property
    def session(self) -> Session:
        """The session, for the reading that a use case needs (`session.scalars(select(...))`)."""
        if self._session is None:
            raise RuntimeError("the unit of work is not open")
        return self._session

    def get(self, kind: type[T], object_id: str, revision: int | None = None) -> T:
        """The object, if it is there and the person has seen its latest revision.

        Raises Gone when it has been removed, Stale when somebody has changed it since that revision.
        """
        found: Any = self.session.get(kind, object_id)
        if found is None or getattr(found, "deleted_at", None) is not None:
            raise Gone
        expected, self._expected = revision if revision is not None else self._expected, None
        if expected is not None and found.revision != expected:
            raise Stale
        return found  # type: ignore[no-any-return]

    def find(self, kind: type[T], object_id: str) -> T | None:
        """The object even if it has been removed, None when there never was one."""
        return self.session.get(kind, object_id)

    def all(self, kind: type[T], **where: Any) -> list[T]:
        """Every object of the kind that has not been removed and whose attributes have these values."""
        query = select(kind).filter_by(**where)
        if (deleted_at := getattr(kind, "deleted_at", None)) is not None:
            query = query.where(deleted_at.is_(None))
        return list(self.session.scalars(query))

    def add(self, *new: object) -> None:
        """Save new objects with the commit."""
        self.session.add_all(new)

    def keep(self, stored: StoredFile) -> str:
        """Put a file, already on the disk, into the manifest; answers its digest. The same content is kept once."""
        if self.session.get(StoredFile, stored.id) is None:
            stored.stored_at = self.now
            self.session.add(stored)
            self.session.flush()
        return stored.id

    def delete(self, aggregate: Any) -> None:
        """Mark the aggregate as removed; the row stays and undo brings it back."""
        aggregate.deleted_at = self.now

    def remove(self, part: object) -> None:
        """Take the row itself away. For parts of an aggregate; the ledger keeps what it was."""
        self.session.delete(part)

    def dispose(self, thing: Any) -> None:
        """Take the row away with everything that the ledger keeps of it (gallring); undo can't bring it back."""
        for mapped in object_mapper(thing).tables:
            self._disposed.setdefault(str(mapped.name), []).append(thing.id)
        self.session.delete(thing)

    def then(self, act: Callable[[], None]) -> None:
        """Do this when everything has been saved, and not at all otherwise. It must not fail."""
        self._afterwards.append(act)

    def before_saving(self, name: str, check: Callable[[Sequence[RowChange]], None]) -> None:
        """Let this see everything that is about to be saved; when it raises, nothing is. One check for each name."""
        self._checks[name] = check

    def flush(self) -> None:
        """Write to the transaction now, where the order matters: a freeze before the meeting's new state."""
        with sqlite.translated():
            self.session.flush()

    def commit(self) -> ChangeSet | None:
        """Save everything as one change set; None when nothing had changed.

        Raises Frozen when a lock refuses, DiskFull, DeviceGone or another StorageFailure when it cannot be saved.
        After any of them nothing has been saved.
        """
        session, recorder, connection = self.session, self._recorder, self._connection
        if recorder is None or connection is None:
            raise RuntimeError("the unit of work has been committed; one use case is one transaction")
        with sqlite.translated():
            session.flush()
            changes = recorder.changes(connection)
            for check in self._checks.values():
                check(changes)
            saved = write_change_set(connection, self._author, changes) if changes else None
            for name, row_ids in self._disposed.items():
                dispose(connection, row_ids, name, self.now)
            session.commit()
            connection.commit()
            if self._disposed:
                sqlite.empty_log(connection)
        self._recorder = None
        for act in self._afterwards:
            act()
        return saved
