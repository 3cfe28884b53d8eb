"""Somebody who writes in a meeting until the program fails, and presses Starta om. Started by the test beside it.

    python -m tests.ui.start.faulty_writer DATA NEWS

The restarted program runs the same command: what has been told in the file NEWS says how far it has come.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from bra_desktop.ui.crash.crash_dialog import CrashDialog
from tests.endurance.driven import CONTROL, Driver, Script, run
from tests.endurance.running_meeting import REF
from tests.ui.keyboard import part, type_text

WORDS = "Rådet åt ärtsoppa i É-salen"
LAST = " med pannkaka"
BACK = 3
"""Words between the caret and the end."""


def writes_until_it_fails(driver: Driver) -> Script:
    yield lambda: driver.window.shown() == "overview"
    driver.host.go("live", REF)
    yield lambda: driver.live() is not None
    for _item in range(2):
        driver.key(Qt.Key.Key_Down, CONTROL)
    yield lambda: (page := driver.live()) is not None and page.item.minutes.editor.hasFocus()
    page = driver.live()
    assert page is not None
    type_text(page.item.minutes.editor, WORDS)
    yield 1.0
    type_text(page.item.minutes.editor, LAST)
    for _word in range(BACK):
        driver.key(Qt.Key.Key_Left, CONTROL)
    driver.tell(wrote=page.texts.shown, caret=page.item.minutes.place())
    press = QTimer(driver)
    press.timeout.connect(lambda: _restart(driver))
    press.start(20)
    QTimer.singleShot(100, driver, _fail)
    yield 600.0


def _restart(driver: Driver) -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, CrashDialog):
        driver.tell(said=dialog.words.text())
        part(dialog, QPushButton, "crash.restart").click()


def _fail() -> None:
    raise LookupError("Karin Berg")


def looks_where_it_is(driver: Driver) -> Script:
    yield lambda: driver.window.shown() in ("overview", "live", "closed")
    if driver.window.shown() == "live":
        yield lambda: driver.live() is not None
        page = driver.live()
        assert page is not None
        yield page.item.minutes.editor.hasFocus
        text = page.item.minutes.editor.toPlainText()
        driver.tell(opened="live", item=page.texts.shown, caret=page.item.minutes.place(), text=text)
    else:
        driver.tell(opened=driver.window.shown())
    driver.window.close()


if __name__ == "__main__":
    data, news = Path(sys.argv[1]), Path(sys.argv[2])
    play = looks_where_it_is if news.exists() else writes_until_it_fails
    pipe = os.open(news, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    code = run(data, pipe, play)
    os.write(pipe, b'{"ended": true}\n')
    sys.exit(code)
