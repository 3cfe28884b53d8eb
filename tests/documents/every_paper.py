"""Every paper of many meetings that Hypothesis makes, judged by our own checks and by the validator.

``python -m tests.documents.every_paper --count 100`` from the root of the tree, or ``--extreme`` for the meeting that
is too much of everything; ``--keep FOLDER`` keeps what fails.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bra_desktop.domain.content import MeetingContent
from tests.documents.any_meeting import some_meetings
from tests.documents.extreme_meeting import PICTURES as EXTREME_PICTURES
from tests.documents.extreme_meeting import extreme
from tests.documents.papers import Paper, papers
from tests.documents.pdf_checks import faults
from tests.documents.said import unsaid
from tests.documents.samples import ARMS, PICTURE, picture
from tests.documents.tagged_pdf import TaggedPdf
from tests.validators.pdf_validator import PdfValidator

_PICTURES = {PICTURE: picture(), **EXTREME_PICTURES}


@dataclass(frozen=True)
class Judged:
    """A paper of the meeting with that number, its pages, and what is wrong with it."""

    meeting: int
    kind: str
    pages: int
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        return "\n    ".join((f"meeting {self.meeting}, {self.kind}:", *self.wrong))


def papers_of(meetings: Sequence[MeetingContent]) -> Iterator[tuple[int, Paper]]:
    """Every paper of every meeting with the meeting's number; every second meeting has a coat of arms."""
    for number, content in enumerate(meetings):
        for paper in papers(content, ARMS if number % 2 else "", _PICTURES):
            yield number, paper


def judged(number: int, paper: Paper, folder: Path, validator: PdfValidator) -> Judged:
    """The paper drawn into the folder, and judged."""
    pdf, file = paper.pdf(), folder / f"{number} {paper.kind}.pdf"
    file.write_bytes(pdf)
    verdicts = validator.validate([file], paper.flavours)
    read = TaggedPdf(pdf)
    unheard = (f"inte läst: {text}" for text in unsaid(read, paper.compose()))
    wrong = [*map(str, (one for one in verdicts if not one.ok)), *faults(read), *unheard]
    if not wrong:
        file.unlink()
    return Judged(number, paper.kind, len(read.file.pages), tuple(wrong))


def main() -> int:
    """Judge them all and say the figures; 1 if any paper fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many meetings")
    parser.add_argument("--extreme", action="store_true", help="the extreme meeting instead")
    parser.add_argument("--keep", type=Path, help="folder for the papers that fail")
    chosen = parser.parse_args()
    begun = time.monotonic()
    meetings = [extreme()] if chosen.extreme else some_meetings(chosen.count)
    with TemporaryDirectory() as temporary, PdfValidator() as validator:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        every = []
        for number, paper in papers_of(meetings):
            every.append(judged(number, paper, folder, validator))
            if every[-1].wrong:
                sys.stdout.write(f"{every[-1]}\n")
    failed, kinds = sum(bool(one.wrong) for one in every), Counter(one.kind for one in every)
    sys.stdout.write(
        f"{len(meetings)} meetings, {len(kinds)} kinds of paper, {len(every)} files, "
        f"{sum(one.pages for one in every)} pages: {failed} fail. {time.monotonic() - begun:.0f} s\n"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
