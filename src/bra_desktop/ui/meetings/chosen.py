"""What can be done to several chosen meetings at once: archive them, or make the extracts of their protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bra_desktop.domain.swedish import NBSP, plural
from bra_desktop.ui.meetings.presenter import MeetingLine
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from bra_desktop.ui.saving_extracts import ExtractSaver

ARCHIVE_WORDS = (
    "Filerna och underskrifterna prövas, sedan märks mötena som arkiverade. Inget lämnas till ett arkiv. "
    "Det går inte att ångra."
)
EXTRACT_WORDS = (
    "En pdf skapas för varje paragraf och mottagare, ur de paragrafer vars beslut skickas till någon. "
    "Sekretessmarkerade uppgifter tas bort. På mötena antecknas vem som fått vad."
)


class ChosenMeetings:
    """The buttons, each there when something chosen can be done by it, and says how much of it.

    `ask` puts a question (title, words, verb, icon).
    """

    def __init__(
        self,
        theme: Theme,
        ask: Callable[[str, str, str, str], bool],
        archive: Callable[[Sequence[MeetingLine]], None],
        saver: ExtractSaver,
    ) -> None:
        self._ask, self._archive_them, self.saver = ask, archive, saver
        self._lines: Sequence[MeetingLine] = ()
        tip = "Välj flera med Ctrl och Skift, eller alla med Ctrl+A"
        self.archive = Button(theme, "meetings.archive", "Arkivera", "plain", "archive", tip)
        self.archive.clicked.connect(self._ask_to_archive)
        self.extracts = Button(theme, "meetings.extracts", "Protokollsutdrag…", "plain", "file-text", tip)
        self.extracts.clicked.connect(self._ask_to_extract)
        self.offer((), shown=False)

    def offer(self, lines: Sequence[MeetingLine], *, shown: bool) -> None:
        """Those that are chosen now. Extracts of one meeting alone are made on its page."""
        self._lines = lines
        archive, extract = len(self._to_archive()), len(self._to_extract())
        of_all = f" av {len(lines)}" if archive < len(lines) else ""
        self.archive.set_words(f"Arkivera {archive}{of_all}{NBSP}möten" if len(lines) > 1 else "Arkivera mötet")
        self.archive.setVisible(shown and archive > 0)
        self.extracts.set_words(f"Utdrag ur {plural(extract, 'protokoll', 'protokoll')}…")
        self.extracts.setVisible(shown and extract > 1)

    def _to_archive(self) -> list[MeetingLine]:
        return [line for line in self._lines if line.can_be_archived]

    def _to_extract(self) -> list[MeetingLine]:
        return [line for line in self._lines if line.has_protocol]

    def _ask_to_archive(self) -> None:
        lines = self._to_archive()
        title = f"Arkivera {plural(len(lines), 'möte', 'möten')}?"
        if lines and self._ask(title, ARCHIVE_WORDS, "Arkivera", "archive"):
            self._archive_them(lines)

    def _ask_to_extract(self) -> None:
        from bra_desktop.domain.extracts import Choice, Division

        lines = self._to_extract()
        title = f"Skapa utdrag ur {plural(len(lines), 'protokoll', 'protokoll')}?"
        if lines and self._ask(title, EXTRACT_WORDS, "Välj mapp…", "folder-open"):
            self.saver.save({line.ref: Choice(division=Division.PER_ITEM_AND_RECIPIENT) for line in lines})
