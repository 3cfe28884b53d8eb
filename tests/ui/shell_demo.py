"""The window with invented pages, to look at: `python -m tests.ui.shell_demo theme scale WxH file.png`."""

import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from bra_desktop.system.settings import Settings
from bra_desktop.ui.app import Start, build
from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.pages import Page, PageContext, PageSpec
from bra_desktop.ui.room import Room
from bra_desktop.ui.settings_page.pages import settings_pages
from bra_desktop.ui.settings_page.presenter import Look
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import DetailPane
from bra_desktop.ui.widgets.chain import Chain
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.rows_model import Cell, Column
from bra_desktop.ui.widgets.tabs import Segments
from tests.ui.brief import Brief
from tests.ui.gallery import LINKS, RESOURCES


@dataclass(frozen=True)
class ActionRow:
    """A row of the table of actions."""

    number: int
    state: str
    title: str
    origin: str
    responsible: str
    contact: str
    due: str
    words: str


TABLE = """
late|Byt armaturer i gångtunneln|EST 7 oktober · Trygg station|Teknik och service|Gunnar Sjö|31 okt|24 dagar
late|Redovisa klotter per kvarter|BRÅ § 31 · Medborgarlöfte 2|Almby Bostäder AB|Mats Holmgren|13 nov|11 dagar försenad
late|Fotpatrull i Stationsparken|BRÅ § 36 · Trygg station|Polisen|Johan Ek|15 nov|9 dagar försenad
waiting|Kartlägg hög frånvaro|BRÅ § 33 · Handlingsplan 2.4|Barn och utbildning|Lena Wikström|30 nov|om 6 dagar
ongoing|Förälder på stan: schema för våren|BRÅ § 34 · Medborgarlöfte 1|Kultur och fritid|Omar Haddad|4 dec|om 10 dagar
answered|Brandronder på Kvarngärdet|EST 7 oktober · Bränder|Räddningstjänsten|Björn Falk|15 dec|svar 20 nov
not_started|Trygghetsvandring i Norrtull|BRÅ § 37 · Handlingsplan 1.2|Säkerhetsenheten|Sara Nyström|31 jan|om 68 dagar
"""
ROWS = tuple(ActionRow(number, *line.split("|")) for number, line in enumerate(TABLE.strip().splitlines(), start=1))


class ActionsDemo(Page):
    """A list with a detail pane, as the page Åtgärder will have it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._head = PageHead(
            theme,
            "actions",
            "Åtgärder",
            beside=Segments(theme, "actions.shape", "Visa som", (("list", "Lista"), ("board", "Tavla"))),
            buttons=(
                Button(theme, "actions.read_in", "Läs in svar…", "plain", "upload"),
                Button(theme, "actions.sheets", "Skapa ark", "plain", "table"),
                Button(theme, "actions.new", "Ny åtgärd", "plain", "plus"),
            ),
        )
        columns = (
            Column[ActionRow]("state", "Läge", lambda r: Cell(chip=theme.status("action", r.state)), 136),
            Column[ActionRow]("title", "Åtgärd", lambda r: Cell(r.title, r.origin)),
            Column[ActionRow]("who", "Ansvarig", lambda r: Cell(r.responsible, r.contact), 172, drop=1),
            Column[ActionRow]("due", "Senast", _due, 112),
        )
        self._table = FilterTable(theme, "actions", "Åtgärder", columns, lambda r: r.number, context.memory)
        late = self._table.add_pill("late", "Försenade", lambda r: r.state == "late")
        self._table.add_pill("open", "Öppna", lambda r: r.state != "closed")
        self._table.set_counted(lambda count: f"{count} åtgärder visas, försenade först")
        self._table.show_rows(ROWS)
        late.setChecked(False)
        self._table.table.choose(3)
        self._detail = self._pane(context)
        self._layout = column(theme, self._head, (row(theme, (self._table, 1), self._detail, space=12), 1), space=10)
        self.setLayout(self._layout)

    def set_room(self, room: Room) -> None:
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        self._detail.setVisible(not room.narrow)

    def _pane(self, context: PageContext) -> DetailPane:
        theme = context.theme
        remind = Button(theme, "actions.remind", "Påminn", "plain", "send")
        answer = Button(theme, "actions.answer", "Skriv in svar", "primary", "message-square")
        title = label("Fotpatrull i Stationsparken, torsdag till lördag", "h3", wrap=True)
        chain = Chain(theme, "actions.chain", LINKS)
        chip = Chip(theme, theme.status("action", "late"))
        return DetailPane(
            theme,
            row(theme, chip, label("9 dagar sen", "caption", "late"), STRETCH),
            title,
            label("Så hänger det ihop", "overline"),
            chain,
            buttons=(remind, answer),
        )


def _due(row: ActionRow) -> Cell:
    return Cell(row.due, row.words, tone="late" if row.state == "late" else "text")


def main() -> None:
    """Shows the window or saves it as a picture."""
    began = time.perf_counter()
    choice, scale, size, file, *shown = [*sys.argv[1:], *("light", "1", "1366x768", "")[len(sys.argv) - 1 :]]
    memory = Brief()
    from PySide6.QtWidgets import QApplication

    application = QApplication([])

    def opened(window: MainWindow) -> None:
        print(f"painted after {time.perf_counter() - began:.3f} s")
        window.show_municipality("Almby kommun")
        window.show_person("Anna Sandell", "sekreterare")
        window.set_count("actions", 4, "late", "4 försenade")
        window.saved_told("Sparat 14.32.05", False)
        window.status.show_backup("Säkerhetskopia i dag 12.00")
        window.status.show_late(4)
        window.go(shown[0] if shown else "actions")
        if file:
            QTimer.singleShot(200, lambda: (window.grab().save(file), window.close()))

    specs = (
        PageSpec("overview", "Översikt", "layout-dashboard", ActionsDemo),
        PageSpec("meetings", "Möten", "calendar-days", ActionsDemo),
        PageSpec("actions", "Åtgärder", "list-checks", ActionsDemo),
        PageSpec("register", "Register", "users", ActionsDemo),
        *settings_pages(Settings(Path("nowhere"))),
    )
    start = Start(RESOURCES, lambda: "0.1", memory, specs, datetime.now, opened, print, Look(choice, float(scale)))
    window = build(application, start)
    window.resize(*(int(part) for part in size.split("x")))
    window.show()
    wanted = window.minimumSizeHint()
    print(f"smallest {wanted.width()}x{wanted.height()}")
    application.exec()


if __name__ == "__main__":
    main()
