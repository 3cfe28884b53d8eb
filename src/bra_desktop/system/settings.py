"""Settings of this computer, each declared once: key, type, default, label and help.

They stand in a JSON file in the config folder. A file that cannot be read is moved aside and the defaults hold, since
a broken setting must never stand between a secretary and the minutes.
"""

from __future__ import annotations

import json
import os
from _thread import allocate_lock
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from bra_desktop.domain.errors import UserError

T = TypeVar("T", bound=str | int | bool)

FILE_NAME = "settings.json"
JOTTINGS = "jottings.json"
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

    Keys that this version does not know are kept, so that a newer version's settings survive an older one. What is
    written changes one key of what stands in the file at that moment: another window of the same person writes there
    too, and may have done so since this one read it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._values = self._read() or {}
        self._jottings: dict[str, str] | None = None
        self._unwritten: dict[str, str] = {}
        self._writing = allocate_lock()

    def read_anew(self) -> None:
        """Forget what was read: the window begins only now, and another one has perhaps written since then."""
        self._values = self._read() or {}
        self._jottings = None

    def get(self, setting: Setting[T]) -> T:
        """The chosen value, or the default when none is chosen or the chosen one is no longer accepted."""
        value = self._values.get(setting.key, setting.default)
        return value if setting.accepts(value) else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Choose a value and save it. Raises UserError when it is not accepted or cannot be saved."""
        if not setting.accepts(value):
            raise UserError(f"”{value}” kan inte väljas för {setting.label}. Välj ett annat värde.", setting.key)
        self._change(lambda values: values.update({setting.key: value}))

    def recall(self, key: str) -> str:
        """What the window remembered or jotted down by that key (column widths, the caret), or an empty text."""
        return self._jotted().get(key) or str(self._values.get(MEMORY, {}).get(key, ""))

    def remember(self, key: str, value: str) -> None:
        """Remember a short text for the window. Raises UserError when it cannot be saved."""
        if self._values.get(MEMORY, {}).get(key) != value:
            self._change(lambda values: values.setdefault(MEMORY, {}).update({key: value}))

    def jot(self, key: str, value: str) -> None:
        """Remember what changes while somebody types, such as the caret's place: at once and without waiting.

        It survives the end of the program, however that comes, but perhaps not a power cut: it stands in a file of its
        own that the disk is not waited for. When it cannot be written nothing is said, since there is nothing to mend:
        the words themselves tell of a full disk. It holds here all the same, and is written with the next jotting.
        """
        with self._writing:
            jottings = self._read_jottings()
            if jottings is None:
                jottings = self._jotted()
            self._unwritten[key] = value
            self._jottings = jottings | self._unwritten
            if all(jottings.get(one, "") == words for one, words in self._unwritten.items()):
                self._unwritten = {}
                return
            text = json.dumps(self._jottings, ensure_ascii=False)
            with suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self._jottings_path, text, wait=False)
                self._unwritten = {}

    @property
    def _jottings_path(self) -> Path:
        return self.path.with_name(JOTTINGS)

    def _jotted(self) -> dict[str, str]:
        if self._jottings is None:
            self._jottings = self._read_jottings() or {}
        return self._jottings

    def _read_jottings(self) -> dict[str, str] | None:
        """What stands in the file; None when there is none that can be read."""
        try:
            found = json.loads(self._jottings_path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # none yet, or a power cut came in between
            return None
        entries = found.items() if isinstance(found, dict) else ()
        return {key: value for key, value in entries if isinstance(value, str)}

    def _read(self) -> dict[str, Any] | None:
        """What stands in the file; None when there is none that can be read."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except OSError:
            # Missing at the first start; unreadable is told when something is to be saved.
            return None
        except ValueError:
            self._move_aside()
            return None
        if not isinstance(found, dict) or not isinstance(found.get(MEMORY, {}), dict):
            self._move_aside()
            return None
        return found

    def _move_aside(self) -> None:
        with suppress(OSError):  # it can't be written to either, which is told when something is to be saved
            self.path.replace(self.path.with_suffix(".broken.json"))

    def _change(self, change: Callable[[dict[str, Any]], None]) -> None:
        with self._writing:
            found = self._read()
            if found is not None:
                self._values = found
            change(self._values)
            text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.path, text)
            except OSError as error:
                raise UserError(
                    "Inställningen kunde inte sparas på den här datorn. Kontrollera att det finns plats på disken.",
                    str(self.path),
                ) from error


def write_whole(path: Path, text: str, *, wait: bool = True) -> None:
    """Write the file so that it is there whole or as it was, whatever happens. Raises OSError.

    Without ``wait`` that holds for whatever happens to the program; a power cut may leave it empty.
    """
    import uuid  # takes 10 ms that the first frame does not have

    half_made = path.with_name(f"{path.name}.{uuid.uuid4().hex}.new")
    try:
        with half_made.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            if wait:
                os.fsync(file.fileno())
        half_made.replace(path)
    finally:
        half_made.unlink(missing_ok=True)
