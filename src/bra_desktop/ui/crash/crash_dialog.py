"""What is shown when the program itself has failed: the work is saved first, then it is said."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.system.results import write_result
from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.file_choice import file_to_save
from bra_desktop.ui.widgets.labels import Glyph, label

SAVED = "Din text är sparad. Starta om, så öppnas mötet på samma ställe."
NOT_SAVED = "Det senaste du skrev är inte sparat. Kopiera det till ett annat program innan du startar om."
HAPPENED = "Något gick fel i programmet."


class CrashDialog(QDialog):
    """The ways on: Starta om, Spara felrapport…, and back to a text that isn't saved, so that it can be copied."""

    def __init__(self, theme: Theme, saved: bool, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        named(self, "crash.dialog", HAPPENED)
        self.setWindowTitle("BRÅ Desktop")
        self.setMinimumWidth(theme.px(460))
        sentences = f"{HAPPENED} {SAVED}" if saved else f"{NOT_SAVED} {HAPPENED}"
        self.words = label(sentences, wrap=True)
        restart = Button(theme, "crash.restart", "Starta om", "primary", "rotate-ccw")
        tip = "Rapporten säger var felet är, inte vad du har skrivit"
        keep = Button(theme, "crash.report", "Spara felrapport…", tip=tip)
        restart.clicked.connect(self.accept)
        keep.clicked.connect(self._save_report)
        back = Button(theme, "crash.back", "Tillbaka till texten", tip="Så att du kan kopiera det som inte är sparat")
        back.clicked.connect(self.reject)
        back.setVisible(not saved)
        (restart if saved else back).setDefault(True)
        head = row(theme, Glyph(theme, "triangle-alert", "late", 24), (self.words, 1), space=12)
        self.setLayout(column(theme, head, row(theme, STRETCH, keep, back, restart), space=16, margin=(20, 18, 20, 16)))

    def save_report(self, file: Path) -> None:
        """Write the report, or say in the dialog why it can't be written there."""
        try:
            write_result(file, self._report.encode("utf-8"))
        except UserError as error:
            self.words.setText(error.text)

    def _save_report(self) -> None:
        place = file_to_save(self, "Spara felrapport", "felrapport.txt", "Text (*.txt)")
        if place is not None:
            self.save_report(place)
