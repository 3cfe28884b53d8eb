"""The look that is in force: colours, lengths, fonts and icons, and the way to change it while the window is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from bra_desktop.ui.theme.style_sheet import fill, scaled
from bra_desktop.ui.theme.tokens import StatusLook, Tokens

if TYPE_CHECKING:  # the first frame has neither letters nor icons
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPixmap

    from bra_desktop.ui.theme.icons import Icons

BOLD_ROLES = ("strong", "h1", "h2", "h3", "figure")
MIDDLE = 128
"""Lightness below which a colour counts as dark, of 255."""
SYSTEM = "system"
"""The choice that means: as the computer has it."""


class Theme(QObject):
    """One object, handed to everything that paints. `changed` says: take colours, icons and lengths anew."""

    changed = Signal()

    def __init__(self, resources: Path, choice: str = SYSTEM, scale: float = 1.0) -> None:
        super().__init__()
        self.tokens = Tokens.load(resources / "tokens.json")
        self._template = (resources / "theme.qss").read_text(encoding="utf-8")
        self._icon_folder = resources / "icons"
        self._made_icons: Icons | None = None
        self._fonts = resources / "fonts"
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}
        self.choice = choice
        self.scale = scale
        self.name = self._guessed()

    # ── what painters ask for ────────────────────────────────────────────────────────────────
    def hex(self, name: str) -> str:
        """The colour as #RRGGBB. Raises KeyError for a name that the palette lacks."""
        return self.tokens.palettes[self.name][name]

    def colour(self, name: str, alpha: float = 1.0) -> QColor:
        colour = QColor(self.hex(name))
        colour.setAlphaF(alpha)
        return colour

    def px(self, length: float) -> int:
        """Units of the design to device-independent pixels at the chosen scale."""
        return scaled(length, self.scale)

    def font(self, role: str = "body", bold: bool = False) -> QFont:
        from PySide6.QtGui import QFont

        font = QFont(self.tokens.family)
        font.setPointSizeF(self.tokens.type_pt[role] * self.scale)
        font.setBold(bold or role in BOLD_ROLES)
        # Full hinting makes Noto Sans uneven at 9–10.5 points.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def metrics(self, role: str = "body", bold: bool = False) -> QFontMetricsF:
        from PySide6.QtGui import QFontMetricsF

        return QFontMetricsF(self.font(role, bold))

    def status(self, group: str, name: str) -> StatusLook:
        """The look of a state; its word is the domain's own where the domain names it."""
        look = self.tokens.status[group][name]
        if look.word:
            return look
        from bra_desktop.ui.theme.state_words import state_word

        return StatusLook(state_word(group, name), look.tone, look.icon)

    def draw_icon(self, painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
        self._icons.renderer(name, self.hex(colour)).render(painter, rect)

    def pixmap(self, name: str, colour: str = "text", size: float = 16, gap: float = 0) -> QPixmap:
        """Square of `size` units with `gap` empty units to its right, sharp also on a screen at 200 %.

        The gap is the only way to set the distance between a button's icon and its words.
        """
        key = (self.name, self.scale, name, colour, size, gap)
        if key not in self._pixmaps:
            from PySide6.QtCore import QRectF, QSize, Qt
            from PySide6.QtGui import QPainter, QPixmap

            side, empty, ratio = self.px(size), self.px(gap), 2
            pixmap = QPixmap(QSize(side + empty, side) * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.draw_icon(painter, name, colour, QRectF(0, 0, side, side))
            painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def icon(self, name: str, colour: str = "text", size: float = 16, gap: float = 0) -> QIcon:
        from PySide6.QtGui import QIcon

        icon = QIcon(self.pixmap(name, colour, size, gap))
        # Without a picture of its own the style greys a white icon until it can't be seen.
        icon.addPixmap(self.pixmap(name, "muted", size, gap), QIcon.Mode.Disabled)
        return icon

    # ── putting it in force ──────────────────────────────────────────────────────────────────
    def load_fonts(self) -> None:
        """Loads the fonts that ship; a machine without fonts would show a box for every letter."""
        from PySide6.QtGui import QFontDatabase

        for file in self.tokens.font_files:
            if QFontDatabase.addApplicationFont(str(self._fonts / file)) < 0:
                raise FileNotFoundError(self._fonts / file)

    def follow_system(self) -> None:
        """Changes with the computer's own light and dark, as long as nothing else is chosen."""
        QApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: str | None = None, scale: float | None = None) -> None:
        """Puts another palette or scale in force at once. Choice is "system" or the name of a palette."""
        self.choice = self.choice if choice is None else choice
        self.scale = self.scale if scale is None else scale
        self.apply()

    def apply(self) -> None:
        """Palette, font and sheet of the application; then everybody who paints is told."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("A theme needs a running QApplication.")
        self.name = self._resolved()
        self._pixmaps.clear()
        # Qt keeps every picture that a label has painted, up to 10 MB, and those of the old look come back no more.
        QPixmapCache.clear()
        # A sheet in the place of another is told to every widget once for each of its parents, which takes seconds in a
        # window full of pages; a sheet in the place of none is told once. Nothing is painted in between.
        application.setStyleSheet("")
        application.setPalette(self.palette())
        application.setFont(self.font())
        application.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def style_sheet(self) -> str:
        def url(name: str, colour: str) -> str:
            return self._icons.url(name, self.hex(colour))

        return fill(self._template, self.tokens.palettes[self.name], self.tokens.type_pt, self.scale, url)

    def palette(self) -> QPalette:
        """For what no style sheet reaches: links, placeholders, item views, disabled text."""
        role, palette = QPalette.ColorRole, QPalette()
        for which, name in (
            (role.Window, "background"), (role.Base, "surface"), (role.AlternateBase, "sunken"), (role.Text, "text"),
            (role.WindowText, "text"), (role.ButtonText, "text"), (role.Button, "surface"), (role.Link, "primary"),
            (role.Highlight, "selection"), (role.HighlightedText, "text"), (role.PlaceholderText, "muted"),
            (role.ToolTipBase, "raised"), (role.ToolTipText, "text"), (role.LinkVisited, "primary"),
            (role.Light, "line"), (role.Mid, "line-strong"), (role.Dark, "control"), (role.Shadow, "shadow"),
        ):  # fmt: skip
            palette.setColor(which, self.colour(name))
        for which in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.colour("muted"))
        return palette

    @property
    def _icons(self) -> Icons:
        if self._made_icons is None:
            from bra_desktop.ui.theme.icons import Icons

            self._made_icons = Icons(self._icon_folder)
        return self._made_icons

    def _guessed(self) -> str:
        """As `_resolved`, for the first frame: light or dark by the style's own palette, without loading Qt's enums."""
        if self.choice != SYSTEM:
            return self.choice
        ground = QApplication.palette().color(QPalette.ColorRole.Window)
        return "dark" if ground.lightness() < MIDDLE else "light"

    def _resolved(self) -> str:
        from PySide6.QtCore import Qt

        if self.choice != SYSTEM:
            return self.choice
        return "dark" if QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _system_changed(self) -> None:
        if self.choice == SYSTEM and self._resolved() != self.name:
            self.choose(SYSTEM)
