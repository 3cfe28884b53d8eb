"""Which computer this is: an identity of its own, made once, and a name that people know."""

from __future__ import annotations

import getpass
import os
import re
from dataclasses import dataclass
from pathlib import Path

from bra_desktop.system.settings import write_whole

FILE_NAME = "device"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Device:
    """`id` is a UUID as text, kept in the config folder; `name` the computer's name; `user` who is logged in."""

    id: str
    name: str
    user: str


def this_device(config: Path) -> Device:
    """The identity of this installation, made the first time. Raises OSError when it cannot be kept."""
    file = config / FILE_NAME
    try:
        known = file.read_text(encoding="ascii").strip().lower()
    except (FileNotFoundError, ValueError):
        known = ""
    if not _UUID.fullmatch(known):
        import uuid  # loads more than every start should wait for

        known = str(uuid.uuid4())
        config.mkdir(parents=True, exist_ok=True)
        write_whole(file, known)
    return Device(known, _name() or "dator", _user())


def _name() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "användare"
