"""Following the pointers of a meeting's content, as its fields declare them.

One declaration serves the check of a meeting file, the list of people to freeze, and the change of a file's own keys
into ids.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from bra_desktop.domain.text import Run, TextDocument, block_runs, map_runs

T = TypeVar("T")
KeyChange = Callable[[str, str], str]


@dataclasses.dataclass(frozen=True)
class Pointer:
    """A place (``items[3].presenters``) that names the key of something of a kind."""

    path: str
    kind: str
    key: str


def pointers(value: Any, path: str = "") -> Iterator[Pointer]:
    """Every pointer in the value that is not empty, references inside texts among them."""
    if isinstance(value, TextDocument):
        for n, block in enumerate(value.blocks):
            for run in block_runs(block):
                if run.reference is not None:
                    yield Pointer(f"{path}.blocks[{n}]", run.reference.kind, run.reference.id)
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from pointers(part, f"{path}[{n}]")
    elif dataclasses.is_dataclass(value):
        for f in dataclasses.fields(value):
            here = f"{path}.{f.name}" if path else f.name
            part = getattr(value, f.name)
            kind = f.metadata.get("points_to")
            if kind is None:
                yield from pointers(part, here)
            else:
                for key in part if isinstance(part, tuple) else (part,):
                    if key:
                        yield Pointer(here, kind, key)


def keys(value: Any, path: str = "") -> Iterator[Pointer]:
    """Every object's own key in the value."""
    if isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from keys(part, f"{path}[{n}]")
    elif dataclasses.is_dataclass(value) and not isinstance(value, TextDocument):
        for f in dataclasses.fields(value):
            here = f"{path}.{f.name}" if path else f.name
            kind = f.metadata.get("key_of")
            if kind is not None:
                yield Pointer(here, kind, getattr(value, f.name))
            elif "points_to" not in f.metadata:
                yield from keys(getattr(value, f.name), here)


def rekey(value: T, change: KeyChange) -> T:
    """The value with every key and every pointer changed by ``change(kind, key)``. Empty ones stay empty."""
    return _rekeyed(value, change)  # type: ignore[no-any-return]


def _rekeyed(value: Any, change: KeyChange) -> Any:
    if isinstance(value, TextDocument):
        return map_runs(value, lambda run: _rekeyed_run(run, change))
    if isinstance(value, tuple):
        return tuple(_rekeyed(part, change) for part in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for f in dataclasses.fields(value):
        part = getattr(value, f.name)
        kind = f.metadata.get("points_to") or f.metadata.get("key_of")
        if kind is None:
            new = _rekeyed(part, change)
        elif isinstance(part, tuple):
            new = tuple(change(kind, key) if key else key for key in part)
        else:
            new = change(kind, part) if part else part
        if new is not part:
            changed[f.name] = new
    return dataclasses.replace(value, **changed) if changed else value


def _rekeyed_run(run: Run, change: KeyChange) -> Run:
    if run.reference is None:
        return run
    new = dataclasses.replace(run.reference, id=change(run.reference.kind, run.reference.id))
    return dataclasses.replace(run, reference=new)
