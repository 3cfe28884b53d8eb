"""Finding a phrase by what is typed, and filling its placeholders."""

from dataclasses import replace

import pytest

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile
from bra_desktop.domain.phrases import BankPhrase, check_phrase, matching
from bra_desktop.domain.placeholders import filled, place_after, place_before, standing_places


def phrase(trigger: str, text: str = "", kind: str = "information", **more: object) -> BankPhrase:
    return BankPhrase(trigger, trigger, text or trigger, kind, kind, **more)  # type: ignore[arg-type]


BANK = (
    phrase("nothand", "att notera handlingen", "decision.note"),
    phrase("not", "att notera informationen till protokollet.", "decision.note"),
    phrase("jäv", "Anteckning om jäv", "recusal"),
    phrase("öpp", "Ordföranden öppnar sammanträdet och noterar närvaron.", "opening"),
)


def test_the_whole_trigger_comes_before_longer_ones_and_words_of_the_text_last() -> None:
    assert [p.trigger for p in matching(BANK, "not")] == ["not", "nothand", "öpp"]


def test_kinds_that_belong_to_the_item_come_first_among_equals() -> None:
    assert [p.trigger for p in matching(BANK, "no", near=("opening",))] == ["not", "nothand", "öpp"]
    assert matching((*BANK, phrase("nov", kind="closing")), "no", near=("closing",))[0].trigger == "nov"


def test_one_letter_finds_triggers_alone() -> None:
    assert [p.trigger for p in matching(BANK, "n")] == ["not", "nothand"]


def test_a_phrase_for_some_forums_is_offered_in_those() -> None:
    assert phrase("a", forums=("est",)).is_for(DocumentProfile.FORMAL, "est")
    assert not phrase("a", forums=("est",)).is_for(DocumentProfile.FORMAL, "bra")
    assert not phrase("a", profiles=(DocumentProfile.NOTES,)).is_for(DocumentProfile.FORMAL, "bra")


def test_an_att_sats_knows_what_it_does() -> None:
    assert phrase("a", kind="decision.close_action").decision_kind is DecisionKind.CLOSE_ACTION
    assert phrase("a", kind="opening").decision_kind is DecisionKind.OTHER


def test_what_is_known_is_filled_in_and_the_rest_stands_in_braces_with_readable_words() -> None:
    text = "{organ} öppnar kl. {klockslag}. {organ} hälsar {person_b}, för {organ}."
    known = {"organ": "rådet", "klockslag": "10.00"}
    assert (
        filled(text, known, {"person_b": "annan person"})
        == "Rådet öppnar kl. 10.00. Rådet hälsar {annan person}, för rådet."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Se {paragraf}.", "Se §\u00a0{§}."),
        ("{paragraf} är justerad", "§\u00a0{§} är justerad"),
        ("uppdraget i § {paragraf}", "uppdraget i § {§}"),
        ("i paragraf {paragraf}", "i paragraf {§}"),
        ("punkt {punkt}", "punkt {punkt}"),
    ],
)
def test_the_number_of_a_section_has_its_sign_whether_the_phrase_has_it_or_not(text: str, shown: str) -> None:
    assert filled(text, {}, {"paragraf": "§"}) == shown


def test_the_places_that_remain_are_walked_through_both_ways() -> None:
    text = "§ {§} den {mötets datum}, { inte detta } {Inte heller}"
    assert standing_places(text) == ((2, 5), (10, 24))
    assert place_after(text, 3) == (10, 24)
    assert place_before(text, 10) == (2, 5)
    assert place_after(text, 11) is None


@pytest.mark.parametrize("trigger", ["", "1a", "a b", "a/b", "a" * 25, "å_"])
def test_a_trigger_that_could_not_be_typed_is_refused(trigger: str) -> None:
    with pytest.raises(UserError, match="kortkommando"):
        check_phrase(trigger, "text")


def test_a_kind_of_the_item_that_is_called_so_comes_before_another_trigger_that_begins_so() -> None:
    reject = replace(phrase("avslå", kind="decision.reject"), kind_words="beslut: avslå")
    close = replace(phrase("avs", kind="closing"), kind_words="avslutning")
    bank = (reject, close)
    assert [p.trigger for p in matching(bank, "avsl", near=("closing",))] == ["avs", "avslå"]
    assert [p.trigger for p in matching(bank, "avsl")] == ["avslå", "avs"]
    assert [p.trigger for p in matching(bank, "avslå", near=("closing",))] == ["avslå"]


def test_what_a_phrase_does_goes_before_a_word_that_happens_to_stand_in_another() -> None:
    bank = (
        phrase("godkslut", "att godkänna slutrapporten om {arende} och avsluta uppdraget.", "beslut: godkänna"),
        phrase("uppgem", "att uppdra åt {organisationer} att gemensamt {uppgift}.", "beslut: uppdra"),
        phrase("upp", "att uppdra åt {organisation} att {uppgift}.", "beslut: uppdra"),
        phrase("förläng", "att förlänga tiden för uppdraget.", "beslut: förlänga"),
    )
    assert [p.trigger for p in matching(bank, "uppdra")] == ["upp", "uppgem", "godkslut", "förläng"]
    assert matching(bank, "uppdra", near=("beslut: förlänga",))[0].trigger == "upp"
