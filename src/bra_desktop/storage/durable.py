"""Files that are there whole or not at all, also after a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO


def sync_file(file: IO[bytes]) -> None:
    """Wait until what has been written is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder last; Windows does so by itself."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def switch_in(written: Path, place: Path) -> None:
    """Put a finished file in its place, replacing what stood there."""
    written.replace(place)
    sync_folder(place.parent)
