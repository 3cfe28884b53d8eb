"""Writes change sets into the ledger and says how their digests are made.

Each row's content is digested with a salt of its own, so that nothing can be guessed from the digest when the content
has been disposed of; each set's digest covers its rows' digests and the set before it.
"""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bra_desktop.domain.canonical import canonical_json, digest
from bra_desktop.storage.columns import utc_text
from bra_desktop.storage.metadata import BOOKKEEPING
from bra_desktop.storage.recording import Image, RowChange
from bra_desktop.storage.splices import spliced, whole_before
from bra_desktop.storage.tables_ledger import change_payload, change_row, change_set

BEGINNING = "0" * 64
MEETING_TABLE = "meeting"


@dataclass(frozen=True)
class ChangeSet:
    """One saved use case. `areas` are the names of the tables whose rows it changed."""

    id: str
    sequence: int
    label: str
    at: datetime
    areas: frozenset[str]
    undoes: str | None = None


@dataclass(frozen=True)
class Author:
    """Who makes a change, on which device, in which use case, and when."""

    actor: str
    device: str
    label: str
    at: datetime


def write_change_set(
    connection: Connection, author: Author, changes: Sequence[RowChange], undoes: str | None = None
) -> ChangeSet:
    """Append one change set to the chain, in the transaction of the change itself."""
    last = connection.execute(
        select(change_set.c.sequence, change_set.c.digest).order_by(change_set.c.sequence.desc()).limit(1)
    ).first()
    sequence, previous = (last.sequence + 1, last.digest) if last else (1, BEGINNING)
    made = [_row(position, change) for position, change in enumerate(changes, start=1)]
    rows, payloads = [row for row, _ in made], [payload for _, payload in made]
    head: dict[str, Any] = {
        "id": str(uuid.uuid4()),
        "sequence": sequence,
        "actor": author.actor,
        "device": author.device,
        "label": author.label,
        "at": author.at,
        "undoes": undoes,
        "previous": previous,
    }
    connection.execute(insert(change_set).values(**head, digest=set_digest(head, rows)))
    if rows:
        connection.execute(insert(change_row), [row | {"change_set_id": head["id"]} for row in rows])
        connection.execute(insert(change_payload), payloads)
    areas = frozenset(change.table for change in changes)
    return ChangeSet(head["id"], sequence, author.label, author.at, areas, undoes)


def set_digest(head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> str:
    """The digest of a change set: everything in its row but the digest, and everything in its rows."""
    row_names = ("id", "position", "kind", "table_name", "row_id", "meeting_id", "columns")
    digests = ("payload_digest", "state_digest")
    content = {name: head[name] for name in ("id", "sequence", "actor", "device", "label", "undoes", "previous")}
    content["at"] = utc_text(head["at"])
    content["rows"] = [[row[name] for name in row_names + digests] for row in rows]
    return digest(canonical_json(content))


def payload_digest(salt: str, before: str | None, after: str | None) -> str:
    """The digest of what a row was and became, with its salt."""
    return digest(f"{salt}\n{before or ''}\n{after or ''}")


def state_digest(salt: str, image: Image | None) -> str:
    """The digest of a whole row, bookkeeping aside, with a salt; tells whether a row has moved on.

    Empty columns are left out, so that a migration that adds one changes no digest.
    """
    content = None
    if image is not None:
        content = {name: part for name, part in image.items() if part is not None and name not in BOOKKEEPING}
    return digest(f"{salt}\n{canonical_json(content)}")


def load_image(text: str | None) -> Image | None:
    """What the ledger kept of a row on one side of a change; long texts of an update are spliced."""
    return None if text is None else dict(json.loads(text))


def image_before(kept_before: Image, kept_after: Image, whole_after: Image) -> Image:
    """The changed columns of an update as they were, from what was kept and the whole row after it."""
    return {name: whole_before(value, kept_after[name], whole_after.get(name)) for name, value in kept_before.items()}


def _row(position: int, change: RowChange) -> tuple[dict[str, Any], dict[str, Any]]:
    salt = secrets.token_hex(16)
    before, after = _kept(change)
    row = {
        "id": str(uuid.uuid4()),
        "position": position,
        "kind": change.kind,
        "table_name": change.table,
        "row_id": change.row_id,
        "meeting_id": _meeting_of(change),
        "columns": ",".join(change.columns),
        "payload_digest": payload_digest(salt, before, after),
        "state_digest": state_digest(salt, change.after),
    }
    return row, {"id": row["id"], "salt": salt, "before": before, "after": after}


def _kept(change: RowChange) -> tuple[str | None, str | None]:
    """Of an update only what changed is kept, before and after; of a row that came or went, all of it."""
    before, after = change.before, change.after
    if before is not None and after is not None:
        parts = {name: spliced(before[name], after[name]) for name in change.columns}
        before, after = ({name: part[side] for name, part in parts.items()} for side in (0, 1))
    return _text(before), _text(after)


def _text(image: Image | None) -> str | None:
    return None if image is None else canonical_json(image)


def _meeting_of(change: RowChange) -> str | None:
    if change.table == MEETING_TABLE:
        return change.row_id
    image = change.after or change.before or {}
    found = image.get("meeting_id")
    return None if found is None else str(found)
