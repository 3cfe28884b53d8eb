"""The shapes of a drawing, each with what it is painted with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bra_desktop.documents.svg import refusals
from bra_desktop.documents.svg.colours import Rgb, colour, opacity
from bra_desktop.documents.svg.geometry import IDENTITY, Matrix, Segment, bounds, moved, multiply, numbers, transform
from bra_desktop.documents.svg.gradients import GRADIENTS, Gradient, href, name, read_gradient
from bra_desktop.documents.svg.outlines import SHAPES, length, outline
from bra_desktop.documents.svg.styles import Rule, inherited, properties, read_rules

_SVG = "{http://www.w3.org/2000/svg}"
_SILENT = frozenset(
    ("title", "desc", "metadata", "defs", "style", "script", "clipPath", "symbol", "pattern", "filter", "mask",
     "marker", "view", "cursor", "color-profile", *GRADIENTS)
)  # fmt: skip
_GROUPS = frozenset(("g", "svg", "a", "switch"))
_UNSEEN = (("mask", "none"), ("filter", "none"), ("mix-blend-mode", "normal"), ("stroke-dasharray", "none"),
           ("marker", "none"), ("marker-start", "none"), ("marker-mid", "none"), ("marker-end", "none"))  # fmt: skip
_URL = re.compile(r"""url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)""")
_DEEPEST = 30
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")


@dataclass(frozen=True)
class Clip:
    """Only what is inside the outline is seen; it stands on the drawing itself."""

    segments: tuple[Segment, ...]
    even_odd: bool


@dataclass(frozen=True)
class Shape:
    """One outline with its colours; None means not painted. Even-odd or non-zero filling as in the source."""

    segments: tuple[Segment, ...]
    fill: Rgb | Gradient | None
    stroke: Rgb | None
    stroke_width: float
    even_odd: bool
    matrix: Matrix
    cap: int = 0
    join: int = 0
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True)
class _Place:
    """Where in the drawing one is: the matrix so far, what is inherited, and what it is clipped by."""

    matrix: Matrix
    paint: Mapping[str, str]
    clips: tuple[Clip, ...] = ()
    depth: int = 0


def read_shapes(root: Element) -> tuple[Shape, ...]:
    """Every shape that is seen. Raises CannotDraw with what stands in the way, or ValueError for broken data."""
    sheets = [one.text or "" for one in root.iter() if name(one.tag) == "style"]
    rules = [rule for sheet in sheets for rule in read_rules(sheet)]
    known = {key: one for one in root.iter() if (key := one.get("id"))}
    reader = _Reader(rules, known)
    start = _Place(IDENTITY, {"fill": "black"} | properties("svg", root, rules))
    return tuple(reader.within(root, start))


class _Reader:
    def __init__(self, rules: list[Rule], known: Mapping[str, Element]) -> None:
        self._rules, self._known = rules, known

    def within(self, element: Element, place: _Place) -> Iterator[Shape]:
        """The shapes of what an element holds."""
        for child in element:
            tag = name(child.tag)
            ours = str(child.tag).startswith(_SVG) or "}" not in str(child.tag)
            if ours and tag not in _SILENT and not child.get("requiredExtensions"):
                yield from self._one(tag, child, place)

    def _one(self, tag: str, child: Element, place: _Place) -> Iterator[Shape]:
        if place.depth > _DEEPEST:
            raise ValueError("depth")
        own = properties(tag, child, self._rules)
        if own.get("display") == "none" or not opacity(own, "opacity"):
            return
        paint = inherited(place.paint, own)
        for key, plain in _UNSEEN:
            if paint.get(key, plain) not in (plain, ""):
                raise refusals.element(key) if key in ("mask", "filter") else refusals.setting(key, paint[key])
        matrix = multiply(place.matrix, transform(child.get("transform", "")))
        here = _Place(matrix, paint, (*place.clips, *self._clip(own, matrix)), place.depth + 1)
        if tag in _GROUPS:
            if tag == "svg" and (child.get("viewBox") or child.get("x") or child.get("y")):
                raise refusals.element("svg")
            yield from self.within(child, here)
        elif tag == "use":
            yield from self._used(child, here)
        elif tag not in SHAPES:
            raise refusals.element(tag)
        elif paint.get("visibility", "visible") == "visible" and (segments := outline(tag, child)):
            yield self._shape(segments, here)

    def _used(self, child: Element, place: _Place) -> Iterator[Shape]:
        """What stands elsewhere in the file, shown here."""
        target = self._known.get(href(child))
        if target is None:
            raise refusals.setting("use", href(child))
        at = (1.0, 0.0, 0.0, 1.0, length(child, "x"), length(child, "y"))
        here = _Place(multiply(place.matrix, at), place.paint, place.clips, place.depth)
        if name(target.tag) == "symbol":
            if target.get("viewBox"):
                raise refusals.element("symbol")
            yield from self.within(target, here)
        else:
            yield from self._one(name(target.tag), target, here)

    def _shape(self, segments: tuple[Segment, ...], place: _Place) -> Shape:
        paint = place.paint
        stroke = self._paint("stroke", "none", segments, place)
        if isinstance(stroke, Gradient):
            raise refusals.setting("stroke", "en toning i en kontur")
        width = numbers(paint.get("stroke-width", "1"))[0]
        cap, join = paint.get("stroke-linecap", "butt"), paint.get("stroke-linejoin", "miter")
        return Shape(
            segments,
            self._paint("fill", "black", segments, place),
            stroke if width > 0 else None,
            width,
            paint.get("fill-rule") == "evenodd",
            place.matrix,
            _CAPS.index(cap) if cap in _CAPS else 0,
            _JOINS.index(join) if join in _JOINS else 0,
            place.clips,
        )

    def _paint(self, key: str, usual: str, segments: tuple[Segment, ...], place: _Place) -> Rgb | Gradient | None:
        if not opacity(place.paint, f"{key}-opacity"):
            return None
        said = place.paint.get(key, usual)
        found = _URL.fullmatch(said)
        if found is None:
            return colour(said, place.paint.get("color", "black"))
        target = self._known.get(found.group(1))
        if target is None and found.group(2):
            return colour(found.group(2), place.paint.get("color", "black"))
        if target is None or name(target.tag) not in GRADIENTS:
            raise refusals.element(name(target.tag)) if target is not None else refusals.colour(said)
        return read_gradient(target, self._known, self._rules, bounds(segments), place.matrix)

    def _clip(self, own: Mapping[str, str], matrix: Matrix) -> Iterator[Clip]:
        said = own.get("clip-path", "none")
        if said in ("none", ""):
            return
        found = _URL.fullmatch(said)
        target = self._known.get(found.group(1)) if found else None
        if target is None or target.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            raise refusals.setting("clip-path", said)
        start = _Place(multiply(matrix, transform(target.get("transform", ""))), {"fill": "black"})
        shapes = tuple(self.within(target, start))
        if len(shapes) != 1:  # several would be joined into one, which a path on paper is not
            raise refusals.setting("clip-path", f"{len(shapes)} former")
        even_odd = any(one.get("clip-rule") == "evenodd" for one in target)
        yield Clip(moved(shapes[0].segments, shapes[0].matrix), even_odd)
