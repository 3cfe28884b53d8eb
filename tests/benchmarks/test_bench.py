"""The bench's measures keep their limits against the floor of the same run; never a number of seconds.

Where both sides do the same work in one process the limit holds as it is. Processes of their own are shaken by what
else the machine does, so those have a margin.
"""

import pytest

from bra_desktop.plays.bench_documents import protocol
from bra_desktop.plays.bench_excel import workbook
from bra_desktop.plays.bench_measure import Measure

SHAKEN = 1.15  # a small workbook on a machine that does other things at the same time

pytestmark = pytest.mark.benchmark


def test_a_protocol_takes_at_most_twice_as_long_as_plain_reportlab() -> None:
    measure = protocol(3)
    assert measure.ratio <= measure.limit


def test_a_workbook_takes_little_longer_than_bare_openpyxl() -> None:
    measure = workbook(5, rows=2_000)
    assert measure.ratio <= measure.limit * SHAKEN


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
