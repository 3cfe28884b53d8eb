"""A test that fails with data open fails alone: what it left is closed before the next one begins."""

import pytest

pytest_plugins = ["pytester"]

TWO_TESTS = """
import gc

from bra_desktop.storage.database import Database

left = []

def test_that_fails_with_data_open():
    left.append(Database.in_memory())
    with left[0].reading() as connection:
        connection.exec_driver_sql("SELECT 1")
    assert False, "on purpose"

def test_that_comes_after_it():
    assert not left[0].folder.exists()
    left.clear()
    gc.collect()
"""
CONFTEST = """
from tests.conftest import _close_what_a_failed_test_left_open, pytest_runtest_makereport
"""


def test_what_a_failed_test_left_open_disturbs_no_other_test(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TWO_TESTS)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-W", "error", "-p", "no:xdist")
    result.assert_outcomes(passed=1, failed=1)
