"""Those who sign, as lines: before the lock, and with what has become of each after it. Knows no Qt."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.headings import signer_word
from bra_desktop.domain.kinds import Medium, SignerRole
from bra_desktop.domain.numbering import label
from bra_desktop.domain.signers import Signer, immediate_items, immediate_signers, signers
from bra_desktop.domain.swedish_dates import at_clock, day_and_month
from bra_desktop.services.adjusted import adjustment, paper
from bra_desktop.services.office import Office
from bra_desktop.services.reading import MeetingView, SignerRow
from bra_desktop.system.clock import local
from bra_desktop.ui.adjustment.check import SignerLine


def lines_after(office: Office, view: MeetingView, item: str, certified: frozenset[str]) -> tuple[SignerLine, ...]:
    """Those who sign the locked protocol, or the item (key) of it, in order."""
    content = view.content
    rows = adjustment.item_signers(office, item) if item else view.signers
    medium = adjustment.item_medium(office, item) if item else content.medium
    recorded = paper.recorded_on(office, content.ref, item or None) if medium is Medium.INK else {}
    fields = immediate_signers(content, item) if item else fields_of(view)
    words = {one.field: one.words for one in fields}
    return tuple(
        replace(
            _signed_line(row, content, medium, recorded.get(row.field)),
            items=words.get(row.field, ""),
            has_certificate=row.person_id in certified,
        )
        for row in rows
    )


def lines_before(view: MeetingView, certified: frozenset[str]) -> tuple[SignerLine, ...]:
    """Those who are to sign once the protocol is locked."""
    content = view.content
    return tuple(
        SignerLine(
            one.person,
            content.person(one.person).name,
            SignerRole(one.role),
            one.words,
            "waiting",
            "",
            one.person in certified,
            signer_word(content.forum, SignerRole(one.role)),
        )
        for one in fields_of(view)
    )


@dataclass(frozen=True)
class ApartLine:
    """A § that is signed apart: its key, its number, and in words how far it has come."""

    key: str
    name: str
    words: str


def lines_apart(office: Office, view: MeetingView) -> tuple[ApartLine, ...]:
    """The §§ that were locked to be adjusted immediately, in the order of the protocol.

    One that was not signed by everybody before the whole was locked is signed with the rest.
    """
    return tuple(
        _apart_line(view, key, adjustment.item_signers(office, key))
        for key in immediate_items(view.content)
        if key in view.frozen_items
    )


def _apart_line(view: MeetingView, key: str, rows: tuple[SignerRow, ...]) -> ApartLine:
    name = label(view.content.forum, view.content.item(key))
    signed = sum(1 for row in rows if row.signed_at is not None)
    words = f"{name} skrivs under för sig, {signed} av {len(rows)} klara"
    if signed == len(rows):
        words = f"{name} är underskriven för sig"
    elif view.content.state.is_frozen:
        words = f"{name} skrivs under tillsammans med resten"
    return ApartLine(key, name, words)


def fields_of(view: MeetingView) -> tuple[Signer, ...]:
    """The places to sign of the whole protocol, without the items that are signed apart."""
    return signers(view.content, [one.item for one in view.apart])


def _signed_line(row: SignerRow, content: MeetingContent, medium: Medium, recorded: date | None) -> SignerLine:
    """Of a signature on paper only the day is told, and the one on which it was recorded where that is another."""
    if row.signed_at is not None:
        status, when = "signed", _moment(row.signed_at)
        if medium is Medium.INK:
            when = _on_paper(local(row.signed_at).date(), recorded)
    elif row.refused_at is not None:
        status, when = "refused", f"{_moment(row.refused_at)}: {row.refuse_reason}"
    else:
        status, when = "waiting", ""
    words = signer_word(content.forum, row.role)
    return SignerLine(row.person_id, row.name, row.role, "", status, when, row.has_certificate, words)


def _on_paper(signed: date, recorded: date | None) -> str:
    later = f", antecknat {day_and_month(recorded)}" if recorded and recorded != signed else ""
    return f"{day_and_month(signed)}{later}"


def _moment(at: datetime) -> str:
    here = local(at)
    return f"{day_and_month(here.date())} {at_clock(here.time())}"
