"""Settings of this computer, each declared once: key, type, default, label and help.

They stand in a JSON file in the config folder. A file that cannot be read is moved aside and the defaults hold, since
a broken setting must never stand between a secretary and the minutes.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from bra_desktop.domain.errors import UserError

T = TypeVar("T", bound=str | int | bool)

FILE_NAME = "settings.json"
MEMORY = "memory"


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting. With `choices` (value → words on the screen) nothing else is accepted, nor outside `between`."""

    key: str
    default: T
    label: str
    help: str
    choices: tuple[tuple[T, str], ...] = ()
    between: tuple[int, int] | None = None

    def accepts(self, value: object) -> bool:
        """Whether the value is of the setting's type and within its bounds."""
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in dict(self.choices):
            return False
        return self.between is None or not isinstance(value, int) or self.between[0] <= value <= self.between[1]


class Settings:
    """The values of the declared settings, and short texts that the window remembers.

    Keys that this version does not know are kept, so that a newer version's settings survive an older one.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._values = self._read()

    def get(self, setting: Setting[T]) -> T:
        """The chosen value, or the default when none is chosen or the chosen one is no longer accepted."""
        value = self._values.get(setting.key, setting.default)
        return value if setting.accepts(value) else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Choose a value and save it. Raises UserError when it is not accepted or cannot be saved."""
        if not setting.accepts(value):
            raise UserError(f"”{value}” kan inte väljas för {setting.label}. Välj ett annat värde.", setting.key)
        self._values[setting.key] = value
        self._write()

    def recall(self, key: str) -> str:
        """What the window remembered by that key (column widths, the latest tab), or an empty text."""
        return str(self._values.get(MEMORY, {}).get(key, ""))

    def remember(self, key: str, value: str) -> None:
        """Remember a short text for the window. Raises UserError when it cannot be saved."""
        memory = self._values.setdefault(MEMORY, {})
        if memory.get(key) != value:
            memory[key] = value
            self._write()

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except OSError:
            # Missing at the first start; unreadable is told when something is to be saved.
            return {}
        except ValueError:
            self._move_aside()
            return {}
        if not isinstance(found, dict) or not isinstance(found.get(MEMORY, {}), dict):
            self._move_aside()
            return {}
        return found

    def _move_aside(self) -> None:
        self.path.replace(self.path.with_suffix(".broken.json"))

    def _write(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, text)
        except OSError as error:
            raise UserError(
                "Inställningen kunde inte sparas på den här datorn. Kontrollera att det finns plats på disken.",
                str(self.path),
            ) from error


def write_whole(path: Path, text: str) -> None:
    """Write the file so that it is there whole or as it was, whatever happens. Raises OSError."""
    import uuid  # takes 10 ms that the first frame does not have

    half_made = path.with_name(f"{path.name}.{uuid.uuid4().hex}.new")
    try:
        with half_made.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        half_made.replace(path)
    finally:
        half_made.unlink(missing_ok=True)
