"""What people have done in an item, held against whether they took part in it.

Who is disqualified takes no part in the matter (kommunallagen 6:30), and only those who take part in a decision reserve
themselves against it (4:27).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from bra_desktop.domain.attendance import deciding, left_at, participant, presence, recusal, was_present
from bra_desktop.domain.content import (
    ItemContent,
    MeetingContent,
    MotionContent,
    OfficerContent,
    RecusalContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.decision_times import decided_with, taken_at
from bra_desktop.domain.errors import Missing, RuleBroken
from bra_desktop.domain.kinds import Ballot, Duty, ItemType, VoteMethod
from bra_desktop.domain.meeting_clock import moment
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.officers import having, named, presiding
from bra_desktop.domain.spans import Overlap, overlap
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import at_clock
from bra_desktop.domain.votes import led, sided_with_winners, totals, turned_by_the_chair


@dataclass(frozen=True)
class _Deed:
    """Something done in an item: what she has done, and what to mend before she can be disqualified.

    decides: only who takes part in the decision does it; else it is enough to be there.
    """

    done: str
    mend: str = ""
    decides: bool = True


_MOVED = _Deed("yrkat", "yrkandet", decides=False)
_SUPPORTED = _Deed("instämt i ett yrkande", "yrkandet", decides=False)
_VOTED = _Deed("röstat", "omröstningen")
_CAST = _Deed("gett utslagsröst", "omröstningen")
_RESERVED = _Deed("reserverat sig", "reservationen")
_LED = _Deed("lett ärendet")
_ONE_OF_THEM = "Rätta det ena."


def check_uninvolved(content: MeetingContent, item_key: str, out: RecusalContent) -> None:
    """Raises RuleBroken for a recusal of somebody who has already taken part in the item, or has one there.

    ``content`` is the meeting as it was before; a recusal that is there already is only corrected.
    """
    item = content.item(item_key)
    name, what = content.person(out.person).name, in_sentence(content.forum, item)
    known = recusal(content, item_key, out.person)
    if known is not None and known.key == out.key:
        return
    if known is not None:
        raise RuleBroken(f"{name} har redan anmält jäv i {what}. Ändra det som finns där.", "person")
    deeds = [*_deeds(item, out.person), *_casting(content, item, out.person)]
    if deeds:
        raise RuleBroken(
            f"{name} har {_done(deeds)} i {what} och kan inte anmäla jäv. Ta bort eller rätta {_mends(deeds)} först.",
            "person",
        )
    after = _with_recusal(content, item, out)
    for vote in item.votes:
        if _is_too_many(after, item_key, vote) and not _is_too_many(content, item_key, vote):
            raise RuleBroken(
                f"Omröstningen i {what} har {_hands(vote)} röster, men utan {name} deltar "
                f"{len(deciding(after, item_key))} i beslutet. Rätta omröstningen först.",
                "person",
            )


def disqualified_words(content: MeetingContent, item_key: str, name: str) -> str:
    """Why somebody can't be named for something in the item, and what to do."""
    what = in_sentence(content.forum, content.item(item_key))
    return f"{name} har anmält jäv i {what} och deltar inte där. Ta bort jävet om det var fel, eller välj någon annan."


def check_motion(content: MeetingContent, item_key: str, motion: MotionContent) -> None:
    """Raises RuleBroken for a motion that somebody disqualified makes or supports."""
    for person in (*motion.persons, *motion.supported_by):
        if recusal(content, item_key, person):
            where = "persons" if person in motion.persons else "supported"
            raise RuleBroken(disqualified_words(content, item_key, content.person(person).name), where)


def took_part(content: MeetingContent, item_key: str, person: str, stay: StayContent) -> bool:
    """Whether something of the item was decided within somebody's stay, or she did anything there in her only one."""
    item = next((one for one in content.items if one.key == item_key), None)
    who = participant(content, person)
    if item is None or who is None:
        return False
    timed = [one for one in item.decisions if taken_at(content, item_key, one) is not None]
    if any(decided_with(content, item_key, one, person, stay) for one in timed):
        return True
    others = [one for one in who.stays if one != stay and overlap(content, one, item_key)]
    said = person in {*(one.person for one in item.statements), *(one.person for one in item.recusals)}
    leads = any(o.person == person and o.from_item == item_key for o in content.officers)
    return not others and (said or leads or bool(_deeds(item, person)))


def contradictions(content: MeetingContent) -> tuple[Missing, ...]:
    """Those who have done in an item what only who takes part in it does, and did not, or who reserve themselves
    against what they made win; nothing of it stops.

    Nothing is told of absence where attendance was never taken.
    """
    taken = any(was_present(who) for who in content.participants)
    found = []
    for item in content.items:
        if not item.struck:
            found += [*_disqualified(content, item), *(_away(content, item) if taken else ())]
            found += _won_and_reserved(content, item)
    return tuple(found)


def _disqualified(content: MeetingContent, item: ItemContent) -> Iterator[Missing]:
    what = in_sentence(content.forum, item)
    for out in item.recusals:
        if deeds := _deeds(item, out.person):
            yield Missing(
                f"{content.person(out.person).name} har anmält jäv i {what} men har {_done(deeds)} där. {_ONE_OF_THEM}",
                f"item/{item.key}/recusals/{out.key}",
            )


def _won_and_reserved(content: MeetingContent, item: ItemContent) -> Iterator[Missing]:
    outside = {out.person for out in item.recusals}
    for made in item.reservations:
        for person in made.persons:
            if person not in outside and (how := sided_with_winners(content, item.key, person)):
                yield Missing(
                    f"{content.person(person).name} har reserverat sig i {in_sentence(content.forum, item)} men {how}. "
                    "Rätta reservationen eller omröstningen om något är fel.",
                    f"item/{item.key}/reservations/{made.key}",
                )


def _away(content: MeetingContent, item: ItemContent) -> Iterator[Missing]:
    what = in_sentence(content.forum, item)
    outside, decide = {out.person for out in item.recusals}, set(deciding(content, item.key))
    leads = _left_the_chair(content, item)
    for person in _involved(item, leads):
        if person in outside or (person in decide and not _came_after(content, item, person)):
            continue
        there = _presence(content, item, person)
        deeds = [deed for deed in _deeds(item, person) if deed.decides or not there]
        led = [_LED] if person == leads else []
        if deeds or led:
            name, how = content.person(person).name, _missed(content, item, person)
            yield Missing(
                f"{name} har {_done([*led, *deeds])} i {what} men {how}. {_ONE_OF_THEM}", f"participants/{person}"
            )
    for officer in named(content, Duty.PRESIDE):
        if officer.from_item == item.key and officer.person not in having(content, Duty.PRESIDE, item.key):
            yield from _put_in_the_chair(content, item, officer)
    for vote in item.votes:
        if turned_by_the_chair(content, item.key, vote):
            names = content.person(vote.led_by).name, content.person(presiding(content, item.key)).name
            yield Missing(
                f"Omröstningen i {what} blev lika när {names[0]} ledde mötet, men {names[1]} står som ordförande där. "
                "Rätta ordföranden, eller ta bort omröstningen och skriv in den igen.",
                f"item/{item.key}/votes/{vote.key}",
            )
        if _is_too_many(content, item.key, vote):
            yield Missing(
                f"Omröstningen i {what} har {_hands(vote)} röster men {len(decide)} deltar i beslutet. {_ONE_OF_THEM}",
                f"item/{item.key}/votes/{vote.key}",
            )


def _put_in_the_chair(content: MeetingContent, item: ItemContent, officer: OfficerContent) -> Iterator[Missing]:
    """Who was named to lead from this very item and is not there to its end; who leads by her role may leave."""
    settled, name = item.decisions or item.votes, content.person(officer.person).name
    what = in_sentence(content.forum, item)
    if out := recusal(content, item.key, officer.person):
        yield Missing(
            f"{name} är satt att leda från {what} men har anmält jäv där. {_ONE_OF_THEM}",
            f"item/{item.key}/recusals/{out.key}",
        )
    elif settled and _presence(content, item, officer.person) is not Overlap.TO_END:
        yield Missing(
            f"{name} är satt att leda från {what} men {_missed(content, item, officer.person)}. {_ONE_OF_THEM}",
            f"participants/{officer.person}",
        )


def _left_the_chair(content: MeetingContent, item: ItemContent) -> str:
    """Who presides at an item that was settled and had left before all of that; empty for nobody."""
    leads = having(content, Duty.PRESIDE, item.key) if item.decisions or item.votes else ()
    left = (one for one in leads if _presence(content, item, one) is Overlap.PART)
    return next((one for one in left if not _led_a_part(content, item, one)), "")


def _led_a_part(content: MeetingContent, item: ItemContent, person: str) -> bool:
    """Whether the person is known to have been there when something was decided in the item, or led a vote in it."""
    who = participant(content, person)
    timed = [one for one in item.decisions if taken_at(content, item.key, one) is not None]
    there = who is not None and any(
        decided_with(content, item.key, one, person, stay) for one in timed for stay in who.stays
    )
    return there or any(vote.led_by == person for vote in item.votes)


def _presence(content: MeetingContent, item: ItemContent, person: str) -> Overlap:
    who = participant(content, person)
    return presence(content, item.key, who) if who is not None else Overlap.NONE


def _involved(item: ItemContent, leads: str) -> tuple[str, ...]:
    """Everybody who did something in the item, each once."""
    people = [leads] if leads else []
    people += [person for motion in item.motions for person in (*motion.persons, *motion.supported_by)]
    people += [ballot.person for vote in item.votes for ballot in vote.ballots]
    people += [person for made in item.reservations for person in made.persons]
    return tuple(dict.fromkeys(people))


def _deeds(item: ItemContent, person: str) -> list[_Deed]:
    found = []
    if any(person in motion.persons for motion in item.motions):
        found.append(_MOVED)
    if any(person in motion.supported_by for motion in item.motions):
        found.append(_SUPPORTED)
    if any(b.person == person and b.choice is not Ballot.ABSENT for vote in item.votes for b in vote.ballots):
        found.append(_VOTED)
    if any(person in made.persons for made in item.reservations):
        found.append(_RESERVED)
    return found


def _casting(content: MeetingContent, item: ItemContent, person: str) -> list[_Deed]:
    """The casting vote of the one who presides, where the votes were equal and no lot decided."""
    if item.type is ItemType.ELECTION:
        return []
    equal = [vote for vote in item.votes if vote.casting and not vote.by_lot and totals(vote).tied]
    return [_CAST] if any(led(content, item.key, vote) == person for vote in equal) else []


def _with_recusal(content: MeetingContent, item: ItemContent, out: RecusalContent) -> MeetingContent:
    changed = replace(item, recusals=(*item.recusals, out))
    return replace(content, items=tuple(changed if one.key == item.key else one for one in content.items))


def _is_too_many(content: MeetingContent, item_key: str, vote: VoteContent) -> bool:
    return vote.method is VoteMethod.SHOW_OF_HANDS and _hands(vote) > len(deciding(content, item_key))


def _hands(vote: VoteContent) -> int:
    return vote.yes + vote.no + vote.abstain


def _missed(content: MeetingContent, item: ItemContent, person: str) -> str:
    """How somebody took no part in the decision: she came later, had gone, was there for a part, or not at all."""
    if (came := _came_after(content, item, person)) is not None:
        return f"kom först {at_clock(came)}"
    there = _presence(content, item, person)
    left = left_at(content, item.key, person) if there is not Overlap.TO_END else None
    if left is not None:
        return f"gick {at_clock(left)}"
    return "deltog inte i beslutet" if there else "var inte närvarande"


def _came_after(content: MeetingContent, item: ItemContent, person: str) -> time | None:
    """When somebody first came, where that was after everything in the item was decided; a vote comes before that."""
    who, times = participant(content, person), [taken_at(content, item.key, one) for one in item.decisions]
    last = max((at for at in times if at is not None), default=None)
    if who is None or not who.stays or last is None or None in times:
        return None
    if any(decided_with(content, item.key, one, person, stay) for one in item.decisions for stay in who.stays):
        return None
    came = who.stays[0].from_time
    return came if came is not None and moment(content, came) >= last else None


def _done(deeds: list[_Deed]) -> str:
    return listing(deed.done for deed in deeds)


def _mends(deeds: list[_Deed]) -> str:
    return listing(dict.fromkeys(deed.mend for deed in deeds))
