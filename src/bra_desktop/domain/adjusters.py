"""Those who adjust a protocol: what of them is missing before it is locked, whole or one § of it."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.headings import adjuster
from bra_desktop.domain.kinds import Duty, ItemType
from bra_desktop.domain.numbering import is_taken_up, labels
from bra_desktop.domain.officers import adjusting, adjusting_beside, named
from bra_desktop.domain.swedish import capital_first, listing


def adjusters_missing(content: MeetingContent) -> tuple[Missing, ...]:
    """What is wrong with the choice of adjusters before the whole protocol is locked."""
    chosen = named(content, Duty.ADJUST)
    election = next((i for i in content.items if i.type is ItemType.ELECTION), None)
    place = f"item/{election.key}" if election else "agenda"
    word = adjuster(content.forum)
    item = election.title if election else f"Val av {word}"
    if not chosen:
        return (Missing(f"{capital_first(word)} saknas. Utse dem under punkten {item}.", place),)
    found = []
    if election is None or not is_taken_up(election) or election.struck:
        found.append(Missing(f"{capital_first(word)} utses i en punkt på mötet. Ta upp punkten {item}.", place))
    there = {p.person for p in content.participants if p.stays}
    for person in dict.fromkeys(officer.person for officer in chosen):
        if person not in there:
            name = content.person(person).name
            found.append(Missing(f"{name} är {word} men var inte närvarande. Utse en annan.", "adjustment"))
    return (*found, *_led_by_all_who_adjust(content))


def _led_by_all_who_adjust(content: MeetingContent) -> tuple[Missing, ...]:
    """The items that nobody adjusts but those who led them, by the people: who chairs one never adjusts it."""
    alone: dict[tuple[str, ...], list[str]] = {}
    for item in content.items:
        people = adjusting(content, item.key)
        if people and is_taken_up(item) and not adjusting_beside(content, item.key):
            alone.setdefault(people, []).append(item.key)
    return tuple(Missing(led_words(content, keys), f"item/{keys[0]}/adjusters") for keys in alone.values())


def led_words(content: MeetingContent, item_keys: list[str]) -> str:
    """That those who were to adjust some items led them, and sign them as chairs. Empty where nobody was to."""
    people = dict.fromkeys(person for key in item_keys for person in adjusting(content, key))
    if not people:
        return ""
    names, what = listing(content.person(person).name for person in people), labels(content, item_keys)
    word = adjuster(content.forum)
    return f"{names} ledde {what} och skriver under som ordförande. Utse någon annan till {word} för {what}."
