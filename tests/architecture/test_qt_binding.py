import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_none_do_not_use_up_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 lost a reference to None with each such call and died after some 5,700 of them."""
    label = QLabel()
    calls = 1_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        label.setText("§ 1")
    lost = before - sys.getrefcount(None)
    assert lost < calls / 10
