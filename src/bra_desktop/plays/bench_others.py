"""A protocol of sixty pages beside other programs that make PDF, where the machine has them.

What a program needs to start is told by a document of one line. It is not counted where a limit is close: ours runs
within the window.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bra_desktop.documents.blocks import Document
from bra_desktop.plays.bench_documents import sample_protocol, sample_words
from bra_desktop.plays.bench_measure import Measure, milliseconds
from bra_desktop.plays.floors.typst_floor import typst_source
from bra_desktop.system.resources import resource_path

ITEMS = 80
TYPST_LIMIT = 1.0
OFFICE_LIMIT = 0.25
"""Of a whole conversion, as somebody has it made who has LibreOffice in place of this program."""
STARTED_OFFICE_LIMIT = 0.4
"""Of one in a LibreOffice that had been started."""
PATIENCE = 300

Program = Callable[[Path, Path], None]
"""Makes a PDF in the folder of the file."""


def beside_others(rounds: int) -> list[Measure]:
    """Typst's plain build of the same text, and LibreOffice's of the copy for Word, where they are there."""
    return [*_beside_typst(rounds), *_beside_office(rounds)]


def _beside_typst(rounds: int) -> list[Measure]:
    if (program := shutil.which("typst")) is None:
        return []

    def build(source: Path, folder: Path) -> None:
        fonts = ("--font-path", str(resource_path("fonts")))
        _run([program, "compile", *fonts, str(source), str(folder / f"{source.stem}.pdf")])

    with tempfile.TemporaryDirectory(prefix="bra-bench-") as place:
        whole, line = Path(place) / "whole.typ", Path(place) / "line.typ"
        whole.write_text(typst_source(sample_words(ITEMS)), "utf-8")
        line.write_text(typst_source([("text", ["Protokoll"])]), "utf-8")
        ours, theirs, start = _quickest(build, whole, line, rounds)
    return [Measure("Protokoll på 60 sidor mot typst", ours, "ms", max(theirs - start, 0.0), TYPST_LIMIT)]


def _beside_office(rounds: int) -> list[Measure]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return []

    def build(source: Path, folder: Path) -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        _run([program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)])

    with tempfile.TemporaryDirectory(prefix="bra-bench-") as place:
        whole, line = Path(place) / "whole.docx", Path(place) / "line.docx"
        whole.write_bytes(_copy(sample_protocol(ITEMS)))
        line.write_bytes(_copy(sample_protocol(0)))
        ours, theirs, start = _quickest(build, whole, line, rounds)
    name = "Protokoll på 60 sidor mot LibreOffice"
    return [
        Measure(name, ours, "ms", theirs, OFFICE_LIMIT),
        Measure(f"{name}, dess start borträknad", ours, "ms", max(theirs - start, 0.0), STARTED_OFFICE_LIMIT),
    ]


def _copy(document: Document) -> bytes:
    from bra_desktop.documents.copies import Copy
    from bra_desktop.documents.word.file import word_file

    return word_file(Copy(document, ""))


def _quickest(build: Program, whole: Path, line: Path, rounds: int) -> tuple[float, float, float]:
    """Ours, theirs and their start, each the quickest in milliseconds; in turns, after one of each to warm up."""
    from bra_desktop.documents.pdf.pdf import render

    document = sample_protocol(ITEMS)
    acts: Sequence[Callable[[], object]] = (
        lambda: render(document),
        lambda: build(whole, whole.parent),
        lambda: build(line, line.parent),
    )
    for act in acts:
        act()
    ours, theirs, start = (
        min(taken) for taken in zip(*([milliseconds(act) for act in acts] for _ in range(rounds)), strict=True)
    )
    return ours, theirs, start


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
