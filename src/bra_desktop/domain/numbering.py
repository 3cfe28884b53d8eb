"""§ numbers: which is next in the series, when one may be taken back, and how they are written.

An agenda number and a § are two things: agenda 1-10 can become §§ 77-86. A § is given when the item is taken up and
never released. What a series has reached is kept with the series, not looked up among the meetings, so a number
stays used even if its meeting is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.content import ForumContent, ItemContent, MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Numbering
from bra_desktop.domain.meeting_clock import moment
from bra_desktop.domain.swedish import NBSP, ranges, section, sections

STRUCK_TEXT = "Ärendet utgår"


@dataclass(frozen=True)
class Series:
    """One series of § numbers. ``next_number`` is the one to be given; ``given`` says whether any was."""

    next_number: int = 1
    given: bool = False

    def give(self) -> tuple[int, Series]:
        """The next number, and the series after it."""
        return self.next_number, Series(self.next_number + 1, given=True)

    def take_back(self, number: int, *, seen_outside: bool) -> Series:
        """The series with its last number free again.

        Raises RuleBroken if it was not the last one or somebody outside has seen it.
        """
        if not self.given or number != self.next_number - 1:
            raise RuleBroken(
                f"{section(number)} kan inte tas tillbaka, eftersom senare nummer är givna. "
                f"Stryk ärendet i stället; då står ”{STRUCK_TEXT}” under numret."
            )
        if seen_outside:
            raise RuleBroken(
                f"{section(number)} kan inte tas tillbaka, eftersom numret har lämnats ut. "
                f"Stryk ärendet i stället; då står ”{STRUCK_TEXT}” under numret."
            )
        return Series(number, given=True)


def series_name(forum_key: str, forum: ForumContent, meeting_date: date, meeting_ref: str) -> str:
    """The name of the series that a meeting's numbers run in; empty when the forum has none."""
    if forum.numbering is Numbering.PER_YEAR:
        return f"{forum_key}/{meeting_date.year}"
    if forum.numbering is Numbering.PER_MEETING:
        return f"{forum_key}/{meeting_ref}"
    return ""


def is_taken_up(item: ItemContent) -> bool:
    """Whether the item was taken up: it has its § or a time."""
    return item.paragraph is not None or item.opened_at is not None


def sequence(content: MeetingContent) -> tuple[str, ...]:
    """The items' keys in the order in which they were taken up.

    Those not taken up keep their place in the agenda. By § where there are numbers, else by clock time.
    """
    if any(item.paragraph is not None for item in content.items):
        numbered = [(item.paragraph, item.key) for item in content.items if item.paragraph is not None]
        ordered = [key for _, key in sorted(numbered, key=lambda pair: pair[0])]
    else:
        timed = [(moment(content, item.opened_at), item.key) for item in content.items if item.opened_at is not None]
        ordered = [key for _, key in sorted(timed, key=lambda pair: pair[0])]
    places, in_turn = frozenset(ordered), iter(ordered)
    return tuple(next(in_turn) if item.key in places else item.key for item in content.items)


def label(forum: ForumContent, item: ItemContent, year: int | None = None) -> str:
    """§ 41, FHR 29 with the forum's prefix, or Punkt 3 for an item without §."""
    if item.paragraph is None or forum.numbering is Numbering.NONE:
        return f"Punkt{NBSP}{item.agenda_number}" if item.agenda_number else item.title
    if forum.prefix:
        return f"{forum.prefix}{NBSP}{item.paragraph}" + (f"/{year}" if year is not None else "")
    return section(item.paragraph, year)


def in_sentence(forum: ForumContent, item: ItemContent) -> str:
    """The label inside a sentence: § 41, punkt 5."""
    words = label(forum, item)
    return f"p{words[1:]}" if words.startswith(f"Punkt{NBSP}") else words


def named(forum: ForumContent, item: ItemContent) -> str:
    """The item by label and title, as messages name it: § 41 Information från polisen."""
    words = label(forum, item)
    return words if words == item.title else f"{words} {item.title}"


def labels(content: MeetingContent, item_keys: Iterable[str]) -> str:
    """Several items together: §§ 38–44, 46–49; FHR 29–34; punkt 1–5. Empty for none."""
    items = [content.item(key) for key in item_keys]
    if content.forum.numbering is not Numbering.NONE:
        numbers = [item.paragraph for item in items if item.paragraph is not None]
        if numbers or not items:
            prefix = content.forum.prefix
            return f"{prefix}{NBSP}{ranges(numbers)}" if prefix and numbers else sections(numbers)
    agenda = [item.agenda_number for item in items]
    if agenda and all(n.isdecimal() for n in agenda):
        return f"punkt{NBSP}{ranges(int(n) for n in agenda)}"
    return ", ".join(in_sentence(content.forum, item) for item in items)


def duplicates(content: MeetingContent) -> tuple[tuple[int, ItemContent, ItemContent], ...]:
    """§ numbers that two items carry, with both items."""
    seen: dict[int, ItemContent] = {}
    found = []
    for item in content.items:
        if item.paragraph is None:
            continue
        if item.paragraph in seen:
            found.append((item.paragraph, seen[item.paragraph], item))
        seen.setdefault(item.paragraph, item)
    return tuple(found)
