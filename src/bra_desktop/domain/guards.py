"""What is missing for a step, what is warned about, and the refusal that lists it.

Places (:attr:`Missing.place`) that lead to where a thing is mended: ``meeting/place``, ``agenda``, ``participants``,
``adjustment``, ``item/<key>``, ``item/<key>/text``, ``item/<key>/decisions``, ``item/<key>/votes``,
``item/<key>/actions``.
"""

from __future__ import annotations

from collections.abc import Collection

from bra_desktop.domain import closing
from bra_desktop.domain.adjusters import adjusters_missing
from bra_desktop.domain.attendance import is_here
from bra_desktop.domain.clock_gaps import broken_times
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing, RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, Duty, MeetingState
from bra_desktop.domain.left_standing import unfilled
from bra_desktop.domain.lifecycle import Cause, check_allowed
from bra_desktop.domain.numbering import duplicates, is_taken_up
from bra_desktop.domain.numbering import named as item_named
from bra_desktop.domain.officers import having, keeping_minutes, presiding
from bra_desktop.domain.preparation import WITH_PRESENTER, OnTheList, Preparation, missing_before, ready_to
from bra_desktop.domain.printable import unprintable
from bra_desktop.domain.quorum import not_quorate_words, quorum_now
from bra_desktop.domain.refused_parts import refused_parts
from bra_desktop.domain.serving import two_on_a_seat
from bra_desktop.domain.signers import signers
from bra_desktop.domain.swedish import listing, plural, section
from bra_desktop.domain.taking_part import contradictions

S = MeetingState


def missing_for(
    content: MeetingContent,
    to_state: MeetingState,
    *,
    by: str = "",
    signed_fields: Collection[str] = (),
    locked: Collection[str] = (),
) -> tuple[Missing, ...]:
    """What must be mended before the meeting can go to ``to_state``; empty when the way is free.

    ``by`` is the person who takes the step, needed where only some may (profile C is established by its convener).
    ``signed_fields`` are the signature fields with an accepted signature. ``locked`` are the items that were adjusted
    immediately: what is wrong in them can't be mended and stops nothing, see :func:`wrong_in_locked`.
    """
    found = _all_missing(content, to_state, by, signed_fields)
    return tuple(one for one in found if not _lies_in(one, locked))


def wrong_in_locked(content: MeetingContent, to_state: MeetingState, locked: Collection[str]) -> tuple[Missing, ...]:
    """What would have stopped the step and stands in an item that is locked: it is told, and what can be done."""
    return tuple(_for_locked(one) for one in _all_missing(content, to_state, "", ()) if _lies_in(one, locked))


def _for_locked(missing: Missing) -> Missing:
    """The fault with another last sentence: how to mend it where it stands is no help."""
    fault, ends, _ = missing.text.rpartition(". ")
    return Missing(f"{fault}. {_BY_CORRECTION}" if ends else f"{missing.text} {_BY_CORRECTION}", missing.place)


_BY_CORRECTION = "Paragrafen är låst, så skriv en rättelse när protokollet är justerat."


def _lies_in(missing: Missing, locked: Collection[str]) -> bool:
    kind, _, rest = missing.place.partition("/")
    key, inside, _ = rest.partition("/")
    return kind == "item" and bool(inside) and key in locked


def _all_missing(
    content: MeetingContent, to_state: MeetingState, by: str, signed_fields: Collection[str]
) -> tuple[Missing, ...]:
    match to_state:
        case S.CALLED | S.IN_PROGRESS:
            return missing_before(preparation_of(content), to_state)
        case S.REVIEW:
            return _for_review(content)
        case S.ADJUSTMENT:
            return _for_adjustment(content)
        case S.ADJUSTED:
            return _for_adjusted(content, signed_fields)
        case S.ESTABLISHED:
            return _for_established(content, by)
        case _:
            return ()


def warnings_for(
    content: MeetingContent, to_state: MeetingState, *, locked: Collection[str] = ()
) -> tuple[Missing, ...]:
    """What is warned about before the step; the user may go on. ``locked`` as in :func:`missing_for`."""
    if to_state in (S.DRAFT, S.REVIEW) and locked:
        fixed = {one for one in _for_adjustment(content) if _lies_in(one, locked)}
        found = warnings_for(content, to_state)
        return tuple(_for_locked(one) if one in fixed else one for one in found)
    if to_state is S.CALLED:
        return (*_before_notice(content), *unprintable(content))
    if to_state is S.IN_PROGRESS:
        quorum = quorum_now(content)
        return () if quorum.reached else (Missing(not_quorate_words(content, quorum), "participants"),)
    if to_state in (S.DRAFT, S.REVIEW):
        return closing.heaviest_first(content, closing.gaps(content))
    if to_state in (S.ADJUSTMENT, S.ESTABLISHED):
        return (
            *wrong_in_locked(content, to_state, locked),
            *closing.against_votes(content),
            *contradictions(content),
            *two_on_a_seat(content),
            *closing.not_quorate(content),
            *closing.not_taken_up(content),
        )
    return ()


def require(
    content: MeetingContent,
    to_state: MeetingState,
    *,
    cause: Cause = Cause.STEP,
    by: str = "",
    signed_fields: Collection[str] = (),
    locked: Collection[str] = (),
) -> None:
    """Raises RuleBroken if the step is not in the profile's table or something is missing, with all that is."""
    check_allowed(content.forum.profile, content.state, to_state, cause)
    if cause is Cause.REFUSAL:
        return
    missing = missing_for(content, to_state, by=by, signed_fields=signed_fields, locked=locked)
    if missing:
        raise RuleBroken(_refusal(content, to_state, missing), missing[0].place, missing)


_WHAT = {
    S.CALLED: "Kallelsen kan skickas",
    S.IN_PROGRESS: "Mötet kan öppnas",
    S.REVIEW: "Utkastet kan lämnas till granskning",
    S.ADJUSTMENT: "Protokollet kan justeras",
    S.ADJUSTED: "Protokollet blir justerat",
    S.ESTABLISHED: "Anteckningarna kan fastställas",
}


def _refusal(content: MeetingContent, to_state: MeetingState, missing: tuple[Missing, ...]) -> str:
    if to_state is S.IN_PROGRESS and any(m.place == "participants" for m in missing):
        if content.forum.profile is DocumentProfile.NOTES:
            return "Mötet kan öppnas när sammankallande och någon som antecknar är närvarande. Ange dem under Närvaro."
        who = "ordförande" if not ready_to(preparation_of(content), Duty.PRESIDE) else "sekreterare"
        return f"Mötet kan öppnas när ordförande och sekreterare är närvarande. Ange {who} under Närvaro."
    if len(missing) == 1:
        return missing[0].text
    listed = " ".join(m.text for m in missing)
    text = f"{_WHAT[to_state]} när {plural(len(missing), 'sak', 'saker')} är på plats: {listed}"
    return text if len(text) <= 240 else f"{text[: text[:238].rfind(' ')]} …"


def _before_notice(content: MeetingContent) -> tuple[Missing, ...]:
    return tuple(
        Missing(f"Punkt {item.agenda_number or item.title} saknar föredragande.", f"item/{item.key}")
        for item in content.items
        if not item.presenters and not item.struck and item.type in WITH_PRESENTER
    )


def preparation_of(content: MeetingContent) -> Preparation:
    """What a content says of the meeting before it is held."""
    return Preparation(
        content.forum.profile,
        content.forum.agenda_word,
        content.place,
        len(content.items),
        sum(not item.struck for item in content.items),
        tuple(OnTheList(p.person, p.capacity, p.role, is_here(content, p)) for p in content.participants),
        tuple((officer.duty, officer.person) for officer in content.officers),
        len(_before_notice(content)),
    )


def _for_review(content: MeetingContent) -> tuple[Missing, ...]:
    found = []
    if content.closed_at is None:
        found.append(Missing("Klockslaget då mötet avslutades saknas. Skriv när det slutade.", "meeting/closed_at"))
    return (*found, *_numbering_errors(content), *broken_times(content))


def _numbering_errors(content: MeetingContent) -> tuple[Missing, ...]:
    return tuple(
        Missing(
            f"{section(n)} förekommer två gånger, på ”{a.title}” och ”{b.title}”. Ge den ena ett eget nummer.",
            f"item/{b.key}",
        )
        for n, a, b in duplicates(content)
    )


def _for_adjustment(content: MeetingContent) -> tuple[Missing, ...]:
    return (
        *closing.undecided(content),
        *unfilled(content),
        *_for_review(content),
        *adjusters_missing(content),
        *_officers_of_items(content),
        *closing.empty_items(content),
        *_broken_rules(content),
    )


def _broken_rules(content: MeetingContent) -> tuple[Missing, ...]:
    """Votes and reservations that the rules refuse, whichever way they came in, and officers who were not there."""
    there = {p.person for p in content.participants if p.stays}
    found = [
        Missing(
            f"{content.person(officer.person).name} är angiven som {_DUTY_WORDS[officer.duty]} "
            "men var inte närvarande. Ange en annan.",
            "participants",
        )
        for officer in content.officers
        if officer.duty is not Duty.ADJUST and officer.person not in there
    ]
    for part in refused_parts(content):
        where, item = part.refusal.where, content.items[part.item].key
        found.append(Missing(part.refusal.text, where if where.startswith("item/") else f"item/{item}/{part.field}"))
    return tuple(dict.fromkeys(found))


_DUTY_WORDS = {Duty.PRESIDE: "ordförande", Duty.MINUTES: "sekreterare"}


def _officers_of_items(content: MeetingContent) -> tuple[Missing, ...]:
    taken = [item for item in content.items if is_taken_up(item)]
    no_chair = [item for item in taken if not presiding(content, item.key)]
    no_secretary = [item for item in taken if not keeping_minutes(content, item.key)]
    found = []
    if no_chair:
        what = item_named(content.forum, no_chair[0])
        found.append(Missing(f"{what} {closing.NOBODY_PRESIDED}", "participants"))
    if no_secretary:
        what = item_named(content.forum, no_secretary[0])
        found.append(Missing(f"{what} saknar sekreterare. Ange vem som förde protokollet då.", "participants"))
    return tuple(found)


def _for_adjusted(content: MeetingContent, signed_fields: Collection[str]) -> tuple[Missing, ...]:
    waiting = [one for one in signers(content) if one.field not in signed_fields]
    if not waiting:
        return ()
    names = listing(dict.fromkeys(content.person(one.person).name for one in waiting))
    return (Missing(f"Underskrift av {names} saknas.", "adjustment"),)


def _for_established(content: MeetingContent, by: str) -> tuple[Missing, ...]:
    found = list(_for_review(content))
    taken = [item.key for item in content.items if is_taken_up(item)] or [item.key for item in content.items]
    conveners = dict.fromkeys(person for key in taken for person in having(content, Duty.PRESIDE, key))
    if not conveners:
        found.append(Missing("Sammankallande saknas. Ange vem som ledde mötet.", "participants"))
    elif by and by not in conveners:
        names = listing(content.person(person).name for person in conveners)
        found.append(Missing(f"Anteckningarna fastställs av sammankallande, {names}.", "participants"))
    return (*closing.undecided(content), *unfilled(content), *found)
