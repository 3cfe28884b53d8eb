"""Tables of what is added to a protocol: certificates, kept documents, corrections and public notices."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from bra_desktop.storage.columns import LocalDate, UtcMoment
from bra_desktop.storage.metadata import aggregate_columns, metadata, refers_to

pinned_certificate = Table(
    "pinned_certificate",
    metadata,
    *aggregate_columns(),
    Column("person_id", Text, refers_to("person.id"), nullable=False, index=True),
    Column("fingerprint", Text, nullable=False),
    Column("pem", Text, nullable=False),
    Column("valid_from", LocalDate, nullable=False),
    Column("valid_to", LocalDate, nullable=False),
)

trusted_authority = Table(
    "trusted_authority",
    metadata,
    *aggregate_columns(),
    Column("name", Text, nullable=False),
    Column("pem", Text, nullable=False),
)

kept_document = Table(
    "kept_document",
    metadata,
    *aggregate_columns(),
    Column("meeting_id", Text, refers_to("meeting.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("digest", Text, refers_to("stored_file.id"), nullable=False),
    Column("made_at", UtcMoment, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

correction = Table(
    "correction",
    metadata,
    *aggregate_columns(),
    Column("meeting_id", Text, refers_to("meeting.id"), nullable=False, index=True),
    Column("item_id", Text, refers_to("agenda_item.id")),
    Column("made_on", LocalDate, nullable=False),
    Column("author_id", Text, refers_to("person.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("text", Text, nullable=False),
)

public_notice = Table(
    "public_notice",
    metadata,
    *aggregate_columns(),
    Column("meeting_id", Text, refers_to("meeting.id"), nullable=False, index=True),
    Column("item_id", Text, refers_to("agenda_item.id")),
    Column("posted_on", LocalDate, nullable=False),
    Column("kept_at", Text, nullable=False),
    Column("taken_down_on", LocalDate),
    Column("certified_by_id", Text, refers_to("person.id")),
)
