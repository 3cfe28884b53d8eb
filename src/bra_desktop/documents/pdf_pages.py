"""Where boxes stand: broken into pages by the rules a clerk would follow, before anything is drawn.

Because placing comes before drawing, the number of pages and every item's page are known when the first page is
drawn, and nothing has to be laid out twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from bra_desktop.documents.pdf_flow import Box, ItemHead, ItemsEnd, PageTurn, Spot
from bra_desktop.documents.pdf_style import FIRST_TOP, LEFT, PAGE_HEIGHT, RAIL, TOP, WHOLE_ITEM

_FUZZ = 0.05


@dataclass
class Placed:
    """A box with its place."""

    box: Box
    spot: Spot


@dataclass
class Page:
    """The boxes of one page; ``continued`` is said in the header when the page goes on with a broken item."""

    boxes: list[Placed] = field(default_factory=list)
    continued: str = ""


@dataclass
class Layout:
    """The pages and the page (from 1) of each item by its key."""

    pages: list[Page]
    items: dict[str, int]


def paginate(boxes: Sequence[Box], bottom: float) -> Layout:
    """Place boxes on pages whose text ends ``bottom`` points above the edge."""
    for box in boxes:
        box.measure()
    return _Paginator(boxes, bottom).layout()


class _Paginator:
    def __init__(self, boxes: Sequence[Box], bottom: float) -> None:
        self._bottom = bottom
        self._whole = PAGE_HEIGHT - TOP - bottom
        self._queue = deque(boxes)
        self._pages = [Page()]
        self._items: dict[str, int] = {}
        self._item: ItemHead | None = None
        self._wanted = _whole_items(boxes)
        self._bound = _bound_groups(boxes, self._whole)
        self._start(PAGE_HEIGHT - FIRST_TOP)

    def layout(self) -> Layout:
        while self._queue:
            self._next()
        return Layout(self._pages, self._items)

    def _start(self, top: float) -> None:
        self._y, self._after, self._rail, self._at_top = top, 0.0, PAGE_HEIGHT, True

    def _turn(self) -> None:
        following = self._queue[0] if self._queue else None
        page = Page()
        if self._item and not isinstance(following, ItemHead | ItemsEnd | PageTurn):
            page.continued = self._item.continued
        self._pages.append(page)
        self._start(PAGE_HEIGHT - TOP)

    def _next(self) -> None:
        box = self._queue[0]
        if isinstance(box, PageTurn | ItemsEnd):
            self._queue.popleft()
            self._item = None
            if isinstance(box, PageTurn) and not self._at_top:
                self._turn()
            return
        gap = 0.0 if self._at_top else max(self._after, box.before)
        top = self._y - gap
        if box.clears_rail:
            top = min(top, self._rail - gap)
        room = top - self._bottom
        if not self._at_top and max(self._needed(room), box.room) > room + _FUZZ:
            self._turn()
        elif box.height <= room + _FUZZ:
            self._place(box, top)
            self._queue.popleft()
        else:
            self._break(box, top, room)

    def _break(self, box: Box, top: float, room: float) -> None:
        parts = box.split(room)
        if parts:
            self._place(parts[0], top)
            self._queue[0] = parts[1]
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
        self._y, self._after = top - box.height, box.after
        if box.rail_height:
            self._rail = top - box.rail_height
        self._at_top = False

    def _needed(self, room: float) -> float:
        """Height that must fit here: the box with all it has to stand together with.

        A bound group is only moved when less than half a page would be left empty.
        """
        first = self._queue[0]
        total, after = 0.0, 0.0
        for n, box in enumerate(self._queue):
            total += max(after, box.before) if n else 0.0
            after = box.after
            if not box.keep_next:
                total += box.least()
                break
            total += box.height
        bound = self._bound.get(id(first), 0.0) if room < self._whole / 2 else 0.0
        return max(total, bound, self._wanted.get(id(first), 0.0))


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
