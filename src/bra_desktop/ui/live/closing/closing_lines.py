"""What is said before the meeting is closed, in words: what is missing, and what was not dealt with. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bra_desktop.domain.closing import gaps as all_gaps
from bra_desktop.domain.closing import not_taken_up, passed_by_with_words
from bra_desktop.domain.confidentiality import WITHHELD_TITLE, screen_version, withheld
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.meeting_clock import Now, begins, day_of
from bra_desktop.domain.meeting_days import goes_on_another_day, held_another_day
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.swedish import capital_first, listing, plural, quoted
from bra_desktop.domain.swedish_dates import at_clock, date_in_text, weekday_and_month
from bra_desktop.services.live.left_open import LeftOpen
from bra_desktop.services.preparing.carrying import Unreached

LEADS = {
    "text": "till texten",
    "signs": "till texten",
    "actions": "till åtgärden",
    "votes": "till omröstningen",
    "decisions": "till beslutet",
    "adjusters": "utse justerare",
    "times": "till klockslagen",
    "attendance": "till närvaron",
    "officers": "till ordföranden",
    "recusals": "till jävet",
    "reservations": "till reservationen",
}

MOST_NAMED = 12
_QUOTED = re.compile(r" ?”[^”]*”")


@dataclass(frozen=True)
class ClosingList:
    """``left`` names the items not dealt with, ``carry`` is the button that hands them on; either may be empty.

    ``at`` is when the meeting was left, for one that is closed on a later day.
    """

    gaps: tuple[Missing, ...]
    left: str = ""
    carry: str = ""
    at: LeftOpen | None = None


def closing_list(
    content: MeetingContent,
    unreached: Unreached,
    opened: date | None = None,
    triggers: Collection[str] = (),
    *,
    at: datetime,
    shared: bool,
    left: LeftOpen | None = None,
) -> ClosingList:
    """The list for a meeting as it is now, without what a shared screen may not show.

    opened: on which day it was. triggers: what the phrases are called. at: the local moment. left: when it was left,
    for one that is closed as of then: the break from which it never came back is none.
    """
    if left is not None:
        content = replace(content, adjournments=tuple(one for one in content.adjournments if one.to_time is not None))
    now = Now(at, min(opened, content.date) if opened else None)
    days = {one.item: one.day for one in unreached.carried}
    today = left.day if left is not None else day_of(begins(content), at)
    told = [*held_another_day(content, opened), *goes_on_another_day(opened, today)]
    told += passed_by_with_words(content) if left else ()
    passed_by = not_taken_up(content)
    for gap in all_gaps(content, triggers, now):
        if left is not None and gap in passed_by:
            continue
        day = days.get(gap.place.removeprefix("item/"))
        if day is not None and gap in passed_by:
            words = gap.text.replace("Ta upp eller stryk den.", f"Den är överförd till mötet den {date_in_text(day)}.")
            gap = replace(gap, text=words)
        told.append(gap)
    names, carry = _left(unreached)
    (said,) = told_gaps(content, (Missing(names, ""),), shared=shared)
    return ClosingList(told_gaps(content, tuple(told), shared=shared, now=now), said.text, carry, left)


def told_gaps(
    content: MeetingContent, gaps: tuple[Missing, ...], *, shared: bool, now: Now | None = None
) -> tuple[Missing, ...]:
    """What is missing, without what a shared screen may not show: titles, words of actions, who was disqualified or
    away in a marked item. now: when what is missing was held against the clock, too.
    """
    unseen = withheld(content) if shared else frozenset()
    hidden = [item for item in content.items if item.key in unseen]
    if not hidden:
        return gaps
    titles = [item.title for item in hidden if item.title]
    places = {f"item/{item.key}": item for item in hidden}
    seen = frozenset(all_gaps(screen_version(content), now=now))
    told = []
    for gap in gaps:
        item = places.get("/".join(gap.place.split("/")[:2]))
        if item is not None:
            told.append(_screened(content, item, gap))
        elif gap.place.startswith("participants/") and (gap not in seen or _numbered(content, hidden, gap.text)):
            told.append(_somebody(content, hidden, gap))
        else:
            told.append(gap)
    for title in titles:
        told = [replace(gap, text=gap.text.replace(title, WITHHELD_TITLE)) for gap in told]
    return tuple(dict.fromkeys(told))


def _screened(content: MeetingContent, item: ItemContent, gap: Missing) -> Missing:
    """Who is disqualified or reserves herself may tell what the item is about."""
    text = _QUOTED.sub("", gap.text)
    named = any(person.name and person.name in text for person in content.people)
    part, where = gap.place.split("/")[2:3], capital_first(in_sentence(content.forum, item))
    if part in (["attendance"], ["officers"]):
        return replace(gap, text=f"{where}: något om närvaron saknas. Det visas inte medan skärmen delas.")
    if named or part in (["recusals"], ["reservations"]):
        return replace(gap, text=f"{where}: uppgifter går inte ihop. De visas inte medan skärmen delas.")
    return replace(gap, text=text)


def _somebody(content: MeetingContent, hidden: Sequence[ItemContent], gap: Missing) -> Missing:
    """Somebody's comings and goings in a marked item: not who, and the roll is led to, not her row."""
    item = _numbered(content, hidden, gap.text)
    where = f" i {in_sentence(content.forum, item)}" if item is not None else ""
    return Missing(f"Närvaron{where} går inte ihop. Vem det gäller visas inte medan skärmen delas.", "participants")


def _numbered(content: MeetingContent, hidden: Sequence[ItemContent], words: str) -> ItemContent | None:
    """The marked item that the words name by its number."""
    named = ((item, re.escape(in_sentence(content.forum, item))) for item in hidden)
    return next((item for item, number in named if re.search(rf"(?<!\w){number}(?!\w)", words)), None)


def lead_words(place: str) -> str:
    """Where a line leads, so that the person knows before she goes there."""
    kind, _, rest = place.partition("/")
    if kind == "item":
        return LEADS.get(rest.partition("/")[2].partition("/")[0], "till ärendet")
    leads = {"participants": "till närvaron", "meeting": "till klockslagen", "form": "till formuläret"}
    return leads.get(kind, "till dagordningen")


def unsent_words(title: str) -> str:
    """What is said of a form with something typed in it that was not sent."""
    return f"Formuläret {quoted(title)} är ifyllt men inte sparat."


def closing_title(listed: ClosingList) -> str:
    """What is done: Avsluta mötet, or for one that was left Avsluta mötet lördag 21 november kl. 20.04."""
    left = listed.at
    return f"Avsluta mötet {weekday_and_month(left.day)} {at_clock(left.at)}" if left else "Avsluta mötet"


def carried_words(unreached: Unreached) -> str:
    """What is said when they have been handed on."""
    count = plural(len(unreached.left), "ärende är överfört", "ärenden är överförda")
    day = f" till mötet den {date_in_text(unreached.next_day)}" if unreached.next_day else ""
    return f"{count}{day}."


def came_back_words(unreached: Unreached) -> str:
    """Which days the items that were handed on come back; empty when there are none."""
    days = sorted({one.day for one in unreached.carried})
    if not days:
        return ""
    when = listing(date_in_text(day) for day in days)
    return f"{plural(len(unreached.carried), 'ärende kommer', 'ärenden kommer')} tillbaka den {when}."


def _left(unreached: Unreached) -> tuple[str, str]:
    if not unreached.left:
        return "", ""
    names = f"Ej behandlade ärenden: {few([title for _key, title in unreached.left])}."
    if unreached.next_day is None:
        return f"{names} De kommer med när nästa möte planeras.", ""
    return names, f"För över till nästa möte, {date_in_text(unreached.next_day)}"


def few(titles: Sequence[str]) -> str:
    """The first of many, and how many there are besides: all have a line of their own in the list above."""
    over = len(titles) - MOST_NAMED
    return listing(titles) if over <= 1 else f"{', '.join(titles[:MOST_NAMED])} och {over} till"
