"""Which computer this is: an identity of its own, made once, and a name that people know."""

from __future__ import annotations

import getpass
import platform
import uuid
from dataclasses import dataclass
from pathlib import Path

from bra_desktop.system.settings import write_whole

FILE_NAME = "device"


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
        known = str(uuid.UUID(file.read_text(encoding="ascii").strip()))
    except (FileNotFoundError, ValueError):
        known = str(uuid.uuid4())
        config.mkdir(parents=True, exist_ok=True)
        write_whole(file, known)
    return Device(known, platform.node() or "dator", _user())


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "användare"
