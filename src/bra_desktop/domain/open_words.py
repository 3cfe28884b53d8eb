"""What a meeting tells openly where it could have been marked, and so is no secret."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.names_in_text import Words, words_of
from bra_desktop.domain.numbers_in_text import number_pattern
from bra_desktop.domain.ordinary_words import FILLING
from bra_desktop.domain.written_parts import open_runs, plainly_said_in, said_in, texts_in, withheld_annexes


@dataclass(frozen=True)
class OpenWords:
    """What the meeting tells openly where it could have been marked, and so is no secret."""

    content: MeetingContent

    @cached_property
    def _items(self) -> list[ItemContent]:
        return [item for item in self.content.items if not item.confidential]

    def tells(self, words: Words) -> bool:
        """Whether the words stand in a row in an open text, or in the name of somebody or something of the meeting."""
        return not words or f" {' '.join(words)} " in self._text

    def calls(self, words: Words) -> bool:
        """Whether the words stand in the name of somebody or something of the meeting."""
        return f" {' '.join(words)} " in self._names

    def is_title(self, words: Words) -> bool:
        """Whether that is no title of its own: another item has it, or it is a mere word in one."""
        return self.tells(words) or words in self._titles or (len(words) == 1 and words[0] in self._in_titles)

    @cached_property
    def numbers(self) -> frozenset[Words]:
        """The registry numbers of the meeting and of the open items."""
        own = {words_of(item.registry_number) for item in self._items}
        return frozenset({*own, words_of(self.content.registry_number)})

    def tells_number(self, number: str) -> bool:
        """Whether the number stands in an open text, however it is written there."""
        return number_pattern(number).search(self._plain) is not None

    def says(self, words: Words) -> bool:
        """As :meth:`tells`, or in a plain text of an open item."""
        return self.tells(words) or f" {' '.join(words)} " in self._said

    def tells_each(self, text: str) -> bool:
        """Whether every word of the text is a filling one, stands openly, or is but the number of an item."""
        return all(word in FILLING or self.says((word,)) or word in self._item_numbers for word in words_of(text))

    @cached_property
    def _said(self) -> str:
        return "\n".join(f" {' '.join(words)} " for words in self._plainly)

    @cached_property
    def _item_numbers(self) -> frozenset[str]:
        return frozenset(number for item in self.content.items for number in (str(item.paragraph), item.agenda_number))

    @cached_property
    def said(self) -> frozenset[Words]:
        """What an open item says whole, as "att lägga informationen till handlingarna"."""
        return frozenset(words_of(text) for item in self._items for text in said_in(item))

    @cached_property
    def _plainly(self) -> frozenset[Words]:
        plainly = frozenset(words_of(text) for item in self._items for text in plainly_said_in(item))
        return plainly | self._titles

    @cached_property
    def _titles(self) -> frozenset[Words]:
        return frozenset(words_of(item.title) for item in self._items)

    @cached_property
    def _in_titles(self) -> frozenset[str]:
        return frozenset(word for title in self._titles for word in title if not any(s.isdigit() for s in word))

    @cached_property
    def _text(self) -> str:
        return "\n".join(f" {' '.join(words_of(text))} " for text in self._runs()) + self._names

    @cached_property
    def _names(self) -> str:
        return "\n".join(f" {' '.join(words_of(text))} " for text in self._called())

    @cached_property
    def _plain(self) -> str:
        return "\n".join(self._runs())

    def _runs(self) -> Iterator[str]:
        secret = {annex.key for annex, _ground in withheld_annexes(self.content)}
        annexes = tuple(annex.text for annex in self.content.annexes if annex.key not in secret)
        for text in texts_in((tuple(self._items), annexes, self.content.notice)):
            yield from open_runs(text)

    def _called(self) -> Iterator[str]:
        content = self.content
        yield from (content.municipality.name, content.forum.name, content.forum.definite, content.forum.short_name)
        homes = {part.organisation for part in (*content.seats, *self._dispatched())}
        there = {who.person for who in content.participants} | {who.person for who in content.officers}
        for person in content.people:
            if person.key in there:
                homes.add(person.organisation)
                yield from (person.name, person.title)
        homes |= {key for item in self._items for action in item.actions for key in action.responsible}
        for organisation in content.organisations:
            if organisation.key in homes:
                yield from (organisation.name, organisation.short_name)

    def _dispatched(self) -> Iterable[Any]:
        return (one for item in self._items for one in item.dispatch)
