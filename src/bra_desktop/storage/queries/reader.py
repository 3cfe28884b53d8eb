"""Reading objects of the domain without the mapper: plain rows into plain objects.

A start that only shows what is kept never loads the mapper, which takes a good part of a second on a slow machine.
The few ways of asking have the names that SQLAlchemy's session gives them, so a query serves a unit of work as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Result, Select, select

from bra_desktop.storage.domain_tables import TABLE_OF

T = TypeVar("T")


class Found(Generic[T]):
    """Objects of one kind with these values, read when they are asked for."""

    def __init__(self, connection: Connection, kind: type[T], query: Select[Any]) -> None:
        self._connection, self._kind, self._query = connection, kind, query

    def filter_by(self, **values: Any) -> Found[T]:
        """Only those whose attributes have the values; None means nothing is there."""
        columns = TABLE_OF[self._kind].c
        wanted = [columns[name].is_(None) if v is None else columns[name] == v for name, v in values.items()]
        return Found(self._connection, self._kind, self._query.where(*wanted))

    def __iter__(self) -> Iterator[T]:
        rows = self._connection.execute(self._query)
        names = tuple(rows.keys())
        for row in rows:
            # Made past the constructor: once the mapper is loaded that keeps books on every value, for saving.
            made = object.__new__(self._kind)
            made.__dict__.update(zip(names, row, strict=True))
            yield made

    def all(self) -> list[T]:
        """Every one of them."""
        return list(self)

    def first(self) -> T | None:
        """One of them, or None."""
        return next(iter(self), None)

    def one(self) -> T:
        """The only one. Raises LookupError for none or several."""
        found = self.all()
        if len(found) != 1:
            raise LookupError(f"{len(found)} of {self._kind.__name__}")
        return found[0]


class Reader:
    """Objects out of one reader's connection; what is changed in them is never saved."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def execute(self, query: Select[Any]) -> Result[Any]:
        """Plain rows."""
        return self._connection.execute(query)

    def get(self, kind: type[T], object_id: str) -> T | None:
        """The object of that id, also one that has been removed."""
        return self.query(kind).filter_by(id=object_id).first()

    def query(self, kind: type[T]) -> Found[T]:
        """Every object of a kind, to be narrowed by :meth:`Found.filter_by`."""
        return Found(self._connection, kind, select(TABLE_OF[kind]))
