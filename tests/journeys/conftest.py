"""The dressed application and the road to the database, as the tests of the screen have them."""

from tests.ui.conftest import dressed, operations, theme

__all__ = ["dressed", "operations", "theme"]
