"""Who takes part from elsewhere is said to in every paper that names those who were there."""

from dataclasses import replace
from datetime import date, time

import pytest

from bra_desktop.documents import extract, protocol
from bra_desktop.domain.content import StayContent
from bra_desktop.domain.kinds import Mode
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.presence import full_presence_words
from bra_desktop.domain.spans import course
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import formal
from tests.domain.almby import council, key, with_participant

REMOTE = Mode.REMOTE
AT_FIRST_REMOTE = (
    StayContent(to_time=time(11, 17), to_item=key(45), mode=REMOTE),
    StayContent(from_time=time(11, 18), from_item=key(45)),
)


@pytest.mark.parametrize(
    ("stays", "words"),
    [
        ((StayContent(mode=REMOTE),), "Mona Sundell (på distans)"),
        (AT_FIRST_REMOTE, "Mona Sundell (delvis på distans)"),
        ((StayContent(to_item=key(44), mode=REMOTE), StayContent(from_item=key(45))), "Mona Sundell,"),
    ],
)
def test_the_own_protocol_of_an_item_and_an_extract_say_who_was_there_from_elsewhere(
    stays: tuple[StayContent, ...], words: str
) -> None:
    content = with_participant(council(), "mona", stays=stays)
    own = blocks_as_text(protocol.protocol(content, only=key(45)))
    taken = blocks_as_text(extract.Extracts(content, date(2026, 12, 20)).of([key(45)]))
    for paper in (own, taken):
        assert words in paper.replace("\u00a0", " ")


def test_a_formal_protocol_tells_the_items_of_who_takes_part_from_elsewhere_as_of_everybody() -> None:
    content = formal()
    every = labels(content, course(content).order)
    remote = tuple(replace(one, stays=(StayContent(mode=REMOTE),)) for one in content.participants[:1])
    others = tuple(replace(one, stays=(StayContent(),)) for one in content.participants[1:2])
    content = replace(content, participants=(*remote, *others, *content.participants[2:]))
    assert full_presence_words(content, remote[0].person) == f"{every}, på distans"
    assert full_presence_words(content, others[0].person) == every
    assert f"{every}, på distans" in blocks_as_text(protocol.protocol(content))


def test_it_stands_beside_the_items_where_she_was_not_there_for_all_of_an_extract() -> None:
    stays = (StayContent(from_item=key(45), to_item=key(45), mode=REMOTE),)
    content = with_participant(council(), "mona", stays=stays)
    taken = blocks_as_text(extract.Extracts(content, date(2026, 12, 20)).of([key(45), key(46)]))
    assert "Mona Sundell (§ 45, på distans)" in taken.replace("\u00a0", " ")
