"""The shipped content: phrases for minutes, agenda templates and the rules of deadlines and duties, typed.

The files are part of the program, so a file that does not fit its type is a broken installation and not the user's
error: DecodeError or KeyError propagates.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bra_desktop.domain.canonical import from_plain
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, ItemType, Numbering
from bra_desktop.system.resources import resource_path


@dataclass(frozen=True)
class Placeholder:
    """A word in braces: what it stands for, and an example."""

    meaning: str
    example: str = ""


@dataclass(frozen=True)
class Phrase:
    """Text that a secretary fetches while writing. ``trigger`` is what she types, beginning with a slash.

    A phrase with ``decision`` is an att-sats and stands under "{organ} beslutar".
    """

    id: str
    kind: str
    trigger: str
    profiles: tuple[DocumentProfile, ...]
    text: str
    placeholders: tuple[str, ...] = ()
    decision: bool = False
    creates_action: bool = False
    closes_action: bool = False
    note: str = ""

    @property
    def decision_kind(self) -> DecisionKind | None:
        """The kind of decision it makes, for an att-sats or an agreement in notes."""
        group, _, kind = self.kind.partition(".")
        if group == "agreement":
            return DecisionKind.AGREEMENT
        return DecisionKind(kind) if group == "decision" else None

    @property
    def decision_text(self) -> str:
        """An att-sats without its first word, as a decision is kept."""
        return self.text.removeprefix("att ")


@dataclass(frozen=True)
class Phrases:
    """All phrases, what their kinds are called, and what their placeholders stand for."""

    schema: int
    language: str
    help: str
    kinds: dict[str, str]
    placeholders: dict[str, Placeholder]
    profiles: dict[str, str]
    phrases: tuple[Phrase, ...]

    def phrase(self, phrase_id: str) -> Phrase:
        """The phrase with that id. Raises KeyError."""
        for phrase in self.phrases:
            if phrase.id == phrase_id:
                return phrase
        raise KeyError(phrase_id)

    def for_profile(self, profile: DocumentProfile) -> tuple[Phrase, ...]:
        """The phrases that belong in documents of the profile."""
        return tuple(phrase for phrase in self.phrases if profile in phrase.profiles)


@dataclass(frozen=True)
class TemplateItem:
    """One item of an agenda template. ``est_step`` is 1-5 for the steps of effektiv samordning för trygghet.

    ``suggested_months`` are months (1-12) in which an optional item is suggested.
    """

    title: str
    type: ItemType
    planned_minutes: int
    opening_phrases: tuple[str, ...] = ()
    proposed_decisions: tuple[str, ...] = ()
    auto_fill: tuple[str, ...] = ()
    presenter: str = ""
    standing_text: str = ""
    required: bool = False
    optional: bool = False
    drop_if_empty: bool = False
    repeatable: bool = False
    position: str = ""
    suggested_months: tuple[int, ...] = ()
    est_step: int | None = None


@dataclass(frozen=True)
class AgendaTemplate:
    """The agenda that a forum of a kind starts from."""

    id: str
    name: str
    forum_kind: str
    profile: DocumentProfile
    numbering: Numbering
    meeting_minutes: int
    planned_sum: int
    items: tuple[TemplateItem, ...]
    frequency: str = ""
    alternative_profile: str = ""


@dataclass(frozen=True)
class AgendaTemplates:
    """All agenda templates, and what their automatic fillings mean."""

    schema: int
    language: str
    help: str
    numberings: dict[str, str]
    auto_fill: dict[str, str]
    templates: tuple[AgendaTemplate, ...]

    def template(self, template_id: str) -> AgendaTemplate:
        """The template with that id. Raises KeyError."""
        for template in self.templates:
            if template.id == template_id:
                return template
        raise KeyError(template_id)


@dataclass(frozen=True)
class Compute:
    """How a deadline is computed: ``unit`` is days, weeks or years; a negative amount counts backwards."""

    amount: int
    unit: str
    shift: str


@dataclass(frozen=True)
class Rule:
    """A deadline, duty or right, with its source in law. ``check`` is for people to read and is not run."""

    id: str
    title: str
    text: str
    source: dict[str, str]
    kind: str
    profiles: tuple[DocumentProfile, ...]
    valid_from: date
    verified: str
    severity: str
    valid_to: date | None = None
    start_event: str = ""
    end_event: str = ""
    compute: Compute | None = None
    check: str = ""
    setting: str = ""
    interval: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class RuleExample:
    """A worked date: ``unshifted`` before weekends and holidays are looked at, ``result`` the last day."""

    id: str
    rule: str
    start: date
    start_weekday: str
    unshifted: date
    unshifted_weekday: str
    result: date
    result_weekday: str
    shifted: bool
    reason: str
    days: int | None = None
    plan_for: date | None = None
    take_down_earliest: date | None = None
    take_down_earliest_weekday: str = ""
    take_down_suggested: date | None = None
    suggestions: tuple[date, ...] = ()


@dataclass(frozen=True)
class Rules:
    """All rules with their worked examples."""

    rules: tuple[Rule, ...]
    examples: tuple[RuleExample, ...]
    checked_on: date
    law_text_as_of: str

    def rule(self, rule_id: str) -> Rule:
        """The rule with that id. Raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


@cache
def phrases() -> Phrases:
    """The shipped phrases."""
    return from_plain(Phrases, _load("phrases"))


@cache
def agenda_templates() -> AgendaTemplates:
    """The shipped agenda templates."""
    return from_plain(AgendaTemplates, _load("agenda_templates"))


@cache
def rules() -> Rules:
    """The shipped rules."""
    plain = _load("rules")
    wanted = ("rules", "examples", "checked_on", "law_text_as_of")
    return from_plain(Rules, {name: plain[name] for name in wanted})


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource_path(f"content/{name}.json").read_text(encoding="utf-8"))
    return loaded
