"""Choosing files in the computer's own box. Kept apart so that a page can be given another way to choose."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

PDF = "Pdf (*.pdf)"
WORD = "Word (*.docx)"
TEXT = "Text (*.txt)"
MAIL = "E-postutkast (*.eml)"
CALENDAR = "Kalenderfil (*.ics)"
MEETING_FILE = "Mötesfil (*.json)"
CERTIFICATE = "Certifikatfil (*.p12 *.pfx)"
ANY = "Alla filer (*)"

_last: list[Path] = []
"""The folder that was used last, while the program runs."""


def first_folder() -> Path:
    """Where a box begins: in the folder that was used last, else in the person's own documents or home.

    Never in one that is not there: a box would take its name for that of a file.
    """
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    wanted = (*_last, *(Path(QStandardPaths.writableLocation(kind)) for kind in kinds))
    return next((folder for folder in wanted if folder.is_dir()), Path.home())


def used(path: str, *, is_folder: bool = False) -> Path | None:
    """What a box answered, None for nothing; the next box begins there."""
    if not path:
        return None
    _last[:] = [Path(path) if is_folder else Path(path).parent]
    return Path(path)


def file_to_open(parent: QWidget, title: str, kinds: str = ANY) -> Path | None:
    """The file that was chosen, or None."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(first_folder()), kinds)
    return used(name)


def files_to_open(parent: QWidget, title: str, kinds: str = ANY) -> tuple[Path, ...]:
    """The files that were chosen, in the box's order; none when it was closed."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, str(first_folder()), kinds)
    return tuple(path for name in names if (path := used(name)) is not None)


def file_to_save(parent: QWidget, title: str, file_name: str, kinds: str = ANY) -> Path | None:
    """Where to put it, or None. The box itself asks before something is written over."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(first_folder() / file_name), kinds)
    return used(name)


def file_there_or_new(parent: QWidget, title: str, file_name: str, kinds: str = ANY) -> Path | None:
    """A file that is there and will be used, or the place for a new one, or None."""
    keep = QFileDialog.Option.DontConfirmOverwrite
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(first_folder() / file_name), kinds, "", keep)
    return used(name)


def folder_to_use(parent: QWidget, title: str) -> Path | None:
    """The folder that was chosen, or None."""
    return used(QFileDialog.getExistingDirectory(parent, title, str(first_folder())), is_folder=True)
