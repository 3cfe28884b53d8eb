"""What was prepared for an item follows it to the agenda where it comes back: basis, proposals, annexes."""

from __future__ import annotations

from bra_desktop.domain.carry_over import origin_words
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.meeting import AgendaItem, Annex, Decision, Meeting
from bra_desktop.domain.text import TextDocument, plain_text, with_unique_ids
from bra_desktop.services.changing import last_position
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.agenda_items import PlannedItem, new_item
from bra_desktop.services.preparing.repeats import mark_repeats
from bra_desktop.storage.work import Work

_COPIED = (
    "title", "origin", "registry_number", "file_name", "digest", "size", "pages", "later", "confidential", "text",
    "signatures", "signed_at_place",
)  # fmt: skip


def add_new_item(office: Office, work: Work, meeting: Meeting, item: PlannedItem, position: int) -> AgendaItem:
    """Add an item as it was planned, with what was prepared for the one that it comes from, in the unit of work."""
    new = new_item(office, meeting, item, position)
    work.add(new)
    take_along(office, work, new)
    return new


def take_along(office: Office, work: Work, item: AgendaItem) -> None:
    """Give an item what was prepared for the one that it comes from, in the unit of work.

    The basis comes after the words of where it comes from. What the item has of its own stays. Proposals come while
    nothing of them has been decided, and not for what was referred back to be prepared anew. Where the meeting never
    came to the item nothing was decided, whatever was written there.
    """
    origin = work.find(AgendaItem, item.carried_from_id) if item.carried_from_id else None
    if origin is None:
        return
    written = work.all(Decision, item_id=origin.id) if _was_dealt_with(origin) else []
    decided = {decision.kind for decision in written}
    item.confidential = item.confidential or origin.confidential
    item.registry_number = item.registry_number or origin.registry_number
    item.presenters = item.presenters or origin.presenters
    if decided <= {DecisionKind.TABLED}:
        item.proposals = item.proposals or origin.proposals
    if not decided:
        item.dispatch = item.dispatch or origin.dispatch
    if origin.basis:
        own = item.basis.blocks
        item.basis = TextDocument(with_unique_ids((*own[:1], *origin.basis.blocks, *own[1:])))
    meeting = work.get(Meeting, item.meeting_id)
    for annex in _annexes(work, origin):
        _link(item, _same_annex(work, meeting, annex) or _copy(office, work, meeting, annex))
    mark_repeats(work, item, origin)


def _was_dealt_with(item: AgendaItem) -> bool:
    return item.paragraph is not None or item.opened_at is not None


def has_only_what_came(work: Work, item: AgendaItem, origin: AgendaItem) -> bool:
    """Whether its basis, proposals and annexes are those that came along, and nobody has prepared anything else."""
    words = origin_words(item.basis)
    came = "\n".join(part for part in (words, plain_text(origin.basis)) if part)
    if plain_text(item.basis) not in (words, came) or item.proposals not in ((), origin.proposals):
        return False
    return annexes_only_came(work, item, origin)


def annexes_only_came(work: Work, item: AgendaItem, origin: AgendaItem) -> bool:
    """Whether it has no annexes but those that came along with it, and they are as they came and only its own."""
    there = work.all(Annex, meeting_id=item.meeting_id)
    shared = {key for i in work.all(AgendaItem, meeting_id=item.meeting_id) if i.id != item.id for key in i.annexes}
    came = [_content(annex) for annex in _annexes(work, origin)]
    own = [annex for annex in there if annex.id in item.annexes]
    return all(_content(annex) in came and annex.id not in shared for annex in own)


def remove_annexes(work: Work, item: AgendaItem) -> None:
    """Take the annexes that came along from the meeting that the item leaves, in the unit of work."""
    for annex in _annexes(work, item):
        work.delete(annex)


def move_annexes(work: Work, item: AgendaItem, before: Meeting) -> None:
    """Let the annexes of an item that has moved to another meeting follow it, numbered last, in the unit of work."""
    for annex in [one for one in work.all(Annex, meeting_id=before.id) if one.id in item.annexes]:
        position, number = _last(work, item.meeting_id)
        annex.meeting_id, annex.position, annex.number = item.meeting_id, position, number


def _annexes(work: Work, item: AgendaItem) -> list[Annex]:
    rows = {annex.id: annex for annex in work.all(Annex, meeting_id=item.meeting_id)}
    return [rows[key] for key in item.annexes if key in rows]


def _content(annex: Annex) -> tuple[object, ...]:
    return tuple(getattr(annex, name) for name in _COPIED)


def _same_annex(work: Work, meeting: Meeting, annex: Annex) -> Annex | None:
    """One that came along with another item already."""
    return next((a for a in work.all(Annex, meeting_id=meeting.id) if _content(a) == _content(annex)), None)


def _copy(office: Office, work: Work, meeting: Meeting, annex: Annex) -> Annex:
    position, number = _last(work, meeting.id)
    values = {name: getattr(annex, name) for name in _COPIED}
    new = Annex(id=office.new_id(), meeting_id=meeting.id, position=position, number=number, **values)
    work.add(new)
    return new


def _last(work: Work, meeting_id: str) -> tuple[int, int]:
    """The position and the number of an annex that comes last."""
    rows = work.all(Annex, meeting_id=meeting_id)
    return last_position([a.position for a in rows]), max((a.number or 0 for a in rows), default=0) + 1


def _link(item: AgendaItem, annex: Annex) -> None:
    if annex.id not in item.annexes:
        item.annexes = (*item.annexes, annex.id)
