"""Certificates: whom the municipality trusts, which certificate is whose, and issuing them from its own authority."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.protocol import PinnedCertificate, TrustedAuthority
from bra_desktop.domain.quoting import short
from bra_desktop.domain.register import Municipality, Person
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import reading_session
from bra_desktop.storage.work import Work
from bra_desktop.system.results import results_with

if TYPE_CHECKING:
    from cryptography import x509


@dataclass(frozen=True)
class IssuedCertificate:
    """A certificate file made for a person."""

    person: str
    pkcs12: bytes


AUTHORITY_FOLDER = "utfardare"
Files = Callable[[Sequence[IssuedCertificate], bytes], Mapping[Path, bytes]]
"""Where certificates and the trusted authorities' PEM are to lie."""


def certified(office: Office) -> frozenset[str]:
    """The ids of the people who have a registered certificate that is valid today."""
    today = office.today()
    with office.database.reading() as connection, reading_session(connection) as session:
        pinned = session.query(PinnedCertificate).filter_by(deleted_at=None)
        return frozenset(c.person_id for c in pinned if c.valid_from <= today <= c.valid_to)


def trusted_roots(office: Office) -> list[x509.Certificate]:
    """The certificates of the authorities that the municipality trusts."""
    from bra_desktop.signing.keys import read_certificate

    with office.database.reading() as connection, reading_session(connection) as session:
        return [
            read_certificate(a.pem.encode("ascii")) for a in session.query(TrustedAuthority).filter_by(deleted_at=None)
        ]


def pin_certificate(office: Office, person_id: str, certificate: x509.Certificate) -> None:
    """Register a person's certificate. Raises Gone for an unknown person."""
    with office.work("Registrera certifikat") as work:
        _pin(office, work, work.get(Person, person_id).id, certificate)
        work.commit()


def trust_authority(office: Office, work: Work, root: x509.Certificate) -> None:
    """Trust an issuing authority with the unit of work's commit; once is enough."""
    from cryptography.hazmat.primitives.serialization import Encoding

    from bra_desktop.signing.keys import common_name

    pem = root.public_bytes(Encoding.PEM).decode("ascii")
    if not any(a.pem == pem for a in work.all(TrustedAuthority)):
        work.add(TrustedAuthority(id=office.new_id(), name=common_name(root), pem=pem))


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


def register_certificate(office: Office, person_id: str, data: bytes, pin: str = "") -> date:
    """Register the certificate of a file (PEM, DER, or PKCS#12 with its pin); answers its last day.

    Raises UserError for a file or pin that does not open, RuleBroken for a certificate in another's name.
    """
    from bra_desktop.signing.keys import common_name, read_certificate, read_signing_key

    with office.database.reading() as connection, reading_session(connection) as session:
        found = session.get(Person, person_id)
        name = found.name if found else ""
    if pin:
        certificate = read_signing_key(data, pin, name).certificate
    else:
        try:
            certificate = read_certificate(data)
        except UserError as error:
            raise UserError(
                f"Filen går inte att läsa som certifikat för {name}. "
                "Välj certifikatet (.pem, .cer), eller certifikatfilen (.p12) med dess pinkod.",
                where="file",
            ) from error
    holder = common_name(certificate)
    if not set(name.casefold().split()) <= set(holder.casefold().split()):
        raise RuleBroken(
            f"Certifikatet tillhör {holder}. Välj det som är utfärdat till {name}. Inget har ändrats.", where="file"
        )
    pin_certificate(office, person_id, certificate)
    return certificate.not_valid_after_utc.date()


def issue_certificates(
    office: Office,
    authority_file: Path,
    authority_password: str,
    people: Sequence[str],
    pin: str,
    years: int = 10,
    *,
    files: Files = lambda _issued, _root: {},
) -> list[IssuedCertificate]:
    """Issue certificates to people of the register from the municipality's own authority.

    The authority is made, and kept locked with its password in ``authority_file``, when there is none; it is trusted
    and the certificates are registered. ``files`` says which files are to be written, of the certificates and of the
    trusted authorities (PEM). Raises UserError for an unknown person, a wrong password or a file that cannot be
    written; then nothing is written and nothing registered.
    """
    from bra_desktop.signing.authority import create_authority, read_authority
    from bra_desktop.signing.keys import read_signing_key

    begin, end = office.clock() - timedelta(days=1), office.clock() + timedelta(days=365 * years)
    municipality, chosen = _chosen(office, people)
    kept: dict[Path, bytes] = {}
    if authority_file.exists():
        authority = read_authority(authority_file.read_bytes(), authority_password)
    else:
        authority = create_authority(municipality, begin, end)
        kept[authority_file] = authority.to_pkcs12(authority_password)
    issued = [IssuedCertificate(name, authority.issue(name, municipality, pin, begin, end)) for name, _id in chosen]
    with office.work("Utfärda certifikat") as work:
        trust_authority(office, work, authority.certificate)
        for one, (_name, person_id) in zip(issued, chosen, strict=True):
            _pin(office, work, person_id, read_signing_key(one.pkcs12, pin, one.person).certificate)
        root = "".join(a.pem for a in work.all(TrustedAuthority)).encode("ascii")
        written = {**kept, **files(issued, root)}
        with results_with(written, private=[path for path, content in written.items() if content != root]):
            work.commit()
    return issued


def issue_from_kept_authority(
    office: Office, people: Sequence[str], pin: str, *, files: Files = lambda _issued, _root: {}
) -> list[IssuedCertificate]:
    """As :func:`issue_certificates`, from an authority that is kept with the data, made the first time.

    It has a password of its own, which lies beside it: nobody but the owner of the data can read either. Raises
    UserError besides when the password is gone.
    """
    folder = office.database.folder / AUTHORITY_FOLDER
    authority, password_file = folder / "utfardare.p12", folder / "losenord.txt"
    kept = password_file.exists()
    if authority.exists() and not kept:
        raise UserError(
            f"Lösenordet till kommunens utfärdare saknas. Lägg tillbaka {password_file.name} bredvid {authority.name}, "
            f"eller flytta undan {authority.name} så skapas en ny utfärdare. Inget har ändrats.",
            where=str(password_file),
        )
    password = password_file.read_text("ascii").strip() if kept else secrets.token_urlsafe(32)
    own = {} if kept else {password_file: f"{password}\n".encode("ascii")}
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        return issue_certificates(
            office, authority, password, people, pin, files=lambda issued, root: {**own, **files(issued, root)}
        )
    finally:
        with contextlib.suppress(OSError):  # stays when something lies there
            folder.rmdir()


def _chosen(office: Office, people: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """The municipality's name, and names and ids of the people, who are told by name or id.

    Raises UserError for somebody unknown, and for a name that several have.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        municipality: str = session.query(Municipality).one().name
        known = [(p.name, p.id) for p in session.query(Person).filter_by(deleted_at=None)]
    chosen = []
    for told in people:
        found = [one for one in known if told in one]
        if not found:
            raise UserError(
                f"”{short(told)}” finns inte i Register. Lägg till personen eller rätta namnet.", where=told
            )
        if len(found) > 1:
            raise UserError(
                f"{len(found)} personer heter {short(told)}. Utfärda certifikatet på personen i Register.", where=told
            )
        chosen += found
    return municipality, chosen
