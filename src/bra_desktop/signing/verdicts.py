"""What is expected of a signed file, and the three answers that judging it can give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bra_desktop.domain.swedish import listing


class Answer(StrEnum):
    """The three answers of a verification; there is no fourth."""

    HOLDS = "holds"
    BROKEN = "does_not_hold"
    UNKNOWN = "cannot_be_judged"


OPENING = {
    Answer.HOLDS: "Oförändrat och underskrivet av",
    Answer.BROKEN: "Håller inte:",
    Answer.UNKNOWN: "Går inte att pröva:",
}


@dataclass(frozen=True)
class ExpectedSignature:
    """Who is to have signed which field, in which role, with which certificate (see ``keys.fingerprint``)."""

    field: str
    role: str
    person: str
    fingerprint: str

    @property
    def who(self) -> str:
        """Name and role as the sentences of a verdict give them."""
        return f"{self.person} ({self.role})" if self.role else self.person


@dataclass(frozen=True)
class SignatureResult:
    """One signature judged. ``signed_at`` is what the signer's computer said; ``why`` is a Swedish sentence."""

    field: str
    role: str
    name: str
    signed_at: datetime | None
    ok: bool
    why: str


@dataclass(frozen=True)
class Verdict:
    """The answer for a whole file. ``why`` is the Swedish sentence that goes on the screen."""

    answer: Answer
    why: str
    signatures: tuple[SignatureResult, ...] = ()

    @property
    def ok(self) -> bool:
        """True only when everything that acceptance asks for holds."""
        return self.answer is Answer.HOLDS


def sentence(answer: Answer, parts: list[str]) -> str:
    """The verdict's sentence: the fixed opening and what follows it. The last part ends with a full stop."""
    if answer is Answer.HOLDS:
        return f"{OPENING[answer]} {listing(parts)}."
    return f"{OPENING[answer]} {'; '.join(parts)}."


def clock_time(when: datetime | None) -> str:
    """A signing time and whose clock it was, for a sentence."""
    if when is None:
        return "vid en tid som inte går att läsa"
    return f"{when:%Y-%m-%d} kl. {when:%H.%M} enligt datorns klocka"
