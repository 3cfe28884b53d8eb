"""Who presides and who keeps the minutes just now, what is said when that changes, and who is missing."""

from __future__ import annotations

from collections.abc import Callable

from bra_desktop.domain.attendance import participant, recusal
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.officers import candidates
from bra_desktop.ui.live.scene import Scene, is_here

WATCHED = (Duty.PRESIDE, Duty.MINUTES)
DOES = {Duty.PRESIDE: "leder mötet", Duty.MINUTES: "för protokollet"}
IN_NOTES = "antecknar"
NOBODY = "Ingen av de närvarande"

Tell = Callable[[str, bool], None]
"""The words, and whether somebody is missing for a duty."""


def holder(scene: Scene, duty: Duty) -> str:
    """Who has the duty now: the first choice who is in the room. Empty for nobody."""
    item = scene.ongoing or scene.shown
    for person in candidates(scene.content, duty, item):
        if participant(scene.content, person) is None:  # some councils do not list their secretary
            if duty is Duty.MINUTES:
                return person
        elif is_here(scene, person) and recusal(scene.content, item, person) is None:
            return person
    return ""


def missing_officer(scene: Scene) -> str:
    """The first choice for a duty that nobody in the room has; empty when each has somebody."""
    for duty in WATCHED:
        if not holder(scene, duty):
            listed = [p for p in candidates(scene.content, duty, scene.shown) if participant(scene.content, p)]
            return listed[0] if listed else ""
    return ""


def nobody_words(scene: Scene) -> str:
    """What is said as long as a running meeting has nobody for a duty."""
    if not scene.running or not scene.ongoing:
        return ""
    does = [_does(scene, duty) for duty in WATCHED if not holder(scene, duty)]
    return f"{NOBODY} {' eller '.join(does)}. Ctrl+Skift+L väljer vem som gör det." if does else ""


class DutyWatch:
    """Tells once when somebody else, or nobody, has a duty in the item that goes on."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._place, self._held = ("", ""), dict.fromkeys(WATCHED, "")

    def follow(self, scene: Scene) -> None:
        """The meeting has been read anew."""
        place, before = (scene.content.ref, scene.ongoing), self._held
        held = {duty: holder(scene, duty) for duty in WATCHED}
        same, self._place, self._held = place == self._place, place, held
        if same and scene.running and scene.ongoing:
            new = [duty for duty in WATCHED if before[duty] and before[duty] != held[duty]]
            if new:
                words = " ".join(_told(scene, duty, held[duty]) for duty in new)
                self._tell(words, not all(held[duty] for duty in new))


def _told(scene: Scene, duty: Duty, person: str) -> str:
    if not person:
        return f"{NOBODY} {_does(scene, duty)}."
    return f"{scene.content.person(person).name} {_does(scene, duty)} nu."


def _does(scene: Scene, duty: Duty) -> str:
    return IN_NOTES if scene.notes and duty is Duty.MINUTES else DOES[duty]
