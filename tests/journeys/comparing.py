"""A meeting file as it reads, without the ids: everything that is pointed at is called by its name."""

from __future__ import annotations

import json
from typing import Any

Json = Any
_TEXTS = {"text", "basis", "proposition"}
_OWN = ("key", "id", "format", "digest", "size", "decided_at", "decided_without", "led_by")
"""What the program gives and notes by itself."""
_SORTED = ("people", "organisations", "seats")
_LEFT = ("version", "state", "revision")


def without_ids(data: bytes) -> dict[str, Json]:
    """What two files must have alike when the same meeting stands in both."""
    plain: dict[str, Json] = json.loads(data)
    names: dict[str, str] = {}
    for kind, word in (("people", "name"), ("organisations", "name"), ("annexes", "title"), ("items", "title")):
        names |= {one["key"]: f"{kind}:{one[word]}" for one in plain.get(kind, [])}
    for item in plain["items"]:
        for part in ("decisions", "actions"):
            names |= {one["key"]: f"{part}:{one['text']}" for one in item.get(part, [])}
    for seat in plain.get("seats", []):
        who = "+".join(names.get(key, key) for key in seat.get("holders", []))
        names[seat["key"]] = f"seat:{names.get(seat.get('organisation', ''), '')}/{seat.get('party', '')}/{who}"
    found = _plain(plain, names)
    assert isinstance(found, dict)
    for holder in (*found["items"], *found.get("annexes", []), found.get("notice", {})):
        for name in _TEXTS & holder.keys():
            holder[name] = _blocks(holder[name])
    found.get("municipality", {}).pop("arms", None)
    for name in _LEFT:
        found.pop(name, None)
    for name in _SORTED:
        found[name] = sorted(found.get(name, []), key=lambda one: json.dumps(one, ensure_ascii=False, sort_keys=True))
    return found


def _blocks(text: Json) -> Json:
    """A text of plain paragraphs may be written as one string with empty lines between them."""
    if not isinstance(text, str):
        return text
    return {"schema": 1, "blocks": [{"kind": "paragraph", "text": words} for words in text.split("\n\n")]}


def _plain(value: Json, names: dict[str, str]) -> Json:
    if isinstance(value, dict):
        return {name: _plain(one, names) for name, one in value.items() if name not in _OWN}
    if isinstance(value, list):
        return [_plain(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def differences(wanted: Json, found: Json, where: str = "") -> list[str]:
    """One line for each place where they differ."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        lines = []
        for name in sorted(wanted.keys() | found.keys()):
            lines += differences(wanted.get(name), found.get(name), f"{where}.{name}")
        return lines
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [
            line
            for at, (a, b) in enumerate(zip(wanted, found, strict=True))
            for line in differences(a, b, f"{where}[{at}]")
        ]
    return [] if wanted == found else [f"{where}: {wanted!r} != {found!r}"]
