"""Judging a signed file that stands alone, with nothing but the file and the authorities that are trusted.

The file's own signature fields, made before the first signature, say who was to sign what. Whether a name in a
certificate is the person's is the issuing authority's word: without a trusted authority nothing can be said of it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.signing.examination import examine
from bra_desktop.signing.keys import common_name, fingerprint, issuer_name
from bra_desktop.signing.message import Message, MessageNotCanonicalError, read_message
from bra_desktop.signing.revisions import ContentsNotCanonicalError, RawSignature, raw_signatures
from bra_desktop.signing.verdicts import Answer, ExpectedSignature, SignatureResult, Verdict, sentence
from bra_desktop.signing.verification import verify

LABEL_OPENINGS = ("underskrift:", "underskrift av", "underskrift för", "underskrift,", "underskrift")


def verify_alone(pdf: bytes, roots: Sequence[x509.Certificate], at: datetime) -> Verdict:
    """Judge a signed file without the municipality's data; see :func:`verify` for what must hold.

    Holds only with a trusted authority in ``roots`` and when every signature field of the file is signed by the one
    whom the field's own label names. Without the authority the answer is that it cannot be judged, and the sentence
    says what could be seen: that nothing was changed since the signatures.
    """
    if not pdf.startswith(b"%PDF-"):
        return Verdict(Answer.UNKNOWN, sentence(Answer.UNKNOWN, ["filen är ingen pdf"]))
    raws = raw_signatures(pdf)
    if not raws:
        return Verdict(Answer.UNKNOWN, sentence(Answer.UNKNOWN, ["filen har inga underskrifter"]))
    messages = {raw.byte_range: message for raw in raws if (message := _message(raw))}
    try:
        expected, wrong = _expected(pdf, messages)
    except Exception:  # noqa: BLE001 - whatever a damaged file makes the reader raise, the bytes alone are judged
        expected, wrong = [_holder(index, message) for index, message in enumerate(messages.values())], []
        wrong.append("filens uppbyggnad går inte att tolka")
    verdict = verify(pdf, expected, roots, at)
    if verdict.answer is not Answer.BROKEN and wrong:
        results = tuple(_not_ok(result, wrong[0]) for result in verdict.signatures)
        return Verdict(Answer.BROKEN, sentence(Answer.BROKEN, wrong), results)
    if verdict.answer is Answer.UNKNOWN and not examine(pdf, expected, roots, at, "").faults:
        return _unknown_issuers(pdf, expected, messages, verdict, roots, at)
    return verdict


def _expected(
    pdf: bytes, messages: dict[tuple[int, int, int, int], Message]
) -> tuple[list[ExpectedSignature], list[str]]:
    """Who is to have signed, by the file's own fields, and what is already wrong about it."""
    reader = PdfFileReader(io.BytesIO(pdf), strict=True)
    expected, wrong = [], []
    for name, value, reference in enumerate_sig_fields(reader):
        label = str(reference.get_object().get("/TU", name))
        if value is None:
            wrong.append(f"fältet ”{label}” är inte underskrivet")
            continue
        message = messages.get(tuple(int(part) for part in value.get_object()["/ByteRange"]))  # type: ignore[arg-type]
        if message is None:
            wrong.append(f"underskriften i fältet ”{label}” är skadad eller ändrad")
            continue
        person = common_name(message.certificate)
        if person not in label:
            wrong.append(f"fältet ”{label}” är underskrivet av {person}")
        expected.append(ExpectedSignature(name, _role(label, person), person, fingerprint(message.certificate)))
    return expected, wrong


def _role(label: str, person: str) -> str:
    """The role in a field's label: ``Underskrift: Eva Lind, ordförande, §§ 38–49`` gives ``ordförande``."""
    if person not in label:
        return ""
    rest = label.replace(person, "")
    opening = next((one for one in LABEL_OPENINGS if rest.lower().startswith(one)), "")
    return rest[len(opening) :].strip(" ,:()–").split(",")[0]


def _holder(index: int, message: Message) -> ExpectedSignature:
    return ExpectedSignature(str(index), "", common_name(message.certificate), fingerprint(message.certificate))


def _message(raw: RawSignature) -> Message | None:
    try:
        return read_message(raw.message())
    except (ContentsNotCanonicalError, MessageNotCanonicalError):
        return None


def _not_ok(result: SignatureResult, why: str) -> SignatureResult:
    said = result.why if not result.ok else f"{capital_first(why)}."
    return SignatureResult(result.field, result.role, result.name, result.signed_at, False, said)


def _unknown_issuers(
    pdf: bytes,
    expected: list[ExpectedSignature],
    messages: dict[tuple[int, int, int, int], Message],
    verdict: Verdict,
    roots: Sequence[x509.Certificate],
    at: datetime,
) -> Verdict:
    """Say what can be seen without the authority: whether the file would hold if the issuers were trusted."""
    issuers = [x509.load_der_x509_certificate(other) for message in messages.values() for other in message.others]
    trusted = verify(pdf, expected, [*roots, *dict.fromkeys(issuers)], at)
    if trusted.answer is not Answer.HOLDS:
        return verdict if trusted.answer is Answer.UNKNOWN else trusted
    names = listing(sorted({issuer_name(message.certificate) for message in messages.values()}))
    seen = f"innehållet är oförändrat sedan {listing(who.who for who in expected)} skrev under"
    missing = f"utfärdaren {names} är inte känd här, så vem som skrev under kan inte intygas; {seen}"
    return Verdict(Answer.UNKNOWN, sentence(Answer.UNKNOWN, [missing]), verdict.signatures)
