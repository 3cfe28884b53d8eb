"""Fixtures of the PDF validator, loaded for every test."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.validators.pdf_validator import ARCHIVE_AND_ACCESSIBLE, PdfValidator, ValidatorUnavailable

AssertPdf = Callable[..., None]


@pytest.fixture(scope="session")
def pdf_validator() -> Iterator[PdfValidator]:
    """One engine for the whole run. On Linux the set-up brings it, so its absence fails; elsewhere it is optional."""
    try:
        validator = PdfValidator()
    except ValidatorUnavailable as missing:
        if sys.platform.startswith("linux"):
            raise
        pytest.skip(str(missing))
    with validator:
        yield validator


@pytest.fixture
def assert_accessible_archive_pdf(pdf_validator: PdfValidator, tmp_path: Path) -> AssertPdf:
    """Assert that a file, or the bytes of one, is PDF/A-2a and PDF/UA-1 (or the flavours named)."""

    def check(pdf: Path | bytes, flavours: Sequence[str] = ARCHIVE_AND_ACCESSIBLE) -> None:
        file = pdf if isinstance(pdf, Path) else tmp_path / "judged.pdf"
        if isinstance(pdf, bytes):
            file.write_bytes(pdf)
        failures = [verdict for verdict in pdf_validator.validate([file], flavours) if not verdict.ok]
        assert not failures, "\n".join(map(str, failures))

    return check
