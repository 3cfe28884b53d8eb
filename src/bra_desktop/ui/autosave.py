"""Saves what is typed: at most 400 ms after the first unsaved key, at once when focus leaves, again when it fails."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import RuleBroken, UnkeepableText, UserError
from bra_desktop.ui.running import Runner
from bra_desktop.ui.save_schedule import SaveSchedule, SaveState

Write = Callable[[], object]


class Autosave(QObject):
    """One for each thing that is typed in. `snapshot` takes what stands there now and returns the call that saves it.

    told: the words for the status line and whether it is failing. saved: what the call answered. refused: a rule that
    won't take the text. crashed: a fault in the program; the text stays and is tried again.
    """

    told = Signal(str, bool)
    saved = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        snapshot: Callable[[], Write],
        clock: Callable[[], datetime],
        parent: QObject,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._runner, self._snapshot = runner, snapshot
        self._schedule = SaveSchedule(seconds, clock)
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    def watch(self, editor: QWidget) -> None:
        """Saves at once when the editor loses the focus."""
        editor.installEventFilter(self)

    def touched(self) -> None:
        """Something was typed."""
        self._schedule.typed()
        self._plan()
        self._tell()

    def flush(self) -> None:
        """Begins to save at once what is unsaved; wait with `Operations.wait_for_writes` where it must be done.

        Also while an earlier save is on its way: saves are written in the order in which they were begun.
        """
        if self._schedule.unsaved:
            self._begin()

    def clean(self) -> bool:
        return self._schedule.clean

    def failing(self) -> bool:
        return self._schedule.state is SaveState.FAILING

    def words(self) -> str:
        return self._schedule.words()

    def trouble(self) -> str:
        """What the last attempt failed on, as a sentence; empty when none failed or nobody knows."""
        return self._trouble if self.failing() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _plan(self) -> None:
        wait = self._schedule.wait()
        if wait is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(round(wait * 1000))

    def _begin(self) -> None:
        self._timer.stop()
        self._schedule.begun()
        self._runner.save(self._snapshot(), self._done, self._failed)
        self._tell()

    def _done(self, result: object) -> None:
        self._schedule.succeeded()
        self.saved.emit(result)
        self._plan()
        self._tell()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, RuleBroken):
            self._schedule.given_up()
            self.refused.emit(error)
        else:
            self._trouble = error.text if isinstance(error, UserError) else ""
            self._schedule.failed(error.text if isinstance(error, UnkeepableText) else "")
            if not isinstance(error, UserError | OSError):
                self.crashed.emit(error)
        self._plan()
        self._tell()

    def _tell(self) -> None:
        self.told.emit(self._schedule.words(), self.failing())
