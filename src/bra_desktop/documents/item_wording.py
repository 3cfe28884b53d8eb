"""The sentences of an item: motions, votes, reservations and clauses as a protocol words them."""

from __future__ import annotations

import re

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Clause
from bra_desktop.documents.text_blocks import TextBlock, VoteRow, VoteTable, words
from bra_desktop.documents.written import paragraphs
from bra_desktop.domain.attendance import seat_of
from bra_desktop.domain.content import ItemContent, MeetingContent, MotionContent, ReservationContent, VoteContent
from bra_desktop.domain.kinds import BALLOT_WORDS, Capacity, MotionKind, VoteMethod
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.votes import outcome, result_words, totals, without_disqualified

_ENDINGS = ".,; "
_MOTIONS = {
    MotionKind.APPROVE: "bifall",
    MotionKind.REJECT: "avslag",
    MotionKind.CHANGE: "ändring",
    MotionKind.ADDITION: "tillägg",
    MotionKind.TABLE: "bordläggning",
    MotionKind.REFER_BACK: "återremiss",
}
_MOVED_DIRECTLY = (*_MOTIONS.values(), "votering", "omröstning", "som")
_RESERVED_HOW = ("till", "med", "för", "eftersom", "då", "i", "av", "på")
"""How a reservation goes on inside its sentence: till förmån för eget yrkande; anything else stands for itself."""
_GOES_ON = ("till", "på", "för", "av", "med", "i", "tills")


def motion_words(content: MeetingContent, motion: MotionContent) -> str:
    """The motion with those who made and support it."""
    names = naming.plain(content, motion.persons)
    if not names or " yrka" in motion.text:
        return motion.text
    support = naming.plain(content, motion.supported_by)
    with_support = f", med instämmande av {support}," if support else ""
    return f"{names}{with_support} yrkar {_moved(motion)}."


def _moved(motion: MotionContent) -> str:
    """What is moved: bifall till förslaget; att ärendet bordläggs; som tillägg att planen redovisas."""
    text = _bare(motion.text).rstrip(".")
    first = text.split(" ")[0].lower()
    if first in _MOVED_DIRECTLY:
        return text
    if not text or first in _GOES_ON:
        return f"{_MOTIONS[motion.kind]} {text}".strip()
    return f"som tillägg att {text}" if motion.kind is MotionKind.ADDITION else f"att {text}"


def vote_blocks(content: MeetingContent, item: ItemContent, vote: VoteContent) -> tuple[TextBlock, ...]:
    """What the votes mean, the result in words, and the table by name, without who is disqualified."""
    vote = without_disqualified(content, item.key, vote)
    yes, no = (text.strip().rstrip(".") for text in (vote.yes_means, vote.no_means))
    asked = [_asked(text, word, other) for word, text, other in (("ja", yes, no), ("nej", no, yes)) if text]
    said = [" ".join(asked), f"{totals(vote).words}."]
    if outcome(content, item.key, vote) is not None:
        said[1] = " ".join(part for part in (result_words(content, item.key, vote), _without_voice(vote)) if part)
    if vote.method is not VoteMethod.BY_NAME or not vote.ballots:
        return paragraphs(said)
    rows = tuple(VoteRow(_voter(content, item.key, one.person), BALLOT_WORDS[one.choice]) for one in vote.ballots)
    return (*paragraphs(said), VoteTable(rows))


def _without_voice(vote: VoteContent) -> str:
    """Those who gave neither yes nor no: 2 avstår och 1 är frånvarande."""
    count = totals(vote)
    parts = [
        f"{count.abstain} avstår" if count.abstain else "",
        f"{count.absent} är frånvarande" if count.absent else "",
    ]
    said = listing(part for part in parts if part)
    return f"{said}." if said else ""


def _voter(content: MeetingContent, item_key: str, person: str) -> str:
    who = next((p for p in content.participants if p.person == person), None)
    name = naming.with_party(content, person)
    if who is None:
        return name
    served = "" if who.capacity is Capacity.MEMBER else seat_of(content, who, item_key)
    seat = next((s for s in content.seats if s.key == served), None)
    if seat:
        instead = naming.plain(content, seat.holders) or naming.vacant_seat(content, seat)
        return f"{name}, tjänstgör för {instead}"
    return name if naming.shares_with(content, who) else naming.member_name(content, who)


def reservation_words(content: MeetingContent, reservation: ReservationContent) -> str:
    """The reservation as a sentence."""
    text = reservation.text.strip()
    if "reserverar" in text:
        return ended(text, ".")
    said = f"{naming.reserved(content, reservation.persons)} reserverar sig mot beslutet"
    if not text:
        return f"{said}."
    if text[0].islower() and text.split()[0].strip(_ENDINGS) in _RESERVED_HOW:
        return ended(f"{said} {text}", ".")
    return f"{said}: {ended(text, '.')}"


def clauses(texts: list[str]) -> tuple[Clause, ...]:
    """Clauses with a comma between them, samt before the last, and a full stop at the end."""
    last = len(texts) - 1
    ends = ["." if n == last else ", samt" if n == last - 1 else "," for n in range(last + 1)]
    return tuple(Clause(words(ended(_bare(text), end))) for text, end in zip(texts, ends, strict=True))


_NEUTER = re.compile(r"\w+et")
_VERBS = {"bifall": ("till ", "bifalla"), "avslag": ("på ", "avslå")}


def _asked(means: str, word: str, other: str) -> str:
    """What a vote means: bifall till and avslag på become verbs, also without what it is that the other says."""
    noun, _, rest = means.partition(" ")
    joint, verb = _VERBS.get(noun.lower(), ("", ""))
    if verb and joint and rest.lower().startswith(joint):
        return f"Den som vill {verb} {rest[len(joint) :]} röstar {word}."
    noun_of_other, _, about = other.partition(" ")
    joint_of_other, _verb = _VERBS.get(noun_of_other.lower(), ("", ""))
    if verb and not rest and joint_of_other and about.lower().startswith(joint_of_other):
        what = about[len(joint_of_other) :]
        return f"Den som vill {verb} {'det' if _NEUTER.fullmatch(what) else what} röstar {word}."
    return f"Den som röstar {word} röstar för {means}."


def _bare(text: str) -> str:
    """The clause without the att that stands before it, and the samt that joins it to the next."""
    bare = text.strip()
    if bare[:4].lower() == "att ":
        bare = bare[4:].lstrip()
    return bare.removesuffix(" samt")


def ended(text: str, end: str) -> str:
    """The text with that ending; a question or a quotation keeps its own before a full stop."""
    kept = text.strip()
    if end == "." and kept[-1:] in ("?", "”", ":"):
        return kept
    bare = kept.rstrip(_ENDINGS)
    return f"{bare.removesuffix(', samt')}{end}"
