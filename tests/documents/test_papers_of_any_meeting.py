"""Whatever stands in a meeting, every paper of it is sound: by our own checks, and by the validator.

A hundred meetings and more: ``python -m tests.documents.every_paper --count 100``.
"""

from pathlib import Path

import pytest

from tests.documents.any_meeting import some_meetings
from tests.documents.every_paper import papers_of
from tests.documents.papers import Paper
from tests.documents.pdf_checks import faults
from tests.documents.said import unsaid
from tests.documents.tagged_pdf import TaggedPdf
from tests.validators.pdf_validator import PdfValidator

MEETINGS = 5

Drawn = list[tuple[int, Paper, bytes]]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return [(number, paper, paper.pdf()) for number, paper in papers_of(some_meetings(MEETINGS))]


def test_every_paper_of_any_meeting_is_sound_and_says_it_all_in_order(drawn: Drawn) -> None:
    wrong = {}
    for number, paper, pdf in drawn:
        read = TaggedPdf(pdf)
        if found := [*faults(read), *unsaid(read, paper.compose())]:
            wrong[f"{paper.kind} of meeting {number}"] = found
    assert wrong == {}


@pytest.mark.java
def test_the_validator_finds_nothing_either(drawn: Drawn, pdf_validator: PdfValidator, tmp_path: Path) -> None:
    kinds = list(dict.fromkeys(paper.kind for _, paper, _ in drawn))
    judged = []
    for number, paper, pdf in drawn:
        if (
            kinds.index(paper.kind) % MEETINGS == number
        ):  # each kind of one meeting, so that each is judged once: the engine takes its time
            file = tmp_path / f"{paper.kind}.pdf"
            file.write_bytes(pdf)
            judged += pdf_validator.validate([file], paper.flavours)
    assert {one.file.stem for one in judged} == set(kinds)
    assert [str(one) for one in judged if not one.ok] == []
