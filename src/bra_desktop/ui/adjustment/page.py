"""Justering: who has to sign, who has, how it is done, and what the check of the document says."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.swedish import plural
from bra_desktop.services.adjusted.signing import SignResult
from bra_desktop.services.office import Office
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.ui.adjustment.cards import CheckCard, DocumentCard, SignersCard
from bra_desktop.ui.adjustment.check import Check, SignerLine
from bra_desktop.ui.adjustment.presenter import CERTIFICATE_FILE, PIN, AdjustmentPresenter, Loaded
from bra_desktop.ui.adjustment.signing_column import SigningColumn
from bra_desktop.ui.adjustment.ways_card import WaysCard
from bra_desktop.ui.layouts import box, column, frame, keep_place, row
from bra_desktop.ui.meeting.head import LOCK_WORDS
from bra_desktop.ui.meeting.shown import PARTED
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.shared_bar import Screening
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.file_choice import PDF, file_to_open, file_to_save
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.question import ask
from bra_desktop.ui.widgets.stepper import Step, Stepper

SIGN_WORDS = "En underskrift kan inte tas tillbaka. Fel rättas sedan med en rättelse."
Ask = Callable[[str, str, str, str], bool]


class AdjustmentPage(Page):
    """`ask` puts a question in front; `choose_pdf` and `choose_place` are the boxes that ask for files."""

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self.ask: Ask = lambda title, words, act, icon: ask(theme, "adjustment.question", title, words, act, icon, self)
        self.choose_pdf: Callable[[], Path | None] = lambda: file_to_open(self, "Pröva underskrifter", PDF)
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(self, "Spara som pdf", name, PDF)
        self._loaded: Loaded | None = None
        self._turn: SignerLine | None = None
        self._low = False
        self.presenter = AdjustmentPresenter(self.runner, office, self)
        self.lock = Button(theme, "adjustment.lock", "Justera protokollet…", "primary", "pen-line", key="Ctrl+Return")
        self.lock.hide()
        self._head = PageHead(theme, "adjustment", "Justera protokoll", parent_title="Mötet", buttons=(self.lock,))
        self._stepper = Stepper(theme, "adjustment.stepper")
        self._steps = frame(row(theme, (self._stepper, 1), margin=(16, 8, 16, 8)))
        self.signers, self.ways = SignersCard(theme), WaysCard(theme)
        self.check, self.document = CheckCard(theme), DocumentCard(theme)
        self._left = SigningColumn(theme, self.signers, self.ways)
        cards = row(theme, (self._left, 5), (self.check, 6), self.document, space=12)
        self._body = keep_place(box(column(theme, self._steps, (cards, 1), space=10)))
        self._body.hide()  # nothing stands here to be pressed until the protocol has been read
        self._layout: QVBoxLayout = column(theme, self._head, (self._body, 1), space=10)
        self.setLayout(self._layout)
        self._screening = Screening(self, self._follow)
        self._wire()

    def _wire(self) -> None:
        self._head.back.connect(lambda: self.context.go("meeting", self.presenter.ref))
        self._head.missing_asked.connect(lambda: self.context.go("meeting", self.presenter.ref))
        self.lock.clicked.connect(self._lock)
        self.signers.chosen.connect(self._choose)
        self.signers.apart_asked.connect(lambda key: self.context.go("adjustment", (self.presenter.ref, key)))
        self.signers.certificate_asked.connect(lambda one: self.context.go("register", ("certificates", one.person_id)))
        self.ways.medium_chosen.connect(self._choose_medium)
        self.ways.sign_asked.connect(self._sign)
        self.ways.ink_asked.connect(self._record_ink)
        self.ways.refuse_asked.connect(self._refuse)
        self.check.again.connect(self.presenter.load)
        self.check.file_asked.connect(self._check_file)
        self.document.opened.connect(lambda: self.context.go("meeting", (self.presenter.ref, "document")))
        self.document.save_asked.connect(self._save)

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        """target: the meeting's reference, or (reference, key of an item adjusted immediately)."""
        self._screening.arrive()
        ref, item = target if isinstance(target, tuple) else (target, "")
        known = (self.presenter.ref, self.presenter.item)
        if isinstance(ref, str) and ref and (ref, item) != known:
            self._wait()
            self.presenter.open(ref, item)
        else:
            self.ways.reset()  # a pin does not wait for who comes back
            self.presenter.load()
        self.presenter.make_document(lambda _words, _done, _total: None)

    def here(self) -> tuple[str, str]:
        return self.presenter.ref, self.presenter.item

    def areas_changed(self, areas: frozenset[str]) -> None:
        self.presenter.load()
        self.presenter.make_document(lambda _words, _done, _total: None)

    def set_room(self, room: Room) -> None:
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        self._low = room.low
        self._steps.setVisible(not room.low and not self.presenter.item)
        self.document.setVisible(not room.narrow)
        self.check.set_narrow(room.narrow)
        self._left.set_low(room.low)

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_adjustment(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._body.show()
        before, self._turn = self._turn, self._whose_turn(loaded)
        goes_on = before is not None and not _same(before, self._turn)
        if goes_on:
            self.ways.reset()
        top = loaded.top
        whole = "Protokollet är justerat" if loaded.done else "Justera protokoll"
        part = "Paragrafen är omedelbart justerad" if loaded.done else "Justera paragrafen"
        self._head.set_title(part if loaded.item else whole)
        self._head.set_trail(f"{top.title}, {loaded.item}" if loaded.item else top.title)
        self._steps.setVisible(not loaded.item and not self._low)
        self._stepper.show_steps([Step(one.word, one.line, one.status) for one in top.steps])
        in_review = top.state is MeetingState.REVIEW and not loaded.item
        self.lock.setVisible(in_review)
        missing = len(top.remarks) if in_review and top.stops else 0
        self._head.set_missing(f"{plural(missing, 'sak', 'saker')} saknas" if missing else "")
        self.signers.show_signers(loaded, self._turn)
        self.ways.show_adjustment(loaded, self._turn)
        if goes_on:
            self.ways.focus_first()
        self.check.show_whole(not loaded.item)
        self.check.show_check(loaded.check, ended=loaded.done)
        self.document.heading.setText("Paragrafen" if loaded.item else "Protokollet")
        self.document.show_annexes(loaded.annexes)
        self._show_picture()

    def show_check(self, check: Check) -> None:
        self.check.show_check(check, ended=True)

    def show_document(self, made: MadeDocument) -> None:
        self.document.made = made
        self._show_picture()

    def signed(self, signer: SignerLine, result: SignResult) -> None:
        last = " Protokollet är justerat." if result.adjusted else ""
        if self._loaded is not None and self._loaded.item:
            waiting = [one for one in self._loaded.signers if one.status == "waiting" and not _same(one, signer)]
            last = "" if waiting else " Paragrafen är omedelbart justerad."
        self.tell(" ".join(filter(None, (f"{signer.name} har skrivit under.{last}", result.remark))))

    def refused_by_signer(self) -> None:
        self.ways.reset()
        self.context.go("meeting", self.presenter.ref)
        self.tell("Justeringen är avböjd. Protokollet är tillbaka i granskning.")

    def tell(self, words: str) -> None:
        self.context.messages.finished(words)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _follow(self, hides: bool) -> None:
        """Nothing is seen until it has been read again."""
        self._body.hide()
        self.presenter.share_screen(hides)

    def _show_picture(self) -> None:
        loaded, hides = self._loaded, self._screening.hides
        self.document.show_picture(seen=loaded is not None and not (hides and loaded.withheld))

    def _wait(self) -> None:
        """Another protocol is being read: until then there is nothing to press but the way back."""
        self._loaded, self._turn, self.document.made = None, None, None
        self._body.hide()
        self.lock.hide()
        self._head.set_trail("")
        self._head.set_missing("")
        self.ways.reset()

    def _whose_turn(self, loaded: Loaded) -> SignerLine | None:
        """The one who was chosen, while there is a signature left; else the first that waits."""
        waiting = [one for one in loaded.signers if one.status == "waiting"]
        if self._turn is not None:
            same = [one for one in waiting if _same(one, self._turn)]
            waiting = same or waiting
        return waiting[0] if waiting and loaded.frozen and not loaded.done else None

    def _choose(self, one: SignerLine) -> None:
        self._turn = one
        self.ways.reset()
        if self._loaded is not None:
            self.show_adjustment(self._loaded)

    def _lock(self) -> None:
        # What stops is told by the refusal, before a question that could not be carried out.
        stops = self._loaded is not None and self._loaded.top.stops
        words = PARTED.join(filter(None, (LOCK_WORDS, self._loaded.before_lock if self._loaded else "")))
        if stops or self.ask("Justera protokollet?", words, "Justera", "pen-line"):
            self.presenter.hand_to_adjustment()

    def _choose_medium(self, medium: Medium) -> None:
        if self._loaded is not None and self._loaded.may_choose and self._loaded.medium is not medium:
            self.presenter.choose_medium(medium)

    def _sign(self, file: Path, pin: str) -> None:
        signer, item = self._turn, self._loaded.item if self._loaded else ""
        if signer is None or self._loaded is None:
            return
        what = f"{self._loaded.top.title}, {signer.items}" if signer.items else self._loaded.top.title
        words = f"{signer.name} ({signer.role_words}) skriver under {what}. {SIGN_WORDS}"
        if self.ask(f"Skriva under {item or 'protokollet'}?", words, "Skriv under", "pen-line"):
            self.presenter.sign(signer, file, pin, self._refused)

    def _refused(self, error: UserError) -> None:
        """At the file or the pin when it is mended there, else above the page."""
        self.ways.refuse_signature(error)
        if error.where not in (CERTIFICATE_FILE, PIN):
            self.context.messages.refuse(error.text)

    def _record_ink(self, day: date) -> None:
        if self._turn is not None:
            self.presenter.record_ink(self._turn, day, self.ways.refuse_ink)

    def _refuse(self, reason: str) -> None:
        if self._turn is not None:
            self.presenter.refuse(self._turn, reason, self.ways.refuse_reason)

    def _check_file(self) -> None:
        if (path := self.choose_pdf()) is not None:
            self.presenter.verify_file(path)

    def _save(self) -> None:
        made = self.document.made
        if made is not None and (path := self.choose_place(made.file_name)) is not None:
            self.presenter.save(made, path)


def _same(one: SignerLine, other: SignerLine | None) -> bool:
    """The same signature: somebody may sign in two roles."""
    return other is not None and (one.person_id, one.role) == (other.person_id, other.role)
