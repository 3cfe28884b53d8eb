"""The words of a meeting that are marked as confidential somewhere, as they may be repeated where no mark can stand.

A marked passage counts whole, by its sentences, by every few words in a row and by the names in it. Of an item or an
annex that is marked whole count its title, numbers, recipients and sentences, and the names of several words; not what
also stands open: in a text that could have been marked there, or as the same decision in an open item.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.section_of_law import marks_a_part, section_of_law
from bra_desktop.domain.text import Image, Run, Runs, Table, TextDocument, block_runs, runs_text

Words = tuple[str, ...]

IN_A_ROW = 4
"""So many words of a marked passage after each other are repeated by nobody by chance."""
_TELLING = 3
_LEAST = 3
_UNSEEN = "\\u00ad\\u200b-\\u200d\\u2060"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{_UNSEEN}])*")
"""With the signs that stand within a word and are not seen, or are an accent of the letter before."""
_NOT_SEEN = re.compile(f"[{_UNSEEN}]")
_WITHIN = (" ", "\N{NO-BREAK SPACE}", "-")
"""What stands between the words of a name."""
_ENDS = re.compile(r"[.!?;:]+(?=\s|$)|\n+")


def words_at(text: str) -> list[tuple[str, int, int]]:
    """Every word of a text, without regard to case or to what stands between, with where it begins and ends."""
    return [(_folded(found.group()), *found.span()) for found in _WORD.finditer(text)]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", _NOT_SEEN.sub("", text)).casefold()


def _words(text: str) -> Words:
    return tuple(_WORD.findall(_folded(text)))


def marked_words(content: MeetingContent) -> dict[Words, str]:
    """The words, in a row, by the section of law of their mark; empty where nothing is marked."""
    found: dict[Words, str] = {}
    standing = _Open(content)
    for passage, section in _passages(content):
        for words in _of_passage(passage, standing):
            found.setdefault(words, section)
    for item in content.items:
        if item.confidential:
            for words in _of_item(item, content, standing):
                found.setdefault(words, section_of_law(item.confidential))
    for annex, ground in _annexes(content):
        for words in _of_annex(annex, standing):
            found.setdefault(words, section_of_law(ground))
    return {words: section for words, section in found.items() if sum(map(len, words)) >= _LEAST}


def _passages(value: Any) -> Iterator[tuple[str, str]]:
    """Every passage that is marked on one ground, wherever in the meeting it stands, and its section of law."""
    for text in texts_in(value):
        for runs in _parts(text):
            for (marked, ground), part in groupby(runs, key=lambda run: (run.confidential, run.ground)):
                if marked:
                    yield runs_text(part), section_of_law(ground)
            for marked, part in groupby(runs, key=lambda run: run.confidential):
                several = list(part)
                if marked and len({run.ground for run in several}) > 1:
                    yield runs_text(several), section_of_law(several[0].ground)


def _parts(text: TextDocument) -> Iterator[Runs]:
    """The runs of each block, and of each cell of a table: words in one are not those after them in the next."""
    for block in text.blocks:
        if isinstance(block, Table):
            yield (Run(block.caption),)
            yield from (cell.runs for row in block.rows for cell in row.cells)
        else:
            yield (Run(block.alternative),) if isinstance(block, Image) else tuple(block_runs(block))


def texts_in(value: Any) -> Iterator[TextDocument]:
    """Every text of blocks, wherever in the value it stands."""
    if isinstance(value, TextDocument):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def _of_passage(passage: str, standing: _Open) -> Iterator[Words]:
    every = _words(passage)
    yield every
    parts = [_words(sentence) for sentence in _ENDS.split(passage)]
    yield from (part for part in parts if len(part) > 1 and not standing.tells(part))
    rows = (every[at : at + IN_A_ROW] for at in range(len(every) - IN_A_ROW + 1))
    yield from (row for row in rows if not standing.tells(row))
    for name in _names(passage):
        parts = [name, *((word,) for word in name if len(word) >= _LEAST)]
        yield from (part for part in parts if not standing.tells(part))


def brings_anew(content: MeetingContent, text: str) -> bool:
    """Whether a text has a name or a figure in it that stands openly nowhere else in the meeting."""
    standing = _Open(content)
    figures = [(word,) for word in _words(text) if word.isdigit()]
    return any(not standing.tells(words) and not standing.has_number(words) for words in (*_names(text), *figures))


def _names(text: str) -> Iterator[Words]:
    """What has a capital or a figure in it, as words that follow each other; not the mere first word of a sentence."""
    name: list[str] = []
    before = 0
    for found in _WORD.finditer(text):
        word, between, after = found.group(), text[before : found.start()], text[found.end() : found.end() + 2]
        if name and (between not in _WITHIN or not (_is_name(word) or word.isdigit())):
            yield tuple(name)
            name = []
        begins = not text[:before].strip() or bool(_ENDS.search(between))
        alone = begins and not (after[:1] in _WITHIN and after[1:2].isupper())
        if (name and word.isdigit()) or (_is_name(word) and not (alone and word.isalpha())):
            name.append(_folded(word))
        before = found.end()
    if name:
        yield tuple(name)


def _is_name(word: str) -> bool:
    return word[0].isupper() or not (word.isalpha() or word.isdigit())


def _of_item(item: ItemContent, content: MeetingContent, standing: _Open) -> Iterator[Words]:
    title, number = _words(item.title), _words(item.registry_number)
    if not standing.is_title(title):
        yield title
    if number and number not in standing.numbers:
        yield number
    for one in item.dispatch:
        name = content.organisation(one.organisation).name if one.organisation else one.name
        if not standing.tells(_words(name)):
            yield _words(name)
    if item.group and not any(one.group == item.group for one in content.items if not one.confidential):
        yield _words(item.group)
    for text in said_in(item):
        yield from _telling(text, standing)


def said_in(item: ItemContent) -> Iterator[str]:
    """What the item says beside its title, each part by itself."""
    for text in texts_in(item):
        yield from map(runs_text, _parts(text))
    yield from (proposal.text for proposal in item.proposals)
    yield from (motion.text for motion in item.motions)
    yield from (decision.text for decision in item.decisions)
    yield from (reservation.text for reservation in item.reservations)
    yield from (statement.text for statement in item.statements)
    for vote in item.votes:
        yield from (vote.yes_means, vote.no_means)
    yield from (recusal.reason for recusal in item.recusals)
    for action in item.actions:
        yield from (action.text, action.goal, action.note)


def _annexes(content: MeetingContent) -> Iterator[tuple[AnnexContent, str]]:
    """The annexes that are withheld whole, with why: those marked themselves, and those of marked items alone."""
    open_to_all = {key for item in content.items if not item.confidential for key in item.annexes}
    grounds = {key: item.confidential for item in content.items if item.confidential for key in item.annexes}
    for annex in content.annexes:
        if annex.key in grounds and annex.key not in open_to_all:
            yield annex, annex.confidential or grounds[annex.key]
        elif annex.confidential and not marks_a_part(annex.confidential):
            yield annex, annex.confidential


def _of_annex(annex: AnnexContent, standing: _Open) -> Iterator[Words]:
    if not standing.is_title(_words(annex.title)):
        yield _words(annex.title)
    name = _words(PurePosixPath(annex.file_name).stem)
    if not standing.tells(name):
        yield name
    number = _words(annex.registry_number)
    if number and number not in standing.numbers:
        yield number
    for text in texts_in(annex.text):
        for runs in _parts(text):
            yield from _telling(runs_text(runs), standing)


def _telling(text: str, standing: _Open) -> Iterator[Words]:
    """The whole and its sentences where they say something of their own, and the names of several words."""
    names = [name for name in _names(text) if len(name) > 1 or any(sign.isdigit() for sign in name[0])]
    for words in (_words(text), *map(_words, _ENDS.split(text))):
        own = len(words) >= _TELLING or any(sign.isdigit() for word in words for sign in word)
        if own and words not in standing.said and not standing.tells(words):
            yield words
    yield from (name for name in names if not standing.tells(name))


@dataclass(frozen=True)
class _Open:
    """What the meeting tells openly where it could have been marked, and so is no secret."""

    content: MeetingContent

    @cached_property
    def _items(self) -> list[ItemContent]:
        return [item for item in self.content.items if not item.confidential]

    def tells(self, words: Words) -> bool:
        """Whether the words stand in a row in an open text, or in the name of somebody or something of the meeting."""
        return not words or f" {' '.join(words)} " in self._text

    def is_title(self, words: Words) -> bool:
        """Whether that is no title of its own: another item has it, or it is a mere word in one."""
        return self.tells(words) or words in self._titles or (len(words) == 1 and words[0] in self._in_titles)

    @cached_property
    def numbers(self) -> frozenset[Words]:
        own = {_words(item.registry_number) for item in self._items}
        return frozenset({*own, _words(self.content.registry_number)})

    def has_number(self, words: Words) -> bool:
        """Whether that is but the number of an item."""
        numbers = {str(item.paragraph) for item in self.content.items}
        return len(words) == 1 and words[0] in numbers.union(item.agenda_number for item in self.content.items)

    @cached_property
    def said(self) -> frozenset[Words]:
        """What an open item says whole, as "att lägga informationen till handlingarna"."""
        return frozenset(_words(text) for item in self._items for text in said_in(item))

    @cached_property
    def _titles(self) -> frozenset[Words]:
        return frozenset(_words(item.title) for item in self._items)

    @cached_property
    def _in_titles(self) -> frozenset[str]:
        return frozenset(word for title in self._titles for word in title if not any(s.isdigit() for s in word))

    @cached_property
    def _text(self) -> str:
        return "\n".join(f" {' '.join(_words(text))} " for text in (*self._runs(), *self._called()))

    def _runs(self) -> Iterator[str]:
        secret = {annex.key for annex, _ground in _annexes(self.content)}
        annexes = tuple(annex.text for annex in self.content.annexes if annex.key not in secret)
        for text in texts_in((tuple(self._items), annexes, self.content.notice)):
            for part in _parts(text):
                for marked, runs in groupby(part, key=lambda run: run.confidential):
                    if not marked:
                        yield runs_text(runs)

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
