"""A time of day, typed as 10, 10.30 or 1030."""

import re
from datetime import time

from bra_desktop.domain.swedish_dates import clock
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.moment_field import MomentField

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


class TimeField(MomentField[time]):
    """A time of day."""

    def __init__(self, theme: Theme, part: str, words: str, help_words: str = "", example: str = "t.ex. 10.00") -> None:
        super().__init__(theme, part, words, read_time, clock, example, help_words)
