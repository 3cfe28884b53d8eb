"""One running instance for each data folder, held by a lock that the system lets go of when the process ends."""

from __future__ import annotations

import contextlib
import errno
import os
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
        self._path = folder / LOCK_FILE
        try:
            self._file: IO[bytes] | None = self._path.open("ab")
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
        if not self._stands():
            self.release()
            raise OpenElsewhere

    def release(self) -> None:
        """Let go of the folder. The file stays, since removing it would race with the next holder."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """Let go of a folder in which no data came to be, and leave no file there."""
        try:
            self._path.unlink()
        except OSError:  # Windows takes no open file away
            self.release()
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            self.release()

    def _stands(self) -> bool:
        """Whether the file was not taken away by its holder between its opening here and its locking."""
        try:
            return self._file is not None and os.path.samestat(os.fstat(self._file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False


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
