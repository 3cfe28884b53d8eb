"""The agenda that a meeting begins with: its forum's template and what comes back by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bra_desktop.domain.carry_over import OpenAction, SuggestedItem, suggested_items
from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.kinds import DecisionKind, ItemType, Role
from bra_desktop.domain.meeting import Action, AgendaItem, Meeting
from bra_desktop.domain.register import Forum, Membership, Person
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.storage.queries.contents import content_in, reading_session
from bra_desktop.system.content import AgendaTemplate, TemplateItem, agenda_templates, phrases

_TAKES_THE_PLACE = (ItemType.PREVIOUS_MINUTES, ItemType.FOLLOW_UP)


def suggested_agenda(office: Office, forum_id: str, day: date) -> tuple[PlannedItem, ...]:
    """The items of the forum's template with what comes back: the previous protocol, open actions, tabled items."""
    with office.database.reading() as connection, reading_session(connection) as session:
        forum = session.get(Forum, forum_id)
        if forum is None:
            raise LookupError(forum_id)
        template = next((t for t in agenda_templates().templates if t.id == forum.template), None)
        meetings = session.query(Meeting).filter_by(forum_id=forum_id, deleted_at=None).all()
        held = [content_in(session, m.id) for m in meetings if m.day < day]
        actions = [
            OpenAction(a.id, a.text, a.due)
            for a in session.query(Action).filter_by(deleted_at=None)
            if a.status.is_open and a.meeting_id in {m.id for m in meetings}
        ]
        carried = {i.carried_from_id for i in session.query(AgendaItem).filter_by(deleted_at=None)}
        settled = [(content.ref, item.key) for content in held for item in content.items if item.key in carried]
        presenters = _presenters(
            session.query(Membership).filter_by(forum_id=forum_id, deleted_at=None).all(),
            {p.id: p for p in session.query(Person)},
            day,
        )
    returning = list(suggested_items(day, held, actions, settled))
    planned: list[PlannedItem] = []
    for item in _template_items(template, day):
        comes = [r for r in returning if r.type is item.type]
        if item.type is ItemType.TABLED or (comes and item.type in _TAKES_THE_PLACE):
            planned += [returned(r, item) for r in comes]
            returning = [r for r in returning if r not in comes]
        elif not item.drop_if_empty:
            again = next((r for r in returning if r.title.casefold() == item.title.casefold()), None)
            returning = [r for r in returning if r is not again]
            planned.append(_again(_from_template(item, presenters), again))
    last = len(planned) - 1 if planned and planned[-1].type is ItemType.CLOSING else len(planned)
    return (*planned[:last], *(returned(r) for r in returning), *planned[last:])


def _template_items(template: AgendaTemplate | None, day: date) -> list[TemplateItem]:
    if template is None:
        return []
    return [
        item for item in template.items if not item.optional or item.drop_if_empty or day.month in item.suggested_months
    ]


def _from_template(item: TemplateItem, presenters: dict[str, str]) -> PlannedItem:
    bank = {phrase.id: phrase for phrase in phrases().phrases}
    named = presenters.get(item.presenter.casefold())
    return PlannedItem(
        title=item.title,
        type=item.type,
        planned_minutes=item.planned_minutes,
        presenters=(named,) if named else (),
        proposals=tuple(
            ProposalContent(key=phrase_id, text=bank[phrase_id].text, kind=_kind(bank[phrase_id].kind))
            for phrase_id in item.proposed_decisions
            if phrase_id in bank and "{" not in bank[phrase_id].text
        ),
    )


def _again(item: PlannedItem, missed: SuggestedItem | None) -> PlannedItem:
    """An item that stands on every agenda, which there was no time for: once, with where it comes from."""
    if missed is None:
        return item
    return replace(
        item,
        planned_minutes=missed.planned_minutes or item.planned_minutes,
        basis=missed.note,
        carried_from=missed.origin_item or None,
        confidential=missed.confidential,
    )


def _kind(phrase_kind: str) -> DecisionKind:
    word = phrase_kind.removeprefix("decision.")
    return DecisionKind(word) if word in set(DecisionKind) else DecisionKind.OTHER


def returned(suggested: SuggestedItem, template: TemplateItem | None = None) -> PlannedItem:
    """An item that comes back, as it is planned, with where it comes from as what is known beforehand."""
    return PlannedItem(
        title=suggested.title,
        type=suggested.type,
        planned_minutes=suggested.planned_minutes or (template.planned_minutes if template else 10),
        registry_number=suggested.registry_number,
        presenters=suggested.presenters,
        basis=suggested.note,
        carried_from=suggested.origin_item or None,
        confidential=suggested.confidential,
    )


def _presenters(members: list[Membership], people: dict[str, Person], day: date) -> dict[str, str]:
    """Persons of the forum by title, for a template's "kommunpolis"."""
    here = [m for m in members if m.holds_on(day) and m.role is not Role.SUBSTITUTE]
    return {people[m.person_id].title.casefold(): m.person_id for m in here if people[m.person_id].title}
