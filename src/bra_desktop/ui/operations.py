"""The one road from the window to the database: a writer thread, readers, long work; answers on the window's thread."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.running import Cancelled, Report, told_of_act

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
Refused = Callable[[UserError], None]
READERS = 2
PATIENCE = 10.0
"""Seconds that closing waits for the disk."""


class Lane(IntEnum):
    """What goes first on the writer thread: what was typed, then what was asked for, last the end of the thread."""

    SAVE = 0
    WRITE = 1
    END = 2


@dataclass(order=True)
class _Job:
    lane: Lane
    number: int
    run: Callable[[], None] = field(compare=False)


class Operations(QObject):
    """Signals reach the window whichever page is open.

    changed: the areas that were written · refused: the UserError, for the message bar · crashed: anything else ·
    rested: everything that was to be read has been read and told.
    """

    changed = Signal(frozenset)
    refused = Signal(object)
    crashed = Signal(object)
    rested = Signal()
    stopping = Signal()
    long_write = Signal()
    """What takes long is going to be written: whatever is typed goes to the disk first, so that it need not wait."""
    screen_shared = Signal(bool)
    """See ``shared_screen.SharedScreen``, which tells it; here a window hears it without having loaded that."""
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count()
        self._unread = 0
        self.shared = False
        """Whether others see the screen, as a thread that writes may ask."""
        self._queue: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._handles: set[LongWork] = set()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._writer = threading.Thread(target=self._write_on, name="write", daemon=True)
        self._writer.start()

    def for_page(self, page: QObject) -> PageRunner:
        """The road for one page; what it has asked is dropped when the page is gone."""
        return PageRunner(self, page)

    def stop(self) -> None:
        """Does everything that waits, ends long work at its next report, then ends the threads."""
        self.stopping.emit()
        for handle in tuple(self._handles):
            handle.cancel()
        self._put(Lane.END, lambda: None)
        self._writer.join()
        for pool in self._pools.values():
            pool.shutdown(wait=True)

    def wait_for_writes(self, seconds: float = PATIENCE) -> bool:
        """Waits until everything asked for so far has been tried, and has its answers delivered.

        For closing, and before a crash is shown. False when the writer is stuck longer than that.
        """
        if not self._writer.is_alive():  # stopped, and stopping did everything that waited
            return True
        reached = threading.Event()
        self._put(Lane.WRITE, reached.set)
        in_time = reached.wait(seconds)
        QCoreApplication.sendPostedEvents(self)
        return in_time

    # ── the ways in, used by PageRunner ──────────────────────────────────────────────────────
    def submit_read(
        self, act: Callable[[], T], answer: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        if not self._writer.is_alive():  # the window is going; what was written last still asks its page to read anew
            return
        self._unread += 1
        self._pool("read", READERS).submit(self._attempt, act, self._then_rest(answer), self._then_rest(failed))

    def submit_write(
        self, lane: Lane, act: Callable[[], T], answer: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._put(lane, partial(self._attempt, act, answer, failed))

    def submit_work(
        self, handle: LongWork, act: Callable[[], T], answer: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._handles.add(handle)

        def run() -> None:
            self._attempt(act, answer, failed)
            self.post(partial(self._handles.discard, handle))

        self._pool("work", 1).submit(run)

    def post(self, call: Callable[[], None]) -> None:
        """Runs the call on the window's thread."""
        self._answered.emit(call)

    def fail(self, error: Exception, refused: Refused | None) -> None:
        """What the user can mend goes to the message bar or the field, everything else to the crash dialog."""
        if not isinstance(error, UserError):
            self.crashed.emit(error)
        elif refused is not None:
            refused(error)
        else:
            self.refused.emit(error)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _pool(self, name: str, threads: int) -> ThreadPoolExecutor:
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # not before the first paint

            self._pools[name] = ThreadPoolExecutor(threads, thread_name_prefix=name)
        return self._pools[name]

    def _put(self, lane: Lane, run: Callable[[], None]) -> None:
        self._queue.put(_Job(lane, next(self._numbers), run))

    def _write_on(self) -> None:
        while True:
            job = self._queue.get()
            if job.lane is Lane.END:
                return
            job.run()

    def _then_rest(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        def told(answer: T) -> None:
            try:
                tell(answer)
            finally:
                self._unread -= 1
                if not self._unread:
                    self.rested.emit()

        return told

    def _attempt(self, act: Callable[[], T], answer: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            result = act()
        except Exception as error:  # noqa: BLE001  (every error is told on the window's thread, none is swallowed)
            self.post(partial(failed, error))
        else:
            self.post(partial(answer, result))

    def _deliver(self, call: Callable[[], None]) -> None:
        call()


class PageRunner:
    """`running.Runner` for one page."""

    def __init__(self, operations: Operations, page: QObject) -> None:
        self._operations, self._page = operations, page
        self._readings = 0

    @property
    def shared(self) -> bool:
        return self._operations.shared

    def read(self, ask: Callable[[], T], done: Callable[[T], None], failed: Callable[[], None] | None = None) -> None:
        self._operations.submit_read(ask, self._if_open(done), self._failed(None, failed))

    def reread(self, ask: Callable[[], T], done: Callable[[T], None]) -> None:
        self._readings += 1
        reading = self._readings

        def answer(result: T) -> None:
            if reading == self._readings:  # two threads read, and the older one may be the slower
                done(result)

        self.read(ask, answer)

    def write(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        areas: Iterable[str] = (),
        refused: Refused | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        answer = self._then_changed(done, areas)
        told = refused or (lambda error: self._operations.refused.emit(told_of_act(error)))
        self._operations.submit_write(Lane.WRITE, act, answer, self._failed(told, failed))

    def save(self, act: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        self._operations.submit_write(Lane.SAVE, act, self._if_open(done), failed)

    def work(
        self,
        act: Callable[[Report], T],
        done: Callable[[T], None],
        progress: Report,
        cancelled: Callable[[], None] | None = None,
        areas: Iterable[str] = (),
    ) -> LongWork:
        handle = LongWork(self._operations, self._if_open_report(progress))

        def failed(error: Exception) -> None:
            if not isinstance(error, Cancelled):
                self._operations.fail(error, None)
            elif cancelled is not None and isValid(self._page):
                cancelled()

        self._operations.submit_work(handle, partial(act, handle.report), self._then_changed(done, areas), failed)
        return handle

    def _failed(self, refused: Refused | None, failed: Callable[[], None] | None) -> Callable[[Exception], None]:
        def told(error: Exception) -> None:
            if failed is not None and isValid(self._page):
                failed()
            self._operations.fail(error, refused if isValid(self._page) else None)

        return told

    def _if_open(self, done: Callable[[T], None]) -> Callable[[T], None]:
        def answer(result: T) -> None:
            if isValid(self._page):
                done(result)

        return answer

    def _if_open_report(self, progress: Report) -> Report:
        def told(words: str, done: int, total: int) -> None:
            if isValid(self._page):
                progress(words, done, total)

        return told

    def _then_changed(self, done: Callable[[T], None] | None, areas: Iterable[str]) -> Callable[[T], None]:
        changed = frozenset(areas)

        def answer(result: T) -> None:
            if done is not None and isValid(self._page):
                done(result)
            if changed:
                self._operations.changed.emit(changed)

        return answer


class LongWork:
    """Long work that is going on: carries its reports to the window and the wish to end it back."""

    def __init__(self, operations: Operations, progress: Report) -> None:
        self._operations, self._progress = operations, progress
        self._wanted_end = threading.Event()

    def cancel(self) -> None:
        self._wanted_end.set()

    def report(self, words: str, done: int, total: int) -> None:
        """Called by the work itself, on its thread. Raises Cancelled when the user has asked for an end."""
        if self._wanted_end.is_set():
            raise Cancelled
        self._operations.post(partial(self._progress, words, done, total))
