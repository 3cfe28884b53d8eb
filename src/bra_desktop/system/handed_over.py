"""Files that another program is to open: each in a folder of its own among the computer's temporary files."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from pathlib import Path

from bra_desktop.system.results import write_result

_PREFIX = "bra-desktop-brev-"
_KEPT = 24 * 60 * 60  # seconds; by then the mail program has taken over what it was given


def hand_over(file_name: str, content: bytes) -> Path:
    """Write the file where its owner alone can read it, and take away what was handed over more than a day ago.

    Raises UserError when there is no room.
    """
    _take_away_old()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    return write_result(folder / file_name, content)


def _take_away_old() -> None:
    """Others' folders of the same name can't be taken away, and needn't be."""
    latest = time.time() - _KEPT
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.is_dir() and not folder.is_symlink() and folder.stat().st_mtime < latest:
                shutil.rmtree(folder)
