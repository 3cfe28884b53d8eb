"""Changes appended to a signed file as a revision of their own, the way a PDF editor does it."""

import io
from collections.abc import Callable

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from bra_desktop.signing.pades import sign
from bra_desktop.signing.verdicts import Answer
from bra_desktop.signing.verification import verify
from tests.signing.conftest import FONT, NOW, SignedProtocol, act


def paint_over(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    stream = writer.add_object(generic.StreamObject(stream_data=b"/Artifact BMC 1 0 0 rg 100 400 200 50 re f EMC"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), stream])
    writer.update_container(page)


def change_title(writer: IncrementalPdfFileWriter) -> None:
    title = {generic.pdf_name("/Title"): generic.pdf_string("Ändrad titel")}
    writer.set_info(generic.DictionaryObject(title))  # type: ignore[no-untyped-call]


def rename_field(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0].get_object()
    field["/TU"] = generic.pdf_string("Underskrift: någon annan")
    writer.update_container(field)


def write_nothing(writer: IncrementalPdfFileWriter) -> None:
    writer.update_root()  # type: ignore[no-untyped-call]


CHANGES = [paint_over, change_title, rename_field, write_nothing]


def appended(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    assert out.getvalue().startswith(pdf)
    assert len(out.getvalue()) > len(pdf)
    return out.getvalue()


@pytest.mark.parametrize("change", CHANGES)
def test_a_revision_after_the_last_signature_is_seen(
    protocol: SignedProtocol, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    verdict = verify(appended(protocol.signed, change), protocol.expected, protocol.roots, NOW)
    assert verdict.answer is Answer.BROKEN
    assert "något har lagts till i filen efter att Ida Wallgren (justerare) skrev under sist" in verdict.why


@pytest.mark.parametrize("change", CHANGES)
def test_a_revision_between_two_signatures_is_seen(
    protocol: SignedProtocol, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    pdf = appended(protocol.steps[2], change)
    pdf = sign(pdf, "justerare-2", protocol.keys["Ida Wallgren"], act(), FONT)
    verdict = verify(pdf, protocol.expected, protocol.roots, NOW)
    assert verdict.answer is Answer.BROKEN
    assert "något annat än underskrifter har lagts till mellan två underskrifter" in verdict.why


@pytest.mark.parametrize("change", CHANGES)
def test_a_revision_before_the_first_signature_is_not_the_locked_protocol(
    protocol: SignedProtocol, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    pdf = appended(protocol.original, change)
    first = protocol.expected[0]
    pdf = sign(pdf, first.field, protocol.keys[first.person], act(), FONT)
    # the locked file still lies unchanged at the beginning, so its digest alone would not tell
    verdict = verify(pdf, [first], protocol.roots, NOW, original_sha256=protocol.original_sha256)
    assert verdict.answer is Answer.BROKEN
    assert verdict.why == "Håller inte: det som skrevs under är inte det låsta protokollet."


def signed_with_a_change(
    protocol: SignedProtocol, pdf: bytes, number: int, change: Callable[[IncrementalPdfFileWriter], None]
) -> bytes:
    """The file as a signer with a rebuilt program would make it: the change and the signature in one revision."""
    who = protocol.expected[number]

    class ChangingWriter(IncrementalPdfFileWriter):
        def __init__(self, stream: io.BytesIO) -> None:
            super().__init__(stream)
            change(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bra_desktop.signing.pades.IncrementalPdfFileWriter", ChangingWriter)
        return sign(pdf, who.field, protocol.keys[who.person], act(), FONT)


@pytest.mark.parametrize("change", [paint_over, rename_field])
def test_the_last_signer_cannot_change_the_protocol_while_signing(
    protocol: SignedProtocol, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    pdf = signed_with_a_change(protocol, protocol.steps[2], 3, change)
    verdict = verify(pdf, protocol.expected, protocol.roots, NOW, original_sha256=protocol.original_sha256)
    assert verdict.answer is Answer.BROKEN
    assert "otillåtna ändringar har gjorts efter att Anna Svedin (sekreterare) skrev under" in verdict.why


@pytest.mark.parametrize("change", [paint_over, rename_field])
def test_the_first_signer_cannot_change_the_protocol_while_signing(
    protocol: SignedProtocol, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    pdf = signed_with_a_change(protocol, protocol.original, 0, change)
    verdict = verify(pdf, protocol.expected[:1], protocol.roots, NOW, original_sha256=protocol.original_sha256)
    assert verdict.answer is Answer.BROKEN
    assert "den som skrev under först har ändrat i protokollet" in verdict.why
