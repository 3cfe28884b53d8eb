"""Which meeting was being written when the program ended without being closed, so that the next start opens it."""

from __future__ import annotations

from bra_desktop.ui.memory import Memory

KEY = "live.interrupted"
TRIES = 3
"""So many starts try to show it. A meeting that ends the program each time must not keep anybody from the others."""


def begin(memory: Memory, ref: str) -> None:
    """The meeting is shown, and may be written in."""
    memory.jot(KEY, ref)


def end(memory: Memory) -> None:
    """Somebody has gone elsewhere, or closed the window."""
    memory.jot(KEY, "")


def meeting(memory: Memory) -> str:
    """Its reference; empty when the program was closed, and when it has been tried in vain."""
    ref, _, tried = memory.recall(KEY).partition(" ")
    return ref if len(tried) < TRIES else ""


def count_try(memory: Memory) -> None:
    """It is going to be shown. Until it is, this counts as in vain."""
    ref, _, tried = memory.recall(KEY).partition(" ")
    memory.jot(KEY, f"{ref} {tried}.")
