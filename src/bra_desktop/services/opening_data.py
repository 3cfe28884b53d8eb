"""Opening the data folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bra_desktop.storage.database import FILE_NAME, Database
from bra_desktop.storage.failures import DeviceGone, DiskFull, FolderMissing, FolderReadOnly, is_folder
from bra_desktop.system.machine import refuse_here

LEAST_ROOM = 64 * 1024  # bytes; less than what SQLite shares between readers of one file


def open_data(folder: Path, *, create: bool = False, first_page_first: bool = False, to_read: bool = False) -> Database:
    """The folder's data; with ``create`` an empty folder gets its file.

    ``to_read`` opens for reading only, also while a window has the folder open.

    With ``first_page_first`` what the first page does without is loaded by ``Database.get_ready``, so that a window can
    show what there is sooner.

    Raises Unsuitable for a folder that is synced or on the network, FolderMissing, FolderIsFile, FolderOutOfReach,
    NameTooLong, FolderReadOnly, OpenElsewhere, NoDatabase, NotOurDatabase, NewerSchema or MigrationFailed.
    """
    refuse_here(folder)
    if not is_folder(folder):
        raise FolderMissing
    with telling_full_disk(folder):
        if to_read:
            return Database.open_to_read(folder)
        return Database.open_or_create(folder) if create else Database.open(folder, first_page_first=first_page_first)


@contextmanager
def telling_full_disk(folder: Path) -> Iterator[None]:
    """Say that the disk is full when that is why the data cannot be read: reading, too, needs a little room.

    SQLite says the same of a device that is gone. Raises DiskFull instead of DeviceGone.
    """
    try:
        yield
    except DeviceGone as error:
        with suppress(OSError):  # a device that is gone has no usage to tell
            if shutil.disk_usage(folder).free < LEAST_ROOM:
                raise DiskFull from error
        raise


def holds_data(folder: Path, *, must_exist: bool = True) -> bool:
    """Whether there is anything to open in the folder. Nothing is made in it.

    Raises FolderMissing for a folder that ``must_exist``, FolderReadOnly for one that cannot be written to, and as
    :func:`open_data` for what is no folder.
    """
    if not is_folder(folder):
        if must_exist:
            raise FolderMissing
        return False
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderReadOnly
    return (folder / FILE_NAME).exists()
