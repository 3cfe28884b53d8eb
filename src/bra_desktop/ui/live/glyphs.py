"""Which signs the shipped font has, in all the cuts that the papers use."""

from __future__ import annotations

from PySide6.QtGui import QFont, QRawFont

from bra_desktop.ui.theme.theme import Theme


class Glyphs:
    """The window and the papers have the same font files, so what one lacks the other lacks too."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cuts: list[QRawFont] = []
        self._known: dict[str, bool] = {}

    def has(self, sign: str) -> bool:
        if not self._cuts:
            self._cuts = [QRawFont.fromFont(font) for font in self._fonts()]
        if sign not in self._known:
            self._known[sign] = all(cut.supportsCharacter(ord(sign)) for cut in self._cuts)
        return self._known[sign]

    def _fonts(self) -> list[QFont]:
        fonts = []
        for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
            font = QFont(self._theme.font(bold=bold))
            font.setItalic(italic)
            fonts.append(font)
        return fonts
