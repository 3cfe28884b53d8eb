"""What somebody else wrote, inside a sentence of ours."""

from __future__ import annotations


def short(text: str, longest: int = 40) -> str:
    """A text that fits in a message, on one line and with its end shown when it is cut."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= longest else f"{text[: longest - 9]}…{text[-8:]}"
