"""What this computer is like where a folder lies: mounts, drives, and what sync programs tell of themselves."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from bra_desktop.system.live_folder import SYNC_MARKS, SYNC_VARIABLES, DriveType, Machine, refuse_unsuitable


def refuse_here(folder: Path) -> None:
    """Judge a folder of this computer, which need not exist yet. Raises live_folder.Unsuitable."""
    real = Path(os.path.realpath(folder))
    refuse_unsuitable(str(real), this_machine(real))


def this_machine(folder: Path) -> Machine:
    """The computer, as far as it concerns the folder."""
    mounts, drives = (_mounts_of_linux(), {}) if sys.platform == "linux" else _mounts_and_drives()
    marks = frozenset(
        mark
        for place in (folder, *folder.parents)
        for mark in SYNC_MARKS
        if os.path.exists(place / mark)  # noqa: PTH110 - says no where one may not look
    )
    return Machine(
        platform=sys.platform,
        variables={name: os.environ[name] for name in (*SYNC_VARIABLES, "APPDATA") if name in os.environ},
        mounts=mounts,
        drives=drives,
        marks=marks,
    )


def _mounts_of_linux() -> tuple[tuple[str, str], ...]:
    """Mount points and their file systems, as the kernel lists them; a space in a name stands as ``\\040``."""
    lines = Path("/proc/self/mounts").read_bytes().splitlines()
    found = (line.split(b" ") for line in lines)
    return tuple((os.fsdecode(_OCTAL.sub(_octal, point)), os.fsdecode(kind)) for _device, point, kind, *_ in found)


_OCTAL = re.compile(rb"\\([0-7]{3})")


def _octal(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8)])


def _mounts_and_drives() -> tuple[tuple[tuple[str, str], ...], dict[str, DriveType]]:
    import psutil  # takes a while to import, and is asked for once in a session

    partitions = psutil.disk_partitions(all=True)
    drives: dict[str, DriveType] = {}
    if sys.platform == "win32":
        drives = {
            part.device.rstrip("\\").upper(): DriveType.REMOTE if "remote" in part.opts else DriveType.FIXED
            for part in partitions
        }
    return tuple((part.mountpoint, part.fstype) for part in partitions), drives
