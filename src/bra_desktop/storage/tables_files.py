"""The manifest of attachments: one row per file that lies beside the database, named by its digest."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table

from bra_desktop.storage.columns import UtcMoment
from bra_desktop.storage.metadata import id_column, metadata

stored_file = Table(
    "stored_file",
    metadata,
    id_column(),  # SHA-256 of the content, 64 hexadecimal figures
    Column("size", Integer, nullable=False),  # bytes
    Column("stored_at", UtcMoment, nullable=False),
)
