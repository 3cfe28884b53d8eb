"""Review, adjustment (justering) and establishing: handing over, locking, refusing."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.adjusters import led_words
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing, RuleBroken, UserError
from bra_desktop.domain.guards import require
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState, SignerRole
from bra_desktop.domain.left_standing import unfilled
from bra_desktop.domain.lifecycle import Cause, check_allowed
from bra_desktop.domain.meeting import AgendaItem
from bra_desktop.domain.meeting_days import held_before
from bra_desktop.domain.numbering import is_taken_up, named
from bra_desktop.domain.protocol import Signer
from bra_desktop.domain.signers import immediate_signers, signers
from bra_desktop.services.adjusted import certificates
from bra_desktop.services.adjusted.adjusting import refuse_late_item
from bra_desktop.services.adjusted.freezing import freeze, freeze_again, prepare, prepare_item
from bra_desktop.services.changing import item_to_change
from bra_desktop.services.live.form_drafts import dispose_drafts
from bra_desktop.services.live.meeting_times import opened_day
from bra_desktop.services.live.private_notes import dispose_notes
from bra_desktop.services.meeting_views import SignerRow, signer_rows
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.apart import adjusted_apart, locked_apart
from bra_desktop.services.stepping import simple_step
from bra_desktop.services.wording import check_words
from bra_desktop.storage.failures import Gone
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import active_freeze, find_meeting, parse_frozen, reading_session


def hand_to_review(office: Office, ref: str) -> ChangeSet | None:
    """Hand the draft to the chair for review. Raises RuleBroken with what is missing."""
    return simple_step(office, ref, MeetingState.REVIEW)


def hand_to_adjustment(office: Office, ref: str) -> ChangeSet | None:
    """Freeze the protocol and hand it to those who sign. From now on nothing in the meeting can be changed.

    Raises RuleBroken with what is missing.
    """
    content = office.content(ref)
    require(content, MeetingState.ADJUSTMENT, locked=locked_apart(office, content))
    signed_apart = [one.item for one in adjusted_apart(office, content)]
    prepared = prepare(office, content, MeetingState.ADJUSTMENT, signers(content, signed_apart))
    with office.work("Justera protokollet") as work:
        freeze(office, work, ref, prepared)
        find_meeting(work.session, ref).state = MeetingState.ADJUSTMENT
        return work.commit()


def establish(office: Office, ref: str, by: str = "") -> ChangeSet | None:
    """Establish notes (profile C): frozen by the convener, unsigned. ``by`` is the person's id.

    Raises RuleBroken with what is missing.
    """
    content = office.content(ref)
    require(content, MeetingState.ESTABLISHED, by=by)
    prepared = prepare(office, content, MeetingState.ESTABLISHED, ())
    with office.work("Fastställ anteckningarna") as work:
        freeze(office, work, ref, prepared)
        meeting = find_meeting(work.session, ref)
        meeting.state = MeetingState.ESTABLISHED
        dispose_notes(work, meeting.id)
        dispose_drafts(work, meeting.id)
        return work.commit()


def adjust_item_now(office: Office, item_id: str, medium: Medium | None = None) -> ChangeSet | None:
    """Adjust one item immediately: its text is locked and signed apart while the meeting goes on.

    ``medium`` is for one that is locked already and is to be signed in that way instead: the same words are locked
    anew. Raises RuleBroken with all that is missing (see :func:`lock_refused`), when it is adjusted already, or when
    the way is to be changed after somebody has signed.
    """
    if medium is not None:
        return _lock_anew(office, item_id, medium)
    content = _marked(office.content(meeting_of_item(office, item_id)), item_id, office.time_now())
    item = content.item(item_id)
    if missing := _missing_for_item(office, content, item_id):
        raise RuleBroken(_refusal(named(content.forum, item), missing), missing[0].place, missing)
    fields = immediate_signers(content, item_id)
    prepared = prepare_item(office, content, item_id, fields)
    with office.work("Justera paragrafen nu") as work:
        locked = item_to_change(work, item_id)
        locked.immediate_adjustment, locked.closed_at = True, item.closed_at
        freeze(office, work, content.ref, prepared)
        return work.commit()


def _lock_anew(office: Office, item_id: str, medium: Medium) -> ChangeSet | None:
    content = replace(_locked_content(office, item_id), medium=medium)
    prepared = prepare_item(office, content, item_id, immediate_signers(content, item_id))
    with office.work("Välj hur paragrafen skrivs under") as work:
        meeting = find_meeting(work.session, content.key)
        refuse_late_item(work, meeting, item_id)
        old = active_freeze(work.session, meeting.id, item_id)
        if old is None or any(one.signed_at is not None for one in work.all(Signer, freeze_id=old.id)):
            what = named(content.forum, content.item(item_id))
            raise RuleBroken(f"{what} är redan underskriven av någon, och de två sätten blandas inte.", where="medium")
        freeze_again(office, work, old, prepared, "Paragrafen ska skrivas under på ett annat sätt")
        return work.commit()


def item_medium(office: Office, item_id: str) -> Medium:
    """How an item that was adjusted immediately is signed: as was chosen when it was locked. Raises RuleBroken."""
    return _locked_content(office, item_id).medium


def _locked_content(office: Office, item_id: str) -> MeetingContent:
    meeting_id = meeting_of_item(office, item_id)
    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = active_freeze(session, meeting_id, item_id)
        if frozen is None:
            raise RuleBroken("Paragrafen är inte låst för omedelbar justering.", where=item_id)
        return parse_frozen(frozen)


def lock_refused(office: Office, item_id: str) -> RuleBroken | None:
    """What is missing before one item can be adjusted immediately, in one refusal; None when the way is free.

    It has a §, a text and a decision, nothing in it remains to be filled in, and somebody is chosen to adjust. The
    meeting was not opened before the day that its papers give it, on which nobody could sign them.
    """
    content = _marked(office.content(meeting_of_item(office, item_id)), item_id, office.time_now())
    missing = _missing_for_item(office, content, item_id)
    if not missing:
        return None
    return RuleBroken(_refusal(named(content.forum, content.item(item_id)), missing), missing[0].place, missing)


def _missing_for_item(office: Office, content: MeetingContent, item_id: str) -> tuple[Missing, ...]:
    item, place = content.item(item_id), f"item/{item_id}"
    if content.forum.profile is DocumentProfile.NOTES:
        return (Missing("Anteckningar justeras inte.", place),)
    found = list(held_before(content, opened_day(office, content)))
    if not is_taken_up(item):
        found.append(Missing("Ärendet är inte upptaget. Ta upp det.", place))
    if not item.text:
        found.append(Missing("Texten är inte skriven. Skriv den.", f"{place}/text"))
    if not item.decisions:
        found.append(Missing("Beslutet är inte skrivet. Skriv det.", f"{place}/decisions"))
    found += [gap for gap in unfilled(content) if gap.place.startswith(f"{place}/")]
    if not any(field.role is SignerRole.ADJUSTER for field in immediate_signers(content, item_id)):
        words = led_words(content, [item_id]) or "Justerare saknas. Utse dem under punkten Val av justerare."
        found.append(Missing(words, f"{place}/adjusters"))
    return tuple(found)


def _refusal(what: str, missing: tuple[Missing, ...]) -> str:
    if len(missing) == 1 and missing[0].text.startswith(what):
        return missing[0].text
    return f"{what} kan inte justeras än. {' '.join(one.text for one in missing)}"


def meeting_of_item(office: Office, item_id: str) -> str:
    """The id of the meeting that an item belongs to. Raises Gone."""
    with office.database.reading() as connection, reading_session(connection) as session:
        found = session.get(AgendaItem, item_id)
        if found is None or found.deleted_at is not None:
            raise Gone
        return found.meeting_id


def _marked(content: MeetingContent, item_id: str, now: time) -> MeetingContent:
    """The content with the item marked for immediate adjustment; what is adjusted has ended."""

    def marked(item: ItemContent) -> ItemContent:
        ended = item.closed_at or (now if item.opened_at else None)
        return replace(item, immediate_adjustment=True, closed_at=ended) if item.key == item_id else item

    return replace(content, items=tuple(marked(item) for item in content.items))


def refuse(office: Office, ref: str, person_id: str, reason: str) -> ChangeSet | None:
    """Somebody who was to sign refuses: the frozen version is voided and the meeting goes back to review.

    Raises UserError without a reason, RuleBroken for somebody who has no signature to give.
    """
    check_words("Skälet", "skäl", reason)
    if not reason.strip():
        raise UserError("Skriv skälet till att du avböjer. Det följer med tillbaka till granskningen.", where="skäl")
    with office.work("Avböj justering") as work:
        meeting = find_meeting(work.session, ref)
        check_allowed(documents.profile_of(work, meeting), meeting.state, MeetingState.REVIEW, Cause.REFUSAL)
        frozen = active_freeze(work.session, meeting.id)
        waiting = [
            s
            for s in work.all(Signer, freeze_id=frozen.id if frozen else "")
            if s.person_id == person_id and s.signed_at is None
        ]
        if frozen is None or not waiting:
            raise RuleBroken("Bara den som ska skriva under kan avböja, och bara före sin underskrift.", where=ref)
        for signer in waiting:
            signer.refused_at, signer.refuse_reason = work.now, reason.strip()
        work.flush()
        frozen.voided_at, frozen.void_reason = work.now, reason.strip()
        work.flush()
        meeting.state = MeetingState.REVIEW
        return work.commit()


def without_certificate(office: Office, content: MeetingContent) -> tuple[str, ...]:
    """The names of those who are to sign electronically and have no certificate yet; nobody where paper is signed."""
    if content.medium is Medium.INK:
        return ()
    certified = certificates.certified(office)
    every = signers(content, [one.item for one in adjusted_apart(office, content)])
    return tuple(dict.fromkeys(content.person(one.person).name for one in every if one.person not in certified))


def item_signers(office: Office, item_id: str) -> tuple[SignerRow, ...]:
    """Those who sign an item that was adjusted immediately."""
    with office.database.reading() as connection, reading_session(connection) as session:
        item = session.get(AgendaItem, item_id)
        frozen = active_freeze(session, item.meeting_id, item_id) if item else None
        return signer_rows(session, frozen.id) if frozen else ()
