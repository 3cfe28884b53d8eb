"""The form of a meeting's clock times: what has not been, or ends before it began, is refused at its field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bra_desktop.domain.clock_gaps import backwards, broken_times, unclear_times
from bra_desktop.domain.content import AdjournmentContent, MeetingContent
from bra_desktop.domain.errors import Missing, UserError
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.meeting_clock import Now, has_been
from bra_desktop.domain.swedish import capital_first, quoted
from bra_desktop.domain.swedish_dates import at_clock, clock
from bra_desktop.domain.typed_days import read_day
from bra_desktop.services.live import minutes, opening
from bra_desktop.services.live.meeting_times import yet_to_come_words
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.closing.closing_lines import told_gaps
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormField, Task, Told, Values, clock_of, text_of
from bra_desktop.ui.live.scene import Scene, item_choices

TAKES_AWAY = "Töm båda klockslagen för att ta bort ajourneringen."
Clocks = Mapping[str, time | None]
"""What stands in each field of a clock time."""


def times_form(scene: Scene, now: Callable[[], datetime]) -> Form:
    """The clock times of the meeting and of the shown item, the day, and the breaks, which alone can be taken away.

    A meeting that has not been closed has no end to correct: closing it sets the time. now: the local moment.
    """
    content = scene.content
    own = _own_clocks(scene)
    day = FormField("day", "Mötets dag", value=content.date.isoformat(), example="t.ex. 2026-12-03 eller 3/12")
    fields = (*own, day, *_breaks(scene))

    def submit(values: Values) -> Task:
        clocks = [field for field in fields if field.kind is FieldKind.LINE and field.name != "day"]
        held = _day_of(text_of(values, "day"), now().date(), content.date)
        at = {field.name: clock_of(text_of(values, field.name), field.name) for field in clocks}
        for field in own:
            if field.value and at[field.name] is None:
                raise UserError("Ett klockslag kan rättas men inte tas bort. Skriv t.ex. 10.20.", field.name)
        dated = replace(content, date=held, opened_at=at["opened"] or content.opened_at)
        for field in clocks:
            known = content if field.name == "opened" else dated  # else an opening would be held against itself
            _check_has_been(replace(known, date=held), Now(now(), scene.held), field, at[field.name])
        _check_order(scene, dated, at)
        return _task(scene, held, at, _breaks_of(content, values, at))

    return Form("times", "Rätta klockslag", fields, "Ändra klockslagen", submit)


def _check_has_been(content: MeetingContent, now: Now, field: FormField, at: time | None) -> None:
    """Raises UserError for a time that has been typed and is yet to come."""
    if at is not None and _clock_words(at) != field.value and not has_been(content, now, at):
        raise UserError(yet_to_come_words(at), field.name)


def _breaks_of(content: MeetingContent, values: Values, at: Clocks) -> tuple[AdjournmentContent, ...]:
    return tuple(
        AdjournmentContent(at[f"from{n}"] or pause.from_time, at[f"to{n}"], text_of(values, f"after{n}"))
        for n, pause in enumerate(content.adjournments, 1)
        if at[f"from{n}"] or at[f"to{n}"]
    )


def _check_order(scene: Scene, content: MeetingContent, at: Clocks) -> None:
    """Raises UserError, with the field of the end, for what would end before it began."""
    pairs = [("Mötet", "opened", "closed"), (capital_first(scene.item_words()), "began", "ended")]
    pairs += [(f"Ajournering {n}", f"from{n}", f"to{n}") for n, _ in enumerate(content.adjournments, 1)]
    for what, start, end in pairs:
        began, ended = at.get(start), at.get(end)
        if began is not None and ended is not None and backwards(content, began, ended):
            words = f"{what} slutade {at_clock(ended)} men började först {at_clock(began)}."
            raise UserError(f"{words} Ändra ett av klockslagen.", end)


def _task(scene: Scene, held: date, at: Clocks, breaks: tuple[AdjournmentContent, ...]) -> Task:
    """Changes what has been corrected, and answers what is then at odds that was not before."""
    content, item = scene.content, scene.item

    def task(office: Office) -> object:
        before = {one.text for one in _at_odds(office.content(content.ref))}
        if held != content.date:
            planning.change_meeting(office, content.ref, {"day": held})
        if (at["opened"], at.get("closed", content.closed_at)) != (content.opened_at, content.closed_at):
            opening.set_clock(office, content.ref, at["opened"], at.get("closed"))
        if (at["began"], at["ended"]) != (item.opened_at, item.closed_at):
            minutes.set_clock(office, item.key, at["began"], at["ended"])
        if breaks != content.adjournments:
            opening.set_adjournments(office, content.ref, breaks)
        after = office.content(content.ref)
        new = tuple(one for one in _at_odds(after) if one.text not in before)
        return Told(" ".join(one.text for one in told_gaps(after, new, shared=scene.shared)))

    return task


def _at_odds(content: MeetingContent) -> tuple[Missing, ...]:
    return (*broken_times(content), *unclear_times(content))


def _own_clocks(scene: Scene) -> tuple[FormField, ...]:
    """The clock times of the meeting and of the shown item."""
    content, item, what = scene.content, scene.item, scene.item_words()
    ended = FormField("closed", "Mötet avslutades", value=_clock_words(content.closed_at))
    return (
        FormField("opened", "Mötet öppnades", value=_clock_words(content.opened_at)),
        *(() if content.state in NOT_ENDED else (ended,)),
        FormField("began", f"{what} började", value=_clock_words(item.opened_at)),
        FormField("ended", f"{what} slutade", value=_clock_words(item.closed_at)),
    )


def _breaks(scene: Scene) -> Iterator[FormField]:
    after = (("–", ""), *item_choices(scene))
    for n, pause in enumerate(scene.content.adjournments, 1):
        began, ended = _clock_words(pause.from_time), _clock_words(pause.to_time)
        yield FormField(f"from{n}", f"Ajournering {n} började", value=began, help_words=TAKES_AWAY)
        yield FormField(f"to{n}", f"Ajournering {n} slutade", value=ended)
        yield FormField(f"after{n}", f"Ajournering {n} efter", FieldKind.CHOICE, pause.after_item, after)


def _day_of(words: str, today: date, known: date) -> date:
    try:
        day = read_day(words, today, known)
    except ValueError as wrong:
        raise UserError(f"{quoted(words)} är ingen dag. {wrong}", "day") from None
    if day is None:
        raise UserError("Skriv mötets dag, t.ex. 2026-12-03.", "day")
    return day


def _clock_words(at: time | None) -> str:
    return clock(at) if at else ""
