"""Anslag and anslagsbevis: documents of their own, made after the last signature with the real dates.

An item that was adjusted immediately is posted for itself when everybody has signed it; the notice of the protocol
then tells of the others.

Profile A: the notice on the board (kommunallagen 8:12) with the last day for appeal (13:5). In profile B, where a
municipality wants a notice all the same, neither the act nor an appeal is mentioned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bra_desktop.documents.apart import posted_words
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Block, Document, Fact, FactsBox, SignatureField
from bra_desktop.documents.protocol_front import paragraphs_words
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.signers import AdjustedApart
from bra_desktop.domain.swedish_dates import date_in_table, date_in_text

TITLE = "Tillkännagivande av justerat protokoll"


@dataclass(frozen=True)
class Posting:
    """The days of a notice: posted, last day for appeal (profile A), the day it may be taken down, and was.

    ``item`` is the one that it tells of, adjusted immediately; None for the protocol. ``apart`` are the protocol's
    items that have a notice of their own.
    """

    posted_on: date
    take_down_on: date
    appeal_until: date | None = None
    taken_down_on: date | None = None
    kept_at: str = ""
    certified_by: str = ""
    item: AdjustedApart | None = None
    apart: Sequence[AdjustedApart] = ()


def public_notice(content: MeetingContent, posting: Posting, *, arms: str = "") -> Document:
    """The notice that the protocol, or the item, is adjusted. Raises RuleBroken before the last signature."""
    adjusted = _adjusted(content, posting)
    formal = content.forum.profile is DocumentProfile.FORMAL
    law = " (8 kap. 12 § kommunallagen)" if formal else ""
    facts = [
        Fact("Organ", content.forum.name),
        Fact("Sammanträdesdatum", content.date.isoformat()),
        Fact("Paragrafer", _items(content, posting)),
        Fact("Justerat", adjusted.isoformat()),
        Fact("Anslaget sätts upp", posting.posted_on.isoformat()),
        Fact("Anslaget tas ned", posting.take_down_on.isoformat()),
    ]
    if formal:
        facts.append(Fact("Sista dag för överklagande", date_in_table(posting.appeal_until)))
    facts.append(Fact("Protokollet förvaras", posting.kept_at))
    what = "Paragrafen är omedelbart justerad" if posting.item else "Protokollet är justerat"
    text = f"{what}. Justeringen tillkännages på kommunens anslagstavla{law}."
    if not posting.item:
        text = " ".join((text, *posted_words(content, posting.apart)))
    title = "Tillkännagivande av omedelbart justerad paragraf" if posting.item else TITLE
    box = FactsBox(title, text, tuple(facts))
    return _document(content, "Anslag", posting.posted_on, (box,), arms)


def certificate_of_notice(content: MeetingContent, posting: Posting, *, arms: str = "") -> Document:
    """The certificate that the notice was up. Raises RuleBroken before it has been taken down."""
    _adjusted(content, posting)
    if posting.taken_down_on is None:
        raise RuleBroken("Anslaget är inte nedtaget. Anteckna dagen för nedtagningen först.", "anslag")
    facts = [
        Fact("Organ", content.forum.name),
        Fact("Sammanträdesdatum", content.date.isoformat()),
        Fact("Paragrafer", _items(content, posting)),
        Fact("Anslaget sattes upp", posting.posted_on.isoformat()),
        Fact("Anslaget togs ned", posting.taken_down_on.isoformat()),
        *certifier("Intygas av", posting.certified_by),
    ]
    signature = SignatureField("certifier", posting.certified_by or "den som intygar", "Intygar anslaget")
    what = "paragrafen" if posting.item else "protokollet"
    text = f"Härmed intygas att justeringen av {what} har tillkännagetts på kommunens anslagstavla."
    box = FactsBox("Bevis om anslag", text, tuple(facts), signature, sign_label(posting.certified_by))
    return _document(content, "Anslagsbevis", posting.taken_down_on, (box,), arms)


def certifier(label: str, name: str) -> tuple[Fact, ...]:
    """Who certifies, when that is known beforehand."""
    return (Fact(label, name),) if name else ()


def sign_label(name: str) -> str:
    """What stands before the line to sign on: whoever is not named beforehand writes the name too."""
    return "Underskrift" if name else "Underskrift och\nnamnförtydligande"


def _items(content: MeetingContent, posting: Posting) -> str:
    """The items that it tells of: §§ 101–103, 105."""
    if posting.item is not None:
        return labels(content, [posting.item.item])
    return paragraphs_words(content, [one.item for one in posting.apart])


def _adjusted(content: MeetingContent, posting: Posting) -> date:
    if posting.item is not None:
        return posting.item.on
    adjusted = content.adjustment.adjusted_on
    if adjusted is None:
        raise RuleBroken("Protokollet är inte justerat. Anslaget görs när den sista har skrivit under.", "anslag")
    return adjusted


def _document(content: MeetingContent, name: str, day: date, blocks: tuple[Block, ...], arms: str) -> Document:
    organ, met = content.forum.name, content.date
    return Document(
        title=name,
        subtitle=f"{organ}, {date_in_text(day)}",
        full_title=f"{name}, {organ} {met.isoformat()}",
        running_title=f"{name} {day.isoformat()}",
        sender=sender(content, Assets(arms)),
        date=day,
        blocks=blocks,
        registry_number=content.registry_number,
    )
