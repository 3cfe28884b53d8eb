"""The tab Protokoll: the meeting's documents as they will be printed, and saving them as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from bra_desktop.domain.extracts import Choice
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.papers.sent import SUPPLEMENT
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.meeting.papers.after_lock import AfterLock
from bra_desktop.ui.meeting.papers.document_kinds import (
    EXTRACT,
    HANDED_OUT,
    is_kept,
    kind_to_show,
    may_not_be_seen,
    papers_of,
    with_room,
)
from bra_desktop.ui.meeting.papers.document_side import DocumentSide
from bra_desktop.ui.meeting.papers.kind_pills import KindPills
from bra_desktop.ui.meeting.papers.mails import mail_of_paper
from bra_desktop.ui.meeting.papers.sent_note import SentNote
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.meeting.screened import NOT_SHOWN
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.file_choice import PDF, file_to_save
from bra_desktop.ui.widgets.progress import Progress

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.papers.extracts import MeetingExtracts
    from bra_desktop.ui.widgets.pdf_preview import PdfPreview


Of = tuple[int, str, Choice | None]
"""What a shown document was made of: the meeting as it was read, its key and, of an extract, what was chosen."""
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
        self._theme, self._presenter, self._extracts = theme, presenter, extracts
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(self, "Spara som pdf", name, PDF)
        self._loaded: Loaded | None = None
        self._made: MadeDocument | None = None
        self._kind, self._shown_of = "", NOTHING
        self._there: dict[str, str] = {}
        self._ready = self._save_waits = False
        self._preview: PdfPreview | None = None
        self.side = DocumentSide(theme, after)
        self.side.chosen.connect(self.refresh)
        after.paper_wanted.connect(self.show_kind)
        self._make_buttons(theme)
        self._kinds = KindPills(theme)
        self._kinds.chosen.connect(self.show_kind)
        self._changed = SentNote(theme)
        self._changed.wanted.connect(self.show_kind)
        self._make_stack(theme)
        self._whole = FilterPill(
            theme, "meeting.whole", "Hela fönstret", tip="Visar dokumentet ensamt, eller allt. F11, Esc tillbaka"
        )
        self._whole.setShortcut("F11")
        self._whole.toggled.connect(self._show_whole)
        self._back = QShortcut(QKeySequence("Esc"), self, self.end_whole)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setEnabled(False)
        head = box(row(theme, (self._kinds, 1), self._whole, margin=(14, 8, 14, 8)))
        paper = column(theme, self._changed, (self._stack, 1), space=0)
        body = row(theme, (paper, 1), self.side, space=0)
        self.setLayout(column(theme, head, rule(), (body, 1), space=0))

    def _make_stack(self, theme: Theme) -> None:
        self._working = Progress(theme, "meeting.making", "Skapar dokumentet")
        self._working.cancelled.connect(self._stop)
        waiting = box(column(theme, STRETCH, row(theme, STRETCH, (self._working, 1), STRETCH), STRETCH, margin=24))
        public = Button(theme, "meeting.show_public", "Visa den offentliga versionen", "primary")
        public.clicked.connect(lambda: self.show_kind("public"))
        self._hidden = EmptyPage(theme, "eye", "Visas inte här", NOT_SHOWN, public)
        self._none_chosen = EmptyPage(theme, "file-text", "Ingen paragraf är vald", "Markera minst en till höger.")
        self._stack = QStackedWidget()
        for page in (waiting, self._hidden, self._none_chosen):
            self._stack.addWidget(page)

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

    def has_use(self, button: Button) -> bool:
        """Whether the button does anything with the paper that is shown; one that waits for it has."""
        return button is not self.mail or self._kind in (EXTRACT, HANDED_OUT) or bool(self._mail_kind())

    def show_meeting(self, loaded: Loaded) -> None:
        before, self._loaded = self._loaded, loaded
        self._there = papers_of(loaded)
        self.side.show_meeting(loaded)
        other = before is None or before.shown.ref != loaded.shown.ref
        self._save_waits = self._save_waits and not other
        self._kind = kind_to_show(loaded, None if other else before, self._kind)
        if other or before is None or before.view != loaded.view:
            self._shown_of = NOTHING
        self._mark()
        if self.isVisible():
            self.refresh()

    def show_kind(self, kind: str) -> None:
        """Makes and shows a paper of that kind, or the kept one of that key."""
        self._kind = kind
        self._mark()
        self.refresh()

    def refresh(self) -> None:
        """Makes the chosen document, unless it is shown already as the meeting stands now."""
        if self._loaded is None:
            return
        choice, key = self.side.choice(self._kind), self.side.key(self._kind)
        before, self._shown_of = self._shown_of, (id(self._loaded.view), key, choice)
        if before == self._shown_of:
            return
        self._ready, self._save_waits = False, self._save_waits and before[1] == key
        self._changed.hide()
        none = choice is not None and not choice.items
        instead = self._hidden if may_not_be_seen(self._loaded, key) else self._none_chosen if none else None
        self._let_out(instead is None)
        if instead is not None:
            self._made, self._save_waits = None, False
            self._stack.setCurrentWidget(instead)
            return
        if before[1] != EXTRACT or self._stack.currentWidget() is not self._preview or choice is None:
            self._stack.setCurrentIndex(0)
        self._working.show_progress(f"{'Hämtar' if is_kept(key) else 'Skapar'} dokumentet", 0, 0)
        if choice is None:
            self._presenter.make(key, self._working.show_progress)
        elif self._extracts is not None:
            self._extracts.make(choice, self._working.show_progress)

    def show_document(self, made: MadeDocument) -> None:
        if made.kind != self.side.key(self._kind) or self._stack.currentWidget() in (self._hidden, self._none_chosen):
            return
        self._made = made
        if self._preview is None:
            from bra_desktop.ui.widgets.pdf_preview import PdfPreview  # QtPdf, only where there is a PDF to show

            self._preview = PdfPreview(self._theme, "meeting.preview", "Dokumentet som det skrivs ut")
            self._preview.print_wanted.connect(lambda: self.print_wanted.emit(self._made))
            self._stack.addWidget(self._preview)
        ref = self._loaded.shown.ref if self._loaded is not None else ""
        self._preview.show_pdf(made.content, f"{ref} {made.kind}", ref)
        self._stack.setCurrentWidget(self._preview)
        self._ready = True
        if self._loaded is not None:
            self._changed.tell_of(self._loaded, made, self._there)
        self.made.emit()
        if self._save_waits and self.isVisible():
            self._save()

    def end_whole(self) -> None:
        """The rest of the page is shown again."""
        self._whole.setChecked(False)

    def pages(self) -> int:
        return self._preview.pages() if self._preview is not None else 0

    def _let_out(self, out: bool) -> None:
        """What is not shown here can't be saved or copied either. One that is being made can: it is waited for."""
        for button in self.buttons() if self._kind in (EXTRACT, HANDED_OUT) else (self.save, self.copy):
            button.setEnabled(out)

    def _show_whole(self, whole: bool) -> None:
        self.side.setVisible(not whole)
        self._back.setEnabled(whole)
        self.whole_wanted.emit(whole)
        if whole and self._preview is not None:
            self._preview.setFocus()

    def _mark(self) -> None:
        if self._loaded is not None:
            self._kinds.show_papers(self._there, self._kind, with_room(self._loaded, self._kind))
        self.mail.setVisible(self.has_use(self.mail))
        self.mail.setEnabled(True)
        self.side.show_for(self._kind)

    def _write_mail(self) -> None:
        if self._extracts is not None and (choice := self.side.choice(self._kind)) is not None:
            self._extracts.mail(choice)
        else:
            self.mail_wanted.emit(self._mail_kind())

    def _copy(self) -> None:
        if self._extracts is not None and (choice := self.side.choice(self._kind)) is not None:
            self._extracts.copy(choice, self.copy)
        else:
            self.copy_wanted.emit(self.side.key(self._kind), self.copy)

    def _mail_kind(self) -> str:
        return mail_of_paper(self._loaded, self.side.key(self._kind)) if self._loaded else ""

    def _stop(self) -> None:
        self._shown_of, self._save_waits = NOTHING, False

    def _save(self) -> None:
        """As soon as what is chosen has been made: a press is never lost because the document is being made anew."""
        self.refresh()
        self._save_waits = not self._ready and self.save.isEnabled()
        if self._made is None or not self._ready:
            return
        if self._extracts is not None and (choice := self.side.choice(self._kind)) is not None:
            self._extracts.save(choice, self._made.file_name)
        elif (place := self.choose_place(self._made.file_name)) is None:
            return
        elif self._made.kind == SUPPLEMENT:
            self._presenter.send_supplement(place)
        else:
            self._presenter.save(self._made, place)
