"""A real protocol signed in the fields that were made for it."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from bra_desktop.documents import protocol
from bra_desktop.documents.pdf import render
from bra_desktop.documents.pdf_fonts import font_folder
from bra_desktop.domain.kinds import SIGNER_ROLE_WORDS, Medium
from bra_desktop.domain.signers import signers
from bra_desktop.signing.authority import create_authority
from bra_desktop.signing.keys import read_signing_key
from bra_desktop.signing.pades import SigningAct, sign
from bra_desktop.signing.verdicts import ExpectedSignature
from bra_desktop.signing.verification import verify
from tests.documents.samples import ARMS, council
from tests.validators.plugin import AssertPdf

VALID = datetime(2024, 1, 1, tzinfo=UTC), datetime(2054, 1, 1, tzinfo=UTC)
SIGNED_AT, NOW = datetime(2026, 12, 15, 15, 4, tzinfo=UTC), datetime(2026, 12, 16, tzinfo=UTC)
PIN = "2468"


@pytest.mark.java
def test_a_protocol_holds_and_stays_archivable_after_every_signature(
    assert_accessible_archive_pdf: AssertPdf,
) -> None:
    content = replace(council(), medium=Medium.ELECTRONIC)
    pdf = original = render(protocol.protocol(content, arms=ARMS))
    authority, expected = create_authority("Almby kommun", *VALID), []
    for one in signers(content):
        name, role = content.person(one.person).name, SIGNER_ROLE_WORDS[one.role]
        key = read_signing_key(authority.issue(name, "Almby kommun", PIN, *VALID), PIN, name)
        act = SigningAct(role, SIGNED_AT, "Justering av protokoll", "Almby")
        pdf = sign(pdf, one.field, key, act, font_folder() / "NotoSans-Regular.ttf")
        expected.append(ExpectedSignature(one.field, role, name, key.fingerprint))
        assert_accessible_archive_pdf(pdf)
    verdict = verify(pdf, tuple(expected), (authority.certificate,), NOW, original_sha256=sha256(original).hexdigest())
    assert verdict.ok, verdict.why
