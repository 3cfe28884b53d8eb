"""The sections of an item, in the order in which a forum has them in its papers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.swedish import listing


class ItemSection(StrEnum):
    """A section that is printed when the item has something to put there."""

    ARRIVALS = "arrivals"
    RECUSAL = "recusal"
    BASIS = "basis"
    TEXT = "text"
    PROPOSAL = "proposal"
    MOTIONS = "motions"
    PROPOSITION = "proposition"
    VOTE = "vote"
    DECISION = "decision"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    DEPARTURES = "departures"
    ACTIONS = "actions"
    ANNEXES = "annexes"
    DISPATCH = "dispatch"


SECTION_WORDS = {
    ItemSection.ARRIVALS: "Närvaro före",
    ItemSection.RECUSAL: "Jäv",
    ItemSection.BASIS: "Bakgrund",
    ItemSection.TEXT: "Ärendet",
    ItemSection.PROPOSAL: "Förslag till beslut",
    ItemSection.MOTIONS: "Yrkanden",
    ItemSection.PROPOSITION: "Beslutsgång",
    ItemSection.VOTE: "Omröstning",
    ItemSection.DECISION: "Beslut",
    ItemSection.RESERVATION: "Reservation",
    ItemSection.STATEMENT: "Protokollsanteckning",
    ItemSection.DEPARTURES: "Närvaro efter",
    ItemSection.ACTIONS: "Uppdrag",
    ItemSection.ANNEXES: "Bilagor",
    ItemSection.DISPATCH: "Beslutet skickas till",
}
_TEXT_FIRST = tuple(ItemSection)
_DECISION_FIRST = (
    ItemSection.ARRIVALS,
    ItemSection.RECUSAL,
    ItemSection.DECISION,
    *(s for s in ItemSection if s not in (ItemSection.ARRIVALS, ItemSection.RECUSAL, ItemSection.DECISION)),
)


def section_order(profile: DocumentProfile, chosen: Sequence[ItemSection]) -> tuple[ItemSection, ...]:
    """Every section once: those that the forum has chosen, then the others as the profile usually has them.

    None is left out, so that nothing that was written is missing from the paper. A formal protocol begins with the
    decision, others with the text.
    """
    usual = _DECISION_FIRST if profile is DocumentProfile.FORMAL else _TEXT_FIRST
    return (*dict.fromkeys(chosen), *(section for section in usual if section not in chosen))


def sections_of_words(words: Sequence[str]) -> tuple[ItemSection, ...]:
    """The sections that somebody has named. Raises UserError for a name that is none, and for one that stands twice."""
    names = {name.casefold(): section for section, name in SECTION_WORDS.items()}
    found: list[ItemSection] = []
    for word in words:
        section = names.get(" ".join(word.split()).casefold())
        if section is None:
            known = listing(SECTION_WORDS.values(), "eller")
            raise UserError(f"Avsnittet ”{word}” finns inte. Skriv {known}.", where="sections")
        if section in found:
            raise UserError(f"Avsnittet ”{word}” står två gånger. Ta bort det ena.", where="sections")
        found.append(section)
    return tuple(found)
