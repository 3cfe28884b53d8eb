"""Guests of items that are withheld: that somebody was called to one may be what is confidential."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bra_desktop.domain.attendance import items_present
from bra_desktop.domain.content import MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.spans import course


def public_guests(content: MeetingContent) -> tuple[ParticipantContent, ...]:
    """Those who took part, without the guests of nothing but marked items; others of them by their open items alone."""
    secret = {item.key for item in content.items if item.confidential}
    return tuple(now for who in content.participants for now in _public(content, who, secret))


def _public(content: MeetingContent, who: ParticipantContent, secret: set[str]) -> Iterator[ParticipantContent]:
    there = items_present(content, who.person) if who.capacity is Capacity.GUEST and secret else ()
    every = course(content).order
    if secret.isdisjoint(there) or len(there) == len(every):
        yield who
    elif not secret.issuperset(there):
        open_to = [(key in there and key not in secret, key) for key in every]
        stretches = [[key for _told, key in part] for told, part in groupby(open_to, key=lambda one: one[0]) if told]
        mode = who.stays[0].mode
        stays = tuple(StayContent(from_item=part[0], to_item=part[-1], mode=mode) for part in stretches)
        yield replace(who, stays=stays)
