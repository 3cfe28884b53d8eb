"""The log tells what the program did, never what people wrote."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.system.log import FILE_NAME, allowed, start_log

log = logging.getLogger("bra_desktop.tests")


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[logging.Handler]:
    started = start_log(tmp_path)
    yield started
    logging.getLogger("bra_desktop").removeHandler(started)
    started.close()


def written(folder: Path) -> str:
    return (folder / FILE_NAME).read_text(encoding="utf-8")


def test_numbers_identities_and_the_programs_own_names_come_through(tmp_path: Path, handler: logging.Handler) -> None:
    name = str(uuid.uuid4())
    log.info("saved %s %d rows by %s to %s", name, 3, "storage.work", MeetingState.REVIEW)
    assert f"saved {name} 3 rows by storage.work to REVIEW" in written(tmp_path)


def test_what_people_wrote_becomes_its_kind_and_length(tmp_path: Path, handler: logging.Handler) -> None:
    log.warning("import of %s refused, %s", Path("/hem/asa/Möte.json"), "Åsa Öberg 19800101-1234")
    log.warning("named %(who)s", {"who": "Åsa Öberg"})
    log.error(ValueError("Åsa Öberg"))
    text = written(tmp_path)
    assert "refused, <str 23>" in text
    for secret in ("Möte", "Öberg", "1980"):
        assert secret not in text


def test_an_error_is_its_kinds_and_places_without_its_words(tmp_path: Path, handler: logging.Handler) -> None:
    try:
        try:
            raise LookupError("Åsa Öberg")
        except LookupError as error:
            raise RuntimeError("hemligt") from error
    except RuntimeError:
        log.exception("use case failed")
    text = written(tmp_path)
    assert "RuntimeError" in text
    assert "LookupError" in text
    assert "test_log.py:" in text
    assert "Öberg" not in text
    assert "hemligt" not in text


@given(words=st.lists(st.text(max_size=10), min_size=2, max_size=5))
def test_no_text_of_several_words_comes_through(words: list[str]) -> None:
    text = " ".join(words)
    assert allowed(text) == f"<str {len(text)}>"


def test_a_swedish_name_does_not_pass_for_a_name_of_the_program() -> None:
    for name in ("Öberg", "asa", "asa.oberg@almby.se", "Almby"):
        assert allowed(name) == f"<str {len(name)}>"
