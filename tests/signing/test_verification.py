"""Judging a signed protocol: what holds, what does not, and what cannot be judged."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from bra_desktop.signing.authority import IssuingAuthority, create_authority
from bra_desktop.signing.keys import read_signing_key
from bra_desktop.signing.pades import sign
from bra_desktop.signing.revisions import raw_signatures
from bra_desktop.signing.verdicts import Answer, ExpectedSignature, Verdict
from bra_desktop.signing.verification import verify
from tests.signing.conftest import FONT, NOW, PIN, SIGNED_AT, SIGNERS, VALID_FROM, VALID_TO, SignedProtocol, act
from tests.signing.fields_pdf import pdf_with_fields


def judge(protocol: SignedProtocol, pdf: bytes) -> Verdict:
    return verify(pdf, protocol.expected, protocol.roots, NOW, original_sha256=protocol.original_sha256)


def refusal(protocol: SignedProtocol, pdf: bytes) -> str:
    verdict = judge(protocol, pdf)
    assert verdict.answer is Answer.BROKEN
    assert not verdict.ok
    assert not any(one.ok for one in verdict.signatures)
    return verdict.why


def signed_by(protocol: SignedProtocol, people: dict[str, str], keys: dict[str, object]) -> bytes:
    """The protocol signed field by field by the people named."""
    pdf = protocol.original
    for field, person in people.items():
        pdf = sign(pdf, field, keys[person], act(), FONT)  # type: ignore[arg-type]
    return pdf


def test_four_signatures_hold_and_say_who_and_when(protocol: SignedProtocol) -> None:
    verdict = judge(protocol, protocol.signed)
    assert verdict.answer is Answer.HOLDS
    assert verdict.why == (
        "Oförändrat och underskrivet av Anna Svedin (sekreterare), Eva Lind (ordförande), "
        "Lars Hedman (justerare) och Ida Wallgren (justerare)."
    )
    assert [one.name for one in verdict.signatures] == [person for _, _, person in SIGNERS]
    assert {one.why for one in verdict.signatures} == {"Underskrivet 2026-12-08 kl. 14.32 enligt datorns klocka."}
    assert all(one.ok and one.signed_at == SIGNED_AT for one in verdict.signatures)


def test_the_order_of_signing_is_free(protocol: SignedProtocol) -> None:
    people = {field: person for field, _, person in reversed(SIGNERS)}
    assert judge(protocol, signed_by(protocol, people, dict(protocol.keys))).ok


def test_the_first_two_signatures_hold_when_only_they_are_expected(protocol: SignedProtocol) -> None:
    assert verify(protocol.steps[1], protocol.expected[:2], protocol.roots, NOW).ok


def test_no_byte_around_or_within_the_newest_signature_can_be_changed(protocol: SignedProtocol) -> None:
    newest = raw_signatures(protocol.signed)[-1]
    chance = Random(3)
    for place in range(newest.gap_start - 4, newest.gap_end + 70, 11):
        changed = bytearray(protocol.signed)
        changed[place] ^= 1 << chance.randrange(8)
        assert judge(protocol, bytes(changed)).answer is Answer.BROKEN, f"byte {place}"


def test_no_byte_of_the_cross_references_can_be_changed(protocol: SignedProtocol) -> None:
    start = protocol.signed.rfind(b"startxref") - 200
    for place in range(start, len(protocol.signed), 3):
        changed = bytearray(protocol.signed)
        changed[place] ^= 0x01
        assert judge(protocol, bytes(changed)).answer is Answer.BROKEN, f"byte {place}"


def test_lower_case_hexadecimal_in_one_place_is_seen(protocol: SignedProtocol) -> None:
    newest = raw_signatures(protocol.signed)[-1]
    place = next(i for i in range(newest.gap_start, newest.gap_end) if protocol.signed[i : i + 1] in b"ABCDEF")
    changed = protocol.signed[:place] + protocol.signed[place : place + 1].lower() + protocol.signed[place + 1 :]
    assert "Ida Wallgren (justerare) är skadad eller ändrad" in refusal(protocol, changed)


def test_a_message_that_is_written_in_lower_case_all_through_is_seen(protocol: SignedProtocol) -> None:
    newest = raw_signatures(protocol.signed)[-1]
    lower = protocol.signed[newest.gap_start : newest.gap_end].lower()
    changed = protocol.signed[: newest.gap_start] + lower + protocol.signed[newest.gap_end :]
    assert "Ida Wallgren (justerare) är skadad eller ändrad" in refusal(protocol, changed)


def test_something_hidden_in_the_padding_is_seen(protocol: SignedProtocol) -> None:
    newest = raw_signatures(protocol.signed)[-1]
    changed = bytearray(protocol.signed)
    changed[newest.gap_end - 9 : newest.gap_end - 1] = b"DEADBEEF"
    assert "skadad eller ändrad" in refusal(protocol, bytes(changed))


@pytest.mark.parametrize("tail", [b"\n", b" ", b"\0", b"%%EOF\n", b"\n%PDF-1.7\n"])
def test_trailing_bytes_are_seen(protocol: SignedProtocol, tail: bytes) -> None:
    why = refusal(protocol, protocol.signed + tail)
    assert why == "Håller inte: något har lagts till i filen efter att Ida Wallgren (justerare) skrev under sist."


def test_leading_bytes_are_seen(protocol: SignedProtocol) -> None:
    assert not judge(protocol, b"\n" + protocol.signed).ok


def test_a_truncated_file_is_seen(protocol: SignedProtocol) -> None:
    assert "filen är avkortad" in refusal(protocol, protocol.signed[:-1])


def test_a_removed_last_signature_is_seen(protocol: SignedProtocol) -> None:
    why = refusal(protocol, protocol.steps[2])
    assert why == "Håller inte: underskriften av Ida Wallgren (justerare) saknas."


def test_an_unsigned_file_is_seen(protocol: SignedProtocol) -> None:
    why = refusal(protocol, protocol.original)
    assert "Anna Svedin (sekreterare), Eva Lind (ordförande), Lars Hedman (justerare) och Ida Wallgren" in why


def test_two_who_signed_in_each_others_fields_are_seen(protocol: SignedProtocol) -> None:
    people = {field: person for field, _, person in SIGNERS}
    people["ordforande"], people["justerare-1"] = people["justerare-1"], people["ordforande"]
    why = refusal(protocol, signed_by(protocol, people, dict(protocol.keys)))
    assert "fältet för Eva Lind (ordförande) är underskrivet av någon annan" in why
    assert "fältet för Lars Hedman (justerare) är underskrivet av någon annan" in why


def test_a_signature_beyond_those_expected_is_seen(protocol: SignedProtocol) -> None:
    verdict = verify(protocol.signed, protocol.expected[:3], protocol.roots, NOW)
    assert verdict.why.startswith("Håller inte: filen är underskriven med ett certifikat som inte väntas här (Ida Wall")


def test_an_outsider_with_the_same_name_is_seen(protocol: SignedProtocol) -> None:
    other = create_authority("Almby kommun", VALID_FROM, VALID_TO)
    outsider = read_signing_key(other.issue("Eva Lind", "Almby kommun", PIN, VALID_FROM, VALID_TO), PIN, "Eva Lind")
    people = {field: person for field, _, person in SIGNERS}
    why = refusal(protocol, signed_by(protocol, people, {**protocol.keys, "Eva Lind": outsider}))
    assert "certifikatet är inte det som hör till Eva Lind (ordförande)" in why


def test_a_second_certificate_of_the_same_person_is_not_the_pinned_one(
    protocol: SignedProtocol, authority: IssuingAuthority
) -> None:
    again = read_signing_key(authority.issue("Eva Lind", "Almby kommun", PIN, VALID_FROM, VALID_TO), PIN, "Eva Lind")
    people = {field: person for field, _, person in SIGNERS}
    why = refusal(protocol, signed_by(protocol, people, {**protocol.keys, "Eva Lind": again}))
    assert "certifikatet är inte det som hör till Eva Lind (ordförande)" in why


def test_another_protocol_with_the_same_signatures_is_not_the_locked_one(protocol: SignedProtocol) -> None:
    verdict = verify(protocol.signed, protocol.expected, protocol.roots, NOW, original_sha256="0" * 64)
    assert verdict.why == "Håller inte: det som skrevs under är inte det låsta protokollet."


def test_a_protocol_that_nobody_certified_is_refused(protocol: SignedProtocol) -> None:
    pdf = protocol.original
    for field, _, person in SIGNERS:
        pdf = sign(pdf, field, protocol.keys[person], act(), FONT, certify_first=False)
    assert "låser inte protokollet för ändringar" in refusal(protocol, pdf)


def expiring(authority: IssuingAuthority, valid_to: datetime, when: datetime) -> tuple[bytes, ExpectedSignature]:
    """A protocol that the secretary signed at ``when`` with a certificate that ends at ``valid_to``."""
    file = authority.issue("Anna Svedin", "Almby kommun", PIN, VALID_FROM, valid_to)
    key = read_signing_key(file, PIN, "Anna Svedin")
    pdf = sign(pdf_with_fields(), "sekreterare", key, act(when), FONT)
    return pdf, ExpectedSignature("sekreterare", "sekreterare", "Anna Svedin", key.fingerprint)


def test_a_certificate_that_ended_after_the_signing_leaves_it_unjudged(authority: IssuingAuthority) -> None:
    pdf, who = expiring(authority, datetime(2027, 1, 1, tzinfo=UTC), SIGNED_AT)
    verdict = verify(pdf, [who], [authority.certificate], datetime(2030, 1, 1, tzinfo=UTC))
    assert verdict.answer is Answer.UNKNOWN
    assert verdict.why == (
        "Går inte att pröva: certifikatet för Anna Svedin (sekreterare) gällde till 2027-01-01; det gällde när "
        "protokollet skrevs under, enligt datorns klocka, men tidsintyg saknas."
    )
    received = verify(pdf, [who], [authority.certificate], SIGNED_AT + timedelta(days=1))
    assert received.ok, "with evidence of when the file was received, that moment counts"


def test_a_certificate_that_had_ended_before_the_signing_is_refused(
    authority: IssuingAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bra_desktop.signing.pades.require_valid", lambda *_: None)
    pdf, who = expiring(authority, datetime(2026, 1, 1, tzinfo=UTC), SIGNED_AT)
    for at in (datetime(2025, 6, 1, tzinfo=UTC), NOW, datetime(2030, 1, 1, tzinfo=UTC)):
        verdict = verify(pdf, [who], [authority.certificate], at)
        assert verdict.answer is Answer.BROKEN
        assert "gällde till 2026-01-01 och hade gått ut när protokollet skrevs under" in verdict.why


def test_without_a_known_authority_the_file_cannot_be_judged(protocol: SignedProtocol) -> None:
    verdict = verify(protocol.signed, protocol.expected, [], NOW)
    assert verdict.answer is Answer.UNKNOWN
    assert verdict.why.startswith("Går inte att pröva: utfärdaren Almby kommuns utfärdare är inte känd här")
    assert not any(one.ok for one in verdict.signatures)


def test_another_municipalitys_authority_is_no_help(protocol: SignedProtocol) -> None:
    other = create_authority("Almby kommun", VALID_FROM, VALID_TO)
    assert verify(protocol.signed, protocol.expected, [other.certificate], NOW).answer is Answer.UNKNOWN


@pytest.mark.parametrize("data", [b"", b"hej", b"PK\x03\x04"])
def test_a_file_that_is_no_pdf_cannot_be_judged(protocol: SignedProtocol, data: bytes) -> None:
    verdict = judge(protocol, data)
    assert verdict.answer is Answer.UNKNOWN
    assert verdict.why == "Går inte att pröva: filen är ingen pdf."


def test_a_changed_file_says_after_whose_signature_it_was_changed(protocol: SignedProtocol) -> None:
    place = raw_signatures(protocol.signed)[2].end - 40
    changed = bytearray(protocol.signed)
    changed[place] ^= 0x01
    verdict = judge(protocol, bytes(changed))
    assert "filen har ändrats efter att Ida Wallgren (justerare) skrev under" in verdict.why
    assert "Anna Svedin" not in verdict.why


def test_fields_of_one_who_signs_twice_are_told_apart(protocol: SignedProtocol) -> None:
    eva = protocol.keys["Eva Lind"]
    pdf = protocol.original
    for field in ("justerare-1", "ordforande"):
        pdf = sign(pdf, field, eva, act(), FONT)
    twice = [replace(protocol.expected[1], field=field) for field in ("justerare-1", "ordforande")]
    assert verify(pdf, twice, protocol.roots, NOW).ok
