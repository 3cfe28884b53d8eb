"""Freezing a meeting or one of its items: canonical JSON with its digest, the PDF, and those who sign it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bra_desktop.domain.canonical import canonical_json, digest
from bra_desktop.domain.content import FORMAT, MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, PinnedCertificate, Signer
from bra_desktop.domain.signers import Signer as SignatureField
from bra_desktop.services.changing import content_now
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.locked import render_to_lock, words_of
from bra_desktop.services.papers.locked_words import keep_words
from bra_desktop.storage.queries.contents import find_meeting
from bra_desktop.storage.work import Work


@dataclass(frozen=True)
class Prepared:
    """What will be frozen: made before the writer's lock is taken, since drawing a PDF takes its time.

    ``words`` is what the document says, for copies of it.
    """

    content: MeetingContent
    pdf: bytes
    words: bytes
    signers: tuple[SignatureField, ...]
    item_key: str | None = None

    @property
    def last_page(self) -> int | None:
        """The number of the last page where they run on over the year; an item's own protocol is numbered apart."""
        from bra_desktop.documents.pdf.pdfa import count_pages

        running = self.content.forum.running_pages and self.item_key is None
        return self.content.first_page + count_pages(self.pdf) - 1 if running else None


def prepare(
    office: Office, content: MeetingContent, to_state: MeetingState, signers: Sequence[SignatureField]
) -> Prepared:
    """The content as it will be frozen in ``to_state``, with its document."""
    frozen = replace(content, state=to_state, version=content.version + 1)
    kind = "notes" if content.forum.profile is DocumentProfile.NOTES else "protocol"
    return Prepared(frozen, render_to_lock(office, frozen, kind), words_of(office, frozen, kind), tuple(signers))


def prepare_item(office: Office, content: MeetingContent, item_id: str, signers: Sequence[SignatureField]) -> Prepared:
    """The content as one item of it will be frozen, with the item's own document."""
    pdf = documents.render(content, "protocol", documents.assets_of(office, content), only=item_id)
    return Prepared(content, pdf, words_of(office, content, "protocol", item_id), tuple(signers), item_id)


def freeze(office: Office, work: Work, ref: str, prepared: Prepared) -> Freeze:
    """Lock the meeting, or the item, as it was prepared; the caller sets the state afterwards.

    Raises RuleBroken when something was changed after the document was made.
    """
    meeting = find_meeting(work.session, ref)
    now = content_now(work, meeting)
    expected = replace(prepared.content, state=now.state, version=now.version)
    if canonical_json(now) != canonical_json(expected):
        raise RuleBroken("Mötet ändrades medan protokollet skapades. Inget har låsts. Försök igen.", where=meeting.ref)
    meeting.version = prepared.content.version
    return _locked(office, work, meeting, prepared)


def freeze_again(office: Office, work: Work, old: Freeze, prepared: Prepared, why: str) -> Freeze:
    """Put another version of what was locked, by nobody signed, in its place; ``why`` is kept with the one it voids."""
    old.voided_at, old.void_reason = work.now, why
    work.flush()
    return _locked(office, work, find_meeting(work.session, old.meeting_id), prepared)


def _locked(office: Office, work: Work, meeting: Meeting, prepared: Prepared) -> Freeze:
    text = canonical_json(prepared.content)
    kind = "notes" if prepared.content.forum.profile is DocumentProfile.NOTES else "protocol"
    stored = office.database.attachments.keep_bytes(prepared.pdf, documents.file_name(prepared.content, kind))
    new = Freeze(
        id=office.new_id(),
        meeting_id=meeting.id,
        item_id=prepared.item_key,
        version=prepared.content.version,
        format_version=FORMAT,
        canonical_json=text,
        digest=digest(text),
        pdf_digest=work.keep(stored),
        last_page=prepared.last_page,
        frozen_at=work.now,
    )
    work.flush()
    work.add(new, *(_signer(office, work, new, n, who, prepared) for n, who in enumerate(prepared.signers)))
    work.flush()
    keep_words(office, work, meeting, new, prepared.words)
    return new


def _signer(office: Office, work: Work, frozen: Freeze, place: int, who: SignatureField, prepared: Prepared) -> Signer:
    pinned = work.all(PinnedCertificate, person_id=who.person)
    latest = max(pinned, key=lambda c: (c.valid_to, c.id), default=None)
    return Signer(
        id=office.new_id(),
        freeze_id=frozen.id,
        meeting_id=frozen.meeting_id,
        position=place,
        role=who.role,
        person_id=who.person,
        name=prepared.content.person(who.person).name,
        field=who.field,
        certificate=latest.fingerprint if latest else None,
    )
