"""Where boxes stand: broken into pages by the rules a clerk would follow, before anything is drawn.

Because placing comes before drawing, the number of pages and every item's page are known when the first page is
drawn, and nothing has to be laid out twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from bra_desktop.documents.pdf.flow import Box, HairRule, ItemHead, ItemsEnd, PageTurn, RailLabel, Spot, TextBox
from bra_desktop.documents.pdf.signature import FramedFacts
from bra_desktop.documents.pdf.style import FIRST_TOP, LEFT, PAGE_HEIGHT, RAIL, TOP, WHOLE_ITEM
from bra_desktop.documents.pdf.table import TableBox

_FUZZ = 0.05
_CLOSER, _CLOSEST = (0.85, 0.7), 0.55
_FEW_PAGES, _LITTLE_USED, _HARDLY_USED = 4, 0.2, 0.25
_MOST_LEFT_EMPTY, _MUCH_LEFT_EMPTY = 1 / 8, 1 / 3
_LEFT_EMPTY_FOR_A_DECISION = 1 / 4


@dataclass
class Placed:
    """A box with its place."""

    box: Box
    spot: Spot


@dataclass
class Page:
    """The boxes of one page; ``continued`` is said in the header when the page goes on with a broken item or field."""

    boxes: list[Placed] = field(default_factory=list)
    continued: str = ""


@dataclass
class Layout:
    """The pages and the page (from 1) of each item by its key."""

    pages: list[Page]
    items: dict[str, int]


def paginate(boxes: Sequence[Box], bottom: float) -> Layout:
    """Place boxes on pages whose text ends ``bottom`` points above the edge.

    What is little more than a page comes closer together, so that signatures stand on the page of what they sign. So
    does what is little more than two or three, so that no few rows have a page to themselves. What ends with a
    certificate, as a short extract does, comes closest where a second page would have next to nothing but that on it.
    """
    for box in boxes:
        box.measure()
    layout = _Paginator(boxes, bottom).layout()
    count = len(layout.pages)
    if not 2 <= count <= _FEW_PAGES or (count > 2 and _used(layout.pages[-1]) > _LITTLE_USED):
        return layout
    hardly_two = count == 2 and isinstance(boxes[-1], FramedFacts) and _used(layout.pages[-1]) <= _HARDLY_USED
    steps = (*_CLOSER, _CLOSEST) if hardly_two else _CLOSER
    closer = (_Paginator(boxes, bottom, closeness).layout() for closeness in steps)
    return next((one for one in closer if len(one.pages) < count), layout)


def _used(page: Page) -> float:
    """The part of a page's height that stands above its last line."""
    lowest = min((placed.spot.top - placed.box.height for placed in page.boxes), default=PAGE_HEIGHT)
    return (PAGE_HEIGHT - TOP - lowest) / PAGE_HEIGHT


class _Paginator:
    def __init__(self, boxes: Sequence[Box], bottom: float, closeness: float = 1.0) -> None:
        self._bottom, self._closeness = bottom, closeness
        whole = PAGE_HEIGHT - TOP - bottom
        self._most, self._much = whole * _MOST_LEFT_EMPTY, whole * _MUCH_LEFT_EMPTY
        self._quarter = whole * _LEFT_EMPTY_FOR_A_DECISION
        self._queue = deque(boxes)
        self._pages = [Page()]
        self._items: dict[str, int] = {}
        self._item: ItemHead | None = None
        self._field = ""
        self._wanted = _whole_items(boxes)
        self._bound = _bound_groups(boxes, whole)
        self._start(PAGE_HEIGHT - FIRST_TOP)

    def layout(self) -> Layout:
        while self._queue:
            self._next()
        return Layout(self._pages, self._items)

    def _start(self, top: float) -> None:
        self._y, self._after, self._rail, self._at_top = top, 0.0, PAGE_HEIGHT, True
        self._room: float | None = None

    def _turn(self) -> None:
        following = self._queue[0] if self._queue else None
        page = Page()
        if self._item and not isinstance(following, ItemHead | ItemsEnd | PageTurn):
            page.continued = self._item.continued
        elif self._field and not isinstance(following, HairRule | PageTurn):
            page.continued = self._field
        self._pages.append(page)
        self._start(PAGE_HEIGHT - TOP)

    def _next(self) -> None:
        box = self._queue[0]
        if isinstance(box, PageTurn | ItemsEnd):
            self._queue.popleft()
            self._item = None
            if isinstance(box, PageTurn) and not self._at_top and not (box.spare and self._half_empty):
                self._turn()
            return
        gap = 0.0 if self._at_top else max(self._after, box.before) * self._closeness
        top = self._y - gap
        if box.clears_rail:
            top = min(top, self._rail - gap)
        room = top - self._bottom
        if isinstance(box, HairRule) and not box.keep_next and (self._on_new_page or box.height > room):
            self._queue.popleft()  # what it ends has ended with the page before
            self._field = ""
            return
        chain, enough = self._chain(room)
        least = max(enough, self._unbroken(room), box.room)
        if not self._at_top and least > room + _FUZZ:
            self._turn()
        elif box.height <= room + _FUZZ and (chain <= room + _FUZZ or not _leaves_a_piece(box)):
            self._place(box, top)
            self._queue.popleft()
        else:
            self._break(box, top, room)

    @property
    def _on_new_page(self) -> bool:
        return self._at_top and len(self._pages) > 1

    @property
    def _half_empty(self) -> bool:
        return self._y - self._bottom > (PAGE_HEIGHT - TOP - self._bottom) / 2

    def _break(self, box: Box, top: float, room: float) -> None:
        parts: tuple[Box, Box | None] | None = box.split(room)
        if not parts and self._at_top and isinstance(box, TableBox) and box.height > room + _FUZZ:
            parts = box.cut(room)
        if parts:
            self._place(parts[0], top)
            self._queue.popleft()
            if parts[1]:
                self._queue.appendleft(parts[1])
                self._turn()
        elif self._at_top:
            self._place(box, top)
            self._queue.popleft()
        else:
            self._turn()

    def _place(self, box: Box, top: float) -> None:
        self._pages[-1].boxes.append(
            Placed(box, Spot(LEFT if box.wide else LEFT + RAIL, top, self._y - top, self._at_top))
        )
        if isinstance(box, ItemHead):
            self._item = box
            self._items.setdefault(box.key, len(self._pages))
        if isinstance(box, HairRule):
            self._field = ""
        elif isinstance(box, RailLabel):
            self._field = box.continued
        self._y, self._after = top - box.height, box.after
        if box.rail_height:
            self._rail = top - box.rail_height
        self._at_top = False
        if not box.keep_next:
            self._room = None

    def _chain(self, room: float) -> tuple[float, float]:
        """Height of the box with all that it stands together with, and how much of that must fit here.

        The whole chain must, unless moving it would leave much of the page empty: then it may break in a table or a
        paragraph, of which a piece goes with what follows, or below two lines that introduce a table; and where a
        quarter would be empty below a decision, if a part after it goes with the signatures. How much would be empty is
        counted from the chain's first box, so that a heading is not left by what was placed below it.
        """
        self._room = room if self._room is None else self._room
        loss, much = self._room > self._most, self._room > self._much
        total, after, enough, wanted = 0.0, 0.0, 0.0, 0.0
        for n, box in enumerate(self._queue):
            total += max(after, box.before) * self._closeness if n else 0.0
            after, wanted = box.after, wanted if enough else max(wanted, total + box.room)
            if not box.keep_next:
                total += box.least(loss=loss)
                break
            if much and not enough and _leaves_a_piece(box):
                enough = total + box.least(loss=True)
            total += box.height
            if not enough and ((loss and _can_be_left(box)) or (self._room > self._quarter and self._ends_decision(n))):
                enough = total
        return total, max(min(total, enough or total), wanted)

    def _ends_decision(self, n: int) -> bool:
        """Whether that box in the queue is the end of a decision with a part of the item after it."""
        box, following = self._queue[n], self._queue[n + 1] if n + 1 < len(self._queue) else None
        return isinstance(box, TextBox) and box.bar and isinstance(following, RailLabel)

    def _unbroken(self, room: float) -> float:
        """Height from the first box that is not broken: a short item, or the last item with the signatures.

        The latter is only moved when little of the page would be left empty.
        """
        first = id(self._queue[0])
        return max(self._bound.get(first, 0.0) if room <= self._much else 0.0, self._wanted.get(first, 0.0))


def _leaves_a_piece(box: Box) -> bool:
    """Whether a box that goes with the next one can be broken, with its last piece beside that one."""
    return box.keep_next and box.least(loss=True) < box.height


def _can_be_left(box: Box) -> bool:
    """Whether a box introduces what follows in two lines or three, enough to stand below a heading at a page's end."""
    return box.gives_way and isinstance(box, TextBox) and 2 <= len(box.lines) <= 3


def _whole_items(boxes: Sequence[Box]) -> dict[int, float]:
    """The height of each item that is too short to be broken, by its heading."""
    heads = [n for n, box in enumerate(boxes) if isinstance(box, ItemHead)]
    ends = [n for n, box in enumerate(boxes) if isinstance(box, ItemHead | ItemsEnd | PageTurn)] + [len(boxes)]
    heights = {id(boxes[n]): _height(boxes[n : next(end for end in ends if end > n)]) for n in heads}
    return {key: height for key, height in heights.items() if height <= WHOLE_ITEM}


def _bound_groups(boxes: Sequence[Box], whole: float) -> dict[int, float]:
    """The height of each bound group that fits on a page, by its first box."""
    groups = [[box for box in boxes if box.together == n] for n in {box.together for box in boxes if box.together}]
    return {id(group[0]): height for group in groups if (height := _height(group)) <= whole}


def _height(boxes: Sequence[Box]) -> float:
    total = after = 0.0
    for n, box in enumerate(boxes):
        total += (max(after, box.before) if n else 0.0) + box.height
        after = box.after
    return total
