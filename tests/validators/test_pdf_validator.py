"""The validator is only worth its time if it fails what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.validators.pdf_validator import PdfValidator, validate
from tests.validators.small_pdf import small_pdf

pytestmark = pytest.mark.java


def test_a_sound_file_passes_both_standards(assert_accessible_archive_pdf: Callable[..., None]) -> None:
    assert_accessible_archive_pdf(small_pdf())


@pytest.mark.parametrize(
    ("flaw", "flavour", "clause"),
    [
        ({"embedded": False}, "2a", "6.2.11.4.1-1"),
        ({"tagged": False}, "2a", "6.7.2.2-1"),
        ({"tagged": False}, "ua1", "7.1-11"),
        ({"language": "!"}, "2a", "6.7.4-1"),
    ],
    ids=["font not embedded", "no tags, archive", "no tags, accessibility", "no such language"],
)
def test_each_flaw_is_named_by_the_clause_it_breaks(
    pdf_validator: PdfValidator, tmp_path: Path, flaw: dict[str, bool], flavour: str, clause: str
) -> None:
    file = tmp_path / "brist.pdf"
    file.write_bytes(small_pdf(**flaw))  # type: ignore[arg-type]
    (verdict,) = pdf_validator.validate([file], [flavour])
    assert not verdict.ok
    assert clause in [rule.clause for rule in verdict.broken], str(verdict)


def test_the_failure_text_of_the_fixture_says_which_rules_are_broken(
    assert_accessible_archive_pdf: Callable[..., None],
) -> None:
    with pytest.raises(AssertionError, match=r"6\.2\.11\.4\.1-1 .*embedded"):
        assert_accessible_archive_pdf(small_pdf(embedded=False))


def test_a_file_that_is_no_pdf_is_an_error_and_the_engine_goes_on(tmp_path: Path) -> None:
    broken, sound = tmp_path / "brev.pdf", tmp_path / "kallelse å ä ö.pdf"
    broken.write_text("inte en pdf")
    sound.write_bytes(small_pdf())
    first, second = validate([broken, sound], ["2a"])
    assert not first.ok
    assert first.error
    assert second.ok, str(second)
