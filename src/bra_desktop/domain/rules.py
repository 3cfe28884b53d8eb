"""The rules of law and practice as data: where they stand, and how their days are computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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


@dataclass(frozen=True)
class Compute:
    """A period: negative when counted backwards."""

    amount: int
    unit: Unit
    shift: Shift


@dataclass(frozen=True)
class Rule:
    """One rule: where it stands and, where it leads to a day, how that is computed."""

    id: str
    title: str
    act: str = ""
    section: str = ""
    compute: Compute | None = None


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


def _rule(value: Mapping[str, Any]) -> Rule:
    source, compute = value["source"], value.get("compute")
    return Rule(
        id=value["id"],
        title=value["title"],
        act=source["act"],
        section=source.get("section", ""),
        compute=Compute(compute["amount"], Unit(compute["unit"]), Shift(compute["shift"])) if compute else None,
    )
