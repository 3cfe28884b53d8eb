"""What Mötesläge offers to the palette: all that its menu has, and what can be added to the item that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QMenu


class Offered(NamedTuple):
    """Something that can be done on the page, with its key if it has one."""

    words: str
    key: str
    act: Callable[[], None]


def offered(*menus: QMenu) -> Iterator[Offered]:
    """What can be chosen in the menus and those that open from them, without the list of keys."""
    for menu in menus:
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                if inner.objectName() != "live.keys_menu":
                    yield from offered(inner)
            elif action.isEnabled() and not action.isSeparator():
                words, _tab, key = action.text().partition("\t")
                yield Offered(words.rstrip("…"), key, action.trigger)
