"""The stored form of a text: JSON with sorted keys and one block per line, so that versions can be compared by line.

A text is saved every time somebody has typed in it, and of a long one only a line or two have changed since. Blocks
are values, so what a block is as a line, and what a line is as a block, is remembered for those seen last.
"""

from __future__ import annotations

import json
from functools import lru_cache

from bra_desktop.domain.canonical import DecodeError
from bra_desktop.domain.text import SCHEMA, Block, TextDocument, block_runs, with_unique_ids

REMEMBERED = 1024
"""Blocks; an item of five thousand words has about two hundred."""
LONG = 4_000
"""Characters; of a longer block every version that is typed would take much memory."""
HEAD, TAIL = '{"blocks":[', f'],"schema":{SCHEMA}}}'
EMPTY = HEAD + TAIL
"""Which most texts of most items are."""


def dumps(document: TextDocument) -> str:
    """The stored form of a text."""
    lines = [_known_line(block) if _length(block) <= LONG else _line(block) for block in document.blocks]
    inner = ",\n".join(lines)
    return f"{HEAD}\n{inner}\n{TAIL}" if lines else f"{HEAD}{TAIL}"


def loads(stored: str) -> TextDocument:
    """The inverse of :func:`dumps`. Raises DecodeError or ValueError for what it did not write."""
    if not stored or stored == EMPTY:
        return TextDocument()
    lines = stored.split("\n")
    if lines[0] == HEAD and lines[-1] == TAIL:
        try:
            return TextDocument(with_unique_ids(tuple(_read(line.removesuffix(",")) for line in lines[1:-1])))
        except (DecodeError, ValueError):
            pass  # read as a whole it says where the fault is
    return TextDocument.from_json_value(json.loads(stored))


def _length(block: Block) -> int:
    return sum(len(run.text) for run in block_runs(block))


def _line(block: Block) -> str:
    (plain,) = TextDocument((block,)).to_json_value()["blocks"]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(line: str) -> Block:
    return _known_block(line) if len(line) <= LONG else _block(line)


def _block(line: str) -> Block:
    plain = json.loads(line)
    if not isinstance(plain, dict) or "id" not in plain:
        raise DecodeError("", "missing")  # a block without an id gets one from its place in the whole
    (block,) = TextDocument.from_json_value({"blocks": [plain]}).blocks
    return block


_known_line = lru_cache(maxsize=REMEMBERED)(_line)
_known_block = lru_cache(maxsize=REMEMBERED)(_block)
