"""A coat of arms drawn as vectors, out of SVG. Arms that are only had as pixels are a PNG in an SVG by itself.

What cannot be drawn is refused with a sentence, so that nobody finds half a shield on a protocol.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from PIL.Image import Image, Resampling
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from bra_desktop.documents.pictures import flat
from bra_desktop.documents.svg import refusals
from bra_desktop.documents.svg.geometry import Segment, moved, numbers
from bra_desktop.documents.svg.gradients import Gradient, name
from bra_desktop.documents.svg.reading import Shape, read_shapes
from bra_desktop.domain.errors import UserError

_PNG = "data:image/png;base64,"
_MOST_DOTS = 900
_THINNEST = 8
"""So many times its height a picture may be wide, or the other way round: a logotype is seldom more than five."""


@dataclass(frozen=True)
class Arms:
    """Shapes in a view box (x, y, width, height) with y downwards, or a PNG ``picture`` that fills it."""

    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]
    picture: bytes = b""

    def width_for(self, height: float) -> float:
        """How wide the arms are at a height."""
        return height * self.box[2] / self.box[3]

    def height_within(self, across: float, tall: float) -> float:
        """How tall the arms are where they may be no wider and no taller than this."""
        return min(tall, across * self.box[3] / self.box[2])

    def draw(self, canvas: Canvas, x: float, y: float, height: float) -> None:
        """Draw with the lower left corner at (x, y)."""
        if self.picture:
            canvas.drawImage(ImageReader(_on_paper(self.picture)), x, y, self.width_for(height), height)
            return
        scale = height / self.box[3]
        canvas.saveState()
        canvas.transform(scale, 0, 0, -scale, x - self.box[0] * scale, y + (self.box[1] + self.box[3]) * scale)
        for shape in self.shapes:
            canvas.saveState()
            for clip in shape.clips:
                canvas.clipPath(_path(canvas, clip.segments), stroke=0, fill=0, fillMode=0 if clip.even_odd else 1)
            _paint(canvas, shape)
            canvas.restoreState()
        canvas.restoreState()


@lru_cache(maxsize=8)
def _on_paper(png: bytes) -> Image:
    """The picture with no more dots than paper shows; every page of a paper draws it."""
    picture = flat(png)
    picture.thumbnail((_MOST_DOTS, _MOST_DOTS), Resampling.LANCZOS)
    return picture


def check_shape(svg: str) -> None:
    """Raises UserError for arms that are too thin to be seen where papers show them, or that cannot be drawn."""
    _, _, across, tall = read_arms(svg).box
    if max(across / tall, tall / across) > _THINNEST:
        raise UserError(
            f"Vapnet är {'bredare' if across > tall else 'högre'} än {_THINNEST} gånger sin "
            f"{'höjd' if across > tall else 'bredd'} och skulle bli ett streck på papperet. Välj en bild som är mindre "
            "avlång.",
            refusals.WHERE,
        )


@lru_cache(maxsize=8)
def read_arms(svg: str) -> Arms:
    """Read arms from SVG text. Raises UserError when they cannot be drawn, with what stands in the way."""
    try:
        root = ElementTree.fromstring(svg)
        box = _view_box(root)
        if picture := _picture(root):
            return Arms(box, (), picture)
        shapes = read_shapes(root)
    except (ElementTree.ParseError, ValueError, IndexError, KeyError) as error:
        raise UserError(
            "Vapnet går inte att läsa. Spara det som enkel svg med ifyllda former.", refusals.WHERE
        ) from error
    if not any(shape.fill or shape.stroke for shape in shapes):
        raise UserError("Vapnet har inga former att rita. Välj en annan svg-fil.", refusals.WHERE)
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
    if only is None or others or name(only.tag) != "image":
        return b""
    data = next((value for key, value in only.attrib.items() if name(key) == "href"), "")
    if not data.startswith(_PNG):
        raise ValueError("href")
    picture = base64.b64decode(data.removeprefix(_PNG), validate=True)
    flat(picture)
    return picture


def _view_box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    given = root.get("viewBox")
    sides = [numbers(root.get(side, "0"))[0] for side in ("width", "height")]
    x, y, width, height = numbers(given) if given else [0, 0, *sides]
    if width <= 0 or height <= 0:
        raise ValueError("viewBox")
    return x, y, width, height


def _path(canvas: Canvas, segments: Iterable[Segment]) -> PDFPathObject:
    path = canvas.beginPath()
    for kind, at in segments:
        if kind == "M":
            path.moveTo(*at)
        elif kind == "L":
            path.lineTo(*at)
        elif kind == "C":
            path.curveTo(*at)
        else:
            path.close()
    return path


def _paint(canvas: Canvas, shape: Shape) -> None:
    if isinstance(shape.fill, Gradient):
        _shade(canvas, shape, shape.fill)
    filled = shape.fill is not None and not isinstance(shape.fill, Gradient)
    if not filled and not shape.stroke:
        return
    canvas.transform(*shape.matrix)
    if shape.fill is not None and not isinstance(shape.fill, Gradient):
        canvas.setFillColorRGB(*shape.fill)
    if shape.stroke:
        canvas.setStrokeColorRGB(*shape.stroke)
        canvas.setLineWidth(shape.stroke_width)
        if shape.cap or shape.join:
            canvas.setLineCap(shape.cap)
            canvas.setLineJoin(shape.join)
    path = _path(canvas, shape.segments)
    canvas.drawPath(path, stroke=bool(shape.stroke), fill=filled, fillMode=0 if shape.even_odd else 1)


def _shade(canvas: Canvas, shape: Shape, gradient: Gradient) -> None:
    """Shades what is inside the outline."""
    canvas.saveState()
    outline = moved(shape.segments, shape.matrix)
    canvas.clipPath(_path(canvas, outline), stroke=0, fill=0, fillMode=0 if shape.even_odd else 1)
    canvas.transform(*gradient.matrix)
    colours, places = [Color(*rgb) for _, rgb in gradient.stops], [place for place, _ in gradient.stops]
    if gradient.kind == "linear":
        x1, y1, x2, y2 = gradient.points
        canvas.linearGradient(x1, y1, x2, y2, colours, places)
    else:
        x, y, radius = gradient.points
        canvas.radialGradient(x, y, radius, colours, places)
    canvas.restoreState()
