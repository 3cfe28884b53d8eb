"""The pane beside the tabs: an item, a person, who does what on the meeting, or the meeting's own time and place.

Each of the four is imported and built when it is first opened.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.ui.meeting.agenda.lines import agenda_lines, annex_lines
from bra_desktop.ui.meeting.edits import AgendaEdits, PeopleEdits
from bra_desktop.ui.meeting.keyboard_place import holds_keyboard
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.agenda.item_pane import ItemPane
    from bra_desktop.ui.meeting.details_pane import DetailsPane
    from bra_desktop.ui.meeting.edits import Road
    from bra_desktop.ui.meeting.people.officers_pane import OfficersPane
    from bra_desktop.ui.meeting.people.person_pane import PersonPane
    from bra_desktop.ui.meeting.spelling import MeetingSpelling
    from bra_desktop.ui.pages import PageContext

    Pane = ItemPane | DetailsPane | PersonPane | OfficersPane

WIDTH = 420
NO_LIMIT = 16_777_215
ITEM, PERSON, OFFICERS, DETAILS = "item", "person", "officers", "details"


class Side(QStackedWidget):
    """Hidden until something is opened in it. `changed`: opened or closed. `item_came`: a new item is shown.

    `keyboard_free`: a pane that held the keyboard has been closed. The others are those of the panes.
    """

    changed = Signal()
    keyboard_free = Signal()
    item_came = Signal(str)
    item_saved = Signal()
    item_removed = Signal()
    annex_wanted = Signal(str)
    later_wanted = Signal(str)
    signing_wanted = Signal(str)
    person_removed = Signal(str, str)
    register_asked = Signal(str)

    def __init__(
        self, context: PageContext, road: Road, presenter: MeetingPresenter, spelling: MeetingSpelling
    ) -> None:
        super().__init__()
        self._context, self._theme, self._road, self._presenter = context, context.theme, road, presenter
        self._spelling = spelling
        self._loaded: Loaded | None = None
        self._wanted_item = self._shown = ""
        self.setMinimumWidth(self._theme.px(320))
        self.hide()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.keep)

    # ── the panes, built when they are first asked for ───────────────────────────────────────
    @cached_property
    def item(self) -> ItemPane:
        from bra_desktop.ui.meeting.agenda.item_pane import ItemPane

        pane = ItemPane(self._context, AgendaEdits(*self._road), self._spelling)
        pane.saved.connect(self.item_saved)
        pane.removed.connect(self.item_removed)
        pane.annex_wanted.connect(self.annex_wanted)
        pane.later_wanted.connect(self.later_wanted)
        pane.signing_wanted.connect(self.signing_wanted)
        self._take_in(pane)
        return pane

    @cached_property
    def person(self) -> PersonPane:
        from bra_desktop.ui.meeting.people.person_pane import PersonPane

        pane = PersonPane(self._theme, PeopleEdits(*self._road))
        pane.removed.connect(self.person_removed)
        pane.register_asked.connect(self.register_asked)
        self._take_in(pane)
        return pane

    @cached_property
    def officers(self) -> OfficersPane:
        from bra_desktop.ui.meeting.people.officers_pane import OfficersPane

        pane = OfficersPane(self._theme, PeopleEdits(*self._road))
        self._take_in(pane)
        return pane

    @cached_property
    def details(self) -> DetailsPane:
        from bra_desktop.ui.meeting.details_pane import DetailsPane

        pane = DetailsPane(self._theme, self._presenter.change)
        self._take_in(pane)
        return pane

    def is_open(self) -> bool:
        return not self.isHidden()

    def belongs_to_agenda(self) -> bool:
        return self._shown == ITEM

    def item_shown(self) -> str:
        """The key of the item whose pane is open; empty when none is."""
        return self.item.item_key() if self.belongs_to_agenda() else ""

    def belongs_to_people(self) -> bool:
        return self._shown in (PERSON, OFFICERS)

    def set_narrow(self, narrow: bool) -> None:
        """When the window is narrow the pane takes the place of the tabs."""
        self.setMaximumWidth(NO_LIMIT if narrow else self._theme.px(WIDTH))

    def show_meeting(self, loaded: Loaded) -> None:
        """Renews what is open; an item that was asked for before it had come is opened."""
        before, self._loaded = self._loaded or loaded, loaded
        if self.is_open() and self.item_shown() in loaded.withheld - before.withheld:
            self.close_pane()  # it was marked while others see the screen
        if self._wanted_item:
            wanted, self._wanted_item = self._wanted_item, ""
            self._show_item(wanted, new=True)
        elif not self.is_open():
            return
        elif self.belongs_to_agenda():
            self._show_item(self.item.item_key())
        elif self._shown == PERSON:
            self.open_person(self.person.person_id())
        elif self._shown == OFFICERS:
            self.officers.show_meeting(loaded)

    def open_item(self, key: object) -> None:
        """An item of the agenda, now or when it has come; anything else closes the pane."""
        if not isinstance(key, str) or self._loaded is None:
            self.close_pane()
        elif any(item.key == key for item in self._loaded.view.content.items):
            self._show_item(key)
        else:
            self._wanted_item = key

    def want_item(self, key: str) -> None:
        """The item that is opened when the meeting comes next."""
        self._wanted_item = key

    def open_person(self, person_id: str) -> None:
        self._turn_to(PERSON, self.person)
        if self._loaded is None or not person_id or not self.person.show_person(self._loaded, person_id):
            self.close_pane()
            return
        self._open()

    def open_officers(self) -> None:
        if self._loaded is not None:
            self._turn_to(OFFICERS, self.officers)
            self.officers.show_meeting(self._loaded)
            self._open()

    def open_details(self) -> None:
        if self._loaded is not None:
            self._turn_to(DETAILS, self.details)
            self.details.show_meeting(self._loaded)
            self._open()
            self.details.focus_place()

    def close_pane(self) -> None:
        """What is unsaved in it is saved."""
        held = self.is_open() and holds_keyboard(self)
        self.leave()
        self.hide()
        self.changed.emit()
        if held:
            self.keyboard_free.emit()

    def keep(self) -> None:
        """Saves what is typed now; the pane stays, apart from the form that is closed by being saved."""
        self.save()
        if self._shown == DETAILS:
            self.details.save()

    def save(self) -> None:
        """Saves what is typed and is saved by itself; the pane stays as it is."""
        if self._shown == ITEM:
            self.item.keep()
        elif self._shown == PERSON:
            self.person.keep()

    def leave(self) -> None:
        if self._shown == ITEM:
            self.item.leave()
        elif self._shown == PERSON:
            self.person.leave()

    def _take_in(self, pane: Pane) -> None:
        pane.closed.connect(self.close_pane)
        self.addWidget(pane)

    def _turn_to(self, name: str, pane: Pane) -> None:
        """Another pane than the one shown: what is unsaved in that one is saved first."""
        if self._shown != name:
            self.leave()
            self._shown = name
        self.setCurrentWidget(pane)

    def _open(self) -> None:
        self.show()
        self.changed.emit()

    def _show_item(self, key: str, *, new: bool = False) -> None:
        content = self._loaded.view.content if self._loaded else None
        line = next((line for line in agenda_lines(content) if line.key == key), None) if content else None
        if self._loaded is None or content is None or line is None:
            self.close_pane()
            return
        self._turn_to(ITEM, self.item)
        held = [f"{annex.number}. {annex.title}" for annex in annex_lines(content) if annex.item_key == key]
        adjusted = key in self._loaded.view.frozen_items
        locked = bool(self._loaded.shown.locked) or adjusted or key in self._loaded.withheld
        self.item.show_item(
            line, self._loaded.people, "\n".join(held), [one.group for one in content.items if one.group],
            locked=locked, adjusted=adjusted, notes=content.forum.profile is DocumentProfile.NOTES,
        )  # fmt: skip
        self._open()
        if new:
            self.item_came.emit(key)
            self.item.focus_title()
