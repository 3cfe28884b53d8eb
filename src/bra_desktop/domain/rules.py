"""The rules of law and practice as data: what they say, where they stand, and how their days are computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bra_desktop.domain.kinds import DocumentProfile


class Shift(StrEnum):
    """What happens to a last day that is no working day."""

    FORWARD = "forward_1930_173"
    BACKWARD = "backward_workday"
    SUGGEST = "suggest_workday"
    NONE = "none"


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Severity(StrEnum):
    """What a broken rule does: stops the step, is warned about, or is shown as late."""

    ERROR = "error"
    WARNING = "warning"
    LATE = "late"


@dataclass(frozen=True)
class Compute:
    """A period: negative when counted backwards."""

    amount: int
    unit: Unit
    shift: Shift


@dataclass(frozen=True)
class Rule:
    """One rule. ``verified`` is ja, delvis or nej; what is not ja is marked ”kontrollera”."""

    id: str
    title: str
    text: str
    kind: str
    profiles: tuple[DocumentProfile, ...]
    act: str = ""
    section: str = ""
    severity: Severity = Severity.WARNING
    verified: str = "nej"
    compute: Compute | None = None
    start_event: str = ""
    end_event: str = ""
    setting: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def to_be_checked(self) -> bool:
        """Whether the municipality is asked to check the rule."""
        return self.verified != "ja"

    def applies(self, profile: DocumentProfile, on: date) -> bool:
        """Whether the rule holds for a profile on a day."""
        begun = self.valid_from is None or self.valid_from <= on
        ended = self.valid_to is not None and self.valid_to < on
        return profile in self.profiles and begun and not ended


@dataclass(frozen=True)
class RuleBook:
    """Every rule, by id."""

    rules: Mapping[str, Rule]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> RuleBook:
        """The rules of a parsed rules file. Raises KeyError or ValueError for a file that is none."""
        return cls({value["id"]: _rule(value) for value in data["rules"]})

    def rule(self, rule_id: str) -> Rule:
        """The rule with that id. Raises KeyError."""
        return self.rules[rule_id]

    def for_profile(self, profile: DocumentProfile, on: date, kind: str = "") -> tuple[Rule, ...]:
        """The rules that hold for a profile on a day, all or of one kind."""
        return tuple(r for r in self.rules.values() if r.applies(profile, on) and kind in ("", r.kind))


def _rule(value: Mapping[str, Any]) -> Rule:
    source, compute = value.get("source") or {}, value.get("compute")
    return Rule(
        id=value["id"],
        title=value["title"],
        text=value["text"],
        kind=value["kind"],
        profiles=tuple(DocumentProfile(p) for p in value["profiles"]),
        act=source.get("act", ""),
        section=source.get("section", ""),
        severity=Severity(value["severity"]),
        verified=value.get("verified", "nej"),
        compute=Compute(compute["amount"], Unit(compute["unit"]), Shift(compute["shift"])) if compute else None,
        start_event=value.get("start_event", ""),
        end_event=value.get("end_event", ""),
        setting=value.get("setting", ""),
        note=value.get("note", ""),
        valid_from=_day(value.get("valid_from")),
        valid_to=_day(value.get("valid_to")),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
