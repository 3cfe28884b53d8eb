"""What Åtgärder shows and does. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from bra_desktop.domain.confidentiality import personal_numbers
from bra_desktop.domain.due_phrases import parse_due
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ActionStatus, MeetingState
from bra_desktop.domain.swedish import plural
from bra_desktop.services import actions, reading, undoing
from bra_desktop.services.office import Office
from bra_desktop.services.papers import follow_up
from bra_desktop.services.reading import MeetingRow, OrganisationRow, PersonRow
from bra_desktop.system.results import write_results
from bra_desktop.ui.actions.lines import ActionLine, lines_of
from bra_desktop.ui.running import Handle, Report, Runner

CHANGED = ("actions",)
COMING = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.IN_PROGRESS)
Refused = Callable[[UserError], None]


@dataclass(frozen=True)
class Listed:
    """Everything that the page needs, from one moment."""

    lines: tuple[ActionLine, ...]
    organisations: tuple[OrganisationRow, ...]
    people: tuple[PersonRow, ...]
    meetings: tuple[MeetingRow, ...]
    today: date
    withheld: frozenset[str]
    """The actions of which nothing may be seen while others see the screen."""

    def coming(self, line: ActionLine) -> MeetingRow | None:
        """The next meeting of the forum that gave the action."""
        origin = line.row.origin
        if origin is None:
            return None
        held = (m for m in self.meetings if origin.forum_short in (m.forum_short, m.forum))
        return next((m for m in held if m.state in COMING and m.day >= self.today), None)

    def names(self) -> dict[str, str]:
        return {o.id: o.short_name or o.name for o in self.organisations}


@dataclass(frozen=True)
class Leaving:
    """What would leave the computer with the sheets."""

    sheets: int
    actions: int
    contacts: int
    numbers: frozenset[str]
    """The actions in which something looks like a personal identity number."""


@dataclass(frozen=True)
class Receipt:
    """What was put where."""

    files: int
    folder: Path
    withheld: str = ""
    """What is to be known of what isn't in them, as a sentence."""


class Screen(Protocol):
    """What the page shows for the presenter."""

    def show_list(self, listed: Listed) -> None: ...
    def kept(self, words: str, change_set: str, action_id: str) -> None: ...
    def told(self, words: str) -> None: ...


class ActionsPresenter:
    """Asks the services and hands values to the screen."""

    def __init__(self, runner: Runner, office: Office, screen: Screen) -> None:
        self._runner, self._office, self._screen = runner, office, screen

    def load(self) -> None:
        office = self._office

        def ask() -> Listed:
            today, organisations = office.today(), reading.organisations(office)
            receivers = tuple(o.id for o in organisations if o.receives_sheets)
            return Listed(
                lines_of(reading.actions(office), today, receivers), organisations, reading.people(office),
                reading.meetings(office), today, reading.withheld_actions(office),
            )  # fmt: skip

        self._runner.reread(ask, self._screen.show_list)

    def save(self, line: ActionLine | None, values: Mapping[str, Any], coming: date | None, refused: Refused) -> None:
        """Keeps a new action, or what was changed in one."""
        office = self._office

        def act() -> tuple[str, str]:
            known = line.row if line else None
            fields = dict(values)
            fields["due"] = due_of(fields["due"], office.today(), coming, known.due if known else None)
            if known is None:
                return actions.add_action(office, actions.NewAction(**fields)), ""
            kept = actions.change_action(office, known.id, fields, known.revision)
            return known.id, kept.id if kept else ""

        def done(result: tuple[str, str]) -> None:
            self._screen.kept("Åtgärden är ändrad." if line else "Åtgärden är tillagd.", result[1], result[0])

        self._runner.write(act, done, CHANGED, refused)

    def answer(
        self, line: ActionLine, organisation: str, status: ActionStatus, comment: str, new_due: str,
        coming: date | None, refused: Refused,
    ) -> None:  # fmt: skip
        """Keeps the organisation's answer, dated today."""
        office = self._office

        def act() -> str:
            day = due_of(new_due, office.today(), coming, None)
            kept = actions.answer(office, line.id, organisation, status, comment, day)
            return kept.id if kept else ""

        self._runner.write(act, lambda one: self._screen.kept("Svaret är inskrivet.", one, line.id), CHANGED, refused)

    def remove(self, line: ActionLine, refused: Refused) -> None:
        office = self._office

        def act() -> str:
            removed = actions.remove_action(office, line.id)
            return removed.id if removed else ""

        self._runner.write(act, lambda one: self._screen.kept("Åtgärden är borttagen.", one, ""), CHANGED, refused)

    def undo(self, change_set: str) -> None:
        office, runner = self._office, self._runner
        runner.write(
            lambda: undoing.undo(office, change_set, shared=runner.shared),
            lambda _set: self._screen.told("Ändringen är ångrad."),
            CHANGED,
        )

    def make_sheets(
        self, folder: Path, made: Callable[[Receipt], None], progress: Report, stopped: Callable[[], None]
    ) -> Handle:
        """Makes every sheet and puts them into the folder."""
        office = self._office

        def act(report: Report) -> Receipt:
            report("Samlar öppna åtgärder", 0, 0)

            def told(done: int, total: int) -> None:
                report(f"Skapar ark, {done} av {total}", done, total)

            books = follow_up.workbooks(office, progress=told)
            write_results({folder / book.file_name: book.content for book in books})
            return Receipt(len(books), folder, follow_up.withheld_words(books))

        return self._runner.work(act, made, progress, stopped)


def due_of(text: str, today: date, coming: date | None, before: date | None) -> date | None:
    """The day that the words mean, counted from today. Raises UserError, with the field's name, for other words."""
    if not text.strip():
        return None
    if before is not None and text.strip() == before.isoformat():
        return before
    try:
        return parse_due(text, today, coming)
    except UserError as wrong:
        raise UserError(wrong.text, where="due") from wrong


def leaving(listed: Listed) -> Leaving:
    """What the sheets would hold, for the question before they are made."""
    lines = [line for line in listed.lines if line.is_open]
    known = {o.id for o in listed.organisations}
    receiving = {key for line in lines for key in line.responsible if key in known}
    texts = {line.id: " ".join((line.text, line.row.goal, line.row.note, *_comments(line))) for line in lines}
    return Leaving(
        sheets=len(receiving) + 1 if lines else 0,
        actions=len(lines),
        contacts=len({line.contact for line in lines if line.contact}),
        numbers=frozenset(key for key, text in texts.items() if any(True for _ in personal_numbers(text))),
    )


def _comments(line: ActionLine) -> tuple[str, ...]:
    return tuple(answer.comment for answer in line.row.answers)


def leaving_words(found: Leaving) -> str:
    """How many sheets there will be, what is in them, and who may read it then."""
    names = plural(found.contacts, "kontaktpersons namn", "kontaktpersoners namn", none="inga namn på kontaktpersoner")
    tasks = plural(found.actions, "öppen åtgärd", "öppna åtgärder")
    return (
        f"{plural(found.sheets, 'ark', 'ark')} med {tasks} och {names}: ett till varje ansvarig organisation "
        "och ett med alla. Den som får ett ark får en allmän handling."
    )
