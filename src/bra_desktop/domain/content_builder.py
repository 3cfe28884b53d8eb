"""From the living objects to a meeting's content, and back: what freezing, documents and meeting files stand on.

``content_of`` resolves every name as it is now, so a content that is frozen keeps them as they were. ``parts_of``
makes living objects of a content that was read from a file, with ids that the caller gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from bra_desktop.domain.content import (
    ActionContent,
    AdjustmentContent,
    AnnexContent,
    DecisionContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    MunicipalityContent,
    NoticeContent,
    OfficerContent,
    OrganisationContent,
    ParticipantContent,
    PersonContent,
    SeatContent,
)
from bra_desktop.domain.meeting import Action, AgendaItem, Annex, Decision, Meeting, Officer, Participant
from bra_desktop.domain.pointers import pointers
from bra_desktop.domain.register import Forum, Membership, Municipality, Organisation, Person, Seat


@dataclass
class MeetingParts:
    """All living objects that a meeting consists of, each list in its order."""

    meeting: Meeting
    items: list[AgendaItem] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    officers: list[Officer] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)


@dataclass(frozen=True)
class RegisterView:
    """The part of the register that a meeting points at, by id; ``first_page`` as in the content."""

    municipality: Municipality
    forum: Forum
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    seats: tuple[Seat, ...] = ()
    memberships: tuple[Membership, ...] = ()
    first_page: int = 1


_SAME_IN_ITEM = (
    "title", "agenda_number", "paragraph", "type", "group", "registry_number", "presenters", "planned_minutes",
    "added_at_meeting", "struck", "opened_at", "closed_at", "basis", "text", "proposition", "proposals", "motions",
    "votes", "reservations", "statements", "recusals", "dispatch", "annexes", "confidential", "immediate_adjustment",
)  # fmt: skip
_SAME_IN_ANNEX = (
    "title", "number", "origin", "registry_number", "file_name", "digest", "size", "pages", "later", "confidential",
    "text", "signatures", "signed_at_place",
)  # fmt: skip
_SAME_IN_MEETING = (
    "ref", "title", "starts", "ends", "opened_at", "closed_at", "place", "registry_number", "state", "medium",
    "version", "adjournments",
)  # fmt: skip
_SAME_IN_PARTICIPANT = ("capacity", "role", "reply", "absence_notified", "services", "stays", "note")
_SAME_IN_DECISION = ("text", "kind", "until", "decided_at", "decided_without")
_SAME_IN_ACTION = ("text", "responsible", "due", "status", "goal", "focus_area", "everybody", "note")


def _same(source: object, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(source, name) for name in names}


def content_of(parts: MeetingParts, register: RegisterView) -> MeetingContent:
    """The meeting's content with names as the register has them now; keys are the objects' ids."""
    meeting = parts.meeting
    draft = MeetingContent(
        key=meeting.id,
        date=meeting.day,
        municipality=_municipality(register.municipality),
        forum=forum_content(register.forum),
        first_page=register.first_page,
        notice=NoticeContent(meeting.notice_sent_on, meeting.reply_by, meeting.reply_to, meeting.notice_text),
        adjustment=AdjustmentContent(meeting.adjustment_place, meeting.adjustment_planned_at, meeting.adjusted_on),
        seats=_seats(register, meeting),
        participants=tuple(_participant(p) for p in parts.participants),
        officers=tuple(
            OfficerContent(o.duty, o.person_id, o.from_item_id or "", o.to_item_id or "", o.reason)
            for o in parts.officers
        ),
        items=tuple(_item(item, parts) for item in parts.items),
        annexes=tuple(AnnexContent(key=a.id, **_same(a, _SAME_IN_ANNEX)) for a in parts.annexes),  # type: ignore[arg-type]
        **_same(meeting, _SAME_IN_MEETING),  # type: ignore[arg-type]
    )
    return with_register(draft, register.people, register.organisations)


def with_register(
    draft: MeetingContent, people: Mapping[str, Person], organisations: Mapping[str, Organisation]
) -> MeetingContent:
    """The content with exactly the people and organisations that it points at. Raises KeyError for an unknown one."""
    found = set(pointers(draft))
    persons = [people[key] for key in sorted({p.key for p in found if p.kind == "person"})]
    needed = {p.key for p in found if p.kind == "organisation"} | {
        p.organisation_id for p in persons if p.organisation_id
    }
    return replace(
        draft,
        people=tuple(PersonContent(p.id, p.name, p.title, p.organisation_id or "", p.party, p.email) for p in persons),
        organisations=tuple(
            OrganisationContent(o.id, o.name, o.short_name, o.kind)
            for o in (organisations[key] for key in sorted(needed))
        ),
    )


def _municipality(municipality: Municipality) -> MunicipalityContent:
    told = municipality
    return MunicipalityContent(told.name, told.genitive, told.contact_line, told.arms, told.accent)


def forum_content(forum: Forum) -> ForumContent:
    """The forum's settings as they are printed and frozen."""
    return ForumContent(
        name=forum.name,
        definite=forum.definite,
        short_name=forum.short_name,
        profile=forum.profile,
        numbering=forum.numbering,
        prefix=forum.number_prefix,
        quorum=forum.quorum,
        adjusters_word=forum.adjusters_word,
        agenda_word=forum.agenda_word,
        numbered_decisions=forum.numbered_decisions,
        sections=forum.sections,
        running_pages=forum.running_pages,
        headings=forum.headings,
    )


def _seats(register: RegisterView, meeting: Meeting) -> tuple[SeatContent, ...]:
    def in_force(seat: Seat) -> bool:
        return (seat.valid_from is None or seat.valid_from <= meeting.day) and (
            seat.valid_to is None or meeting.day <= seat.valid_to
        )

    return tuple(
        SeatContent(
            key=seat.id,
            organisation=seat.organisation_id or "",
            party=seat.party,
            label=seat.label,
            holders=tuple(
                m.person_id
                for m in register.memberships
                if m.seat_id == seat.id and m.deleted_at is None and m.holds_on(meeting.day)
            ),
        )
        for seat in register.seats
        if seat.deleted_at is None and in_force(seat)
    )


def _participant(participant: Participant) -> ParticipantContent:
    return ParticipantContent(
        person=participant.person_id,
        seat=participant.seat_id or "",
        serves_for=participant.serves_for or "",
        together_with=participant.together_with or "",
        **_same(participant, _SAME_IN_PARTICIPANT),  # type: ignore[arg-type]
    )


def _item(item: AgendaItem, parts: MeetingParts) -> ItemContent:
    return ItemContent(
        key=item.id,
        decisions=tuple(
            DecisionContent(key=d.id, **_same(d, _SAME_IN_DECISION))  # type: ignore[arg-type]
            for d in parts.decisions
            if d.item_id == item.id
        ),
        actions=tuple(action_content(a) for a in parts.actions if a.item_id == item.id),
        **_same(item, _SAME_IN_ITEM),  # type: ignore[arg-type]
    )


def action_content(action: Action) -> ActionContent:
    """The action as it stands."""
    return ActionContent(
        key=action.id,
        lead=action.lead_id or "",
        contact=action.contact_id or "",
        decision=action.decision_id or "",
        **_same(action, _SAME_IN_ACTION),  # type: ignore[arg-type]
    )


def parts_of(content: MeetingContent, forum_id: str, part_id: Callable[[str, int], str]) -> MeetingParts:
    """Living objects of a content whose keys are ids already (see ``pointers.rekey``).

    ``part_id(kind, n)`` gives the id of the n-th participant and officer, which have no key of their own.
    """
    meeting = Meeting(
        id=content.key,
        forum_id=forum_id,
        day=content.date,
        notice_sent_on=content.notice.sent_on,
        reply_by=content.notice.reply_by,
        reply_to=content.notice.reply_to,
        notice_text=content.notice.text,
        adjustment_place=content.adjustment.place,
        adjustment_planned_at=content.adjustment.planned_at,
        adjusted_on=content.adjustment.adjusted_on,
        **_same(content, _SAME_IN_MEETING),  # type: ignore[arg-type]
    )
    parts = MeetingParts(meeting)
    for n, old in enumerate(content.items):
        _add_item(parts, old, n)
    parts.participants += [
        _living_participant(part_id("participant", n), meeting.id, n, p) for n, p in enumerate(content.participants)
    ]
    parts.officers += [_living_officer(part_id("officer", n), meeting.id, n, o) for n, o in enumerate(content.officers)]
    parts.annexes += [
        Annex(id=a.key, meeting_id=meeting.id, position=n, **_same(a, _SAME_IN_ANNEX))  # type: ignore[arg-type]
        for n, a in enumerate(content.annexes)
    ]
    return parts


def _living_participant(new_id: str, meeting_id: str, position: int, told: ParticipantContent) -> Participant:
    return Participant(
        id=new_id,
        meeting_id=meeting_id,
        person_id=told.person,
        position=position,
        seat_id=told.seat or None,
        serves_for=told.serves_for or None,
        together_with=told.together_with or None,
        **_same(told, _SAME_IN_PARTICIPANT),  # type: ignore[arg-type]
    )


def _living_officer(new_id: str, meeting_id: str, position: int, told: OfficerContent) -> Officer:
    return Officer(
        id=new_id,
        meeting_id=meeting_id,
        position=position,
        duty=told.duty,
        person_id=told.person,
        from_item_id=told.from_item or None,
        to_item_id=told.to_item or None,
        reason=told.reason,
    )


def _add_item(parts: MeetingParts, old: ItemContent, position: int) -> None:
    meeting_id = parts.meeting.id
    parts.items.append(
        AgendaItem(id=old.key, meeting_id=meeting_id, position=position, **_same(old, _SAME_IN_ITEM))  # type: ignore[arg-type]
    )
    for n, d in enumerate(old.decisions):
        parts.decisions.append(
            Decision(
                id=d.key,
                meeting_id=meeting_id,
                item_id=old.key,
                position=n,
                **_same(d, _SAME_IN_DECISION),  # type: ignore[arg-type]
            )
        )
    for n, a in enumerate(old.actions):
        parts.actions.append(
            Action(
                id=a.key,
                meeting_id=meeting_id,
                item_id=old.key,
                position=n,
                lead_id=a.lead or None,
                contact_id=a.contact or None,
                decision_id=a.decision or None,
                **_same(a, _SAME_IN_ACTION),  # type: ignore[arg-type]
            )
        )
