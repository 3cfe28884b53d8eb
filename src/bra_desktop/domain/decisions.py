"""Guards around decisions: reservations, deciding without a quorum, and how an att-sats is written."""

from __future__ import annotations

import re
from datetime import date, time

from bra_desktop.domain.attendance import deciding, left_at, recusal
from bra_desktop.domain.content import DecisionContent, MeetingContent, ReservationContent
from bra_desktop.domain.errors import Missing, RuleBroken
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile
from bra_desktop.domain.meeting_clock import moment
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.quorum import not_quorate_sentences, not_quorate_words, quorum_now, too_few
from bra_desktop.domain.spans import ongoing
from bra_desktop.domain.swedish import capital_first
from bra_desktop.domain.swedish_dates import MONTHS, at_clock


def check_reservation(content: MeetingContent, item_key: str, person: str, announced_at: time | None = None) -> None:
    """Raises RuleBroken unless the person took part in the decision and the meeting has not ended.

    Kommunallagen 4:27 in profile A; the same order by practice in a council. ``announced_at`` is when it was
    announced, not before the item was taken up; None means now, that is, after the close if the meeting is closed.
    """
    _check_announced(content, item_key, announced_at)
    closed = content.closed_at
    if closed is not None and (announced_at is None or moment(content, announced_at) > moment(content, closed)):
        raise RuleBroken(
            f"Mötet avslutades {at_clock(closed)}. En reservation ska anmälas innan dess. "
            "Den kan bifogas som handling men inte antecknas som reservation.",
            f"item/{item_key}/decisions",
        )
    if person in deciding(content, item_key):
        return
    name, where = content.person(person).name, in_sentence(content.forum, content.item(item_key))
    if recusal(content, item_key, person):
        raise RuleBroken(
            f"{name} har anmält jäv i {where} och kan inte reservera sig. Ta bort jävet först om det var fel.",
            f"item/{item_key}/decisions",
        )
    left = left_at(content, item_key, person)
    gone = f" (gick {at_clock(left)})" if left else ""
    raise RuleBroken(
        f"{name} deltog inte i beslutet i {where}{gone} och kan därför inte reservera sig mot det.",
        f"item/{item_key}/decisions",
    )


def _check_announced(content: MeetingContent, item_key: str, at: time | None) -> None:
    item = content.item(item_key)
    if at is not None and item.opened_at is not None and moment(content, at) < moment(content, item.opened_at):
        raise RuleBroken(
            f"Reservationen kan inte vara anmäld {at_clock(at)}, eftersom {in_sentence(content.forum, item)} "
            f"togs upp först {at_clock(item.opened_at)}. Rätta klockslaget.",
            "announced",
        )


def check_reservations(content: MeetingContent, item_key: str, reservation: ReservationContent) -> None:
    """The same for everybody in a reservation."""
    for person in reservation.persons:
        check_reservation(content, item_key, person, reservation.announced_at)


def decision_warnings(content: MeetingContent, item_key: str) -> tuple[Missing, ...]:
    """What is said of an item without a quorum, where a decision is recorded all the same: what was decided so, in the
    words of the closing list; and while it goes on, that those who are there now are too few for the next.
    """
    goes_on, now = item_key == ongoing(content), quorum_now(content)
    settled = bool(content.item(item_key).decisions) or not goes_on
    said = [*(not_quorate_sentences(content, item_key) if settled else ())]
    if goes_on and not now.reached and now not in [few.count for few in too_few(content, item_key)]:
        said.append(not_quorate_words(content, now))
    return tuple(Missing(words, f"item/{item_key}/decisions") for words in said)


def preamble(content: MeetingContent) -> str:
    """The line before the att-satser: ”Brottsförebyggande rådet beslutar”; in notes ”Överenskommet:”."""
    if content.forum.profile is DocumentProfile.NOTES:
        return "Överenskommet:"
    return f"{capital_first(content.forum.definite or content.forum.name)} beslutar"


COMING_BACK = (DecisionKind.TABLED, DecisionKind.REFERRED_BACK)
"""Kinds that put an item on a later agenda."""


DATED = (*COMING_BACK, DecisionKind.REFERRED, DecisionKind.EXTEND_ACTION)
"""Kinds that may be for a day: when the item comes back, or an assignment is to be done."""


def comes_back(decision: DecisionContent) -> bool:
    """Whether the decision puts the item on a later agenda."""
    return decision.kind in COMING_BACK


def until(decision: DecisionContent) -> date | None:
    """The day for which it is: the one that was set, else, as with the kind, the one that its words say."""
    return decision.until or (day_in_words(decision.text) if decision.kind in DATED else None)


def day_in_words(text: str) -> date | None:
    """The last day that stands written out in an att-sats: "till sammanträdet den 4 mars 2027"."""
    found = _DAY.findall(text.casefold())
    if not found:
        return None
    day, month, year = found[-1]
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


_DAY = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})")
