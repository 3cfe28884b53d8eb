"""Marking meetings as archived, once every file that is kept of them has been read and holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bra_desktop.domain.canonical import digest as digest_of
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.protocol import Freeze, KeptDocument, Signer
from bra_desktop.services import keeping
from bra_desktop.services.adjusted import signing
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.stepping import move, simple_step
from bra_desktop.storage.attachments import AttachmentMissing
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import find_meeting, parse_frozen, reading_session


def archive(office: Office, ref: str) -> ChangeSet | None:
    """Mark an adjusted or established meeting as archived.

    Raises RuleBroken when a kept file of it is damaged or gone, or its signatures do not hold.
    """
    require_whole(office, ref)
    return simple_step(office, ref, MeetingState.ARCHIVED)


@dataclass(frozen=True)
class Archived:
    """What became of several meetings: the change that archived some, and why others could not be, by reference."""

    change: ChangeSet | None
    refs: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()


def archive_several(office: Office, refs: Sequence[str]) -> Archived:
    """Mark all of the meetings that can be as archived, in one change. Raises the refusal when none can be."""
    done: list[str] = []
    refused: list[tuple[str, RuleBroken]] = []
    for ref in refs:
        try:
            require_whole(office, ref)
            done.append(ref)
        except RuleBroken as error:
            refused.append((ref, error))
    with office.work("Arkivera möten") as work:
        for ref in tuple(done):
            try:
                move(work, find_meeting(work.session, ref), MeetingState.ARCHIVED)
            except RuleBroken as error:
                done.remove(ref)
                refused.append((ref, error))
        if refused and not done:
            raise refused[0][1]
        return Archived(work.commit(), tuple(done), tuple((ref, error.text) for ref, error in refused))


def require_whole(office: Office, ref: str) -> None:
    """Read everything that is kept of a meeting: content, documents, annexes, pictures and signatures.

    Raises RuleBroken with what is damaged or gone.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting = find_meeting(session, ref)
        frozen = session.query(Freeze).filter_by(meeting_id=meeting.id).all()
        for one in frozen:
            if digest_of(one.canonical_json) != one.digest:
                raise _not_whole(meeting.ref, "Det låsta innehållet är ändrat utanför programmet.")
        in_force = [one for one in frozen if one.voided_at is None]
        for one in in_force:
            for fault in keeping.compare_with_frozen(connection, meeting.id, one.item_id, one.canonical_json):
                raise _not_whole(meeting.ref, fault.what)
        for words, digest in _kept_files(session, meeting.id, in_force):
            if not _holds(office, digest):
                raise _not_whole(meeting.ref, words)
    for one in in_force:
        _require_signatures(office, meeting.ref, one)


def _require_signatures(office: Office, ref: str, frozen: Freeze) -> None:
    verdict = signing.verify_as_signed(office, ref, frozen.item_id)
    if verdict is not None and not verdict.ok:
        raise _not_whole(ref, f"Underskrifterna i protokollet går inte att bekräfta. {verdict.why}")


def _kept_files(session: Any, meeting_id: str, frozen: Sequence[Freeze]) -> Iterator[tuple[str, str]]:
    """What is wrong when the file of that digest is, in words."""
    for one in frozen:
        content = parse_frozen(one)
        for signer in session.query(Signer).filter_by(freeze_id=one.id):
            if signer.signed_pdf_digest:
                yield "Det underskrivna protokollet saknas eller är skadat.", signer.signed_pdf_digest
        if one.pdf_digest:
            yield _locked_words(content), one.pdf_digest
        yield from _files_of(content)
    for kept in session.query(KeptDocument).filter_by(meeting_id=meeting_id, deleted_at=None):
        yield f"Filen ”{kept.file_name}” saknas eller är skadad.", kept.digest


def _locked_words(content: MeetingContent) -> str:
    if content.forum.profile is DocumentProfile.NOTES:
        return "De fastställda anteckningarna saknas eller är skadade."
    return "Det låsta protokollet saknas eller är skadat."


def _files_of(content: MeetingContent) -> Iterator[tuple[str, str]]:
    for annex in content.annexes:
        if annex.digest:
            yield f"Handlingen ”{annex.title}” saknas eller är skadad.", annex.digest
    for digest in documents.pictures_of(content):
        yield "En bild i texten saknas eller är skadad.", digest


def _holds(office: Office, digest: str) -> bool:
    try:
        office.database.attachments.read(digest)
    except AttachmentMissing:
        return False
    return True


def _not_whole(ref: str, fault: str) -> RuleBroken:
    return RuleBroken(
        f"Mötet kan inte arkiveras: {fault} Återläs en säkerhetskopia från innan. Inget har ändrats.", where=ref
    )
