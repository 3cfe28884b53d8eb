"""The names that are never marked: those of a meeting and of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from bra_desktop.domain.content import MeetingContent


class Called(Protocol):
    """A person or an organisation of the register."""

    @property
    def name(self) -> str: ...


def names_of(content: MeetingContent, people: Iterable[Called], organisations: Iterable[Called]) -> Iterator[str]:
    """Of everybody in the meeting and in the register, of the municipality, the forum and the place."""
    for named in (people, content.people, organisations, content.organisations):
        yield from (one.name for one in named)
    yield from (content.municipality.name, content.forum.name, content.place)
