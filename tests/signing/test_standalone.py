"""A signed file on its own: what can be said of it without the municipality's data."""

from random import Random

import pytest

from bra_desktop.signing.pades import sign
from bra_desktop.signing.revisions import raw_signatures
from bra_desktop.signing.standalone import verify_alone
from bra_desktop.signing.verdicts import Answer
from tests.signing.conftest import FONT, NOW, SIGNED_AT, SIGNERS, SignedProtocol, act
from tests.validators.small_pdf import small_pdf


def test_with_the_authority_the_file_itself_says_who_was_to_sign(protocol: SignedProtocol) -> None:
    verdict = verify_alone(protocol.signed, protocol.roots, NOW)
    assert verdict.answer is Answer.HOLDS
    assert [(one.role, one.name) for one in verdict.signatures] == [(role, person) for _, role, person in SIGNERS]
    assert all(one.signed_at == SIGNED_AT for one in verdict.signatures)


def test_without_the_authority_it_says_what_is_missing_and_what_can_be_seen(protocol: SignedProtocol) -> None:
    verdict = verify_alone(protocol.signed, [], NOW)
    assert verdict.answer is Answer.UNKNOWN
    assert verdict.why.startswith("Går inte att pröva: utfärdaren Almby kommuns utfärdare är inte känd här")
    assert "innehållet är oförändrat sedan Anna Svedin (sekreterare), Eva Lind (ordförande)" in verdict.why
    assert not any(one.ok for one in verdict.signatures)


@pytest.mark.parametrize("with_root", [True, False])
def test_a_changed_file_does_not_hold_whether_or_not_the_authority_is_known(
    protocol: SignedProtocol, with_root: bool
) -> None:
    roots = protocol.roots if with_root else ()
    for place in range(1000, len(protocol.signed), 3001):
        changed = bytearray(protocol.signed)
        changed[place] ^= 0x04
        assert verify_alone(bytes(changed), roots, NOW).answer is Answer.BROKEN, f"byte {place}"
    assert verify_alone(protocol.signed + b"\n", roots, NOW).answer is Answer.BROKEN


def test_a_field_left_unsigned_is_named(protocol: SignedProtocol) -> None:
    verdict = verify_alone(protocol.steps[2], protocol.roots, NOW)
    assert verdict.answer is Answer.BROKEN
    assert verdict.why == "Håller inte: fältet ”Underskrift: Ida Wallgren, justerare” är inte underskrivet."
    assert not any(one.ok for one in verdict.signatures)


def test_a_field_signed_by_another_person_of_the_municipality_is_named(protocol: SignedProtocol) -> None:
    pdf = protocol.steps[0]
    for field, person in (("ordforande", "Ida Wallgren"), ("justerare-1", "Lars Hedman"), ("justerare-2", "Eva Lind")):
        pdf = sign(pdf, field, protocol.keys[person], act(), FONT)
    verdict = verify_alone(pdf, protocol.roots, NOW)
    assert verdict.answer is Answer.BROKEN
    assert "fältet ”Underskrift: Eva Lind, ordförande” är underskrivet av Ida Wallgren" in verdict.why


def test_a_file_without_signatures_cannot_be_judged(protocol: SignedProtocol) -> None:
    for pdf in (protocol.original, small_pdf()):
        assert verify_alone(pdf, protocol.roots, NOW).why == "Går inte att pröva: filen har inga underskrifter."


def test_a_file_that_is_no_pdf_cannot_be_judged(protocol: SignedProtocol) -> None:
    assert verify_alone(b"hej", protocol.roots, NOW).why == "Går inte att pröva: filen är ingen pdf."


@pytest.mark.parametrize("with_root", [True, False])
def test_no_byte_of_the_newest_signature_can_be_changed(protocol: SignedProtocol, with_root: bool) -> None:
    newest = raw_signatures(protocol.signed)[-1]
    chance = Random(4)
    for place in range(newest.gap_start, newest.gap_end, 163):
        changed = bytearray(protocol.signed)
        changed[place] ^= 1 << chance.randrange(8)
        verdict = verify_alone(bytes(changed), protocol.roots if with_root else (), NOW)
        assert verdict.answer is Answer.BROKEN, f"byte {place}"
