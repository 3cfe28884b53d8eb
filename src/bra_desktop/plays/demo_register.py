"""The invented municipality's register and action plan, written through the services."""

from __future__ import annotations

import json
import uuid
from datetime import date
from typing import Any

from bra_desktop.domain.kinds import (
    ActionStatus,
    DocumentProfile,
    Medium,
    Numbering,
    OrganisationKind,
    Role,
)
from bra_desktop.domain.register import Forum, Membership, Municipality, Organisation, Person, Seat
from bra_desktop.plays.scenes import Scene
from bra_desktop.plays.stage import Stage
from bra_desktop.services import actions, register
from bra_desktop.services.papers import look
from bra_desktop.system.resources import resource_path

_NAMESPACE = uuid.UUID("d1a7f0c5-3f2b-4d57-9a57-1a0f5e1f7c11")


def demo_id(kind: str, key: str) -> str:
    """The id that a key of the demo's files has in the data: the same on every run."""
    return str(uuid.uuid5(_NAMESPACE, f"{kind}/{key}"))


def load(name: str) -> dict[str, Any]:
    """One of the demo's files."""
    loaded: dict[str, Any] = json.loads(resource_path(f"demo/{name}.json").read_text(encoding="utf-8"))
    return loaded


def play_register(stage: Stage) -> None:
    """Municipality, organisations, people, forums with seats and memberships."""
    stage.comes_to(Scene.REGISTER)
    told, office = load("register"), stage.office
    municipality = Municipality(id=demo_id("municipality", "1"), **_municipality(told["municipality"]))
    register.add(office, municipality)
    look.set_arms(office, resource_path("demo/arms-almby.svg"))
    for one in told["organisations"]:
        register.add(office, _organisation(one))
    stage.comes_to(Scene.REGISTER, 1, 3)
    for one in told["people"]:
        register.add(office, _person(one))
    stage.comes_to(Scene.REGISTER, 2, 3)
    for one in told["forums"]:
        _play_forum(stage, one)
    stage.say(
        f"Register: {len(told['organisations'])} organisationer, {len(told['people'])} personer, "
        f"{len(told['forums'])} forum är inlagda för {municipality.name}."
    )


def _municipality(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "diary_series": tuple(told["diary_series"])}


def _organisation(told: dict[str, Any]) -> Organisation:
    return Organisation(
        id=demo_id("organisation", told["key"]),
        name=told["name"],
        short_name=told["short_name"],
        code=told["code"],
        kind=OrganisationKind(told["kind"]),
        email=told.get("email", ""),
        receives_sheets=told.get("receives_sheets", False),
    )


def _person(told: dict[str, Any]) -> Person:
    return Person(
        id=demo_id("person", told["key"]),
        name=told["name"],
        title=told.get("title", ""),
        organisation_id=_organisation_id(told.get("organisation", "")),
        party=told.get("party", ""),
        email=told.get("email", ""),
        phone=told.get("phone", ""),
    )


def _organisation_id(key: str) -> str | None:
    return demo_id("organisation", key) if key else None


_FORUM_FIELDS = (
    "name", "short_name", "definite", "ref_prefix", "quorum", "notice_days", "adjustment_days",
    "adjusters_word", "agenda_word", "remote_allowed", "meeting_minutes", "default_place", "default_start", "template",
)  # fmt: skip


def _play_forum(stage: Stage, told: dict[str, Any]) -> None:
    forum_id = demo_id("forum", told["key"])
    forum = Forum(
        id=forum_id,
        profile=DocumentProfile(told["profile"]),
        numbering=Numbering(told["numbering"]),
        medium=Medium(told.get("medium", "electronic")),
        ends_on=_day(told.get("ends_on")),
        **{name: told[name] for name in _FORUM_FIELDS if name in told},
    )
    register.add(stage.office, forum)
    for seat in told.get("seats", ()):
        register.add(
            stage.office,
            Seat(
                id=demo_id("seat", seat["key"]),
                forum_id=forum_id,
                position=seat["position"],
                organisation_id=_organisation_id(seat.get("organisation", "")),
                party=seat.get("party", ""),
                label=seat.get("label", ""),
            ),
        )
    for position, one in enumerate(told.get("memberships", ())):
        register.add(stage.office, _membership(told["key"], forum_id, position, one))


def _membership(forum_key: str, forum_id: str, position: int, told: dict[str, Any]) -> Membership:
    return Membership(
        id=demo_id("membership", f"{forum_key}/{position}"),
        forum_id=forum_id,
        person_id=demo_id("person", told["person"]),
        role=Role(told["role"]),
        seat_id=demo_id("seat", told["seat"]) if told.get("seat") else None,
        substitutes_for=tuple(demo_id("seat", key) for key in told.get("substitutes_for", ())),
        position=position,
        note=told.get("note", ""),
        valid_from=_day(told.get("valid_from")),
        valid_to=_day(told.get("valid_to")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def play_plan(stage: Stage) -> None:
    """The plan's activities as actions, with each organisation's answer where something has been done."""
    stage.comes_to(Scene.PLAN)
    plan = load("plan")
    stage.at(date.fromisoformat(plan["adopted"]["date"]))
    count = 0
    for area in plan["focus_areas"]:
        for activity in area["activities"]:
            _play_activity(stage, area["title"], activity)
            count += 1
    stage.say(f"Åtgärdsplan: {len(plan['focus_areas'])} fokusområden med {count} aktiviteter är inlagda.")


def _play_activity(stage: Stage, area: str, told: dict[str, Any]) -> None:
    responsible = tuple(demo_id("organisation", key) for key in told["responsible"])
    actions.add_action(
        stage.office,
        actions.NewAction(
            text=f"{told['key']} {told['text']}",
            responsible=responsible,
            lead_id=demo_id("organisation", told["lead"]) if told.get("lead") else None,
            contact_id=demo_id("person", told["contact"]) if told.get("contact") else None,
            due=_day(told.get("due")),
            status=ActionStatus(told["status"]),
            goal=told.get("goal", ""),
            focus_area=area,
            note=told.get("note", ""),
        ),
    )
