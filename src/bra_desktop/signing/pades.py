"""Signing a protocol: one PAdES baseline B-B signature in a field made beforehand (ETSI EN 319 142-1)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.signing.appearance import Appearance, stamp_style
from bra_desktop.signing.keys import SigningKey, require_valid

DIGEST = "sha256"


@dataclass(frozen=True)
class SigningAct:
    """What the signature says besides who made it. ``when`` is an aware local time by the signer's own clock."""

    when: datetime
    reason: str
    place: str


class _SignerAtTime(PdfSigner):
    """pyHanko's signer with the time given by the caller instead of read from the clock."""

    when: datetime

    def init_signing_session(self, *args: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **named)
        session.system_time = self.when
        return session


class _KeySigner(Signer):
    """Signs with a key that has been read already; pyHanko's own reads it, and proves its primes, once more."""

    def __init__(self, key: SigningKey) -> None:
        self._key = key.private_key
        issuers = [_asn1(issuer) for issuer in key.issuers]
        super().__init__(
            cert_registry=SimpleCertificateStore.from_certs(issuers),  # type: ignore[no-untyped-call]
            signing_cert=_asn1(key.certificate),
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2); the dry run only asks for the length."""
        if digest_algorithm != DIGEST:
            raise ValueError(f"a digest that is not asked for: {digest_algorithm}")
        return bytes(self._key.key_size // 8) if dry_run else self._key.sign(data, PKCS1v15(), SHA256())


def sign(pdf: bytes, field: str, key: SigningKey, act: SigningAct, font: Path, *, certify_first: bool = True) -> bytes:
    """Sign the empty field ``field`` and return the file with one revision appended; no earlier byte is changed.

    With ``certify_first`` the first signature in the file certifies it, after which only signatures may be added
    (DocMDP, ISO 32000-1, 12.8.2.2, form filling). Raises RuleBroken when the certificate is not valid at
    ``act.when`` or the field is already signed, UserError when the file or field cannot be signed.
    """
    require_valid(key, act.when)
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        signed = _signed_fields(writer)
    except PdfError as error:
        raise UserError("Protokollets pdf går inte att läsa. Skapa den på nytt innan någon skriver under.") from error
    if field not in signed:
        raise UserError(
            f"Protokollet har inget underskriftsfält för {key.holder} ({field}). Skapa protokollet på nytt."
        )
    if signed[field]:
        raise RuleBroken(f"Protokollet är redan underskrivet i fältet {field}. Inget har ändrats.")
    certify = certify_first and not any(signed.values())
    signer = _SignerAtTime(
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm=DIGEST,
            subfilter=SigSeedSubFilter.PADES,
            name=key.holder,
            reason=act.reason,
            location=act.place,
            certify=certify,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        ),
        signer=_KeySigner(key),
        stamp_style=stamp_style(Appearance(act.when), font),
    )
    signer.when = act.when
    out = io.BytesIO()
    signer.sign_pdf(writer, existing_fields_only=True, output=out)
    return out.getvalue()


def _signed_fields(writer: IncrementalPdfFileWriter) -> dict[str, bool]:
    return {name: value is not None for name, value, _ in enumerate_sig_fields(writer)}


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
