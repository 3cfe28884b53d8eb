"""Judging a signed protocol: does it hold, does it not, or can it not be judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509

from bra_desktop.domain.swedish import capital_first
from bra_desktop.signing.examination import Findings, examine
from bra_desktop.signing.revision_rules import judge_revisions
from bra_desktop.signing.verdicts import (
    Answer,
    ExpectedSignature,
    SignatureResult,
    Verdict,
    clock_time,
    sentence,
)


def verify(
    pdf: bytes,
    expected: Sequence[ExpectedSignature],
    roots: Sequence[x509.Certificate],
    at: datetime,
    *,
    original_sha256: str = "",
) -> Verdict:
    """Judge a signed file.

    ``roots`` are the certificates of the authorities that are trusted; ``at`` is the moment (aware) at which
    certificates must be valid: now, or the moment at which the file was received if there is evidence of that.
    ``original_sha256`` is the digest of the locked, unsigned file where it is known.

    The file holds only if: exactly the expected fields are signed, each with the certificate pinned to that person and
    role; between the byte ranges stands one canonical DER value in hexadecimal and then zeros; the newest signature
    covers the file to its last byte; each revision adds one signature and nothing else; the first one certifies;
    the first revision is the locked file; every certificate comes from a root and was valid; and nothing raised.
    """
    findings = examine(pdf, expected, roots, at, original_sha256)
    if not findings.faults and not roots:
        findings.gaps.append("utfärdarens certifikat saknas")
    if not findings.faults and not findings.gaps:
        for fault in judge_revisions(pdf, expected, findings.signed, roots, at):
            findings.faults.append(fault.text)
            if fault.field:
                findings.of_field.setdefault(fault.field, fault.text)
    return _verdict(expected, findings)


def _verdict(expected: Sequence[ExpectedSignature], findings: Findings) -> Verdict:
    results = tuple(_result(who, findings) for who in expected)
    if findings.faults:
        return Verdict(Answer.BROKEN, sentence(Answer.BROKEN, _distinct(findings.faults)), results)
    if findings.gaps:
        return Verdict(Answer.UNKNOWN, sentence(Answer.UNKNOWN, _distinct(findings.gaps)), results)
    if not expected:
        return Verdict(Answer.UNKNOWN, sentence(Answer.UNKNOWN, ["filen har inga underskrifter"]))
    return Verdict(Answer.HOLDS, sentence(Answer.HOLDS, [who.who for who in expected]), results)


def _result(who: ExpectedSignature, findings: Findings) -> SignatureResult:
    raw = findings.signed.get(who.field)
    signed_at = raw.signed_at if raw else None
    against = findings.of_field.get(who.field)
    if against:
        why = f"{capital_first(against)}."
        return SignatureResult(who.field, who.role, who.person, signed_at, False, why)
    if findings.faults:
        why = "Underskriften i sig är hel, men filen som helhet håller inte."
        return SignatureResult(who.field, who.role, who.person, signed_at, False, why)
    if findings.gaps:
        why = "Oförändrat sedan underskriften, men filen som helhet går inte att pröva."
        return SignatureResult(who.field, who.role, who.person, signed_at, False, why)
    return SignatureResult(who.field, who.role, who.person, signed_at, True, f"Underskrivet {clock_time(signed_at)}.")


def _distinct(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(texts))
