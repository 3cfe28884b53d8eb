"""What the palette offers for the words that are typed: things to do, meetings, and places in the texts. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from bra_desktop.domain.swedish import plural, quoted
from bra_desktop.domain.swedish_dates import day_and_month, weekday_and_month
from bra_desktop.services import reading, searching
from bra_desktop.services.office import Office
from bra_desktop.services.reading import MeetingRow
from bra_desktop.services.searching import Hit
from bra_desktop.ui.palette.other_words import FILLERS, is_safe
from bra_desktop.ui.running import Runner

MEETINGS = 4
PER_GROUP = 4
FOUND = 40
ONLY_COMMANDS = ">"
STEM, ENDING = 5, 3
"""Letters that a typed word has at least in common with a known one, and how many its ending has at most."""
SHORTEST = 2
"""Letters from which the texts are searched."""
GROUPS = {
    "title": ("Ärenden och beslut", "gavel", "ärende"),
    "decision": ("Ärenden och beslut", "gavel", "beslut"),
    "action": ("Åtgärder", "list-checks", "åtgärd"),
    "text": ("I texten", "file-text", "text"),
}


@dataclass(frozen=True)
class Command:
    """Something that can be done from anywhere. ``finds`` are other words that lead to it."""

    words: str
    about: str
    icon: str
    act: Callable[[], None]
    key: str = ""
    finds: str = ""


@dataclass(frozen=True)
class Offer:
    """A row of the palette: what, about what, its kind, and what choosing it does. Empty ``group`` never occurs."""

    group: str
    words: str
    about: str
    icon: str
    kind: str
    act: Callable[[], None]
    key: str = ""


class PaletteScreen(Protocol):
    """The palette as the presenter uses it."""

    def show_offers(self, offers: tuple[Offer, ...], foot: str) -> None: ...
    def go(self, page: str, target: object) -> None: ...


class PalettePresenter:
    """Commands are offered at once; meetings and texts when they have been read."""

    def __init__(
        self,
        runner: Runner,
        office: Callable[[], Office],
        commands: Sequence[Command],
        screen: PaletteScreen,
        shared: Callable[[], bool] = lambda: False,
    ) -> None:
        """shared: whether others see the screen."""
        self._runner, self._office, self._commands, self._screen = runner, office, tuple(commands), screen
        self._shared = shared
        self._asked = 0

    def offer(self, commands: Sequence[Command]) -> None:
        """These can be done from now on."""
        self._commands = tuple(commands)

    def ask(self, typed: str) -> None:
        """Offer what fits the words. An answer to older words is dropped."""
        self._asked += 1
        asked = self._asked
        only_commands = typed.startswith(ONLY_COMMANDS)
        words = typed.lstrip(ONLY_COMMANDS).strip()
        commands = self._fitting(words)
        if only_commands:
            self._screen.show_offers(commands, "" if commands else _none(words))
            return
        if not words:
            self._screen.show_offers(commands, "Skriv för att söka")

        def answer(found: tuple[Offer, ...]) -> None:
            if asked == self._asked:
                offers = (*commands, *found)
                none = _none(words) if words and not offers else ""
                self._screen.show_offers(offers, plural(len(found), "träff", "träffar") if found else none)

        shared = self._shared()
        self._runner.read(lambda: self._find(words, shared), answer)

    def _fitting(self, words: str) -> tuple[Offer, ...]:
        wanted = words.casefold().split()
        telling = [word for word in wanted if word not in FILLERS]
        fitting = self._with(wanted)
        if telling and not fitting:
            fitting = self._with(telling) or [c for c in self._commands if _kin(c, telling)]
        harmless = [c for c in fitting if not wanted or is_safe(c.words, _stems(wanted), c.finds)]
        fitting = harmless and [*harmless, *(c for c in fitting if c not in harmless)]
        return tuple(Offer("Gör", c.words, c.about, c.icon, "", c.act, c.key) for c in fitting[: 6 if words else 12])

    def _with(self, wanted: Sequence[str]) -> list[Command]:
        """The commands that all of the words lead to, those first that have them in their name; all for no words."""
        fitting = [c for c in self._commands if all(word in _every_word(c) for word in wanted)]
        return sorted(fitting, key=lambda c: _nearness(c, wanted))

    def _find(self, words: str, shared: bool) -> tuple[Offer, ...]:
        if not words:
            return ()
        office = self._office()
        offers = list(self._meetings(office, words.casefold().split()))
        if len(words) >= SHORTEST:
            days = {
                row.ref: f"{row.forum_short} {day_and_month(row.day)} {row.day.year}"
                for row in reading.meetings(office)
            }
            counts: dict[str, int] = {}
            hits = []
            for hit in searching.search(office, words, FOUND, shared=shared):
                group = GROUPS[hit.kind][0]
                counts[group] = counts.get(group, 0) + 1
                if counts[group] <= PER_GROUP:
                    hits.append(self._hit(hit, days))
            order = [group for group, _icon, _kind in GROUPS.values()]
            offers += sorted(hits, key=lambda offer: order.index(offer.group))
        return tuple(offers)

    def _meetings(self, office: Office, wanted: Sequence[str]) -> list[Offer]:
        today, found = office.today(), []
        for row in reading.meetings(office):
            text = f"{row.forum} {row.forum_short} {row.title} {row.ref} {weekday_and_month(row.day)} {row.day.year}"
            if all(word in text.casefold() for word in wanted):
                found.append(row)
        found.sort(key=lambda row: abs((row.day - today).days))
        return [self._meeting(row) for row in found[:MEETINGS]]

    def _meeting(self, row: MeetingRow) -> Offer:
        words = f"{row.forum_short} {day_and_month(row.day)} {row.day.year}"
        act = partial(self._screen.go, "meeting", row.ref)
        return Offer("Möten", words, row.title or row.forum, "calendar-days", "möte", act)

    def _hit(self, hit: Hit, days: dict[str, str]) -> Offer:
        group, icon, kind = GROUPS[hit.kind]
        about = ", ".join(filter(None, (hit.item, days.get(hit.ref, "Utan möte"))))
        act = partial(self._screen.go, "meeting", (hit.ref, f"item/{hit.item_id}"))
        if hit.kind == "action":
            act = partial(self._screen.go, "actions", hit.action_id)
        return Offer(group, hit.snippet, about, icon, kind, act)


def _none(words: str) -> str:
    return f"Ingen träff på {quoted(words)}."


def _nearness(command: Command, wanted: Sequence[str]) -> int:
    """0 when the name begins with what is wanted, 1 when its words do, 2 when other words for it do, 3 when those that
    say what it is about do; then what has it inside a word, in the name first.
    """
    name = command.words.casefold()
    known = _words(name)
    if _begin(known, wanted):
        return 0 if name.startswith(wanted[0]) else 1
    if _begin([*known, *_words(command.finds)], wanted):
        return 2
    if _begin(_words(_every_word(command)), wanted):
        return 3
    return 4 if all(word in name for word in wanted) else 5


def _begin(known: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each of the wanted words begins one of the known ones."""
    return bool(wanted) and all(any(word.startswith(part) for word in known) for part in wanted)


def _kin(command: Command, wanted: Sequence[str]) -> bool:
    """Whether each wanted word begins as a word of the command does, and differs in its ending at most."""
    return _begin(_words(_every_word(command)), _stems(wanted))


def _stems(wanted: Sequence[str]) -> list[str]:
    return [word[: max(STEM, len(word) - ENDING)] for word in wanted]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w/.-]+", text.casefold())


def _every_word(command: Command) -> str:
    return f"{command.words} {command.about} {command.finds}".casefold()
