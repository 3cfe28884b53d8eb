"""What is offered for a typed sign: phrases of the bank, names of the meeting and the register, an action. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bra_desktop.domain.action_words import ActionWords, read_action, unclear_name
from bra_desktop.domain.due_phrases import NoSuchDay
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.phrases import BankPhrase, matching, near_kinds
from bra_desktop.domain.placeholders import filled, standing_places
from bra_desktop.domain.quorum import quorum_now
from bra_desktop.domain.swedish import listing, quoted
from bra_desktop.domain.swedish_dates import clock, date_in_text, day_and_month
from bra_desktop.services.phrases import PhraseBank
from bra_desktop.services.reading import MeetingRow
from bra_desktop.ui.live.forms.action_form import (
    EVERYBODY,
    answered_for,
    due_day,
    organisation_names,
    without_unplanned_day,
)
from bra_desktop.ui.live.scene import Scene

MOST = 6
SHOWN = 3
NEXT_MEETING = ("decision.tabled", "closing")
"""Kinds of phrases whose day, clock and place are those of the next meeting."""
ADJUSTERS = "election_of_adjuster"
DAY = "{datum}"
NO_DAY, UNPLANNED = "ingen dag", "Nästa möte är inte planerat"


class Does(StrEnum):
    """What becomes of a row that is chosen."""

    PUT_TEXT = "put_text"
    DECIDE = "decide"
    PUT_NAME = "put_name"
    GIVE = "give"
    FILL_IN = "fill_in"


@dataclass(frozen=True)
class OfferRow:
    """One row: what was to be typed as a key, the words, what they are, and what is put into the text.

    told: what she should know who takes it.
    """

    does: Does
    words: str
    about: str = ""
    cap: str = ""
    put: str = ""
    phrase: BankPhrase | None = None
    action: ActionWords | None = None
    told: str = ""


@dataclass(frozen=True)
class OwnForum:
    """The meeting's forum, and its next meeting as it is planned."""

    id: str = ""
    following: MeetingRow | None = None


@dataclass(frozen=True)
class Offer:
    """The rows for what has been typed. ``exact``: the first is what was typed, so Enter takes it at once.

    ``why``: what is said when Enter leaves a line as it is that names somebody.
    """

    title: str
    corner: str
    rows: tuple[OfferRow, ...]
    exact: bool = False
    why: str = ""


def phrase_offer(
    bank: PhraseBank, forum: OwnForum, scene: Scene, word: str, now: time, *, decisions: bool | None
) -> Offer:
    """Phrases of the meeting's forum. decisions: att-satser alone, for a line that is one, or none; None for both."""
    profile = scene.content.forum.profile
    offered = (p for p in bank.phrases if p.is_for(profile, forum.id) and decisions in (None, p.decision))
    found = matching(offered, word, near_kinds(scene.item.type), MOST)
    rows = tuple(_phrase_row(phrase, bank, _known(phrase, forum, scene, now), scene) for phrase in found)
    exact = bool(found) and found[0].trigger.casefold() == word.casefold()
    return Offer(f"Fraser för /{word}", scene.content.forum.short_name, rows, exact)


def _phrase_row(phrase: BankPhrase, bank: PhraseBank, known: Mapping[str, str], scene: Scene) -> OfferRow:
    put = filled(phrase.text, known, bank.called)
    shown = put
    for start, end in reversed(standing_places(put)):
        shown = f"{shown[:start]}…{shown[end:]}"
    does = Does.DECIDE if phrase.decision and not scene.notes else Does.PUT_TEXT
    about = "beslut" if phrase.decision else phrase.kind_words
    return OfferRow(does, shown, about, f"/{phrase.trigger}", put, phrase)


def _known(phrase: BankPhrase, forum: OwnForum, scene: Scene, now: time) -> dict[str, str]:
    """What the meeting knows of what a phrase needs. A clock or a place beside a day is that day's, never today's."""
    content, count = scene.content, quorum_now(scene.content)
    known = {
        "organ": content.forum.definite or content.forum.name,
        "arende": scene.item.title,
        "platser": str(count.seats),
    }
    if not scene.counts_nobody:
        known["antal"] = str(count.served)
    if phrase.kind == ADJUSTERS:
        known["personer"] = listing(
            content.person(o.person).name for o in content.officers if o.duty is Duty.ADJUST and o.from_item == ""
        )
    if DAY not in phrase.text:
        known |= {"klockslag": clock(now), "plats": content.place if phrase.kind != "closing" else ""}
    elif phrase.kind in NEXT_MEETING and forum.following is not None:
        row = forum.following
        known |= {"datum": date_in_text(row.day), "klockslag": clock(row.starts), "plats": row.place}
    return known


def name_offer(scene: Scene, typed: str) -> Offer:
    """People and organisations that the typed words begin, those of the meeting first."""
    wanted = typed.casefold()
    named = list(_named(scene))
    rows = [row for row, names in named if any(f" {name.casefold()}".find(f" {wanted}") >= 0 for name in names)]
    whole = next((row for row in rows if row.put.casefold() == wanted), None)
    called = [row for row, names in named if wanted in (name.casefold() for name in names)]
    if whole is None and len(called) == 1:  # a short name is whole too
        whole = called[0]
    if whole is not None:
        rows = [whole, *(row for row in rows if row is not whole)]
    rest = "organisation eller person"
    return Offer(f"Namn för @{typed}", rest, tuple(rows[:MOST]), whole is not None)


def _named(scene: Scene) -> Iterable[tuple[OfferRow, tuple[str, ...]]]:
    content, given = scene.content, set[tuple[str, str]]()
    called = {o.key: o.short_name or o.name for o in content.organisations}
    here = {participant.person for participant in content.participants}
    people = sorted(content.people, key=lambda p: p.key not in here)
    rows: list[tuple[str, str, tuple[str, ...]]] = [
        (scene.called[p.key], p.title or called.get(p.organisation, ""), (p.name,)) for p in people
    ]
    rows += [(o.name, "organisation", (o.name, o.short_name)) for o in content.organisations]
    rows += [(o.name, "organisation", (o.name, o.short_name, o.code)) for o in scene.organisations]
    rows += [(scene.called[p.id], p.title, (p.name,)) for p in scene.people]
    for name, about, names in rows:
        if (name, "") not in given:
            given.add((name, ""))
            yield OfferRow(Does.PUT_NAME, name, about, put=name), tuple(filter(None, names))


def action_offer(scene: Scene, words: str) -> Offer:
    """What the line says of an action: to give it at once when somebody is responsible, or to fill in the rest.

    A line that names nobody may as well be a sentence that begins with the sign, so Enter doesn't take it by itself.
    """
    read = read_action(words, _organisations(scene), _people(scene), lambda day: _is_day(scene, day))
    action = without_unplanned_day(scene, answered_for(scene, read))
    told = f"{NO_DAY}, {UNPLANNED[0].lower()}{UNPLANNED[1:]}" if action.due != read.due else ""
    fill_in = OfferRow(Does.FILL_IN, "Fyll i mer i formuläret…", action=action)
    title, corner = f"Åtgärd i {scene.item_words()}", UNPLANNED if told else "@ anger ansvarig, dagen står sist"
    if not action.organisations:
        ask = OfferRow(Does.FILL_IN, action.text, _lacking(scene, action), action=action, told=told)
        return Offer(title, corner, (ask,), exact=bool(action.people), why=_unclear(scene, words))
    about = " · ".join(filter(None, (_summary(scene, action), told and NO_DAY)))
    give = OfferRow(Does.GIVE, action.text, about, action=action, told=told)
    return Offer(title, corner, (give, fill_in), exact=True)


def _unclear(scene: Scene, words: str) -> str:
    """Why the line names nobody, where it begins to."""
    found = unclear_name(words, (*_organisations(scene), *_people(scene)))
    if found is None:
        return ""
    typed, names = found
    more = [*names[:SHOWN], *(("någon annan",) if len(names) > SHOWN else ())]
    why = (
        f"{quoted(f'@{typed}')} kan vara {listing(more, 'eller')}"
        if names
        else f"inget namn börjar med {quoted(typed)}"
    )
    return f"Raden blev ingen åtgärd: {why}."


def _lacking(scene: Scene, action: ActionWords) -> str:
    """What the form is to be filled in with: exactly what the line doesn't say."""
    if action.people:
        return f"{scene.called[action.people[0]]} har ingen organisation, fyll i ansvarig…"
    return "fyll i ansvarig…" if action.due else "fyll i ansvarig och dag…"


def _summary(scene: Scene, action: ActionWords) -> str:
    names = {key: name for name, key in reversed(_organisations(scene))}
    people = {key: name for name, key in _people(scene)}
    who = [*(names[key] for key in action.organisations), *(people[key] for key in action.people)]
    day, due = None, action.due
    try:
        day = due_day(scene, action.due)
    except UserError as wrong:
        if isinstance(wrong.__cause__, NoSuchDay):
            due = f"{action.due} finns inte"
    return " · ".join(filter(None, (", ".join(who), f"senast {day_and_month(day)}" if day else due)))


def _organisations(scene: Scene) -> tuple[tuple[str, str], ...]:
    return (*organisation_names(scene), (EVERYBODY, EVERYBODY))


def _people(scene: Scene) -> tuple[tuple[str, str], ...]:
    return tuple((scene.called[person.id], person.id) for person in scene.people)


def _is_day(scene: Scene, words: str) -> bool:
    try:
        return due_day(scene, words) is not None
    except RuleBroken:
        return True  # a day that is not planned yet: the row says so
    except UserError as wrong:
        # so is one that its month does not have: nobody means it as a part of what is to be done
        return isinstance(wrong.__cause__, RuleBroken | NoSuchDay)
