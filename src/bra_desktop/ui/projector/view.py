"""The slide, painted. Sizes follow the height of its own window, since they are for the room and not for the user."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.naming import named
from bra_desktop.ui.projector.pen import SlidePen
from bra_desktop.ui.projector.slide import Slide
from bra_desktop.ui.theme.theme import Theme

LIGHT, DARK = "light", "dark"
DESIGN, NARROWEST = 768, 1024
"""The height of a screen that lengths and type sizes are given for, and the width below which they are smaller."""
PIXELS = 96 / 72
"""To a point."""
TOP, LEAST_TOP = 102, 40
SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How a long slide is made smaller before clauses are left out."""


class SlideView(QWidget):
    """Shows one slide. A long one is made smaller until it fits; what then has no room is counted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tokens = theme.tokens
        self._slide, self._palette = Slide("", ""), LIGHT
        named(self, "projector.slide", "Projektor")

    def show_slide(self, slide: Slide) -> None:
        """What is the same as before is not painted again."""
        if slide == self._slide:
            return
        self._slide = slide
        self.setAccessibleDescription(slide.spoken())
        self.update()

    def slide(self) -> Slide:
        return self._slide

    def set_dark(self, dark: bool) -> None:
        self._palette = DARK if dark else LIGHT
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._tokens.palettes[self._palette]
        painter.fillRect(self.rect(), QColor(colours["background"]))
        slide, factor, height = self._fitting()
        top = max(self.units(LEAST_TOP), min(self.units(TOP), (self.height() - height) / 2))
        SlidePen(painter, self, factor, colours).draw(slide, top)

    def font_of(self, role: str, factor: float, bold: bool = False) -> QFont:
        """The type of a role at this height; its sizes are pixels here, points at 96 dots to the inch."""
        font = QFont(self._tokens.family)
        font.setPixelSize(max(6, round(self.units(self._tokens.type_pt[f"projector-{role}"] * PIXELS * factor))))
        font.setBold(bold)
        return font

    def units(self, length: float) -> float:
        """Lengths of the design to pixels of this window."""
        return length * min(self.height() / DESIGN, self.width() / NARROWEST)

    def _fitting(self) -> tuple[Slide, float, float]:
        """The slide, how much smaller than the design it has to be, and how high it becomes."""
        slide, room = self._slide, self.height() - 2 * self.units(LEAST_TOP)
        for factor in SMALLER:
            height = SlidePen(None, self, factor, {}).draw(slide, 0)
            if height <= room:
                return slide, factor, height
        while height > room and (shorter := slide.shortened()) is not None:
            slide = shorter
            height = SlidePen(None, self, factor, {}).draw(slide, 0)
        return slide, factor, height
