"""A small schema for the machinery of storage: meetings, items, notes that are parts of items, and dispatches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.orm import registry

from bra_desktop.domain.entity import Entity
from bra_desktop.storage.locks import Locked
from bra_desktop.storage.mapping import map_domain
from bra_desktop.storage.metadata import NAMING, aggregate_columns, id_column, owner_column
from bra_desktop.storage.schema import Declared, Schema
from bra_desktop.storage.tables_files import stored_file
from bra_desktop.storage.tables_freezing import freeze, signer
from bra_desktop.storage.tables_ledger import change_payload, change_row, change_set, storage_info

METADATA = MetaData(naming_convention=NAMING)
for _table in (change_set, change_row, change_payload, storage_info, stored_file, freeze, signer):
    _table.to_metadata(METADATA)


@dataclass(eq=False, kw_only=True)
class Gathering(Entity):
    title: str = ""
    state: str = "planned"


@dataclass(eq=False, kw_only=True)
class Item(Entity):
    meeting_id: str
    title: str = ""
    text: str = ""
    note_count: int = 0


@dataclass(eq=False, kw_only=True)
class Note:
    """A part of an item, without a revision of its own."""

    id: str
    meeting_id: str
    item_id: str
    text: str = ""


@dataclass(eq=False, kw_only=True)
class Dispatch(Entity):
    meeting_id: str
    to: str = ""


@dataclass(eq=False, kw_only=True)
class Frozen:
    id: str
    meeting_id: str
    frozen_at: datetime
    item_id: str | None = None
    version: int = 1
    format_version: int = 1
    canonical_json: str = "{}"
    digest: str = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    pdf_digest: str | None = None
    voided_at: datetime | None = None
    void_reason: str | None = None


@dataclass(eq=False, kw_only=True)
class Hand:
    """A signer."""

    id: str
    freeze_id: str
    meeting_id: str
    position: int = 1
    role: str = "chair"
    person_id: str = "p"
    name: str = "Åsa Öberg"
    field: str = "ordforande"
    signed_at: datetime | None = None
    refused_at: datetime | None = None
    refuse_reason: str | None = None


meeting = Table(
    "meeting",
    METADATA,
    *aggregate_columns(),
    Column("title", Text),
    Column("state", Text),
    Column("adjusted_on", Text),
)
agenda_item = Table(
    "agenda_item",
    METADATA,
    *aggregate_columns(),
    Column("meeting_id", Text, ForeignKey("meeting.id"), nullable=False),
    Column("title", Text),
    Column("text", Text),
    Column("note_count", Integer),
)
note = Table(
    "note",
    METADATA,
    id_column(),
    Column("meeting_id", Text, ForeignKey("meeting.id"), nullable=False),
    owner_column("item_id", "agenda_item.id"),
    Column("text", Text),
)
dispatch = Table(
    "dispatch",
    METADATA,
    *aggregate_columns(),
    Column("meeting_id", Text, ForeignKey("meeting.id"), nullable=False),
    Column("to", Text),
)

LOCKS = (
    Locked("meeting", meeting="id", writable=frozenset({"state"})),
    Locked("agenda_item", item="id"),
    Locked("note", item="item_id"),
    Locked("dispatch", additions=True),
)


@cache
def map_classes() -> None:
    map_domain()  # for StoredFile, which both schemas have
    mappers = registry(metadata=METADATA)
    mappers.map_imperatively(Gathering, meeting)
    mappers.map_imperatively(Item, agenda_item)
    mappers.map_imperatively(Note, note)
    mappers.map_imperatively(Dispatch, dispatch)
    mappers.map_imperatively(Frozen, METADATA.tables["freeze"])
    mappers.map_imperatively(Hand, METADATA.tables["signer"])


SMALL = Schema(revision="0001", declare=lambda: Declared(METADATA, LOCKS), map_classes=map_classes)
