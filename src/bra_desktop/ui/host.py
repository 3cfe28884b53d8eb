"""Leads the window: opens the data, shows the first page, keeps counts and status line true, and opens what floats."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bra_desktop.domain.errors import UserError
from bra_desktop.ui import interrupted
from bra_desktop.ui.desk import Desk, Seated
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.running import Handle, Report

if TYPE_CHECKING:
    from logging import Handler

    from bra_desktop.ui.help.panel import HelpPanel
    from bra_desktop.ui.palette.palette import Palette

FIRST_PAGE = "overview"
READY_AFTER = 150  # milliseconds after the first page has been read: it has been painted by then
LOADED = frozenset({"actions", "meetings", "register"})
"""What the counts of the window are made of."""


class Host(QObject):
    """One for each window. ``begin_log`` starts the log in a folder, once that folder may be written to."""

    def __init__(self, window: MainWindow, desk: Desk, begin_log: Callable[[Path], Handler | None]) -> None:
        super().__init__(window)
        self.window, self.desk = window, desk
        self._begin_log = begin_log
        self._log: Handler | None = None
        self._runner = window.operations.for_page(self)
        self._seated = Seated()
        self._is_ready = False
        self._palette: Palette | None = None
        self._help: HelpPanel | None = None
        window.hold(True)
        window.search_asked.connect(self.open_palette)
        window.help_asked.connect(self.open_help)
        window.late_asked.connect(lambda: self.go("actions", "late"))
        window.place_asked.connect(self.lead_to)
        window.rebuilt.connect(self._tell_again)
        window.operations.changed.connect(self._written)
        window.operations.rested.connect(self._first_page_read)

    # ── opening ──────────────────────────────────────────────────────────────────────────────
    def open_data(self) -> None:
        """Open the data folder; shows the first page, the first start, or why the folder cannot be used."""
        self._runner.write(self.desk.sit_down, self.take_over, refused=self.turn_away)

    def _first_page_read(self) -> None:
        """What the other pages and the first write need is loaded now; beside the reading it would slow that down."""
        if not self._is_ready:
            self._is_ready = True
            QTimer.singleShot(READY_AFTER, self, self._get_ready)

    def _get_ready(self) -> None:
        self.keep_log()
        self._runner.write(self.desk.get_ready, lambda _none: self._load_pages())

    def _load_pages(self) -> None:
        """Where a person goes from the first page: loaded now it is there at once, and nothing waits for it."""
        from bra_desktop.ui.live import pages as live
        from bra_desktop.ui.meeting import pages as meeting

        def load(_report: Report) -> None:
            meeting.load()
            live.load()

        self._runner.work(load, lambda _none: None, lambda _words, _done, _total: None)

    def keep_log(self) -> None:
        """Begin the log, once there is a folder that may be written to; what writes it takes 8 ms to load."""
        if self._log is None and self._seated.municipality:
            self._log = self._begin_log(self.desk.paths.logs)

    def take_over(self, seated: Seated) -> None:
        """The data are open, or there are none yet."""
        if not seated.municipality:
            self.window.hold(True)
            self.window.go("first_start")
            self.window.paint_now()
            return
        self._seated = seated
        self._is_ready = False
        self.window.sharing.go_on()
        self._tell_again()
        if seated.interrupted:
            interrupted.count_try(self.desk.settings)
            self.go("live", seated.interrupted)
        else:
            self.window.go(FIRST_PAGE)
        self.window.hold(False)  # not before: a page that had no data to show is no meeting that somebody has left

    def turn_away(self, error: UserError) -> None:
        """The folder cannot be used: the sentence stands in the window, with the ways on."""
        self.window.hold(True)
        self.window.go("closed", error)
        self.window.paint_now()

    # ── leading ──────────────────────────────────────────────────────────────────────────────
    def go(self, name: str, target: object = None) -> None:
        """Show a page if this version has it."""
        if self.window.has(name):
            self.window.go(name, target)

    def lead_to(self, place: str) -> None:
        """Where a missing thing is mended: the page that is shown knows its own places."""
        page = self.window.page(self.window.shown())
        for name in ("lead_to", "go_to"):
            lead = getattr(page, name, None)
            if lead is not None:
                lead(place)
                return

    def open_palette(self) -> None:
        """Search and commands."""
        if not self._seated.municipality:
            return
        from bra_desktop.ui.palette.commands import commands_of
        from bra_desktop.ui.palette.palette import Palette

        if self._palette is None:
            self._palette = Palette(self.window, self.desk, lambda: commands_of(self, self._seated.running))
        self._palette.open()

    def open_help(self) -> None:
        """Help and the keys of the page that is shown."""
        from bra_desktop.ui.help.panel import HelpPanel

        if self._help is None:
            self._help = HelpPanel(self.window)
        self._help.open()

    def choose_look(self, appearance: str, size: int) -> None:
        """Another theme or another size in percent, kept as the settings page keeps it; empty and 0 leave it."""
        from bra_desktop.ui.settings_page.presenter import LookPresenter

        presenter = LookPresenter(self.desk.settings)
        try:
            if appearance:
                self.window.theme.choose(choice=presenter.choose_theme(appearance).theme)
            if size:
                self.window.theme.choose(scale=presenter.choose_size(size).scale)
        except UserError as error:
            self.window.show_refusal(error)

    # ── backup ───────────────────────────────────────────────────────────────────────────────
    def ask_backup(self) -> None:
        """Ask where to put a backup and make it."""
        from bra_desktop.ui.widgets.file_choice import file_to_save

        day = self.desk.now().date().isoformat()
        name = f"Säkerhetskopia {self._seated.municipality} {day}.brabackup"
        folder = self.desk.backup_folder()
        place = str(folder / name) if folder else name
        file = file_to_save(self.window, "Skapa säkerhetskopia", place, "Säkerhetskopia (*.brabackup)")
        if file is not None:
            self.back_up(file)

    def back_up(self, file: Path) -> None:
        """Make a backup; tells how far it has come, and how it went."""
        held: list[Handle] = []

        def make(report: Report) -> datetime | UserError:
            try:
                return self.desk.back_up(file, lambda done, total: report(f"{done} av {total} filer", done, total))
            except UserError as error:
                return error

        def made(at: datetime | UserError) -> None:
            self.window.messages.end_work()
            if isinstance(at, UserError):
                self.window.show_refusal(at)
                return
            self.window.status.show_backup(backup_words(at, self.desk.now()))
            self.window.messages.finished(f"Säkerhetskopian är skapad kl. {at:%H.%M} och kontrollerad: {file.name}")

        self.window.messages.begin_work("Skapar säkerhetskopia", lambda: held[0].cancel())
        held.append(
            self._runner.work(make, made, self.window.messages.show_work, cancelled=self.window.messages.end_work)
        )

    # ── what the window says ─────────────────────────────────────────────────────────────────
    def _written(self, areas: frozenset[str]) -> None:
        if areas & LOADED and self._seated.municipality:
            self._runner.read(self.desk.look_around, self._tell)

    def _tell(self, seated: Seated) -> None:
        self._seated = seated
        self._tell_again()

    def _tell_again(self) -> None:
        seated, window = self._seated, self.window
        if not seated.municipality:
            return
        window.show_municipality(seated.municipality, seated.arms)
        window.show_person(seated.person, seated.role)
        window.set_count("actions", seated.late, "late", f"{seated.late} försenade")
        window.status.show_late(seated.late)
        window.status.show_backup(backup_words(seated.backup, self.desk.now()))
        for floating in (self._palette, self._help):
            if floating is not None:
                floating.deleteLater()
        self._palette = self._help = None


def backup_words(made: datetime | None, now: datetime) -> str:
    """Words such as "Säkerhetskopia i dag 12.00", or that there is none."""
    from bra_desktop.domain.swedish_dates import relative_day

    if made is None:
        return "Ingen säkerhetskopia än"
    return f"Säkerhetskopia {relative_day(made.date(), now.date())} {made:%H.%M}"
