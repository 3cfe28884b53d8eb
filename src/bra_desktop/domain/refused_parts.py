"""Votes and reservations that the rules refuse, whichever way they came in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.decisions import check_reservations
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.votes import check_vote

P = TypeVar("P")


@dataclass(frozen=True)
class RefusedPart:
    """Which part is refused (its item and its place in the item's ``field``, both from 0), and in what words."""

    item: int
    field: str
    part: int
    refusal: RuleBroken


def refused_parts(content: MeetingContent) -> Iterator[RefusedPart]:
    """Every vote and reservation of somebody who may not; a reservation without a time counts as made in time."""
    for number, item in enumerate(content.items):
        for n, vote in enumerate(item.votes):
            if refusal := _refusal(check_vote, content, item.key, vote):
                yield RefusedPart(number, "votes", n, refusal)
        for n, reservation in enumerate(item.reservations):
            in_time = replace(reservation, announced_at=reservation.announced_at or content.closed_at)
            if refusal := _refusal(check_reservations, content, item.key, in_time):
                yield RefusedPart(number, "reservations", n, refusal)


def _refusal(
    check: Callable[[MeetingContent, str, P], None], content: MeetingContent, item_key: str, part: P
) -> RuleBroken | None:
    try:
        check(content, item_key, part)
    except RuleBroken as error:
        return error
    return None
