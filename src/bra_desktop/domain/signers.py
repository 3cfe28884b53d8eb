"""Who signs what: the signature fields of a protocol, from the intervals of its officers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bra_desktop.domain.chairs import Presided, where_words
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile, Duty, SignerRole
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.officers import Turn, adjusting_beside, named, turns
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import NBSP


@dataclass(frozen=True)
class Signer:
    """One signature field: who signs in what role, and for which items.

    ``field`` is the field's name in the PDF (secretary, chair, chair-2, adjuster-1 …), ``words`` the items as they
    are written (”§§ 38–49”, ”§ 45 t.o.m. kl. 16.35”), ``reason`` why an adjuster stepped in for another.
    """

    field: str
    role: SignerRole
    person: str
    items: tuple[str, ...]
    words: str
    reason: str = ""


@dataclass(frozen=True)
class AdjustedApart:
    """An item (key) that everybody has signed apart: the day of the last signature, and who signed it in what role.

    ``posted_on`` is the day of its own notice on the board, where it has one.
    """

    item: str
    on: date
    signed_by: tuple[tuple[str, SignerRole], ...]
    posted_on: date | None = None

    @property
    def adjusted_by(self) -> tuple[str, ...]:
        """The names of those who adjusted it: all who signed but the secretary, each once."""
        return tuple(dict.fromkeys(name for name, role in self.signed_by if role is not SignerRole.SECRETARY))


@dataclass(frozen=True)
class Signatures:
    """The signatures of a locked paper: the lines of each electronic one by its field, and the day of the last.

    ``complete_on`` is None until everybody has signed.
    """

    stamps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complete_on: date | None = None


def stamp_lines(when: datetime) -> tuple[str, str]:
    """What an electronic signature shows of itself: the day and the clock time where it was given."""
    return f"Elektroniskt underskrivet {when:%Y-%m-%d}", f"kl.{NBSP}{when:%H.%M} enligt datorns klocka"


def signers(content: MeetingContent, apart: Collection[str] = ()) -> tuple[Signer, ...]:
    """The protocol's signature fields: secretary, those who presided, adjusters. Profile C is never signed.

    ``apart`` are the items (keys) that have been signed apart already, in documents of their own: the fields here
    span the others. Who presided at an item signs it as that, and not also as one who adjusts.
    """
    if content.forum.profile is DocumentProfile.NOTES:
        return ()
    order = course(content).order
    taken = [key for key in order if is_taken_up(content.item(key))] or list(order)
    return _signers(content, [key for key in taken if key not in apart] or taken)


def immediate_signers(content: MeetingContent, item_key: str) -> tuple[Signer, ...]:
    """The signature fields of one item that is adjusted immediately, in a document of its own."""
    return _signers(content, [item_key])


def immediate_items(content: MeetingContent) -> tuple[str, ...]:
    """The items that are adjusted immediately, in the order they were taken up."""
    return tuple(key for key in course(content).order if content.item(key).immediate_adjustment)


def _signers(content: MeetingContent, keys: list[str]) -> tuple[Signer, ...]:
    reasons = {o.person: o.reason for o in named(content, Duty.ADJUST) if o.reason}

    def fields(role: SignerRole, having: Callable[[str], Iterable[Turn]], name: Callable[[int], str]) -> list[Signer]:
        by_person: dict[str, list[tuple[str, Turn]]] = {}
        for key in keys:
            for turn in having(key):
                by_person.setdefault(turn.person, []).append((key, turn))
        return [
            Signer(
                name(number),
                role,
                person,
                tuple(dict.fromkeys(key for key, _ in own)),
                where_words(content, Presided(person, tuple(own))),
                reasons.get(person, "") if role is SignerRole.ADJUSTER else "",
            )
            for number, (person, own) in enumerate(by_person.items(), 1)
        ]

    return (
        *fields(SignerRole.SECRETARY, lambda key: turns(content, Duty.MINUTES, key), _counted("secretary")),
        *fields(SignerRole.CHAIR, lambda key: turns(content, Duty.PRESIDE, key), _counted("chair")),
        *fields(SignerRole.ADJUSTER, lambda key: map(Turn, adjusting_beside(content, key)), lambda n: f"adjuster-{n}"),
    )


def _counted(word: str) -> Callable[[int], str]:
    return lambda number: word if number == 1 else f"{word}-{number}"
