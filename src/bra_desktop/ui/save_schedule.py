"""When to save what is being typed, and what to say about it. Pure: the clocks are passed in, Qt is not known."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

FLUSH_AFTER = 0.4
"""Seconds from the first unsaved key, not the last: a steady typist is saved as often as a slow one."""
RETRIES = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds before the next attempt, after one, two, … failures."""
LONG = 60.0
"""After so many seconds without success the sentence offers a copy elsewhere."""
UNSAVED = "Ej sparat"
TRYING = f"{UNSAVED} – försöker igen"
ALL_SAVED = "Allt sparat"
"""Before anything has been written since the start."""
OFFER = "Spara en kopia…"
"""Ends the sentence that offers it, and stands on the button that does it."""


class SaveState(Enum):
    """Where the text is: on the disk, on its way, or here only."""

    SAVED = "saved"
    WAITING = "waiting"
    SAVING = "saving"
    FAILING = "failing"


class SaveSchedule:
    """Knows the first unsaved key, what is on its way, and how often it has failed.

    seconds: a clock that only goes forward, so that setting the computer's clock never puts a save off.
    clock: the local time that the words tell.
    """

    def __init__(self, seconds: Callable[[], float], clock: Callable[[], datetime]) -> None:
        self._seconds, self._clock = seconds, clock
        self._due: float | None = None
        self._first_unsaved: float | None = None
        self._saving = 0
        self._failures = 0
        self._why = ""
        self._saved_at: datetime | None = None

    def typed(self) -> None:
        """Something is unsaved. Keys after the first don't put the save off."""
        now = self._seconds()
        if self._first_unsaved is None:
            self._first_unsaved = now
        if self._due is None:
            self._due = now + FLUSH_AFTER

    def wait(self) -> float | None:
        """Seconds until a save should begin; None when there is nothing to begin."""
        if self._due is None or self._saving:
            return None
        return max(0.0, self._due - self._seconds())

    def begun(self) -> None:
        """A save is on its way with all that is typed so far; what is typed from now on is new."""
        self._saving, self._due = self._saving + 1, None

    def succeeded(self) -> None:
        self._saving, self._failures, self._saved_at = self._saving - 1, 0, self._clock()
        self._first_unsaved = None if self._due is None else self._seconds()

    def failed(self, why: str = "") -> None:
        """It is tried again, after longer and longer; what was typed in between goes along.

        why: what somebody has to mend in the text before it can be saved.
        """
        self._why = why
        self._saving -= 1
        self._due = self._seconds() + RETRIES[min(self._failures, len(RETRIES) - 1)]
        self._failures += 1

    def given_up(self) -> None:
        """A rule refuses this text for good, so it is not tried again; what was typed since then is."""
        self._saving, self._failures = self._saving - 1, 0
        self._first_unsaved = None if self._due is None else self._seconds()

    @property
    def state(self) -> SaveState:
        if self._failures:
            return SaveState.FAILING
        if self._saving:
            return SaveState.SAVING
        return SaveState.WAITING if self._due is not None else SaveState.SAVED

    @property
    def unsaved(self) -> bool:
        """Whether something waits that is not on its way yet."""
        return self._due is not None

    @property
    def clean(self) -> bool:
        """Whether everything typed is on the disk."""
        return self._due is None and not self._saving

    def words(self) -> str:
        """What is said: "Sparat 14.32.05", "Sparar…", "Ej sparat – försöker igen", "Ej sparat. Texten innehåller …"."""
        if self.state is SaveState.FAILING:
            if self._why:
                return f"{UNSAVED}. {self._why}"
            unsaved = self._seconds() - (self._first_unsaved or 0.0)
            if unsaved >= LONG:
                since = self._clock() - timedelta(seconds=unsaved)
                return f"{UNSAVED} sedan {since:%H.%M}. {OFFER}"
            return TRYING
        if self.state is SaveState.SAVED:
            return f"Sparat {self._saved_at:%H.%M.%S}" if self._saved_at else "Inget att spara"
        return "Sparar…"
