"""The sentences of an item: motions, votes, reservations and clauses as a protocol words them."""

from __future__ import annotations

import re

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import Clause
from bra_desktop.documents.text_blocks import TextBlock, VoteRow, VoteTable, words
from bra_desktop.documents.told_by import is_first_person, quoted, rest_of, tells_of, with_shown_names
from bra_desktop.documents.written import paragraphs
from bra_desktop.domain.attendance import seat_of
from bra_desktop.domain.content import (
    ItemContent,
    MeetingContent,
    MotionContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    VoteContent,
)
from bra_desktop.domain.kinds import BALLOT_WORDS, Capacity, MotionKind, VoteMethod
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import at_clock
from bra_desktop.domain.votes import outcome, result_words, totals, without_disqualified

_ENDINGS = ".,; "
_ATT = re.compile(r"att\s+", re.IGNORECASE)
_MOTIONS = {
    MotionKind.APPROVE: "bifall",
    MotionKind.REJECT: "avslag",
    MotionKind.CHANGE: "ändring",
    MotionKind.ADDITION: "tillägg",
    MotionKind.TABLE: "bordläggning",
    MotionKind.REFER_BACK: "återremiss",
}
_MOVED_DIRECTLY = (*_MOTIONS.values(), "votering", "omröstning", "som")
_SAYS = {
    MotionKind.REJECT: re.compile(r"\bavsl|\b(?:inte|ej)\b", re.IGNORECASE),
    MotionKind.TABLE: re.compile(r"\bbordl", re.IGNORECASE),
    MotionKind.REFER_BACK: re.compile(r"\båterremi", re.IGNORECASE),
}
"""How the words of a motion tell its kind by themselves."""
_RESERVED_HOW = ("till", "med", "för", "eftersom", "då", "i", "av", "på")
"""How a reservation goes on inside its sentence: till förmån för eget yrkande; anything else stands for itself."""
_MOVES, _RESERVES = re.compile(r"\byrka", re.IGNORECASE), re.compile(r"\breserver(?:ar|ade)\b", re.IGNORECASE)
_ON_RECORD = (
    r"(?P<did>(?:låter|vill)\s+(?:få\s+)?(?:till\s+protokollet\s+)?anteckna"
    r"|(?:lämnar|avger|anmäler)\s+(?:ett\s+|följande\s+)*särskilt\s+yttrande)"
)
_DISQUALIFIED = r"(?:har\s+)?anmäl(?:er|de|t)\s+(?:sitt\s+)?jäv|(?:är|anmäler\s+sig|förklarar\s+sig)\s+jävig"
_BECAUSE = ("eftersom", "då", "på", "med", "i", "för", "av", "enligt", "genom")
_GOES_ON = ("till", "på", "för", "av", "med", "i", "tills")


def motion_words(content: MeetingContent, motion: MotionContent) -> str:
    """The motion with those who made and support it."""
    text, names = motion.text.strip(), naming.plain(content, motion.persons)
    if not names:
        return text
    own = [content.person(person).name for person in motion.persons]
    support = naming.plain(content, [p for p in motion.supported_by if not tells_of(text, [content.person(p).name])])
    who = f"{names}, med instämmande av {support}," if support else names
    if found := rest_of(text, "yrkar|yrkade", own):
        rest = text[found.end() :]
        if not is_first_person(rest):
            return ended(f"{who} {found.group().split()[-1].lower()}{rest}", ".")
    elif not _MOVES.search(text):
        return f"{who} yrkar {_moved(motion)}."
    elif tells_of(text, own) and not support:
        return text
    return f"{who.rstrip(',')}: {quoted(text) if is_first_person(text) else text}"


def _moved(motion: MotionContent) -> str:
    """What is moved: bifall till förslaget; att ärendet bordläggs; som tillägg att planen redovisas.

    Of the kinds that nobody chooses by chance, as bifall may be, the kind stands first where the words don't say it:
    återremiss: ärendet ska utredas.
    """
    text = _bare(motion.text).rstrip(".")
    first = text.split(" ")[0].lower()
    if first in _MOVED_DIRECTLY:
        return text
    if not text or first in _GOES_ON:
        return f"{_MOTIONS[motion.kind]} {text}".strip()
    kind = _SAYS.get(motion.kind)
    if kind is not None and not kind.search(text):
        own = _ATT.match(motion.text.strip())
        return f"{_MOTIONS[motion.kind]}: {'att ' if own else ''}{text}"
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
    text, who = reservation.text.strip(), naming.reserved(content, reservation.persons)
    shown = [(content.person(p).name, naming.with_party(content, p)) for p in reservation.persons]
    own = [name for name, _shown in shown]
    if not who:
        return text
    said = f"{who} reserverar sig mot beslutet"
    if not text.strip(_ENDINGS):
        return f"{said}."
    if found := rest_of(text, r"reserver(?:ar|ade)\s+(?:sig|mig|oss)", own):
        rest, verb = text[found.end() :], found.group().split()[-2].lower()
        if not is_first_person(rest):
            return ended(f"{who} {verb} sig{rest}", ".") if rest.strip(_ENDINGS) else f"{said}."
    elif text[0].islower() and text.split()[0].strip(_ENDINGS) in _RESERVED_HOW:
        return ended(f"{said} {text}", ".")
    elif not _RESERVES.search(text):
        return f"{said}: {ended(text, '.')}"
    elif tells_of(text, own):
        return ended(with_shown_names(text, shown), ".")
    return f"{who}: {ended(quoted(text) if is_first_person(text) else text, '.')}"


def statement_words(content: MeetingContent, statement: StatementContent) -> str:
    """What was put on record, with whose words it is."""
    name, text = content.person(statement.person).name, statement.text.strip()
    found = rest_of(text, _ON_RECORD, [name])
    if found and not is_first_person(text[found.end() :]):
        began = found.group("did")
        return ended(f"{name} {began[0].lower()}{began[1:]}{text[found.end() :]}", ".")
    return text if tells_of(text, [name]) and not found else f"{name} låter anteckna: {quoted(text)}"


def recusal_words(content: MeetingContent, out: RecusalContent) -> str:
    """That somebody is disqualified, why if it is known, and when she leaves."""
    name, when = content.person(out.person).name, f" {at_clock(out.left_at)}" if out.left_at else ""
    reason = out.reason.strip().rstrip(".")
    if found := rest_of(reason, _DISQUALIFIED, [name]):
        reason = reason[found.end() :].lstrip(" ,:–")
    reason = reason.removeprefix("som ")
    because = reason.split(" ")[0] in _BECAUSE
    inline = f" {'' if because else 'som '}{reason}" if reason[:1].islower() else ""
    after = f" {reason}." if reason and not inline else ""
    return f"{name} anmäler jäv{inline}, deltar inte och lämnar rummet{when}.{after}"


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
    begins = _ATT.match(bare)
    return (bare[begins.end() :] if begins else bare).removesuffix(" samt")


def ended(text: str, end: str) -> str:
    """The text with that ending; a question or a quotation keeps its own before a full stop."""
    kept = text.strip()
    if end == "." and kept[-1:] in ("?", "”", ":"):
        return kept
    bare = kept.rstrip(_ENDINGS)
    return f"{bare.removesuffix(', samt')}{end}"
