"""The municipality: its name, how it is reached, and how its papers look, with a page that shows it while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.register import Municipality
from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.sample_page import SamplePage
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.avatar import Arms
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.entries import CheckEntry, Entry, TextEntry, WordsEntry
from bra_desktop.ui.widgets.file_choice import file_to_open
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.labels import label

PICTURE = "Vapen (*.svg *.png)"
PART = "register.municipality"


class MunicipalitySection(QWidget):
    """The form at the left, the arms and a sample page at the right. `choose_arms` asks for the picture.

    `let_go` hands over what was typed in a form that was left by Esc.
    """

    let_go = Signal(object)

    def __init__(self, theme: Theme, presenter: RegisterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.registered: Registered | None = None
        self._typed: Mapping[str, Any] | None = None
        self.choose_arms: Callable[[], Path | None] = lambda: file_to_open(self, "Välj kommunens vapen", PICTURE)
        self.form = FormPane(theme, PART, _entries(theme), "Spara kommun", closable=False)
        self._arms = Arms(theme, 48)
        self._said = label("", "caption", wrap=True)
        self._wrong = label("", "caption", "late", wrap=True)
        choose = Button(theme, f"{PART}_arms", "Välj vapen…", "plain", "upload", "Välj en bild i SVG eller PNG")
        choose.clicked.connect(self._choose)
        self._wrong.hide()
        self.sample = SamplePage(self._ask_sample, f"{PART}.sample", "Exempel på en sida med kommunens utseende")
        chosen = row(theme, self._arms, (self._said, 1), choose, space=12)
        card = Card(theme, "Så ser dokumenten ut", chosen, self._wrong, (self.sample, 1), space=12)
        for name in ("name", "contact_line", "accent"):
            entry = self.form.entry(name)
            assert isinstance(entry, TextEntry)
            entry.edit.textChanged.connect(self.sample.ask_soon)
        self.setLayout(row(theme, (self.form, 3), (column(theme, (card, 1)), 2), space=12))
        self.form.wanted.connect(self._send)
        self.form.cancelled.connect(self._cancel)

    def show_registered(self, registered: Registered) -> None:
        self.registered = registered
        known = registered.municipality
        self._arms.show_arms(known.name if known else "", registered.arms)
        self._said.setText("Står på dokument och ark." if registered.arms else "Inget vapen är valt än.")
        self.sample.ask_soon()
        if not self.form.edited():
            self._fill()
        if self._typed is not None:
            typed, self._typed = self._typed, None
            self.form.take_up(typed)

    def set_narrow(self, narrow: bool) -> None:
        """Both fit beside each other in every room."""

    def _fill(self) -> None:
        known = self.registered.municipality if self.registered else None
        names = (
            "name", "genitive", "contact_line", "county", "archive_authority", "diary_series", "accent",
            "embed_meeting_file",
        )  # fmt: skip
        self.form.begin("Kommunen", {name: getattr(known, name) if known else "" for name in names}, focus=False)

    def _ask_sample(self) -> None:
        """Asks for the page as it would be with what stands in the form."""
        typed = [str(self.form.entry(name).typed()) for name in ("name", "contact_line", "accent")]
        name, contact_line, accent = typed
        self._presenter.show_sample(name, contact_line, accent, self.sample.show_page, self.sample.refuse)

    def _send(self, values: dict[str, Any]) -> None:
        known = self.registered.municipality if self.registered else None
        self._presenter.save(
            Municipality, known, values, "Uppgifterna om kommunen är sparade.", self._kept, self.form.refuse
        )

    def draft(self) -> Mapping[str, Any] | None:
        """What is typed, None when nothing would be lost."""
        return self.form.draft()

    def take_up(self, typed: Mapping[str, Any]) -> None:
        """Puts back what was typed, as soon as the municipality is known."""
        if self.registered is not None:
            self.form.take_up(typed)
        else:
            self._typed = typed

    def _cancel(self) -> None:
        typed = self.form.draft()
        self._fill()
        if typed is not None:
            self.let_go.emit(typed)

    def _kept(self, _id: str) -> None:
        self.form.done()
        self._presenter.load()

    def _choose(self) -> None:
        path = self.choose_arms()
        if path is not None:
            self._wrong.hide()
            self._presenter.set_arms(path, self._refused)

    def _refused(self, error: UserError) -> None:
        self._wrong.setText(error.text)
        self._wrong.show()


def _entries(theme: Theme) -> tuple[Entry, ...]:
    return (
        TextEntry(theme, PART, "name", "Namn", "t.ex. Almby kommun",
                  needs="Skriv kommunens namn, t.ex. Almby kommun.", places=("namn", "kommun")),
        TextEntry(theme, PART, "genitive", "I genitiv", "t.ex. Almby kommuns",
                  "Står framför ord som protokoll och brottsförebyggande råd."),
        TextEntry(theme, PART, "contact_line", "Kontaktrad (frivilligt)",
                  "t.ex. Storgatan 1, 123 45 Almby, www.almby.example", "Står längst ner i dokument."),
        TextEntry(theme, PART, "county", "Län (frivilligt)", "t.ex. Mellanbygds län"),
        TextEntry(theme, PART, "archive_authority", "Arkivmyndighet (frivilligt)", "t.ex. kommunstyrelsen"),
        WordsEntry(theme, PART, "diary_series", "Diarieserier (frivilligt)", "t.ex. KS, BUN, SN",
                   "Skriv komma mellan dem."),
        TextEntry(theme, PART, "accent", "Färg på papper (frivilligt)", "t.ex. 1D4A7D",
                  "Färgen på strecket vid beslut, som i kommunens grafiska profil. Texten är alltid svart."),
        CheckEntry(theme, PART, "embed_meeting_file",
                   "Lägg mötesfilen och bilagorna i det låsta protokollets pdf (PDF/A-3)",
                   "För arkivet, eller för att läsa in mötet på en annan dator. Med följer mötesfilen (.json) och "
                   "bilagorna, högst 25 MB. E-postadresser, anteckningar om åtgärder och sekretessmarkerade bilagor "
                   "läggs inte i."),
    )  # fmt: skip
