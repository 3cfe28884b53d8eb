"""Tables of frozen versions and of those who sign them.

A meeting is locked while it has a freeze without ``item_id`` that is not voided, an item while it has one of its own
(immediate adjustment). Kommunallagen 5:69 asks for the adjusted protocol to stay as it was.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from bra_desktop.domain.kinds import SignerRole
from bra_desktop.storage.columns import UtcMoment
from bra_desktop.storage.metadata import id_column, metadata
from bra_desktop.storage.value_columns import Choice

freeze = Table(
    "freeze",
    metadata,
    id_column(),
    Column("meeting_id", Text, ForeignKey("meeting.id"), nullable=False),
    Column("item_id", Text, ForeignKey("agenda_item.id")),
    Column("version", Integer, nullable=False),
    Column("format_version", Integer, nullable=False),
    Column("canonical_json", Text, nullable=False),
    Column("digest", Text, nullable=False),  # SHA-256 of canonical_json
    Column("pdf_digest", Text, ForeignKey("stored_file.id")),
    Column("last_page", Integer),  # only where pages are numbered on over the year
    Column("frozen_at", UtcMoment, nullable=False),
    Column("voided_at", UtcMoment),
    Column("void_reason", Text),
    Index(
        "uq_freeze_active_meeting",
        "meeting_id",
        unique=True,
        sqlite_where=text("item_id IS NULL AND voided_at IS NULL"),
    ),
    Index(
        "uq_freeze_active_item",
        "item_id",
        unique=True,
        sqlite_where=text("item_id IS NOT NULL AND voided_at IS NULL"),
    ),
)

signer = Table(
    "signer",
    metadata,
    id_column(),
    Column("freeze_id", Text, ForeignKey("freeze.id"), nullable=False, index=True),
    Column("meeting_id", Text, ForeignKey("meeting.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("role", Choice(SignerRole), nullable=False),
    Column("person_id", Text, nullable=False),
    Column("name", Text, nullable=False),  # as it was when the version was frozen
    Column("field", Text, nullable=False),  # name of the signature field in the PDF
    Column("certificate", Text),  # SHA-256 fingerprint of the certificate pinned to the person and role
    Column("signed_at", UtcMoment),
    Column("signed_certificate", Text),  # fingerprint of the certificate that signed
    Column("signed_pdf_digest", Text, ForeignKey("stored_file.id")),
    Column("refused_at", UtcMoment),
    Column("refuse_reason", Text),
)
