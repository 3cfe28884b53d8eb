"""What this computer is like where a folder lies: mounts, drives, and what sync programs tell of themselves."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bra_desktop.system.live_folder import SYNC_MARKS, SYNC_VARIABLES, DriveType, Machine, refuse_unsuitable


def refuse_here(folder: Path) -> None:
    """Judge a folder of this computer, which need not exist yet. Raises live_folder.Unsuitable."""
    real = Path(os.path.realpath(folder))
    refuse_unsuitable(str(real), this_machine(real))


def this_machine(folder: Path) -> Machine:
    """The computer, as far as it concerns the folder."""
    import psutil  # takes a while to import, and is asked for once in a session

    partitions = psutil.disk_partitions(all=True)
    drives: dict[str, DriveType] = {}
    if sys.platform == "win32":
        drives = {
            part.device.rstrip("\\").upper(): DriveType.REMOTE if "remote" in part.opts else DriveType.FIXED
            for part in partitions
        }
    marks = frozenset(
        mark
        for place in (folder, *folder.parents)
        for mark in SYNC_MARKS
        if os.path.exists(place / mark)  # noqa: PTH110 - says no where one may not look
    )
    return Machine(
        platform=sys.platform,
        variables={name: os.environ[name] for name in (*SYNC_VARIABLES, "APPDATA") if name in os.environ},
        mounts=tuple((part.mountpoint, part.fstype) for part in partitions),
        drives=drives,
        marks=marks,
    )
