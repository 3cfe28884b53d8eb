"""The tab Dagordning: the items in a table; adding, moving by Alt+arrows, removing with a way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.domain.kinds import ItemType
from bra_desktop.domain.swedish import plural
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.meeting.agenda.lines import BEFORE, AgendaLine, agenda_lines
from bra_desktop.ui.meeting.edits import AgendaEdits
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.meeting.shown import item_word
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.row_menu import RowMenu
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from bra_desktop.ui.widgets.table_keys import TableKeys
from bra_desktop.ui.widgets.table_view import TableView

LOOKS = {
    ItemType.OPENING: "opening",
    ItemType.ELECTION: "election",
    ItemType.INFORMATION: "information",
    ItemType.DECISION: "decision",
    ItemType.PROMISES: "decision",
    ItemType.PREVIOUS_MINUTES: "follow_up",
    ItemType.FOLLOW_UP: "follow_up",
    ItemType.PLAN_FOLLOW_UP: "follow_up",
    ItemType.REPORT: "report",
}
ICONS = {
    ItemType.AGENDA: "list-ordered",
    ItemType.COMING_MEETINGS: "calendar-days",
    ItemType.CLOSING: "check",
    ItemType.TABLED: "clock",
    ItemType.ANNUAL: "calendar-clock",
}
TITLE_NEEDS = 300
"""Room for a title of some forty letters; Dnr and then Föredragande give way to it."""
KEYS = "Enter ändrar punkten. Alt+Pil upp och Alt+Pil ned flyttar den. Delete tar bort den."


def type_look(theme: Theme, kind: ItemType, words: str) -> StatusLook:
    """The chip of a kind of item, with what it is called."""
    look = theme.status("item", LOOKS.get(kind, "other"))
    return StatusLook(words, look.tone, ICONS.get(kind, look.icon))


class AgendaTab(QWidget):
    """`item_opened` tells the item to edit, None to leave the pane. Buttons stand in the row of the tabs."""

    item_opened = Signal(object)

    def __init__(self, theme: Theme, edits: AgendaEdits, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._edits, self._tell = theme, edits, tell
        self._loaded: Loaded | None = None
        self.model: RowsModel[AgendaLine] = RowsModel(self._columns(), lambda line: line.key, self)
        self.table: TableView[AgendaLine] = TableView(theme, "meeting.agenda", "Dagordning", self.model, 42)
        self.table.setSortingEnabled(False)
        self.fetch = Button(theme, "meeting.fetch", "Hämta öppna åtgärder", "quiet", "rotate-ccw")
        self.fetch.setToolTip("Hämtar det som kommer tillbaka från tidigare möten och ur forumets mall")
        self.add = Button(theme, "meeting.add_item", "Lägg till punkt", "plain", "plus", key="Ctrl+Shift+N")
        self._first = Button(theme, "meeting.first_item", "Lägg till punkt", "primary", "plus")
        words = "Här står det som mötet ska ta upp. Hämta det som kommer tillbaka eller lägg till en punkt."
        self._empty = EmptyPage(theme, "list-ordered", "Dagordningen är tom", words, self._first)
        self._empty.hide()
        self._foot = label("", "caption")
        self._keys = label("Alt+Pil upp eller ned flyttar, Delete tar bort", "caption")
        self._below = box(row(theme, self._foot, STRETCH, self._keys, margin=(14, 5, 14, 6)))
        self.setLayout(column(theme, (self.table, 1), (self._empty, 1), self._below, space=0))
        self.table.row_opened.connect(lambda line: self.item_opened.emit(line.key))
        self.table.clicked.connect(lambda index: self.item_opened.emit(self.model.row_at(index).key))
        self.add.clicked.connect(self.add_item)
        self._first.clicked.connect(self.add_item)
        self.fetch.clicked.connect(self._ask_suggestions)
        up, down = partial(self.move_chosen, -1), partial(self.move_chosen, 1)
        TableKeys(self.table, {"Alt+Up": up, "Alt+Down": down, "Delete": self.remove})
        RowMenu(self.table, "meeting.agenda_menu", "Punkten", self._fill_menu)

    def buttons(self) -> tuple[Button, ...]:
        return (self.fetch, self.add)

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        lines = agenda_lines(loaded.view.content)
        self.table.show_rows(lines)
        self.table.widen("number", (line.number for line in lines))
        may = not loaded.shown.locked
        word = item_word(loaded.view.content)
        self.add.set_words(f"Lägg till {word}")
        self._first.set_words(f"Lägg till {word}")
        self.add.setEnabled(may)
        self._first.setVisible(may)
        self._keys.setVisible(may)
        self.table.setToolTip(KEYS if may else "Enter visar punkten.")
        self.fetch.setEnabled(may and loaded.shown.state in BEFORE)
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._foot.setText("" if loaded.shown.remarks else loaded.shown.aside)
        self._below.setVisible(bool(lines) and (may or bool(self._foot.text())))

    def add_item(self) -> None:
        """A new item, before the closing one; its pane opens for the title."""
        if self._loaded is None:
            return
        ref, before = self._loaded.shown.ref, self._closing()
        word = "Nytt ärende" if item_word(self._loaded.view.content) == "ärende" else "Ny punkt"
        self._edits.add(ref, PlannedItem(word, ItemType.OTHER, 10), before, self.item_opened.emit)

    def move_chosen(self, steps: int) -> None:
        """The chosen item up (-1) or down (1)."""
        line = self.table.chosen()
        if line is None or self._loaded is None or self._loaded.shown.locked:
            return
        self._edits.move(self._loaded.shown.ref, line.key, steps)

    def remove(self) -> None:
        line = self.table.chosen()
        if line is not None and self._loaded is not None and not self._loaded.shown.locked:
            self.item_opened.emit(None)
            self._edits.remove(line.key, line.title)

    def _fill_menu(self, menu: QMenu) -> None:
        """What the keys do with the chosen row."""
        line = self.table.chosen()
        if line is None or self._loaded is None:
            return
        word = "ärendet" if item_word(self._loaded.view.content) == "ärende" else "punkten"
        may, last = not self._loaded.shown.locked, self.table.model().rowCount() - 1
        menu.addAction(f"{'Ändra' if may else 'Visa'} {word}\tEnter", lambda: self.item_opened.emit(line.key))
        if not may:
            return
        up = menu.addAction("Flytta upp\tAlt+Pil upp", partial(self.move_chosen, -1))
        up.setEnabled(self.table.currentIndex().row() > 0)
        down = menu.addAction("Flytta ned\tAlt+Pil ned", partial(self.move_chosen, 1))
        down.setEnabled(self.table.currentIndex().row() < last)
        menu.addSeparator()
        menu.addAction(f"Ta bort {word}\tDelete", self.remove)

    def _closing(self) -> str | None:
        items = self._loaded.view.content.items if self._loaded else ()
        last = items[-1] if items else None
        return last.key if last and last.type in (ItemType.CLOSING, ItemType.COMING_MEETINGS) else None

    def _ask_suggestions(self) -> None:
        if self._loaded is not None:
            self._edits.suggestions(self._loaded.shown.ref, self._show_suggestions)

    def _show_suggestions(self, items: tuple[PlannedItem, ...]) -> None:
        if self._loaded is None:
            return
        if not items:
            self._tell("Allt som kommer tillbaka står redan på dagordningen.")
            return
        ref, before = self._loaded.shown.ref, self._closing()
        menu = named(QMenu(self), "meeting.suggestions", "Förslag till dagordningen")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for item in items:
            menu.addAction(item.title, partial(self._edits.add_all, ref, (item,), before))
        if len(items) > 1:
            menu.addSeparator()
            words = f"Lägg till alla {plural(len(items), 'punkt', 'punkter')}"
            menu.addAction(words, lambda: self._edits.add_all(ref, items, before))
        menu.popup(self.fetch.mapToGlobal(QPoint(0, self.fetch.height())))

    def _columns(self) -> tuple[Column[AgendaLine], ...]:
        theme = self._theme

        def presenters(line: AgendaLine) -> Cell:
            if line.lacks_presenter:
                return Cell("Utse föredragande", icon="info", tone="attention")
            return Cell(line.presenters or "–", tone="text" if line.presenters else "muted")

        return (
            Column("number", "Nr", lambda a: Cell(a.number, bold=True), 52, right=True),
            Column("title", "Ärende", lambda a: Cell(a.title, a.sub), least=TITLE_NEEDS),
            Column("dnr", "Dnr", lambda a: Cell(a.registry_number, tone="muted"), 112, drop=4),
            Column("type", "Slag", lambda a: Cell(chip=type_look(theme, a.type, a.type_words)), 160, drop=1),
            Column("presenters", "Föredragande", presenters, 196, drop=3, most=220),
            Column("minutes", "Tid", lambda a: Cell(f"{a.minutes} min" if a.minutes else "–"), 76, right=True),
            Column(
                "annexes", "", lambda a: Cell(str(a.annexes), icon="paperclip", tone="muted") if a.annexes else Cell(),
                64, drop=2,
            ),
        )  # fmt: skip
