"""The window: top bar, navigation, messages, the pages, the status line. It leads from page to page, nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.ui import interrupted
from bra_desktop.ui.first_frame import PROGRAM, Ground, Stillness
from bra_desktop.ui.page_shelf import PageShelf, Place
from bra_desktop.ui.room import Room

if TYPE_CHECKING:  # nothing of this is needed for the first frame
    from datetime import datetime

    from bra_desktop.ui.memory import Memory
    from bra_desktop.ui.operations import Operations
    from bra_desktop.ui.pages import Page, PageContext, PageSpec
    from bra_desktop.ui.theme.theme import Theme

SMALLEST = (960, 600)
SEARCH, SHARE = "Ctrl+K", "F4"
LED_TO = ("adjustment", "agenda", "item", "meeting", "participants")  # other places, as a file, no page leads to


class MainWindow(QMainWindow):
    """Pages are made when they are first shown. After a change of scale everything is built anew."""

    painted = Signal()
    search_asked = Signal()
    help_asked = Signal()
    late_asked = Signal()
    place_asked = Signal(str)
    """A refusal names what is missing; this asks to be led there."""
    rebuilt = Signal()
    """Everything was made anew after a change of scale: counts and the status line are to be told again."""

    def __init__(
        self,
        theme: Theme,
        specs: Sequence[PageSpec] = (),
        operations: Operations | None = None,
        memory: Memory | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        """With the theme alone it shows its planes, and waits to be furnished."""
        super().__init__()
        self.theme = theme
        self._shown = ""
        self._behind: list[Place] = []
        self._targets: dict[str, object] = {}
        self._has_painted = self._furnished = False
        self._close_anyway = self._save_fails = False
        self._held = False
        self._stillness = Stillness(self)
        self._municipality: tuple[str, bytes] = ("", b"")
        self._person: tuple[str, str] = ("", "")
        self._scale = theme.scale
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(*SMALLEST)
        self.setCentralWidget(Ground(self._first_paint, theme))
        if operations is not None and memory is not None and clock is not None:
            self.furnish(specs, operations, memory, clock)

    def furnish(
        self, specs: Sequence[PageSpec], operations: Operations, memory: Memory, clock: Callable[[], datetime]
    ) -> None:
        """Puts bars, navigation and pages in the place of the planes. Nothing else may be called before this."""
        from bra_desktop.ui.focused_keys import listen
        from bra_desktop.ui.shared_window import SharedWindow

        self.operations = operations
        self._memory, self._clock = memory, clock
        self._pages = PageShelf(specs, self._context, lambda page: self._stack.addWidget(page))
        operations.rested.connect(self._stillness.end)
        if self.isVisible():
            self._stillness.begin()
        self.sharing = SharedWindow(self, operations, memory)
        self._build()
        self._furnished = True
        places = [(f"Ctrl+{n}", partial(self._chosen, spec.name)) for n, spec in enumerate(self.places(), start=1)]
        listen(self, (("Alt+Left", self.go_back), (SEARCH, self._search), (SHARE, self.sharing.toggle), *places))
        self.theme.changed.connect(self._theme_changed)
        operations.changed.connect(self._written)
        operations.refused.connect(self.show_refusal)
        operations.screen_shared.connect(self._share)

    # ── what bootstrap and the pages use ─────────────────────────────────────────────────────
    def go(self, name: str, target: object = None) -> None:
        """Shows a page, perhaps for something. Raises KeyError for a page that isn't there."""
        spec, page = self._pages.specs[name], self._pages.take(name)
        before, left = self._pages.made(self._shown), self._pages.place_on(self._shown)
        if before is not None and before is not page:
            before.leave()
            self._end_meeting()
            self.messages.clear()
        self._shown = name
        self._navigation.mark(spec.under or name)
        self.top.setVisible(not spec.whole_window)
        self._navigation.setVisible(not spec.whole_window)
        self.status.show_extra("")
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(f"{spec.title} – {PROGRAM}")
        if target is not None:
            self._targets[name] = target
        page.arrive(target)
        if before is not None and (before is not page or page.here()[0] != left.what):
            self._behind.append(left)

    def go_back(self) -> None:
        if self._behind:
            *further, place = self._behind
            self.go(place.name, place.target())
            self._behind = further

    def has(self, name: str) -> bool:
        """Whether there is a page of that name."""
        return name in self._pages.specs

    def places(self) -> tuple[PageSpec, ...]:
        """The pages that stand in the navigation, in its order."""
        return tuple(spec for spec in self._pages.specs.values() if not spec.under)

    def page(self, name: str) -> Page | None:
        """The page if it has been made."""
        return self._pages.made(name)

    def shown(self) -> str:
        return self._shown

    def hold(self, held: bool) -> None:
        """Leads nowhere as long as there are no data to show: while they are opened, and before there are any."""
        self._held = held
        self._navigation.setEnabled(not held)
        self.top.search.setEnabled(not held)
        if not self._save_fails:
            self.status.show_all_saved(not held)

    def paint_now(self) -> None:
        """The page that is shown reads nothing, so nothing is waited for."""
        self._stillness.end()

    def show_municipality(self, name: str, arms: bytes = b"") -> None:
        self._municipality = (name, arms)
        self.top.show_municipality(name, arms)

    def show_person(self, name: str, role: str) -> None:
        self._person = (name, role)
        self.top.show_person(name, role)

    def set_count(self, name: str, number: int, tone: str = "muted", meaning: str = "") -> None:
        self._navigation.set_count(name, number, tone, meaning)

    def show_refusal(self, error: UserError) -> None:
        """The sentence in the bar, with a link to the first thing that is missing, or to a place that pages know."""
        place = error.missing[0].place if isinstance(error, RuleBroken) and error.missing else error.where
        act = partial(self.place_asked.emit, place) if place.partition("/")[0] in LED_TO else None
        self.messages.refuse(error.text, "Gå dit" if act else "", act)

    def saved_told(self, words: str, failing: bool) -> None:
        """What the autosave of the page says, in the status line and, while it fails, over the page."""
        self._save_fails = failing
        self.status.show_saved(words, failing)
        self.messages.saving(words, failing)

    def save_all(self) -> bool:
        """Has every page save what is unsaved and waits for it; whether all of it is on the disk."""
        self._pages.save_all()
        return self.operations.wait_for_writes() and not self._pages.unsaved()

    # ── building ─────────────────────────────────────────────────────────────────────────────
    def _build(self) -> None:
        from PySide6.QtWidgets import QStackedWidget

        from bra_desktop.ui.layouts import column, row
        from bra_desktop.ui.messages.message_bar import MessageBar
        from bra_desktop.ui.naming import named
        from bra_desktop.ui.navigation import Navigation
        from bra_desktop.ui.status_line import StatusLine
        from bra_desktop.ui.top_bar import TopBar

        theme = self.theme
        self.top, self.status = TopBar(theme), StatusLine(theme)
        self._navigation = Navigation(theme, tuple(self._pages.specs.values()))
        self.messages = MessageBar(theme)
        self._stack = QStackedWidget()
        self._navigation.chosen.connect(self._chosen)
        self.top.search_asked.connect(self.search_asked)
        self.status.help_asked.connect(self.help_asked)
        self.status.late_asked.connect(self.late_asked)
        self._content = content = column(theme, self.messages, (self._stack, 1), space=0)
        middle = row(theme, self._navigation, (content, 1), space=0)
        body = Ground(self._first_paint)
        body.setProperty("look", "page")
        named(body, "window.body", PROGRAM)
        body.setLayout(column(theme, self.top, (middle, 1), self.status, space=0))
        # It keeps the place in the order of Tab that the layout has given it, before the page.
        content.removeWidget(self.messages)
        self.messages.float_over(self._stack)
        self.sharing.say(content, self.messages, theme)
        self.setCentralWidget(body)
        body.show()  # at once, or a frame without anything would come between
        self.top.show_municipality(*self._municipality)
        self.top.show_person(*self._person)
        self.hold(self._held)
        self._fit()

    def _search(self) -> None:
        if not self._held:
            self.search_asked.emit()

    def _share(self, on: bool) -> None:
        self.sharing.follow(on, self._content, self.messages, self.theme)

    def _chosen(self, name: str) -> None:
        """The keyboard goes where the person went."""
        if not self._held:
            self.go(name)
            self._pages.take(name).take_keyboard()

    def _context(self) -> PageContext:
        from bra_desktop.ui.pages import PageContext

        return PageContext(
            self.theme, self.operations, self._memory, self.messages, self.go, self._clock, self.saved_told,
            self.status.show_extra,
        )  # fmt: skip

    def _theme_changed(self) -> None:
        if self.theme.scale != self._scale:
            self._scale = self.theme.scale
            # Not at once: the control that was used to choose the scale is one of those that go.
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        self.save_all()
        self._pages.leave(self._shown)
        shown, self._shown = self._shown, ""
        self._pages.put_away()
        self._build()
        if shown:
            self.go(shown, self._targets.get(shown))  # the page is new and has to be told again what it shows
        self.rebuilt.emit()

    def _written(self, areas: frozenset[str]) -> None:
        self.messages.something_done()
        if not self._save_fails:
            self.status.show_saved(f"Sparat {self._clock():%H.%M.%S}", False)
        shown = self._pages.made(self._shown)
        if shown is not None:
            shown.areas_changed(areas)

    # ── room ─────────────────────────────────────────────────────────────────────────────────
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._furnished:
            self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._furnished or self._close_anyway or self.save_all():
            if self._furnished:
                if not self._pages.leave_for_good(self._shown):
                    self._end_meeting()
                if not self._held:
                    self.sharing.end()
            super().closeEvent(event)
            return
        event.ignore()
        waiting = self._pages.unsaved() or self._shown
        if waiting != self._shown:
            self.go(waiting)
        page = self._pages.take(waiting)
        self.messages.refuse(page.unsaved_words, "Stäng ändå", self._close_unsaved)

    def _end_meeting(self) -> None:
        """Nobody writes in a meeting here any more. Without data nobody did, and another window's goes on."""
        if not self._held:
            interrupted.end(self._memory)

    def _close_unsaved(self) -> None:
        self._close_anyway = True
        self.close()

    def _fit(self) -> None:
        room = Room.of(self.width(), self.height(), self.theme.scale)
        self.top.set_window_width(self.width())
        self._navigation.set_rail(room.narrow)
        self._pages.set_room(room)

    def _first_paint(self) -> None:
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
