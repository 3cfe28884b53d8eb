"""The shipped content: phrases for minutes and agenda templates, typed.

The files are part of the program, so a file that does not fit its type is a broken installation and not the user's
error: DecodeError or KeyError propagates.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from bra_desktop.domain.canonical import from_plain
from bra_desktop.domain.kinds import DocumentProfile, ItemType, Numbering
from bra_desktop.system.resources import resource_path


@dataclass(frozen=True)
class Placeholder:
    """A word in braces: what it stands for, an example, and the word that is shown until it is filled in."""

    meaning: str
    example: str = ""
    label: str = ""


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
    """The agenda that a forum starts from."""

    id: str
    name: str
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


@cache
def phrases() -> Phrases:
    """The shipped phrases."""
    return from_plain(Phrases, _load("phrases"))


@cache
def agenda_templates() -> AgendaTemplates:
    """The shipped agenda templates."""
    return from_plain(AgendaTemplates, _load("agenda_templates"))


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource_path(f"content/{name}.json").read_text(encoding="utf-8"))
    return loaded
