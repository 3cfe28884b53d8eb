"""What the check of a signed protocol says, in words that a clerk understands. Knows no Qt."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.headings import ADJUSTERS
from bra_desktop.domain.kinds import Medium, SignerRole
from bra_desktop.domain.swedish import listing, number_in_text
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services.adjusted.verifying import FileVerdict, SignatureVerdict


@dataclass(frozen=True)
class SignerLine:
    """Somebody who signs: status is signed, waiting or refused; ``when`` says it in words.

    ``role_words`` are the forum's own for the role, as on the paper.
    """

    person_id: str
    name: str
    role: SignerRole
    items: str
    status: str
    when: str
    has_certificate: bool
    role_words: str


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked: icon, tone, what, and what it means."""

    icon: str
    tone: str
    words: str
    meaning: str = ""


OWN_CERTIFICATE = CheckLine(
    "info",
    "muted",
    "Elektronisk underskrift med kommunens eget certifikat",
    "Visar vem som skrev under, och att inget ändrats sedan dess. Den är gjord för att uppfylla kraven på avancerad "
    "underskrift; det är kommunen som svarar för att certifikatet lämnats till rätt person.",
)
PROTOCOL, PARAGRAPH = "Protokollet", "Paragrafen"
ADJUSTED = {PROTOCOL: "justerat", PARAGRAPH: "omedelbart justerad"}
NONE_SIGNED = "Ingen har skrivit under än."
CLOCK = "Tiden är den som den underskrivandes dator angav, om inget tidsintyg finns."


@dataclass(frozen=True)
class Check:
    """The headline with its tone (done, attention, late, primary) and a line for each thing."""

    tone: str
    icon: str
    headline: str
    below: str
    lines: tuple[CheckLine, ...] = ()


def check_of(
    signers: Sequence[SignerLine],
    medium: Medium,
    verdict: FileVerdict | None,
    last_day: date | None,
    kept_at: str = "",
    what: str = PROTOCOL,
    adjusters: str = ADJUSTERS,
) -> Check:
    """What is known of a protocol, or of the one paragraph, that is being signed or has been.

    ``adjusters`` is the forum's word for those who adjust.
    """
    waiting = _waiting(signers, last_day, what, adjusters)
    if medium is Medium.INK:
        return _on_paper(signers, kept_at, waiting)
    if verdict is None:
        return Check("primary", "info", "Det finns inget att pröva", NONE_SIGNED, (*waiting, OWN_CERTIFICATE))
    done = sum(1 for signer in signers if signer.status == "signed")
    signed = "En" if done == 1 else number_in_text(done).capitalize()
    how_many = f"{signed} av {number_in_text(len(signers))} har skrivit under."
    head = headed(verdict, f"{how_many} Prövat nyss, utan nät.")
    clock = CheckLine("info", "muted", "Tiden kommer från datorns klocka", CLOCK)
    lines = (*head.lines, *waiting, clock, OWN_CERTIFICATE)
    return Check(head.tone, head.icon, head.headline, head.below, lines)


def headed(verdict: FileVerdict, below: str) -> Check:
    """A file's verdict: one of the three answers, and a line for each signature."""
    lines = tuple(_signature(one) for one in verdict.signatures)
    if verdict.ok:
        return Check("done", "shield-check", verdict.why, below, lines)
    if verdict.why.startswith("Går inte att pröva"):
        return Check("attention", "triangle-alert", verdict.why, below, lines)
    return Check("late", "ban", verdict.why, below, lines)


def _signature(one: SignatureVerdict) -> CheckLine:
    who = f"{one.name} ({one.role})" if one.role else one.name
    return CheckLine("check" if one.ok else "x", "done" if one.ok else "late", who, one.why)


def _waiting(signers: Sequence[SignerLine], last_day: date | None, what: str, adjusters: str) -> tuple[CheckLine, ...]:
    if not signers:
        words = f"{adjusters} utses på mötet. De skriver under med ordförande och sekreterare."
        return (CheckLine("info", "muted", "Ingen är utsedd att skriva under än", words),)
    places = Counter(signer.name for signer in signers if signer.status != "signed")
    if not places:
        return (CheckLine("lock", "done", "Alla har skrivit under", f"{what} är {ADJUSTED[what]} och låst."),)
    left = places.total()
    count = "En underskrift återstår" if left == 1 else f"{number_in_text(left).capitalize()} underskrifter återstår"
    names = [f"{name} ({number_in_text(at)})" if at > 1 else name for name, at in places.items()]
    last = f" Senast {day_and_month(last_day)}." if last_day else ""
    return (
        CheckLine(
            "hourglass", "attention", f"{count}: {listing(names)}",
            f"{what} är {ADJUSTED[what]} först när alla har skrivit under.{last}",
        ),
    )  # fmt: skip


def _on_paper(signers: Sequence[SignerLine], kept_at: str, waiting: tuple[CheckLine, ...]) -> Check:
    signed = [signer for signer in signers if signer.status == "signed"]
    if not signed:
        return Check("primary", "info", "Det finns inget att pröva", NONE_SIGNED, waiting)
    where = kept_at or "kommunen"
    lines = tuple(
        CheckLine("check", "done", f"{s.name} ({s.role_words})", f"Underskrivet på papper {s.when}.") for s in signed
    )
    below = f"Originalet förvaras hos {where}. Filen här är en läsversion."
    headline = "Går inte att pröva: underskrifterna finns på papper"
    return Check("attention", "printer", headline, below, (*lines, *waiting))
