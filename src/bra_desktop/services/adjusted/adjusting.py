"""What holds for a signature whichever way it is given: when it makes the protocol adjusted, and when it is late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Signer
from bra_desktop.services.live.form_drafts import dispose_drafts
from bra_desktop.services.live.private_notes import dispose_notes
from bra_desktop.storage.queries.contents import active_freeze
from bra_desktop.storage.work import Work
from bra_desktop.system.clock import local


def last_day(everybody: Iterable[Signer]) -> date:
    """The latest day on which any of them signed, in whatever order the signatures were recorded: until that day
    somebody's was missing, so it is the day of adjustment. Raises ValueError where nobody has signed.
    """
    return max(local(one.signed_at).date() for one in everybody if one.signed_at is not None)


def make_adjusted(work: Work, meeting: Meeting, on: date) -> None:
    """The meeting is adjusted that day, and what was noted beside it is disposed of in the same use case."""
    meeting.adjusted_on = on
    meeting.state = MeetingState.ADJUSTED
    dispose_notes(work, meeting.id)
    dispose_drafts(work, meeting.id)


def refuse_late_item(work: Work, meeting: Meeting, item_id: str | None) -> None:
    """An item is signed apart before the protocol is locked: after that its signatures are for the item as well.

    What the locked protocol says of who signed what would else not hold. Raises RuleBroken.
    """
    if item_id is not None and active_freeze(work.session, meeting.id) is not None:
        raise RuleBroken(
            "Protokollet är låst, och då skrivs paragrafen under tillsammans med resten. Skriv under protokollet.",
            where=meeting.ref,
        )
