"""One running instance for each data folder, held by a lock that the system lets go of when the process ends."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import IO

from bra_desktop.storage.failures import FolderReadOnly, OpenElsewhere

LOCK_FILE = "bra.lock"


class InstanceLock:
    """Holds the folder until :meth:`release`, or until the process ends, however it ends.

    Raises OpenElsewhere when somebody else holds it, FolderReadOnly when the lock file cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._file: IO[bytes] | None = (folder / LOCK_FILE).open("ab")
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
                raise FolderReadOnly from error
            raise
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            self._file = None
            if error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
                raise OpenElsewhere from error
            raise

    def release(self) -> None:
        """Let go of the folder. The file stays, since removing it would race with the next holder."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        # flock, not lockf: a lock by open file also meets a second window of the same process.
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
