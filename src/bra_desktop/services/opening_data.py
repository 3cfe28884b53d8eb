"""Opening the data folder."""

from __future__ import annotations

from pathlib import Path

from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import FolderMissing


def open_data(folder: Path, *, create: bool = False) -> Database:
    """The folder's data; with ``create`` an empty folder gets its file.

    Raises FolderMissing, FolderReadOnly, OpenElsewhere, NoDatabase, NotOurDatabase, NewerSchema or MigrationFailed.
    """
    if not folder.is_dir():
        raise FolderMissing
    return Database.open_or_create(folder) if create else Database.open(folder)
