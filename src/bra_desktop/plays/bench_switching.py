"""Going from item to item in a meeting of a hundred."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bra_desktop.domain.text import Heading, ListItem, Paragraph, Run, TextDocument
from bra_desktop.plays.bench_measure import Measure
from bra_desktop.plays.stage import Stage
from bra_desktop.services.live import minutes
from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.planning import PlannedItem

ITEMS = 100
LIMIT = 50.0
SENTENCE = "Kommunpolisen redovisar läget i centrum sedan förra mötet, och rådet diskuterar vad som behöver göras. "


def write_many_items(folder: Path, secretary: str, ref: str) -> None:
    """Gives the meeting so many items, each with as many words as minutes usually have."""
    stage = Stage(folder, secretary, lambda _line: None)
    try:
        office = stage.office
        for number in range(len(office.content(ref).items), ITEMS):
            planning.add_item(office, ref, PlannedItem(title=f"Ärende {number + 1}"))
        for item in office.content(ref).items:
            minutes.save_text(office, item.key, _text())
    finally:
        stage.close()


def switching(use: Mapping[str, float]) -> Measure:
    """From the press of the key until the other text has been painted: all but one switch in a hundred are quicker."""
    name = f"Byte av ärende i ett möte med {ITEMS} ärenden (p99)"
    return Measure(name, use["p99"], "ms", use["p99_bare"], LIMIT, "value")


def _text() -> TextDocument:
    points = tuple(ListItem(f"p{n}", 0, False, None, (Run("En insats vid stationen"),)) for n in range(3))
    words = tuple(Paragraph(f"w{n}", (Run(SENTENCE * 3),)) for n in range(3))
    return TextDocument((Heading("h", 1, (Run("Läget i centrum"),)), *words, *points))
