"""The real window in a process of its own, with somebody at its keyboard who is a script.

The program starts as ``python -m bra_desktop --data D`` does; only the wish to know who leads the window is put in
between. Everything that comes to stand in the text is told on a pipe, one line of JSON each, with the clock that all
processes of the machine share: what has been told outlives the process.
"""

from __future__ import annotations

import itertools
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from bra_desktop import bootstrap
from bra_desktop.ui import start
from bra_desktop.ui.host import Host
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.rich_text.edit import RichTextEdit

Wait = float | Callable[[], bool]
"""Seconds, or what is waited for."""
Script = Iterator[Wait]
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LOOKS_AGAIN = 5  # milliseconds between looks at what is waited for


@dataclass
class Teller:
    """Writes to the pipe; a line is one write, so it is there whole or not at all."""

    pipe: int
    clock: Callable[[], float] = time.monotonic

    def __call__(self, **what: Any) -> None:
        os.write(self.pipe, (json.dumps(what | {"t": self.clock()}) + "\n").encode())


class Driver(QObject):
    """Goes through a script on the window's own thread, and presses keys as the system would."""

    def __init__(self, host: Host, tell: Teller) -> None:
        super().__init__(host)
        self.host, self.window, self.tell = host, host.window, tell
        self._script: Script = iter(())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._awaited: Callable[[], bool] | None = None

    def go_through(self, script: Script) -> None:
        self._script = script
        self._go_on()

    def live(self) -> LivePage | None:
        """Mötesläge, when it shows a meeting and has nothing on its way."""
        page = self.window.page("live")
        shown = isinstance(page, LivePage) and self.window.shown() == "live"
        if not shown or not isinstance(page, LivePage) or page.presenter.scene is None or page.presenter.busy():
            return None
        return page

    def letter(self, letter: str) -> None:
        """By the window's own event queue, from where it finds its way to what has the keyboard."""
        handle = self.window.windowHandle()
        key = {" ": Qt.Key.Key_Space, "\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}.get(letter, Qt.Key(0))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(handle, QKeyEvent(kind, key, NONE, letter.replace("\n", "\r")))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key that may be a shortcut."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def _go_on(self) -> None:
        wait = next(self._script, None)
        if wait is None:
            return
        self._awaited = wait if callable(wait) else None
        self._timer.start(LOOKS_AGAIN if callable(wait) else round(wait * 1000))

    def _look(self) -> None:
        if self._awaited is not None and not self._awaited():
            self._timer.start(LOOKS_AGAIN)
        else:
            self._go_on()


class Painted(QObject):
    """Counts what comes to stand in the editors of a window, and tells when all told so far has been painted."""

    def __init__(self, tell: Teller, parent: QObject) -> None:
        super().__init__(parent)
        self.tell = tell
        self._told = self._painted = 0

    def edit(self, item: str, at: int, removed: int, added: str) -> None:
        self._told += 1
        self.tell(edit={"item": item, "at": at, "removed": removed, "added": added})

    def follow(self, widget: QWidget) -> None:
        """When that one is painted, so is what stands in it."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._told > self._painted:
            QTimer.singleShot(0, self, partial(self._tell_painted, self._told))
        return False

    def _tell_painted(self, edits: int) -> None:
        self._painted = max(self._painted, edits)
        self.tell(painted=self._painted)


@dataclass
class Watcher(QObject):
    """Tells what comes to stand in the editor of minutes, and where the caret stands."""

    editor: RichTextEdit
    item: Callable[[], str]
    painted: Painted

    def __post_init__(self) -> None:
        super().__init__(self.editor)
        self.editor.changed_at.connect(self._changed)
        self.editor.cursorPositionChanged.connect(self._moved)
        self.painted.follow(self.editor.viewport())

    def _changed(self, place: int, removed: int, added: int) -> None:
        if self.editor._loading:
            return
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(place)
        last = self.editor.document().characterCount() - 1
        cursor.setPosition(min(place + added, last), QTextCursor.MoveMode.KeepAnchor)
        self.painted.edit(self.item(), place, removed, cursor.selectedText().replace("\u2029", "\n"))

    def _moved(self) -> None:
        self.painted.tell(caret=self.editor.textCursor().position(), item=self.item())


FORM = "form"
"""What the words of a form that is open are called among those of the items."""
FIELDS = {"action": "text", "statement": "text", "reservation": "text", "proposition": "text", "item": "title"}
"""The forms that are typed in, and the field of each."""


class FormWatcher(QObject):
    """Tells the same of a field of the form that is open, until the form goes."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, painted: Painted) -> None:
        super().__init__(editor)
        self._editor, self._painted = editor, painted
        self._words = self.words()
        editor.textChanged.connect(self._changed)
        editor.cursorPositionChanged.connect(self._moved)
        painted.follow(editor.viewport() if isinstance(editor, QPlainTextEdit) else editor)

    def words(self) -> str:
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()

    def caret(self) -> int:
        if isinstance(self._editor, QLineEdit):
            return self._editor.cursorPosition()
        return self._editor.textCursor().position()

    def thrown_away(self) -> None:
        """Nothing of it is wanted any more."""
        self._painted.edit(FORM, 0, len(self._words), "")

    def _changed(self) -> None:
        before, now = self._words, self.words()
        start = _alike(before, now)
        end = _alike(before[start:][::-1], now[start:][::-1])
        self._words = now
        self._painted.edit(FORM, start, len(before) - start - end, now[start : len(now) - end])

    def _moved(self) -> None:
        self._painted.tell(caret=self.caret(), item=FORM)


def _alike(one: str, other: str) -> int:
    """With how many letters both begin."""
    return sum(1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def run(data: Path, pipe: int, play: Callable[[Driver], Script]) -> int:
    """Open the window on the data and let the play have the keyboard; answers the exit code."""
    begun = start.start_with
    tell = Teller(pipe)

    def start_with(desk: Any, settings: Any) -> Any:
        def hosted(host: Host) -> None:
            driver = Driver(host, tell)
            driver.go_through(play(driver))

        return begun(desk, settings, hosted)

    start.start_with = start_with  # type: ignore[assignment]
    return bootstrap.run(["--data", str(data)])
