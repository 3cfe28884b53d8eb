"""The shipped phrases, agenda templates and rules fit their types and each other."""

import json
import re
from datetime import date

from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, ItemType
from bra_desktop.domain.rules import RuleBook
from bra_desktop.system.content import agenda_templates, phrases
from bra_desktop.system.resources import resource_path


def test_every_phrase_declares_its_kind_and_its_placeholders() -> None:
    book = phrases()
    assert len(book.phrases) == len({phrase.id for phrase in book.phrases}) == 125
    for phrase in book.phrases:
        assert phrase.kind in book.kinds, phrase.id
        assert set(re.findall(r"\{(\w+)\}", phrase.text)) == set(phrase.placeholders), phrase.id
        assert set(phrase.placeholders) <= set(book.placeholders), phrase.id


def test_a_trigger_means_one_phrase_in_a_profile() -> None:
    for profile in DocumentProfile:
        triggers = [phrase.trigger for phrase in phrases().phrases if profile in phrase.profiles]
        assert len(triggers) == len(set(triggers))


def test_decisions_are_att_satser_of_a_known_kind_that_notes_never_use() -> None:
    for phrase in phrases().phrases:
        if phrase.decision:
            assert phrase.text.startswith("att "), phrase.id
            assert DecisionKind(phrase.kind.removeprefix("decision.")), phrase.id
            assert DocumentProfile.NOTES not in phrase.profiles, phrase.id


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
    data = json.loads(resource_path("content/rules.json").read_text(encoding="utf-8"))
    book = RuleBook.from_data(data)
    assert len(book.rules) == len(data["rules"]) == 63
    for rule in data["rules"]:
        assert rule["source"]["act"]
        assert rule["verified"] in ("ja", "delvis", "nej")
        assert date.fromisoformat(rule["valid_from"]) <= date.fromisoformat(data["checked_on"])
    for example in data["examples"]:
        assert book.rule(example["rule"]).compute is not None


def test_the_local_government_act_sets_no_days_for_a_council() -> None:
    data = json.loads(resource_path("content/rules.json").read_text(encoding="utf-8"))
    by_law = [r for r in data["rules"] if r["kind"] == "deadline" and r["source"]["act"].startswith("kommunallagen")]
    assert {profile for rule in by_law for profile in rule["profiles"]} == {DocumentProfile.FORMAL.value}
