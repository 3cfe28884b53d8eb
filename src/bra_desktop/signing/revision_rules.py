"""The second judgement of a signed file: a PDF library reads every revision and says what it changed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON, ROOT_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from bra_desktop.signing.revisions import RawSignature
from bra_desktop.signing.verdicts import ExpectedSignature

UNREADABLE = "filens uppbyggnad går inte att tolka"


# What the first signature may change in the locked file: its own field, the entry that certifies, and bookkeeping.
FIRST_SIGNATURE = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | {"/Perms"}),  # type: ignore[no-untyped-call]
        *(
            rule.as_qualified(ModificationLevel.LTA_UPDATES)
            for rule in (
                DocInfoRule(),
                XrefStreamRule(),
                ObjectStreamRule(),
                MetadataUpdateRule(),  # type: ignore[no-untyped-call]
            )
        ),
    ],
    form_rule=FormUpdatingRule([SigFieldModificationRule()], ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"}),
)


@dataclass(frozen=True)
class RevisionFault:
    """What a revision does that it must not; ``field`` is empty when no single signature is to blame."""

    text: str
    field: str = ""


def judge_revisions(
    pdf: bytes,
    expected: Sequence[ExpectedSignature],
    signed: dict[str, RawSignature],
    roots: Sequence[x509.Certificate],
    at: datetime,
) -> list[RevisionFault]:
    """Read the file strictly and validate every signature. Anything that the library raises is a fault."""
    try:
        return _judge(pdf, expected, signed, roots, at)
    except Exception:  # noqa: BLE001 - a file that makes the reader raise, by whatever error, is not accepted
        return [RevisionFault(UNREADABLE)]


def _judge(
    pdf: bytes,
    expected: Sequence[ExpectedSignature],
    signed: dict[str, RawSignature],
    roots: Sequence[x509.Certificate],
    at: datetime,
) -> list[RevisionFault]:
    reader = PdfFileReader(io.BytesIO(pdf), strict=True)
    embedded = list(reader.embedded_signatures)
    by_field = {one.field_name: one for one in embedded}
    faults: list[RevisionFault] = []
    if len(embedded) != len(expected) or by_field.keys() != {who.field for who in expected}:
        return [RevisionFault("de underskrivna fälten är inte de som protokollet ska ha")]
    for who in expected:
        one, raw = by_field[who.field], signed[who.field]
        if tuple(int(part) for part in one.byte_range) != raw.byte_range or _own_fingerprint(one) != who.fingerprint:
            faults.append(RevisionFault(f"fältet för {who.who} är underskrivet av någon annan", who.field))
    first = reader.xrefs.total_revisions - len(embedded)
    if [one.signed_revision for one in embedded] != list(range(first, reader.xrefs.total_revisions)):
        faults.append(RevisionFault("något annat än underskrifter har lagts till i filen"))
    if embedded[-1].compute_integrity_info() or embedded[-1].coverage != SignatureCoverageLevel.ENTIRE_FILE:
        faults.append(RevisionFault("den sista underskriften täcker inte hela filen"))
    if embedded[0].docmdp_level not in (MDPPerm.FILL_FORMS, MDPPerm.NO_CHANGES):
        faults.append(RevisionFault("den första underskriften låser inte protokollet för ändringar"))
    if not faults and not _first_only_signs(reader, first, embedded[0].field_name):
        faults.append(RevisionFault("den som skrev under först har ändrat i protokollet"))
    if faults:
        return faults
    anchors = [asn1_x509.Certificate.load(root.public_bytes(Encoding.DER)) for root in roots]
    for who in expected:
        faults += _validate(by_field[who.field], who, signed[who.field], anchors, at)
    return faults


def _first_only_signs(reader: PdfFileReader, first: int, field: str) -> bool:
    """Whether the first signed revision only added a signature; later ones are held to its certification."""
    if first < 1:
        return False
    locked, signed = reader.get_historical_resolver(first - 1), reader.get_historical_resolver(first)
    try:
        changes = FIRST_SIGNATURE.apply(locked, signed, doc_mdp=MDPPerm.FILL_FORMS)
    except SuspiciousModification:
        return False
    return changes.changed_form_fields == {field}


def _validate(
    one: EmbeddedPdfSignature,
    who: ExpectedSignature,
    raw: RawSignature,
    anchors: list[asn1_x509.Certificate],
    at: datetime,
) -> list[RevisionFault]:
    certificate = one.signer_cert
    valid_now = certificate.not_valid_before <= at <= certificate.not_valid_after
    moment = at if valid_now or raw.signed_at is None else raw.signed_at
    status = validate_pdf_signature(one, ValidationContext(trust_roots=anchors, allow_fetching=False, moment=moment))
    if status.bottom_line:
        return []
    if not status.intact or not status.valid:
        return [RevisionFault(f"filen har ändrats efter att {who.who} skrev under", who.field)]
    if not status.trusted:
        return [RevisionFault(f"certifikatet för {who.who} är inte giltigt", who.field)]
    return [RevisionFault(f"otillåtna ändringar har gjorts efter att {who.who} skrev under", who.field)]


def _own_fingerprint(one: EmbeddedPdfSignature) -> str:
    return str(one.signer_cert.sha256.hex())
