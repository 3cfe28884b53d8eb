"""The protocol's words as plain Typst source, for the bench where the program exists: neither tagged nor PDF/A."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_HEAD = """#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 25mm, bottom: 31mm),
  footer: context [Justerares sign #h(1fr) Sida #counter(page).display("1 (1)", both: true)])
#set text(font: "Noto Sans", size: 10pt, lang: "sv")
"""
_SPECIAL = frozenset("\\#*_`$<>@=-+/~[]\"'")


def typst_source(blocks: Sequence[tuple[str, Sequence[Any]]]) -> str:
    """The blocks as a source file that ``typst compile`` takes."""
    return _HEAD + "\n\n".join(_written(kind, parts) for kind, parts in blocks) + "\n"


def _written(kind: str, parts: Sequence[Any]) -> str:
    if kind == "heading":
        return "= " + _escaped(" ".join(parts))
    if kind == "label":
        return "\n".join(f"*{_escaped(part)}*\\" for part in parts)
    if kind == "list":
        return "\n".join(f"- {_escaped(part)}" for part in parts)
    if kind == "table":
        cells = "\n".join("  " + ", ".join(f"[{_escaped(cell)}]" for cell in row) + "," for row in parts[1:])
        head = ", ".join(f"[{_escaped(cell)}]" for cell in parts[0])
        return f"#table(columns: {len(parts[0])}, table.header({head}),\n{cells})"
    if kind == "decision":
        return "\n\n".join(f"*att* {_escaped(part)}" for part in parts)
    return "\n\n".join(_escaped(part) for part in parts)


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in text)
