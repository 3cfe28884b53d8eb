"""Basic shapes and path data as absolute M, L, C and Z (SVG 1.1, chapters 8 and 9)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bra_desktop.documents.svg.geometry import NUMBER, Segment, numbers

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtZzAa])|" + NUMBER.pattern)
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0, "A": 7}
_FLAG = re.compile(r"[\s,]*([01])")
_NEXT = re.compile(r"[\s,]*(" + NUMBER.pattern + ")")
_CIRCLE = 0.5522847498


def outline(tag: str, child: Element) -> tuple[Segment, ...]:
    """The outline of one shape. Raises ValueError for data that cannot be read."""
    return tuple(_outline(tag, child))


def length(child: Element, name: str, fallback: float = 0.0) -> float:
    """A length in the drawing's own unit. Raises ValueError for a share of something else."""
    given = child.get(name, "").strip()
    if not given:
        return fallback
    if given.endswith(("%", "em", "ex")):
        raise ValueError(given)
    return numbers(given)[0]


def _outline(tag: str, child: Element) -> Iterator[Segment]:
    if tag == "path":
        yield from _path(child.get("d", ""))
    elif tag in ("polygon", "polyline"):
        points = numbers(child.get("points", ""))
        for n in range(0, len(points) - 1, 2):
            yield ("L" if n else "M"), (points[n], points[n + 1])
        if tag == "polygon" and points:
            yield "Z", ()
    elif tag == "line":
        yield "M", (length(child, "x1"), length(child, "y1"))
        yield "L", (length(child, "x2"), length(child, "y2"))
    elif tag == "rect":
        yield from _rectangle(child)
    else:
        across = length(child, "r" if tag == "circle" else "rx")
        down = across if tag == "circle" else length(child, "ry", across)
        if across > 0 and down > 0:
            yield from _ellipse(length(child, "cx"), length(child, "cy"), across, down)


def _rectangle(child: Element) -> Iterator[Segment]:
    x, y, w, h = (length(child, name) for name in ("x", "y", "width", "height"))
    if w <= 0 or h <= 0:
        return
    rx = min(length(child, "rx", length(child, "ry")), w / 2)
    ry = min(length(child, "ry", rx), h / 2)
    if rx <= 0 or ry <= 0:
        yield from (("M", (x, y)), ("L", (x + w, y)), ("L", (x + w, y + h)), ("L", (x, y + h)), ("Z", ()))
        return
    p, q = rx * (1 - _CIRCLE), ry * (1 - _CIRCLE)
    yield "M", (x + rx, y)
    yield "L", (x + w - rx, y)
    yield "C", (x + w - p, y, x + w, y + q, x + w, y + ry)
    yield "L", (x + w, y + h - ry)
    yield "C", (x + w, y + h - q, x + w - p, y + h, x + w - rx, y + h)
    yield "L", (x + rx, y + h)
    yield "C", (x + p, y + h, x, y + h - q, x, y + h - ry)
    yield "L", (x, y + ry)
    yield "C", (x, y + q, x + p, y, x + rx, y)
    yield "Z", ()


def _ellipse(x: float, y: float, a: float, b: float) -> Iterator[Segment]:
    p, q = a * _CIRCLE, b * _CIRCLE
    yield "M", (x + a, y)
    yield "C", (x + a, y + q, x + p, y + b, x, y + b)
    yield "C", (x - p, y + b, x - a, y + q, x - a, y)
    yield "C", (x - a, y - q, x - p, y - b, x, y - b)
    yield "C", (x + p, y - b, x + a, y - q, x + a, y)
    yield "Z", ()


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Every command with its numbers; one that is not repeated in writing comes with its own letter."""
    at, command = 0, ""
    while found := _TOKEN.search(data, at):
        if found.group(1):
            command, at = found.group(1), found.end()
        kind = command.upper()
        given = []
        for n in range(_ARGUMENTS[kind]):
            flag = kind == "A" and n in (3, 4)  # a flag is one figure, and may stand close to the next number
            match = (_FLAG if flag else _NEXT).match(data, at)
            if match is None:
                raise ValueError(data[at : at + 20])
            given.extend(numbers(match.group(1)))
            at = match.end()
        yield command, given
        if kind == "M":
            command = "l" if command == "m" else "L"


def _path(data: str) -> Iterator[Segment]:
    x = y = start_x = start_y = 0.0
    control: tuple[str, float, float] = ("", 0.0, 0.0)
    for command, given in _steps(data):
        kind, n = command.upper(), given
        if command.islower():
            offsets = {"H": (x,), "V": (y,), "A": (0, 0, 0, 0, 0, x, y)}.get(kind, (x, y) * 3)
            n = [value + offset for value, offset in zip(n, offsets, strict=False)]
        if kind == "Z":
            x, y, control = start_x, start_y, ("", 0, 0)
            yield "Z", ()
            continue
        if kind == "A":
            yield from _arc(x, y, n)
            x, y, control = n[5], n[6], ("", 0, 0)
            continue
        segment, control = _segment(kind, n, x, y, control)
        x, y = segment[1][-2:]
        if kind == "M":
            start_x, start_y = x, y
        yield segment


def _segment(
    kind: str, n: list[float], x: float, y: float, control: tuple[str, float, float]
) -> tuple[Segment, tuple[str, float, float]]:
    family, cx, cy = control
    if kind in "ML":
        return (kind, (n[0], n[1])), ("", 0, 0)
    if kind in "HV":
        return ("L", (n[0], y) if kind == "H" else (x, n[0])), ("", 0, 0)
    if kind in "CS":
        if kind == "S":
            n = [*((2 * x - cx, 2 * y - cy) if family == "C" else (x, y)), *n]
        return ("C", tuple(n)), ("C", n[2], n[3])
    if kind == "T":
        n = [*((2 * x - cx, 2 * y - cy) if family == "Q" else (x, y)), *n]
    qx, qy, ex, ey = n
    cubic = (x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, ex + (qx - ex) * 2 / 3, ey + (qy - ey) * 2 / 3, ex, ey)
    return ("C", cubic), ("Q", qx, qy)


def _arc(x: float, y: float, n: list[float]) -> Iterator[Segment]:
    """An elliptical arc as curves of at most a quarter turn each (SVG 1.1, F.6)."""
    rx, ry, turned, ex, ey = abs(n[0]), abs(n[1]), math.radians(n[2]), n[5], n[6]
    if (x, y) == (ex, ey):
        return
    if not rx or not ry:
        yield "L", (ex, ey)
        return
    cosine, sine = math.cos(turned), math.sin(turned)
    px, py = cosine * (x - ex) / 2 + sine * (y - ey) / 2, cosine * (y - ey) / 2 - sine * (x - ex) / 2
    grown = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    under = (rx * py) ** 2 + (ry * px) ** 2
    part = math.sqrt(max(0.0, ((rx * ry) ** 2 - under) / under)) * (1 if bool(n[3]) != bool(n[4]) else -1)
    qx, qy = part * rx * py / ry, -part * ry * px / rx
    cx, cy = cosine * qx - sine * qy + (x + ex) / 2, sine * qx + cosine * qy + (y + ey) / 2
    begin = math.atan2((py - qy) / ry, (px - qx) / rx)
    turn = math.atan2((-py - qy) / ry, (-px - qx) / rx) - begin
    turn += math.tau if n[4] and turn < 0 else -math.tau if not n[4] and turn > 0 else 0.0
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    pull = 4 / 3 * math.tan(step / 4)

    def put(a: float, b: float) -> tuple[float, float]:
        return cx + rx * cosine * a - ry * sine * b, cy + rx * sine * a + ry * cosine * b

    for piece in range(pieces):
        a, b = begin + piece * step, begin + (piece + 1) * step
        last = (ex, ey) if piece == pieces - 1 else put(math.cos(b), math.sin(b))
        yield (
            "C",
            (
                *put(math.cos(a) - pull * math.sin(a), math.sin(a) + pull * math.cos(a)),
                *put(math.cos(b) + pull * math.sin(b), math.sin(b) - pull * math.cos(b)),
                *last,
            ),
        )
