"""What several self-painted widgets share: words in a rectangle, a chip, the node of a way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
CHIP_ICON = 13
CHIP_PADDING = 8
CHIP_STEP = 17


def draw_words(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    words: str,
    role: str = "body",
    colour: str = "text",
    align: Qt.AlignmentFlag = LEFT | MIDDLE,
    bold: bool = False,
    wrap: bool = False,
) -> None:
    """One line that ends in … when it is too long, or as many lines as it takes when wrap is chosen."""
    painter.setFont(theme.font(role, bold))
    painter.setPen(theme.colour(colour))
    if wrap:
        painter.drawText(rect, int(align) | int(Qt.TextFlag.TextWordWrap), words)
        return
    shown = theme.metrics(role, bold).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), shown)


def chip_size(theme: Theme, look: StatusLook) -> QSizeF:
    """The room that the chip's word and icon take."""
    metrics = theme.metrics("caption")
    width = metrics.horizontalAdvance(look.word) + 2 * theme.px(CHIP_PADDING) + 2
    return QSizeF(width + (theme.px(CHIP_STEP) if look.icon else 0), round(metrics.height()) + theme.px(4))


def draw_chip(painter: QPainter, theme: Theme, left: float, middle: float, look: StatusLook) -> float:
    """A pill: soft plane, thin line, icon and word in the tone, never without the word. Returns its width."""
    size = chip_size(theme, look)
    rect = QRectF(left, middle - size.height() / 2, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(f"{look.tone}-line"), 1))
    painter.setBrush(theme.colour(f"{look.tone}-soft"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    start = rect.left() + theme.px(CHIP_PADDING)
    if look.icon:
        side = theme.px(CHIP_ICON)
        theme.draw_icon(painter, look.icon, look.tone, QRectF(start, rect.center().y() - side / 2, side, side))
        start += theme.px(CHIP_STEP)
    room = QRectF(start, rect.top(), rect.right() - start, rect.height())
    draw_words(painter, theme, room, look.word, "caption", look.tone)
    return size.width()


def draw_node(
    painter: QPainter, theme: Theme, centre: QPointF, radius: float, state: str, icon: str = "", number: str = ""
) -> None:
    """A step of a way. done: ring with tick or icon · now: filled · late: late tone · next: empty ring."""
    circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    inner = circle.adjusted(radius * 0.42, radius * 0.42, -radius * 0.42, -radius * 0.42)
    line, plane, ink = {
        "done": ("done", "done-soft", "done"),
        "now": ("primary", "primary-fill", "on-primary"),
        "late": ("late", "late-soft", "late"),
    }.get(state, ("control", "surface", "muted"))
    painter.setPen(QPen(theme.colour(line), (1.3 if state == "next" else 1.5) * theme.scale))
    painter.setBrush(theme.colour(plane))
    painter.drawEllipse(circle)
    if number and state != "done":
        draw_words(painter, theme, circle, number, "caption", ink, CENTRE, bold=True)
    elif icon or state == "done":
        theme.draw_icon(painter, icon or "check", ink, inner)


def way_pen(theme: Theme, walked: bool, width: float = 1.5) -> QPen:
    """The line between two steps: green and unbroken where it has been walked, dashed where it lies ahead."""
    style = Qt.PenStyle.SolidLine if walked else Qt.PenStyle.DashLine
    return QPen(theme.colour("done" if walked else "line-strong"), width * theme.scale, style)
