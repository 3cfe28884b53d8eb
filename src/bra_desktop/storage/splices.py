"""Long texts in the ledger are kept as what differs, since a text that is typed is saved again and again.

Of a text before and after, only the middle where they differ is kept on each side, with the place where it begins.
"""

from __future__ import annotations

from typing import Any

SPLICE = "$splice"
SHORTEST = 80  # characters; shorter texts are kept whole


def spliced(before: Any, after: Any) -> tuple[Any, Any]:
    """What is kept of a value before and after: the values themselves, or of two long texts their middles."""
    if not (isinstance(before, str) and isinstance(after, str)) or min(len(before), len(after)) < SHORTEST:
        return before, after
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return tuple({SPLICE: [start, text[start : len(text) - end]]} for text in (before, after))  # type: ignore[return-value]


def whole_before(before: Any, after: Any, whole_after: Any) -> Any:
    """The value before, from what is kept of both and the whole value after."""
    if not isinstance(before, dict):
        return before
    start, middle = before[SPLICE]
    _, replaced = after[SPLICE]
    return str(whole_after)[:start] + str(middle) + str(whole_after)[start + len(replaced) :]


def characters_lost(before: Any, after: Any) -> int:
    """How many characters of a value are gone, from what is kept of it before and after."""
    if isinstance(before, dict) and isinstance(after, dict):
        return len(before[SPLICE][1])
    old, new = str(before), str(after)
    start = _alike(old, new)
    return len(old) - start - _alike(old[start:][::-1], new[start:][::-1])


def _alike(one: str, other: str) -> int:
    """How many characters the texts have in common from the beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
