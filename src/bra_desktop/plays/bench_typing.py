"""Typing in an item of five thousand words while it is being saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from bra_desktop.domain.text import Block, Cell, Heading, ListItem, Paragraph, Row, Run, Table, TextDocument, plain_text
from bra_desktop.plays.bench_measure import Measure
from bra_desktop.plays.stage import Stage
from bra_desktop.services.live import minutes

WORDS = 5_000
LIMIT = 16.0
SENTENCE = (
    "Kommunpolisen redovisar läget i centrum sedan förra mötet och säkerhetssamordnaren berättar om vandringarna. "
    "Rådet diskuterar hur de boende kan få veta mer och vilka platser som behöver bättre belysning under hösten. "
)
POINTS = ("Tre insatser vid stationen", "Fler trygghetsvandringar under våren", "Nytt samarbete med butikerna")
ROWS = (("Plats", "Ansvarig", "Senast"), ("Stationen", "Samhällsbyggnad", "2027-03-15"), ("Torget", "Polisen", "–"))


def write_long_item(folder: Path, secretary: str, ref: str) -> int:
    """Fills the meeting's first item with so many words as minutes have them; answers how many there are."""
    stage = Stage(folder, secretary, lambda _line: None)
    try:
        item = stage.office.content(ref).items[0].key
        text = _long_text()
        minutes.save_text(stage.office, item, text)
    finally:
        stage.close()
    return _count(text)


def typing(use: Mapping[str, float]) -> Measure:
    """From the press of a key until its letter has been painted: all but one key in a hundred are quicker."""
    return Measure(f"Tangent till bokstav i {WORDS} ord (p99)", use["p99"], "ms", use["p99_bare"], LIMIT, "value")


def _long_text() -> TextDocument:
    blocks: list[Block] = []
    for number, block in enumerate(islice(cycle(_section()), 2_000), 1):
        blocks.append(_with_id(block, f"b{number}"))
        if number % len(_section()) == 0 and _count(TextDocument(tuple(blocks))) >= WORDS:
            break
    return TextDocument(tuple(blocks))


def _section() -> tuple[Block, ...]:
    def words(text: str) -> tuple[Run, ...]:
        return (Run(text),)

    table = Table("", tuple(Row(tuple(Cell(words(cell)) for cell in row)) for row in ROWS))
    points = tuple(ListItem("", 0, False, None, words(point)) for point in POINTS)
    return (
        Heading("", 1, words("Läget i centrum")),
        Paragraph("", words(SENTENCE * 2)),
        Paragraph("", (Run("Viktigt: ", bold=True), Run(SENTENCE))),
        *points,
        Paragraph("", words(SENTENCE * 3)),
        table,
        Paragraph("", words(SENTENCE)),
    )


def _with_id(block: Block, name: str) -> Block:
    return replace(block, id=name)


def _count(document: TextDocument) -> int:
    return len(plain_text(document).split())
