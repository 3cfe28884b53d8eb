"""Where on the page, or on which other page, a missing thing is mended. Knows no Qt."""

from enum import Enum

from bra_desktop.domain.kinds import MeetingState

BEFORE = (MeetingState.PLANNED, MeetingState.CALLED)


class Place(Enum):
    """The places that remarks lead to."""

    AGENDA = "agenda"
    PEOPLE = "people"
    DETAILS = "details"
    LIVE = "live"
    ADJUSTMENT = "adjustment"


def place_of(place: str, state: MeetingState) -> tuple[Place, str]:
    """The place, and the item's key where it is an item.

    What is written during the meeting (texts, decisions, roll call, clock times) is mended in Mötesläge.
    """
    head, _, rest = place.partition("/")
    item, _, part = rest.partition("/")
    if head == "item":
        return (Place.LIVE if part or state not in BEFORE else Place.AGENDA), item
    if head == "participants":
        return (Place.PEOPLE if state is MeetingState.PLANNED else Place.LIVE), ""
    if head == "meeting":
        return (Place.LIVE if item in ("closed_at", "adjournments") else Place.DETAILS), ""
    if head == "adjustment":
        return Place.ADJUSTMENT, ""
    return Place.AGENDA, ""
