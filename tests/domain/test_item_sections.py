"""The order of an item's sections."""

import pytest

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.item_sections import SECTION_WORDS, ItemSection, section_order, sections_of_words
from bra_desktop.domain.kinds import DocumentProfile


@pytest.mark.parametrize("profile", DocumentProfile)
def test_every_section_is_printed_once_whatever_the_forum_chose(profile: DocumentProfile) -> None:
    order = section_order(profile, (ItemSection.VOTE, ItemSection.RECUSAL, ItemSection.VOTE))
    assert order[:2] == (ItemSection.VOTE, ItemSection.RECUSAL)
    assert sorted(order) == sorted(ItemSection)


def test_a_formal_protocol_has_the_decision_before_the_text_and_others_after_it() -> None:
    formal = section_order(DocumentProfile.FORMAL, ())
    council = section_order(DocumentProfile.COUNCIL, ())
    assert formal.index(ItemSection.DECISION) < formal.index(ItemSection.TEXT)
    assert council.index(ItemSection.TEXT) < council.index(ItemSection.DECISION)


def test_sections_are_named_as_the_papers_name_them() -> None:
    assert sections_of_words(["jäv", "BESLUT", " Förslag  till beslut "]) == (
        ItemSection.RECUSAL,
        ItemSection.DECISION,
        ItemSection.PROPOSAL,
    )
    assert sections_of_words(list(SECTION_WORDS.values())) == tuple(ItemSection)


def test_a_section_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UserError, match=r"Avsnittet ”Fika” finns inte.*Jäv.* eller Beslutet") as found:
        sections_of_words(["Jäv", "Fika"])
    assert found.value.where == "sections"


def test_a_section_named_twice_is_refused() -> None:
    with pytest.raises(UserError, match="Avsnittet ”jäv” står två gånger"):
        sections_of_words(["Jäv", "jäv"])
