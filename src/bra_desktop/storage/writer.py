"""The one thread that writes, where autosave always goes first.

Use cases are queued by urgency. A long write (import, restore, archive) is a generator that yields between pieces of
at most `PIECE` seconds, so that what a person types is saved in between. Knows no Qt; the window and the tests use it
alike.
"""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")
Part = TypeVar("Part")

PIECE = 0.05  # seconds


class Urgency(IntEnum):
    """In which order waiting writes are taken; the same urgency in the order they came."""

    AUTOSAVE = 0
    PERSON = 1
    LONG = 2
    CLOSING = 3


class WriterClosed(RuntimeError):
    """A write was handed in after the writer had been closed."""


@dataclass(order=True)
class _Waiting:
    urgency: int
    number: int
    run: Callable[[], _Waiting | None] = field(compare=False)


class Writer:
    """A thread and its queue. :meth:`close` lets everything that was handed in finish first."""

    def __init__(self, name: str = "writer") -> None:
        self._queue: queue.PriorityQueue[_Waiting] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._handing_in = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._serve, name=name, daemon=False)
        self._thread.start()

    def submit(self, write: Callable[[], T], urgency: Urgency = Urgency.PERSON) -> Future[T]:
        """Queue one use case; the future holds its answer or its error."""
        answer: Future[T] = Future()

        def run() -> None:
            if answer.set_running_or_notify_cancel():
                _fulfil(answer, write)

        self._put(urgency, run)
        return answer

    def submit_long(
        self, pieces: Generator[object, None, T], on_progress: Callable[[Any], None] | None = None
    ) -> Future[T]:
        """Queue a long write, which is taken one piece at a time; the future holds what the generator returns.

        What it yields goes to `on_progress`, on the writer's thread. Cancelling the future stops it before its next
        piece, with GeneratorExit in the generator; so the pieces prepare, and the last one switches in.
        """
        answer = _LongAnswer[T]()

        def step() -> _Waiting | None:
            if answer.stopped:
                pieces.close()
                answer.cancelled_now()
                return None
            try:
                progress = next(pieces)
                if on_progress is not None:
                    on_progress(progress)
            except StopIteration as end:
                answer.set_result(end.value)
                return None
            except BaseException as error:  # noqa: BLE001 - handed to whoever asked, as Executor does
                answer.set_exception(error)
                return None
            return _Waiting(Urgency.LONG, next(self._numbers), step)

        self._put(Urgency.LONG, step)
        return answer

    def close(self) -> None:
        """Take nothing more, finish what waits, and end the thread. A second call does nothing."""
        with self._handing_in:
            if not self._closed:
                self._closed = True
                self._queue.put(_Waiting(Urgency.CLOSING, next(self._numbers), lambda: None))
        self._thread.join()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _put(self, urgency: Urgency, run: Callable[[], _Waiting | None]) -> None:
        with self._handing_in:
            if self._closed:
                raise WriterClosed
            self._queue.put(_Waiting(urgency, next(self._numbers), run))

    def _serve(self) -> None:
        while (waiting := self._queue.get()).urgency != Urgency.CLOSING:
            if (more := waiting.run()) is not None:
                self._queue.put(more)


class _LongAnswer(Future[T]):
    """A future that can be cancelled between two pieces, not only before the first."""

    def __init__(self) -> None:
        super().__init__()
        self.stopped = False

    def cancel(self) -> bool:
        if self.done():
            return False
        self.stopped = True
        return True

    def cancelled_now(self) -> None:
        super().cancel()
        self.set_running_or_notify_cancel()


def in_pieces(parts: Iterable[Part], write: Callable[[Part], object]) -> Iterator[int]:
    """Write parts until `PIECE` seconds have passed, then yield how many are done, so that others get in."""
    done, began = 0, time.monotonic()
    for part in parts:
        write(part)
        done += 1
        if time.monotonic() - began >= PIECE:
            yield done
            began = time.monotonic()
    yield done


def _fulfil(answer: Future[T], write: Callable[[], T]) -> None:
    try:
        result = write()
    except BaseException as error:  # noqa: BLE001 - handed to whoever asked, as Executor does
        answer.set_exception(error)
    else:
        answer.set_result(result)
