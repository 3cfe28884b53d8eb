"""What the room sees of a meeting, in words. Knows no Qt.

A confidential item, also in a passage, is § and "Visas inte här", nothing else: neither title nor decision.
Of an item's text nothing is shown at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bra_desktop.domain.confidentiality import is_withheld
from bra_desktop.domain.content import DecisionContent, ItemContent, MeetingContent, VoteContent
from bra_desktop.domain.decisions import preamble
from bra_desktop.domain.echoes import echoes_of, repeating
from bra_desktop.domain.kinds import DocumentProfile, MeetingState, VoteMethod
from bra_desktop.domain.numbering import STRUCK_TEXT, label
from bra_desktop.domain.swedish_dates import at_clock, date_in_text
from bra_desktop.domain.votes import outcome, result_words, totals, without_disqualified

WITHHELD = "Visas inte här"
_ENDINGS = ".,; "


@dataclass(frozen=True)
class Group:
    """Clauses under what they are (Beslut, Förslag till beslut) and who decides. In notes they have no att."""

    caption: str
    preamble: str
    clauses: tuple[str, ...]
    word: str = "att"


@dataclass(frozen=True)
class Count:
    """A vote: how many, by what they did, and what came of it or what ja and nej mean."""

    figures: tuple[tuple[str, int], ...]
    words: str

    def spoken(self) -> str:
        figures = ", ".join(f"{word} {number}" for word, number in self.figures)
        return f"{figures}. {self.words}"


@dataclass(frozen=True)
class Slide:
    """One view of the projector. `remark` is a quiet line by itself: withheld, a break, the time it begins."""

    section: str
    title: str
    groups: tuple[Group, ...] = ()
    votes: tuple[Count, ...] = ()
    remark: str = ""
    left_out: int = 0
    """How many clauses there was no room for."""

    def shortened(self) -> Slide | None:
        """Without its last clause, which is counted instead; None when no clause is left."""
        for place in range(len(self.groups) - 1, -1, -1):
            group = self.groups[place]
            if group.clauses:
                kept = replace(group, clauses=group.clauses[:-1])
                groups = (*self.groups[:place], kept, *self.groups[place + 1 :])
                return replace(self, groups=groups, left_out=self.left_out + 1)
        return None

    def spoken(self) -> str:
        """All of it in words, for a screen reader and for tests."""
        parts = [self.section, self.title, self.remark]
        for group in self.groups:
            parts += [group.caption, group.preamble, *(f"{group.word} {c}".strip() for c in group.clauses)]
        return "\n".join(part for part in (*parts, *(vote.spoken() for vote in self.votes)) if part)


def meeting_slide(content: MeetingContent, remark: str = "") -> Slide:
    """The meeting itself, between items and while nobody minds the projector."""
    name = content.forum.name or content.forum.short_name
    return Slide("", name, remark=remark or date_in_text(content.date))


def slide_of(content: MeetingContent, key: str, *, typed: Mapping[str, str] | None = None, votes: bool = True) -> Slide:
    """The slide of an item, or of the meeting when the key is empty. `typed` are newer words of decisions, by key."""
    pause = next((b.from_time for b in content.adjournments if b.to_time is None), None)
    if content.closed_at is not None:
        return meeting_slide(content, f"Mötet avslutades {at_clock(content.closed_at)}")
    if pause is not None:
        return meeting_slide(content, f"Ajournerat sedan {at_clock(pause)}")
    if content.state in (MeetingState.PLANNED, MeetingState.CALLED):
        return meeting_slide(content, f"{date_in_text(content.date)}, {at_clock(content.starts)}")
    if not key:
        return meeting_slide(content)
    item = content.item(key)
    section = label(content.forum, item)
    if _is_hidden(content, item, typed or {}):
        numbered = item.paragraph is not None or bool(item.agenda_number)
        return Slide(section if numbered else "", "", remark=WITHHELD)
    section = "" if section == item.title else section
    if item.struck:
        return Slide(section, item.title, remark=f"{STRUCK_TEXT}.")
    groups = _decided(content, item, typed or {}) or _proposed(content, item)
    return Slide(section, item.title, groups, _results(content, item) if votes else ())


def _is_hidden(content: MeetingContent, item: ItemContent, typed: Mapping[str, str]) -> bool:
    """Whether the item is marked, a passage in it is, or it repeats such words, also in what is just being typed."""
    newest = tuple(replace(decision, text=_newest(decision, typed)) for decision in item.decisions)
    return is_withheld(item) or bool(repeating((replace(item, decisions=newest),), echoes_of(content)))


def _decided(content: MeetingContent, item: ItemContent, typed: Mapping[str, str]) -> tuple[Group, ...]:
    notes = content.forum.profile is DocumentProfile.NOTES
    words = [_newest(decision, typed) for decision in item.decisions]
    clauses = _clauses([text for text in words if text.strip()], notes=notes)
    if not clauses:
        return ()
    if notes:
        return (Group("Överenskommet", "", clauses, ""),)
    return (Group("Beslut", preamble(content), clauses),)


def _newest(decision: DecisionContent, typed: Mapping[str, str]) -> str:
    return typed.get(decision.key, decision.text)


def _proposed(content: MeetingContent, item: ItemContent) -> tuple[Group, ...]:
    """What stood prepared; by whom, when somebody else than the forum's own office proposes it."""
    notes = content.forum.profile is DocumentProfile.NOTES
    groups = []
    for by in dict.fromkeys(proposal.by for proposal in item.proposals):
        clauses = _clauses([p.text for p in item.proposals if p.by == by and p.text.strip()], notes=notes)
        caption = "Förslag" if notes else "Förslag till beslut"
        caption = f"{caption} från {by}" if by else caption
        groups.append(Group(caption, "" if notes else preamble(content), clauses, "" if notes else "att"))
    return tuple(group for group in groups if group.clauses)


def _results(content: MeetingContent, item: ItemContent) -> tuple[Count, ...]:
    """Counts and result; how each one voted is for the protocol."""
    return tuple(_count(content, item, vote) for vote in item.votes)


def _count(content: MeetingContent, item: ItemContent, vote: VoteContent) -> Count:
    """Ja, Nej and Avstår always; who was absent is counted in a vote by name alone."""
    count = totals(without_disqualified(content, item.key, vote))
    figures = [("Ja", count.yes), ("Nej", count.no), ("Avstår", count.abstain)]
    if vote.method is VoteMethod.BY_NAME:
        figures.append(("Frånvarande", count.absent))
    if outcome(content, item.key, vote) is not None:
        return Count(tuple(figures), result_words(content, item.key, vote))
    yes, no = (means.strip().rstrip(".") for means in (vote.yes_means, vote.no_means))
    return Count(tuple(figures), f"Ja: {yes}. Nej: {no}." if yes and no else "")


def _clauses(texts: list[str], *, notes: bool) -> tuple[str, ...]:
    """As the protocol writes them: a comma between, a full stop last. In notes each is a sentence of its own."""
    last = len(texts) - 1
    return tuple(f"{_bare(text)}{'.' if notes or n == last else ','}" for n, text in enumerate(texts))


def _bare(text: str) -> str:
    words = text.strip().rstrip(_ENDINGS)
    return words[4:].lstrip() if words[:4].lower() == "att " else words
