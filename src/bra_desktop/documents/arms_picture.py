"""The coat of arms as a picture, for places that take no vectors, such as a workbook."""

from __future__ import annotations

import io
import math

from PIL import Image, ImageChops, ImageDraw

from bra_desktop.documents.pdf.arms import Matrix, Shape, read_arms

_FINER = 4  # drawn larger and scaled down, which makes the edges even
_STEPS = 16  # pieces that a curve is drawn in

Point = tuple[float, float]


def arms_png(svg: str, height: int) -> bytes:
    """The arms as PNG, ``height`` pixels tall, on nothing. Raises UserError when they cannot be read."""
    arms = read_arms(svg)
    if arms.picture:
        return _scaled(arms.picture, height)
    scale = height * _FINER / arms.box[3]
    size = max(1, round(arms.box[2] * scale)), height * _FINER
    drawn = Image.new("RGBA", size)
    for shape in arms.shapes:
        outlines = [
            [((x - arms.box[0]) * scale, (y - arms.box[1]) * scale) for x, y in outline] for outline in _outlines(shape)
        ]
        if shape.fill:
            drawn.paste(_bytes(shape.fill), mask=_filled(outlines, size, even_odd=shape.even_odd))
        if shape.stroke:
            growth = math.sqrt(abs(shape.matrix[0] * shape.matrix[3] - shape.matrix[1] * shape.matrix[2]))
            width = max(1, round(shape.stroke_width * growth * scale))
            pen = ImageDraw.Draw(drawn)
            for outline in outlines:
                pen.line(outline, fill=_bytes(shape.stroke), width=width, joint="curve")
    out = io.BytesIO()
    drawn.resize((max(1, size[0] // _FINER), height), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


def _scaled(png: bytes, height: int) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        width = max(1, round(picture.width * height / picture.height))
        picture.convert("RGBA").resize((width, height), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


def _filled(outlines: list[list[Point]], size: tuple[int, int], *, even_odd: bool) -> Image.Image:
    """What the outlines enclose: where they overlap they cancel each other, or not, as the source says."""
    mask = Image.new("1", size)
    for outline in outlines:
        one = Image.new("1", size)
        if len(outline) > 2:
            ImageDraw.Draw(one).polygon(outline, fill=1)
        mask = ImageChops.logical_xor(mask, one) if even_odd else ImageChops.logical_or(mask, one)
    return mask


def _outlines(shape: Shape) -> list[list[Point]]:
    outlines: list[list[Point]] = []
    for kind, numbers in shape.segments:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if kind == "M" or not outlines:
            outlines.append(points)
        elif kind == "L":
            outlines[-1] += points
        elif kind == "C":
            outlines[-1] += _curve(outlines[-1][-1], *points)
        else:
            outlines[-1].append(outlines[-1][0])
    return [[_moved(point, shape.matrix) for point in outline] for outline in outlines]


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    def along(at: float, axis: int) -> float:
        rest = 1 - at
        return (
            rest**3 * start[axis] + 3 * rest**2 * at * first[axis] + 3 * rest * at**2 * second[axis] + at**3 * end[axis]
        )

    return [(along(step / _STEPS, 0), along(step / _STEPS, 1)) for step in range(1, _STEPS + 1)]


def _moved(point: Point, matrix: Matrix) -> Point:
    x, y = point
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _bytes(colour: tuple[float, float, float]) -> tuple[int, int, int, int]:
    red, green, blue = (round(part * 255) for part in colour)
    return red, green, blue, 255
