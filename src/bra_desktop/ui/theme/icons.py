"""The icon set: Lucide's drawings recoloured in memory, and as files for the style sheet, which can't take bytes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QTemporaryDir
from PySide6.QtSvg import QSvgRenderer

SEARCH_PATH = "theme"
DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="6" fill="currentColor"/></svg>'
)


class Icons:
    """Renders the icons of one folder in any colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._temporary = QTemporaryDir()  # Python's own takes 10 ms to import
        self._files = Path(self._temporary.path())
        # The search path lets the sheet name its pictures without a path of this machine in it.
        QDir.addSearchPath(SEARCH_PATH, str(self._files))

    def renderer(self, name: str, colour: str) -> QSvgRenderer:
        """Colour as #RRGGBB. Raises FileNotFoundError for an icon that doesn't ship."""
        key = (name, colour)
        if key not in self._renderers:
            self._renderers[key] = QSvgRenderer(QByteArray(self.svg(name, colour)))
        return self._renderers[key]

    def svg(self, name: str, colour: str) -> bytes:
        if name not in self._texts:
            file = self._folder / f"{name}.svg"
            self._texts[name] = DOT if name == "dot" else file.read_text(encoding="utf-8")
        return self._texts[name].replace("currentColor", colour).encode()

    def url(self, name: str, colour: str) -> str:
        """The address of the recoloured icon for use in a style sheet."""
        file = f"{name}-{colour.lstrip('#').lower()}.svg"
        path = self._files / file
        if not path.exists():
            path.write_bytes(self.svg(name, colour))
        return f"{SEARCH_PATH}:{file}"
