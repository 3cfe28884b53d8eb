"""The one list of tables, and the columns that every aggregate has."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text

from bra_desktop.storage.columns import UtcMoment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

# Columns that Work keeps itself; they are no content, so they take no part in undo and history.
BOOKKEEPING = frozenset({"revision", "created_at", "changed_at"})


def id_column() -> Column[str]:
    """The UUID, as text, by which every row is known."""
    return Column("id", Text, primary_key=True)


def aggregate_columns() -> list[Column[Any]]:
    """What every aggregate has: id, revision, created, changed and deleted."""
    return [
        id_column(),
        Column("revision", Integer, nullable=False),
        Column("created_at", UtcMoment, nullable=False),
        Column("changed_at", UtcMoment, nullable=False),
        Column("deleted_at", UtcMoment),
    ]


def refers_to(target: str) -> ForeignKey:
    """A foreign key that is checked when the change set is committed, so that rows may be written in any order.

    ``target`` is ``table.column``.
    """
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def owner_column(name: str, target: str, *, nullable: bool = False) -> Column[str]:
    """A foreign key to the aggregate that this row is part of: a change here gives the owner a new revision.

    ``target`` is ``table.column``.
    """
    return Column(name, Text, refers_to(target), nullable=nullable, index=True, info={"owner": True})
