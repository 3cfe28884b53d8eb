"""The municipality's own issuing authority: makes the certificates that its people sign with.

RSA-3072 for people: a PDF signed with an elliptic curve is raised to PDF 2.0 by pyHanko and is then no PDF/A-2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from cryptography.hazmat.primitives.serialization.pkcs12 import PBES
from cryptography.x509.oid import NameOID, ObjectIdentifier

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.quoting import short
from bra_desktop.signing.keys import UNREADABLE, common_name, is_comparable

KEY_BITS = 3072
DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336
PIN_ROUNDS = 100_000
LONGEST_NAME = 64  # ub-common-name and ub-organization-name, RFC 5280 appendix A.1


@dataclass(frozen=True)
class IssuingAuthority:
    """The key and self-signed certificate of an issuing authority."""

    private_key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def name(self) -> str:
        """The authority's name as it stands in the certificates it issues."""
        return common_name(self.certificate)

    def to_pkcs12(self, password: str) -> bytes:
        """The authority as a file that :func:`read_authority` reads back."""
        return _pkcs12(self.name, self.private_key, self.certificate, [], password)

    def issue(self, person: str, municipality: str, pin: str, valid_from: datetime, valid_to: datetime) -> bytes:
        """A new key and certificate for ``person``, as PKCS#12 locked with ``pin``.

        Both times are aware. The certificate never outlives the authority's own, so that one check of the chain
        is enough. Raises UserError when the period is empty, and for a name that no certificate can bear.
        """
        end = min(valid_to, self.certificate.not_valid_after_utc)
        if end <= valid_from:
            raise UserError(
                f"Certifikatet för {person} skulle gå ut innan det börjar gälla. Välj ett senare slutdatum."
            )
        subject = _subject(person, municipality)
        key = rsa.generate_private_key(65537, KEY_BITS)
        builder = _builder(subject, self.certificate.subject, key, valid_from, end)
        certificate = (
            builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_documents=True), critical=True)
            .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.private_key.public_key()), critical=False
            )
            .sign(self.private_key, hashes.SHA256())
        )
        return _pkcs12(person, key, certificate, [self.certificate], pin)


def create_authority(municipality: str, valid_from: datetime, valid_to: datetime) -> IssuingAuthority:
    """A new issuing authority named after ``municipality`` ("Almby kommun" gives "Almby kommuns utfärdare").

    Raises UserError for a name that no certificate can bear.
    """
    genitive = municipality if municipality.endswith(("s", "x", "z")) else municipality + "s"
    subject = _subject(f"{genitive} utfärdare", municipality)
    key = rsa.generate_private_key(65537, KEY_BITS)
    certificate = (
        _builder(subject, subject, key, valid_from, valid_to)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_documents=False), critical=True)
        .sign(key, hashes.SHA256())
    )
    return IssuingAuthority(key, certificate)


def read_authority(data: bytes, password: str) -> IssuingAuthority:
    """Read what :meth:`IssuingAuthority.to_pkcs12` wrote. Raises UserError when that cannot be done."""
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(data, password.encode("utf-8"))
    except ValueError as error:
        raise UserError("Utfärdarens fil går inte att öppna. Kontrollera lösenordet.") from error
    if not isinstance(key, rsa.RSAPrivateKey) or certificate is None:
        raise UserError(UNREADABLE)
    return IssuingAuthority(key, certificate)


def _subject(name: str, municipality: str) -> x509.Name:
    """Raises UserError for a name that is too long, or has signs that nobody who verifies could compare."""
    for told in (municipality, name):
        if len(told) > LONGEST_NAME:
            raise UserError(
                f"”{short(told)}” är {len(told)} tecken, och i ett certifikat ryms {LONGEST_NAME}. "
                "Korta namnet i Register.",
                where=told,
            )
        odd = [sign for sign in dict.fromkeys(told) if not is_comparable(_named(sign).public_bytes())]
        if odd:
            raise UserError(
                f"”{short(told)}” har tecken som inte kan stå i ett certifikat: {' '.join(odd)} "
                "Ändra namnet i Register.",
                where=told,
            )
    return _named(name, municipality)


def _named(name: str, municipality: str = "") -> x509.Name:
    organisation = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, municipality)] if municipality else []
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            *organisation,
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey, valid_from: datetime, valid_to: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from)
        .not_valid_after(valid_to)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_documents: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_documents,
        content_commitment=signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs_documents,
        crl_sign=not signs_documents,
        encipher_only=False,
        decipher_only=False,
    )


def _pkcs12(
    name: str, key: rsa.RSAPrivateKey, certificate: x509.Certificate, issuers: list[x509.Certificate], pin: str
) -> bytes:
    if not pin:
        raise UserError(f"Certifikatet för {name} behöver en pinkod. Skriv minst ett tecken.")
    lock = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(PIN_ROUNDS)
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(pin.encode("utf-8"))
    )
    return pkcs12.serialize_key_and_certificates(name.encode("utf-8"), key, certificate, issuers, lock)
