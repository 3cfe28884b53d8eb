"""The shipped phrases, agenda templates and rules fit their types and each other."""

import re
from datetime import date

from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, ItemType
from bra_desktop.system.content import agenda_templates, phrases, rules


def test_every_phrase_declares_its_kind_and_its_placeholders() -> None:
    book = phrases()
    assert len(book.phrases) == len({phrase.id for phrase in book.phrases}) == 125
    for phrase in book.phrases:
        assert phrase.kind in book.kinds, phrase.id
        assert set(re.findall(r"\{(\w+)\}", phrase.text)) == set(phrase.placeholders), phrase.id
        assert set(phrase.placeholders) <= set(book.placeholders), phrase.id


def test_a_trigger_means_one_phrase_in_a_profile() -> None:
    for profile in DocumentProfile:
        triggers = [phrase.trigger for phrase in phrases().for_profile(profile)]
        assert len(triggers) == len(set(triggers))


def test_decisions_are_att_satser_of_a_known_kind_that_notes_never_use() -> None:
    for phrase in phrases().phrases:
        if phrase.decision:
            assert phrase.text.startswith("att "), phrase.id
            assert phrase.decision_kind is not None, phrase.id
            assert not phrase.decision_text.startswith("att "), phrase.id
            assert DocumentProfile.NOTES not in phrase.profiles, phrase.id
    assert phrases().phrase("beslut.forlang").decision_kind is DecisionKind.EXTEND_ACTION
    assert phrases().phrase("c.overenskommet").decision_kind is DecisionKind.AGREEMENT


def test_a_council_never_cites_the_local_government_act() -> None:
    for phrase in phrases().phrases:
        if phrase.profiles != (DocumentProfile.FORMAL,):
            assert "kommunallag" not in phrase.text.lower(), phrase.id


def test_templates_name_phrases_and_fillings_that_exist_and_sum_their_minutes() -> None:
    book = agenda_templates()
    for template in book.templates:
        assert sum(item.planned_minutes for item in template.items) == template.planned_sum <= template.meeting_minutes
        for item in template.items:
            for name in item.opening_phrases + item.proposed_decisions:
                assert template.profile in phrases().phrase(name).profiles
            assert set(item.auto_fill) <= set(book.auto_fill)
    steps = [item.est_step for item in book.template("est").items if item.est_step]
    assert steps == [1, 2, 3, 4, 5]
    assert book.template("bra").items[0].type is ItemType.OPENING


def test_rules_are_dated_sourced_and_their_examples_name_them() -> None:
    book = rules()
    assert len(book.rules) == len({rule.id for rule in book.rules}) == 63
    for rule in book.rules:
        assert rule.source["act"]
        assert rule.verified in ("ja", "delvis", "nej")
    for example in book.examples:
        assert book.rule(example.rule).compute is not None
    assert book.rule("justering_14_dagar").holds_on(date(2026, 12, 3))
    assert not book.rule("justering_14_dagar").holds_on(date(2017, 12, 31))
