"""Keeps the computer awake and its screen lit while somebody works for hours without touching it.

For Windows and macOS, which have a way of their own. On Linux the desktop is asked on the session's bus, by the window.
"""

from __future__ import annotations

import os
import subprocess
import sys

ES_CONTINUOUS = 0x80000000
ES_SYSTEM_REQUIRED = 0x00000001
ES_DISPLAY_REQUIRED = 0x00000002
CAFFEINATE = "/usr/bin/caffeinate"


class SystemAwake:
    """`hold` and `release`, both as often as one likes. Windows counts by thread: call both on the same one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """The computer neither sleeps nor darkens its screen from now on; does nothing where it has no such way."""
        if sys.platform == "win32":
            _tell_windows(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED)
        elif sys.platform == "darwin" and self._process is None:
            # It ends with this process (-w), also after a crash.
            self._process = subprocess.Popen([CAFFEINATE, "-d", "-i", "-m", "-w", str(os.getpid())])

    def release(self) -> None:
        """The computer's own settings hold again."""
        if sys.platform == "win32":
            _tell_windows(ES_CONTINUOUS)
        elif self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


def _tell_windows(state: int) -> None:
    import ctypes

    ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined, unused-ignore]
