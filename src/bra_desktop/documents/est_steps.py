"""The five steps of EST (effektiv samordning för trygghet) in papers: told by a table's column ”Steg”, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bra_desktop.documents.text_blocks import Column, Table, text_row
from bra_desktop.domain import text as t
from bra_desktop.domain.swedish import NBSP

STEPS = ("Kartläggning", "Analys", "Insatser", "Uppföljning", "Återkoppling")
COLUMN = "Steg"


def step_of(words: str) -> int:
    """The step that a cell names, 1 to 5: ”3 Insatser”, ”3” or ”insatser”; 0 for anything else."""
    said = words.replace(NBSP, " ").strip().casefold()
    for number, name in enumerate(STEPS, 1):
        if said in (str(number), name.casefold(), f"{number} {name.casefold()}", f"{number}. {name.casefold()}"):
            return number
    return 0


def step_column(titles: Iterable[str]) -> int | None:
    """Which of the columns tells the step."""
    return next((n for n, title in enumerate(titles) if title.strip().casefold() == COLUMN.casefold()), None)


def steps_strip(texts: Iterable[t.TextDocument]) -> Table | None:
    """How many problems are in each step by the tables of the texts; None where no table tells steps."""
    counts = Counter(step for text in texts for block in text.blocks for step in _steps(block))
    if not counts:
        return None
    columns = tuple(Column(f"{number}{NBSP}{name}", width=33) for number, name in enumerate(STEPS, 1))
    said = (f"{counts[number] or 'inga'}{NBSP}problem" for number in range(1, len(STEPS) + 1))
    return Table(columns, (text_row(*said),), summary="Problem i varje steg", wide=True, whole=True, arrows=True)


def _steps(block: t.Block) -> Iterable[int]:
    if not isinstance(block, t.Table) or not block.header_rows:
        return ()
    at = step_column(t.runs_text(cell.runs) for cell in block.rows[0].cells)
    rows = block.rows[1:] if at is not None else ()
    found = (step_of(t.runs_text(row.cells[at].runs)) for row in rows if at is not None and at < len(row.cells))
    return [step for step in found if step]
