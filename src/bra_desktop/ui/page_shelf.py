"""The pages of a window: made when they are first asked for, kept, and put away when everything is made anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bra_desktop.ui.room import Room

if TYPE_CHECKING:  # pages come after the first frame
    from bra_desktop.ui.pages import Page, PageContext, PageSpec


class Place(NamedTuple):
    """Where one can come back to: a page, what it showed, and where in that; both empty for a page without any."""

    name: str
    what: str = ""
    where: str = ""

    def target(self) -> object:
        """What the page is told to show it again; it may have been made anew meanwhile and know nothing."""
        return (self.what, self.where) if self.what else None


class PageShelf:
    """One page of each name at most."""

    def __init__(
        self, specs: Sequence[PageSpec], context: Callable[[], PageContext], place: Callable[[Page], object]
    ) -> None:
        """``place`` puts a new page into the window."""
        self.specs = {spec.name: spec for spec in specs}
        self.room = Room()
        self._context, self._place = context, place
        self._made: dict[str, Page] = {}
        self._drafts: dict[str, object] = {}

    def made(self, name: str) -> Page | None:
        """The page if it has been made."""
        return self._made.get(name)

    def take(self, name: str) -> Page:
        """The page, made now if it hasn't been. Raises KeyError for one that isn't there."""
        spec = self.specs[name]
        if name not in self._made:
            page = spec.factory(self._context())
            page.setObjectName(f"{name}.page")
            page.set_room(self.room)
            self._place(page)
            self._made[name] = page
            if (draft := self._drafts.pop(name, None)) is not None:
                page.take_up(draft)
        return self._made[name]

    def place_on(self, name: str) -> Place:
        """Where one is on a page; on one that hasn't been made, nowhere in particular."""
        page = self._made.get(name)
        return Place(name, *page.here()) if page is not None else Place(name)

    def save_all(self) -> None:
        """Every page saves what is unsaved, and goes on as it is."""
        for page in self._made.values():
            page.save()

    def leave(self, name: str) -> None:
        """The page is shown no longer, if it was."""
        if name in self._made:
            self._made[name].leave()

    def leave_for_good(self, name: str) -> bool:
        """The window closes; whether the next start shall open on that page again."""
        return name in self._made and self._made[name].leave_for_good()

    def unsaved(self) -> str:
        """The first page of which something typed isn't on the disk; empty when all of it is."""
        return next((name for name, page in self._made.items() if page.unsaved()), "")

    def put_away(self) -> None:
        """Every page goes; what was typed and not yet sent waits for the page that is made in its place."""
        self._drafts.update((name, page.draft()) for name, page in self._made.items())
        for page in self._made.values():
            page.deleteLater()
        self._made.clear()

    def set_room(self, room: Room) -> None:
        """The window has another size."""
        if room != self.room:
            self.room = room
            for page in self._made.values():
                page.set_room(room)
