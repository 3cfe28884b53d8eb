"""The pane beside the tabs: an item, a person, who does what on the meeting, or the meeting's own time and place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from bra_desktop.ui.meeting.details_pane import DetailsPane
from bra_desktop.ui.meeting.item_pane import WIDTH, ItemPane
from bra_desktop.ui.meeting.keyboard_place import holds_keyboard
from bra_desktop.ui.meeting.lines import agenda_lines, annex_lines
from bra_desktop.ui.meeting.officers_pane import OfficersPane
from bra_desktop.ui.meeting.person_pane import PersonPane
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme

NO_LIMIT = 16_777_215


class Side(QStackedWidget):
    """Hidden until something is opened in it. `changed`: opened or closed. `item_came`: a new item is shown.

    `keyboard_free`: a pane that held the keyboard has been closed.
    """

    changed = Signal()
    keyboard_free = Signal()
    item_came = Signal(str)

    def __init__(
        self, theme: Theme, item: ItemPane, details: DetailsPane, person: PersonPane, officers: OfficersPane
    ) -> None:
        super().__init__()
        self._theme, self._item, self._details, self._person, self._officers = theme, item, details, person, officers
        self._loaded: Loaded | None = None
        self._wanted_item = ""
        for pane in (item, details, person, officers):
            self.addWidget(pane)
            pane.closed.connect(self.close_pane)
        self.setMinimumWidth(theme.px(320))
        self.hide()

    def is_open(self) -> bool:
        return not self.isHidden()

    def belongs_to_agenda(self) -> bool:
        return self.currentWidget() is self._item

    def belongs_to_people(self) -> bool:
        return self.currentWidget() in (self._person, self._officers)

    def set_narrow(self, narrow: bool) -> None:
        """When the window is narrow the pane takes the place of the tabs."""
        self.setMaximumWidth(NO_LIMIT if narrow else self._theme.px(WIDTH))

    def show_meeting(self, loaded: Loaded) -> None:
        """Renews what is open; an item that was asked for before it had come is opened."""
        self._loaded = loaded
        if self._wanted_item:
            wanted, self._wanted_item = self._wanted_item, ""
            self._show_item(wanted, new=True)
        elif not self.is_open():
            return
        elif self.belongs_to_agenda():
            self._show_item(self._item.item_key())
        elif self.currentWidget() is self._person:
            self.open_person(self._person.person_id())
        elif self.currentWidget() is self._officers:
            self._officers.show_meeting(loaded)

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
        self._turn_to(self._person)
        if self._loaded is None or not person_id or not self._person.show_person(self._loaded, person_id):
            self.close_pane()
            return
        self._open()

    def open_officers(self) -> None:
        if self._loaded is not None:
            self._turn_to(self._officers)
            self._officers.show_meeting(self._loaded)
            self._open()

    def open_details(self) -> None:
        if self._loaded is not None:
            self._turn_to(self._details)
            self._details.show_meeting(self._loaded)
            self._open()
            self._details.focus_place()

    def close_pane(self) -> None:
        """What is unsaved in it is saved."""
        held = self.is_open() and holds_keyboard(self)
        self.leave()
        self.hide()
        self.changed.emit()
        if held:
            self.keyboard_free.emit()

    def leave(self) -> None:
        self._item.leave()
        self._person.leave()

    def _turn_to(self, pane: ItemPane | DetailsPane | PersonPane | OfficersPane) -> None:
        """Another pane than the one shown: what is unsaved in that one is saved first."""
        if self.currentWidget() is not pane:
            self.leave()
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
        self._turn_to(self._item)
        held = [f"{annex.number}. {annex.title}" for annex in annex_lines(content) if annex.item_key == key]
        adjusted = key in self._loaded.view.frozen_items
        locked = bool(self._loaded.shown.locked) or adjusted
        groups = [item.group for item in content.items if item.group]
        self._item.show_item(line, self._loaded.people, "\n".join(held), groups, locked=locked, adjusted=adjusted)
        self._open()
        if new:
            self.item_came.emit(key)
            self._item.focus_title()
