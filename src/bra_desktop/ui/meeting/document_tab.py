"""The tab Protokoll: the meeting's documents as they will be printed, and saving them as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bra_desktop.domain.extracts import Choice
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.preparing.supplements import SUPPLEMENT
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.meeting.after_lock import AfterLock
from bra_desktop.ui.meeting.document_kinds import EXTRACT, KINDS, kinds_of
from bra_desktop.ui.meeting.kind_pills import KindPills
from bra_desktop.ui.meeting.mails import mail_of_paper
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter, first_kind
from bra_desktop.ui.meeting.screened import NOT_SHOWN
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.file_choice import PDF, file_to_save
from bra_desktop.ui.widgets.progress import Progress

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.extract_pane import ExtractPane
    from bra_desktop.ui.meeting.extracts import MeetingExtracts
    from bra_desktop.ui.widgets.pdf_preview import PdfPreview


Of = tuple[int, str, Choice | None]
"""What a shown document was made of: the meeting as it was read, its kind and, of an extract, what was chosen."""
NOTHING: Of = (0, "", None)


class DocumentTab(QWidget):
    """`choose_place` is the box that asks where a PDF is saved. `whole_wanted`: the document alone, or not any more.

    `mail_wanted`: the mail that goes with the shown document is to be opened. `copy_wanted`: a copy of that kind of
    document, below the button.
    """

    made = Signal()
    mail_wanted = Signal(str)
    print_wanted = Signal(object)
    copy_wanted = Signal(str, QWidget)
    whole_wanted = Signal(bool)

    def __init__(
        self, theme: Theme, presenter: MeetingPresenter, after: AfterLock, extracts: MeetingExtracts | None = None
    ) -> None:
        super().__init__()
        self._theme, self._presenter, self.after, self._extracts = theme, presenter, after, extracts
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(self, "Spara som pdf", name, PDF)
        self._loaded: Loaded | None = None
        self._made: MadeDocument | None = None
        self._kind = ""
        self._there: tuple[str, ...] = ()
        self._shown_of = NOTHING
        self._preview: PdfPreview | None = None
        self.extract: ExtractPane | None = None
        self._make_buttons(theme)
        self._kinds = KindPills(theme)
        self._kinds.chosen.connect(self.show_kind)
        self._working = Progress(theme, "meeting.making", "Skapar dokumentet")
        self._working.cancelled.connect(self._stop)
        waiting = box(column(theme, STRETCH, row(theme, STRETCH, (self._working, 1), STRETCH), STRETCH, margin=24))
        self._stack = QStackedWidget()
        self._stack.addWidget(waiting)
        public = Button(theme, "meeting.show_public", "Visa den offentliga versionen", "primary")
        public.clicked.connect(lambda: self.show_kind("public"))
        self._hidden = EmptyPage(theme, "eye", "Visas inte här", NOT_SHOWN, public)
        self._stack.addWidget(self._hidden)
        self._whole = FilterPill(
            theme, "meeting.whole", "Hela fönstret", tip="Visar dokumentet ensamt, eller allt. F11"
        )
        self._whole.setShortcut("F11")
        self._whole.toggled.connect(self._show_whole)
        head = box(row(theme, (self._kinds, 1), self._whole, margin=(14, 8, 14, 8)))
        self._after = box(row(theme, self.after, space=0))
        self._panes = row(theme, self._after, space=0)
        self._beside = box(self._panes)
        self._none_chosen = EmptyPage(theme, "file-text", "Ingen paragraf är vald", "Markera minst en till höger.")
        self._stack.addWidget(self._none_chosen)
        body = row(theme, (self._stack, 1), self._beside, space=0)
        self.setLayout(column(theme, head, rule(), (body, 1), space=0))

    def _make_buttons(self, theme: Theme) -> None:
        words, key = "Spara som pdf…", "Ctrl+Shift+S"
        self.save = Button(theme, "meeting.save_pdf", words, "plain", "download", "Sparar som pdf", key)
        self.save.clicked.connect(self._save)
        self.mail = Button(theme, "meeting.open_mail", "Öppna i e-post", "plain", "mail", "Skriver ett brev att skicka")
        self.mail.clicked.connect(self._write_mail)
        tip = "En kopia att klistra in ur. Originalet är dokumentet i pdf"
        self.copy = Button(theme, "meeting.copies", "Word eller text…", "plain", "file-text", tip)
        self.copy.clicked.connect(self._copy)

    def buttons(self) -> tuple[Button, ...]:
        return (self.mail, self.copy, self.save)

    def show_meeting(self, loaded: Loaded) -> None:
        before, self._loaded = self._loaded, loaded
        kinds = self._there = kinds_of(loaded)
        self._kinds.number_supplement(loaded.supplement)
        self.after.show_meeting(loaded)
        if self.extract is not None:
            self.extract.show_meeting(loaded)
        other = before is None or before.shown.ref != loaded.shown.ref
        if other or self._kind not in kinds:
            self._kind = first_kind(loaded.view.content)
        if other or before is None or before.view != loaded.view:
            self._shown_of = NOTHING
        self._mark()
        if self.isVisible():
            self.refresh()

    def show_kind(self, kind: str) -> None:
        """Makes and shows a document of that kind."""
        self._kind = kind
        self._mark()
        self.refresh()

    def refresh(self) -> None:
        """Makes the chosen document, unless it is shown already as the meeting stands now."""
        if self._loaded is None:
            return
        choice = self._choice()
        before, self._shown_of = self._shown_of, (id(self._loaded.view), self._kind, choice)
        if before == self._shown_of:
            return
        if self._loaded.withheld and self._kind != "public":
            self._made = None
            self._stack.setCurrentWidget(self._hidden)
            self._let_out(False)
            return
        self._let_out(False)
        if choice is not None and not choice.items:
            self._made = None
            self._stack.setCurrentWidget(self._none_chosen)
            return
        if before[1] != EXTRACT or self._stack.currentWidget() is not self._preview or choice is None:
            self._stack.setCurrentIndex(0)
        self._working.show_progress(f"Skapar {KINDS[self._kind].lower()}", 0, 0)
        if choice is None:
            self._presenter.make(self._kind, self._working.show_progress)
        elif self._extracts is not None:
            self._extracts.make(choice, self._working.show_progress)

    def show_document(self, made: MadeDocument) -> None:
        if made.kind != self._kind or self._stack.currentWidget() in (self._hidden, self._none_chosen):
            return
        self._made = made
        if self._preview is None:
            from bra_desktop.ui.widgets.pdf_preview import PdfPreview  # QtPdf, only where there is a PDF to show

            self._preview = PdfPreview(self._theme, "meeting.preview", "Dokumentet som det skrivs ut")
            self._preview.print_wanted.connect(lambda: self.print_wanted.emit(self._made))
            self._stack.addWidget(self._preview)
        self._preview.show_pdf(made.content)
        self._stack.setCurrentWidget(self._preview)
        self._let_out(True)
        self.made.emit()

    def end_whole(self) -> None:
        """The rest of the page is shown again."""
        self._whole.setChecked(False)

    def pages(self) -> int:
        return self._preview.pages() if self._preview is not None else 0

    def _let_out(self, ready: bool) -> None:
        """What is not made yet, or not shown here, can't be saved or copied either."""
        for button in self.buttons() if self._kind == EXTRACT else (self.save, self.copy):
            button.setEnabled(ready)

    def _show_whole(self, whole: bool) -> None:
        self._beside.setVisible(not whole)
        self.whole_wanted.emit(whole)

    def _mark(self) -> None:
        self._kinds.mark(self._kind, self._there)
        self.mail.setVisible(self._kind == EXTRACT or bool(self._mail_kind()))
        self.mail.setEnabled(True)
        self._show_extract_pane(self._kind == EXTRACT)

    def _show_extract_pane(self, wanted: bool) -> None:
        """Beside an extract stands what chooses it, instead of the corrections."""
        if wanted and self.extract is None and self._loaded is not None:
            from bra_desktop.ui.meeting.extract_pane import ExtractPane

            self.extract = ExtractPane(self._theme)
            self.extract.show_meeting(self._loaded)
            self.extract.chosen.connect(self.refresh)
            self._panes.addWidget(self.extract)
        self._after.setVisible(not wanted)
        if self.extract is not None:
            self.extract.setVisible(wanted)

    def _choice(self) -> Choice | None:
        return self.extract.choice() if self.extract is not None and self._kind == EXTRACT else None

    def _write_mail(self) -> None:
        if self._extracts is not None and (choice := self._choice()) is not None:
            self._extracts.mail(choice)
        else:
            self.mail_wanted.emit(self._mail_kind())

    def _copy(self) -> None:
        if self._extracts is not None and (choice := self._choice()) is not None:
            self._extracts.copy(choice, self.copy)
        else:
            self.copy_wanted.emit(self._kind, self.copy)

    def _mail_kind(self) -> str:
        return mail_of_paper(self._loaded.view.content, self._kind) if self._loaded else ""

    def _stop(self) -> None:
        self._shown_of = NOTHING

    def _save(self) -> None:
        if self._made is not None and self._extracts is not None and (choice := self._choice()) is not None:
            self._extracts.save(choice, self._made.file_name)
            return
        if self._made is None or (place := self.choose_place(self._made.file_name)) is None:
            return
        if self._made.kind == SUPPLEMENT:
            self._presenter.send_supplement(place)
        else:
            self._presenter.save(self._made, place)
