"""Reading a meeting file into the data, and writing one out."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from bra_desktop.domain.canonical import canonical_json, digest
from bra_desktop.domain.colours import accent_of
from bra_desktop.domain.content import ForumContent, MeetingContent, OrganisationContent, PersonContent
from bra_desktop.domain.content_builder import MeetingParts, parts_of
from bra_desktop.domain.entity import Entity
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.meeting import Action, AgendaItem, Annex, Decision, Meeting, Officer, Participant
from bra_desktop.domain.register import Forum, Municipality, Organisation, Person
from bra_desktop.services.changing import why_locked
from bra_desktop.services.live.minutes import advance_series
from bra_desktop.services.locked_items import hold
from bra_desktop.services.meeting_file.headings import own_words_kept
from bra_desktop.services.meeting_file.ids import FileIds
from bra_desktop.services.meeting_file.inside import says_the_same
from bra_desktop.services.meeting_file.pictures import refuse_unknown_pictures
from bra_desktop.services.meeting_file.rules import refuse_absent_voices, refuse_adjusted_notes
from bra_desktop.services.meeting_file.series import refuse_taken_numbers
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import content_in, load_parts, reading_session, ref_as_kept
from bra_desktop.storage.work import Work

E = TypeVar("E", bound=Entity)
_BOOKKEEPING = ("id", "revision", "created_at", "changed_at", "deleted_at")
_NOT_SAID = (*_BOOKKEEPING[1:], "imported_from", "current_item_id")
_IMPORTED_STATES = {
    MeetingState.PLANNED,
    MeetingState.CALLED,
    MeetingState.IN_PROGRESS,
    MeetingState.DRAFT,
    MeetingState.CANCELLED,
}
_UNSIGNED = "Mötet är inläst som utkast. Det blir justerat när det är underskrivet."
_DRAFT_WORDS = {DocumentProfile.NOTES: "Mötet är inläst som utkast. Anteckningarna gäller när de har fastställts här."}


@dataclass(frozen=True)
class Imported:
    """What became of a file: the meeting's reference, whether anything changed, and a remark in words."""

    ref: str
    changed: bool
    remark: str = ""


def import_meeting(office: Office, path: Path) -> Imported:
    """Read a meeting file. The same file twice changes nothing the second time, nor does a meeting's own
    export or the file inside its locked paper.

    A file that says the meeting is adjusted comes in as a draft: only signatures make a protocol adjusted.
    Raises UserError for a file that cannot be read, RuleBroken for a meeting that is locked or was changed here, for
    a § that another meeting of the series has, and for a vote or reservation of somebody who took no part.
    """
    return import_content(office, read_file(office, path))


def read_file(office: Office, path: Path) -> MeetingContent:
    """What a meeting file says, for :func:`import_content`: all that can be done before anything is written.

    Raises UserError for a file that cannot be read.
    """
    from bra_desktop.exchange import meeting_file

    people, organisations = _known(office)
    content = meeting_file.read(path, known_people=people, known_organisations=organisations)
    refuse_unknown_pictures(office, content)
    return content


def _known(office: Office) -> tuple[list[PersonContent], list[OrganisationContent]]:
    """The register, for files that name somebody or something that they do not describe."""
    with office.database.reading() as connection, reading_session(connection) as session:
        people = [
            PersonContent(p.id, p.name, p.title, p.organisation_id or "", p.party, p.email)
            for p in session.query(Person).filter_by(deleted_at=None)
        ]
        organisations = [
            OrganisationContent(o.id, o.name, o.short_name, o.kind)
            for o in session.query(Organisation).filter_by(deleted_at=None)
        ]
    return people, organisations


def import_content(office: Office, content: MeetingContent) -> Imported:
    """As :func:`import_meeting`, for a content that has been read."""
    mark = digest(canonical_json(content))
    with office.work("Läs in möte") as work:
        found = _of_ref(work, content.ref)
        if found is not None:
            if found.imported_from.startswith(mark) or says_the_same(content_in(work.session, found.id), content):
                return Imported(found.ref, changed=False)
            _refuse_overwriting(work, found)
            hold(work, found)
        refuse_absent_voices(content)
        refuse_adjusted_notes(content)
        forum = _forum(office, work, content)
        refuse_taken_numbers(work, content, forum, found.id if found else "")
        ids = FileIds(office, work, content, forum, found)
        own = ids.given(content)
        state = own.state if own.state in _IMPORTED_STATES else MeetingState.DRAFT
        parts = parts_of(
            replace(own, state=state),
            forum.id,
            ids.numbered,
        )
        parts.meeting.imported_from = found.imported_from if found else ""
        _save(work, parts)
        meeting = work.get(Meeting, parts.meeting.id)
        meeting.imported_from = f"{mark} {_mark_of_rows(work, meeting)}"
        if own.paragraphs:
            advance_series(work, meeting, max(own.paragraphs))
        remarks = [] if state is content.state else [_DRAFT_WORDS.get(forum.profile, _UNSIGNED)]
        if content.municipality.arms and not work.all(Municipality)[0].arms:
            remarks.append("Kommunens vapen följer inte med i filen. Lägg in det under Register.")
        remarks += own_words_kept(forum, content.forum)
        work.commit()
    return Imported(content.ref, changed=True, remark=" ".join(remarks))


def export_meeting(office: Office, ref: str) -> bytes:
    """The meeting as a file: the frozen content where it is frozen."""
    from bra_desktop.exchange import meeting_file

    return meeting_file.write(office.content(ref))


def schema() -> dict[str, Any]:
    """The JSON Schema of the meeting file."""
    from bra_desktop.exchange import meeting_file

    return meeting_file.schema()


def _of_ref(work: Work, ref: str) -> Meeting | None:
    """The meeting here of that reference. Raises RuleBroken for one whose reference differs in case alone."""
    kept = ref_as_kept(work.session, ref)
    if kept and kept != ref:
        raise RuleBroken(
            f"Mötet {kept} finns redan, och {ref} skiljer sig bara i stora och små bokstäver. "
            "Ändra beteckningen i filen. Inget har ändrats.",
            where="ref",
        )
    return next(iter(work.all(Meeting, ref=ref)), None)


def _refuse_overwriting(work: Work, found: Meeting) -> None:
    words = why_locked(work, found)
    if words:
        raise RuleBroken(f"{words} Inget har ändrats.", where=found.ref)
    if found.imported_from.partition(" ")[2] != _mark_of_rows(work, found):
        raise RuleBroken(
            f"Mötet {found.ref} finns redan och har ändrats här. Inget har ändrats. "
            "För in det nya för hand, eller ställ in mötet här först.",
            where=found.ref,
        )


def _mark_of_rows(work: Work, meeting: Meeting) -> str:
    """A digest of what the meeting's rows say: another one means that somebody has changed the meeting here.

    Names stand in the register, and actions go on living, so neither counts.
    """
    work.flush()
    parts = load_parts(work.session, meeting)
    kept = (meeting, *parts.items, *parts.decisions, *parts.participants, *parts.officers, *parts.annexes)
    told = [[repr(getattr(part, f.name)) for f in fields(part) if f.name not in _NOT_SAID] for part in kept]
    return digest(json.dumps(told))


def _forum(office: Office, work: Work, content: MeetingContent) -> Forum:
    municipality = next(iter(work.all(Municipality)), None)
    told = content.municipality
    if municipality is None:
        municipality = Municipality(
            id=office.new_id(),
            name=told.name,
            genitive=told.genitive,
            contact_line=told.contact_line,
            accent=accent_of(told.accent),
        )
        work.add(municipality)
    elif municipality.name != told.name:
        raise RuleBroken(
            f"Filen gäller {told.name}, men här finns data för {municipality.name}. Inget har ändrats. "
            "Välj rätt fil eller rätt mapp.",
            where="kommun",
        )
    names = (content.forum.name.casefold(), content.forum.short_name.casefold())
    for forum in work.all(Forum):
        if forum.name.casefold() in names or (forum.short_name and forum.short_name.casefold() in names):
            return forum
    new = _made_forum(office, content.forum)
    work.add(new)
    work.flush()
    return new


def _made_forum(office: Office, told: ForumContent) -> Forum:
    return Forum(
        id=office.new_id(),
        name=told.name,
        short_name=told.short_name,
        definite=told.definite,
        profile=told.profile,
        numbering=told.numbering,
        number_prefix=told.prefix,
        quorum=told.quorum,
        adjusters_word=told.adjusters_word,
        agenda_word=told.agenda_word,
        numbered_decisions=told.numbered_decisions,
        sections=told.sections,
        running_pages=told.running_pages,
        headings=told.headings,
    )


_KINDS: tuple[type[Any], ...] = (Meeting, AgendaItem, Decision, Participant, Officer, Annex, Action)


def _save(work: Work, parts: MeetingParts) -> None:
    """Write the parts over those of the same id; parts that the file no longer has are taken away."""
    was_here = work.find(Meeting, parts.meeting.id) is not None
    new: dict[type[Any], list[Any]] = {
        Meeting: [parts.meeting],
        AgendaItem: parts.items,
        Decision: parts.decisions,
        Participant: parts.participants,
        Officer: parts.officers,
        Annex: parts.annexes,
        Action: parts.actions,
    }
    for kind in _KINDS:
        wanted = {part.id: part for part in new[kind]}
        # Read at once: what is typed in another meeting waits for this, and one by one it takes half as long again.
        there = {} if kind is Meeting else {old.id: old for old in work.all(kind, meeting_id=parts.meeting.id)}
        for old in there.values():
            if old.id not in wanted:
                work.delete(old)
        for part in wanted.values():
            kept = there.get(part.id) or (work.find(kind, part.id) if was_here else None)
            if kept is None:
                work.add(part)
            else:
                _overwrite(kept, part)
    work.flush()


def _overwrite(kept: Entity, new: Entity) -> None:
    for field in fields(new):
        if field.name not in _BOOKKEEPING and getattr(kept, field.name) != getattr(new, field.name):
            setattr(kept, field.name, getattr(new, field.name))
    kept.deleted_at = None
