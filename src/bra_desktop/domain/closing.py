"""The gaps that a meeting may have when it closes: each said in one sentence with the place that mends it."""

from __future__ import annotations

from collections.abc import Collection

from bra_desktop.domain.attendance import was_present
from bra_desktop.domain.clock_gaps import broken_times, times_of_break, unclear_times
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.headings import adjuster
from bra_desktop.domain.kinds import DocumentProfile, Duty, ItemType, Numbering
from bra_desktop.domain.left_standing import standing_signs, unfilled
from bra_desktop.domain.meeting_clock import Now
from bra_desktop.domain.numbering import in_sentence, is_taken_up
from bra_desktop.domain.numbering import named as item_named
from bra_desktop.domain.officers import named, presiding
from bra_desktop.domain.printable import unprintable
from bra_desktop.domain.quorum import not_quorate_items, not_quorate_sentences
from bra_desktop.domain.repeated_marks import repeated_marks
from bra_desktop.domain.round_table import silent_organisations
from bra_desktop.domain.serving import never_served, two_on_a_seat
from bra_desktop.domain.struck import struck_with_words
from bra_desktop.domain.swedish import capital_first, shortened
from bra_desktop.domain.swedish_dates import at_clock
from bra_desktop.domain.taking_part import contradictions
from bra_desktop.domain.text import Image
from bra_desktop.domain.votes import contradicted_vote, outcome, totals
from bra_desktop.domain.yet_to_come import yet_to_come

_SETTLED = {
    False: "Gör det till beslut, skriv vad som beslutades, t.ex. att ärendet bordläggs,",
    True: "Gör det till en överenskommelse, skriv vad ni kom överens om",
}
"""How a proposal is settled, in a protocol and in notes."""
NOBODY_PRESIDED = "saknar ordförande. Ange vem som ledde mötet då."


def gaps(content: MeetingContent, triggers: Collection[str] = (), now: Now | None = None) -> tuple[Missing, ...]:
    """Everything that is said when the meeting closes; nothing of it stops.

    What the whole meeting lacks comes first, then the items as they stand on the agenda. triggers: what the phrases
    are called; without them no search for one is found in the texts. now: without it no time is held against the clock.
    """
    return in_agenda_order(
        content,
        (
            *_no_attendance(content),
            *_no_adjusters(content),
            *not_taken_up(content),
            *undecided(content),
            *empty_items(content),
            *struck_with_words(content),
            *unfilled(content),
            *silent_organisations(content),
            *standing_signs(content, triggers),
            *repeated_marks(content),
            *undescribed_pictures(content),
            *unprintable(content),
            *against_votes(content),
            *contradictions(content),
            *open_actions(content),
            *_open_breaks(content),
            *broken_times(content),
            *unclear_times(content),
            *(yet_to_come(content, now) if now is not None else ()),
            *idle_substitutes(content),
            *two_on_a_seat(content),
            *not_quorate(content),
            *_nobody_presiding(content),
        ),
    )


def in_agenda_order(content: MeetingContent, found: tuple[Missing, ...]) -> tuple[Missing, ...]:
    """What belongs to no item as it stands, then the items in the order of the agenda."""
    places = {item.key: place for place, item in enumerate(content.items)}

    def place(missing: Missing) -> int:
        kind, _, rest = missing.place.partition("/")
        return places.get(rest.partition("/")[0], -1) if kind == "item" else -1

    return tuple(sorted(found, key=place))


def heaviest_first(content: MeetingContent, found: tuple[Missing, ...]) -> tuple[Missing, ...]:
    """What leaves open what was decided stands first, for where only the first lines are seen."""
    heavy = {*undecided(content), *unfilled(content), *against_votes(content), *contradictions(content)}
    return tuple(sorted(found, key=lambda missing: missing not in heavy))


def undecided(content: MeetingContent) -> tuple[Missing, ...]:
    """Proposals and votes of which nobody can tell what became of them; they stop the adjustment."""
    return in_agenda_order(content, (*undecided_proposals(content), *undecided_votes(content)))


def _no_attendance(content: MeetingContent) -> tuple[Missing, ...]:
    if any(was_present(who) for who in content.participants):
        return ()
    return (Missing("Närvaron är inte antecknad. Ange under Närvaro vilka som är med.", "participants"),)


def not_taken_up(content: MeetingContent) -> tuple[Missing, ...]:
    """Items that were neither taken up nor struck; one line when nothing was taken up in a forum with §§."""
    if not any(is_taken_up(item) for item in content.items):
        if content.forum.numbering is Numbering.NONE or not content.items:
            return ()
        return (Missing("Ingen punkt är upptagen, så inga paragrafer är givna. Ta upp punkterna.", "agenda"),)
    return tuple(
        Missing(f"{item_named(content.forum, item)} är inte behandlad. Ta upp eller stryk den.", f"item/{item.key}")
        for item in content.items
        if not is_taken_up(item) and not item.struck
    )


def passed_by_with_words(content: MeetingContent) -> tuple[Missing, ...]:
    """Items in which something was written and that a meeting, which can take up no more, never came to."""
    return tuple(
        Missing(
            f"{item_named(content.forum, item)} är inte behandlad, så det som står där kommer inte med i protokollet.",
            f"item/{item.key}/text",
        )
        for item in content.items
        if not is_taken_up(item) and not item.struck and has_substance(item)
    )


def has_substance(item: ItemContent) -> bool:
    """Whether the item has minutes, a decision or an action."""
    return bool(item.text or item.decisions or item.actions)


def empty_items(content: MeetingContent) -> tuple[Missing, ...]:
    """Items taken up that say nothing: no text, no decision, not struck."""
    return tuple(
        Missing(f"{item_named(content.forum, item)} saknar text och beslut.", f"item/{item.key}/text")
        for item in content.items
        if is_taken_up(item) and not item.struck and not has_substance(item) and not is_undecided(item)
    )


def is_undecided(item: ItemContent) -> bool:
    """Whether something was proposed in an item that was taken up, and nothing was decided."""
    proposed = any(proposal.text.strip() for proposal in item.proposals)
    return proposed and not item.decisions and is_taken_up(item) and not item.struck


def undecided_proposals(content: MeetingContent) -> tuple[Missing, ...]:
    """Items whose proposals were prepared, and where nothing was decided."""
    return tuple(
        Missing(
            f"{item_named(content.forum, item)}: förslaget är inte avgjort. "
            f"{_SETTLED[content.forum.profile is DocumentProfile.NOTES]} eller ta bort förslaget.",
            f"item/{item.key}/decisions",
        )
        for item in content.items
        if is_undecided(item)
    )


def against_votes(content: MeetingContent) -> tuple[Missing, ...]:
    """Decisions that say something else than the vote about them; the secretary may know better than the words."""
    found = []
    for item in content.items:
        vote = contradicted_vote(content, item.key)
        if vote is not None:
            count = totals(vote)
            text = (
                f"{capital_first(in_sentence(content.forum, item))}: beslutet stämmer inte med omröstningen, "
                f"{count.yes} ja mot {count.no} nej. Rätta beslutet eller omröstningen om något är fel."
            )
            found.append(Missing(text, f"item/{item.key}/decisions"))
    return tuple(found)


def undescribed_pictures(content: MeetingContent) -> tuple[Missing, ...]:
    """Pictures without the words that a screen reader says (ISO 14289-1, 7.3)."""
    return tuple(
        Missing(
            f"Bilden i {in_sentence(content.forum, item)} saknar beskrivning. "
            "Skriv en mening, så kan den läsas upp för den som inte ser den.",
            f"item/{item.key}/text",
        )
        for item in content.items
        for block in item.text.blocks
        if isinstance(block, Image) and not block.alternative.strip()
    )


def undecided_votes(content: MeetingContent) -> tuple[Missing, ...]:
    """Votes that ended equal without a casting vote or a lot."""
    return tuple(
        Missing(
            f"Omröstningen i {in_sentence(content.forum, item)} är lika. "
            "Ange hur ordföranden röstade, eller lottens utfall om det är ett val.",
            f"item/{item.key}/votes",
        )
        for item in content.items
        for vote in item.votes
        if outcome(content, item.key, vote) is None
    )


def _no_adjusters(content: MeetingContent) -> tuple[Missing, ...]:
    if content.forum.profile is DocumentProfile.NOTES or named(content, Duty.ADJUST):
        return ()
    election = next((i for i in content.items if i.type is ItemType.ELECTION), None)
    return (
        Missing(
            f"{capital_first(adjuster(content.forum))} är inte utsedda.",
            f"item/{election.key}/adjusters" if election else "agenda",
        ),
    )


def _nobody_presiding(content: MeetingContent) -> tuple[Missing, ...]:
    """Items in which something was decided with nobody in the chair; they stop the adjustment."""
    if content.forum.profile is DocumentProfile.NOTES:
        return ()
    return tuple(
        Missing(f"{item_named(content.forum, item)} {NOBODY_PRESIDED}", f"item/{item.key}/officers")
        for item in content.items
        if item.decisions and is_taken_up(item) and not presiding(content, item.key)
    )


def open_actions(content: MeetingContent) -> tuple[Missing, ...]:
    """Actions without anybody responsible. A day is not needed: some tasks have none."""
    return tuple(
        Missing(
            f"Åtgärden ”{shortened(action.text, 60)}” i {in_sentence(content.forum, item)} saknar ansvarig.",
            f"item/{item.key}/actions",
        )
        for item in content.items
        for action in item.actions
        if not action.responsible and not action.everybody
    )


def _open_breaks(content: MeetingContent) -> tuple[Missing, ...]:
    return tuple(
        Missing(f"Ajourneringen {at_clock(b.from_time)} har inget slut. Skriv när mötet fortsatte.", times_of_break(n))
        for n, b in enumerate(content.adjournments, 1)
        if b.to_time is None
    )


def idle_substitutes(content: MeetingContent) -> tuple[Missing, ...]:
    """Substitutes who were put in a seat whose holder was there all the time that they were."""
    return tuple(
        Missing(
            f"{content.person(who.person).name} är satt att tjänstgöra, men den som har platsen var där hela tiden. "
            "Rätta tiderna eller välj ”tjänstgör inte” under Närvaro.",
            f"participants/{who.person}",
        )
        for who in content.participants
        if never_served(content, who)
    )


def not_quorate(content: MeetingContent) -> tuple[Missing, ...]:
    """Items where the forum was not quorate, and which decision it concerns; decisions are marked in the protocol."""
    return tuple(
        Missing(
            f"{said} Det antecknas i protokollet." if content.item(key).decisions else said, f"item/{key}/attendance"
        )
        for key in not_quorate_items(content)
        for said in not_quorate_sentences(content, key)
    )
