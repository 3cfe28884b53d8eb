"""The bench's measures keep their limits against the floor of the same run; never a number of seconds.

Where both sides do the same work in one process the limit holds as it is. Processes of their own are shaken by what
else the machine does, so those have a margin.
"""

import sys
from collections.abc import Callable

import pytest

from bra_desktop.plays.bench_data import make_two_years
from bra_desktop.plays.bench_documents import protocol
from bra_desktop.plays.bench_excel import workbook
from bra_desktop.plays.bench_measure import Measure
from bra_desktop.plays.bench_window import Starts, Window, overview, start

SHAKEN = 1.15  # a small workbook on a machine that does other things at the same time

QUIET_TRIES = 4  # to find a moment in which the bare window itself has not to wait for other programs

pytestmark = pytest.mark.benchmark


def test_a_protocol_takes_at_most_twice_as_long_as_plain_reportlab() -> None:
    measure = protocol(3)
    assert measure.ratio <= measure.limit


def test_a_workbook_takes_little_longer_than_bare_openpyxl() -> None:
    measure = workbook(5, rows=2_000)
    assert measure.ratio <= measure.limit * SHAKEN


@pytest.fixture(scope="module")
def starts(tmp_path_factory: pytest.TempPathFactory) -> Starts:
    """The real window and the bare one in turns, on two years of data; of a quiet moment, if there is one."""
    folder = tmp_path_factory.mktemp("two_years") / "data"
    folder.mkdir()
    window = Window([sys.executable, "-m", "bra_desktop", "--measure"], folder, make_two_years(folder))
    for _try in range(QUIET_TRIES):
        found = window.starts(3)
        if not found.shaken:
            break
    return found


@pytest.mark.parametrize("of_window", [start, overview])
def test_the_window_is_there_soon_after_a_bare_one(starts: Starts, of_window: Callable[[Starts], Measure]) -> None:
    if starts.shaken:
        # The clock tells of the other programs; what the processor has done for us may still be within the limit.
        assert starts.cpu is not None
        if not of_window(starts.cpu).ok:
            pytest.skip("other programs took the machine; the bare window itself had to wait")
        return
    measure = of_window(starts)
    assert measure.ok, measure.line()


def test_a_start_that_had_to_wait_for_other_programs_is_known_as_such() -> None:
    assert not Starts(210, 200, 420, Starts(205, 195, 405)).shaken
    assert Starts(500, 590, 1450, Starts(240, 280, 680)).shaken


def test_a_measure_is_judged_by_what_its_limit_is_about() -> None:
    assert Measure("m", 30.0, "ms", 20.0, 1.5).ok
    assert not Measure("m", 31.0, "ms", 20.0, 1.5).ok
    assert Measure("m", 500.0, "ms", 100.0, 400.0, "above").ok
    assert not Measure("m", 17.0, "ms", 20.0, 16.0, "value").ok
    assert set(Measure("m", 1.0, "ms", 1.0, 1.0).as_json()) >= {
        "name",
        "value",
        "unit",
        "floor",
        "ratio",
        "limit",
        "ok",
    }
