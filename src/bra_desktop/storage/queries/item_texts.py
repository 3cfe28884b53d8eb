"""The versions of an item's text, out of the ledger: who wrote when, and what stood there afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from bra_desktop.domain.stored_text import loads
from bra_desktop.domain.text import TextDocument
from bra_desktop.domain.versions import Saved, Version, versions
from bra_desktop.storage.ledger import load_image
from bra_desktop.storage.recording import Image, read_image
from bra_desktop.storage.splices import characters_lost, whole_before
from bra_desktop.storage.tables_ledger import change_payload, change_row, change_set

ITEM, TEXT = "agenda_item", "text"
WORD = 3
"""Characters: fewer that are taken away correct how a word is written."""


@dataclass(frozen=True)
class TextVersion:
    """A version with the text as it was left."""

    version: Version
    text: TextDocument


def text_versions(connection: Connection, item_id: str, typing: str) -> list[TextVersion]:
    """The versions, oldest first, back to what was disposed of. ``typing`` is the label of the use case that types."""
    changes, wanted = _known(connection, item_id, typing)
    now = read_image(connection, ITEM, item_id)
    text, found = str(now[TEXT]) if now else "", list[TextVersion]()
    for change in reversed(changes):
        version = wanted.get(change.saved.key)
        if version is not None and ((left := loads(text)) or change.kind == "update"):
            found.append(TextVersion(version, left))
        text = change.text_before(text)
    return found[::-1]


def count_text_versions(connection: Connection, item_id: str, typing: str) -> int:
    """How many versions :func:`text_versions` answers, without making their texts."""
    changes, wanted = _known(connection, item_id, typing)
    ends = (change for change in changes if change.saved.key in wanted)
    return sum(change.kind == "update" or bool(loads(str((change.after or {}).get(TEXT) or ""))) for change in ends)


def _known(connection: Connection, item_id: str, typing: str) -> tuple[list[_Change], dict[str, Version]]:
    """The changes of the text since what was disposed of, and the versions by the key of their last change."""
    rows = list(_rows(connection, item_id))
    undoes = {row.change_set_id: row.undoes for row in rows if row.undoes}
    changes = [change for row in rows if (change := _Change.of(row, undoes)).is_of_text]
    # What was disposed of cannot be gone back through.
    known = next((n for n in range(len(changes), 0, -1) if changes[n - 1].disposed), 0)
    changes = changes[known:]
    return changes, {one.key: one for one in versions((change.saved for change in changes), typing, WORD)}


@dataclass(frozen=True)
class _Change:
    saved: Saved
    kind: str
    columns: tuple[str, ...]
    before: Image | None
    after: Image | None

    @classmethod
    def of(cls, row: Row[Any], undoes: Mapping[str, str]) -> _Change:
        before, after = load_image(row.before), load_image(row.after)
        times, key = 0, undoes.get(row.change_set_id)
        while key is not None:
            times, key = times + 1, undoes.get(key)
        lost = characters_lost((before or {}).get(TEXT, ""), (after or {}).get(TEXT, ""))
        saved = Saved(row.change_set_id, row.at, row.actor, row.label, lost, times)
        return cls(saved, row.kind, tuple(row.columns.split(",")), before, after)

    @property
    def is_of_text(self) -> bool:
        return self.kind != "update" or TEXT in self.columns

    @property
    def disposed(self) -> bool:
        return self.before is None and self.after is None

    def text_before(self, text: str) -> str:
        """The text before the change, from the text after it."""
        if self.before is None:
            return ""
        if self.after is None:
            return str(self.before[TEXT])
        return str(whole_before(self.before[TEXT], self.after[TEXT], text))


def _rows(connection: Connection, item_id: str) -> Iterator[Row[Any]]:
    return iter(
        connection.execute(
            select(
                change_row.c.change_set_id,
                change_row.c.kind,
                change_row.c.columns,
                change_set.c.at,
                change_set.c.actor,
                change_set.c.label,
                change_set.c.undoes,
                change_payload.c.before,
                change_payload.c.after,
            )
            .join_from(change_row, change_set, change_set.c.id == change_row.c.change_set_id)
            .join(change_payload, change_payload.c.id == change_row.c.id)
            .where((change_row.c.table_name == ITEM) & (change_row.c.row_id == item_id))
            .order_by(change_set.c.sequence, change_row.c.position)
        )
    )
