"""What has been typed in a form that is not sent yet: one small file each, in a folder beside the database.

No rows: nothing of it belongs to the meeting before it is sent, so it is no part of the history, no package and no
backup holds it, and it is gone when its file is. Used by the writer's thread alone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from bra_desktop.storage.durable import switch_in, sync_file, sync_folder
from bra_desktop.storage.failures import telling_disk

FOLDER = "utkast"
CORRECTIONS = "rattelser"
"""Where in it those of corrections lie, which are written when the meeting's others have been disposed of."""
KIND, HALF_MADE = ".json", ".new"
OWNER_ALONE = 0o600


class Drafts:
    """The drafts of one data folder, each known by its meeting's id and a key of its own."""

    def __init__(self, data: Path, part: str = "") -> None:
        self._folder = data / FOLDER / part

    def keep(self, meeting: str, key: str, text: str) -> None:
        """Write a draft, in the place of what it was before. Raises DiskFull, FolderReadOnly, DeviceGone or OSError;
        then it is as it was before.
        """
        place = self._folder / meeting / f"{key}{KIND}"
        half_made = place.with_suffix(HALF_MADE)
        with telling_disk():
            self._make_folder(place.parent)
            try:
                self._write(half_made, text)
                switch_in(half_made, place)
            finally:
                half_made.unlink(missing_ok=True)

    def drop(self, meeting: str, key: str) -> None:
        """Take a draft away, if it is there. Raises as :meth:`keep`."""
        place = self._folder / meeting / f"{key}{KIND}"
        with telling_disk():
            if place.exists():
                place.unlink()
                sync_folder(place.parent)

    def of(self, meeting: str) -> Mapping[str, str]:
        """The meeting's drafts by key. One that can't be read is left out: it must never be a hindrance."""
        found = {}
        with contextlib.suppress(OSError):
            for place in sorted((self._folder / meeting).iterdir()):
                if place.suffix == HALF_MADE:  # the program was ended while it was written
                    place.unlink(missing_ok=True)
                elif place.suffix == KIND:
                    with contextlib.suppress(OSError, UnicodeDecodeError):
                        found[place.stem] = place.read_text(encoding="utf-8")
        return found

    def meetings(self) -> tuple[str, ...]:
        """The ids of the meetings that have drafts."""
        try:
            return tuple(
                sorted(place.name for place in self._folder.iterdir() if place.is_dir() and place.name != CORRECTIONS)
            )
        except OSError:
            return ()

    def dispose(self, meeting: str) -> None:
        """Take all drafts of a meeting away. What the disk refuses is taken away at the next look."""
        shutil.rmtree(self._folder / meeting, ignore_errors=True)

    def _make_folder(self, folder: Path) -> None:
        for one in (self._folder.parent, self._folder, folder):
            if not one.is_dir():
                one.mkdir(mode=0o700)
                sync_folder(one.parent)

    @staticmethod
    def _write(path: Path, text: str) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, OWNER_ALONE), "wb") as file:
            file.write(text.encode("utf-8"))
            sync_file(file)
