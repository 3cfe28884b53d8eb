"""Finding the frozen version that a file grew out of."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, select

from bra_desktop.storage.tables_files import stored_file
from bra_desktop.storage.tables_freezing import freeze


@dataclass(frozen=True)
class FrozenFile:
    """A frozen version and the digest of its document as it was locked."""

    freeze_id: str
    pdf_digest: str


def frozen_beginning(connection: Connection, content: bytes) -> FrozenFile | None:
    """The frozen version whose document the content begins with; signatures are only ever appended.

    The content is read once, however many versions there are.
    """
    query = (
        select(stored_file.c.size, freeze.c.id, freeze.c.pdf_digest)
        .join_from(freeze, stored_file, freeze.c.pdf_digest == stored_file.c.id)
        .where(stored_file.c.size <= len(content))
        .order_by(stored_file.c.size, freeze.c.id)
    )
    running, read, whole = sha256(), 0, memoryview(content)
    for size, freeze_id, digest in connection.execute(query):
        running.update(whole[read:size])
        read = size
        if running.hexdigest() == digest:
            return FrozenFile(freeze_id, digest)
    return None
