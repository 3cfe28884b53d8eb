"""What corrections of a locked protocol are of, and which may tell what is confidential: none is marked itself.

A correction says what is to stand in place of something else, so one that tells of what is marked is withheld whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bra_desktop.domain.confidentiality import COMPLETE_WARNING, has_marked, page_words
from bra_desktop.domain.content import AnnexContent, ForumContent, ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.echoes import Echoes, echoes_of
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.marked_words import marked_alone
from bra_desktop.domain.names_in_text import words_of
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.open_words import OpenWords

NOT_TOLD = "En rättelse är gjord; den återges inte här."
"""Said of a correction that is withheld, with its grounds: it need not itself be secret."""
_NUMBERS = r"\d+(?:\s*(?:[-–—,]|och|samt|till|t\.\s?o\.\s?m\.)\s*(?:§{1,2}\s*)?\d+)*"
_REFERENCE = re.compile(
    rf"(?:§{{1,2}}|\b(?:paragraf(?:en|er|erna)?|punkt(?:en|er|erna)?|ärende(?:t|n|na)?|nr))\s*({_NUMBERS})"
    rf"|(?<!kap\. )(?<!kap )\b({_NUMBERS})\s*§",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)\s*(?:[-–—]|till|t\.\s?o\.\s?m\.)\s*(?:§{1,2}\s*)?(\d+)")


@dataclass(frozen=True)
class CorrectedMarks:
    """What the corrections of one protocol tell of its marked words."""

    content: MeetingContent

    def told_of(self, item: str, words: str) -> tuple[ItemContent, ...]:
        """The items with something marked in them that a correction is of, or names by number or title.

        ``item`` is the key of the item that it corrects, empty for one of the whole.
        """
        said = " ".join(words.split())
        return tuple(one for one in self._marked if one.key == item or _is_named(self.content, one, said))

    def removed(self, item: str, words: str) -> str:
        """What stands in the public version in place of a correction, with its grounds; empty for one that is open.

        Withheld is one of a marked item, and one that repeats marked words or any word that stands nowhere but there.
        One of an item with something marked in it is so too unless every word of it stands openly: what is right in
        the marked place is told by any other.
        """
        told, echoed = self.told_of(item, words), self._echoes.sections(words)
        secret = bool(echoed) or any(one.confidential for one in told) or self._tells_secret(words)
        if not (secret or (told and not self._standing.tells_each(words))):
            return ""
        return " ".join(filter(None, (NOT_TOLD, self._page_words(told, echoed))))

    def _tells_secret(self, words: str) -> bool:
        return not self._secret.isdisjoint(words_of(words))

    def touches(self, made: Iterable[tuple[str, str]]) -> bool:
        """Whether the public version of these corrections (item, words) is another paper than the whole."""
        return any(self.told_of(item, words) or self.removed(item, words) for item, words in made)

    def warning(self, made: Iterable[tuple[str, str]], *, public: bool) -> str:
        """What every page of these corrections says of what is marked; empty where nothing is."""
        made = tuple(made)
        keys = {one.key for item, words in made for one in self.told_of(item, words)}
        told = tuple(one for one in self.content.items if one.key in keys)
        echoed = [section for _item, words in made for section in self._echoes.sections(words)]
        corrected = {item for item, _words in made}
        echoed += [s for one in self.content.items if one.key in corrected for s in self._echoes.sections(one)]
        if public:
            return self._page_words(told, echoed)
        if echoed or any(self._tells_secret(words) for _item, words in made):
            return COMPLETE_WARNING
        return page_words(replace(self.content, items=told, annexes=(), notice=NoticeContent()), public=False)

    def _page_words(self, items: tuple[ItemContent, ...], echoed: Iterable[str]) -> str:
        theirs = {key for item in items for key in item.annexes}
        annexes = tuple(annex for annex in self.content.annexes if annex.key in theirs)
        part = replace(self.content, items=items, annexes=annexes, notice=NoticeContent())
        return page_words(part, public=True, echoed=echoed)

    @cached_property
    def _echoes(self) -> Echoes:
        return echoes_of(self.content)

    @cached_property
    def _standing(self) -> OpenWords:
        return OpenWords(self.content)

    @cached_property
    def _secret(self) -> frozenset[str]:
        return marked_alone(self.content, self._standing)

    @cached_property
    def _marked(self) -> tuple[ItemContent, ...]:
        annexes = {annex.key for annex in self.content.annexes if _is_marked(annex)}
        return tuple(
            item
            for item in self.content.items
            if item.confidential or has_marked(item) or not annexes.isdisjoint(item.annexes)
        )


def whole_name(forum: ForumContent) -> str:
    """What is corrected where no item is: in the form and above the correction."""
    return "Anteckningarna som helhet" if forum.profile is DocumentProfile.NOTES else "Hela protokollet"


def _is_marked(annex: AnnexContent) -> bool:
    return bool(annex.confidential) or has_marked(annex.text)


def _is_named(content: MeetingContent, item: ItemContent, said: str) -> bool:
    names = (" ".join(name.split()) for name in (in_sentence(content.forum, item), item.title))
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.IGNORECASE) for name in names if name):
        return True
    own = {item.paragraph, int(item.agenda_number) if item.agenda_number.isdecimal() else None}
    return any(number in own for number in _numbers(said))


def _numbers(said: str) -> Iterator[int]:
    """The numbers of §§, punkter and ärenden that a text refers to, in whatever way: §3, §§ 2–4, Paragraf 3, 3 §."""
    for found in _REFERENCE.finditer(said):
        named = found.group(1) or found.group(2)
        yield from (int(number) for number in re.findall(r"\d+", named))
        for first, last in _RANGE.findall(named):
            yield from range(int(first), min(int(last), int(first) + 1000) + 1)
