"""Values of the domain as columns: choices as their code word, texts as blocks, frozen values as JSON."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from bra_desktop.domain.canonical import canonical_json, from_plain
from bra_desktop.domain.stored_text import dumps, loads
from bra_desktop.domain.text import TextDocument

NOTHING = canonical_json(())


class Choice(TypeDecorator[StrEnum]):
    """A word out of a closed set ↔ its code name."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.kind(value)


class Blocks(TypeDecorator[TextDocument]):
    """A text of schema 1, one block per line."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: TextDocument | None, dialect: Dialect) -> str:
        return dumps(value or TextDocument())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> TextDocument:
        return loads(value or "")


class Values(TypeDecorator[tuple[Any, ...]]):
    """A tuple of frozen values (or of plain strings) as canonical JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str:
        return canonical_json(value or ())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[Any, ...]:
        if not value or value == NOTHING:  # of most columns in most rows
            return ()
        return tuple(from_plain(self.kind, part) for part in json.loads(value))
