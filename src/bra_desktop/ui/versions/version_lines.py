"""The versions of an item's text in words. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bra_desktop.domain.happenings import FACTS, About, fact
from bra_desktop.domain.swedish import DASH, plural
from bra_desktop.domain.swedish_dates import clock, date_in_text, day_and_month
from bra_desktop.domain.text import TextDocument, plain_text
from bra_desktop.domain.versions import Version
from bra_desktop.domain.word_difference import Line, counted, difference
from bra_desktop.services.live.minutes import TYPING
from bra_desktop.services.live.versions import TextVersion
from bra_desktop.system.clock import local

LEGEND = "Överstruket stod där då och är borta nu. Understruket och fetstilt har kommit till sedan dess."


@dataclass(frozen=True)
class VersionLine:
    """One version: when it was written, by whom and how many words it had."""

    key: str
    when: str
    who: str
    text: TextDocument
    is_now: bool


def version_lines(found: Sequence[TextVersion], today: date, item: str) -> tuple[VersionLine, ...]:
    """The lines, in the order of the versions, the newest first. ``item``: what the item is called, such as § 38."""
    return tuple(_line(each, len(found) - at, today, item, is_now=at == 0) for at, each in enumerate(found))


def _line(each: TextVersion, number: int, today: date, item: str, *, is_now: bool) -> VersionLine:
    version = each.version
    began, ended = local(version.began), local(version.ended)
    words = len(plain_text(each.text).split())
    who = [f"Version {number}", version.who, *_done(version, item), plural(words, "ord", "ord") if words else "tom"]
    when = f"{_day(ended.date(), today)} {_clocks(began, ended)}"
    return VersionLine(version.key, f"{when}, som nu" if is_now else when, " · ".join(who), each.text, is_now)


def _done(version: Version, item: str) -> tuple[str, ...]:
    """What was done to the text as a fact, but for writing in it."""
    if version.what == TYPING and not version.times_undone:
        return ()
    known = FACTS.get(version.what)
    names = (item,) if known and known.about in (About.ITEM, About.ITEM_OF_DECISION) else ()
    return (fact(version.what, names, version.times_undone),)


def against_now(line: VersionLine, lines: Sequence[VersionLine]) -> tuple[tuple[Line, ...], str]:
    """What differs between a version and the text as it is now, and the same in figures."""
    found = difference(line.text, lines[0].text)
    return found, "Så här är texten nu." if line.is_now else f"Sedan dess: {_lower(counted(found))}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _day(day: date, today: date) -> str:
    if day == today:
        return "I dag"
    return day_and_month(day) if day.year == today.year else date_in_text(day)


def _clocks(began: datetime, ended: datetime) -> str:
    first, last = clock(began.time()), clock(ended.time())
    return first if first == last or began.date() != ended.date() else f"{first}{DASH}{last}"
