"""Clock times that a meeting has noted though they have not been yet, while it goes on: said before it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from bra_desktop.domain.clock_gaps import AT_ATTENDANCE, presence_of, times_of, times_of_break
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.meeting_clock import Now, has_been
from bra_desktop.domain.numbering import in_sentence, label
from bra_desktop.domain.swedish_dates import at_clock, clock_range

OPENED = "meeting/opened_at"
_MEND = "Rätta klockslaget."


@dataclass(frozen=True)
class _Noted:
    """A clock time with what is said to have happened then: ”§ 45 började”, `` i § 45`` after the time."""

    what: str
    at: time | None
    place: str
    after: str = ""
    mend: str = _MEND


def yet_to_come(content: MeetingContent, now: Now) -> tuple[Missing, ...]:
    """What is noted to happen later than now. Of a meeting that is over nothing: its end says what lies outside."""
    if content.state not in NOT_ENDED or content.opened_at is None:
        return ()
    told = [one for one in _noted(content) if one.at is not None and not has_been(content, now, one.at)]
    return (
        *(
            Missing(
                f"{one.what} {at_clock(one.at)}{one.after}, men så mycket är klockan inte än. {one.mend}", one.place
            )
            for one in told
            if one.at is not None
        ),
        *_breaks(content, now),
    )


def _noted(content: MeetingContent) -> Iterator[_Noted]:
    yield _Noted("Mötet öppnades", content.opened_at, OPENED)
    for who in content.participants:
        name, place = content.person(who.person).name, presence_of(who)
        for stay in who.stays:
            yield _Noted(f"{name} kom", stay.from_time, place, mend=AT_ATTENDANCE)
            yield _Noted(f"{name} gick", stay.to_time, place, mend=AT_ATTENDANCE)
    for item in content.items:
        yield from _of_item(content, item)


def _of_item(content: MeetingContent, item: ItemContent) -> Iterator[_Noted]:
    this, what, at = label(content.forum, item), in_sentence(content.forum, item), f"item/{item.key}"
    yield _Noted(f"{this} började", item.opened_at, times_of(item))
    yield _Noted(f"{this} slutade", item.closed_at, times_of(item))
    for decision in item.decisions:
        yield _Noted(f"Beslutet i {what} är antecknat", decision.decided_at, f"{at}/decisions/{decision.key}")
    for out in item.recusals:
        name, place = content.person(out.person).name, f"{at}/recusals/{out.key}"
        yield _Noted(f"{name} lämnade rummet", out.left_at, place, f" i {what}")
        yield _Noted(f"{name} kom tillbaka", out.returned_at, place, f" i {what}")
    for made in item.reservations:
        place = f"{at}/reservations/{made.key}"
        yield _Noted(f"Reservationen i {what} är anmäld", made.announced_at, place)


def _breaks(content: MeetingContent, now: Now) -> Iterator[Missing]:
    for n, pause in enumerate(content.adjournments, 1):
        if not all(has_been(content, now, at) for at in (pause.from_time, pause.to_time) if at is not None):
            when = clock_range(pause.from_time, pause.to_time) if pause.to_time else at_clock(pause.from_time)
            words = f"Ajourneringen {when} har ett klockslag som inte har varit än. Rätta klockslagen."
            yield Missing(words, times_of_break(n))
