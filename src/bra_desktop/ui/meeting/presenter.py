"""One meeting: reads it whole, takes its steps, and changes what is planned. Knows no Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from bra_desktop.domain.confidentiality import withheld
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing, UserError
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.swedish import plural
from bra_desktop.services import reading, undoing
from bra_desktop.services.adjusted import additions, adjustment, archiving, page_numbers, public_notices
from bra_desktop.services.live import opening
from bra_desktop.services.live.roll import Roll, roll
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.papers import papers
from bra_desktop.services.papers.apart import left_to_sign_apart
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.preparing import notice, planning, supplements
from bra_desktop.services.reading import ForumRow, MeetingView, OrganisationRow, PersonRow
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.meeting.history.history_lines import HistoryLine, history_lines
from bra_desktop.ui.meeting.known_days import known_days
from bra_desktop.ui.meeting.screened import screened, screened_head, screened_history
from bra_desktop.ui.meeting.shown import PARTED, Shown, shown, signed_with_the_rest, without_certificates
from bra_desktop.ui.running import Report, Runner

CHANGED = ("meetings",)
S = MeetingState


@dataclass(frozen=True)
class Loaded:
    """Everything that the page shows, from one reading."""

    shown: Shown
    view: MeetingView
    roll: Roll
    people: tuple[PersonRow, ...]
    organisations: tuple[OrganisationRow, ...]
    forums: tuple[ForumRow, ...]
    forum_id: str
    history: tuple[HistoryLine, ...]
    today: date
    before_lock: str = ""
    """Who cannot sign yet for want of a certificate, and what pages are numbered; told before the lock."""
    actor: str = ""
    """The name of the person at work."""
    whole: MeetingView | None = None
    """The meeting with what ``view`` is without, when others see the screen."""
    withheld: frozenset[str] = frozenset()
    """The keys of the items and annexes that are hidden in ``view``."""
    supplement: int = 0
    """The number of the supplement to the notice that what is new would go out in; 0 when nothing is."""


class MeetingScreen(Protocol):
    """The page as the presenter uses it."""

    def show_meeting(self, loaded: Loaded) -> None: ...
    def show_document(self, made: MadeDocument) -> None: ...
    def tell(self, words: str) -> None: ...
    def offer_undo(self, words: str, change_set_id: str) -> None: ...
    def called(self, made: MadeDocument) -> None: ...
    def locked(self) -> None: ...


class MeetingPresenter:
    """What the head, the document tab and the history do. The other tabs have edits of their own."""

    def __init__(self, runner: Runner, office: Office, screen: MeetingScreen) -> None:
        self._runner, self._office, self._screen = runner, office, screen
        self.road = runner, office  # by which what is typed beside the papers reaches the disk
        self.ref = ""
        self._state = S.PLANNED
        self._shared = False
        self._wished: object = None

    def open(self, ref: str) -> None:
        self.ref = ref
        self.load()

    def share_screen(self, shared: bool) -> None:
        """Others see the screen from now on, or no longer: what is confidential goes from it, or comes back."""
        self._shared = shared
        self.load()

    def load(self) -> None:
        """Reads the meeting anew. An answer about another meeting, or for another screen, is dropped."""
        office, ref, shared = self._office, self.ref, self._shared
        if not ref:
            return

        def ask() -> Loaded:
            whole = reading.meeting_view(office, ref)
            hidden = withheld(whole.content) if shared else frozenset()
            view = screened(whole) if shared else whole
            today = office.today()
            people = reading.people(office)
            names = {person.id: person.name for person in people}
            rows = undoing.meeting_history(office, ref)
            happened = history_lines(screened_history(rows, whole.content) if shared else rows, view.content, names)
            forum_id = next(m.forum_id for m in reading.meetings(office) if m.ref == view.content.ref)
            going_on = tuple(
                f for f in reading.forums(office) if f.id == forum_id or f.ends_on is None or f.ends_on >= today
            )
            head = screened_head(view, whole.content) if shared else view
            return Loaded(
                shown(head, today, known_days(view.content, rows)), view, roll(office, ref), people,
                reading.organisations(office),
                going_on, forum_id, happened, today, _before_lock(office, view), office.actor,
                whole if shared else None, hidden, supplements.next_supplement(whole.content, rows),
            )  # fmt: skip

        def answer(loaded: Loaded) -> None:
            if self.ref == ref and self._shared == shared:
                self._state = loaded.shown.state
                self._screen.show_meeting(loaded)

        self._runner.reread(ask, answer)

    def runs(self) -> bool:
        """Whether the meeting that was read last goes on."""
        return self._state is S.IN_PROGRESS

    # ── steps ────────────────────────────────────────────────────────────────────────────────
    def send_notice(self) -> None:
        office, ref = self._office, self.ref
        self._runner.write(lambda: notice.send_notice(office, ref), self._screen.called, CHANGED)

    def close(self) -> None:
        office, ref = self._office, self.ref

        def done(gaps: tuple[Missing, ...]) -> None:
            left = f" {plural(len(gaps), 'sak', 'saker')} återstår att fylla i." if gaps else ""
            self._screen.tell(f"Mötet är avslutat.{left}")

        self._runner.write(lambda: opening.close_meeting(office, ref), done, CHANGED)

    def hand_to_review(self) -> None:
        office, ref = self._office, self.ref

        def done(change: Any) -> None:
            if change is not None:
                self._screen.offer_undo("Utkastet är lämnat till granskning.", change.id)

        self._runner.write(lambda: adjustment.hand_to_review(office, ref), done, CHANGED)

    def hand_to_adjustment(self) -> None:
        office, ref = self._office, self.ref
        self._runner.write(
            lambda: adjustment.hand_to_adjustment(office, ref), lambda _change: self._screen.locked(), CHANGED
        )

    def establish(self) -> None:
        self._step(adjustment.establish, "Anteckningarna är fastställda.")

    def archive(self) -> None:
        self._step(archiving.archive, "Filerna är prövade. Mötet är märkt som arkiverat.")

    def cancel(self) -> None:
        self._step(planning.cancel, "Mötet är inställt.")

    def _step(self, act: Callable[[Office, str], Any], words: str) -> None:
        office, ref = self._office, self.ref
        self._runner.write(lambda: act(office, ref), lambda _change: self._screen.tell(words), CHANGED)

    # ── the meeting itself ───────────────────────────────────────────────────────────────────
    def change(self, values: Mapping[str, Any], done: Callable[[], None], refused: Callable[[UserError], None]) -> None:
        """Changes day, time, place and the like, and the breaks; `refused` shows a refusal at the form."""
        office, ref = self._office, self.ref
        own = {name: value for name, value in values.items() if name != "adjournments"}

        def act() -> None:
            if own:
                planning.change_meeting(office, ref, own)
            if "adjournments" in values:
                opening.set_adjournments(office, ref, values["adjournments"])

        def changed(_change: object) -> None:
            done()
            called = self._state is S.CALLED and {"day", "starts", "place"} & set(own)
            told = " Berätta det för de kallade, t.ex. med en komplettering." if called else ""
            self._screen.tell(f"Mötets uppgifter är ändrade.{told}")

        self._runner.write(act, changed, CHANGED, refused)

    def undo(self, change_set_id: str) -> None:
        office, runner = self._office, self._runner
        runner.write(lambda: undoing.undo(office, change_set_id, shared=runner.shared), None, (*CHANGED, "actions"))

    # ── documents ────────────────────────────────────────────────────────────────────────────
    def make(self, kind: str, progress: Report) -> None:
        """Makes a document to look at, on the thread for long work. The answer to an earlier wish is dropped."""
        office, ref = self._office, self.ref
        self._wished = wish = object()

        def act(_report: Report) -> MadeDocument:
            return papers.make_paper(office, ref, kind)

        def done(made: MadeDocument) -> None:
            if self.ref == ref and self._wished is wish:
                self._screen.show_document(made)

        self._runner.work(act, done, progress)

    def save(self, made: MadeDocument, path: Path) -> None:
        self._runner.read(
            lambda: write_out(path, made.content), lambda _none: self._screen.tell(f"{path.name} är sparad.")
        )

    def send_supplement(self, path: Path) -> None:
        """Makes the supplement, keeps it and saves it; what is new after that goes out in the next."""
        office, ref = self._office, self.ref

        def act() -> None:
            write_out(path, supplements.send_supplement(office, ref).content)

        told = f"{path.name} är sparad. Skicka den till de kallade."
        self._runner.write(act, lambda _none: self._screen.tell(told), CHANGED)

    def export(self, path: Path) -> None:
        """Writes the meeting as a meeting file."""
        office, ref = self._office, self.ref
        self._runner.read(
            lambda: write_out(path, meeting_files.export_meeting(office, ref)),
            lambda _none: self._screen.tell(f"Mötesfilen {path.name} är sparad."),
        )

    # ── after the lock ───────────────────────────────────────────────────────────────────────
    def correct(
        self,
        author_id: str,
        reason: str,
        text: str,
        item_id: str | None,
        corrected: Callable[[], None],
        refused: Callable[[UserError], None],
    ) -> None:
        office, ref = self._office, self.ref

        def done(_change: object) -> None:
            corrected()
            self._screen.tell("Rättelsen är skriven. Den visas bredvid originalet.")

        self._runner.write(
            lambda: additions.correct(office, ref, author_id, reason, text, item_id), done, CHANGED, refused
        )

    def post_public_notice(self, day: date, kept_at: str, item: str, posted: Callable[[], None]) -> None:
        """item: the key of the one that was adjusted immediately, empty for the whole protocol."""
        words, post = "Anslaget är antecknat.", public_notices.post_public_notice
        self._note(lambda o, ref: post(o, ref, day, kept_at, item or None), words, posted)

    def take_down_public_notice(self, day: date, certified_by: str, item: str, taken: Callable[[], None]) -> None:
        words, take = "Nedtagningen är antecknad.", public_notices.take_down_public_notice
        self._note(lambda o, ref: take(o, ref, day, certified_by, item or None), words, taken)

    def _note(self, act: Callable[[Office, str], object], words: str, noted: Callable[[], None]) -> None:
        office, ref = self._office, self.ref

        def done(_change: object) -> None:
            self._screen.tell(words)
            noted()

        self._runner.write(lambda: act(office, ref), done, CHANGED)


def _before_lock(office: Office, view: MeetingView) -> str:
    """What is worth knowing before the lock; asked for only where that is the next step."""
    content = view.content
    if content.state is not S.REVIEW and content.forum.profile is not DocumentProfile.NOTES:
        return ""
    names = adjustment.without_certificate(office, content) if content.state is S.REVIEW else ()
    apart = signed_with_the_rest(left_to_sign_apart(office, content) if content.state is S.REVIEW else ())
    return PARTED.join(filter(None, (apart, without_certificates(names), page_numbers.pages_words(office, content))))


def first_kind(content: MeetingContent) -> str:
    """The document that is wanted at this point: the notice before the meeting, then the protocol or the notes."""
    if content.state in (S.PLANNED, S.CALLED, S.CANCELLED):
        return "notice"
    return "notes" if content.forum.profile is DocumentProfile.NOTES else "protocol"
