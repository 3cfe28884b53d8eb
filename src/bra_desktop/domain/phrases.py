"""Standing phrases: the municipality's own, and how a typed word finds one in the whole bank."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bra_desktop.domain.entity import Entity
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, ItemType

LONGEST_TRIGGER = 24
_TRIGGER = re.compile(r"[^\W\d_][^\W_]*")
_DECISION = "decision."
_ALIKE = 3
"""Letters that a trigger and what was typed for the name of its kind begin with alike."""


@dataclass(eq=False, kw_only=True)
class OwnPhrase(Entity):
    """A phrase of the municipality's own, or its wording of a shipped one.

    ``origin`` names the shipped phrase that it stands in for, empty for one of its own; with ``hidden`` the shipped
    phrase is left out. ``trigger`` is what is typed after the slash. ``forums`` are the forums where it is offered,
    by id; none means every forum of its ``profiles``, and no profile means all of them.
    """

    trigger: str
    text: str
    kind: str
    origin: str = ""
    decision: bool = False
    profiles: tuple[DocumentProfile, ...] = ()
    forums: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class BankPhrase:
    """A phrase as it is offered. ``own_id`` is empty for a shipped one, ``origin`` for one of the municipality's own.

    With ``decision`` the text is an att-sats. ``kind_words`` is what the kind is called.
    """

    id: str
    trigger: str
    text: str
    kind: str
    kind_words: str
    decision: bool = False
    profiles: tuple[DocumentProfile, ...] = ()
    forums: tuple[str, ...] = ()
    origin: str = ""
    own_id: str = ""
    revision: int = 0

    @property
    def decision_kind(self) -> DecisionKind:
        """What the att-sats does."""
        name = self.kind.removeprefix(_DECISION)
        return DecisionKind(name) if name in set(DecisionKind) else DecisionKind.OTHER

    def is_for(self, profile: DocumentProfile, forum: str) -> bool:
        """Whether it is offered in a forum of that profile."""
        return forum in self.forums if self.forums else not self.profiles or profile in self.profiles


_NEAR = {
    ItemType.OPENING: ("opening", "attendance_arrives", "attendance_absent"),
    ItemType.ELECTION: ("election_of_adjuster",),
    ItemType.AGENDA: ("agenda",),
    ItemType.PREVIOUS_MINUTES: ("previous_minutes",),
    ItemType.FOLLOW_UP: ("previous_minutes", "decision.close_action", "decision.extend_action"),
    ItemType.TABLED: ("decision.tabled", "proposition"),
    ItemType.INFORMATION: ("information", "decision.note"),
    ItemType.REPORT: ("information", "decision.note"),
    ItemType.CLOSING: ("closing",),
}


def near_kinds(item: ItemType) -> tuple[str, ...]:
    """The kinds of phrases that belong to an item of that type, and come first among equals."""
    return _NEAR.get(item, ())


def matching(
    bank: Iterable[BankPhrase], word: str, near: Collection[str] = (), most: int = 6
) -> tuple[BankPhrase, ...]:
    """The phrases that a typed word means, the likeliest first.

    The whole trigger comes first, then triggers that begin so or are short for a near kind that does, then triggers
    that are short for what was typed, then phrases whose kind or first word begins so, then those with any word that
    does. Among equals those of a near kind or of the forum's own stand first.
    """
    typed = word.casefold()
    ranked = []
    for place, phrase in enumerate(bank):
        rank, own = _rank(phrase, typed), phrase.kind in near
        if own and rank is not None and rank > _BEGINS and phrase.kind_words.casefold().startswith(typed):
            rank = _BEGINS if phrase.trigger.casefold()[:_ALIKE] == typed[:_ALIKE] else rank
        if rank is not None:
            length = len(phrase.trigger) if rank <= _BEGINS else 0
            ranked.append(((rank, not (own or phrase.forums), length, place), phrase))
    return tuple(phrase for _order, phrase in sorted(ranked, key=lambda one: one[0])[:most])


_WHOLE, _BEGINS, _SHORT_FOR, _FIRST_WORD, _ANY_WORD = range(5)


def _rank(phrase: BankPhrase, typed: str) -> int | None:
    trigger = phrase.trigger.casefold()
    if trigger.startswith(typed):
        return _WHOLE if trigger == typed else _BEGINS
    said, kind = (re.findall(r"\w+", words.casefold()) for words in (phrase.text, phrase.kind_words))
    if len(typed) == 1 or not any(each.startswith(typed) for each in (*said, *kind)):
        return None
    if len(trigger) >= _ALIKE and typed.startswith(trigger):
        return _SHORT_FOR
    first = said[1:2] if said[:1] == ["att"] else said[:1]
    return _FIRST_WORD if any(each.startswith(typed) for each in (*first, *kind)) else _ANY_WORD


def check_phrase(trigger: str, text: str) -> None:
    """Raises UserError for a trigger that could not be typed, or a phrase without words."""
    if not trigger or len(trigger) > LONGEST_TRIGGER or not _TRIGGER.fullmatch(trigger):
        raise UserError(
            f"Skriv ett kortkommando av högst {LONGEST_TRIGGER} bokstäver och siffror som börjar med en bokstav, "
            "t.ex. not.",
            where="trigger",
        )
    if not text.strip():
        raise UserError("Skriv frasens text, t.ex. att notera informationen till protokollet.", where="text")
