"""Signing a frozen protocol with a certificate file, and verifying signed files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import SIGNER_ROLE_WORDS, MeetingState, SignerRole
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, PinnedCertificate, Signer, TrustedAuthority
from bra_desktop.domain.register import Municipality, Person
from bra_desktop.services.documents import latest_pdf
from bra_desktop.services.office import SWEDEN, Office
from bra_desktop.storage.queries.contents import active_freeze, find_meeting, parse_frozen, reading_session
from bra_desktop.storage.work import Work
from bra_desktop.system.resources import resource_path

if TYPE_CHECKING:
    from cryptography import x509

    from bra_desktop.signing.verdicts import ExpectedSignature, Verdict


@dataclass(frozen=True)
class SignResult:
    """What became of a signature: the signed file, and whether it was the last one."""

    pdf: bytes
    file_name: str
    adjusted: bool


@dataclass(frozen=True)
class IssuedCertificate:
    """A certificate file made for a person."""

    person: str
    pkcs12: bytes


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
    from bra_desktop.signing.pades import SigningAct
    from bra_desktop.signing.pades import sign as sign_pdf

    key = read_signing_key(pkcs12, pin, person_name)
    with office.work("Skriv under") as work:
        meeting = find_meeting(work.session, ref)
        frozen = _frozen(work, meeting, item_id)
        everybody = sorted(work.all(Signer, freeze_id=frozen.id), key=lambda s: s.position)
        signer = _field_of(everybody, person_name, role)
        pinned = signer.certificate or _pinned(work, signer, key.certificate)
        content = parse_frozen(frozen)
        require_holder(key, pinned, signer.name, _what(content.ref))
        before = office.database.attachments.read(latest_pdf(office, everybody, frozen))
        act = SigningAct(
            role=SIGNER_ROLE_WORDS[signer.role],
            when=work.now.astimezone(SWEDEN),
            reason=f"Justering av protokoll {content.ref}",
            place=content.municipality.name,
        )
        signed = sign_pdf(before, signer.field, key, act, resource_path("fonts/NotoSans-Regular.ttf"))
        signer.signed_certificate = key.fingerprint
        verdict = _judge(work, [s for s in everybody if s.signed_at is not None or s is signer], frozen, signed)
        if not verdict.ok:
            raise RuleBroken(f"Underskriften kunde inte godkännas. {verdict.why} Inget har sparats.", where=ref)
        kept = office.database.attachments.keep_bytes(signed, "protokoll.pdf")
        signer.signed_pdf_digest, signer.signed_at = work.keep(kept), work.now
        work.flush()
        last = item_id is None and all(s.signed_at is not None for s in everybody)
        if last:
            meeting.adjusted_on = office.today()
            meeting.state = MeetingState.ADJUSTED
        work.commit()
    return SignResult(signed, signed_file_name(content.forum.short_name or content.forum.name, content.date), last)


def signed_file_name(forum: str, day: date) -> str:
    """The name of the signed protocol's file."""
    return f"Protokoll {forum} {day.isoformat()} underskrivet.pdf"


def verify_file(office: Office | None, pdf: bytes) -> Verdict:
    """Judge a signed file: against the municipality's own frozen protocol where the data know it, else alone."""
    from bra_desktop.signing.standalone import verify_alone

    if office is None:
        return verify_alone(pdf, [], datetime.now(UTC))
    roots = trusted_roots(office)
    expected, original = expected_of(office, pdf)
    if not expected:
        return verify_alone(pdf, roots, office.clock())
    from bra_desktop.signing.verification import verify

    return verify(pdf, expected, roots, office.clock(), original_sha256=original)


def verify_so_far(office: Office, ref: str) -> Verdict | None:
    """Judge the frozen protocol against those who have signed it by now; None while nobody has done so in the file."""
    from bra_desktop.signing.verification import verify

    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = active_freeze(session, find_meeting(session, ref).id)
        everybody = session.query(Signer).filter_by(freeze_id=frozen.id).all() if frozen else []
        done = sorted((s for s in everybody if s.signed_pdf_digest), key=lambda s: s.position)
        if frozen is None or not done:
            return None
        expected, digest = [_expected(s) for s in done], latest_pdf(office, done, frozen)
    pdf = office.database.attachments.read(digest)
    return verify(pdf, expected, trusted_roots(office), office.clock(), original_sha256=frozen.pdf_digest or "")


def expected_of(office: Office, pdf: bytes) -> tuple[Sequence[ExpectedSignature], str]:
    """Who was to sign the file, if it grew out of one of the data's frozen protocols, and that one's digest."""
    with office.database.reading() as connection, reading_session(connection) as session:
        sizes = {
            f.id: office.database.attachments.path(f.pdf_digest).stat().st_size
            for f in session.query(Freeze)
            if f.pdf_digest and office.database.attachments.path(f.pdf_digest).exists()
        }
        for frozen in session.query(Freeze):
            size = sizes.get(frozen.id, 0)
            if size and sha256(pdf[:size]).hexdigest() == frozen.pdf_digest:
                signers = session.query(Signer).filter_by(freeze_id=frozen.id).all()
                return [_expected(s) for s in sorted(signers, key=lambda s: s.position)], frozen.pdf_digest or ""
    return [], ""


def trusted_roots(office: Office) -> list[x509.Certificate]:
    """The certificates of the authorities that the municipality trusts."""
    from bra_desktop.signing.keys import read_certificate

    with office.database.reading() as connection, reading_session(connection) as session:
        return [
            read_certificate(a.pem.encode("ascii")) for a in session.query(TrustedAuthority).filter_by(deleted_at=None)
        ]


def authority_pem(office: Office) -> bytes:
    """The trusted authorities' certificates as PEM, to lay beside signed files."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return "".join(a.pem for a in session.query(TrustedAuthority).filter_by(deleted_at=None)).encode("ascii")


def trust_authority(office: Office, certificate: bytes) -> str:
    """Trust an issuing authority (PEM or DER); answers its name. Raises UserError for what is no certificate."""
    from cryptography.hazmat.primitives.serialization import Encoding

    from bra_desktop.signing.keys import common_name, read_certificate

    root = read_certificate(certificate)
    pem = root.public_bytes(Encoding.PEM).decode("ascii")
    with office.work("Lita på utfärdare") as work:
        if not any(a.pem == pem for a in work.all(TrustedAuthority)):
            work.add(TrustedAuthority(id=office.new_id(), name=common_name(root), pem=pem))
        work.commit()
    return common_name(root)


def pin_certificate(office: Office, person_id: str, certificate: x509.Certificate) -> None:
    """Register a person's certificate. Raises Gone for an unknown person."""
    with office.work("Registrera certifikat") as work:
        _pin(office, work, work.get(Person, person_id).id, certificate)
        work.commit()


def _pin(office: Office, work: Work, person_id: str, certificate: x509.Certificate) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    from bra_desktop.signing.keys import fingerprint

    mark = fingerprint(certificate)
    if any(c.fingerprint == mark for c in work.all(PinnedCertificate, person_id=person_id)):
        return
    work.add(
        PinnedCertificate(
            id=office.new_id(),
            person_id=person_id,
            fingerprint=mark,
            pem=certificate.public_bytes(Encoding.PEM).decode("ascii"),
            valid_from=certificate.not_valid_before_utc.date(),
            valid_to=certificate.not_valid_after_utc.date(),
        )
    )


def issue_certificates(
    office: Office, authority_file: Path, authority_password: str, people: Sequence[str], pin: str, years: int = 10
) -> list[IssuedCertificate]:
    """Issue certificates to people of the register from the municipality's own authority.

    The authority is made, and kept locked with its password in ``authority_file``, when there is none; it is trusted
    and the certificates are registered. Raises UserError for an unknown person or a wrong password.
    """
    from cryptography.hazmat.primitives.serialization import Encoding

    from bra_desktop.signing.authority import create_authority, read_authority
    from bra_desktop.signing.keys import read_signing_key

    begin, end = office.clock() - timedelta(days=1), office.clock() + timedelta(days=365 * years)
    with office.database.reading() as connection, reading_session(connection) as session:
        municipality = session.query(Municipality).one().name
        known = {p.name: p.id for p in session.query(Person).filter_by(deleted_at=None)}
    for name in people:
        if name not in known:
            raise UserError(f"{name} finns inte i Register. Lägg till personen eller rätta namnet.", where=name)
    if authority_file.exists():
        authority = read_authority(authority_file.read_bytes(), authority_password)
    else:
        authority = create_authority(municipality, begin, end)
        authority_file.write_bytes(authority.to_pkcs12(authority_password))
    trust_authority(office, authority.certificate.public_bytes(Encoding.PEM))
    issued = []
    for name in people:
        file = authority.issue(name, municipality, pin, begin, end)
        pin_certificate(office, known[name], read_signing_key(file, pin, name).certificate)
        issued.append(IssuedCertificate(name, file))
    return issued


def _frozen(work: Work, meeting: Meeting, item_id: str | None) -> Freeze:
    frozen = active_freeze(work.session, meeting.id, item_id)
    if frozen is None:
        raise RuleBroken("Protokollet är inte lämnat till justering än, så det finns inget att skriva under.")
    return frozen


def _field_of(everybody: Sequence[Signer], person_name: str, role: SignerRole | None) -> Signer:
    own = [s for s in everybody if s.name == person_name and (role is None or s.role is role)]
    if not own:
        names = ", ".join(f"{s.name} ({SIGNER_ROLE_WORDS[s.role]})" for s in everybody)
        raise RuleBroken(f"{person_name} ska inte skriva under det här protokollet. De som ska är {names}.")
    waiting = [s for s in own if s.signed_at is None]
    if not waiting:
        raise RuleBroken(f"{person_name} har redan skrivit under. Inget har ändrats.")
    return waiting[0]


def _pinned(work: Work, signer: Signer, certificate: x509.Certificate) -> str:
    pinned = work.all(PinnedCertificate, person_id=signer.person_id)
    if not pinned:
        raise RuleBroken(
            f"Inget certifikat är registrerat för {signer.name}. Registrera det under Register innan {signer.name} "
            "skriver under."
        )
    from bra_desktop.signing.keys import fingerprint

    mark = fingerprint(certificate)
    return mark if any(c.fingerprint == mark for c in pinned) else pinned[0].fingerprint


def _judge(work: Work, signed_by: Sequence[Signer], frozen: Freeze, pdf: bytes) -> Verdict:
    from bra_desktop.signing.keys import read_certificate
    from bra_desktop.signing.verification import verify

    roots = [read_certificate(a.pem.encode("ascii")) for a in work.all(TrustedAuthority)]
    expected = [_expected(s) for s in signed_by]
    return verify(pdf, expected, roots, work.now, original_sha256=frozen.pdf_digest or "")


def _expected(signer: Signer) -> ExpectedSignature:
    from bra_desktop.signing.verdicts import ExpectedSignature

    role = SIGNER_ROLE_WORDS[signer.role]
    return ExpectedSignature(signer.field, role, signer.name, signer.signed_certificate or signer.certificate or "")


def _what(ref: str) -> str:
    return f"Protokollet {ref}"
