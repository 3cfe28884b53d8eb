"""Which §§ an extract has, for whom it is, and how a choice is divided into files; beside the extract itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.extracts import Choice, Division, extractable, extracts, recipients
from bra_desktop.domain.numbering import named as item_named
from bra_desktop.domain.swedish import plural
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule, scroll
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.check_list import CheckList
from bra_desktop.ui.widgets.labels import label

WIDTH = 310
CALM = 250
"""Milliseconds without a new mark before the extract is made anew."""
DIVISIONS = {
    Division.TOGETHER: "En pdf med alla paragrafer",
    Division.PER_ITEM: "En pdf per paragraf",
    Division.PER_RECIPIENT: "En pdf per mottagare",
    Division.PER_ITEM_AND_RECIPIENT: "En pdf per paragraf och mottagare",
}


class ExtractPane(QFrame):
    """`chosen` says that another extract is wanted, when the marking has come to rest."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._content: MeetingContent | None = None
        self._left_out: set[str] = set()
        self._typed: list[str] = []
        self.items = CheckList(theme, "extract.items", "Paragrafer")
        self.items.edited.connect(self._items_edited)
        self.to = CheckList(theme, "extract.to", "Mottagare")
        self.to.edited.connect(self._to_edited)
        self.more: QLineEdit = named(QLineEdit(), "extract.more", "Lägg till mottagare", "Enter lägger till")
        self.more.setPlaceholderText("Lägg till mottagare")
        self.more.returnPressed.connect(self.add_typed)
        self.division: QComboBox = named(QComboBox(), "extract.division", "Sparas som")
        for one, words in DIVISIONS.items():
            self.division.addItem(words, one)
        self.division.currentIndexChanged.connect(lambda _at: self._edited())
        self._sum = label("", "caption", wrap=True)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self.chosen)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        theme = self._theme
        self.every = Button(theme, "extract.every", "Alla", "link", tip="Markerar alla paragrafer")
        self.every.clicked.connect(lambda: self._mark(every=True))
        self.sent = Button(theme, "extract.sent", "Med mottagare", "link", tip="Markerar dem som skickas till någon")
        self.sent.clicked.connect(lambda: self._mark(every=False))
        self.items.setMinimumHeight(theme.px(80))
        self.to.setMinimumHeight(theme.px(58))
        inner = column(
            theme, row(theme, label("Paragrafer", "strong"), STRETCH, self.sent, self.every), (self.items, 3),
            label("Mottagare", "strong"), (self.to, 2), self.more, self.division, self._sum,
            space=6, margin=(16, 12, 16, 12),
        )  # fmt: skip
        self.setLayout(row(theme, rule(vertical=True), (scroll(box(inner)), 1), space=0))
        self.setFixedWidth(theme.px(WIDTH))

    def show_meeting(self, loaded: Loaded) -> None:
        """The §§ of the meeting; what was marked in it before stays marked, else what has recipients is."""
        before, self._content = self._content, loaded.view.content
        content = self._content
        same = before is not None and before.ref == content.ref
        if not same:
            self._left_out, self._typed = set(), []
            self.more.clear()
        rows = [(item.key, item_named(content.forum, item)) for item in extractable(content)]
        marked = self.items.marked() if same else [key for key, _words in rows if recipients(content, (key,))]
        self.items.show_rows(rows, marked)
        self._complete([organisation.name for organisation in loaded.organisations])
        self._show_recipients()

    def choice(self) -> Choice:
        """What is marked."""
        return Choice(self.items.marked(), self.to.marked(), Division(self.division.currentData()))

    def count(self) -> int:
        """How many extracts it becomes."""
        return sum(1 for _one in extracts(self._content, self.choice())) if self._content else 0

    def add_typed(self) -> None:
        """Takes the recipient that has been typed, marked, below the others."""
        name = " ".join(self.more.text().split())
        self.more.clear()
        if not name:
            return
        there = {self.to.item(at).text().casefold(): self.to.item(at).text() for at in range(self.to.count())}
        name = there.get(name.casefold(), name)
        if name.casefold() not in there:
            self._typed.append(name)
        self._left_out.discard(name)
        self._show_recipients()
        self._edited()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _mark(self, *, every: bool) -> None:
        if self._content is not None:
            items = [item.key for item in extractable(self._content)]
            self.items.mark([key for key in items if every or recipients(self._content, (key,))])

    def _items_edited(self) -> None:
        self._show_recipients()
        self._edited()

    def _to_edited(self) -> None:
        """Who was left out stays so while §§ are marked."""
        there = {self.to.item(at).text() for at in range(self.to.count())}
        marked = set(self.to.marked())
        self._left_out = (self._left_out - marked) | (there - marked)
        self._edited()

    def _show_recipients(self) -> None:
        if self._content is None:
            return
        names = dict.fromkeys((*recipients(self._content, self.items.marked()), *self._typed))
        self.to.show_rows([(name, name) for name in names], [name for name in names if name not in self._left_out])
        self._tell()

    def _edited(self) -> None:
        self._tell()
        self._calm.start()

    def _tell(self) -> None:
        count = self.count()
        several = f"{plural(count, 'utdrag', 'utdrag')} i var sin fil. Det första visas."
        self._sum.setText(several if count > 1 else ("" if count else "Ingen paragraf är vald."))
        self._sum.setVisible(count != 1)

    def _complete(self, names: list[str]) -> None:
        completer = QCompleter(names, self.more)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.more.setCompleter(completer)
