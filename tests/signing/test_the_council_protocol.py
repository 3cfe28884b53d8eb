"""The council's own protocol, four signers: signed, judged, and a byte changed anywhere."""

import io
from hashlib import sha256
from random import Random

import pytest
from pypdf import PdfReader

from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.protocol import protocol as protocol_of
from bra_desktop.domain.kinds import SIGNER_ROLE_WORDS
from bra_desktop.domain.signers import signers
from bra_desktop.signing.authority import IssuingAuthority
from bra_desktop.signing.keys import read_signing_key
from bra_desktop.signing.pades import sign
from bra_desktop.signing.standalone import verify_alone
from bra_desktop.signing.verdicts import Answer, ExpectedSignature
from bra_desktop.signing.verification import verify
from tests.documents.samples import ARMS, council
from tests.signing.conftest import FONT, NOW, PIN, VALID_FROM, VALID_TO, SignedProtocol, act
from tests.signing.fields_pdf import signature_fields
from tests.validators.plugin import AssertPdf

FLIPS = 500


@pytest.fixture(scope="module")
def council_protocol(authority: IssuingAuthority) -> SignedProtocol:
    content = council()
    pdf = original = render(protocol_of(content, arms=ARMS))
    keys, expected, steps = {}, [], []
    for signer in signers(content):
        person, role = content.person(signer.person).name, SIGNER_ROLE_WORDS[signer.role].lower()
        key = read_signing_key(authority.issue(person, "Almby kommun", PIN, VALID_FROM, VALID_TO), PIN, person)
        keys[person] = key
        expected.append(ExpectedSignature(signer.field, role, person, key.fingerprint))
        pdf = sign(pdf, signer.field, key, act(), FONT)
        steps.append(pdf)
    return SignedProtocol(original, tuple(steps), tuple(expected), authority, keys)


def test_its_fields_are_those_of_its_signers(council_protocol: SignedProtocol) -> None:
    fields = signature_fields(council_protocol.original)
    assert fields == dict.fromkeys((who.field for who in council_protocol.expected), False)
    assert len(fields) == 4


def test_it_holds_with_the_datas_word_and_by_itself(council_protocol: SignedProtocol) -> None:
    signed, expected, roots = council_protocol.signed, council_protocol.expected, council_protocol.roots
    verdict = verify(signed, expected, roots, NOW, original_sha256=sha256(council_protocol.original).hexdigest())
    assert verdict.answer is Answer.HOLDS
    alone = verify_alone(signed, roots, NOW)
    assert alone.answer is Answer.HOLDS
    assert [(one.role, one.name) for one in alone.signatures] == [(who.role, who.person) for who in expected]


def test_every_step_holds_for_those_who_have_signed(council_protocol: SignedProtocol) -> None:
    for count, pdf in enumerate(council_protocol.steps, 1):
        assert verify(pdf, council_protocol.expected[:count], council_protocol.roots, NOW).ok


def test_every_stamp_carries_its_font_and_the_characters_it_stands_for(council_protocol: SignedProtocol) -> None:
    widgets = [
        annotation.get_object()
        for page in PdfReader(io.BytesIO(council_protocol.signed)).pages
        for annotation in page.get("/Annots", [])
        if annotation.get_object().get("/FT") == "/Sig"
    ]
    assert len(widgets) == 4
    for widget in widgets:
        resources = widget["/AP"]["/N"].get_object()["/Resources"].get_object()
        fonts = [font.get_object() for font in resources["/Font"].get_object().values()]
        assert all("NotoSans" in str(font["/BaseFont"]) and "/ToUnicode" in font for font in fonts)


@pytest.mark.java
def test_it_is_an_archive_file_and_accessible_before_and_after(
    council_protocol: SignedProtocol, assert_accessible_archive_pdf: AssertPdf
) -> None:
    for pdf in (council_protocol.original, council_protocol.steps[2], council_protocol.signed):
        assert_accessible_archive_pdf(pdf)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_byte_of_it_can_be_changed(council_protocol: SignedProtocol, seed: int) -> None:
    chance = Random(seed)
    original = council_protocol.original_sha256
    for _ in range(FLIPS // 2):
        changed = bytearray(council_protocol.signed)
        place = chance.randrange(len(changed))
        changed[place] ^= 1 << chance.randrange(8)
        verdict = verify(
            bytes(changed), council_protocol.expected, council_protocol.roots, NOW, original_sha256=original
        )
        assert verdict.answer is Answer.BROKEN, f"seed {seed}, byte {place}"
