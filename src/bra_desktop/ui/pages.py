"""What a page is to the window: a name, a title, an icon, and a factory that is called when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bra_desktop.ui.memory import Memory
from bra_desktop.ui.operations import Operations, PageRunner
from bra_desktop.ui.room import Room
from bra_desktop.ui.theme.theme import Theme


class Messages(Protocol):
    """The bar over the page, as pages use it."""

    def finished(self, words: str, link: str = "", act: Callable[[], None] | None = None) -> None: ...
    def refuse(self, words: str, link: str = "", act: Callable[[], None] | None = None) -> None: ...
    def offer_undo(self, words: str, undo: Callable[[], None], *, keyed: bool = True) -> None: ...
    def offer_redo(self, words: str, redo: Callable[[], None]) -> None: ...
    def promised(self, key: str) -> Callable[[], None] | None: ...
    def keep_promise(self) -> None: ...
    def written(self) -> None: ...
    def words(self) -> list[str]: ...
    def saving(self, words: str, failing: bool, link: str = "", act: Callable[[], None] | None = None) -> None: ...
    def begin_work(self, words: str, cancel: Callable[[], None]) -> None: ...
    def show_work(self, words: str, done: int, total: int) -> None: ...
    def end_work(self) -> None: ...


@dataclass(frozen=True)
class PageContext:
    """What every page gets: the look, the road to the database, the memory, the messages, and the way elsewhere."""

    theme: Theme
    operations: Operations
    memory: Memory
    messages: Messages
    go: Callable[[str, object], None]
    clock: Callable[[], datetime]
    told_saved: Callable[[str, bool], None]
    """What the status line says about saving: the words, and whether it is failing."""
    tell_extra: Callable[[str], None] = lambda _words: None
    """What the page adds to the status line, such as "§ 41 version 7"; empty takes it away."""


class Page(QWidget):
    """Base of all pages: knows its context and its road, and is told when it comes, goes, and gets another size."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.runner: PageRunner = context.operations.for_page(self)

    plans_by_key = False
    """Whether Ctrl+N plans a meeting here."""

    def arrive(self, target: object = None) -> None:
        """Shown, perhaps for something: the meeting or action to open. Called each time."""

    def here(self) -> tuple[str, str]:
        """What is shown and where in it, as `arrive` takes them to come back; empty on a page that needs no telling."""
        return "", ""

    def take_keyboard(self) -> None:
        """The person came by the navigation: the page's table takes the keyboard, or its first control."""
        from PySide6.QtWidgets import QTableView  # whose enumerations the first page does without

        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            return
        shown = [w for w in self.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        tables = [w for w in shown if isinstance(w, QTableView)]
        first = [w for w in shown if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for widget in (*tables, *first)[:1]:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """What is unsaved is saved now, and the page goes on as it is."""

    def leave(self) -> None:
        """Another page is shown, or the window closes: what is unsaved is saved now, and what the page holds let go."""
        self.save()

    def leave_for_good(self) -> bool:
        """The window closes while the page is shown; whether the next start shall open here, as it stands."""
        stays = self.stays()
        self.leave()
        return stays

    def stays(self) -> bool:
        """Keeps what is begun here as it stands for the next start, before `leave`; whether there is anything."""
        return False

    unsaved_words = "Det senaste du skrev är inte sparat. Vänta tills det står Sparat, eller spara en kopia först."
    """What is said when the window is to close and something typed here isn't on the disk."""

    def unsaved(self) -> bool:
        """Whether something typed here isn't on the disk. Asked after `save`, before the window closes."""
        return False

    def draft(self) -> object:
        """What is typed and not yet sent, for the page that is made in this one's place; None when there is nothing."""
        return None

    def take_up(self, draft: object) -> None:
        """Puts back what `draft` gave, when the page has what it needs."""

    def areas_changed(self, areas: frozenset[str]) -> None:
        """Something was written; reload if it concerns this page. Called for the page that is shown."""

    def keep_foot(self, height: int) -> bool:
        """Leaves the messages that many pixels at the foot, until told 0. False: they lie over the page instead."""
        return False

    def set_room(self, room: Room) -> None:
        """The window's width or height class has changed; called once before the page is shown."""


@dataclass(frozen=True)
class PageSpec:
    """name is also the first part of the page's object names. under: the page in whose place it stands in the
    navigation; empty for those that stand there themselves. at_bottom: apart from the others, as Inställningar.
    whole_window: it brings a strip of its own and stands without top bar and navigation.
    """

    name: str
    title: str
    icon: str
    factory: Callable[[PageContext], Page]
    under: str = ""
    at_bottom: bool = False
    whole_window: bool = False
