"""A vacant seat with a substitute who serves it, in every paper that names those who were there."""

from dataclasses import replace
from typing import Any

import pytest

from bra_desktop.documents.attendance_list import attendance_list
from bra_desktop.documents.notice import notice
from bra_desktop.documents.protocol import protocol
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import MeetingContent, RecusalContent, SeatContent
from bra_desktop.domain.quorum import quorum_at
from bra_desktop.domain.votes import check_vote, voting_roll
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import called, formal
from tests.domain.almby import camera_vote, council, key, with_item


def vacant(**told: Any) -> MeetingContent:
    """Karin Berg's seat is vacant, and Yasmin Karlsson serves it; § 46 has a vote by name."""
    content = council()
    seats = tuple(SeatContent(s.key, **told) if s.key == "seat-karin" else s for s in content.seats)
    there = tuple(p for p in content.participants if p.person != "karin")
    return with_item(replace(content, seats=seats, participants=there), 46, votes=(camera_vote(),))


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        ({"organisation": "POL"}, " (Polismyndigheten)"),
        ({"party": "AL"}, " (AL)"),
        ({"label": "företagarna"}, " (företagarna)"),
        ({}, ""),
    ],
)
def test_who_serves_a_vacant_seat_is_said_to_wherever_she_is_named(told: dict[str, str], whose: str) -> None:
    content = vacant(**told)
    said = blocks_as_text(protocol(content)).replace("\u00a0", " ").splitlines()
    assert f"  Yasmin Karlsson för vakant plats{whose}" in said
    assert f"  | Yasmin Karlsson, tjänstgör för vakant plats{whose} | Nej" in said
    party, beside = (whose, "") if "party" in told else ("", whose.strip(" ()"))
    assert f"  | Vakant{party} | {beside} | " in said
    to_sign = blocks_as_text(attendance_list(content)).replace("\u00a0", " ")
    assert f"ersättare för vakant plats{whose}" in to_sign


def test_a_vacant_seat_votes_by_its_substitute_and_is_not_counted_as_absent() -> None:
    content = vacant()
    roll = dict(voting_roll(content, key(46)))
    assert roll["yasmin"]
    assert "karin" not in roll
    check_vote(content, key(46), camera_vote())
    assert quorum_at(content, key(46)).words == "14 av 15"
    assert not [gap for gap in gaps(content) if "Yasmin" in gap.text]


def test_a_vacant_seat_whose_substitute_is_disqualified_is_served_by_nobody() -> None:
    content = with_item(vacant(), 46, votes=(), recusals=(RecusalContent("r", "yasmin"),))
    assert quorum_at(content, key(46)).words == "13 av 15"
    assert "yasmin" not in dict(voting_roll(content, key(46)))


def test_a_vacant_seat_of_a_party_is_told_as_a_person_of_hers_in_every_paper() -> None:
    seat = SeatContent("vx", party="XP")
    held, before = (replace(content, seats=(*content.seats, seat)) for content in (formal(), called()))
    papers = protocol(held), attendance_list(before), notice(before)
    rows = [line for paper in papers for line in blocks_as_text(paper).splitlines() if "XP" in line]
    assert [row.strip(" |").split(" | ") for row in rows] == [
        ["Vakant (XP)"],
        ["Vakant (XP)", "–", "–"],
        ["Vakant (XP)", "–", "–"],
    ]
