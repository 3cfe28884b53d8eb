"""A time of day, typed as 10, 10.30 or 1030."""

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bra_desktop.domain.swedish_dates import clock
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.fields import Field, reads

FIGURES = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")


def read_time(text: str) -> time | None:
    """A time written as 10, 10.30, 10:30 or 1030; None for an empty text. ValueError carries a sentence to show."""
    text = text.strip().lower().removeprefix("kl.").strip()
    if not text:
        return None
    match = FIGURES.fullmatch(text)
    if match is None:
        raise ValueError("Skriv klockslaget som 10.00.")
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(f"Klockslaget {hour}.{minute:02} finns inte. Skriv t.ex. 13.30.")
    return time(hour, minute)


class TimeField(Field):
    """`changed` tells the new time (or None) once it is one; what is wrong stands below the field."""

    changed = Signal(object)

    def __init__(self, theme: Theme, part: str, words: str, help_words: str = "", example: str = "t.ex. 10.00") -> None:
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(example)
        super().__init__(theme, part, words, self._edit, help_words)
        self._value: time | None = None
        self._edit.editingFinished.connect(self.read)
        self._edit.textEdited.connect(self._mended)

    def value(self) -> time | None:
        """The last time that was right."""
        return self._value

    def set_value(self, value: time | None) -> None:
        self._value = value
        self._edit.setText(clock(value) if value else "")
        self.set_error("")

    def read(self) -> bool:
        """Takes what is typed; False when it is no time, which is said below the field."""
        try:
            value = read_time(self._edit.text())
        except ValueError as wrong:
            self.set_error(str(wrong))
            return False
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.changed.emit(value)
        return True

    def _mended(self, text: str) -> None:
        """What was said to be wrong is no longer said once it reads as a time."""
        if self.error() and reads(read_time, text):
            self.set_error("")
