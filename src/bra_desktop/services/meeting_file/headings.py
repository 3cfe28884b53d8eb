"""What a file's forum calls things otherwise than the register's: the register's words hold, and that is told."""

from __future__ import annotations

from collections.abc import Iterator

from bra_desktop.domain.content import ForumContent
from bra_desktop.domain.content_builder import forum_content
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.register import Forum
from bra_desktop.domain.swedish import NBSP, listing, plural

_NAMED = 3
"""So many of the words that differ are told one by one."""


def own_words_kept(forum: Forum, told: ForumContent) -> list[str]:
    """Sentences about the words of the file that its papers will not have here; empty where all are the same."""
    return [*_numbers(forum.number_prefix, told.prefix), *_headings(forum_content(forum), told)]


def _numbers(here: str, told: str) -> list[str]:
    """What stands before the number of an item: the same decision would be called otherwise than in the file."""
    if here == told:
        return []
    written, there = (f"”{prefix or '§'}{NBSP}1”" for prefix in (here, told))
    kept = f"Paragraferna heter som i forumet, {written}, och inte som i filen, {there}."
    return [f"{kept} Det ändras under Register, forumet, Före numret."]


def _headings(here: ForumContent, told: ForumContent) -> list[str]:
    words = [*_differing(here, told)]
    if not words:
        return []
    said = [f"”{here}”, i filen ”{there}”" for here, there in words[:_NAMED]]
    rest = len(words) - _NAMED
    more = [plural(rest, "rubrik till", "rubriker till")] if rest > 0 else []
    told_words = f"Rubrikerna på papper är forumets egna och inte filens: {listing((*said, *more))}."
    return [f"{told_words} De ändras under Register, forumet, Rubriker på papper."]


def _differing(here: ForumContent, told: ForumContent) -> Iterator[tuple[str, str]]:
    """The words here and in the file, where they differ."""
    if here.agenda_word != told.agenda_word:
        yield here.agenda_word, told.agenda_word
    if here.adjusters_word != told.adjusters_word:
        yield here.adjusters_word, told.adjusters_word
    own = {one.heading for one in (*here.headings, *told.headings)}
    for heading in (heading for heading in PaperHeading if heading in own):
        mine, theirs = heading_words(here, heading), heading_words(told, heading)
        if mine != theirs:
            yield mine, theirs
