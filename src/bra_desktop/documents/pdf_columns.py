"""How wide the columns of a table are."""

from __future__ import annotations


def fitted(wished: list[float], least: list[float], most: list[float], total: float) -> list[float]:
    """Column widths that fill ``total``: no narrower than the longest word as far as there is room.

    ``least`` is the width of each column's longest word and ``most`` of its longest line. Wishes (0 for none) are
    given up before a word is broken. What is left after the words is shared by how much more each column would like.
    """
    low = [max(wish, word) for wish, word in zip(wished, least, strict=True)]
    if sum(low) > total:
        wished, low = [0.0] * len(low), list(least)
    if sum(low) >= total:
        return _squeezed(low, total)
    high = [max(wish, line, word) for wish, line, word in zip(wished, most, low, strict=True)]
    spare, wants = total - sum(low), [h - w for h, w in zip(high, low, strict=True)]
    if sum(wants) > spare:
        return [word + spare * want / sum(wants) for word, want in zip(low, wants, strict=True)]
    grow = [0.0 if wish else line for wish, line in zip(wished, high, strict=True)]
    if not any(grow):
        grow = [line or 1.0 for line in high]
    left = total - sum(high)
    return [line + left * part / sum(grow) for line, part in zip(high, grow, strict=True)]


def _squeezed(low: list[float], total: float) -> list[float]:
    """Too little room for the longest words: narrow columns keep theirs, the widest give way."""
    fair = total / len(low)
    rest = total - sum(word for word in low if word <= fair)
    wide = sum(word for word in low if word > fair)
    return [word if word <= fair else word * rest / wide for word in low] if wide else [fair] * len(low)
