"""Clock times in the forms of people: while the meeting runs, what has not been is refused at its field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting_clock import Now, has_been
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.services.live.meeting_times import yet_to_come_words
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormField, Task, Values, clock_of, in_cell, rows_of, text_of
from bra_desktop.ui.live.scene import Scene


def with_past_clocks(form: Form, scene: Scene, now: Callable[[], datetime]) -> Form:
    """The form, which raises UserError for a clock time that is typed and yet to come when it is sent.

    A meeting that is written afterwards, on another day than its own, has all of its times behind it. now: the local
    moment.
    """
    if not scene.running:
        return form

    def submit(values: Values) -> Task:
        task = form.submit(values)
        for at, where in _typed(form, values):
            if not has_been(scene.content, Now(now(), _day(scene)), at):
                raise UserError(yet_to_come_words(at), where)
        return task

    return replace(form, submit=submit)


def _day(scene: Scene) -> date | None:
    return min(scene.held, scene.content.date) if scene.held else None


def _typed(form: Form, values: Values) -> Iterator[tuple[time, str]]:
    """The clock times that did not stand in the form when it was opened, with their places."""
    for field in form.fields:
        if field.past:
            yield from _new(text_of(values, field.name), (str(field.value),), field.name)
        elif field.kind is FieldKind.ROWS:
            yield from _typed_in_rows(field, values)


def _typed_in_rows(field: FormField, values: Values) -> Iterator[tuple[time, str]]:
    stood = rows_of({field.name: field.value}, field.name)
    for number, column in enumerate(field.columns):
        if column.past:
            before = tuple(line.cells[number] for line in stood)
            for row, line in enumerate(rows_of(values, field.name)):
                yield from _new(line.cells[number], before, in_cell(field.name, row, number))


def _new(words: str, before: tuple[str, ...], where: str) -> Iterator[tuple[time, str]]:
    at = clock_of(words, where)
    if at is not None and clock(at) not in before:
        yield at, where
