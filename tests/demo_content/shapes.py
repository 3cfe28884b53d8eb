"""The demo files as types, so that a wrong or missing field in them fails a test.

Keys are those of the files and the same all through them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from bra_desktop.domain.canonical import from_plain
from bra_desktop.domain.kinds import ActionStatus, DocumentProfile, Medium, Numbering, OrganisationKind, Role
from bra_desktop.system.resources import resource_path


@dataclass(frozen=True)
class DemoMunicipality:
    """The municipality."""

    name: str
    genitive: str
    contact_line: str
    county: str
    archive_authority: str
    diary_series: tuple[str, ...]


@dataclass(frozen=True)
class DemoOrganisation:
    """An organisation; ``contact`` is the key of the person who answers its follow-up sheets."""

    key: str
    code: str
    name: str
    short_name: str
    kind: OrganisationKind
    email: str
    receives_sheets: bool
    contact: str


@dataclass(frozen=True)
class DemoPerson:
    """A person."""

    key: str
    name: str
    title: str
    organisation: str
    party: str
    email: str


@dataclass(frozen=True)
class DemoSeat:
    """A seat of a forum, in its order."""

    key: str
    position: int
    organisation: str
    party: str
    label: str


@dataclass(frozen=True)
class DemoMembership:
    """What a person is in a forum over a period; ``seat`` and ``substitutes_for`` are keys of seats."""

    person: str
    role: Role
    valid_from: date
    valid_to: date
    seat: str = ""
    substitutes_for: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class DemoForum:
    """A forum with its settings, seats and memberships; ``template`` is the id of its agenda template."""

    key: str
    name: str
    short_name: str
    definite: str
    ref_prefix: str
    profile: DocumentProfile
    numbering: Numbering
    quorum: int | None
    notice_days: int
    adjusters_word: str
    agenda_word: str
    remote_allowed: bool
    medium: Medium
    meeting_minutes: int
    default_place: str
    default_start: time
    template: str
    seats: tuple[DemoSeat, ...]
    memberships: tuple[DemoMembership, ...]
    adjustment_days: int = 14
    ends_on: date | None = None


@dataclass(frozen=True)
class DemoRegister:
    """Everything that a municipality enters before its first meeting."""

    municipality: DemoMunicipality
    organisations: tuple[DemoOrganisation, ...]
    people: tuple[DemoPerson, ...]
    forums: tuple[DemoForum, ...]


@dataclass(frozen=True)
class DemoActivity:
    """One activity of the plan, with its goal; ``lead`` holds it together where several are responsible."""

    key: str
    text: str
    goal: str
    responsible: tuple[str, ...]
    lead: str
    contact: str
    due: date
    status: ActionStatus
    note: str = ""


@dataclass(frozen=True)
class DemoFocusArea:
    """A focus area; ``causes`` answers när, vem, var, hur and intressenter."""

    key: str
    title: str
    responsible: tuple[str, ...]
    problem: str
    causes: dict[str, str]
    activities: tuple[DemoActivity, ...]


@dataclass(frozen=True)
class DemoDecision:
    """The meeting and § at which the plan was dealt with."""

    forum: str
    date: date
    paragraph: int


@dataclass(frozen=True)
class DemoPlan:
    """The action plan: ``supported`` by the council, ``adopted`` by the municipality (lag 2023:196, 5 §)."""

    key: str
    title: str
    valid_from: date
    valid_to: date
    registry_number: str
    supported: DemoDecision
    adopted: DemoDecision
    status_on: date
    focus_areas: tuple[DemoFocusArea, ...]


def demo_register() -> DemoRegister:
    """The register of the invented municipality."""
    plain = _load("register")
    names = ("municipality", "organisations", "people", "forums")
    return from_plain(DemoRegister, {name: plain[name] for name in names})


def demo_plan() -> DemoPlan:
    """The action plan of the invented municipality, with each activity's status as on ``status_on``."""
    plain = _load("plan")
    del plain["format"]
    return from_plain(DemoPlan, plain)


def demo_meeting_files() -> tuple[Path, ...]:
    """The meeting files in order of date. A name that ends with ``-planned`` holds what is known beforehand."""
    return tuple(sorted(resource_path("demo/meetings").glob("*.json")))


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource_path(f"demo/{name}.json").read_text(encoding="utf-8"))
    return loaded
