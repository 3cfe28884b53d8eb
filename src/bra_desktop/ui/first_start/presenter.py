"""The three ways from an empty folder to a municipality. Knows no Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.desk import Desk, Seated
from bra_desktop.ui.running import Handle, Report, Runner


class FirstStartScreen(Protocol):
    """The first start as the presenter uses it."""

    def show_refusal(self, error: UserError) -> None: ...
    def show_working(self, words: str, done: int, total: int) -> None: ...
    def show_ready(self) -> None: ...
    def done(self, seated: Seated, said: str) -> None: ...


class FirstStartPresenter:
    """Creates, tries out or restores; what fails is told in the page and leaves the folder as it was."""

    def __init__(self, runner: Runner, desk: Desk, screen: FirstStartScreen) -> None:
        self._runner, self._desk, self._screen = runner, desk, screen
        self._work: Handle | None = None

    @property
    def folder(self) -> Path:
        """Where the data will lie."""
        return self._desk.paths.data

    def create(self, municipality: str, person: str, title: str, *, with_forums: bool) -> None:
        """Begin with three fields."""
        self._runner.write(
            lambda: self._desk.create(municipality, person, title, with_forums=with_forums),
            lambda seated: self._screen.done(seated, f"{seated.municipality} är skapad. Allt kan ändras i Register."),
            refused=self._screen.show_refusal,
        )

    def open_example(self) -> None:
        """Make the invented municipality in a folder of its own, and open it."""

        def make(report: Report) -> UserError | None:
            try:
                self._desk.make_example(report)
            except UserError as error:
                return error
            return None

        def made(refusal: UserError | None) -> None:
            if refusal is not None:
                self._screen.show_refusal(refusal)
                return
            said = "Det här är exempelkommunen. Nästa gång du startar är det din egen kommun som öppnas."
            self._runner.write(
                self._desk.visit_example,
                lambda seated: self._screen.done(seated, said),
                refused=self._screen.show_refusal,
            )

        self._screen.show_working("Förbereder exempelkommunen", 0, 0)
        self._work = self._runner.work(make, made, self._screen.show_working, cancelled=self._screen.show_ready)

    def restore(self, file: Path) -> None:
        """Bring a backup back into the empty folder."""
        self._runner.write(
            lambda: self._desk.restore(file),
            lambda seated: self._screen.done(seated, "Säkerhetskopian är återläst och kontrollerad."),
            refused=self._screen.show_refusal,
        )

    def cancel(self) -> None:
        """End making the example; nothing of it is left."""
        if self._work is not None:
            self._work.cancel()
