"""One thread writes, and what a person types goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError

import pytest

from bra_desktop.storage.database import Database
from bra_desktop.storage.work import Work
from bra_desktop.storage.writer import PIECE, Urgency, Writer, WriterClosed, in_pieces
from tests.storage.small_schema import Gathering


def test_waiting_writes_are_taken_by_urgency_and_then_in_order() -> None:
    order: list[str] = []
    gate = threading.Event()
    with Writer() as writer:
        writer.submit(gate.wait)
        writer.submit(lambda: order.append("long"), Urgency.LONG)
        writer.submit(lambda: order.append("first"))
        writer.submit(lambda: order.append("second"))
        writer.submit(lambda: order.append("autosave"), Urgency.AUTOSAVE)
        gate.set()
    assert order == ["autosave", "first", "second", "long"]


def test_an_autosave_gets_in_between_the_pieces_of_a_long_write() -> None:
    order: list[object] = []
    handed_in = threading.Event()
    begun = threading.Event()

    def pieces() -> Generator[int, None, str]:
        for number in range(3):
            order.append(number)
            begun.set()
            handed_in.wait()
            yield number
        return "switched in"

    with Writer() as writer:
        answer = writer.submit_long(pieces())
        begun.wait()
        saved = writer.submit(lambda: order.append("autosave"), Urgency.AUTOSAVE)
        handed_in.set()
        saved.result()
        assert answer.result() == "switched in"
    assert order == [0, "autosave", 1, 2]


def test_a_cancelled_long_write_stops_between_two_pieces_and_cleans_up() -> None:
    events: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def pieces() -> Generator[None, None, None]:
        try:
            while True:
                begun.set()
                go_on.wait()
                yield
        finally:
            events.append("cleaned up")

    with Writer() as writer:
        answer = writer.submit_long(pieces())
        begun.wait()
        assert answer.cancel()
        go_on.set()
        with pytest.raises(CancelledError):
            answer.result()
        assert events == ["cleaned up"]


def test_progress_is_reported_and_errors_reach_whoever_asked() -> None:
    seen: list[object] = []

    def pieces() -> Generator[int, None, None]:
        yield 1
        raise LookupError("borta")

    def fails() -> None:
        raise ValueError("fel")

    with Writer() as writer:
        long, short = writer.submit_long(pieces(), seen.append), writer.submit(fails)
        with pytest.raises(LookupError):
            long.result()
        with pytest.raises(ValueError, match="fel"):
            short.result()
        assert writer.submit(lambda: 7).result() == 7
    assert seen == [1]


def test_closing_finishes_what_waits_and_takes_nothing_more() -> None:
    done: list[int] = []
    writer = Writer()
    for number in range(20):
        writer.submit(lambda number=number: done.append(number))  # type: ignore[misc]
    writer.close()
    writer.close()
    assert done == list(range(20))
    with pytest.raises(WriterClosed):
        writer.submit(lambda: None)


def test_a_long_list_is_written_in_pieces_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0

    def write(part: int) -> None:
        nonlocal now
        now += PIECE / 2.5
        written.append(part)

    written: list[int] = []
    monkeypatch.setattr("time.monotonic", lambda: now)
    assert list(in_pieces(range(7), write)) == [3, 6, 7]
    assert written == list(range(7))


def test_what_is_typed_is_saved_while_an_import_is_under_way(database: Database, work: Callable[..., Work]) -> None:
    with work() as w:
        w.add(Gathering(id="live", title=""))
        w.commit()
    typed = threading.Event()

    def save(number: int) -> None:
        with work("Läs in") as w:
            w.add(Gathering(id=str(number), title="inläst"))
            w.commit()

    def importing() -> Generator[int, None, None]:
        for number in range(10):
            save(number)
            yield number
            if number == 4:
                typed.wait()

    def autosave() -> int:
        with work("Skriv") as w:
            w.get(Gathering, "live").title = "skrivet"
            already = len(w.all(Gathering)) - 1
            w.commit()
            return already

    with Writer() as writer:
        seen: list[int] = []
        started = threading.Event()

        def progress(number: int) -> None:
            seen.append(number)
            started.set()

        answer = writer.submit_long(importing(), progress)
        started.wait()
        saved = writer.submit(autosave, Urgency.AUTOSAVE)
        typed.set()
        assert saved.result() < 10
        answer.result()
    assert seen == list(range(10))
