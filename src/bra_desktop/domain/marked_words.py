"""The words of a meeting that are marked as confidential somewhere, as they may be repeated where no mark can stand.

A marked passage counts whole, by its sentences, by the names and numbers in it and by so many of its words in a row
that nobody says them by chance. Of an item or an annex that is marked whole count its title with the names in it,
numbers, recipients and sentences, and the names of several words; not what also stands open: in a text that could have
been marked there, or as the same decision in an open item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.names_in_text import ENDS, LEAST, Words, base_form, names_in, words_of
from bra_desktop.domain.numbers_in_text import numbers_in
from bra_desktop.domain.open_words import OpenWords
from bra_desktop.domain.ordinary_words import FILLING, ORDINARY
from bra_desktop.domain.section_of_law import section_of_law
from bra_desktop.domain.text import runs_text
from bra_desktop.domain.written_parts import parts, said_in, texts_in, withheld_annexes

_ROW, _ROW_WITH_NAME = 6, 4
"""So many words of a marked passage after each other are repeated by nobody by chance; fewer where one is a name."""
_OWN_WORDS = 2
"""So many of them at least are no words that every protocol has."""
_TELLING = 3


@dataclass
class Marked:
    """What is marked, by the section of law of its mark: words in a row, and numbers (see ``numbers_in_text``)."""

    words: dict[Words, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)


def marked_words(content: MeetingContent) -> Marked:
    """The words and numbers that are marked in the meeting; empty where nothing is."""
    found, standing = Marked(), OpenWords(content)
    for passage, section in passages(content):
        _note(found, _of_passage(passage, standing), passage, section, standing)
    for item in content.items:
        if item.confidential:
            told = " \n ".join((item.title, *said_in(item)))
            _note(found, _of_item(item, content, standing), told, section_of_law(item.confidential), standing)
    for annex, ground in withheld_annexes(content):
        told = " \n ".join((annex.title, *(runs_text(part) for text in texts_in(annex.text) for part in parts(text))))
        _note(found, _of_annex(annex, standing), told, section_of_law(ground), standing)
    return found


def _note(found: Marked, every: Iterator[Words], text: str, section: str, standing: OpenWords) -> None:
    for words in every:
        if sum(map(len, words)) >= LEAST:
            found.words.setdefault(words, section)
    for number in dict.fromkeys(numbers_in(text)):
        if number not in found.numbers and not standing.tells_number(number):
            found.numbers.setdefault(number, section)


def passages(value: Any) -> Iterator[tuple[str, str]]:
    """Every passage that is marked on one ground, wherever in the value it stands, and its section of law."""
    for text in texts_in(value):
        for runs in parts(text):
            for (marked, ground), part in groupby(runs, key=lambda run: (run.confidential, run.ground)):
                if marked:
                    yield runs_text(part), section_of_law(ground)
            for marked, part in groupby(runs, key=lambda run: run.confidential):
                several = list(part)
                if marked and len({run.ground for run in several}) > 1:
                    yield runs_text(several), section_of_law(several[0].ground)


def marked_alone(content: MeetingContent, standing: OpenWords) -> frozenset[str]:
    """Every word by itself that somebody wrote in a marked passage or item, and that stands openly nowhere."""
    told = [passage for passage, _section in passages(content)]
    told += [text for item in content.items if item.confidential for text in (item.title, *said_in(item))]
    every = {word for text in told for word in words_of(text) if len(word) >= LEAST and not word.isdigit()}
    return frozenset(word for word in every if word not in FILLING and not standing.says((word,)))


def names_marked(content: MeetingContent, item: ItemContent) -> Marked:
    """The passages of several words that are marked in an item, and the names and numbers in them, of nobody there."""
    found, standing = Marked(), OpenWords(content)
    for passage, section in passages(item):
        whole, names = words_of(passage), (part for name in names_in(passage) for part in _names_and_parts(name))
        for words in (*((whole,) if len(whole) >= _TELLING else ()), *names):
            if sum(map(len, words)) >= LEAST and not standing.calls(words):
                found.words.setdefault(words, section)
        found.numbers.update(dict.fromkeys(numbers_in(passage), section))
    return found


def _of_passage(passage: str, standing: OpenWords) -> Iterator[Words]:
    every = words_of(passage)
    yield every
    sentences = [words_of(sentence) for sentence in ENDS.split(passage)]
    yield from (part for part in sentences if _is_said(part) and not standing.tells(part))
    secret: set[str] = set()
    for name in names_in(passage):
        for part in _names_and_parts(name):
            if not standing.tells(part):
                secret.update(part)
                yield part
    for count in (_ROW_WITH_NAME, _ROW):
        for at in range(len(every) - count + 1):
            row = every[at : at + count]
            own = len({word for word in row if word not in ORDINARY and not word.isdigit()}) >= _OWN_WORDS
            if (secret.intersection(row) or (count == _ROW and own)) and not standing.tells(row):
                yield row


def _is_said(sentence: Words) -> bool:
    return len(sentence) >= _TELLING and any(word.isalpha() and word not in ORDINARY for word in sentence)


def _names_and_parts(name: Words) -> Iterator[Words]:
    """A name, each word of it that is one alone, and as they are when they are nobody's."""
    single = ((word,) for word in name if len(word) >= LEAST and not word.isdigit() and word not in ORDINARY)
    for words in (name, *single):
        yield words
        if base_form(words)[-1] not in ORDINARY:
            yield base_form(words)


def _of_item(item: ItemContent, content: MeetingContent, standing: OpenWords) -> Iterator[Words]:
    number = words_of(item.registry_number)
    yield from _of_title(item.title, standing)
    if number and number not in standing.numbers:
        yield number
    for one in item.dispatch:
        name = content.organisation(one.organisation).name if one.organisation else one.name
        if not standing.tells(words_of(name)):
            yield words_of(name)
    if item.group and not any(one.group == item.group for one in content.items if not one.confidential):
        yield words_of(item.group)
    for text in said_in(item):
        yield from _telling(text, standing)


def _of_title(title: str, standing: OpenWords) -> Iterator[Words]:
    if not standing.is_title(words_of(title)):
        yield words_of(title)
    for name in names_in(title, titled=True):
        yield from (part for part in _names_and_parts(name) if not standing.tells(part))


def _of_annex(annex: AnnexContent, standing: OpenWords) -> Iterator[Words]:
    yield from _of_title(annex.title, standing)
    name, number = words_of(annex.file_name), words_of(annex.registry_number)
    if not standing.tells(name):
        yield name
    if number and number not in standing.numbers:
        yield number
    for text in texts_in(annex.text):
        for runs in parts(text):
            yield from _telling(runs_text(runs), standing)


def _telling(text: str, standing: OpenWords) -> Iterator[Words]:
    """The whole and its sentences where they say something of their own, and the names of several words."""
    names = [name for name in names_in(text) if len(name) > 1 or any(sign.isdigit() for sign in name[0])]
    for words in (words_of(text), *map(words_of, ENDS.split(text))):
        own = len(words) >= _TELLING or any(sign.isdigit() for word in words for sign in word)
        if own and words not in standing.said and not standing.tells(words):
            yield words
    for name in names:
        yield from (words for words in (name, base_form(name)) if not standing.tells(words))
