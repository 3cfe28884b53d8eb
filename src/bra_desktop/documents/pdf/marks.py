"""Small shapes before a status word: the shape carries the meaning, colour only repeats it."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.pdf.style import INK, LATE, MUTED, THIN, TINT, WHITE, Colour

_SIZE = 6.4
_TIP, _APART = 7.0, 2.0
_STEPS, _STEP_WIDTH, _STEP_HEIGHT = 5, 6.4, 4.6


def draw_status(canvas: Canvas, status: str, x: float, y: float, accent: Colour) -> None:
    """Draw the shape of a status with its lower left corner at (x, y), in that colour where it tells of no lateness."""
    canvas.saveState()
    canvas.setLineWidth(0.9)
    canvas.setStrokeColorRGB(*accent)
    canvas.setFillColorRGB(*accent)
    radius = _SIZE / 2
    middle_x, middle_y = x + radius, y + radius
    match status:
        case "done":
            _tick(canvas, x, y)
        case "ongoing" | "waiting":
            inner = radius - 0.45
            canvas.circle(middle_x, middle_y, inner, fill=0, stroke=1)
            canvas.wedge(
                middle_x - inner, middle_y - inner, middle_x + inner, middle_y + inner, 270, 180, fill=1, stroke=0
            )
        case "late":
            _warning(canvas, x, y)
        case _:
            canvas.setStrokeColorRGB(*MUTED)
            canvas.circle(middle_x, middle_y, radius - 0.45, fill=0, stroke=1)
            if status == "cancelled":
                canvas.line(x + 1, middle_y, x + _SIZE - 1, middle_y)
    canvas.restoreState()


def draw_steps(canvas: Canvas, step: int, x: float, y: float, accent: Colour) -> None:
    """Draw five squares with their lower left corner at (x, y), of which the first ``step`` are filled."""
    canvas.saveState()
    canvas.setLineWidth(0.6)
    canvas.setStrokeColorRGB(*accent)
    canvas.setFillColorRGB(*accent)
    for n in range(_STEPS):
        canvas.rect(x + 0.3 + n * (_STEP_WIDTH + 1.6), y, _STEP_WIDTH, _STEP_HEIGHT, fill=int(n < step), stroke=1)
    canvas.restoreState()


def draw_arrow(canvas: Canvas, x: float, y: float, width: float, height: float, *, first: bool) -> None:
    """Draw an arrow to the right, of which the lower left corner is at (x, y); a ``first`` one has an even tail."""
    canvas.saveState()
    canvas.setLineWidth(THIN)
    canvas.setStrokeColorRGB(*INK)
    canvas.setFillColorRGB(*TINT)
    shoulder, tip = x + width - _TIP, x + width
    path = canvas.beginPath()
    path.moveTo(x, y)
    for corner in ((shoulder, y), (tip - _APART, y + height / 2), (shoulder, y + height), (x, y + height)):
        path.lineTo(*corner)
    if not first:
        path.lineTo(x + _TIP - _APART, y + height / 2)
    path.close()
    canvas.drawPath(path, fill=1, stroke=1)
    canvas.restoreState()


def _tick(canvas: Canvas, x: float, y: float) -> None:
    radius = _SIZE / 2
    canvas.circle(x + radius, y + radius, radius, fill=1, stroke=0)
    canvas.setStrokeColorRGB(*WHITE)
    canvas.setLineWidth(1)
    path = canvas.beginPath()
    path.moveTo(x + _SIZE * 0.25, y + _SIZE * 0.5)
    path.lineTo(x + _SIZE * 0.43, y + _SIZE * 0.3)
    path.lineTo(x + _SIZE * 0.76, y + _SIZE * 0.68)
    canvas.drawPath(path)


def _warning(canvas: Canvas, x: float, y: float) -> None:
    middle = x + _SIZE / 2
    canvas.setFillColorRGB(*LATE)
    path = canvas.beginPath()
    path.moveTo(x - 0.3, y)
    path.lineTo(x + _SIZE + 0.3, y)
    path.lineTo(middle, y + _SIZE)
    path.close()
    canvas.drawPath(path, fill=1, stroke=0)
    canvas.setFillColorRGB(*WHITE)
    canvas.rect(middle - 0.45, y + 2, 0.9, 2.2, fill=1, stroke=0)
    canvas.rect(middle - 0.45, y + 0.7, 0.9, 0.9, fill=1, stroke=0)
