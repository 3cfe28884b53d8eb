"""Extracts of a protocol: which items they can be taken of, for whom they are, and how a choice is divided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.echoes import echoes_of
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import DocumentProfile, MeetingState, Numbering
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import NBSP, section

_BEFORE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED)


class Division(StrEnum):
    """How a choice of items and recipients becomes extracts."""

    TOGETHER = "together"
    """One with every item, for all the recipients."""
    PER_ITEM = "item"
    PER_RECIPIENT = "recipient"
    """One for each recipient, with the items that are for it."""
    PER_ITEM_AND_RECIPIENT = "both"


@dataclass(frozen=True)
class Extract:
    """One extract to make: the keys of its items in the order of the protocol, and its recipients in words."""

    items: tuple[str, ...]
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """What is to be extracted of a meeting.

    ``items`` are keys; None means every item that has recipients, or with ``every`` each one. ``to`` are recipients in
    words; None means those of each item.
    """

    items: tuple[str, ...] | None = None
    to: tuple[str, ...] | None = None
    division: Division = Division.TOGETHER
    every: bool = False


def extractable(content: MeetingContent) -> tuple[ItemContent, ...]:
    """The items that an extract can be taken of: those taken up or struck, in the order of the protocol.

    None of notes, or of a meeting that has not begun. Where nobody has told which items were taken up, all of them.
    """
    if content.forum.profile is DocumentProfile.NOTES or content.state in _BEFORE:
        return ()
    every = [content.item(key) for key in course(content).order]
    return tuple([item for item in every if is_taken_up(item) or item.struck] or every)


def recipients(content: MeetingContent, items: Iterable[str]) -> tuple[str, ...]:
    """Those to whom the decisions of the items are sent, each once, as they are called in the register."""
    named = (
        content.organisation(one.organisation).name if one.organisation else one.name.strip()
        for key in items
        for one in content.item(key).dispatch
    )
    return tuple(dict.fromkeys(name for name in named if name))


def told_recipients(content: MeetingContent, one: Extract) -> tuple[str, ...]:
    """Those of its recipients whom the public version of an extract names, on paper, in its file's name and its mail.

    To whom a withheld item is sent may itself be what is confidential, so those who are on the lists of such items
    alone are left out, and whoever's name repeats marked words; an extract of nothing but withheld items names nobody.
    """
    listed_openly = [key for key in one.items if not content.item(key).confidential]
    if not listed_openly:
        return ()
    hidden = {*recipients(content, one.items)} - {*recipients(content, listed_openly)}
    echoes = echoes_of(content)
    return tuple(name for name in one.to if name not in hidden and not echoes.repeats(name))


def keys_of(content: MeetingContent, numbers: Collection[int]) -> tuple[str, ...]:
    """The items of those §§ (in a forum without §§, of those numbers in the agenda).

    Raises UserError for a number that the meeting does not have, RuleBroken when it has nothing to extract yet.
    """
    items = extractable(content)
    if not items:
        raise RuleBroken(nothing_words(content), where=content.ref)
    known = {i.paragraph: i.key for i in items if i.paragraph is not None} or {
        int(i.agenda_number): i.key for i in items if i.agenda_number.isdecimal()
    }
    for number in numbers:
        if number not in known:
            raise UserError(_none_of(content, number), str(number))
    return tuple(known[number] for number in dict.fromkeys(numbers))


def _none_of(content: MeetingContent, number: int) -> str:
    """That the meeting has no item of that number, in the forum's own words for it."""
    forum = content.forum
    if forum.numbering is Numbering.NONE:
        return f"Mötet {content.ref} har ingen punkt {number}. Välj bland mötets punkter."
    what = f"{forum.prefix}{NBSP}{number}" if forum.prefix else section(number)
    return f"Mötet {content.ref} har {'inget' if forum.prefix else 'ingen'} {what}. Välj bland mötets paragrafer."


def nothing_words(content: MeetingContent) -> str:
    """Why no extract can be taken of the meeting."""
    if content.forum.profile is DocumentProfile.NOTES:
        return f"{content.forum.name} för minnesanteckningar, inte protokoll. Välj minnesanteckningar."
    return "Mötet har inga paragrafer att göra utdrag av än. Öppna mötet först."


def extracts(content: MeetingContent, choice: Choice) -> Iterator[Extract]:
    """The extracts that a choice becomes, in the order of the protocol.

    A recipient on no list of the chosen items, but typed, gets all of them; an item without recipients is in an
    extract for nobody in particular.
    """
    allowed = [item.key for item in extractable(content)]
    lists = {key: recipients(content, (key,)) for key in allowed}
    wanted = choice.items if choice.items is not None else [key for key in allowed if choice.every or lists[key]]
    keys = [key for key in allowed if key in wanted]
    listed = {name for key in keys for name in lists[key]}
    for_items = {key: _to(lists[key], listed, choice.to) for key in keys}
    everybody = choice.to if choice.to is not None else tuple(dict.fromkeys(n for key in keys for n in lists[key]))
    match choice.division:
        case Division.TOGETHER:
            yield from (Extract(tuple(keys), everybody) for _once in keys[:1])
        case Division.PER_ITEM:
            yield from (Extract((key,), to) for key, to in for_items.items())
        case Division.PER_RECIPIENT:
            yield from _per_recipient(for_items, everybody)
        case Division.PER_ITEM_AND_RECIPIENT:
            yield from (Extract((key,), to) for key, names in for_items.items() for to in _each(names))


def _to(own: Sequence[str], listed: Collection[str], chosen: Sequence[str] | None) -> tuple[str, ...]:
    """The recipients of one item: its own among those chosen, and those typed, who are on nobody's list."""
    if chosen is None:
        return tuple(own)
    return tuple(name for name in chosen if name in own or name not in listed)


def _per_recipient(for_items: dict[str, tuple[str, ...]], everybody: Sequence[str]) -> Iterator[Extract]:
    for name in everybody:
        if theirs := tuple(key for key, names in for_items.items() if name in names):
            yield Extract(theirs, (name,))
    if nobodys := tuple(key for key, names in for_items.items() if not names):
        yield Extract(nobodys)


def _each(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield from ((name,) for name in names) if names else ((),)
