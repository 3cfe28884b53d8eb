"""Choosing files in the computer's own box. Kept apart so that a page can be given another way to choose."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

PDF = "Pdf (*.pdf)"
MEETING_FILE = "Mötesfil (*.json)"
CERTIFICATE = "Certifikatfil (*.p12 *.pfx)"
ANY = "Alla filer (*)"


def file_to_open(parent: QWidget, title: str, kinds: str = ANY) -> Path | None:
    """The file that was chosen, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def file_to_save(parent: QWidget, title: str, file_name: str, kinds: str = ANY) -> Path | None:
    """Where to put it, or None. The box itself asks before something is written over."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, file_name, kinds)
    return Path(name) if name else None
