"""Who sits at the window and with which data: opened after the first paint, closed with the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bra_desktop.system.declared import ACTOR, BACKUP_FOLDER, DATA_FOLDER
from bra_desktop.ui import interrupted

if TYPE_CHECKING:
    from bra_desktop.services.office import Office
    from bra_desktop.services.overview import Surroundings
    from bra_desktop.system.paths import Paths
    from bra_desktop.system.settings import Settings

LAST_BACKUP = "backup.made_at"
COUNCIL = "bra"
EXAMPLE = "exempelkommun"


@dataclass(frozen=True)
class Running:
    """A meeting that has been opened and not closed: the one to go on with after a restart."""

    ref: str
    words: str


@dataclass(frozen=True)
class Seated:
    """What the window says of the data once they are open. ``municipality`` is empty before it has been created."""

    municipality: str = ""
    arms: bytes = b""
    person: str = ""
    role: str = ""
    late: int = 0
    running: Running | None = None
    backup: datetime | None = None
    """When the last backup was made on this computer, in local time."""
    interrupted: str = ""
    """The meeting that was being written when the program ended without being closed."""


class Desk:
    """The office of this window. Everything that opens or reads data is called on a worker thread."""

    def __init__(self, paths: Paths, settings: Settings, clock: Callable[[], datetime], *, named: bool = False) -> None:
        """``named``: the folder was given on the command line, so it has to be there and is never remembered."""
        self.settings = settings
        chosen = "" if named else settings.get(DATA_FOLDER)
        self.paths = replace(paths, data=Path(chosen)) if chosen else paths
        self._named = named or bool(chosen)
        self._keeps_choice = not named
        self._clock = clock
        self._office: Office | None = None

    @property
    def office(self) -> Office:
        """The open office. Raises RuntimeError before the data have been opened."""
        if self._office is None:
            raise RuntimeError("the data folder is not open")
        return self._office

    def now(self) -> datetime:
        """Date and time in Sweden, without time zone."""
        from bra_desktop.system.clock import local

        return local(self._clock())

    def sit_down(self) -> Seated:
        """Open the data; an empty folder is left empty until a municipality is created in it.

        Raises UserError for a folder that cannot be used.
        """
        from bra_desktop.services.opening_data import holds_data
        from bra_desktop.system.machine import refuse_here

        refuse_here(self.paths.data)
        if self._office is None:
            if not holds_data(self.paths.data, must_exist=self._named):
                return Seated()
            self._open(create=False)
        return self.look_around()

    def create(self, municipality: str, person: str, title: str, *, with_forums: bool) -> Seated:
        """Begin with three fields. Raises UserError for an empty one, and nothing is made then."""
        from bra_desktop.services import setting_up

        setting_up.require_fields(municipality, person)
        if self._office is None:
            if not self._named:
                self.paths.data.mkdir(parents=True, exist_ok=True)
            self._open(create=True)
        setting_up.create_municipality(self.office, municipality, person, title, with_forums=with_forums)
        self.be(person.strip())
        return self.look_around()

    def move_to(self, folder: Path) -> Seated:
        """Work with the data in another folder, also at the next start. Raises UserError when it cannot be used."""
        before, self._named = (self.paths, self._named), True
        self.close()
        self.paths = replace(self.paths, data=folder)
        try:
            seated = self.sit_down()
        except Exception:
            self.paths, self._named = before
            raise
        if self._keeps_choice:
            self.settings.put(DATA_FOLDER, str(folder))
        return seated

    # ── the invented municipality, in a folder of its own ────────────────────────────────────
    @property
    def example_folder(self) -> Path:
        """Beside the municipality's own data, never among them."""
        return self.paths.data.with_name(f"{self.paths.data.name} {EXAMPLE}")

    def make_example(self, told: Callable[[str, int, int], None]) -> None:
        """Play the invented municipality's two years, unless it has been done.

        ``told`` hears what is being made, and how much of the whole is done. What it raises ends the play, and then
        nothing is left of it.
        """
        import shutil

        from bra_desktop.plays.demo import play

        folder = self.example_folder
        if folder.exists():
            return
        half_made = folder.with_name(f"{folder.name}.new")
        shutil.rmtree(half_made, ignore_errors=True)
        try:
            data, papers = half_made / "data", half_made / "handlingar"
            data.mkdir(parents=True)
            papers.mkdir()
            play(data, papers, say=lambda _line: None, told=told)
            half_made.replace(folder)
        finally:
            shutil.rmtree(half_made, ignore_errors=True)

    def visit_example(self) -> Seated:
        """Open the invented municipality for as long as the window is open."""
        self.close()
        self.paths = replace(self.paths, data=self.example_folder / "data")
        self._named, self._keeps_choice = True, False
        return self.sit_down()

    # ── keeping ──────────────────────────────────────────────────────────────────────────────
    def restore(self, file: Path) -> Seated:
        """Bring a backup back into the empty folder and open it. Raises a StorageFailure with its sentence."""
        from bra_desktop.services import keeping

        self.close()
        self.paths.data.parent.mkdir(parents=True, exist_ok=True)
        keeping.restore(file, self.paths.data)
        return self.sit_down()

    def back_up(self, file: Path, progress: Callable[[int, int], None]) -> datetime:
        """Write everything into one file; answers when, in local time. Raises a StorageFailure with its sentence."""
        from bra_desktop.services import keeping

        keeping.back_up(self.office, file, progress)
        made = self.now()
        self.settings.put(BACKUP_FOLDER, str(file.parent))
        self.settings.remember(LAST_BACKUP, made.isoformat(timespec="seconds"))
        return made

    def backup_folder(self) -> Path | None:
        """Where the last backup was put, if that place is still there."""
        folder = self.settings.get(BACKUP_FOLDER)
        return Path(folder) if folder and Path(folder).is_dir() else None

    # ── what the window says ─────────────────────────────────────────────────────────────────
    def look_around(self) -> Seated:
        """What the window says of the data now."""
        from bra_desktop.domain.swedish_dates import day_and_month
        from bra_desktop.services import overview

        if self._office is None:
            return Seated()
        found = overview.surroundings(self._office)
        if found is None:
            return Seated()
        person, role = self._person(found)
        running, left = found.running, interrupted.meeting(self.settings)
        return Seated(
            found.municipality,
            found.arms,
            person,
            role,
            found.late,
            Running(running.ref, f"{running.forum_short} {day_and_month(running.day)}") if running else None,
            _read_moment(self.settings.recall(LAST_BACKUP)),
            left if left in found.unlocked else "",
        )

    def get_ready(self) -> None:
        """Load what everything but the first page needs."""
        if self._office is not None:
            self._office.database.get_ready()

    def be(self, person: str) -> None:
        """Work as this person from now on, and at the next start."""
        self.settings.put(ACTOR, person)
        if self._office is not None:
            self._office = self._office.acting_as(person)

    def close(self) -> None:
        """Let go of the data."""
        if self._office is not None:
            self._office.database.close()
            self._office = None

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _open(self, *, create: bool) -> None:
        from bra_desktop.services.office import Office
        from bra_desktop.services.opening_data import open_data
        from bra_desktop.system.device import this_device

        database = open_data(self.paths.data, create=create, first_page_first=True)
        try:
            device = this_device(self.paths.config)
        except BaseException:
            database.close()
            raise
        actor = self.settings.get(ACTOR) or device.user
        self._office = Office(database, actor, device.name, self._clock, _new_id)

    def _person(self, found: Surroundings) -> tuple[str, str]:
        """The person at work and what she is: as chosen, else the council's secretary."""
        from bra_desktop.domain.kinds import ROLE_WORDS, Role

        office, chosen = self.office, self.settings.get(ACTOR)
        own = [m for m in found.memberships if m.person == chosen]
        if not own and chosen not in found.people:
            own = [m for m in found.memberships if m.role is Role.SECRETARY]
        if not own:
            return chosen or office.actor, ""
        place = min(own, key=lambda m: (m.role is not Role.SECRETARY, m.template != COUNCIL))
        if place.person != office.actor:
            self._office = office.acting_as(place.person)
        return place.person, ROLE_WORDS[place.role]


def _new_id() -> str:
    import uuid  # nobody needs one before the first page

    return str(uuid.uuid4())


def _read_moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
