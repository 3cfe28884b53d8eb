"""The bench: each measure beside its floor in the same run, so that a slow machine slows both.

A floor is the bare library doing the same work. Ours and the floor take turns, and the medians are compared; of
starts the quickest.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bra_desktop.plays.bench_data import SECRETARY, make_two_years
from bra_desktop.plays.bench_documents import protocol
from bra_desktop.plays.bench_excel import workbook
from bra_desktop.plays.bench_measure import Measure
from bra_desktop.plays.bench_others import beside_others
from bra_desktop.plays.bench_switching import switching, write_many_items
from bra_desktop.plays.bench_typing import typing, write_long_item
from bra_desktop.plays.bench_window import Window, in_a_quiet_moment, memory, overview, saving, start

ROUNDS = 5


def play(as_json: bool, window: Sequence[str], rounds: int = ROUNDS) -> int:
    """Measure everything and print a line each; answers 0 when every measure keeps its limit.

    ``window`` is the command that opens the real window, measures it and prints what it found.
    """
    measures = measure_all(window, rounds, (lambda _line: None) if as_json else print)
    if as_json:
        print(json.dumps([measure.as_json() for measure in measures], ensure_ascii=False, indent=1))
    else:
        print("Allt håller sin gräns." if all(m.ok for m in measures) else "Någon mätning håller inte sin gräns.")
    return 0 if all(measure.ok for measure in measures) else 1


def measure_all(window: Sequence[str], rounds: int, say: Callable[[str], None]) -> list[Measure]:
    """Every measure, on two years of data made for it in a temporary folder."""
    found: list[Measure] = []

    def tell(measure: Measure) -> None:
        found.append(measure)
        say(measure.line())

    for measure in (protocol, workbook):
        tell(measure(rounds))
    for beside in beside_others(min(rounds, 3)):
        tell(beside)
    with tempfile.TemporaryDirectory(prefix="bra-bench-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        ref = make_two_years(data)
        opened = Window(window, data, ref)
        starts = opened.starts(rounds)
        for of_window in (start, overview):
            tell(of_window(starts))
        use = opened.use()
        for of_use in (saving, memory):
            tell(of_use(use))
        write_long_item(data, SECRETARY, ref)
        tell(typing(in_a_quiet_moment(opened.typing)))
        write_many_items(data, SECRETARY, ref)
        tell(switching(in_a_quiet_moment(opened.switching)))
    return found
