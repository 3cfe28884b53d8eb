"""Anslag and anslagsbevis: documents of their own, made after the last signature with the real dates.

Profile A: the notice on the board (kommunallagen 8:12) with the last day for appeal (13:5). In profile B, where a
municipality wants a notice all the same, neither the act nor an appeal is mentioned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Block, Document, Fact, FactsBox, SignatureField
from bra_desktop.documents.protocol_front import paragraphs_words
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.swedish_dates import date_in_table, date_in_text


@dataclass(frozen=True)
class Posting:
    """The days of a notice: posted, last day for appeal (profile A), the day it may be taken down, and was."""

    posted_on: date
    take_down_on: date
    appeal_until: date | None = None
    taken_down_on: date | None = None
    kept_at: str = ""
    certified_by: str = ""


def public_notice(content: MeetingContent, posting: Posting, *, arms: str = "") -> Document:
    """The notice that the protocol is adjusted. Raises RuleBroken before the last signature."""
    adjusted = _adjusted(content)
    formal = content.forum.profile is DocumentProfile.FORMAL
    law = " (8 kap. 12 § kommunallagen)" if formal else ""
    facts = [
        Fact("Organ", content.forum.name),
        Fact("Sammanträdesdatum", content.date.isoformat()),
        Fact("Paragrafer", paragraphs_words(content)),
        Fact("Justerat", adjusted.isoformat()),
        Fact("Anslaget sätts upp", posting.posted_on.isoformat()),
        Fact("Anslaget tas ned", posting.take_down_on.isoformat()),
    ]
    if formal:
        facts.append(Fact("Sista dag för överklagande", date_in_table(posting.appeal_until)))
    facts.append(Fact("Protokollet förvaras", posting.kept_at))
    text = f"Protokollet är justerat. Justeringen tillkännages på kommunens anslagstavla{law}."
    box = FactsBox("Tillkännagivande av justerat protokoll", text, tuple(facts))
    return _document(content, "Anslag", posting.posted_on, (box,), arms)


def certificate_of_notice(content: MeetingContent, posting: Posting, *, arms: str = "") -> Document:
    """The certificate that the notice was up. Raises RuleBroken before it has been taken down."""
    _adjusted(content)
    if posting.taken_down_on is None:
        raise RuleBroken("Anslaget är inte nedtaget. Anteckna dagen för nedtagningen först.", "anslag")
    facts = [
        Fact("Organ", content.forum.name),
        Fact("Sammanträdesdatum", content.date.isoformat()),
        Fact("Paragrafer", paragraphs_words(content)),
        Fact("Anslaget sattes upp", posting.posted_on.isoformat()),
        Fact("Anslaget togs ned", posting.taken_down_on.isoformat()),
        *certifier("Intygas av", posting.certified_by),
    ]
    signature = SignatureField("certifier", posting.certified_by or "den som intygar", "Intygar anslaget")
    text = "Härmed intygas att justeringen av protokollet har tillkännagetts på kommunens anslagstavla."
    box = FactsBox("Bevis om anslag", text, tuple(facts), signature, sign_label(posting.certified_by))
    return _document(content, "Anslagsbevis", posting.taken_down_on, (box,), arms)


def certifier(label: str, name: str) -> tuple[Fact, ...]:
    """Who certifies, when that is known beforehand."""
    return (Fact(label, name),) if name else ()


def sign_label(name: str) -> str:
    """What stands before the line to sign on: whoever is not named beforehand writes the name too."""
    return "Underskrift" if name else "Underskrift och\nnamnförtydligande"


def _adjusted(content: MeetingContent) -> date:
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
