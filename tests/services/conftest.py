"""A council at work for the tests of the use cases."""

from collections.abc import Iterator

import pytest

from tests.builders import Council, council


@pytest.fixture
def bra() -> Iterator[Council]:
    """The crime-prevention council: three seats, §§ per calendar year, signed electronically."""
    with council() as made:
        yield made
