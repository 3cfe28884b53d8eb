"""Signing a protocol: one PAdES baseline B-B signature in a field made beforehand (ETSI EN 319 142-1)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
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
        signer=_simple_signer(key),
        stamp_style=stamp_style(Appearance(act.when), font),
    )
    signer.when = act.when
    out = io.BytesIO()
    signer.sign_pdf(writer, existing_fields_only=True, output=out)
    return out.getvalue()


def _signed_fields(writer: IncrementalPdfFileWriter) -> dict[str, bool]:
    return {name: value is not None for name, value, _ in enumerate_sig_fields(writer)}


def _simple_signer(key: SigningKey) -> SimpleSigner:
    private = key.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=_asn1(key.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore.from_certs(  # type: ignore[no-untyped-call]
            [_asn1(issuer) for issuer in key.issuers]
        ),
    )


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
