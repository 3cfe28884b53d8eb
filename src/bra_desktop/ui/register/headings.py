"""A forum's own words for the headings of its papers, with the paper beside them while one types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain import headings
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.headings import PaperHeading, elsewhere, of_profile, own_words, usual
from bra_desktop.domain.register import Forum
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.register.presenter import RegisterPresenter
from bra_desktop.ui.register.sample_page import SamplePage
from bra_desktop.ui.register.sample_paper import SamplePaper
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.entries import Entry, Heading, TextEntry
from bra_desktop.ui.widgets.form_pane import EDITED, FormPane
from bra_desktop.ui.widgets.labels import label

PART = "register.headings"
ABOUT = "Skriv bara det som ert forum kallar något annat. Ett tomt fält ger ordet som står ovanför."
H = PaperHeading
AGENDA, ADJUSTERS = "agenda_word", "adjusters_word"
GROUPS: tuple[tuple[str, tuple[PaperHeading | str, ...]], ...] = (
    ("Dokumentens namn", (H.NOTICE, AGENDA, H.PROTOCOL, H.EXTRACT)),
    ("Först i protokollet", (H.PLACE, H.MEMBERS, H.SERVING, H.SUBSTITUTES, H.OTHERS, H.GUESTS, H.PREVENTED, H.ABSENT,
                             ADJUSTERS, H.ADJUSTED, H.ITEMS, H.CONTENTS)),
    ("I varje ärende", (H.BASIS, H.TEXT, H.PROPOSAL, H.DECISION, H.ACTIONS, H.DISPATCH)),
    ("Sist", (H.TASKS, H.CERTIFICATE)),
)  # fmt: skip


class HeadingEntry(TextEntry):
    """One heading: its usual words above, how others word it as an example."""

    def __init__(self, theme: Theme, heading: PaperHeading) -> None:
        super().__init__(theme, PART, heading.value, "")
        self.heading = heading

    def offer(self, forum: ForumRow) -> None:
        said = usual(self.heading, forum.profile, forum.numbering)
        self.field.title().setText(said)
        self.edit.setAccessibleName(f"I stället för {said}")
        self.edit.setPlaceholderText(f"t.ex. {elsewhere(self.heading, forum.profile)}")
        self.widget.setVisible(self.heading in of_profile(forum.profile))


class HeadingsSection(QWidget):
    """The form at the left, a sample paper at the right. `let_go` hands over what was typed when Esc left it."""

    let_go = Signal(object)

    def __init__(self, theme: Theme, presenter: RegisterPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._forum: ForumRow | None = None
        self._worded = ""
        about = label(ABOUT, "caption", wrap=True)
        self.form = FormPane(theme, PART, tuple(_entries(theme)), "Spara rubriker", above=(about,), closable=False)
        self.paper = SamplePaper(theme)
        self.sample = SamplePage(
            self._ask_sample, f"{PART}.sample", "Exempel på dokument med forumets rubriker", self.paper
        )
        card = Card(theme, "Så står det på papper", (self.sample, 1), space=12)
        self.setLayout(row(theme, (self.form, 2), (column(theme, (card, 1)), 3), space=12))
        for entry in self._typed():
            entry.edit.textChanged.connect(self.sample.ask_soon)
            entry.edit.installEventFilter(self)
        self.form.wanted.connect(self._send)
        self.form.cancelled.connect(self._cancel)

    def show_forum(self, forum: ForumRow) -> None:
        """The headings of that forum; what is being typed for the same one stays."""
        same = self._forum is not None and self._forum.id == forum.id
        self._forum = forum
        for entry in self._typed():
            if isinstance(entry, HeadingEntry):
                entry.offer(forum)
        if not (same and self.form.edited()):
            self._fill()

    def focus_first(self) -> None:
        self.form.focus_first()

    def is_held(self) -> bool:
        """Whether something typed has to be saved or left first; then the form says so."""
        held = self.form.draft() is not None
        if held:
            self.form.refuse(UserError(EDITED))
        return held

    def draft(self) -> Mapping[str, Any] | None:
        """What is typed, None when nothing would be lost."""
        return self.form.draft()

    def take_up(self, typed: Mapping[str, Any]) -> None:
        """Puts back what was typed for the forum that is shown."""
        self.form.take_up(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paper follows the field that has the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            found = next((entry for entry in self._typed() if entry.edit is watched), None)
            if found is not None and found.name != self._worded:
                self._worded = found.name
                self.sample.ask_soon()
        return False

    def _typed(self) -> Iterator[TextEntry]:
        return (entry for entry in self.form.entries if isinstance(entry, TextEntry))

    def _fill(self) -> None:
        if self._forum is None:
            return
        own = {one.heading.value: one.words for one in self._forum.headings}
        named = {AGENDA: self._forum.agenda_word, ADJUSTERS: self._forum.adjusters_word}
        values = {entry.name: own.get(entry.name, "") for entry in self._typed()}
        self.form.begin("Rubriker på papper", values | named, focus=False)
        self.sample.ask_soon()

    def _values(self) -> dict[str, Any]:
        """What stands in the form, as the forum keeps it."""
        said = {entry.name: str(entry.typed()) for entry in self._typed()}
        own = own_words([(H(name), words) for name, words in said.items() if name not in (AGENDA, ADJUSTERS)])
        return {"headings": own, AGENDA: said[AGENDA].strip(), ADJUSTERS: said[ADJUSTERS].strip()}

    def _ask_sample(self) -> None:
        if self._forum is None:
            return
        heading = H(self._worded) if self._worded in set(H) else H.NOTICE if self._worded == AGENDA else None
        self._presenter.show_paper(self._forum.id, heading, self._values(), self._show, self.sample.refuse)

    def _show(self, pdf: bytes) -> None:
        self.sample.show_page(pdf)
        entry = next((one for one in self._typed() if one.name == self._worded), None)
        if entry is not None:
            self.paper.mark(" ".join(str(entry.typed()).split()) or entry.field.title().text())

    def _send(self, _values: dict[str, Any]) -> None:
        if self._forum is not None:
            self._presenter.save(
                Forum, self._forum, self._values(), "Rubrikerna är sparade.", self._kept, self.form.refuse
            )

    def _kept(self, _id: str) -> None:
        self.form.done()
        self._presenter.load()

    def _cancel(self) -> None:
        typed = self.form.draft()
        self._fill()
        if typed is not None:
            self.let_go.emit(typed)


def _entries(theme: Theme) -> Iterator[Entry]:
    named = {
        AGENDA: (headings.AGENDA, "t.ex. Föredragningslista"),
        ADJUSTERS: (headings.ADJUSTERS, "t.ex. Utses att justera"),
    }
    for title, words in GROUPS:
        yield Heading(title)
        for heading in words:
            if isinstance(heading, PaperHeading):
                yield HeadingEntry(theme, heading)
            else:
                yield TextEntry(theme, PART, heading, *named[heading])
