"""The pane beside the tabs: an item being prepared, or the meeting's own time and place."""

from PySide6.QtWidgets import QStackedWidget

from bra_desktop.ui.meeting.details_pane import DetailsPane
from bra_desktop.ui.meeting.item_pane import WIDTH, ItemPane
from bra_desktop.ui.meeting.lines import agenda_lines, annex_lines
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme

NO_LIMIT = 16_777_215


class Side(QStackedWidget):
    """Hidden until something is opened in it."""

    def __init__(self, theme: Theme, item: ItemPane, details: DetailsPane) -> None:
        super().__init__()
        self._theme, self._item, self._details = theme, item, details
        self.addWidget(item)
        self.addWidget(details)
        self.setMinimumWidth(theme.px(320))
        self.hide()

    def is_open(self) -> bool:
        return not self.isHidden()

    def shows_item(self) -> bool:
        return self.currentWidget() is self._item

    def show_item(self, loaded: Loaded, key: str) -> bool:
        """Shows an item of the agenda; False when it isn't there any more."""
        content = loaded.view.content
        line = next((line for line in agenda_lines(content) if line.key == key), None)
        if line is None:
            return False
        held = [f"{annex.number}. {annex.title}" for annex in annex_lines(content) if annex.item_key == key]
        adjusted = key in loaded.view.frozen_items
        locked = bool(loaded.shown.locked) or adjusted
        self._item.show_item(line, loaded.people, "\n".join(held), locked=locked, adjusted=adjusted)
        self.setCurrentWidget(self._item)
        self.show()
        return True

    def show_details(self, loaded: Loaded) -> None:
        self._details.show_meeting(loaded)
        self.setCurrentWidget(self._details)
        self.show()
        self._details.focus_place()

    def set_narrow(self, narrow: bool) -> None:
        """When the window is narrow the pane takes the place of the tabs."""
        self.setMaximumWidth(NO_LIMIT if narrow else self._theme.px(WIDTH))
