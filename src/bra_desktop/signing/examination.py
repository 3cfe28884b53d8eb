"""The first of two judgements of a signed file: its bytes and messages alone, in a few milliseconds.

It decides whether anything was changed; :mod:`bra_desktop.signing.revision_rules` then asks a PDF library whether each
revision only added a signature. Both must agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from bra_desktop.domain.swedish import listing
from bra_desktop.signing.keys import common_name, fingerprint, issuer_name
from bra_desktop.signing.message import Message, MessageNotCanonicalError, issued_by, read_message
from bra_desktop.signing.revisions import (
    ContentsNotCanonicalError,
    RawSignature,
    end_of_original,
    raw_signatures,
    revisions_between,
)
from bra_desktop.signing.verdicts import ExpectedSignature


@dataclass
class Findings:
    """What speaks against a file: faults (it does not hold) and gaps (it cannot be judged), for all and per field."""

    faults: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    of_field: dict[str, str] = field(default_factory=dict)
    signed: dict[str, RawSignature] = field(default_factory=dict)

    def blame(self, expected: ExpectedSignature, text: str) -> None:
        """Note a fault of one signature."""
        self.faults.append(text)
        self.of_field.setdefault(expected.field, text)

    def miss(self, expected: ExpectedSignature, text: str) -> None:
        """Note what is missing to judge one signature."""
        self.gaps.append(text)
        self.of_field.setdefault(expected.field, text)


@dataclass(frozen=True)
class Opened:
    """A signature with its message, which is None when it is not in canonical form."""

    raw: RawSignature
    message: Message | None


def examine(
    pdf: bytes,
    expected: Sequence[ExpectedSignature],
    roots: Sequence[x509.Certificate],
    at: datetime,
    original_sha256: str,
) -> Findings:
    """Judge the bytes of a file against what is expected of it."""
    findings = Findings()
    opened = [_open(raw) for raw in raw_signatures(pdf)]
    if not pdf.startswith(b"%PDF-") and not opened:
        findings.gaps.append("filen är ingen pdf")
        return findings
    owners = _assign(opened, expected, findings)
    for one in opened:
        owner = owners.get(one.raw)
        if owner is not None and one.message is not None:
            _judge(pdf, one.raw, one.message, owner, findings)
            _judge_certificate(one.raw, one.message, owner, roots, at, findings)
    if opened:
        _judge_revisions(pdf, [one.raw for one in opened], owners, findings)
        if original_sha256:
            _judge_original(pdf, opened[0].raw, original_sha256, findings)
    return findings


def _open(raw: RawSignature) -> Opened:
    try:
        return Opened(raw, read_message(raw.message()))
    except (ContentsNotCanonicalError, MessageNotCanonicalError):
        return Opened(raw, None)


def _assign(
    opened: Sequence[Opened], expected: Sequence[ExpectedSignature], findings: Findings
) -> dict[RawSignature, ExpectedSignature]:
    """Give each signature its expected signer by certificate, and note what is left over on either side."""
    owners: dict[RawSignature, ExpectedSignature] = {}
    missing = list(expected)
    strangers: list[Opened] = []
    for one in opened:
        print_ = fingerprint(one.message.certificate) if one.message else ""
        owner = next((who for who in missing if who.fingerprint == print_), None)
        if owner is None:
            strangers.append(one)
            continue
        missing.remove(owner)
        owners[one.raw] = owner
        findings.signed[owner.field] = one.raw
    for one in strangers:
        if one.message is None:
            who = f"av {missing[0].who} " if len(missing) == 1 else ""
            text = f"underskriften {who}är skadad eller ändrad"
            findings.faults.append(text)
            if len(missing) == 1:
                findings.of_field[missing.pop().field] = text
        else:
            name = common_name(one.message.certificate)
            findings.faults.append(f"filen är underskriven med ett certifikat som inte väntas här ({name})")
    foreign_names = {common_name(one.message.certificate) for one in strangers if one.message}
    for absentee in missing:
        if absentee.person in foreign_names:
            findings.blame(absentee, f"certifikatet är inte det som hör till {absentee.who}")
        else:
            findings.of_field[absentee.field] = "underskriften saknas"
    absent = [who.who for who in missing if who.person not in foreign_names]
    if absent:
        findings.faults.append(f"underskriften av {listing(absent)} saknas")
    return owners


def _judge(pdf: bytes, raw: RawSignature, message: Message, owner: ExpectedSignature, findings: Findings) -> None:
    if not raw.starts_at_zero or not 0 < raw.gap_start < raw.gap_end <= raw.end:
        findings.blame(owner, f"underskriften av {owner.who} täcker inte hela filen")
    elif raw.end > len(pdf):
        findings.blame(owner, f"filen är avkortad efter att {owner.who} skrev under")
    elif raw.digest(pdf) != message.digest:
        findings.blame(owner, f"filen har ändrats efter att {owner.who} skrev under")
    elif not message.signed_by_its_certificate():
        findings.blame(owner, f"underskriften av {owner.who} är skadad eller ändrad")


def _judge_certificate(
    raw: RawSignature,
    message: Message,
    owner: ExpectedSignature,
    roots: Sequence[x509.Certificate],
    at: datetime,
    findings: Findings,
) -> None:
    certificate = message.certificate
    if not message.others_are_its_issuers():
        findings.blame(owner, f"underskriften av {owner.who} är skadad eller ändrad")
    elif not any(issued_by(certificate, root) for root in roots):
        findings.miss(owner, f"utfärdaren {issuer_name(certificate)} är inte känd här")
    elif not message.carries_only({root.public_bytes(Encoding.DER) for root in roots}):
        findings.blame(owner, f"underskriften av {owner.who} är skadad eller ändrad")
    signed_at, until = raw.signed_at, certificate.not_valid_after_utc
    if signed_at is None:
        findings.blame(owner, f"tiden i underskriften av {owner.who} går inte att läsa")
    elif signed_at > until:
        findings.blame(
            owner,
            f"certifikatet för {owner.who} gällde till {until:%Y-%m-%d} "
            "och hade gått ut när protokollet skrevs under, enligt datorns klocka",
        )
    elif signed_at < certificate.not_valid_before_utc:
        findings.blame(
            owner,
            f"certifikatet för {owner.who} gäller från {certificate.not_valid_before_utc:%Y-%m-%d}, "
            "efter att protokollet skrevs under, enligt datorns klocka",
        )
    elif at > until:
        findings.miss(
            owner,
            f"certifikatet för {owner.who} gällde till {until:%Y-%m-%d}; det gällde när protokollet skrevs under, "
            "enligt datorns klocka, men tidsintyg saknas",
        )


def _judge_original(pdf: bytes, first: RawSignature, original_sha256: str, findings: Findings) -> None:
    """The first signature follows upon the locked file itself: a revision between the two could say anything."""
    end = end_of_original(pdf, original_sha256, first.gap_start)
    if end is None or revisions_between(pdf, end, first.end) != 1:
        findings.faults.append("det som skrevs under är inte det låsta protokollet")


def _judge_revisions(
    pdf: bytes, raws: Sequence[RawSignature], owners: dict[RawSignature, ExpectedSignature], findings: Findings
) -> None:
    newest = raws[-1]
    if newest.end < len(pdf):
        owner = owners.get(newest)
        after = f"att {owner.who} skrev under sist" if owner else "den sista underskriften"
        findings.faults.append(f"något har lagts till i filen efter {after}")
    for older, newer in pairwise(raws):
        if revisions_between(pdf, older.end, newer.end) != 1:
            findings.faults.append("något annat än underskrifter har lagts till mellan två underskrifter")
