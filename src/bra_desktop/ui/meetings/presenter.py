"""What the list of meetings shows, and what its form does. Knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Protocol, TypeVar

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.lifecycle import next_step
from bra_desktop.domain.swedish import plural, sections
from bra_desktop.domain.swedish_dates import WEEKDAYS, clock_range, relative_day
from bra_desktop.services import reading
from bra_desktop.services.adjusted.archiving import Archived, archive_several
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.meeting_file.meeting_files import Imported
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import agendas, planning
from bra_desktop.services.preparing.planning import MeetingPlan, PlannedItem
from bra_desktop.services.reading import ForumRow, MeetingRow
from bra_desktop.ui.running import Runner

T = TypeVar("T")
CHANGED = ("meetings",)
BEFORE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.IN_PROGRESS)


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in the list. ``coming``: not yet held; ``held``: it has begun to leave minutes behind."""

    ref: str
    day: date
    day_words: str
    clock: str
    forum: str
    forum_short: str
    place: str
    title: str
    state: MeetingState
    paragraphs: str
    step: str
    coming: bool
    held: bool
    can_be_archived: bool
    has_protocol: bool


@dataclass(frozen=True)
class Listed:
    """The list with the forums whose meetings there are: (short name, how many)."""

    lines: tuple[MeetingLine, ...] = ()
    forums: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class PlanForm:
    """What the form offers: the forums, and what a new meeting of the first begins with."""

    forums: tuple[ForumRow, ...] = ()
    today: date = date.min


@dataclass(frozen=True)
class Suggested:
    """The agenda that a meeting of a forum on a day would begin with, as titles with where they come from.

    ``bare``: the same without what others may not see.
    """

    items: tuple[PlannedItem, ...] = ()
    words: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


class MeetingsScreen(Protocol):
    """The list as the presenter uses it."""

    def show_list(self, listed: Listed) -> None: ...
    def show_form(self, form: PlanForm) -> None: ...
    def show_suggested(self, suggested: Suggested) -> None: ...
    def planned(self, ref: str) -> None: ...
    def read_in(self, imported: Imported) -> None: ...
    def tell(self, words: str) -> None: ...


class MeetingsPresenter:
    """Reads the list, plans a meeting, reads a meeting file."""

    def __init__(
        self, runner: Runner, office: Office, screen: MeetingsScreen, save_typed: Callable[[], None] = lambda: None
    ) -> None:
        """``save_typed``: what is typed anywhere goes to the disk before what takes long to write."""
        self._runner, self._office, self._screen, self._save_typed = runner, office, screen, save_typed
        self._asked = (0, "", date.min)

    def load(self) -> None:
        office = self._office
        self._runner.reread(lambda: listed(reading.meetings(office), office.today()), self._screen.show_list)

    def open_form(self) -> None:
        office = self._office

        def ask() -> PlanForm:
            today = office.today()
            living = (f for f in reading.forums(office) if f.ends_on is None or f.ends_on >= today)
            return PlanForm(tuple(living), today)

        self._runner.read(ask, self._screen.show_form)

    def suggest(self, forum_id: str, day: date) -> None:
        """What the agenda would begin with. An answer to an older question is dropped."""
        office = self._office
        self._asked = asked = (self._asked[0] + 1, forum_id, day)

        def ask() -> Suggested:
            items = agendas.suggested_agenda(office, forum_id, day)
            return Suggested(items, tuple(map(_item_words, items)), tuple(map(_bare_words, items)))

        def show(suggested: Suggested) -> None:
            if self._asked == asked:
                self._screen.show_suggested(suggested)

        self._runner.read(ask, show)

    def plan(self, plan: MeetingPlan, refused: Callable[[UserError], None]) -> None:
        """Plans the meeting with the agenda that its forum and day lead to."""
        office = self._office
        self._runner.write(lambda: planning.plan_meeting(office, plan), self._screen.planned, CHANGED, refused)

    def archive(self, lines: Sequence[MeetingLine]) -> None:
        """Archives several by one act, and tells which could not be. What is archived stays so."""
        office, names = self._office, {line.ref: f"{line.forum_short} {line.day.isoformat()}" for line in lines}

        self._runner.write(
            lambda: archive_several(office, tuple(names)),
            lambda archived: self._screen.tell(archived_words(archived, names)),
            CHANGED,
        )

    def read_file(self, path: Path) -> None:
        """Reads a meeting in. What somebody types meanwhile waits for nothing but the writing itself."""
        office = self._office

        def write(content: MeetingContent) -> None:
            self._save_typed()
            self._runner.write(
                _leading_nowhere(lambda: meeting_files.import_content(office, content)),
                self._screen.read_in,
                (*CHANGED, "actions", "register"),
            )

        self._runner.read(_leading_nowhere(lambda: meeting_files.read_file(office, path)), write)


def _leading_nowhere(act: Callable[[], T]) -> Callable[[], T]:
    """A refusal names a place in the file, where no page can lead."""

    def done() -> T:
        try:
            return act()
        except UserError as error:
            error.where = ""
            raise

    return done


def listed(rows: tuple[MeetingRow, ...], today: date) -> Listed:
    """The list, coming meetings first by day, then the held ones with the latest first."""
    lines = [_line(row, today) for row in rows]
    coming = sorted((line for line in lines if line.coming), key=lambda line: line.day)
    rest = sorted((line for line in lines if not line.coming), key=lambda line: line.day, reverse=True)
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.forum_short] = counts.get(line.forum_short, 0) + 1
    return Listed((*coming, *rest), tuple(sorted(counts.items(), key=lambda one: -one[1])))


def archived_words(archived: Archived, names: Mapping[str, str]) -> str:
    """How many there were, and why not the others."""
    words = f"{plural(len(archived.refs), 'möte är arkiverat', 'möten är arkiverade')}."
    return " ".join((words, *(f"{names[ref]} gick inte att arkivera: {why}" for ref, why in archived.refused)))


def start_of(forum: ForumRow) -> time | None:
    """When the forum's meetings usually begin."""
    hour, _, minute = forum.default_start.replace(".", ":").partition(":")
    return time(int(hour), int(minute or 0)) if hour.isdecimal() else None


def _line(row: MeetingRow, today: date) -> MeetingLine:
    step = next_step(row.profile, row.state)
    coming = row.state in BEFORE
    held = not coming and row.state is not MeetingState.CANCELLED
    when = relative_day(row.day, today) if coming and abs((row.day - today).days) <= 60 else WEEKDAYS[row.day.weekday()]
    return MeetingLine(
        ref=row.ref,
        day=row.day,
        day_words=when,
        clock=clock_range(row.starts, row.ends),
        forum=row.forum,
        forum_short=row.forum_short or row.forum,
        place=row.place,
        title=row.title,
        state=row.state,
        paragraphs=_numbers(row),
        step=step.label.rstrip("…") if step else "",
        coming=coming,
        held=held,
        can_be_archived=step is not None and step.state is MeetingState.ARCHIVED,
        has_protocol=held and row.profile is not DocumentProfile.NOTES,
    )


def _numbers(row: MeetingRow) -> str:
    """The §§ of a protocol; notes have none to speak of, so their items are counted."""
    if row.first_paragraph is None or row.last_paragraph is None:
        return ""
    if row.profile is DocumentProfile.NOTES:
        return plural(row.items, "punkt", "punkter")
    return sections(list(range(row.first_paragraph, row.last_paragraph + 1)))


def _bare_words(item: PlannedItem) -> str:
    return _item_words(replace(item, title=WITHHELD_TITLE) if item.confidential else item)


def _item_words(item: PlannedItem) -> str:
    back = " (kommer tillbaka)" if item.carried_from or (item.basis and item.type.value == "previous_minutes") else ""
    return f"{item.title}{back}"
