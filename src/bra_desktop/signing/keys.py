"""A person's signing key: read from a PKCS#12 file with a pin, and checked before it is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from asn1crypto import pkcs12 as asn1_pkcs12
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from bra_desktop.domain.errors import RuleBroken, UserError

UNREADABLE = "Certifikatfilen går inte att läsa. Välj den fil (.p12 eller .pfx) som kommunen lämnade ut."
# What an error is about, so that a window can show it where it is mended.
CERTIFICATE_FILE, PIN = "certifikatfil", "pinkod"


@dataclass(frozen=True)
class SigningKey:
    """A private key with its certificate and the certificates of those who issued it."""

    private_key: RSAPrivateKey
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...]

    @property
    def holder(self) -> str:
        """The person's name as the certificate gives it."""
        return common_name(self.certificate)

    @property
    def fingerprint(self) -> str:
        """What is pinned to person and role: see :func:`fingerprint`."""
        return fingerprint(self.certificate)

    @property
    def valid_until(self) -> date:
        """The last day (UTC) on which the certificate is valid."""
        return self.certificate.not_valid_after_utc.date()


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate's DER, 64 lower-case hexadecimal digits."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def common_name(certificate: x509.Certificate) -> str:
    """The certificate's common name, or an empty text when it has none."""
    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


def issuer_name(certificate: x509.Certificate) -> str:
    """The common name of the certificate's issuer, or an empty text when it has none."""
    found = certificate.issuer.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


def read_certificate(data: bytes) -> x509.Certificate:
    """Read one certificate in PEM or DER. Raises UserError when it is neither."""
    try:
        if data.lstrip().startswith(b"-----BEGIN"):
            return x509.load_pem_x509_certificate(data)
        return x509.load_der_x509_certificate(data)
    except ValueError as error:
        raise UserError("Utfärdarens certifikat går inte att läsa. Välj en fil med ett certifikat (.pem).") from error


def read_signing_key(data: bytes, pin: str, person: str) -> SigningKey:
    """Read ``person``'s PKCS#12 file with its pin.

    Raises UserError when the pin is wrong, the file is no certificate file, or the key is of a kind that a
    PDF/A-2 protocol cannot carry (only RSA is taken: pyHanko raises the file to PDF 2.0 for elliptic curves).
    """
    try:
        asn1_pkcs12.Pfx.load(data, strict=True).native  # noqa: B018 - parsing is lazy; this walks the whole file
    except (ValueError, TypeError) as error:
        raise UserError(UNREADABLE, where=CERTIFICATE_FILE) from error
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, pin.encode("utf-8"))
    except ValueError as error:
        raise UserError(f"Pinkoden stämmer inte med certifikatet för {person}. Försök igen.", where=PIN) from error
    if key is None or certificate is None:
        raise UserError(
            f"Certifikatfilen för {person} saknar nyckel eller certifikat. Skaffa en ny under Register.",
            where=CERTIFICATE_FILE,
        )
    if not isinstance(key, RSAPrivateKey):
        raise UserError(
            f"Certifikatet för {person} har en nyckel som inte kan användas i ett arkivbeständigt protokoll. "
            "Skaffa ett med RSA-nyckel under Register.",
            where=CERTIFICATE_FILE,
        )
    if not all(is_comparable(name.public_bytes()) for name in (certificate.subject, certificate.issuer)):
        raise UserError(
            f"Certifikatet för {person} har tecken i namnet som gör att underskriften inte kan prövas. "
            "Skaffa ett nytt under Register.",
            where=CERTIFICATE_FILE,
        )
    return SigningKey(key, certificate, tuple(others))


def is_comparable(name: bytes) -> bool:
    """Whether a name (DER) can be compared with another: RFC 4518 knows no sign newer than Unicode 3.2."""
    try:
        return bool(asn1_x509.Name.load(name).hashable)
    except ValueError:
        return False


def require_valid(key: SigningKey, at: datetime) -> None:
    """Refuse a certificate that is not valid at ``at`` (an aware time). Raises RuleBroken."""
    if at > key.certificate.not_valid_after_utc:
        raise RuleBroken(
            f"Certifikatet för {key.holder} gällde till {key.valid_until:%Y-%m-%d}. "
            "Skaffa ett nytt under Register, eller skriv under på papper.",
            where=CERTIFICATE_FILE,
        )
    if at < key.certificate.not_valid_before_utc:
        raise RuleBroken(
            f"Certifikatet för {key.holder} gäller från {key.certificate.not_valid_before_utc:%Y-%m-%d}. "
            "Kontrollera datorns klocka innan du skriver under."
        )


def require_holder(key: SigningKey, pinned_fingerprint: str, person: str, paragraphs: str) -> None:
    """Refuse a certificate other than the one pinned to ``person``.

    ``paragraphs`` is what is to be signed, as printed (``§ 38–49``). Raises RuleBroken.
    """
    if key.fingerprint == pinned_fingerprint:
        return
    if key.holder == person:
        raise RuleBroken(
            f"Certifikatet är inte det som är registrerat för {person}. "
            f"{paragraphs} skrivs under med det certifikat som står under Register.",
            where=CERTIFICATE_FILE,
        )
    raise RuleBroken(
        f"Certifikatet tillhör {key.holder}. {paragraphs} ska skrivas under av {person}.", where=CERTIFICATE_FILE
    )
