"""Frozen dataclasses to canonical JSON and back.

Canonical JSON: UTF-8, keys sorted, no spaces, values equal to their field's default left out, dates and times in
ISO 8601. The same content always gives the same bytes, so a digest of them can be signed and compared.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import types
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_PLAIN = frozenset({str, int, bool, float, type(None)})


class DecodeError(Exception):
    """A value does not fit its field. ``path`` leads to it, e.g. ``items[3].decisions[0].text``."""

    def __init__(self, path: str, problem: str, value: object = None) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem
        self.value = value


def to_plain(value: Any) -> Any:
    """A dataclass, enum, date or tuple as the plain values of JSON."""
    if type(value) in _PLAIN:  # by far the most, and somebody may be typing meanwhile
        return value
    if hasattr(value, "to_json_value"):
        return value.to_json_value()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_plain(part)
            for f in dataclasses.fields(value)
            if not _is_default(f, part := getattr(value, f.name))
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes" if not (value.second or value.microsecond) else "auto")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M") if not (value.second or value.microsecond) else value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_plain(part) for part in value]
    if isinstance(value, (frozenset, set)):
        return sorted(to_plain(part) for part in value)
    if isinstance(value, dict):
        return {str(key): to_plain(part) for key, part in value.items()}
    return value


def canonical_json(value: Any) -> str:
    """The one canonical text of a dataclass or plain value."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str | bytes) -> str:
    """SHA-256 in lower-case hexadecimal figures of the UTF-8 text."""
    return hashlib.sha256(text.encode("utf-8") if isinstance(text, str) else text).hexdigest()


def from_plain(kind: type[T], value: Any, path: str = "") -> T:
    """The inverse of :func:`to_plain` for a dataclass.

    Raises DecodeError, with the path to the first value that does not fit.
    """
    return _decode(kind, value, path)  # type: ignore[no-any-return]


def _is_default(field: dataclasses.Field[Any], value: Any) -> bool:
    if field.metadata.get("always"):
        return False
    if field.default is not dataclasses.MISSING:
        return bool(value == field.default) and type(value) is type(field.default)
    if field.default_factory is not dataclasses.MISSING:
        return bool(value == field.default_factory())
    return False


_DAY, _CLOCK = r"\d{4}-\d{2}-\d{2}", r"\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?"
# The standard library reads ISO 8601's other forms too, such as weeks, which no file of this shape has.
_CLOCK_FORMS: dict[Any, re.Pattern[str]] = {
    date: re.compile(_DAY, re.ASCII),
    datetime: re.compile(f"{_DAY}T{_CLOCK}", re.ASCII),
    time: re.compile(_CLOCK, re.ASCII),
}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode(kind: Any, value: Any, path: str) -> Any:
    if hasattr(kind, "from_json_value"):
        return kind.from_json_value(value, path)
    origin = get_origin(kind)
    if origin is Union or origin is types.UnionType:
        return _decode_union(kind, value, path)
    if origin is tuple:
        return _decode_tuple(kind, value, path)
    if origin is dict:
        if not isinstance(value, dict):
            raise DecodeError(path, "object")
        part_kind = get_args(kind)[1]
        return {str(key): _decode(part_kind, part, f"{path}.{key}") for key, part in value.items()}
    if dataclasses.is_dataclass(kind):
        return _decode_dataclass(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise DecodeError(path, "choice", value) from None
    return _decode_scalar(kind, value, path)


def _decode_union(kind: Any, value: Any, path: str) -> Any:
    parts = [part for part in get_args(kind) if part is not type(None)]
    if value is None:
        if len(parts) < len(get_args(kind)):
            return None
        raise DecodeError(path, "null")
    if len(parts) != 1:
        raise TypeError(f"only optional unions are supported: {kind}")
    return _decode(parts[0], value, path)


def _decode_tuple(kind: Any, value: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise DecodeError(path, "list")
    part_kind = get_args(kind)[0]
    return tuple(_decode(part_kind, part, f"{path}[{n}]") for n, part in enumerate(value))


def _decode_dataclass(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise DecodeError(path, "object")
    hints = _hints(kind)
    arguments = {}
    for field in dataclasses.fields(kind):
        here = f"{path}.{field.name}" if path else field.name
        if field.name in value:
            arguments[field.name] = _decode(hints[field.name], value[field.name], here)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise DecodeError(here, "missing")
    unknown = sorted(set(value) - {f.name for f in dataclasses.fields(kind)})
    if unknown:
        raise DecodeError(f"{path}.{unknown[0]}" if path else unknown[0], "unknown")
    return kind(**arguments)


def _decode_scalar(kind: Any, value: Any, path: str) -> Any:
    if kind in (date, datetime, time):
        if not isinstance(value, str) or not _CLOCK_FORMS[kind].fullmatch(value):
            raise DecodeError(path, kind.__name__, value)
        try:
            return kind.fromisoformat(value)
        except ValueError:
            raise DecodeError(path, kind.__name__, value) from None
    if kind is bool or kind is str:
        if not isinstance(value, kind):
            raise DecodeError(path, kind.__name__, value)
        return value
    if kind is int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise DecodeError(path, "int", value)
        return value
    raise TypeError(f"no rule for {kind} at {path}")
