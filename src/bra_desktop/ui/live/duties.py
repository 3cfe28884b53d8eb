"""Who presides and who keeps the minutes just now, what is said when that changes, and who is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from bra_desktop.domain.attendance import is_here, participant, served_now
from bra_desktop.domain.content import MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.decision_times import leaving
from bra_desktop.domain.kinds import Capacity, Duty
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.officers import candidates, on_duty_now
from bra_desktop.domain.spans import is_here_now
from bra_desktop.ui.live.scene import Scene

WATCHED = (Duty.PRESIDE, Duty.MINUTES)
DOES = {Duty.PRESIDE: "leder mötet", Duty.MINUTES: "för protokollet"}
IN_NOTES = "antecknar"
NOBODY = "Ingen av de närvarande"

Tell = Callable[[str, bool], None]
"""The words, and whether somebody is missing for a duty."""


def holder(scene: Scene, duty: Duty) -> str:
    """Who has the duty now: the first choice who is in the room. Empty for nobody."""
    return on_duty_now(scene.content, duty, scene.ongoing or scene.shown)


def missing_officer(scene: Scene) -> str:
    """The first choice for a duty that nobody in the room has; empty when each has somebody."""
    for duty in WATCHED:
        if not holder(scene, duty):
            listed = [p for p in candidates(scene.content, duty, scene.shown) if participant(scene.content, p)]
            return listed[0] if listed else ""
    return ""


def first_away(scene: Scene) -> str:
    """The first member on the list who is not in the room; empty when all are."""
    listed = (who for who in scene.content.participants if who.capacity is Capacity.MEMBER)
    return next((who.person for who in listed if not is_here(scene.content, who)), "")


def nobody_words(scene: Scene) -> str:
    """What is said as long as a running meeting has nobody for a duty."""
    if not scene.running or not scene.ongoing or scene.counts_nobody:
        return ""
    does = [_does(scene, duty) for duty in WATCHED if not holder(scene, duty)]
    return f"{NOBODY} {' eller '.join(does)}. Ctrl+Skift+L väljer vem som gör det." if does else ""


def come_or_go_words(scene: Scene, person: str, at: time) -> str:
    """What follows when somebody comes or goes now, whichever it is. Empty where nothing does, or nothing is told."""
    if scene.counts_nobody:
        return ""
    return _return_words(scene, person, at) or _leave_words(scene, person, at)


def _return_words(scene: Scene, person: str, at: time) -> str:
    """What follows when somebody comes who takes her seat from a substitute, or leads the meeting from the next item.

    Empty where nothing does. at: when she comes.
    """
    content, who = scene.content, participant(scene.content, person)
    if who is None or is_here(content, who):
        return ""
    after = _with_stays(content, who, (*who.stays, StayContent(at, None, scene.ongoing)))
    name, words = content.person(person).name, []
    stands_down = {s.person for s in served_now(content) if s.substitute} - {s.person for s in served_now(after)}
    for other in stands_down:
        words.append(f"{content.person(other).name} tjänstgör inte längre för {name}.")
    item = scene.ongoing
    if item and (leads := on_duty_now(after, Duty.PRESIDE, item)) not in ("", person):
        first = next(p for p in candidates(after, Duty.PRESIDE, item) if p in (leads, person))
        if first == person:
            what = in_sentence(content.forum, content.item(item))
            words.append(f"{content.person(leads).name} leder {what} till slut, därefter {name}.")
    return " ".join((f"{name} är här.", *words)) if words else ""


def _leave_words(scene: Scene, person: str, at: time) -> str:
    """Who serves for somebody who goes: a substitute who is in the room. Empty for nobody. at: when she goes."""
    content, who = scene.content, participant(scene.content, person)
    if who is None or not is_here(content, who):
        return ""
    stays = tuple(leaving(content, person, s, at, scene.ongoing) if is_here_now(content, s) else s for s in who.stays)
    after, name = _with_stays(content, who, stays), content.person(person).name
    served = {one.person for one in served_now(content)}
    steps_in = [one.person for one in served_now(after) if one.substitute and one.person not in served]
    words = [f"{content.person(other).name} tjänstgör för {name}." for other in steps_in]
    return " ".join((f"{name} har gått.", *words)) if words else ""


def _with_stays(content: MeetingContent, who: ParticipantContent, stays: tuple[StayContent, ...]) -> MeetingContent:
    rows = tuple(replace(p, stays=stays) if p is who else p for p in content.participants)
    return replace(content, participants=rows)


class DutyWatch:
    """Tells once when somebody else, or nobody, has a duty in the item that goes on."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._place: tuple[str, str, frozenset[str]] = ("", "", frozenset())
        self._held = dict.fromkeys(WATCHED, "")

    def follow(self, scene: Scene) -> None:
        """The meeting has been read anew."""
        # Who is disqualified in a marked item takes part in it on a shared screen; that is no change to be told.
        place, before = (scene.content.ref, scene.ongoing, scene.unseen), self._held
        held = {duty: holder(scene, duty) for duty in WATCHED}
        same, self._place, self._held = place == self._place, place, held
        if same and scene.running and scene.ongoing and not scene.counts_nobody:
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
