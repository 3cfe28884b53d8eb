"""The versions of an item's att-satser, out of the ledger: who wrote when, and which there were afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, select

from bra_desktop.domain.versions import Saved, Version, versions
from bra_desktop.storage.history import Happened, history_of
from bra_desktop.storage.ledger import load_image
from bra_desktop.storage.recording import Image, read_images
from bra_desktop.storage.splices import characters_lost
from bra_desktop.storage.tables_ledger import change_payload, change_row
from bra_desktop.storage.tables_meeting import agenda_item, decision

DECISION = "decision"
COUNTS = frozenset({"text", "position", "deleted_at"})
"""Columns of which a change is a change of what is decided."""


@dataclass(frozen=True)
class KeptDecision:
    """An att-sats as it was: its row's id, words, kind and day as they stand in the file, its place, and when it was
    taken without whom.
    """

    id: str
    text: str
    kind: str
    until: str | None
    position: int
    decided_at: str | None = None
    decided_without: str | None = None


@dataclass(frozen=True)
class DecisionVersion:
    """A version with the att-satser as they were left, in their order."""

    version: Version
    decisions: tuple[KeptDecision, ...]


def decision_versions(
    connection: Connection, item_id: str, writing: Sequence[str], typing: str
) -> list[DecisionVersion]:
    """The versions, oldest first, back to what was disposed of.

    writing: the labels of the use cases that go on and on while an att-sats is typed; in a version they are ``typing``.
    """
    ids = _all_ever(connection, item_id)
    rows = read_images(connection, DECISION, ids)
    happened = sorted((each for key in ids for each in history_of(connection, DECISION, key)), key=lambda h: h.sequence)
    groups = [list(group) for _, group in groupby(happened, key=lambda each: each.sequence)]
    undoes = {group[0].change_set_id: group[0].undoes for group in groups if group[0].undoes}
    left: dict[str, tuple[KeptDecision, ...]] = {}
    saved: list[Saved] = []
    for group in reversed(groups):
        if any(each.disposed_at is not None for each in group):
            break  # what was disposed of cannot be gone back through
        if any(each.kind != "update" or COUNTS.intersection(each.columns) for each in group):
            left[group[0].change_set_id] = tuple(_there(rows))
            saved.append(_saved(group, writing, typing, undoes))
        for each in group:
            _go_back(rows, each)
    return [DecisionVersion(version, left[version.key]) for version in versions(reversed(saved), typing)]


def _all_ever(connection: Connection, item_id: str) -> list[str]:
    """The ids of the item's att-satser, removed ones too, and those whose rows went when their coming was undone."""
    there = connection.execute(select(decision.c.id).where(decision.c.item_id == item_id)).scalars()
    gone = connection.execute(
        select(change_row.c.row_id, change_payload.c.before)
        .join_from(change_row, change_payload, change_payload.c.id == change_row.c.id)
        .join(agenda_item, agenda_item.c.meeting_id == change_row.c.meeting_id)
        .where((agenda_item.c.id == item_id) & (change_row.c.table_name == DECISION) & (change_row.c.kind == "delete"))
    )
    went = (row.row_id for row in gone if (load_image(row.before) or {}).get("item_id") == item_id)
    return list(dict.fromkeys(str(key) for key in (*there, *went)))


def _saved(group: list[Happened], writing: Sequence[str], typing: str, undoes: Mapping[str, str | None]) -> Saved:
    first, times = group[0], 0
    key = undoes.get(first.change_set_id)
    while key is not None:
        times, key = times + 1, undoes.get(key)
    what = typing if first.label in writing else first.label
    lost = sum(_lost(each) for each in group if each.kind == "update" and "text" in each.columns)
    return Saved(first.change_set_id, first.at, first.actor, what, lost, times)


def _lost(each: Happened) -> int:
    return characters_lost((each.before or {}).get("text", ""), (each.after or {}).get("text", ""))


def _there(rows: Mapping[str, Image]) -> Iterator[KeptDecision]:
    alive = [row for row in rows.values() if row["deleted_at"] is None]
    for row in sorted(alive, key=lambda row: (row["position"], row["id"])):
        said = (row["id"], row["text"], row["kind"], row["until"], row["position"])
        yield KeptDecision(*said, row.get("decided_at"), row.get("decided_without"))


def _go_back(rows: dict[str, Image], each: Happened) -> None:
    if each.kind == "insert":
        rows.pop(each.row_id, None)
    elif each.before is not None:
        rows[each.row_id] = {**rows.get(each.row_id, {}), **each.before}
