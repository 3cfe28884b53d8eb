"""What can still be added when something is locked: corrections, and the notice on the board of a nämnd's protocol."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.corrected_marks import whole_name
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.numbering import named as item_named
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.adjusted.correction_drafts import CorrectionDraft
from bra_desktop.ui.later import later
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, rule, scroll
from bra_desktop.ui.meeting.papers.correction_keeper import CorrectionKeeper
from bra_desktop.ui.meeting.papers.document_kinds import item_of
from bra_desktop.ui.meeting.papers.notice_part import NoticePart
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field, choice_field, text_field
from bra_desktop.ui.widgets.form_pane import SETTLED
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.plain_words import words_of

FINAL = (MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED)
WIDTH = 310


class AfterLock(QFrame):
    """Hidden until the protocol is adjusted or the notes are established; beside the paper of an item that was
    adjusted immediately only its notice stands before that.

    `paper_wanted`: the public notice, or the certificate of it, is to be shown.
    """

    paper_wanted = Signal(str)

    def __init__(self, theme: Theme, presenter: MeetingPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._loaded: Loaded | None = None
        self._begun = False
        self._known: QVBoxLayout = column(theme, space=8)
        self._write = Button(theme, "correction.write", "Skriv rättelse", "plain", "pencil")
        self._write.setCheckable(True)
        self._form = self._correction_form()
        self.keeper = CorrectionKeeper(self._typed, self._fill, *presenter.road, self)
        self._write.toggled.connect(self._show_form)
        self.notice = NoticePart(theme, presenter)
        self.notice.paper_wanted.connect(self.paper_wanted)
        corrections = column(
            theme, label("Rättelser", "h3"), self._known, row(theme, self._write, STRETCH), self._form, 6, space=10
        )
        self._corrections = box(corrections)
        inner = column(theme, self._corrections, self.notice, STRETCH, space=10, margin=(16, 14, 16, 12))
        # The form may scroll; the button that ends it always stands in sight.
        self._body = scroll(box(inner))
        self._foot = self._correction_foot()
        held = column(theme, (self._body, 1), self._foot, space=0)
        self.setLayout(row(theme, rule(vertical=True), (held, 1), space=0))
        self.setFixedWidth(theme.px(WIDTH))
        self.hide()

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        content = loaded.view.content
        self._show_corrections(loaded)
        author = self._author.person_id()
        self._author.show_people(loaded.people)
        self._author.choose(author)
        chosen = self._item.currentData()
        self._item.clear()
        self._item.addItem(whole_name(content.forum), "")
        for item in content.items:
            self._item.addItem(item_named(content.forum, item), item.key)
        self._item.setCurrentIndex(max(0, self._item.findData(chosen)))
        if content.state in FINAL and loaded.whole is None:
            self.keeper.turn_to(content.key)
        self.notice.show_meeting(loaded)
        self._show()

    def write(self) -> None:
        """Opens the form of a correction, to write at once."""
        self._write.setChecked(True)
        self.editor.setFocus()

    def show_for(self, kind: str) -> None:
        """Beside the paper of an item, or of its notice, the notice is that of the item."""
        self.notice.show_for(item_of(kind))
        self._show()

    def _show(self) -> None:
        final = self._loaded is not None and self._loaded.view.content.state in FINAL
        self._corrections.setVisible(final)
        self._foot.setVisible(final and self._write.isChecked())
        self.setVisible(final or self.notice.has_use())

    # ── corrections ──────────────────────────────────────────────────────────────────────────
    def _correction_form(self) -> QWidget:
        theme = self._theme
        item, self._item = choice_field(theme, "correction.item", "Gäller", [])
        self._item.setSizeAdjustPolicy(self._item.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._item.setMinimumContentsLength(12)
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(theme.px(84))
        self._text_field = Field(theme, "correction.text", "Så ska det stå", self.editor)
        self._reason_field, self._reason = text_field(theme, "correction.reason", "Skäl", "t.ex. skrivfel")
        self._author = PersonCombo("correction.author", "Rättas av", "Sök i registret")
        self._author_field = Field(theme, "correction.author", "Rättas av", self._author)
        self.editor.textChanged.connect(lambda: self._changed(self._text_field))
        self._reason.textChanged.connect(lambda: self._changed(self._reason_field))
        self._author.currentTextChanged.connect(lambda: self._changed(self._author_field))
        parts = (item, self._text_field, self._reason_field, self._author_field)
        form = box(column(theme, *parts, space=10))
        form.hide()
        return form

    def _changed(self, field: Field) -> None:
        field.set_error("")
        if self._write.isChecked():
            self.keeper.typed()

    def _typed(self) -> CorrectionDraft:
        item, author = str(self._item.currentData() or ""), self._author.person_id() or ""
        return CorrectionDraft(item, words_of(self.editor), self._reason.text(), author)

    def _fill(self, draft: CorrectionDraft) -> None:
        """What was begun stands there again, in sight, and the keyboard stays where it is."""
        self._write.setChecked(False)
        self.editor.setPlainText(draft.text)
        self._reason.setText(draft.reason)
        self._item.setCurrentIndex(max(0, self._item.findData(draft.item)))
        if not draft.is_empty():
            self._author.choose(draft.author)
            self._begun = True
            self._write.setChecked(True)

    def _correction_foot(self) -> QWidget:
        theme = self._theme
        save = Button(theme, "correction.save", "Lägg till rättelse", "plain", "check")
        save.clicked.connect(self._save_correction)
        foot = box(column(theme, rule(), box(row(theme, save, STRETCH, margin=(16, 10, 16, 12))), space=0))
        foot.hide()
        return foot

    def _show_form(self, on: bool) -> None:
        """Open, it holds the one at work as the author; another can be chosen."""
        self._form.setVisible(on)
        self._foot.setVisible(on)
        if on:
            if self._loaded is not None and not self._author.person_id():
                self._author.choose(self._at_work(self._loaded))
            if not self._begun:
                self.editor.setFocus()
            self._begun = False
            later(self._form, SETTLED, self._show_whole_form)

    def _show_whole_form(self) -> None:
        """It stands below all that is corrected already; where it doesn't go in, its beginning is in sight."""
        for part in (self._author_field, self._item):
            self._body.ensureWidgetVisible(part)

    def _at_work(self, loaded: Loaded) -> str:
        return next((person.id for person in loaded.people if person.name == loaded.actor), "")

    def _show_corrections(self, loaded: Loaded) -> None:
        empty(self._known)
        names = {person.id: person.name for person in loaded.people}
        for correction in loaded.view.corrections:
            about = _about(loaded.view.content, correction.item_id)
            head = f"{about}, {date_in_text(correction.made_on)}"
            who = f"{names.get(correction.author_id, 'Borttagen ur registret')}. Skäl: {correction.reason}"
            above, below = label(head, "overline", wrap=True), label(who, "caption", wrap=True)
            self._known.addWidget(box(column(self._theme, above, label(correction.text, wrap=True), below, space=2)))
        if not loaded.view.corrections:
            self._known.addWidget(label("Inga rättelser är skrivna.", "caption", wrap=True))

    def _save_correction(self) -> None:
        text, reason, author = words_of(self.editor), self._reason.text(), self._author.person_id()
        wanted: tuple[tuple[Field, str | None, str], ...] = (
            (self._text_field, text.strip(), "Skriv vad som ska stå."),
            (self._reason_field, reason.strip(), "Skriv skälet till rättelsen."),
            (self._author_field, author, "Välj vem som rättar."),
        )
        for field, value, sentence in wanted:
            field.set_error("" if value else sentence)
        missing = [field for field, value, _ in wanted if not value]
        if missing:
            missing[0].editor.setFocus()
            self._body.ensureWidgetVisible(missing[0])
        elif author:
            item = self._item.currentData() or None
            self._presenter.correct(author, reason, text, item, self._corrected, self._refused)

    def _corrected(self) -> None:
        self.editor.clear()
        self._reason.clear()
        self.keeper.flush()
        self._write.setChecked(False)

    def _refused(self, error: UserError) -> None:
        """What was typed stays until it has been taken."""
        self._text_field.set_error(error.text)


def _about(content: MeetingContent, item_id: str | None) -> str:
    if not item_id:
        return whole_name(content.forum)
    return item_named(content.forum, content.item(item_id))
