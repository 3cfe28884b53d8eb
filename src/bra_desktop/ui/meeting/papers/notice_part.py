"""The notice on the board: when it was posted and taken down, of a protocol or of one item adjusted immediately."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.deadlines import has_public_notice
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.numbering import in_sentence, labels
from bra_desktop.domain.swedish import capital_first
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.adjusted.public_notices import of_item
from bra_desktop.services.deadlines import post_by, take_down_from
from bra_desktop.services.reading import PublicNoticeRow
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.meeting.papers.document_kinds import CERTIFICATE, POSTED
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import Field, text_field
from bra_desktop.ui.widgets.labels import label

FINAL = (MeetingState.ADJUSTED, MeetingState.ARCHIVED)


class NoticePart(QWidget):
    """`paper_wanted`: the notice, or the certificate of it, is to be shown."""

    paper_wanted = Signal(str)

    def __init__(self, theme: Theme, presenter: MeetingPresenter) -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self._loaded: Loaded | None = None
        self._item = ""
        self._heading, self._state, self._posting, self._taking = (
            label("Anslag", "h3", wrap=True), label("", wrap=True), self._post_part(), self._take_part(),
        )  # fmt: skip
        tip = "Visar det, att skriva ut, spara eller kopiera"
        self._show_posted = Button(theme, "notice.show", "Visa anslaget", "plain", "eye", tip)
        self._show_certificate = Button(theme, "notice.show_certificate", "Visa beviset", "plain", "eye", tip)
        for button, kind in ((self._show_posted, POSTED), (self._show_certificate, CERTIFICATE)):
            button.clicked.connect(lambda _on=False, kind=kind: self._want(kind))
        files = column(theme, row(theme, self._show_posted, STRETCH), row(theme, self._show_certificate, STRETCH))
        parts = (self._heading, self._state, self._posting, self._taking)
        self.setLayout(column(theme, *parts, files, space=10))

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._certifier.show_people(loaded.people)
        self._show()

    def show_for(self, item: str) -> None:
        """item: the key of the one whose paper is looked at; empty for a paper of the whole meeting."""
        if item != self._item:
            self._posted.set_value(None)
            self._down.set_value(None)
            self._kept_at.clear()
        self._item = item
        self._show()

    def has_use(self) -> bool:
        """Whether what is looked at is adjusted, and posted in such a forum."""
        if self._loaded is None or not has_public_notice(self._loaded.view.content.forum.profile):
            return False
        if self._item:
            return any(one.item == self._item for one in self._loaded.view.apart)
        return self._loaded.view.content.state in FINAL

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _post_part(self) -> QWidget:
        theme = self._theme
        self._posted = DateField(theme, "notice.posted", "Anslaget sattes upp")
        kept, self._kept_at = text_field(theme, "notice.kept_at", "Protokollet förvaras", "t.ex. Rådhuset, kansliet")
        post = Button(theme, "notice.post", "Sätt upp anslag", "plain", "stamp")
        post.clicked.connect(self._post)
        return box(column(theme, self._posted, kept, row(theme, post, STRETCH), space=10))

    def _take_part(self) -> QWidget:
        theme = self._theme
        self._down = DateField(theme, "notice.down", "Anslaget togs ned")
        self._certifier = PersonCombo("notice.certifier", "Intygas av", "Sök i registret")
        self._certifier_field = Field(theme, "notice.certifier", "Intygas av", self._certifier)
        self._certifier.currentTextChanged.connect(lambda: self._certifier_field.set_error(""))
        take = Button(theme, "notice.take_down", "Ta ned anslag", "plain", "check")
        take.clicked.connect(self._take_down)
        return box(column(theme, self._down, self._certifier_field, row(theme, take, STRETCH), space=10))

    def _show(self) -> None:
        self.setVisible(self.has_use())
        if self._loaded is None or not self.has_use():
            return
        content, notices = self._loaded.view.content, self._loaded.view.public_notices
        posted = notices.get(self._item)
        together = bool(self._item) and posted is None and "" in notices
        self._posted.today = self._down.today = lambda: content.date
        about = f" för {in_sentence(content.forum, content.item(self._item))}" if self._item else ""
        self._heading.setText(f"Anslag{about}")
        self._posting.setVisible(posted is None and not together)
        self._taking.setVisible(posted is not None and posted.taken_down_on is None)
        self._show_posted.setVisible(posted is not None)
        self._show_certificate.setVisible(posted is not None and posted.taken_down_on is not None)
        self._state.setText(_posted_words(posted) if posted else self._waiting_words(self._loaded, together=together))
        if posted is None and self._posted.value() is None:
            self._posted.set_value(self._loaded.today)

    def _waiting_words(self, loaded: Loaded, *, together: bool) -> str:
        """That nothing is posted, until when it has to be, and which items a common notice tells of."""
        content, apart = loaded.view.content, loaded.view.apart
        if self._item:
            name = capital_first(in_sentence(content.forum, content.item(self._item)))
            if together:
                return f"{name} står i anslaget för hela protokollet."
            adjusted = next(one.on for one in apart if one.item == self._item)
            return f"{name} är justerad och inte anslagen än. {_until(adjusted)}"
        words = ["Protokollet är inte anslaget än."]
        if content.adjustment.adjusted_on:
            words.append(_until(content.adjustment.adjusted_on))
        if own := [one.item for one in apart if one.posted_on]:
            words.append(f"{labels(content, own)} är redan {'anslagna' if len(own) > 1 else 'anslagen'} för sig.")
        return " ".join(words)

    def _want(self, kind: str) -> None:
        self.paper_wanted.emit(of_item(kind, self._item) if self._item else kind)

    def _post(self) -> None:
        day, item = self._posted.value(), self._item
        if day is not None and not self._posted.error():
            kind = of_item(POSTED, item) if item else POSTED
            kept = self._kept_at.text()
            self._presenter.post_public_notice(day, kept, item, lambda: self.paper_wanted.emit(kind))

    def _take_down(self) -> None:
        day, who, item = self._down.value(), self._certifier.person_id(), self._item
        if day is None and not self._down.error():
            self._down.set_error("Skriv dagen då anslaget togs ned.")
        self._certifier_field.set_error("" if who else "Välj vem som intygar nedtagningen.")
        if day is not None and who:
            kind = of_item(CERTIFICATE, item) if item else CERTIFICATE
            self._presenter.take_down_public_notice(day, who, item, lambda: self.paper_wanted.emit(kind))


def _posted_words(posted: PublicNoticeRow) -> str:
    up = f"Anslaget sattes upp {date_in_text(posted.posted_on)}"
    if posted.taken_down_on:
        return f"{up} och togs ned {date_in_text(posted.taken_down_on)}."
    return f"{up}. Det kan tas ned tidigast {date_in_text(take_down_from(posted.posted_on))}."


def _until(adjusted: date) -> str:
    return f"Justerat {date_in_text(adjusted)}; anslaget ska sättas upp senast {date_in_text(post_by(adjusted))}."
