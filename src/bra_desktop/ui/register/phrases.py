"""Phrases: every standing phrase with what it is typed as, and the form of one; the bank goes to a file and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.phrases import BankPhrase, OwnPhrase
from bra_desktop.domain.swedish import capital_first, listing, plural
from bra_desktop.services.phrases import Wording
from bra_desktop.ui.layouts import STRETCH, box, row
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.register.phrase_presenter import PhrasePresenter
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.section import Section, SectionWords
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import ChoiceEntry, LongEntry, TextEntry, WordsEntry
from bra_desktop.ui.widgets.file_choice import file_to_open, file_to_save
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.rows_model import Cell, Column

PART = "register.phrases"
FILES = "Fraser (*.json)"
PROFILES = {
    (): "Alla möten",
    (DocumentProfile.FORMAL, DocumentProfile.COUNCIL): "Protokoll",
    (DocumentProfile.FORMAL,): "Formella protokoll",
    (DocumentProfile.COUNCIL,): "Rådsprotokoll",
    (DocumentProfile.NOTES,): "Minnesanteckningar",
}


class PhrasesSection(Section[BankPhrase]):
    """The table of phrases and the form of one."""

    kind = OwnPhrase
    words = SectionWords(
        new="Ny fras",
        save="Spara fras",
        added="Frasen är tillagd.",
        changed="Frasen är ändrad.",
        removed="Frasen är borttagen.",
        empty="Inga fraser",
        about="Här samlas det som ofta skrivs i protokoll. I Mötesläge hämtas en fras med / och några bokstäver.",
        icon="message-square",
    )

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory, phrases: PhrasePresenter) -> None:
        self._phrases, self._forums = phrases, dict[str, str]()
        table = FilterTable[BankPhrase](
            theme, PART, "Fraser",
            (
                Column("text", "Fras", lambda p: Cell(p.text, capital_first(p.kind_words))),
                Column("trigger", "Skriv", lambda p: Cell(f"/{p.trigger}"), 130),
                Column("where", "Erbjuds i", lambda p: Cell(self._where(p)), 150, drop=2),
                Column("whose", "Kommer från", lambda p: Cell(_whose(p)), 150, drop=1),
            ),
            lambda p: p.id, memory,
        )  # fmt: skip
        self._kind = ChoiceEntry(theme, f"{PART}_form", "kind", "Slag", places=("kind",))
        self._where_entry = ChoiceEntry(theme, f"{PART}_form", "profiles", "Erbjuds i")
        self._only = WordsEntry(
            theme, f"{PART}_form", "forums", "Bara i dessa forum (frivilligt)", "t.ex. BRÅ, EST",
            "Forumens kortnamn med komma emellan. Tomt: alla.",
        )  # fmt: skip
        entries = (
            TextEntry(theme, f"{PART}_form", "trigger", "Skrivs som", "t.ex. not", "Det som skrivs efter / i texten."),
            LongEntry(
                theme, f"{PART}_form", "text", "Text", "t.ex. att notera informationen till protokollet.",
                "Det som ska fyllas i står inom klammer: {person}, {datum}, {organisation}, {paragraf}. "
                "Ett beslut börjar med att.", lines=5,
            ),
            self._kind, self._where_entry, self._only,
        )  # fmt: skip
        form = FormPane(theme, f"{PART}_form", entries)
        super().__init__(theme, PART, presenter, table, form)
        table.add_pill("own", "Egna", lambda p: bool(p.own_id))
        table.add_pill("decisions", "Beslut", lambda p: p.decision)
        table.set_counted(lambda n: f"{plural(n, 'fras', 'fraser', none='Inga')} visas")
        self._add_files(theme)

    def rows(self, registered: Registered) -> Sequence[BankPhrase]:
        self._forums = {forum.id: forum.short_name or forum.name for forum in registered.forums}
        hidden = registered.phrases.hidden
        self._back.setVisible(bool(hidden))
        self._back.set_words(f"Ta tillbaka {plural(hidden, 'borttagen fras', 'borttagna fraser')}")
        return registered.phrases.phrases

    def offer(self, registered: Registered, row: BankPhrase | None) -> None:
        self._kind.offer([(capital_first(words), kind) for kind, words in registered.phrases.kinds.items()])
        choices = [(words, profiles) for profiles, words in PROFILES.items()]
        if row is not None and _profiles(row) not in PROFILES:
            choices.append((_profile_words(row.profiles), row.profiles))
        self._where_entry.offer(choices)

    def title(self, row: BankPhrase) -> str:
        return f"/{row.trigger}"

    def values(self, row: BankPhrase | None) -> Mapping[str, Any]:
        return {
            "trigger": row.trigger if row else "",
            "text": row.text if row else "",
            "kind": row.kind if row else "information",
            "profiles": _profiles(row) if row else (),
            "forums": [self._forums[key] for key in row.forums if key in self._forums] if row else [],
        }

    def _send(self, values: dict[str, Any]) -> None:
        named, keys = values.pop("forums"), {name.casefold(): key for key, name in self._forums.items()}
        unknown = [name for name in named if name.casefold() not in keys]
        if unknown:
            told = f"”{unknown[0]}” är inget forum i Register. Skriv dess kortnamn."
            self.form.refuse(UserError(told, self._only.places[0]))
            return
        words = self.words.added if self.row is None else self.words.changed
        wording = Wording(**values, forums=tuple(keys[name.casefold()] for name in named))
        self._phrases.save(self.row, wording, words, self.kept, self.form.refuse)

    def _remove(self) -> None:
        row = self.row
        if row is None:
            return
        reworded = bool(row.own_id and row.origin)
        words = "Frasen har fått tillbaka sin första lydelse." if reworded else self.words.removed
        self._phrases.remove(row, words, self.kept, self.form.refuse)

    # ── files ────────────────────────────────────────────────────────────────────────────────
    def _add_files(self, theme: Theme) -> None:
        tip = "Läser in fraser ur en fil från en annan kommun. Fraser som skrivs likadant byts ut; det går att ångra."
        take = Button(theme, f"{PART}_take_in", "Läs in fraser…", "quiet", "download", tip=tip)
        give = Button(theme, f"{PART}_write", "Spara till fil…", "quiet", "upload", tip="Sparar alla fraser i en fil")
        self._back = Button(
            theme, f"{PART}_bring_back", "Ta tillbaka borttagna fraser", "link", "rotate-ccw",
            tip="Erbjuder åter de färdiga fraser som har tagits bort",
        )  # fmt: skip
        self._back.hide()
        take.clicked.connect(self._take_in)
        give.clicked.connect(self._write)
        self._back.clicked.connect(lambda: self._phrases.bring_back())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(box(row(theme, take, give, STRETCH, self._back, space=6)))

    def _take_in(self) -> None:
        file = file_to_open(self, "Läs in fraser", FILES)
        if file is not None:
            self._phrases.take_in(str(file))

    def _write(self) -> None:
        place = file_to_save(self, "Spara fraser", "fraser.json", FILES)
        if place is not None:
            self._phrases.write(str(place))

    def _where(self, phrase: BankPhrase) -> str:
        if phrase.forums:
            return listing(self._forums[key] for key in phrase.forums if key in self._forums)
        return PROFILES.get(_profiles(phrase)) or _profile_words(phrase.profiles)


def _profiles(phrase: BankPhrase) -> tuple[DocumentProfile, ...]:
    """All of them is the same as none said."""
    return () if set(phrase.profiles) == set(DocumentProfile) else phrase.profiles


def _profile_words(profiles: Sequence[DocumentProfile]) -> str:
    return capital_first(listing(PROFILES[(profile,)].lower() for profile in profiles))


def _whose(phrase: BankPhrase) -> str:
    if not phrase.own_id:
        return "Programmet"
    return "Ändrad här" if phrase.origin else "Egen"
