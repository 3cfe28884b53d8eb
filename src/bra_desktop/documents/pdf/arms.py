"""A coat of arms read from SVG and drawn as vectors: paths, rectangles, circles, ellipses and polygons in flat colours.

That is what arms are drawn with. What SVG 1.1 has beyond it (text, gradients, arcs in paths, style sheets) is refused
with a sentence, so that nobody finds half a shield on a protocol. Arms that are only had as pixels are a PNG in an SVG
that holds nothing else.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.pictures import flat
from bra_desktop.domain.errors import UserError

Matrix = tuple[float, float, float, float, float, float]
Segment = tuple[str, tuple[float, ...]]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtZzAa])|" + _NUMBER.pattern)
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}
_CIRCLE = 0.5523
_PNG = "data:image/png;base64,"
_SILENT = {"title", "desc", "metadata", "defs"}


@dataclass(frozen=True)
class Shape:
    """One outline with its colours; None means not painted. Even-odd or non-zero filling as in the source."""

    segments: tuple[Segment, ...]
    fill: tuple[float, float, float] | None
    stroke: tuple[float, float, float] | None
    stroke_width: float
    even_odd: bool
    matrix: Matrix


@dataclass(frozen=True)
class Arms:
    """Shapes in a view box (x, y, width, height) with y downwards, or a PNG ``picture`` that fills it."""

    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]
    picture: bytes = b""

    def width_for(self, height: float) -> float:
        """How wide the arms are at a height."""
        return height * self.box[2] / self.box[3]

    def draw(self, canvas: Canvas, x: float, y: float, height: float) -> None:
        """Draw with the lower left corner at (x, y)."""
        if self.picture:
            canvas.drawImage(ImageReader(flat(self.picture)), x, y, self.width_for(height), height)
            return
        scale = height / self.box[3]
        canvas.saveState()
        canvas.transform(scale, 0, 0, -scale, x - self.box[0] * scale, y + (self.box[1] + self.box[3]) * scale)
        for shape in self.shapes:
            canvas.saveState()
            canvas.transform(*shape.matrix)
            _paint(canvas, shape)
            canvas.restoreState()
        canvas.restoreState()


@lru_cache(maxsize=8)
def read_arms(svg: str) -> Arms:
    """Read arms from SVG text. Raises UserError when they cannot be drawn."""
    try:
        root = ElementTree.fromstring(svg)
        box = _view_box(root)
        if picture := _picture(root):
            return Arms(box, (), picture)
        shapes = tuple(_shapes(root, _IDENTITY, {"fill": "#000000"}))
    except (ElementTree.ParseError, ValueError, IndexError, KeyError) as error:
        raise UserError("Vapnet går inte att läsa. Spara det som enkel svg med ifyllda former.", "vapen") from error
    if not shapes:
        raise UserError("Vapnet har inga former att rita. Välj en annan svg-fil.", "vapen")
    return Arms(box, shapes)


def svg_of_picture(png: bytes, width: int, height: int) -> str:
    """Arms of pixels as the SVG that :func:`read_arms` knows."""
    data = base64.b64encode(png).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="{_PNG}{data}"/></svg>'
    )


def _picture(root: ElementTree.Element) -> bytes:
    """The PNG of arms that are nothing else."""
    (only, *others) = list(root) or (None,)
    if only is None or others or str(only.tag).rpartition("}")[2] != "image":
        return b""
    data = next((value for name, value in only.attrib.items() if name.rpartition("}")[2] == "href"), "")
    if not data.startswith(_PNG):
        raise ValueError("href")
    picture = base64.b64decode(data.removeprefix(_PNG), validate=True)
    flat(picture)
    return picture


def _view_box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    given = root.get("viewBox")
    numbers = [float(n) for n in _NUMBER.findall(given)] if given else [0, 0, *map(_length, (root, root), "wh")]
    x, y, width, height = numbers
    if width <= 0 or height <= 0:
        raise ValueError("viewBox")
    return x, y, width, height


def _length(root: ElementTree.Element, side: str) -> float:
    return _number(root, {"w": "width", "h": "height"}[side])


def _shapes(element: ElementTree.Element, matrix: Matrix, paint: dict[str, str]) -> Iterator[Shape]:
    for child in element:
        tag = str(child.tag).rpartition("}")[2]
        if tag in _SILENT:
            continue
        own = _multiply(matrix, _transform(child.get("transform", "")))
        colours = paint | _presentation(child)
        if tag in ("g", "svg"):
            yield from _shapes(child, own, colours)
        else:
            yield _shape(tag, child, own, colours)


def _shape(tag: str, child: ElementTree.Element, matrix: Matrix, paint: dict[str, str]) -> Shape:
    return Shape(
        tuple(_outline(tag, child)),
        _colour(paint.get("fill", "none")),
        _colour(paint.get("stroke", "none")),
        float(paint.get("stroke-width", "1")),
        paint.get("fill-rule") == "evenodd",
        matrix,
    )


def _presentation(child: ElementTree.Element) -> dict[str, str]:
    found = {k: v for k in ("fill", "stroke", "stroke-width", "fill-rule") if (v := child.get(k)) is not None}
    for part in child.get("style", "").split(";"):
        name, _, value = part.partition(":")
        if value:
            found[name.strip()] = value.strip()
    return found


def _colour(text: str) -> tuple[float, float, float] | None:
    named = {"none": "", "black": "#000000", "white": "#ffffff"}.get(text, text)
    if not named:
        return None
    code = named.removeprefix("#")
    if len(code) == 3:
        code = "".join(c * 2 for c in code)
    if len(code) != 6:
        raise ValueError(text)
    return int(code[:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:], 16) / 255


def _transform(text: str) -> Matrix:
    matrix = _IDENTITY
    for name, inside in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        n = [float(v) for v in _NUMBER.findall(inside)]
        if name == "translate":
            step: Matrix = (1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0)
        elif name == "scale":
            step = (n[0], 0, 0, n[1] if len(n) > 1 else n[0], 0, 0)
        elif name == "matrix":
            step = (n[0], n[1], n[2], n[3], n[4], n[5])
        else:
            raise ValueError(name)
        matrix = _multiply(matrix, step)
    return matrix


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def _outline(tag: str, child: ElementTree.Element) -> Iterator[Segment]:
    if tag == "path":
        yield from _path(child.get("d", ""))
    elif tag in ("polygon", "polyline"):
        points = [float(n) for n in _NUMBER.findall(child.get("points", ""))]
        for n in range(0, len(points) - 1, 2):
            yield ("L" if n else "M"), (points[n], points[n + 1])
        if tag == "polygon":
            yield "Z", ()
    elif tag == "rect":
        x, y, w, h = (_number(child, name) for name in ("x", "y", "width", "height"))
        yield from (("M", (x, y)), ("L", (x + w, y)), ("L", (x + w, y + h)), ("L", (x, y + h)), ("Z", ()))
    elif tag in ("circle", "ellipse"):
        across = _number(child, "r" if tag == "circle" else "rx")
        yield from _ellipse(_number(child, "cx"), _number(child, "cy"), across, _number(child, "ry") or across)
    else:
        raise ValueError(tag)


def _number(child: ElementTree.Element, name: str) -> float:
    return float(_NUMBER.findall(child.get(name, "0"))[0])


def _ellipse(x: float, y: float, a: float, b: float) -> Iterator[Segment]:
    p, q = a * _CIRCLE, b * _CIRCLE
    yield "M", (x + a, y)
    yield "C", (x + a, y + q, x + p, y + b, x, y + b)
    yield "C", (x - p, y + b, x - a, y + q, x - a, y)
    yield "C", (x - a, y - q, x - p, y - b, x, y - b)
    yield "C", (x + p, y - b, x + a, y - q, x + a, y)
    yield "Z", ()


def _path(data: str) -> Iterator[Segment]:
    """Path data as absolute M, L, C and Z."""
    tokens = [match.group() for match in _TOKEN.finditer(data)]
    command, at = "", 0
    x = y = start_x = start_y = 0.0
    control: tuple[str, float, float] = ("", 0.0, 0.0)
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        kind = command.upper()
        n = [float(t) for t in tokens[at : at + _ARGUMENTS[kind]]]
        at += len(n)
        if command.islower():
            offsets = {"H": (x,), "V": (y,)}.get(kind, (x, y) * 3)
            n = [value + offset for value, offset in zip(n, offsets, strict=False)]
        if kind == "Z":
            x, y, control = start_x, start_y, ("", 0, 0)
            yield "Z", ()
            continue
        segment, control = _segment(kind, n, x, y, control)
        x, y = segment[1][-2:]
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"
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


def _paint(canvas: Canvas, shape: Shape) -> None:
    path = canvas.beginPath()
    for kind, numbers in shape.segments:
        if kind == "M":
            path.moveTo(*numbers)
        elif kind == "L":
            path.lineTo(*numbers)
        elif kind == "C":
            path.curveTo(*numbers)
        else:
            path.close()
    if shape.fill:
        canvas.setFillColorRGB(*shape.fill)
    if shape.stroke:
        canvas.setStrokeColorRGB(*shape.stroke)
        canvas.setLineWidth(shape.stroke_width)
    canvas.drawPath(path, stroke=bool(shape.stroke), fill=bool(shape.fill), fillMode=0 if shape.even_odd else 1)
