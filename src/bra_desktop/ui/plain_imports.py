"""Imports Qt and keeps every later import as fast as Python makes it.

Importing PySide6 puts a hook on ``import`` that reads the source of every module that is loaded after it, to find out
who uses PySide's alternative spelling (``from __feature__ import snake_case``). Nobody does here, and the reading takes
a quarter of the time of all imports and keeps 30 MB of source text in memory.
"""

import builtins
import gc


def import_qt() -> None:
    """Import Qt's window classes and take its hook away again. Does nothing for a PySide6 that is loaded already."""
    ordinary = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = ordinary


def hold_collection() -> None:
    """Look for no unreachable cycles while the program loads: what is loaded stays, and the looking takes a sixth."""
    gc.disable()
