"""Signing a frozen protocol with a certificate file, and verifying signed files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.headings import signer_word
from bra_desktop.domain.kinds import Medium, SignerRole
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, PinnedCertificate, Signer, TrustedAuthority
from bra_desktop.domain.signers import immediate_signers, signers
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.adjusted.adjusting import last_day, make_adjusted, refuse_late_item
from bra_desktop.services.adjusted.certificates import trusted_roots
from bra_desktop.services.office import Office
from bra_desktop.services.papers.apart import adjusted_apart_in
from bra_desktop.services.papers.documents import latest_pdf
from bra_desktop.storage.queries.contents import active_freeze, find_meeting, parse_frozen, reading_session
from bra_desktop.storage.queries.freezes import frozen_beginning
from bra_desktop.storage.work import Work
from bra_desktop.system.clock import STOCKHOLM
from bra_desktop.system.resources import resource_path

if TYPE_CHECKING:
    from cryptography import x509

    from bra_desktop.signing.keys import SigningKey
    from bra_desktop.signing.verdicts import ExpectedSignature, Verdict


@dataclass(frozen=True)
class SignResult:
    """What became of a signature: the signed file, whether it was the last one, and a remark in words."""

    pdf: bytes
    file_name: str
    adjusted: bool
    remark: str = ""


def sign(
    office: Office,
    ref: str,
    person_name: str,
    pkcs12: bytes,
    pin: str,
    role: SignerRole | None = None,
    item_id: str | None = None,
) -> SignResult:
    """Sign the frozen protocol, or the item adjusted immediately, in the person's next field.

    The file is verified before it is kept; the last accepted signature makes the protocol adjusted.
    Raises RuleBroken when there is nothing to sign, the certificate is another's or has expired, UserError for a
    file or pin that does not open.
    """
    from bra_desktop.signing.keys import read_signing_key, require_holder

    key = read_signing_key(pkcs12, pin, person_name)
    with office.work("Skriv under") as work:
        meeting = find_meeting(work.session, ref)
        frozen = _frozen(work, meeting, item_id)
        content = parse_frozen(frozen)
        _refuse_ink(content)
        everybody = sorted(work.all(Signer, freeze_id=frozen.id), key=lambda s: s.position)
        signer = _field_of(content, _namesake(work, everybody, person_name, key.certificate), person_name, role)
        pinned = signer.certificate or _pinned(work, signer, key.certificate)
        require_holder(key, pinned, signer.name, _what(work, content, signer, item_id))
        so_far = office.database.attachments.read(latest_pdf(office, everybody, frozen))
        signed = _put_signature(so_far, signer, key, content, work.now)
        signer.signed_certificate = key.fingerprint
        _require_good(work, [s for s in everybody if s.signed_at is not None or s is signer], frozen, signed)
        signer.signed_pdf_digest = work.keep(office.database.attachments.keep_bytes(signed, "protokoll.pdf"))
        signer.signed_at = work.now
        work.flush()
        last = item_id is None and all(s.signed_at is not None for s in everybody)
        if last:
            make_adjusted(work, meeting, last_day(everybody))
        work.commit()
    name = signed_file_name(content.forum.short_name or content.forum.name, content.date)
    return SignResult(signed, name, last, _remark(content, office.today()))


def _remark(content: MeetingContent, today: date) -> str:
    """A signature's time is the computer's: one that cannot be right is told, and the signature holds all the same."""
    if today >= content.date:
        return ""
    return (
        f"Datorns klocka visar {date_in_text(today)}, före mötet den {date_in_text(content.date)}. "
        "Ställ klockan innan någon mer skriver under."
    )


def _what(work: Work, content: MeetingContent, signer: Signer, item_id: str | None) -> str:
    """What the person signs, as it is printed: §§ 38–49."""
    apart = [one.item for one in adjusted_apart_in(work.session, content)]
    fields = immediate_signers(content, item_id) if item_id else signers(content, apart)
    return next((one.words for one in fields if one.field == signer.field and one.words), "Protokollet")


def _refuse_ink(content: MeetingContent) -> None:
    if content.medium is Medium.INK:
        raise RuleBroken(
            "Protokollet skrivs under på papper, och de två sätten blandas inte. "
            "Avböj justeringen och välj elektronisk underskrift innan protokollet lämnas till justering igen.",
            where=content.ref,
        )


def _put_signature(pdf: bytes, signer: Signer, key: SigningKey, content: MeetingContent, now: datetime) -> bytes:
    from bra_desktop.signing.pades import SigningAct, sign

    act = SigningAct(
        when=now.astimezone(STOCKHOLM),
        reason=f"Justering av protokoll {content.ref}",
        place=content.municipality.name,
    )
    return sign(pdf, signer.field, key, act, resource_path("fonts/NotoSans-Regular.ttf"))


def signed_file_name(forum: str, day: date) -> str:
    """The name of the signed protocol's file."""
    return f"Protokoll {forum} {day.isoformat()} underskrivet.pdf"


def verify_file(office: Office | None, pdf: bytes, trusted: Sequence[bytes] = ()) -> Verdict:
    """Judge a signed file: against the municipality's own frozen protocol where the data know it, else alone.

    ``trusted`` are certificates (PEM or DER) of authorities that the asker trusts beside those of the data.
    Raises UserError for one that is no certificate.
    """
    from bra_desktop.signing.keys import read_certificate
    from bra_desktop.signing.standalone import verify_alone

    own = [read_certificate(certificate) for certificate in trusted]
    if office is None:
        return verify_alone(pdf, own, datetime.now(UTC))
    roots = [*trusted_roots(office), *own]
    expected, original = expected_of(office, pdf)
    if not expected:
        return verify_alone(pdf, roots, office.clock())
    from bra_desktop.signing.verification import verify

    return verify(pdf, expected, roots, office.clock(), original_sha256=original)


def verify_so_far(office: Office, ref: str, item_id: str | None = None) -> Verdict | None:
    """Judge the frozen protocol, or the item adjusted immediately, against those who have signed it by now.

    None while nobody has done so in the file.
    """
    return _judge(office, ref, item_id, lambda _done: office.clock())


def verify_as_signed(office: Office, ref: str, item_id: str | None = None) -> Verdict | None:
    """As :func:`verify_so_far`, with certificates judged at the last signing, whose moment the history proves."""
    return _judge(office, ref, item_id, lambda done: max(s.signed_at for s in done if s.signed_at is not None))


def _judge(
    office: Office, ref: str, item_id: str | None, when: Callable[[Sequence[Signer]], datetime]
) -> Verdict | None:
    from bra_desktop.signing.verification import verify

    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = active_freeze(session, find_meeting(session, ref).id, item_id)
        everybody = session.query(Signer).filter_by(freeze_id=frozen.id).all() if frozen else []
        done = sorted((s for s in everybody if s.signed_pdf_digest), key=lambda s: s.position)
        if frozen is None or not done:
            return None
        expected, digest = _expected(done, frozen), latest_pdf(office, done, frozen)
    pdf = office.database.attachments.read(digest)
    return verify(pdf, expected, trusted_roots(office), when(done), original_sha256=frozen.pdf_digest or "")


def expected_of(office: Office, pdf: bytes) -> tuple[Sequence[ExpectedSignature], str]:
    """Who was to sign the file, if it grew out of one of the data's frozen protocols, and that one's digest."""
    with office.database.reading() as connection, reading_session(connection) as session:
        found = frozen_beginning(connection, pdf)
        if found is None:
            return [], ""
        signers = session.query(Signer).filter_by(freeze_id=found.freeze_id).all()
        frozen = session.query(Freeze).filter_by(id=found.freeze_id).one()
        return _expected(sorted(signers, key=lambda s: s.position), frozen), found.pdf_digest


def _frozen(work: Work, meeting: Meeting, item_id: str | None) -> Freeze:
    refuse_late_item(work, meeting, item_id)
    frozen = active_freeze(work.session, meeting.id, item_id)
    if frozen is None:
        raise RuleBroken("Protokollet är inte lämnat till justering än, så det finns inget att skriva under.")
    return frozen


def _field_of(
    content: MeetingContent, everybody: Sequence[Signer], person_name: str, role: SignerRole | None
) -> Signer:
    own = [s for s in everybody if s.name == person_name and (role is None or s.role is role)]
    if not own:
        names = listing(f"{s.name} ({signer_word(content.forum, s.role)})" for s in everybody)
        as_role = f" som {signer_word(content.forum, role)}" if role is not None else ""
        raise RuleBroken(f"{person_name} ska inte skriva under det här protokollet{as_role}. De som ska är {names}.")
    waiting = [s for s in own if s.signed_at is None]
    if not waiting:
        raise RuleBroken(f"{person_name} har redan skrivit under. Inget har ändrats.")
    return waiting[0]


def _namesake(work: Work, everybody: Sequence[Signer], name: str, certificate: x509.Certificate) -> list[Signer]:
    """Where several of that name sign: without those to whom the certificate does not belong.

    Raises RuleBroken when it belongs to none of them.
    """
    same = {s.person_id for s in everybody if s.name == name}
    if len(same) < 2:
        return list(everybody)
    from bra_desktop.signing.keys import CERTIFICATE_FILE, fingerprint

    pinned = work.all(PinnedCertificate, fingerprint=fingerprint(certificate))
    holders = {one.person_id for one in pinned} & same
    if len(holders) != 1:
        raise RuleBroken(
            f"Flera som heter {name} ska skriva under, och certifikatet är inte registrerat för en av dem. "
            "Registrera det på rätt person i Register.",
            where=CERTIFICATE_FILE,
        )
    return [s for s in everybody if s.name != name or s.person_id in holders]


def _pinned(work: Work, signer: Signer, certificate: x509.Certificate) -> str:
    pinned = work.all(PinnedCertificate, person_id=signer.person_id)
    from bra_desktop.signing.keys import CERTIFICATE_FILE, fingerprint

    if not pinned:
        raise RuleBroken(
            f"Inget certifikat är registrerat för {signer.name}. Registrera det under Register innan {signer.name} "
            "skriver under.",
            where=CERTIFICATE_FILE,
        )

    mark = fingerprint(certificate)
    return mark if any(c.fingerprint == mark for c in pinned) else pinned[0].fingerprint


def _require_good(work: Work, signed_by: Sequence[Signer], frozen: Freeze, pdf: bytes) -> None:
    from bra_desktop.signing.keys import read_certificate
    from bra_desktop.signing.verification import verify

    roots = [read_certificate(a.pem.encode("ascii")) for a in work.all(TrustedAuthority)]
    expected = _expected(signed_by, frozen)
    verdict = verify(pdf, expected, roots, work.now, original_sha256=frozen.pdf_digest or "")
    if not verdict.ok:
        raise RuleBroken(f"Underskriften kunde inte godkännas. {verdict.why} Inget har sparats.", where="underskrift")


def _expected(signed_by: Sequence[Signer], frozen: Freeze) -> list[ExpectedSignature]:
    """Each by the role's word on the paper."""
    from bra_desktop.signing.verdicts import ExpectedSignature

    forum = parse_frozen(frozen).forum
    return [
        ExpectedSignature(s.field, signer_word(forum, s.role), s.name, s.signed_certificate or s.certificate or "")
        for s in signed_by
    ]
