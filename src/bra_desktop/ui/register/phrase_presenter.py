"""What is done with phrases in Register. Knows no Qt."""

from __future__ import annotations

from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.phrases import BankPhrase
from bra_desktop.domain.swedish import plural
from bra_desktop.services import phrases
from bra_desktop.services.office import Office
from bra_desktop.services.phrases import TakenIn, Wording
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.register.presenter import CHANGED, Kept, Refused, Screen
from bra_desktop.ui.running import Runner

NOTHING_NEW = "Filen har inga fraser som inte redan finns här."


class PhrasePresenter:
    """Asks the services and tells the screen."""

    def __init__(self, runner: Runner, office: Office, screen: Screen) -> None:
        self._runner, self._office, self._screen = runner, office, screen

    def save(self, known: BankPhrase | None, wording: Wording, words: str, kept: Kept, refused: Refused) -> None:
        """Adds a phrase, or gives the known one this wording. words: what is told when it has been kept."""
        office = self._office

        def act() -> tuple[str, str]:
            phrase_id, change = phrases.put_phrase(office, wording, known)
            return phrase_id, change.id if change else ""

        def done(result: tuple[str, str]) -> None:
            kept(result[0])
            self._screen.told(words, result[1])

        self._runner.write(act, done, CHANGED, refused)

    def remove(self, known: BankPhrase, words: str, kept: Kept, refused: Refused) -> None:
        """Takes it out of the bank."""
        office = self._office

        def act() -> str:
            change = phrases.remove_phrase(office, known)
            return change.id if change else ""

        def done(change: str) -> None:
            kept("")
            self._screen.told(words, change)

        self._runner.write(act, done, CHANGED, refused)

    def bring_back(self) -> None:
        """Offers the removed ones of the program again."""
        office = self._office

        def act() -> str:
            change = phrases.bring_back(office)
            return change.id if change else ""

        self._runner.write(act, lambda change: self._screen.told("Fraserna finns åter.", change), CHANGED)

    def take_in(self, name: str) -> None:
        """Takes in the phrases of a file."""
        office, path = self._office, Path(name)

        def act() -> TakenIn:
            try:
                content = path.read_bytes()
            except OSError as error:
                raise UserError(f"Filen {path.name} går inte att öppna. Välj den igen.", where="file") from error
            return phrases.take_in(office, content, path.name)

        self._runner.write(act, lambda taken: self._screen.told(_taken_words(taken), taken.change), CHANGED)

    def write(self, name: str) -> None:
        """Puts the whole bank into a file."""
        office, path = self._office, Path(name if name.lower().endswith(".json") else f"{name}.json")
        self._runner.write(
            lambda: write_out(path, phrases.write_file(office)),
            lambda _none: self._screen.told(f"Fraserna är sparade i {path.name}.", ""),
        )


def _taken_words(taken: TakenIn) -> str:
    if not taken.new and not taken.replaced:
        return NOTHING_NEW
    one, many = "fras är inläst", "fraser är inlästa"
    new = plural(taken.new, f"ny {one}", f"nya {many}", none="Inga") if taken.new else ""
    replaced = plural(taken.replaced, "fras är utbytt", "fraser är utbytta") if taken.replaced else ""
    return ", ".join(filter(None, (new, replaced))) + "."
