"""Registering a certificate file for a person, and issuing one from the municipality's own authority."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLineEdit

from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.register.presenter import Kept, RegisterPresenter
from bra_desktop.ui.register.words import OWN_CERTIFICATE
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import LineEntry, TextEntry
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.file_choice import CERTIFICATE, file_there_or_new, file_to_open, file_to_save
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.labels import label

REGISTERED = "Certifikat (*.pem *.cer *.crt *.der *.p12 *.pfx)"
LEAST_PIN, LEAST_PASSWORD = 6, 10


class FileEntry(LineEntry):
    """The path of a file, chosen in the computer's own box or typed. `choose` is that box."""

    def __init__(
        self, theme: Theme, part: str, name: str, words: str, choose: Callable[[], Path | None], help_words: str = ""
    ) -> None:
        self.edit, self.choose = QLineEdit(), choose
        button = Button(theme, f"{part}.{name}_choose", "Välj…", tip=f"Väljer {words.lower()}")
        button.clicked.connect(self._ask)
        super().__init__(name, Field(theme, f"{part}.{name}", words, self.edit, help_words, button))

    def show(self, value: Any) -> None:
        self.edit.setText(str(value or ""))

    def read(self) -> Any:
        text = self.edit.text().strip()
        if not text:
            raise ValueError("Välj en fil.")
        return Path(text)

    def _ask(self) -> None:
        path = self.choose()
        if path is not None:
            self.edit.setText(str(path))


class SecretEntry(TextEntry):
    """A password or pin, of which only dots are shown. least: how long it has to be."""

    def __init__(self, theme: Theme, part: str, name: str, words: str, help_words: str = "", least: int = 0) -> None:
        super().__init__(theme, part, name, words, help_words=help_words)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._least = least

    def read(self) -> Any:
        text = self.edit.text()
        if len(text) < self._least:
            raise ValueError(f"Skriv minst {self._least} tecken.")
        return text


class RegisterForm(FormPane):
    """A certificate that the person already has."""

    def __init__(self, theme: Theme, presenter: RegisterPresenter, kept: Kept) -> None:
        part = "register.certificate_form"
        self.file = FileEntry(
            theme, part, "file", "Certifikat", lambda: file_to_open(self, "Välj certifikat", REGISTERED),
            "Certifikatet (.pem, .cer) eller certifikatfilen (.p12).",
        )  # fmt: skip
        pin = SecretEntry(theme, part, "pin", "Pinkod", "Behövs bara för en certifikatfil (.p12). Den sparas inte.")
        about = label(
            "När certifikatet är registrerat kan bara det användas för personens underskrift.", "caption", wrap=True
        )
        super().__init__(theme, part, (self.file, pin), "Registrera certifikat", below=(about,))
        self._presenter, self._kept = presenter, kept
        self._person: PersonRow | None = None
        self.wanted.connect(self._register)

    def begin_for(self, person: PersonRow) -> None:
        self._person = person
        self.begin(f"Registrera certifikat för {person.name}", {"file": "", "pin": ""})

    def _register(self, values: dict[str, Any]) -> None:
        if self._person is not None:
            self._presenter.register_certificate(self._person, values["file"], values["pin"], self._kept, self.refuse)


class IssueForm(FormPane):
    """A new certificate. The authority's file is made the first time."""

    def __init__(self, theme: Theme, presenter: RegisterPresenter, kept: Kept) -> None:
        part = "register.issue_form"
        self.authority = FileEntry(
            theme, part, "authority", "Utfärdarens fil", self._ask_authority,
            "Finns filen inte skapas kommunens utfärdare i den. Förvara fil och lösenord inlåst.",
        )  # fmt: skip
        self.place = FileEntry(
            theme, part, "place", "Spara certifikatfilen som", self._ask_place,
            "Filen är personens egen. Lämna filen och pinkoden var för sig.",
        )  # fmt: skip
        self._again = SecretEntry(
            theme, part, "password_again", "Lösenordet en gång till", "Utfärdaren skapas nu. Lösenordet sparas inte."
        )
        entries = (
            self.authority,
            SecretEntry(theme, part, "password", "Utfärdarens lösenord", least=LEAST_PASSWORD),
            self._again,
            self.place,
            SecretEntry(theme, part, "pin", "Pinkod för personen", f"Minst {LEAST_PIN} tecken.", LEAST_PIN),
            SecretEntry(theme, part, "pin_again", "Pinkoden en gång till"),
        )
        super().__init__(
            theme, part, entries, "Utfärda certifikat", below=(label(OWN_CERTIFICATE, "caption", wrap=True),)
        )
        self._presenter, self._kept = presenter, kept
        self._person: PersonRow | None = None
        self.wanted.connect(self._issue)
        self.authority.edit.textChanged.connect(lambda _path: self._ask_twice())

    def begin_for(self, person: PersonRow) -> None:
        self._person = person
        self.begin(
            f"Utfärda certifikat för {person.name}",
            {
                "authority": self.authority.edit.text(), "password": "", "password_again": "", "place": "", "pin": "",
                "pin_again": "",
            },
        )  # fmt: skip
        self._ask_twice()

    def read(self) -> dict[str, Any] | None:
        self._ask_twice()  # the file may have come or gone since
        values = super().read()
        if values is None:
            return None
        if values.get("password_again", values["password"]) != values["password"]:
            self._differs("password_again", "Lösenorden är olika. Skriv samma lösenord två gånger.")
            return None
        if values["pin"] != values["pin_again"]:
            self._differs("pin_again", "Pinkoderna är olika. Skriv samma pinkod två gånger.")
            return None
        return values

    def _differs(self, name: str, sentence: str) -> None:
        self.entry(name).set_error(sentence)
        self.entry(name).focus()

    def _ask_twice(self) -> None:
        """A password that is only now being made up is asked for twice: nobody could correct it afterwards."""
        path = self.authority.edit.text().strip()
        self._again.widget.setVisible(bool(path) and not Path(path).exists())

    def _issue(self, values: dict[str, Any]) -> None:
        if self._person is not None:
            self._presenter.issue_certificate(
                self._person, values["authority"], values["password"], values["pin"], values["place"], self._kept,
                self.refuse,
            )  # fmt: skip

    def _ask_authority(self) -> Path | None:
        return file_there_or_new(self, "Välj utfärdarens fil", "Utfärdare.p12", CERTIFICATE)

    def _ask_place(self) -> Path | None:
        name = f"{self._person.name}.p12" if self._person else "Certifikat.p12"
        return file_to_save(self, "Spara certifikatfilen", name, CERTIFICATE)
