"""Following the keys of a meeting's content, as the types of its fields declare them.

One declaration serves the check of a meeting file, the list of people to freeze, and the change of a file's own keys
into ids.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from bra_desktop.domain.content import KeyOf
from bra_desktop.domain.text import Run, TextDocument, block_runs, map_runs

T = TypeVar("T")
KeyChange = Callable[[str, str], str]


@dataclasses.dataclass(frozen=True)
class Pointer:
    """A place (``items[3].presenters``) with the key of something of a kind."""

    path: str
    kind: str
    key: str


def pointers(value: Any) -> Iterator[Pointer]:
    """Every pointer in the value that is not empty, references inside texts among them."""
    return (pointer for is_own, pointer in _walk(value, "") if not is_own and pointer.key)


def own_keys(value: Any) -> Iterator[Pointer]:
    """Every object's own key in the value."""
    return (pointer for is_own, pointer in _walk(value, "") if is_own)


def rekey(value: T, change: KeyChange) -> T:
    """The value with every key and every pointer changed by ``change(kind, key)``. Empty ones stay empty."""
    return _rekeyed(value, change)  # type: ignore[no-any-return]


@cache
def key_fields(kind: type) -> Mapping[str, str]:
    """Fields of a dataclass that hold keys, with the kind of thing they belong to."""
    found = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if get_origin(hint) is tuple:
            hint = get_args(hint)[0]
        if get_origin(hint) is Annotated:
            for mark in hint.__metadata__:
                if isinstance(mark, KeyOf):
                    found[name] = mark.kind
    return found


@cache
def _leading_fields(kind: type) -> tuple[tuple[str, str | None], ...]:
    """The fields with keys, each with the kind of thing, and (without one) those that may hold values with keys."""
    keys, hints = key_fields(kind), get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    return tuple((name, keys.get(name)) for name in names if name in keys or not _is_plain(hints[name]))


def _is_plain(hint: Any) -> bool:
    """Whether a field of that type is a word, a number, a day … and so leads nowhere."""
    parts = [part for part in get_args(hint) if part is not Ellipsis]
    if parts:
        return all(_is_plain(part) for part in parts)
    return isinstance(hint, type) and not dataclasses.is_dataclass(hint)


def _walk(value: Any, path: str) -> Iterator[tuple[bool, Pointer]]:
    if isinstance(value, TextDocument):
        for n, block in enumerate(value.blocks):
            for run in block_runs(block):
                if run.reference is not None:
                    yield False, Pointer(f"{path}.blocks[{n}]", run.reference.kind, run.reference.id)
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from _walk(part, f"{path}[{n}]")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name, kind in _leading_fields(type(value)):
            here = f"{path}.{name}" if path else name
            part = getattr(value, name)
            if kind is None:
                yield from _walk(part, here)
            else:
                for key in part if isinstance(part, tuple) else (part,):
                    yield name == "key", Pointer(here, kind, key)


def _rekeyed(value: Any, change: KeyChange) -> Any:
    if isinstance(value, TextDocument):
        return map_runs(value, lambda run: _rekeyed_run(run, change))
    if isinstance(value, tuple):
        return tuple(_rekeyed(part, change) for part in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for name, kind in _leading_fields(type(value)):
        part = getattr(value, name)
        if part is None or (isinstance(part, str | tuple) and not part):
            continue
        if kind is None:
            changed[name] = _rekeyed(part, change)
        elif isinstance(part, tuple):
            changed[name] = tuple(change(kind, key) if key else key for key in part)
        else:
            changed[name] = change(kind, part)
    return dataclasses.replace(value, **changed) if changed else value


def _rekeyed_run(run: Run, change: KeyChange) -> Run:
    if run.reference is None:
        return run
    new = dataclasses.replace(run.reference, id=change(run.reference.kind, run.reference.id))
    return dataclasses.replace(run, reference=new)
