"""What a document says as a file: the blocks that a locked paper was drawn from, so that a copy says the same for ever.

Every value that is no plain one is an object that names its kind under ``_``. Pictures are kept by their digests,
since they lie among the attachments. What a later program knows more of has its default.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from bra_desktop.documents import blocks, text_blocks
from bra_desktop.documents.blocks import Document

_KIND, _PICTURE, _DAY = "_", "picture", "day"
_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for module in (blocks, text_blocks)
    for kind in vars(module).values()
    if isinstance(kind, type) and is_dataclass(kind)
}


def write(document: Document) -> bytes:
    """The document as JSON in UTF-8; the same document always gives the same bytes."""
    text = json.dumps(_plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def read(file: bytes, picture: Callable[[str], bytes]) -> Document:
    """The document that was written; ``picture`` gives the bytes of a digest."""
    made: Document = _value(json.loads(file.decode("utf-8", "surrogatepass")), picture)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return {_KIND: _PICTURE, "digest": sha256(value).hexdigest()}
    if isinstance(value, date):
        return {_KIND: _DAY, "day": value.isoformat()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        told = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {_KIND: type(value).__name__, **told}
    return value


def _value(plain: Any, picture: Callable[[str], bytes]) -> Any:
    if isinstance(plain, list):
        return tuple(_value(part, picture) for part in plain)
    if not isinstance(plain, dict):
        return plain
    match plain[_KIND]:
        case "picture":
            return picture(plain["digest"])
        case "day":
            return date.fromisoformat(plain["day"])
        case name:
            kind = _KINDS[name]
            return kind(**{f.name: _value(plain[f.name], picture) for f in fields(kind) if f.name in plain})
