"""The versions of an item's att-satser, out of the ledger: who wrote when, and which there were afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, select

from bra_desktop.domain.versions import Saved, Version, versions
from bra_desktop.storage.history import Happened, history_of
from bra_desktop.storage.recording import Image, read_images
from bra_desktop.storage.tables_meeting import decision

DECISION = "decision"
COUNTS = frozenset({"text", "position", "deleted_at"})
"""Columns of which a change is a change of what is decided."""


@dataclass(frozen=True)
class KeptDecision:
    """An att-sats as it was: its row's id, words, kind and day as they stand in the file, and its place."""

    id: str
    text: str
    kind: str
    until: str | None
    position: int


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
    ids = [str(row.id) for row in connection.execute(select(decision.c.id).where(decision.c.item_id == item_id))]
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


def _saved(group: list[Happened], writing: Sequence[str], typing: str, undoes: Mapping[str, str | None]) -> Saved:
    first, times = group[0], 0
    key = undoes.get(first.change_set_id)
    while key is not None:
        times, key = times + 1, undoes.get(key)
    what = typing if first.label in writing else first.label
    lost = sum(_length(each.before) - _length(each.after) for each in group if each.kind == "update")
    return Saved(first.change_set_id, first.at, first.actor, what, lost, times)


def _length(image: Mapping[str, object] | None) -> int:
    return len(str((image or {}).get("text", "")))


def _there(rows: Mapping[str, Image]) -> Iterator[KeptDecision]:
    alive = [row for row in rows.values() if row["deleted_at"] is None]
    for row in sorted(alive, key=lambda row: (row["position"], row["id"])):
        yield KeptDecision(row["id"], row["text"], row["kind"], row["until"], row["position"])


def _go_back(rows: dict[str, Image], each: Happened) -> None:
    if each.kind == "insert":
        rows.pop(each.row_id, None)
    elif each.before is not None:
        rows[each.row_id] = {**rows.get(each.row_id, {}), **each.before}
