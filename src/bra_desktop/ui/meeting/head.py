"""The top of one meeting's page: title, way, what is missing, and the one filled button with its menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.lifecycle import next_states, step_label
from bra_desktop.domain.swedish import plural
from bra_desktop.ui.layouts import column, frame, row
from bra_desktop.ui.meeting.papers.mails import MeetingMails
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.meeting.remark_line import RemarkLine
from bra_desktop.ui.meeting.shown import PARTED
from bra_desktop.ui.meeting.step_button import StepButton
from bra_desktop.ui.naming import named
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.stepper import Step, Stepper

if TYPE_CHECKING:
    from bra_desktop.ui.live.offered import Offered
    from bra_desktop.ui.meeting.shown import Shown
    from bra_desktop.ui.meeting.tab_stack import TabStack

S = MeetingState
FINAL = (S.ADJUSTED, S.ESTABLISHED, S.ARCHIVED)
CORRECT = "Skriv rättelse"
LOOK_AT_NOTICE = ("Granska {}", "Visar {} som den blir. Inget skapas än.")
MAKE_NOTICE = ("Skapa {}", "Skapar {} och märker mötet som kallat. Du sparar och skickar den själv.")
NOT_CALLED = "Går när {0} är skapad. Visar {0} som den blir"
ARCHIVE_WORDS = (
    "Filerna och underskrifterna prövas, sedan märks mötet som arkiverat. Inget lämnas till ett arkiv. "
    "Det går inte att ångra."
)
CANCEL_WORDS = "Mötet märks som inställt. Det går inte att öppna igen, men det går att planera ett nytt."
STEP_TIPS = {
    S.IN_PROGRESS: "Visar mötesläget, där mötet öppnas",
    S.DRAFT: "Avslutar mötet; protokollet blir ett utkast",
    S.REVIEW: "Lämnar utkastet till ordföranden. Går att ångra",
    S.ADJUSTMENT: "Frågar först, låser sedan protokollet",
    S.ADJUSTED: "Visar underskrifterna",
    S.ESTABLISHED: "Frågar först, låser sedan anteckningarna",
    S.ARCHIVED: "Frågar först, prövar sedan filerna och märker mötet som arkiverat",
}
UNREAD = "Möte"
"""The heading as long as the meeting hasn't been read."""
LOCK_WORDS = "Därefter kan inget i mötet ändras. Fel rättas med en rättelse."


class MeetingWays(Protocol):
    """What the head asks of its page."""

    presenter: MeetingPresenter
    context: PageContext
    mails: MeetingMails
    parts: TabStack

    def ask(self, title: str, words: str, act: str, icon: str, /) -> bool: ...
    def preview(self) -> None: ...
    def lead_to(self, place: str) -> None: ...
    def to_text(self) -> None: ...
    def open_details(self) -> None: ...
    def export(self) -> None: ...


class MeetingHead(QWidget):
    """Says the next step and takes it."""

    def __init__(self, theme: Theme, page: MeetingWays) -> None:
        super().__init__()
        self._theme, self._page = theme, page
        self._loaded: Loaded | None = None
        self._offering: QMenu | None = None
        self._room, self._notice_shown, self._folded = Room(), False, False
        self.preview = Button(theme, "meeting.preview_now", "Förhandsgranska", "plain", "eye", key="Ctrl+P")
        self._live = Button(theme, "meeting.live", "Till mötesläget", "plain", "play", "Öppnar mötesläget där mötet är")
        self._more = Button(theme, "meeting.more", "Mer", "plain", "ellipsis", "Visar mer att göra med mötet")
        self._more.set_compact(True)
        self.main = StepButton(theme, "meeting.next_step", "Nästa steg", "send")
        buttons = (self.preview, self._live, self._more, self.main)
        self._head = PageHead(theme, "meeting", UNREAD, parent_title="Möten", buttons=buttons)
        self._stepper = Stepper(theme, "meeting.stepper")
        self._steps: QFrame = frame(row(theme, (self._stepper, 1), margin=(16, 8, 16, 8)))
        self._remarks = RemarkLine(theme, "meeting.remarks")
        self._locked = NoteBar(theme, "meeting.locked", "primary", closable=False)
        self.setLayout(column(theme, self._head, self._steps, self._remarks, self._locked, space=10))
        self._head.back.connect(lambda: page.context.go("meetings", None))
        self._head.missing_asked.connect(self._remarks.show_all)
        self._remarks.asked.connect(page.lead_to)
        self._locked.link_chosen.connect(self._follow_lock)
        self.preview.clicked.connect(page.preview)
        self._live.clicked.connect(lambda: page.to_text())
        self._more.clicked.connect(lambda: self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height()))))
        self.main.clicked.connect(self.take_step)

    def wait(self) -> None:
        """Another meeting is being read: until then there is nothing to press but the way back."""
        self._loaded = None
        self._head.set_title(UNREAD)
        self._stepper.show_steps([])
        self._live.hide()
        self._fit()

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        top = loaded.shown
        self._head.set_title(top.title)
        self._stepper.show_steps([Step(one.word, one.line, one.status) for one in top.steps])
        self._remarks.show_remarks(top)
        link = "Visa underskrifterna" if top.state is S.ADJUSTMENT else CORRECT if top.state in FINAL else ""
        self._locked.show_note(top.locked, link=link, tone="primary", icon="lock")
        self._live.setVisible(top.state in (S.IN_PROGRESS, S.DRAFT, S.REVIEW))
        running = top.state is S.IN_PROGRESS
        self._live.set_words("Till mötesläget" if running else "Ändra texten")
        self._live.set_icon("play" if running else "pen-line")
        self._fit()

    def set_room(self, room: Room) -> None:
        self._room = room
        self._fit()

    def set_notice_shown(self, shown: bool) -> None:
        """While the notice is looked at before it is made, the filled button makes it."""
        self._notice_shown = shown
        self._fit()

    def set_folded(self, folded: bool) -> None:
        """While a document is read it has the height: the way is a chip, what is to be minded a link."""
        self._folded = folded
        self._fit()

    def menu(self) -> QMenu:
        """What else can be done with the meeting."""
        page, state = self._page, self._loaded.shown.state if self._loaded else S.PLANNED
        menu = named(QMenu(self), "meeting.more_menu", "Mer")
        if self._loaded is None:
            return menu
        content = self._loaded.view.content
        if not self._loaded.shown.locked:
            menu.addAction("Ändra tid och plats…", page.open_details)
        if content.forum.profile is not DocumentProfile.NOTES and state not in (S.PLANNED, S.CALLED, S.CANCELLED):
            menu.addAction("Underskrifter", lambda: page.context.go("adjustment", page.presenter.ref))
        for other in next_states(content.forum.profile, state)[1:]:
            if other is S.REVIEW:
                menu.addAction(step_label(other), page.presenter.hand_to_review)
        page.mails.add_to(menu, content)
        menu.addAction("Exportera mötesfil…", page.export)
        if state in (S.PLANNED, S.CALLED):
            menu.addSeparator()
            menu.addAction(step_label(S.CANCELLED), self._cancel)
        return menu

    def offered(self) -> tuple[Offered, ...]:
        """What the palette offers of the meeting: the way to its text, and all that its menu has."""
        from bra_desktop.ui.live.offered import Offered, offered  # what is seldom asked for waits

        if self._loaded is None:
            return ()
        if self._offering is not None:
            self._offering.deleteLater()
        self._offering = self.menu()
        to_text = [] if self._live.isHidden() else [Offered(self._live.accessibleName(), "", self._live.click)]
        step = self._loaded.shown.step
        if step is not None and step.state is S.CALLED:
            why = NOT_CALLED.format(self._loaded.shown.notice_word)
            to_text.append(Offered("Öppna mötet", "", self._show_notice, why))
        if self._loaded.shown.state in FINAL:
            to_text.append(Offered(CORRECT, "", self._write_correction, "Öppnar formuläret bredvid protokollet"))
        return (*to_text, *offered(self._offering))

    def take_step(self) -> None:
        """The next step of the meeting's life, with its question in front where it can't be undone."""
        step = self._loaded.shown.step if self._loaded else None
        if step is None:
            return
        page, presenter = self._page, self._page.presenter
        match step.state:
            case S.CALLED:
                self._call()
            case S.IN_PROGRESS:
                page.context.go("live", presenter.ref)
            case S.DRAFT:
                presenter.close()
            case S.REVIEW:
                presenter.hand_to_review()
            case S.ADJUSTED:
                page.context.go("adjustment", presenter.ref)
            case _:
                self._take_final_step(step.state)

    def _follow_lock(self) -> None:
        """To the signatures that are waited for, or where what is wrong is put right."""
        if self._loaded is not None and self._loaded.shown.state in FINAL:
            self._write_correction()
        else:
            self._page.context.go("adjustment", self._page.presenter.ref)

    def _write_correction(self) -> None:
        """The form of a correction, beside the document that it corrects."""
        self._page.preview()
        self._page.parts.document.side.after.write()

    def next_step(self) -> tuple[str, str, str, Callable[[], None]] | None:
        """The filled button while it stands there: its words, what it does, its icon, and the doing."""
        top = self._loaded.shown if self._loaded else None
        if top is None or self.main.isHidden():
            return None
        return self.main.accessibleName(), self.main.accessibleDescription(), top.icon, self.take_step

    def _take_final_step(self, to: MeetingState) -> None:
        """What can't be undone. What stops is told by the refusal, before a question that could not be carried out."""
        page, presenter = self._page, self._page.presenter
        words = PARTED.join(filter(None, (LOCK_WORDS, self._loaded.before_lock if self._loaded else "")))
        if to is S.ADJUSTMENT:
            if self._stops() or page.ask("Justera protokollet?", words, "Justera", "pen-line"):
                presenter.hand_to_adjustment()
        elif to is S.ESTABLISHED:
            if self._stops() or page.ask("Fastställa anteckningarna?", words, "Fastställ", "shield-check"):
                presenter.establish()
        elif to is S.ARCHIVED and page.ask("Arkivera mötet?", ARCHIVE_WORDS, "Arkivera", "archive"):
            presenter.archive()

    def _stops(self) -> bool:
        return self._loaded is not None and self._loaded.shown.stops

    def _call(self) -> None:
        if self._notice_shown:
            self._notice_shown = False
            self._page.presenter.send_notice()
        else:
            self._show_notice()

    def _show_notice(self) -> None:
        self._page.preview()
        self.set_notice_shown(True)

    def _cancel(self) -> None:
        if self._page.ask("Ställa in mötet?", CANCEL_WORDS, "Ställ in", "ban"):
            self._page.presenter.cancel()

    def _fit(self) -> None:
        theme, low, top = self._theme, self._room.low or self._folded, self._loaded.shown if self._loaded else None
        remarks = len(top.remarks) if top else 0
        self._steps.setVisible(not low)
        # Beside a link to what is missing the title would have to give way to it.
        self._head.set_lines(beside=top.beside if top and not low else "")
        self._head.set_trail(_trail(top, low=low, narrow=self._room.narrow) if top else "")
        self._head.set_chip(self._stepper.chip(theme.status("meeting", top.state.value)) if low and top else None)
        self._head.set_missing(f"{plural(remarks, 'sak', 'saker')} att se till" if low and remarks else "")
        self._remarks.setVisible(bool(remarks) and not low)
        self._locked.setVisible(bool(top and top.locked) and not (self._folded and self._room.low))
        step = top.step if top else None
        self.main.setVisible(step is not None)
        self._more.setVisible(top is not None)
        self._live.set_compact(self._room.low and self._room.narrow)  # the title needs the width
        calls = step is not None and step.state is S.CALLED
        self.preview.setVisible(top is not None and not calls and not low and self._live.isHidden())
        if top and step is not None:
            words, tip = step.label, STEP_TIPS.get(step.state, "")
            if calls:
                told = MAKE_NOTICE if self._notice_shown else LOOK_AT_NOTICE
                words, tip = (one.format(top.notice_word) for one in told)
            self.main.set_icon("eye" if calls and not self._notice_shown else top.icon)
            self.main.say(words, tip)


def _trail(top: Shown, *, low: bool, narrow: bool) -> str:
    """The forum, and in a low window when and where; a narrow one leaves the forum to the title, which names it."""
    if not low:
        return top.forum
    return top.beside_in_short if narrow else f"{top.forum}, {top.beside}"
