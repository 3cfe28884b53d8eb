"""Signing: into the fields made beforehand, one revision at a time, still an archive file afterwards."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.signing.appearance import Appearance
from bra_desktop.signing.pades import sign
from tests.signing.conftest import FONT, SIGNED_AT, SignedProtocol, act
from tests.signing.fields_pdf import pdf_with_fields, signature_fields
from tests.validators.plugin import AssertPdf
from tests.validators.small_pdf import small_pdf


def test_each_signature_only_adds_to_the_file(protocol: SignedProtocol) -> None:
    before = protocol.original
    for after in protocol.steps:
        assert after.startswith(before)
        before = after


@pytest.mark.java
def test_the_protocol_is_an_archive_file_before_and_after_its_signatures(
    protocol: SignedProtocol, assert_accessible_archive_pdf: AssertPdf
) -> None:
    assert_accessible_archive_pdf(protocol.original)
    assert_accessible_archive_pdf(protocol.steps[0])
    assert_accessible_archive_pdf(protocol.signed)


def test_the_first_signature_certifies_and_allows_only_further_signatures(protocol: SignedProtocol) -> None:
    signatures = PdfFileReader(io.BytesIO(protocol.signed)).embedded_signatures
    references = [one.sig_object.get("/Reference") for one in signatures]
    assert references[0][0]["/TransformMethod"] == "/DocMDP"
    assert references[0][0]["/TransformParams"]["/P"] == 2
    assert references[1:] == [None, None, None]


def test_the_file_stays_pdf_1_7(protocol: SignedProtocol) -> None:
    with pikepdf.open(io.BytesIO(protocol.signed)) as pdf:
        assert pdf.pdf_version <= "1.7"


def test_the_signature_is_pades_with_name_time_reason_and_place(protocol: SignedProtocol) -> None:
    first = PdfFileReader(io.BytesIO(protocol.signed)).embedded_signatures[0]
    assert first.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert first.sig_object["/Name"] == "Anna Svedin"
    assert first.sig_object["/Reason"] == "Justering av protokoll"
    assert first.sig_object["/Location"] == "Almby"
    assert first.self_reported_timestamp == SIGNED_AT


def test_the_stamp_says_when_by_whose_clock_and_leaves_name_and_role_to_the_line_below() -> None:
    assert Appearance(SIGNED_AT).lines == (
        "Elektroniskt underskrivet 2026-12-08",
        "kl.\u00a014.32 enligt datorns klocka",
    )


def test_the_fields_tell_which_are_signed(protocol: SignedProtocol) -> None:
    assert signature_fields(protocol.steps[1]) == {
        "sekreterare": True,
        "ordforande": True,
        "justerare-1": False,
        "justerare-2": False,
    }


def test_a_field_is_signed_only_once(protocol: SignedProtocol) -> None:
    with pytest.raises(RuleBroken, match="redan underskrivet"):
        sign(protocol.signed, "ordforande", protocol.keys["Eva Lind"], act(), FONT)


def test_a_field_that_does_not_exist_is_refused(protocol: SignedProtocol) -> None:
    with pytest.raises(UserError, match="inget underskriftsfält för Eva Lind"):
        sign(small_pdf(), "ordforande", protocol.keys["Eva Lind"], act(), FONT)


@pytest.mark.parametrize("data", [b"", b"hej", b"%PDF-1.7\n", pdf_with_fields()[:900]])
def test_a_file_that_is_no_pdf_is_refused(protocol: SignedProtocol, data: bytes) -> None:
    with pytest.raises(UserError, match="går inte att läsa"):
        sign(data, "ordforande", protocol.keys["Eva Lind"], act(), FONT)


def test_nobody_signs_with_an_expired_certificate(protocol: SignedProtocol) -> None:
    late = act(datetime(2054, 6, 1, tzinfo=UTC))
    with pytest.raises(RuleBroken, match="gällde till 2054-01-01"):
        sign(protocol.original, "ordforande", protocol.keys["Eva Lind"], late, FONT)
