"""A person's initials in a circle, and the municipality's arms."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from bra_desktop.domain.swedish import initials
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import CENTRE, draw_words

ARMS_SHAPE = 1.16
_LARGE = 2
"""Dots for each point of a page of arms."""


class Avatar(QWidget):
    """Initials for a person; the name is what a screen reader says."""

    def __init__(self, theme: Theme, name: str, size: float = 28) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_name(name)
        theme.changed.connect(self.update)

    def show_name(self, name: str) -> None:
        self._letters = initials(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("primary-soft"))
        painter.setPen(QPen(self._theme.colour("primary-line"), 1))
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        draw_words(painter, self._theme, rect, self._letters, "caption", "primary", CENTRE, bold=True)


def _image_of(picture: bytes) -> QImage:
    """A picture out of a file's bytes; the one page of a PDF is drawn large enough for any badge."""
    if not picture.startswith(b"%PDF"):
        return QImage.fromData(picture)
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtPdf import QPdfDocument  # only for arms that are cut out

    document, held = QPdfDocument(), QBuffer()
    held.setData(QByteArray(picture))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(held)
    size = (document.pagePointSize(0) * _LARGE).toSize()
    image = document.render(0, size) if document.pageCount() else QImage()
    document.close()
    return image


class Arms(QWidget):
    """The arms as they are in the register (SVG or an image file's bytes); a plain shield when there are none."""

    def __init__(self, theme: Theme, size: float = 26) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self._svg: QSvgRenderer | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_arms(self, owner: str, picture: bytes) -> None:
        self.setAccessibleName(f"Vapen för {owner}" if owner else "")
        renderer = QSvgRenderer(QByteArray(picture)) if b"<svg" in picture[:1000] else None
        self._svg = renderer if renderer is not None and renderer.isValid() else None
        self._image = QImage() if self._svg or not picture else _image_of(picture)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size), self._theme.px(self._size * ARMS_SHAPE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._svg is not None:
            self._svg.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._svg.render(painter, QRectF(self.rect()))
        elif not self._image.isNull():
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        else:
            self._shield(painter)

    def _shield(self, painter: QPainter) -> None:
        wide, high = self.width(), self.height()
        shield = QPainterPath()
        shield.moveTo(wide * 0.06, high * 0.04)
        shield.lineTo(wide * 0.94, high * 0.04)
        shield.lineTo(wide * 0.94, high * 0.55)
        shield.quadTo(wide * 0.92, high * 0.84, wide * 0.5, high * 0.98)
        shield.quadTo(wide * 0.08, high * 0.84, wide * 0.06, high * 0.55)
        shield.closeSubpath()
        painter.fillPath(shield, self._theme.colour("primary-fill"))
        painter.setClipPath(shield)
        painter.setPen(QPen(self._theme.colour("on-primary"), high * 0.06))
        for level in (0.4, 0.62):
            wave = QPainterPath()
            wave.moveTo(0, high * level)
            wave.cubicTo(wide * 0.3, high * (level - 0.14), wide * 0.3, high * (level + 0.14), wide * 0.5, high * level)
            wave.cubicTo(wide * 0.7, high * (level - 0.14), wide * 0.7, high * (level + 0.14), wide, high * level)
            painter.drawPath(wave)
