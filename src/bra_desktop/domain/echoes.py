"""Where words that are marked as confidential are repeated in a plain text, which can carry no mark of its own.

One rule for everything that leaves: an att-sats, an action, a title, a correction … loses the words that are marked
somewhere else in the meeting, and says so as a passage does. Names in the list of attendance, and what somebody is
there, are no such texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
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
from bra_desktop.domain.marked_words import Words, marked_words, words_at
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

    def sections(self, value: Any) -> list[str]:
        """The section of law of each place in the plain texts of the value that repeats marked words."""
        texts = [value] if isinstance(value, str) else list(plain_texts(value))
        return [section for text in texts for _start, _end, section in self._places(text)]

    def removed_from(self, value: Any) -> Any:
        """The value (a meeting, an item, a text) with every plain text in it as :meth:`without`."""
        return _changed(value, self.without, lambda name: self.without(name, bare=True)) if self.marked else value

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = words_at(text) if self.marked else []
        place: tuple[int, int, str] | None = None
        for at, (_word, start, _end) in enumerate(words):
            found = self._longest(words, at)
            if found is None:
                continue
            end, section = found
            if place is not None and (start < place[1] or (not text[place[1] : start].strip() and section == place[2])):
                place = (place[0], max(end, place[1]), place[2])
                continue
            if place is not None:
                yield place
            place = (start, end, section)
        if place is not None:
            yield place

    def _longest(self, words: list[tuple[str, int, int]], at: int) -> tuple[int, str] | None:
        first = words[at][0]
        for count in (*self._lengths.get(first, ()), 1):
            row = words[at : at + count]
            said = tuple(word for word, _start, _end in row)
            for known in (said, (*said[:-1], said[-1].removesuffix("s"))):
                if len(row) == count and known in self.marked:
                    return row[-1][2], self.marked[known]
        return None

    @cached_property
    def _lengths(self) -> Mapping[str, list[int]]:
        """How many words are marked in a row that begin with one, the longest first."""
        found: dict[str, set[int]] = {}
        for words in self.marked:
            found.setdefault(words[0], set()).add(len(words))
        return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def echoes_of(content: MeetingContent) -> Echoes:
    """What is marked in a whole meeting, to be looked for in its plain texts and in what is told of it beside."""
    return Echoes(marked_words(content))


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
