"""Leads through the places that were found in a meeting, and says how many there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bra_desktop.domain.finding import Hit, Sought, hits_in_meeting
from bra_desktop.domain.swedish import plural
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.live.replacing import Replaced, replace_everywhere
from bra_desktop.ui.live.presenter import LivePresenter


class FindScreen(Protocol):
    """What the finder needs of the window."""

    def unsaved_texts(self) -> Mapping[str, TextDocument]:
        """Texts as they were typed last, by item."""
        ...

    def unsaved_wordings(self) -> Mapping[str, str]:
        """Att-satser as they stand on the screen, by key."""
        ...

    def show_hit(self, hit: Hit) -> None: ...

    def show_found(self, words: str, hits: tuple[Hit, ...]) -> None: ...

    def write_over(self, hit: Hit, by: str) -> bool:
        """Replaces one place as if it had been typed; answers whether the words still stood there."""
        ...

    def hold(self, hits: tuple[Hit, ...], by: str) -> None:
        """Nothing may be typed until `let_go`; what was typed is on its way to the disk. Those become other words."""
        ...

    def let_go(self) -> None:
        """The texts are read anew."""
        ...


class Finder:
    """Looks through the meeting each time it is asked, since texts change all the time."""

    def __init__(self, presenter: LivePresenter, screen: FindScreen) -> None:
        self._presenter, self._screen = presenter, screen
        self.sought = Sought("")
        self._hits: tuple[Hit, ...] = ()
        self._at: Hit | None = None
        self._said, self._left_over = "", 0

    def seek(self, sought: Sought) -> None:
        """Other words: the places are counted; the next one is the first from the shown item on."""
        self.sought, self._at, self._said = sought, None, ""
        self.look_again()

    def look_again(self) -> None:
        """Counts the places as they are now."""
        scene = self._presenter.scene
        self._hits = () if scene is None else hits_in_meeting(
            scene.content, self.sought, self._screen.unsaved_texts(), self._screen.unsaved_wordings()
        )  # fmt: skip
        if self._at not in self._hits:
            self._at = None
        if len(self._hits) > self._left_over:
            self._said = ""  # it has been undone, or the words were typed again
        self._left_over = len(self._hits)
        self._tell()

    def go(self, step: int) -> None:
        """To the next place, or the one before; after the last comes the first."""
        self.look_again()
        if not self._hits:
            return
        if self._at is not None:
            place = (self._hits.index(self._at) + step) % len(self._hits)
        else:
            place = self._first_here() if step > 0 else (self._first_here() - 1) % len(self._hits)
        self._go_to(place)

    def replace_one(self, by: str) -> None:
        """Replaces the place that is shown and goes to the next; goes there first when none is shown."""
        here, scene = self._at, self._presenter.scene
        if here is None or scene is None:
            self.go(1)
            return
        if scene.locked or not self._screen.write_over(here, by):
            self.go(1)
            return
        place = self._hits.index(here) + len(self.sought.pattern().findall(by))
        self.look_again()
        self._go_to(place)

    def replace_all(self, by: str) -> None:
        """Every place that isn't locked, as one change; the message offers to take it back."""
        scene, sought = self._presenter.scene, self.sought
        if scene is None or not sought.words:
            return
        ref, unseen = scene.content.ref, scene.unseen
        self.look_again()
        self._screen.hold(self._hits, by)
        self._presenter.act(lambda office: replace_everywhere(office, ref, sought, by, unseen), self._replaced)

    def _replaced(self, result: object) -> None:
        self._screen.let_go()
        self._at = None
        if isinstance(result, Replaced):
            scene = self._presenter.scene
            words = _replaced_words(result, hides=bool(scene is not None and scene.unseen))
            if result.id:
                self._presenter.offer_to_undo(words)
            self._said, self._left_over = words, len(self._hits)
            self._screen.show_found(words, ())

    def _go_to(self, place: int) -> None:
        if not self._hits:
            return
        self._at, self._said = self._hits[place % len(self._hits)], ""
        if self._presenter.scene is not None and self._at.item != self._presenter.scene.shown:
            self._presenter.show_item(self._at.item)
        self._screen.show_hit(self._at)
        self._tell()

    def _first_here(self) -> int:
        scene = self._presenter.scene
        if scene is None:
            return 0
        order = {item.key: place for place, item in enumerate(scene.content.items)}
        here = order.get(scene.shown, 0)
        return next((place for place, hit in enumerate(self._hits) if order[hit.item] >= here), 0)

    def _tell(self) -> None:
        if not self.sought.words:
            words = ""
        elif self._said and self._at is None:
            words = self._said
        elif not self._hits:
            words = "Ingen träff"
        elif self._at is None:
            words = plural(len(self._hits), "träff", "träffar")
        else:
            words = f"{self._hits.index(self._at) + 1} av {len(self._hits)}"
        self._screen.show_found(words, self._hits)


def _line(hit: Hit) -> tuple[object, ...]:
    return (hit.item, hit.decision, hit.block, hit.cell)


def _replaced_words(done: Replaced, *, hides: bool) -> str:
    places = plural(done.places, "ställe", "ställen") if done.places else "Inget ställe"
    items = f" i {plural(len(done.items), 'ärende', 'ärenden')}" if done.items else ""
    locked = f" {plural(done.locked, 'ställe', 'ställen')} i låsta ärenden är som förut." if done.locked else ""
    hidden = " Ärenden som inte visas medan skärmen delas är som förut." if hides else ""
    return f"{places} ersatt{'a' if done.places > 1 else ''}{items}.{locked}{hidden}"
