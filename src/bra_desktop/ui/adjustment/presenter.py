"""The adjustment of one protocol: who signs, in what way, and what the check says. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from bra_desktop.domain.confidentiality import withheld
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.deadlines import has_public_notice
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.headings import adjuster
from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.numbering import named
from bra_desktop.domain.struck import with_annexes_of_the_protocol
from bra_desktop.domain.swedish import capital_first
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services import reading, undoing
from bra_desktop.services.adjusted import adjustment, certificates, page_numbers, paper, signing, verifying
from bra_desktop.services.adjusted.signing import SignResult
from bra_desktop.services.adjusted.verifying import FileVerdict, SignatureVerdict
from bra_desktop.services.deadlines import post_by
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents, item_papers
from bra_desktop.services.papers.apart import left_to_sign_apart
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.preparing import planning
from bra_desktop.services.reading import MeetingView
from bra_desktop.ui.adjustment.check import PARAGRAPH, PROTOCOL, Check, SignerLine, check_of, headed
from bra_desktop.ui.adjustment.signer_lines import ApartLine, lines_after, lines_apart, lines_before
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.meeting.agenda.lines import annex_lines
from bra_desktop.ui.meeting.known_days import known_days
from bra_desktop.ui.meeting.screened import screened
from bra_desktop.ui.meeting.shown import PARTED, Shown, shown, signed_with_the_rest, without_certificates
from bra_desktop.ui.running import Report, Runner

CHANGED = ("meetings",)
CERTIFICATE_FILE, PIN = "certifikatfil", "pinkod"
ENDED = (MeetingState.ADJUSTED, MeetingState.ARCHIVED)
FROZEN = (MeetingState.ADJUSTMENT, *ENDED)


@dataclass(frozen=True)
class Loaded:
    """Everything that the page shows, apart from the document, which is made by itself."""

    top: Shown
    frozen: bool
    done: bool
    medium: Medium
    signers: tuple[SignerLine, ...]
    check: Check
    annexes: tuple[str, ...]
    adjusted_on: date | None
    today: date
    withheld: bool = False
    """Whether something in the document may not be seen on a shared screen."""
    item: str = ""
    """The § that is adjusted immediately, in words; empty when it is the whole protocol."""
    post_by: date | None = None
    """The last day to post what everybody has signed on the notice board; None where it is posted or never is."""
    before_lock: str = ""
    """Who cannot sign yet for want of a certificate, and what pages are numbered; told before the lock."""
    on_paper: str = ""
    """What to think of when the day of a signature on paper is told."""
    may_choose: bool = False
    """Whether the way to sign may still be chosen."""
    apart: tuple[ApartLine, ...] = ()
    """The §§ that are signed apart, beside those who sign the whole."""


class AdjustmentScreen(Protocol):
    """The page as the presenter uses it."""

    def show_adjustment(self, loaded: Loaded) -> None: ...
    def show_check(self, check: Check) -> None: ...
    def show_document(self, made: MadeDocument) -> None: ...
    def signed(self, signer: SignerLine, result: SignResult) -> None: ...
    def refused_by_signer(self) -> None: ...
    def tell(self, words: str) -> None: ...


class AdjustmentPresenter:
    """Reads the protocol with its signatures, and takes what happens to it."""

    def __init__(self, runner: Runner, office: Office, screen: AdjustmentScreen) -> None:
        self._runner, self._office, self._screen = runner, office, screen
        self.ref = self.item = ""
        self.shared = False

    def open(self, ref: str, item: str = "") -> None:
        """item: the key of an item adjusted immediately, which is signed apart."""
        self.ref, self.item = ref, item
        self.load()

    def load(self) -> None:
        office, ref, item, shared = self._office, self.ref, self.item, self.shared
        if not ref:
            return

        def answer(loaded: Loaded) -> None:
            if (self.ref, self.item, self.shared) == (ref, item, shared):
                self._screen.show_adjustment(loaded)

        self._runner.reread(lambda: loaded_of(office, ref, item, shared=shared), answer)

    def share_screen(self, shared: bool) -> None:
        """Others see the screen, or no longer: everything is read anew, with as much as may be seen."""
        self.shared = shared
        self.load()

    def make_document(self, progress: Report) -> None:
        """The protocol as it stands, or as it was frozen and signed so far."""
        office, ref, item = self._office, self.ref, self.item

        def make(_report: Report) -> MadeDocument:
            return item_papers.item_paper(office, item) if item else documents.make(office, ref, "protocol")

        def done(made: MadeDocument) -> None:
            if (self.ref, self.item) == (ref, item):
                self._screen.show_document(made)

        self._runner.work(make, done, progress)

    def save(self, made: MadeDocument, path: Path) -> None:
        self._runner.read(
            lambda: write_out(path, made.content), lambda _none: self._screen.tell(f"{path.name} är sparad.")
        )

    # ── before the lock ──────────────────────────────────────────────────────────────────────
    def choose_medium(self, medium: Medium) -> None:
        office, ref, item = self._office, self.ref, self.item
        if item:
            self._runner.write(lambda: adjustment.adjust_item_now(office, item, medium), None, CHANGED)
        else:
            self._runner.write(lambda: planning.change_meeting(office, ref, {"medium": medium}), None, CHANGED)

    def hand_to_adjustment(self) -> None:
        office, ref = self._office, self.ref
        self._runner.write(
            lambda: adjustment.hand_to_adjustment(office, ref),
            lambda _change: self._screen.tell("Protokollet är låst och lämnat till justering."),
            CHANGED,
        )

    # ── signing ──────────────────────────────────────────────────────────────────────────────
    def sign(self, signer: SignerLine, file: Path, pin: str, refused: Callable[[UserError], None]) -> None:
        """Signs with a certificate file; `refused` shows a wrong pin or certificate at the field."""
        office, ref, item = self._office, self.ref, self.item or None

        def act() -> SignResult:
            return signing.sign(office, ref, signer.name, _read(file), pin, signer.role, item)

        self._runner.write(act, partial(self._screen.signed, signer), CHANGED, refused)

    def record_ink(self, signer: SignerLine, day: date, refused: Callable[[UserError], None]) -> None:
        office, ref, item = self._office, self.ref, self.item or None

        def done(adjusted: bool) -> None:
            last = " Protokollet är justerat." if adjusted else ""
            self._screen.tell(f"{signer.name} har skrivit under på papper.{last}")

        self._runner.write(
            lambda: paper.record_ink_signature(office, ref, signer.person_id, day, signer.role, item),
            done,
            CHANGED,
            refused,
        )

    def refuse(self, signer: SignerLine, reason: str, refused: Callable[[UserError], None]) -> None:
        office, ref = self._office, self.ref
        self._runner.write(
            lambda: adjustment.refuse(office, ref, signer.person_id, reason),
            lambda _change: self._screen.refused_by_signer(),
            CHANGED,
            refused,
        )

    def verify_file(self, path: Path) -> None:
        """Judges any signed file that the user chooses."""
        office = self._office

        def ask() -> Check:
            return headed(verifying.verify_path(office, path), f"{path.name}. Prövad nyss, utan nät.")

        self._runner.read(ask, self._screen.show_check)


def loaded_of(office: Office, ref: str, item: str = "", *, shared: bool = False) -> Loaded:
    """One reading of the protocol, or of one item of it, with its signatures, and the check of what has been signed.

    shared: without what others may not see on the screen.
    """
    view, today = reading.meeting_view(office, ref), office.today()
    content, hidden = view.content, withheld(view.content)
    told = screened(view) if shared else view
    frozen, certified = bool(item) or content.state in FROZEN, certificates.certified(office)
    people = lines_after(office, view, item, certified) if frozen else lines_before(view, certified)
    last = view.days.adjustment.last_day if view.days.adjustment else None
    medium = adjustment.item_medium(office, item) if item else content.medium
    verdict = _verdict(office, ref, item) if frozen and medium is Medium.ELECTRONIC else None
    kept_at = content.municipality.name
    return Loaded(
        top=shown(told, today, known_days(content, undoing.meeting_history(office, ref))),
        frozen=frozen,
        done=all(p.status == "signed" for p in people) if item else frozen and content.state in ENDED,
        medium=medium,
        signers=people,
        check=check_of(
            people,
            medium,
            verdict,
            None if item else last,
            kept_at,
            PARAGRAPH if item else PROTOCOL,
            capital_first(adjuster(content.forum)),
        ),
        annexes=_annexes(told.content, item),
        adjusted_on=content.adjustment.adjusted_on,
        today=today,
        item=named(content.forum, told.content.item(item)) if item else "",
        withheld=bool(hidden & {item}) if item else bool(hidden),
        post_by=_post_by(view, item),
        before_lock="" if frozen else _before_lock(office, content),
        on_paper=paper.signed_elsewhere_words(office, ref, item or None),
        may_choose=content.state not in FROZEN and all(one.status != "signed" for one in people),
        apart=() if item else lines_apart(office, told),
    )


def _annexes(content: MeetingContent, item: str) -> tuple[str, ...]:
    """Those that the protocol has, or the §, by number and title."""
    lines = annex_lines(with_annexes_of_the_protocol(content))
    return tuple(f"{annex.number}  {annex.title}" for annex in lines if item in ("", annex.item_key))


def _post_by(view: MeetingView, item: str) -> date | None:
    content = view.content
    signed = next((one.on for one in view.apart if one.item == item), None) if item else content.adjustment.adjusted_on
    waits = not view.public_notices.keys() & {item, ""}
    return post_by(signed) if signed and waits and has_public_notice(content.forum.profile) else None


def _before_lock(office: Office, content: MeetingContent) -> str:
    names = adjustment.without_certificate(office, content)
    apart = signed_with_the_rest(left_to_sign_apart(office, content))
    return PARTED.join(filter(None, (apart, without_certificates(names), page_numbers.pages_words(office, content))))


def _verdict(office: Office, ref: str, item: str) -> FileVerdict | None:
    found = signing.verify_so_far(office, ref, item or None)
    if found is None:
        return None
    signatures = tuple(SignatureVerdict(s.role, s.name, s.signed_at, s.ok, s.why) for s in found.signatures)
    return FileVerdict(ref, "protocol", found.ok, found.why, signatures)


def adjusted_words(loaded: Loaded) -> str:
    """The sentence when everybody has signed."""
    board = f" Anslaget ska sättas upp senast {date_in_text(loaded.post_by)}." if loaded.post_by else ""
    if loaded.item:
        return f"{loaded.item} är omedelbart justerad. Fel rättas med en rättelse.{board}"
    day = f" {date_in_text(loaded.adjusted_on)}" if loaded.adjusted_on else ""
    return f"Protokollet är justerat{day}. Därefter kan inget ändras; fel rättas med en rättelse.{board}"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            f"Certifikatfilen {path.name} går inte att läsa. Välj den fil (.p12 eller .pfx) som kommunen lämnade ut.",
            where=CERTIFICATE_FILE,
        ) from error
