"""Tables of the ledger: every saved use case as one change set, in a chain of digests.

``change_set`` and ``change_row`` never change. What was written stands beside them in ``change_payload`` and can be
disposed of (gallring): then the marker ``disposed_at`` is left, and the chain still holds.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from bra_desktop.storage.columns import UtcMoment
from bra_desktop.storage.metadata import id_column, metadata

change_set = Table(
    "change_set",
    metadata,
    id_column(),
    Column("sequence", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("undoes", Text, ForeignKey("change_set.id")),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("sequence"),
    # A change set is undone at most once: the undo of the undo is a redo, with a set of its own.
    UniqueConstraint("undoes"),
)

change_row = Table(
    "change_row",
    metadata,
    id_column(),
    Column("change_set_id", Text, ForeignKey("change_set.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),  # insert, update, delete
    Column("table_name", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("meeting_id", Text),
    Column("columns", Text, nullable=False),  # names of the changed columns, comma between
    Column("payload_digest", Text, nullable=False),
    Column("state_digest", Text, nullable=False),  # of the whole row afterwards, bookkeeping aside
    Index("ix_change_row_change_set_id_position", "change_set_id", "position", unique=True),
    Index("ix_change_row_table_name_row_id", "table_name", "row_id"),
    Index("ix_change_row_meeting_id", "meeting_id"),
)

change_payload = Table(
    "change_payload",
    metadata,
    Column("id", Text, ForeignKey("change_row.id"), primary_key=True),
    Column("salt", Text),
    Column("before", Text),
    Column("after", Text),
    Column("disposed_at", UtcMoment),
)

# Who wrote the file: program_version of the latest write of the schema, and the identity of the data.
storage_info = Table(
    "storage_info",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

LEDGER_TABLES = frozenset({"change_set", "change_row", "change_payload", "storage_info"})
