"""Keeping the computer awake, as far as each platform lets a test see it."""

import sys

import pytest

from bra_desktop.system.awake import SystemAwake


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it changes the computer")
def test_linux_is_left_to_the_desktop() -> None:
    awake = SystemAwake()
    awake.hold()
    awake.hold()
    awake.release()
    assert awake._process is None
