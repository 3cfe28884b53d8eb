"""The coat of arms as a picture, for places that take no vectors, such as a workbook."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from bra_desktop.documents.pdf.arms import read_arms
from bra_desktop.documents.svg.geometry import Matrix, Segment, inverse, moved, multiply
from bra_desktop.documents.svg.gradients import Gradient

_FINER = 4  # drawn larger and scaled down, which makes the edges even
_BEYOND = 4096  # places before a gradient begins and after it ends
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
    to_pixels: Matrix = (scale, 0, 0, scale, -arms.box[0] * scale, -arms.box[1] * scale)
    for shape in arms.shapes:
        seen = Image.new("1", size, 1)
        for clip in shape.clips:
            inside = _filled(_outlines(moved(clip.segments, to_pixels)), size, even_odd=clip.even_odd)
            seen = ImageChops.logical_and(seen, inside)
        outlines = _outlines(moved(shape.segments, multiply(to_pixels, shape.matrix)))
        if shape.fill:
            mask = ImageChops.logical_and(seen, _filled(outlines, size, even_odd=shape.even_odd))
            fill = shape.fill
            drawn.paste(_shaded(fill, to_pixels, size) if isinstance(fill, Gradient) else _bytes(fill), mask=mask)
        if shape.stroke:
            growth = math.sqrt(abs(shape.matrix[0] * shape.matrix[3] - shape.matrix[1] * shape.matrix[2]))
            width = max(1, round(shape.stroke_width * growth * scale))
            mask = Image.new("1", size)
            for outline in outlines:
                ImageDraw.Draw(mask).line(outline, fill=1, width=width, joint="curve")
            drawn.paste(_bytes(shape.stroke), mask=ImageChops.logical_and(seen, mask))
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


def _shaded(gradient: Gradient, to_pixels: Matrix, size: tuple[int, int]) -> Image.Image:
    """The whole picture in the gradient's colours."""
    back = inverse(multiply(to_pixels, gradient.matrix))
    if gradient.kind == "linear":
        x1, y1, x2, y2 = gradient.points
        square = (x2 - x1) ** 2 + (y2 - y1) ** 2 or 1.0
        along = ((x2 - x1) / square, (y2 - y1) / square)
        first = along[0] * back[0] + along[1] * back[1]
        second = along[0] * back[2] + along[1] * back[3]
        third = along[0] * (back[4] - x1) + along[1] * (back[5] - y1)
        wide = _BEYOND * 2 + 256
        band = Image.new("L", (wide, 1))
        band.putdata([min(255, max(0, n - _BEYOND)) for n in range(wide)])
        steps = (first * 255, second * 255, third * 255 + _BEYOND, 0.0, 0.0, 0.5)
        places = band.transform(size, Image.Transform.AFFINE, steps)
    else:
        x, y, radius = gradient.points
        unit = multiply((255 / radius, 0, 0, 255 / radius, 256 - x * 255 / radius, 256 - y * 255 / radius), back)
        steps = (unit[0], unit[2], unit[4], unit[1], unit[3], unit[5])
        places = _rings().transform(size, Image.Transform.AFFINE, steps, fillcolor=255)
    parts = [places.point([_part_at(gradient, n / 255, part) for n in range(256)]) for part in range(3)]
    return Image.merge("RGBA", (*parts, Image.new("L", size, 255)))


def _rings() -> Image.Image:
    """How far every place is from the middle, from 0 to 255."""
    rings = Image.new("L", (512, 512), 255)
    pen = ImageDraw.Draw(rings)
    for away in range(254, -1, -1):
        pen.ellipse((256 - away, 256 - away, 256 + away, 256 + away), fill=away)
    return rings


def _part_at(gradient: Gradient, place: float, part: int) -> int:
    """Red, green or blue at a place between the stops."""
    for (low, first), (high, second) in pairwise(gradient.stops):
        if place <= high:
            share = (place - low) / (high - low) if high > low else 1.0
            return round(255 * (first[part] + (second[part] - first[part]) * max(0.0, share)))
    return round(255 * gradient.stops[-1][1][part])


def _outlines(segments: Iterable[Segment]) -> list[list[Point]]:
    outlines: list[list[Point]] = []
    for kind, numbers in segments:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if kind == "M" or not outlines:
            outlines.append(points)
        elif kind == "L":
            outlines[-1] += points
        elif kind == "C":
            outlines[-1] += _curve(outlines[-1][-1], *points)
        else:
            outlines[-1].append(outlines[-1][0])
    return outlines


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    def along(at: float, axis: int) -> float:
        rest = 1 - at
        return (
            rest**3 * start[axis] + 3 * rest**2 * at * first[axis] + 3 * rest * at**2 * second[axis] + at**3 * end[axis]
        )

    return [(along(step / _STEPS, 0), along(step / _STEPS, 1)) for step in range(1, _STEPS + 1)]


def _bytes(colour: tuple[float, float, float]) -> tuple[int, int, int, int]:
    red, green, blue = (round(part * 255) for part in colour)
    return red, green, blue, 255
