"""The first start: three fields, or the invented municipality, or a backup. All of it can be done by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QStackedWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.desk import Desk, Seated
from bra_desktop.ui.first_start.presenter import FirstStartPresenter
from bra_desktop.ui.first_start.reception import Reception
from bra_desktop.ui.first_start.way_button import WayButton
from bra_desktop.ui.first_start.welcome import Welcome
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule, scroll
from bra_desktop.ui.naming import named
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field, text_field
from bra_desktop.ui.widgets.file_choice import file_to_open
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.progress import Progress

WIDEST = 782
BACKUP = "Säkerhetskopia (*.brabackup);;Alla filer (*)"


class FirstStartPage(Page):
    """`choose_file` is the box that asks for a backup."""

    def __init__(self, context: PageContext, desk: Desk, reception: Reception) -> None:
        super().__init__(context)
        theme = context.theme
        self._reception = reception
        self.presenter = FirstStartPresenter(self.runner, desk, self)
        self.choose_file: Callable[[], Path | None] = lambda: file_to_open(self, "Återläs säkerhetskopia", BACKUP)
        self._municipality_field, self.municipality = text_field(
            theme, "first_start.municipality", "Kommun", "t.ex. Almby kommun"
        )
        self._name_field, self.name = text_field(theme, "first_start.name", "Ditt namn", "t.ex. Anna Svedin")
        self._title_field, self.title = text_field(theme, "first_start.title", "Din titel", "t.ex. säkerhetssamordnare")
        words = "Lägg in forumen BRÅ, AU, EST och lägesbild med färdiga dagordningar"
        self.forums = named(QCheckBox(words), "first_start.forums", words)
        self.forums.setChecked(True)
        self._create = Button(
            theme, "first_start.create", "Skapa kommun", "primary", "arrow-right", "Skapar kommunen och börjar",
            "Ctrl+Return",
        )  # fmt: skip
        self._refused = NoteBar(theme, "first_start.refused", "late")
        self._refused.closed.connect(self._refused.hide)
        self._refused.hide()
        self._example = WayButton(
            theme, "first_start.example", "Öppna exempelkommun", "Påhittad kommun med två års möten", "flask-conical"
        )
        self._restore = WayButton(
            theme, "first_start.restore", "Återläs säkerhetskopia…", "Från en fil som du har sparat", "rotate-ccw"
        )
        self._progress = Progress(theme, "first_start.work")
        self._welcome = Welcome(theme, context.clock().date())
        self._ways = QStackedWidget()
        self._lay_out()
        self._wire()

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        self.municipality.setFocus(Qt.FocusReason.TabFocusReason)

    def set_room(self, room: Room) -> None:
        self._welcome.setVisible(not room.narrow)
        side = 16 if room.narrow else 72
        self._form.setContentsMargins(*(self.context.theme.px(length) for length in (side, 16, side, 16)))

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_refusal(self, error: UserError) -> None:
        self.show_ready()
        fields = {"kommun": self._municipality_field, "namn": self._name_field}
        if error.where in fields:
            self._mark(fields[error.where], error.text)
        else:
            self._refused.show_note(error.text)
            self._refused.show()

    def show_working(self, words: str, done: int, total: int) -> None:
        if self._ways.currentIndex() == 0:
            self._progress.begin(words)
            self._ways.setCurrentIndex(1)
            self._enable(False)
        self._progress.show_progress(words, done, total)

    def show_ready(self) -> None:
        self._ways.setCurrentIndex(0)
        self._enable(True)

    def done(self, seated: Seated, said: str) -> None:
        self.show_ready()
        self._reception.take_over(seated)
        self.context.messages.finished(said)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _lay_out(self) -> None:
        theme = self.context.theme
        intro = "Tre uppgifter, sedan är du i gång. Allt kan ändras senare."
        place = label(f"Uppgifterna sparas bara på den här datorn, i {self.presenter.folder}", "caption", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._ways.addWidget(box(row(theme, (self._example, 1), (self._restore, 1), space=10)))
        self._ways.addWidget(box(column(theme, self._progress, STRETCH)))
        form = column(
            theme,
            STRETCH,
            label("Välkommen", "h1"),
            label(intro, "muted", wrap=True),
            2,
            self._refused,
            self._municipality_field,
            row(theme, (self._name_field, 3), (self._title_field, 2), space=16),
            self.forums,
            4,
            row(theme, self._create, STRETCH),
            place,
            4,
            rule(),
            label("Eller", "overline"),
            self._ways,
            STRETCH,
            STRETCH,
            space=10,
        )
        inner = box(form)
        inner.setMaximumWidth(theme.px(WIDEST))
        self._form = row(theme, (inner, 1))
        right = scroll(box(self._form))
        self.setLayout(row(theme, self._welcome, (right, 1), space=0))

    def _wire(self) -> None:
        self._create.clicked.connect(self._create_wanted)
        for edit in (self.municipality, self.name, self.title):
            edit.returnPressed.connect(self._create_wanted)
            edit.textEdited.connect(self._clear_marks)
        self._example.clicked.connect(self.presenter.open_example)
        self._restore.clicked.connect(self._restore_wanted)
        self._progress.cancelled.connect(self.presenter.cancel)

    def _create_wanted(self) -> None:
        if not self._create.isEnabled():
            return
        self._enable(False)
        self.presenter.create(
            self.municipality.text(), self.name.text(), self.title.text(), with_forums=self.forums.isChecked()
        )

    def _restore_wanted(self) -> None:
        file = self.choose_file()
        if file is not None:
            self._enable(False)
            self.presenter.restore(file)

    def _enable(self, enabled: bool) -> None:
        for widget in (self._create, self._example, self._restore):
            widget.setEnabled(enabled)

    def _mark(self, field: Field, sentence: str) -> None:
        field.set_error(sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_marks(self) -> None:
        self._municipality_field.set_error("")
        self._name_field.set_error("")
        self._refused.hide()
