"""Before follow-up sheets leave the computer: what is in them, and who may read it then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from bra_desktop.domain.swedish import plural
from bra_desktop.ui.actions.presenter import Leaving, leaving_words
from bra_desktop.ui.layouts import box, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import DetailPane
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.progress import Progress


class SheetsPane(DetailPane):
    """`wanted` asks for the sheets, `places_asked` shows what looks like a personal identity number."""

    wanted = Signal()
    closed = Signal()
    places_asked = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        self._words = label("", wrap=True)
        self._how = label(
            "Status, kommentar och nytt datum går att fylla i. Resten av arket är låst.", "caption", wrap=True
        )
        self._note = NoteBar(theme, "actions.sheets_note", "attention", closable=False)
        self.progress = Progress(theme, "actions.sheets_progress", "Skapar ark")
        self.make = Button(
            theme, "actions.sheets_make", "Välj mapp…", "primary", "folder-open", "Frågar var arken ska ligga"
        )
        cancel = Button(theme, "actions.sheets_cancel", "Avbryt", tip="Skapar inga ark. Esc")
        title = label("Skapa ark till förvaltningar", "h3", wrap=True)
        super().__init__(
            theme, box(row(theme, (title, 1))), self._words, self._how, self._note, self.progress,
            buttons=(self.make, cancel),
        )  # fmt: skip
        self._note.link_chosen.connect(self.places_asked)
        self.progress.cancelled.connect(self.stop_asked)
        self.make.clicked.connect(self.wanted)
        cancel.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self.progress.hide()

    def show_leaving(self, found: Leaving) -> None:
        nothing = not found.actions
        self._words.setText(
            "Inga åtgärder är öppna, så det finns inga ark att skapa." if nothing else leaving_words(found)
        )
        self._how.setVisible(not nothing)
        count = plural(len(found.numbers), "åtgärd", "åtgärder")
        self._note.show_note(f"{count} har något som ser ut som ett personnummer.", "Visa ställena")
        self._note.setVisible(bool(found.numbers))
        self.make.set_words("Lämna ut ändå…" if found.numbers else "Välj mapp…")
        self.make.setEnabled(not nothing)
        self.progress.hide()
        self.make.setFocus()

    def words(self) -> str:
        return self._words.text()

    def at_work(self, working: bool) -> None:
        self.progress.setVisible(working)
        self.make.setEnabled(not working)
