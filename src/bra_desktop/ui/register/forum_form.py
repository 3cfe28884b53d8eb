"""The settings of a forum: what it is called, how it documents, numbers, decides and usually meets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.item_sections import SECTION_WORDS, sections_of_words
from bra_desktop.domain.kinds import DocumentProfile, Medium, Numbering
from bra_desktop.domain.printable import name_words
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.register.presenter import Registered
from bra_desktop.ui.register.words import MEDIA, NUMBERINGS, PROFILE_MEANS, PROFILES
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.entries import (
    CheckEntry,
    ChoiceEntry,
    DateEntry,
    Entry,
    Heading,
    LineEntry,
    NumberEntry,
    TextEntry,
    WordsEntry,
    told_when,
)
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.time_field import TimeField, read_time

PART = "register.forum_form"
NEW = {
    "profile": DocumentProfile.COUNCIL,
    "numbering": Numbering.PER_YEAR,
    "medium": Medium.ELECTRONIC,
    "series_start": 1,
    "notice_days": 7,
    "adjustment_days": 14,
    "page_start": 1,
    "running_pages": False,
    "meeting_minutes": 120,
    "remote_allowed": True,
    "numbered_decisions": False,
    "template": "",
    "sections": (),
}


class ClockEntry(LineEntry):
    """A time of day, kept as words: 10.00."""

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        self._timed = TimeField(theme, f"{PART}.{name}", words)
        self.edit = self._timed.edit
        super().__init__(name, self._timed)

    def show(self, value: Any) -> None:
        try:
            self._timed.set_value(read_time(str(value or "")))
        except ValueError:
            self._timed.set_value(None)

    def read(self) -> Any:
        at = self._timed.typed()
        return f"{at:%H:%M}" if at else ""


class SectionsEntry(WordsEntry):
    """Sections of an item, by the names that they have in the papers."""

    def show(self, value: Any) -> None:
        super().show([SECTION_WORDS[section] for section in value or ()])

    def read(self) -> Any:
        try:
            return sections_of_words(super().read())
        except UserError as error:
            raise ValueError(error.text) from None


class ForumForm(FormPane):
    """One forum. What the chosen profile means stands below it."""

    def __init__(self, theme: Theme, above: QWidget) -> None:
        self._profile = ChoiceEntry(theme, PART, "profile", "Dokument", [(w, key) for key, w in PROFILES.items()])
        self._means = label("", "caption", wrap=True)
        layout = self._profile.field.layout()
        if layout is not None:
            layout.addWidget(self._means)
        self._template = ChoiceEntry(theme, PART, "template", "Mall för dagordningen")
        super().__init__(theme, PART, (*self._names(theme), *self._rules(theme), *self._habits(theme)), above=(above,))
        told_when(self._profile, self._tell)

    def offer(self, registered: Registered) -> None:
        self._template.offer([("Ingen mall", ""), *registered.templates])

    def values_of(self, row: ForumRow | None) -> Mapping[str, Any]:
        names = [entry.name for entry in self.entries if entry.name]
        if row is None:
            return {name: NEW.get(name) for name in names}
        return {name: getattr(row, name) for name in names}

    def begin(self, title: str, values: Mapping[str, Any], *, removable: bool = False, focus: bool = True) -> None:
        super().begin(title, values, removable=removable, focus=focus)
        self._tell()

    def _tell(self) -> None:
        self._means.setText(PROFILE_MEANS.get(self._profile.chosen(), ""))

    def _names(self, theme: Theme) -> tuple[Entry, ...]:
        return (
            TextEntry(theme, PART, "name", "Namn", "t.ex. Brottsförebyggande rådet",
                      needs="Skriv ett namn, t.ex. Brottsförebyggande rådet.", places=("namn",), minds=name_words),
            TextEntry(theme, PART, "short_name", "Kortnamn", "t.ex. BRÅ", "Står i listor och i mötets beteckning."),
            TextEntry(theme, PART, "ref_prefix", "Mötenas beteckning (frivilligt)", "t.ex. BRA",
                      "Börjar varje mötes beteckning, som BRA-2026-12-03. Tomt betyder kortnamnet."),
            TextEntry(theme, PART, "definite", "I löptext", "t.ex. brottsförebyggande rådet",
                      "Så inleds besluten: ”Brottsförebyggande rådet beslutar”."),
            self._profile,
        )  # fmt: skip

    def _rules(self, theme: Theme) -> tuple[Entry, ...]:
        return (
            Heading("Paragrafer, sidor och beslut"),
            ChoiceEntry(theme, PART, "numbering", "Numrering", [(w, key) for key, w in NUMBERINGS.items()]),
            TextEntry(theme, PART, "number_prefix", "Före numret (frivilligt)", "t.ex. FHR"),
            NumberEntry(theme, PART, "series_start", "Första paragraf", "Om numren fortsätter från en äldre serie.",
                        least=1, most=9999),
            CheckEntry(theme, PART, "running_pages", "Protokollens sidor numreras i en följd över året",
                       "Numren ges när protokollen låses, så lås dem i mötenas ordning."),
            NumberEntry(theme, PART, "page_start", "Första sida",
                        "Om sidorna är numrerade över året och fortsätter från äldre protokoll.", least=1, most=9999),
            NumberEntry(theme, PART, "series_start_year", "Första paragraf och sida gäller år (frivilligt)",
                        least=1990, most=2999, optional=True),
            NumberEntry(theme, PART, "quorum", "Beslutsför vid (frivilligt)",
                        "Minsta antal ledamöter. Tomt betyder fler än hälften.", least=1, optional=True),
            CheckEntry(theme, PART, "numbered_decisions", "Besluten numreras i stället för att-satser"),
            SectionsEntry(theme, PART, "sections", "Avsnittens ordning (frivilligt)", "t.ex. Jäv, Beslut, Ärendet",
                          "Avsnitt som ska komma först i varje ärende. Övriga följer i vanlig ordning."),
            ChoiceEntry(theme, PART, "medium", "Skrivs under", [(w, key) for key, w in MEDIA.items()]),
            NumberEntry(theme, PART, "notice_days", "Kallelse, dagar före mötet", most=90),
            NumberEntry(theme, PART, "adjustment_days", "Justering, dagar efter mötet", most=90),
            CheckEntry(theme, PART, "remote_allowed", "Deltagande på distans är tillåtet"),
        )  # fmt: skip

    def _habits(self, theme: Theme) -> tuple[Entry, ...]:
        return (
            Heading("Möten"),
            self._template,
            TextEntry(theme, PART, "default_place", "Vanlig plats (frivilligt)", "t.ex. Rådhuset, sal Almen"),
            ClockEntry(theme, "default_start", "Vanlig tid (frivilligt)"),
            NumberEntry(theme, PART, "meeting_minutes", "Längd i minuter", least=5, most=1440),
            DateEntry(theme, PART, "ends_on", "Sista dag (frivilligt)", "För ett forum som är tillfälligt."),
        )  # fmt: skip
