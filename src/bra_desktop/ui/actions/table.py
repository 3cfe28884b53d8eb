"""The table of actions with its filters: words, late, open, closed, and one organisation."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox

from bra_desktop.domain.swedish import plural
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.actions.presenter import Listed
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.rows_model import Cell, Column

EVERY = "Alla organisationer"
CHOSEN_ONCE = "columns.actions.chosen"


class ActionsTable(FilterTable[ActionLine]):
    """`only` chooses the filters from outside."""

    def __init__(self, theme: Theme, memory: Memory) -> None:
        if not memory.recall(CHOSEN_ONCE):  # these two are for those who ask for them
            memory.remember(CHOSEN_ONCE, "yes")
            memory.remember("columns.actions", "focus,goal")
        super().__init__(theme, "actions", "Åtgärder", _columns(theme), lambda line: line.id, memory)
        self._these: frozenset[str] = frozenset()
        self._late = self.add_pill("late", "Försenade", lambda line: line.late)
        self._open = self.add_pill("open", "Öppna", lambda line: line.is_open)
        self._closed = self.add_pill("closed", "Avslutade", lambda line: not line.is_open)
        self._open.setChecked(True)
        self._organisation = named(QComboBox(), "actions.organisation", "Organisation")
        self._organisation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._organisation.setMinimumContentsLength(14)
        self._organisation.setToolTip("Visar bara det som organisationen är ansvarig för")
        self._organisation.addItem(EVERY, "")
        self._organisation.currentIndexChanged.connect(lambda _at: self._keep())
        self.add_control(self._organisation)
        self.set_counted(_counted)
        self.cleared.connect(lambda: self.only(""))
        self.table.setMinimumWidth(theme.px(200))

    def show_list(self, listed: Listed) -> None:
        self._offer(listed)
        self.show_rows(listed.lines)

    def only(self, pill: str, organisation: str = "") -> None:
        """Turns the other pills off, and keeps to the organisation when one is named."""
        self.search.clear()
        self._these = frozenset()
        for name, button in (("late", self._late), ("open", self._open), ("closed", self._closed)):
            button.setChecked(name == pill)
        self._organisation.setCurrentIndex(max(0, self._organisation.findData(organisation)))
        self._keep()
        if self.model.rowCount():
            self.table.setFocus()

    def only_these(self, ids: frozenset[str]) -> None:
        """Shows only the actions of these ids until another filter is chosen."""
        self.only("open")
        self._these = ids
        self._keep()

    def reveal(self, line: ActionLine) -> None:
        """Selects the line, and takes filters away when it doesn't show."""
        if not self.table.choose(line.id):
            self.only("open" if line.is_open else "closed")
            self.table.choose(line.id)

    def _offer(self, listed: Listed) -> None:
        chosen = self._organisation.currentData()
        given = {key for line in listed.lines for key in line.responsible}
        self._organisation.blockSignals(True)
        self._organisation.clear()
        self._organisation.addItem(EVERY, "")
        for one in listed.organisations:
            if one.id in given:
                self._organisation.addItem(one.short_name or one.name, one.id)
        self._organisation.setCurrentIndex(max(0, self._organisation.findData(chosen)))
        self._organisation.blockSignals(False)

    def _keep(self) -> None:
        key, these = self._organisation.currentData(), self._these
        self.keep(lambda line: (not key or key in line.responsible) and (not these or line.id in these))


def _columns(theme: Theme) -> tuple[Column[ActionLine], ...]:
    return (
        Column("status", "Läge", lambda x: Cell(chip=theme.status("action", x.status)), 132, order=_status_order),
        Column("text", "Åtgärd", lambda x: Cell(x.text, x.origin)),
        Column("who", "Ansvarig", lambda x: Cell(x.who, x.below), 152, drop=2, most=210),
        Column(
            "due", "Senast", lambda x: Cell(x.due_words, x.due_near, tone="late" if x.late else "text"), 134,
            order=lambda x: x.due or date.max, drop=1,
        ),
        Column("goal", "Mål", lambda x: Cell(x.row.goal or "–"), 180, drop=4),
        Column("focus", "Fokusområde", lambda x: Cell(x.row.focus_area or "–"), 180, drop=5),
    )  # fmt: skip


def _status_order(line: ActionLine) -> int:
    names = ("late", "waiting", "not_started", "ongoing", "answered", "done", "closed", "cancelled")
    return names.index(line.status)


def _counted(count: int) -> str:
    return f"{plural(count, 'åtgärd', 'åtgärder')} visas, försenade först" if count else "Inga åtgärder visas"
