"""Protocols signed with ink: what was signed on paper is recorded, never made to look electronic."""

from __future__ import annotations

from datetime import date, datetime, time

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Medium, SignerRole
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, Signer
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.adjusted.adjusting import last_day, make_adjusted, refuse_late_item
from bra_desktop.services.office import Office
from bra_desktop.storage.history import when_changed
from bra_desktop.storage.queries.contents import active_freeze, find_meeting, parse_frozen, reading_session
from bra_desktop.system.clock import STOCKHOLM, local


def record_ink_signature(
    office: Office,
    ref: str,
    person_id: str,
    signed_on: date,
    role: SignerRole | None = None,
    item_id: str | None = None,
) -> bool:
    """Record that somebody has signed the printed protocol, or the item adjusted immediately, and on what day.

    Answers whether the protocol is adjusted by that.

    Raises RuleBroken for a protocol with electronic signatures (the two are never mixed), for a day before the
    meeting, for one before the lock where the meeting was written here (who signs must see what is locked), or when
    the person has nothing to sign.
    """
    with office.work("Underskrivet på papper") as work:
        meeting = find_meeting(work.session, ref)
        frozen = active_freeze(work.session, meeting.id, item_id)
        _refuse_what_paper_cannot_be(meeting, parse_frozen(frozen).medium if frozen else meeting.medium, signed_on)
        refuse_late_item(work, meeting, item_id)
        everybody = work.all(Signer, freeze_id=frozen.id if frozen else "")
        own = [
            s
            for s in sorted(everybody, key=lambda s: s.position)
            if s.person_id == person_id and s.signed_at is None and role in (None, s.role)
        ]
        if not own:
            raise RuleBroken("Personen har ingen underskrift att lämna på det här protokollet.", where=meeting.ref)
        if frozen is not None:
            _refuse_before_lock(meeting, frozen, signed_on)
        own[0].signed_at = _moment(signed_on, work.now)
        work.flush()
        last = item_id is None and all(s.signed_at is not None for s in everybody)
        if last:
            make_adjusted(work, meeting, last_day(everybody))
        work.commit()
    return last


def signed_elsewhere_words(office: Office, ref: str, item_id: str | None = None) -> str:
    """What to think of with the day where a meeting came in a file, and may have been signed before it was locked here.

    Empty for one that was written here, or is not locked. Raises NoSuchMeeting.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting = find_meeting(session, ref)
        frozen = active_freeze(session, meeting.id, item_id)
        if frozen is None or not meeting.imported_from:
            return ""
        what, locked_on = _locked_what(frozen).lower(), date_in_text(local(frozen.frozen_at).date())
        return (
            f"Mötet lästes in från en fil och {what} låstes den {locked_on}. "
            "Ange en tidigare dag bara om det som skrevs under säger detsamma."
        )


def recorded_on(office: Office, ref: str, item_id: str | None = None) -> dict[str, date]:
    """The days on which the signatures on paper were recorded, by the field; each may have been given before.

    Raises NoSuchMeeting.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = active_freeze(session, find_meeting(session, ref).id, item_id)
        rows = session.query(Signer).filter_by(freeze_id=frozen.id).all() if frozen else []
        at = when_changed(connection, "signer", "signed_at", [row.id for row in rows])
        return {row.field: local(at[row.id]).date() for row in rows if row.id in at}


def _moment(signed_on: date, now: datetime) -> datetime:
    """The moment that stands for the day: of another day than today nobody has told the time, and it is its first."""
    return now if local(now).date() == signed_on else datetime.combine(signed_on, time(), tzinfo=STOCKHOLM)


def _refuse_what_paper_cannot_be(meeting: Meeting, medium: Medium, signed_on: date) -> None:
    if medium is not Medium.INK:
        raise RuleBroken(
            "Protokollet skrivs under elektroniskt, och de två sätten blandas inte. "
            "Avböj justeringen och välj papper innan protokollet lämnas till justering igen.",
            where=meeting.ref,
        )
    if signed_on < meeting.day:
        raise RuleBroken(
            f"Protokollet kan inte vara underskrivet den {date_in_text(signed_on)}, före mötet den "
            f"{date_in_text(meeting.day)}. Rätta dagen.",
            where="signed_on",
        )


def _refuse_before_lock(meeting: Meeting, frozen: Freeze, signed_on: date) -> None:
    """What was written here has been as it was locked since the lock. What came in a file may be older."""
    locked_on = local(frozen.frozen_at).date()
    if signed_on < locked_on and not meeting.imported_from:
        raise RuleBroken(
            f"{_locked_what(frozen)} låstes den {date_in_text(locked_on)}, så det som skrevs under den "
            f"{date_in_text(signed_on)} var inte den låsta texten. Skriv ut det låsta, skriv under det och ange den "
            "dagen.",
            where="signed_on",
        )


def _locked_what(frozen: Freeze) -> str:
    return "Paragrafen" if frozen.item_id else "Protokollet"
