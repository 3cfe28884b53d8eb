"""What a line about an action says: what, who answers for it, who is asked about it, and by when.

”Byt armaturer i gångtunneln @Samhällsbyggnad @KBAB @Eva Lind senast 31/1” names two organisations, a contact, a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bra_desktop.domain.swedish import capital_first

LONGEST_DAY = 6
"""Words of a day: ”senast den 31 januari 2027” has five."""
_BEFORE_DAY = re.compile(r"[\s,.–-]*(?:\b(?:klart|klar)\s+)?$")

_TYPED = re.compile(r"\w[\w-]+(?: [\w-]+){0,2}")
"""Two letters at least, and three words at most, that a name may begin with."""


@dataclass(frozen=True)
class ActionWords:
    """The parts of the line. ``organisations`` and ``people`` are keys; ``due`` is the day in words, as typed."""

    text: str
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    due: str = ""


Names = Sequence[tuple[str, str]]
"""A name (several for the same key) and its key."""


def read_action(line: str, organisations: Names, people: Names, is_day: Callable[[str], bool]) -> ActionWords:
    """The parts of a line, its ! left out. Names stand after @, the day last; the rest is what is to be done.

    A name may be cut short where only one begins so.
    """
    found, line = _taken(line, (*organisations, *people))
    persons = {key for _name, key in people}
    found_people = tuple(key for key in found if key in persons)
    found_organisations = tuple(key for key in found if key not in persons)
    words = line.split()
    for count in range(min(LONGEST_DAY, len(words) - 1), 0, -1):
        day = " ".join(words[-count:]).rstrip(".,")
        if is_day(day):
            text = _BEFORE_DAY.sub("", " ".join(words[:-count]))
            return ActionWords(_tidy(text), found_organisations, found_people, day)
    return ActionWords(_tidy(" ".join(words)), found_organisations, found_people)


def _taken(line: str, names: Names) -> tuple[tuple[str, ...], str]:
    """The keys of the names that stand after @ in the line, in their order, and the line without them."""
    keys: list[str] = []
    longest_first = _longest_first(names)
    place = line.find("@")
    while place >= 0:
        found = _name_at(line, place + 1, longest_first)
        if found is None:
            place = line.find("@", place + 1)
            continue
        name, key = found
        keys.append(key)
        before, after = line[:place].rstrip(), line[place + 1 + len(name) :]
        if before.endswith(","):
            before = before[:-1].rstrip()
        elif before.endswith(" och") and keys[:-1]:
            before = before[: -len(" och")].rstrip()
        line = f"{before} {after.lstrip(' ,')}".strip() if before else after.lstrip(" ,")
        place = line.find("@")
    return tuple(dict.fromkeys(keys)), line


def _name_at(line: str, place: int, names: Names) -> tuple[str, str] | None:
    """The name that stands there, or what alone begins so; as long as it is in the line, with its key."""
    rest = line[place:].casefold()
    for name, key in names:
        ends = rest[len(name) : len(name) + 1]
        if rest.startswith(name.casefold()) and not (ends.isalnum() or ends == "_"):
            return name, key
    for typed in _begun(line[place:]):
        found = dict.fromkeys(key for name, key in names if name.casefold().startswith(typed.casefold()))
        if len(found) == 1:
            return typed, next(iter(found))
    return None


def unclear_name(line: str, names: Names) -> tuple[str, tuple[str, ...]] | None:
    """The first thing after @ that names nobody, and what begins so, one name each; None when there is none such."""
    for at in re.finditer("@", line):
        typed = next(iter(reversed(_begun(line[at.end() :]))), "")
        if typed and _name_at(line, at.end(), _longest_first(names)) is None:
            found = {key: name for name, key in reversed(names) if name.casefold().startswith(typed.casefold())}
            return typed, tuple(sorted(found.values()))
    return None


def _begun(rest: str) -> list[str]:
    """What may be the beginning of a name there, the longest first."""
    found = _TYPED.match(rest)
    words = found[0].split(" ") if found else []
    return [" ".join(words[:count]) for count in range(len(words), 0, -1)]


def _longest_first(names: Names) -> Names:
    return sorted(((name, key) for name, key in names if name), key=lambda one: -len(one[0]))


def _tidy(text: str) -> str:
    return capital_first(" ".join(text.split()).strip(" ,"))
