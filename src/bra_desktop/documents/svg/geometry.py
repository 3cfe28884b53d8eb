"""Matrices and boxes of a drawing (SVG 1.1, chapter 7)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Segment = tuple[str, tuple[float, ...]]
Bounds = tuple[float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

LARGEST = 1e6
"""PDF holds larger numbers badly, or not at all; drawings are some hundreds or thousands across."""


def numbers(text: str) -> list[float]:
    """Every number in a text. Raises ValueError for one that no paper has room for."""
    found = [float(one) for one in NUMBER.findall(text)]
    if any(abs(one) > LARGEST for one in found):
        raise ValueError(text)
    return found


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """First ``n``, then ``m``."""
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def inverse(m: Matrix) -> Matrix:
    """The way back. Raises ZeroDivisionError for a matrix that flattens everything."""
    size = m[0] * m[3] - m[1] * m[2]
    a, b, c, d = m[3] / size, -m[1] / size, -m[2] / size, m[0] / size
    return a, b, c, d, -(a * m[4] + c * m[5]), -(b * m[4] + d * m[5])


def transform(text: str) -> Matrix:
    """The matrix of a ``transform``. Raises ValueError for a step that is none."""
    matrix = IDENTITY
    for name, inside in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        matrix = multiply(matrix, _step(name, numbers(inside)))
    return matrix


def _step(name: str, n: list[float]) -> Matrix:
    if name == "translate":
        return 1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0
    if name == "scale":
        return n[0], 0, 0, n[1] if len(n) > 1 else n[0], 0, 0
    if name == "matrix":
        return n[0], n[1], n[2], n[3], n[4], n[5]
    if name == "skewX":
        return 1, 0, math.tan(math.radians(n[0])), 1, 0, 0
    if name == "skewY":
        return 1, math.tan(math.radians(n[0])), 0, 1, 0, 0
    if name == "rotate":
        cosine, sine = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
        x, y = (n[1], n[2]) if len(n) > 2 else (0.0, 0.0)
        return cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y
    raise ValueError(name)


def moved(segments: Iterable[Segment], m: Matrix) -> tuple[Segment, ...]:
    """The outline where the matrix puts it."""
    return tuple(
        (
            kind,
            tuple(
                value
                for x, y in zip(at[::2], at[1::2], strict=True)
                for value in (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
            ),
        )
        for kind, at in segments
    )


def bounds(segments: Iterable[Segment]) -> Bounds:
    """The box (x, y, width, height) round an outline, as far as its curves reach."""
    points: list[tuple[float, float]] = []
    for kind, at in segments:
        ends = list(zip(at[::2], at[1::2], strict=True))
        if kind == "C" and points:
            points += _along(points[-1], *ends)
        points += ends[-1:]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def _along(*four: tuple[float, float]) -> list[tuple[float, float]]:
    found = []
    for step in range(1, 32):
        t = step / 32
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        found.append((sum(w * x for w, (x, _) in zip(weights, four, strict=True)),
                      sum(w * y for w, (_, y) in zip(weights, four, strict=True))))  # fmt: skip
    return found
