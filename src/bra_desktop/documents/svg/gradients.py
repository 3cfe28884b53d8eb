"""Linear and radial gradients (SVG 1.1, chapter 13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from bra_desktop.documents.svg import refusals
from bra_desktop.documents.svg.colours import Rgb, colour, opacity
from bra_desktop.documents.svg.geometry import Bounds, Matrix, multiply, numbers, transform
from bra_desktop.documents.svg.styles import Rule, properties

GRADIENTS = ("linearGradient", "radialGradient")
_DEEPEST = 8


@dataclass(frozen=True)
class Gradient:
    """Colours along a line (x1, y1, x2, y2) or round a centre (x, y, radius), put on the drawing by a matrix.

    ``stops`` are colours with their places, from 0 to 1.
    """

    kind: Literal["linear", "radial"]
    points: tuple[float, ...]
    stops: tuple[tuple[float, Rgb], ...]
    matrix: Matrix


def name(tag: object) -> str:
    """An element's name without its namespace."""
    return str(tag).rpartition("}")[2]


def href(element: Element) -> str:
    """What an element points at within the file, without its #."""
    found = next((value for key, value in element.attrib.items() if name(key) == "href"), "")
    return found.removeprefix("#")


def read_gradient(
    element: Element, known: Mapping[str, Element], rules: list[Rule], box: Bounds, matrix: Matrix
) -> Gradient | Rgb | None:
    """The gradient as it fills a shape with that box; one colour where it has only one.

    Raises CannotDraw for what is half transparent or repeats itself.
    """
    chain = _chain(element, known)
    given: dict[str, str] = {}
    for one in reversed(chain):
        given |= one.attrib
    if given.get("spreadMethod", "pad") != "pad":
        raise refusals.setting("spreadMethod", given["spreadMethod"])
    stops = next((found for one in chain if (found := _stops(one, rules))), ())
    if len(stops) < 2:
        return stops[0][1] if stops else None
    in_box = given.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
    if in_box:
        if not box[2] or not box[3]:
            return stops[-1][1]
        matrix = multiply(matrix, (box[2], 0, 0, box[3], box[0], box[1]))
    matrix = multiply(matrix, transform(given.get("gradientTransform", "")))
    if name(element.tag) == "linearGradient":
        points = tuple(_share(given, key, usual, in_box) for key, usual in
                       (("x1", 0.0), ("y1", 0.0), ("x2", 1.0), ("y2", 0.0)))  # fmt: skip
        return Gradient("linear", points, stops, matrix)
    cx, cy, r = (_share(given, key, 0.5, in_box) for key in ("cx", "cy", "r"))
    focus = [_share(given, key, usual, in_box) if given.get(key) else usual for key, usual in (("fx", cx), ("fy", cy))]
    if focus != [cx, cy]:
        raise refusals.setting("fx och fy", "radialGradient")
    return Gradient("radial", (cx, cy, r), stops, matrix) if r > 0 else stops[-1][1]


def _chain(element: Element, known: Mapping[str, Element]) -> list[Element]:
    """The gradient and those whose stops and places it uses."""
    chain = [element]
    while (further := known.get(href(chain[-1]))) is not None and len(chain) < _DEEPEST:
        chain.append(further)
    return chain


def _share(given: Mapping[str, str], key: str, usual: float, in_box: bool) -> float:
    text = given.get(key, "").strip()
    if not text:
        if in_box or not usual:
            return usual
        raise refusals.setting(key, "gradientUnits userSpaceOnUse")
    if text.endswith("%") and not in_box:
        raise refusals.setting(key, text)
    return numbers(text)[0] / (100 if text.endswith("%") else 1)


def _stops(element: Element, rules: list[Rule]) -> tuple[tuple[float, Rgb], ...]:
    found: list[tuple[float, Rgb]] = []
    for child in element:
        if name(child.tag) != "stop":
            continue
        own = properties("stop", child, rules)
        shown = colour(own.get("stop-color", "black"), own.get("color", "black"))
        if shown is None or not opacity(own, "stop-opacity"):
            raise refusals.see_through("stop-opacity", own.get("stop-opacity", "0"))
        at = child.get("offset", "0")
        place = numbers(at)[0] / (100 if at.strip().endswith("%") else 1)
        found.append((max(min(max(place, 0.0), 1.0), found[-1][0] if found else 0.0), shown))
    return _whole(found)


def _whole(stops: Sequence[tuple[float, Rgb]]) -> tuple[tuple[float, Rgb], ...]:
    """The stops from 0 to 1: the outer ones go on to the ends."""
    if len(stops) < 2:
        return tuple(stops)
    first = [(0.0, stops[0][1])] if stops[0][0] > 0 else []
    last = [(1.0, stops[-1][1])] if stops[-1][0] < 1 else []
    return (*first, *stops, *last)
