"""The meeting file's JSON Schema (draft 2020-12), made from the very dataclasses that read it."""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime, time
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from bra_desktop.domain.content import FORMAT, AnnexContent, MeetingContent
from bra_desktop.domain.text import (
    MAX_LEVEL,
    SCHEMA,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    TextDocument,
)
from bra_desktop.exchange.meeting_file_checks import LEAST, MOST, REF_PATTERN
from bra_desktop.exchange.meeting_file_references import points_at
from bra_desktop.exchange.meeting_file_words import FIELDS, STEP

_TEXT_BLOCKS = (Paragraph, Heading, Quotation, ListItem, Table, Image)
_POINTS_AT = {
    "person": "personens nyckel eller hela namn",
    "organisation": "organisationens nyckel eller namn",
    "item": "punktens nyckel",
    "annex": "bilagans nyckel",
    "seat": "platsens nyckel",
}
# What a field is called depends on where it stands only in these few cases.
_SPECIAL = {
    (AnnexContent, "text"): "bilagans text när den inte är en fil",
    (MeetingContent, "place"): "lokal",
    (MeetingContent, "key"): "mötets nyckel, om filen skrevs av programmet",
    (MeetingContent, "ref"): "mötets referens, som BRA-2026-12-03; samma referens är samma möte",
}


def schema() -> dict[str, Any]:
    """The schema as plain values, ready for ``json.dumps``."""
    definitions: dict[str, Any] = {}
    root = _dataclass(MeetingContent, definitions)
    root["properties"]["ref"]["pattern"] = REF_PATTERN
    root["properties"]["format"] = {"const": FORMAT, "description": FIELDS["format"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Mötesfil",
        "description": (
            "Ett möte i BRÅ Desktop. Text är en sträng med tom rad mellan stycken, eller textdelar. "
            "Radbrytning är \\n; Windows \\r\\n läses som samma radbrytning. "
            "Personer anges med nyckel eller helt namn. Klockslag är svensk tid. Fält som saknas får sitt förval."
        ),
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def choices(path: str) -> tuple[str, ...]:
    """The values that may stand where a path leads; none where anything may."""
    kind: Any = MeetingContent
    for name, _ in STEP.findall(path):
        if name:
            kind = get_type_hints(kind).get(name) if dataclasses.is_dataclass(kind) else None
            parts = [part for part in get_args(kind) if part not in (type(None), Ellipsis)]
            kind = parts[0] if parts else kind
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(member.value for member in kind if member.value)
    return ()


def _dataclass(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for field in dataclasses.fields(kind):
        properties[field.name] = _described(kind, field.name, _kind(hints[field.name], definitions))
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            required.append(field.name)
    result: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**result, "required": required} if required else result


def _described(owner: type, name: str, value: dict[str, Any]) -> dict[str, Any]:
    words = _SPECIAL.get((owner, name)) or FIELDS.get(name, name)
    if target := points_at(owner).get(name):
        words = f"{words}: {_POINTS_AT[target]}"
    if "anyOf" in value and value["anyOf"][0].get("type") == "integer":
        value["anyOf"][0] |= {"minimum": LEAST.get(name, 0)} | ({"maximum": MOST[name]} if name in MOST else {})
    return {**value, "description": words}


def _kind(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind is TextDocument:
        definitions.setdefault("text", _text(definitions))
        return {"$ref": "#/$defs/text"}
    origin = get_origin(kind)
    if origin is Union or origin is types.UnionType:
        parts = [part for part in get_args(kind) if part is not type(None)]
        return {"anyOf": [*(_kind(part, definitions) for part in parts), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _kind(get_args(kind)[0], definitions)}
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        name = kind.__name__.removesuffix("Content").lower()
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _dataclass(kind, definitions)
        return {"$ref": f"#/$defs/{name}"}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return dict(_SCALARS[kind])


_SCALARS: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"},
    time: {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$"},
}


def _text(definitions: dict[str, Any]) -> dict[str, Any]:
    blocks = []
    for block in _TEXT_BLOCKS:
        value = _dataclass(block, definitions)
        value["properties"] = {"kind": {"const": block.kind, "description": FIELDS["kind"]}, **value["properties"]}
        if "runs" in value["properties"]:
            value["properties"]["text"] = {"type": "string", "description": "texten, när den saknar egna stilar"}
            value["not"] = {"required": ["runs", "text"]}
        if block in (Heading, ListItem):
            lowest, highest = (1, 4) if block is Heading else (0, MAX_LEVEL)
            value["properties"]["level"] |= {"minimum": lowest, "maximum": highest}
        if block is Table:
            value["properties"]["rows"]["minItems"] = 1
        value["required"] = ["kind", *(name for name in value.get("required", []) if name != "id")]
        blocks.append(value)
    whole = {
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA, "description": FIELDS["schema"]},
            "blocks": {"type": "array", "items": {"oneOf": blocks}, "description": FIELDS["blocks"]},
        },
        "required": ["blocks"],
        "additionalProperties": False,
    }
    return {"anyOf": [{"type": "string"}, whole]}
