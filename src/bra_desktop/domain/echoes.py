"""Where words that are marked as confidential are repeated in a plain text, which can carry no mark of its own.

One rule for everything that leaves: an att-sats, an action, a title, a correction … loses the words that are marked
somewhere else in the meeting, and says so as a passage does. Names in the list of attendance, and what somebody is
there, are no such texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from re import Pattern
from typing import Any

from bra_desktop.domain.content import (
    ActionContent,
    AdjustmentContent,
    AnnexContent,
    DecisionContent,
    DispatchContent,
    ItemContent,
    MeetingContent,
    MotionContent,
    NoticeContent,
    OfficerContent,
    ParticipantContent,
    PartySignatureContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    VoteContent,
)
from bra_desktop.domain.marked_words import Marked, marked_words, names_marked, passages
from bra_desktop.domain.names_in_text import Words, words_at, words_of
from bra_desktop.domain.numbers_in_text import number_pattern
from bra_desktop.domain.section_of_law import removed_notice
from bra_desktop.domain.text import Image, Table, TextDocument

_PLAIN: Mapping[type, tuple[str, ...]] = {
    MeetingContent: ("title", "place"),
    NoticeContent: ("reply_to",),
    AdjustmentContent: ("place",),
    ParticipantContent: ("note",),
    OfficerContent: ("reason",),
    ItemContent: ("title", "group", "registry_number"),
    ProposalContent: ("text", "by"),
    MotionContent: ("text",),
    VoteContent: ("yes_means", "no_means"),
    DecisionContent: ("text",),
    ReservationContent: ("text",),
    StatementContent: ("text",),
    RecusalContent: ("reason",),
    ActionContent: ("text", "goal", "focus_area", "note"),
    DispatchContent: ("name",),
    AnnexContent: ("title", "origin", "registry_number", "file_name", "signed_at_place"),
    PartySignatureContent: ("name", "title", "organisation"),
    Table: ("caption",),
    Image: ("alternative",),
}
"""The fields of a meeting that are words of somebody's own and can't be marked."""


@dataclass(frozen=True)
class Echoes:
    """The marked words of one meeting, by their section of law. Made by :func:`echoes_of`."""

    marked: Mapping[Words, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[Words] = frozenset()
    """The full names of those at the meeting, which no part of is removed alone."""

    def without(self, text: str, *, bare: bool = False) -> str:
        """The text with one sign for each place that repeats marked words; ``bare``: without a section of law."""
        said, left = [], 0
        for start, end, section in self._places(text):
            said += [text[left:start], removed_notice("" if bare else section)]
            left = end
        return "".join((*said, text[left:])) if said else text

    def repeats(self, text: str) -> bool:
        """Whether any marked words stand in the text."""
        return next(self._places(text), None) is not None

    def tells_name(self, text: str) -> bool:
        """As :meth:`repeats`, but for a single word without a capital or a figure: it may be the common word."""
        found = (text[start:end] for start, end, _section in self._places(text))
        return any(len(words_at(said)) > 1 or not said.islower() for said in found)

    def sections(self, value: Any) -> list[str]:
        """The section of law of each place in the plain texts of the value that repeats marked words."""
        texts = [value] if isinstance(value, str) else list(plain_texts(value))
        return [section for text in texts for _start, _end, section in self._places(text)]

    def removed_from(self, value: Any) -> Any:
        """The value (a meeting, an item, a text) with every plain text in it as :meth:`without`."""
        return _changed(value, self.without, lambda name: self.without(name, bare=True)) if self.marked else value

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        found = sorted((*self._of_words(text), *self._of_numbers(text))) if self.marked else []
        place: tuple[int, int, str] | None = None
        for start, end, section in found:
            if place is not None and (start < place[1] or (not text[place[1] : start].strip() and section == place[2])):
                place = (place[0], max(end, place[1]), place[2])
                continue
            if place is not None:
                yield place
            place = (start, end, section)
        if place is not None:
            yield place

    def _of_numbers(self, text: str) -> Iterator[tuple[int, int, str]]:
        for pattern, section in self._patterns:
            yield from ((*found.span(), section) for found in pattern.finditer(text))

    def _of_words(self, text: str) -> Iterator[tuple[int, int, str]]:
        words, free = words_at(text), 0
        for at, (_word, start, _end) in enumerate(words):
            found = self._longest(words, at) if at >= free else None
            known = self._person(words, at)
            if known and (found is None or found[0] < known):
                free = max(free, at + known)
            elif found is not None:
                yield start, words[at + found[0] - 1][2], found[1]

    def _person(self, words: list[tuple[str, int, int]], at: int) -> int:
        """How many words from there are the full name of somebody at the meeting; 0 where none are."""
        for count in self._name_lengths:
            if set(_as_said(words, at, count)) & self.people:
                return count
        return 0

    def _longest(self, words: list[tuple[str, int, int]], at: int) -> tuple[int, str] | None:
        """How many words from there are marked, and the section of law."""
        for count in (*self._lengths.get(words[at][0], ()), 1):
            for known in _as_said(words, at, count):
                if known in self.marked:
                    return count, self.marked[known]
        return None

    @cached_property
    def _name_lengths(self) -> list[int]:
        return sorted({len(name) for name in self.people}, reverse=True)

    @cached_property
    def _patterns(self) -> list[tuple[Pattern[str], str]]:
        return [(number_pattern(number), section) for number, section in self.numbers.items()]

    @cached_property
    def _lengths(self) -> Mapping[str, list[int]]:
        """How many words are marked in a row that begin with one, the longest first."""
        found: dict[str, set[int]] = {}
        for words in self.marked:
            found.setdefault(words[0], set()).add(len(words))
        return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def echoes_of(content: MeetingContent) -> Echoes:
    """What is marked in a whole meeting, to be looked for in its plain texts and in what is told of it beside."""
    return _echoes(content, marked_words(content))


def names_of(content: MeetingContent, item: ItemContent) -> Echoes:
    """What is marked in passages of one item, to be looked for in texts where it could have been marked, too."""
    return _echoes(content, names_marked(content, item) if any(passages(item)) else Marked())


def _echoes(content: MeetingContent, found: Marked) -> Echoes:
    there = {who.person for who in content.participants} | {who.person for who in content.officers}
    names = (words_of(person.name) for person in content.people if person.key in there and found.words)
    return Echoes(found.words, found.numbers, frozenset(name for name in names if len(name) > 1))


def _as_said(words: list[tuple[str, int, int]], at: int, count: int) -> tuple[Words, ...]:
    """So many words from there, as they stand and as they are when they are nobody's."""
    said = tuple(word for word, _start, _end in words[at : at + count])
    return (said, (*said[:-1], said[-1].removesuffix("s"))) if len(said) == count else ()


def repeating(items: tuple[ItemContent, ...], echoes: Echoes) -> tuple[ItemContent, ...]:
    """Those of the items, not marked themselves, of which a plain text repeats marked words."""
    every = items if echoes.marked else ()
    return tuple(i for i in every if not i.confidential and any(echoes.repeats(text) for text in plain_texts(i)))


def without_echoes(content: MeetingContent) -> MeetingContent:
    """The meeting whole, but with what its open items repeat of marked words removed."""
    echoes = echoes_of(content)
    items = tuple(item if item.confidential else echoes.removed_from(item) for item in content.items)
    return replace(content, items=items) if echoes.marked else content


def plain_texts(value: Any) -> Iterator[str]:
    """Every plain text, wherever in the value it stands."""
    if isinstance(value, tuple):
        for part in value:
            yield from plain_texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        plain = _PLAIN.get(type(value), ())
        for one in fields(value):
            said = getattr(value, one.name)
            if one.name in plain:
                yield said
            else:
                yield from plain_texts(said)


def _changed(value: Any, change: Callable[[str], str], change_name: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(part, change, change_name) for part in value)
    if isinstance(value, TextDocument):
        blocks = tuple(_changed(b, change, change_name) if type(b) in _PLAIN else b for b in value.blocks)
        return value if blocks == value.blocks else TextDocument(blocks)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    plain, now = _PLAIN.get(type(value), ()), {}
    for one in fields(value):
        said = getattr(value, one.name)
        if one.name in plain:
            now[one.name] = (change_name if one.name == "file_name" else change)(said)
        elif not isinstance(value, Table):
            now[one.name] = _changed(said, change, change_name)
    return replace(value, **now)
