"""Copies of a document for Word or as plain text, and what a copy says so that nobody takes it for the original."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.protocol import ELECTRONIC
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState
from bra_desktop.domain.swedish_dates import date_in_text

_WORKING = {
    "notice": "kallelsen",
    "agenda": "dagordningen",
    "supplement": "kompletteringen",
    "attendance": "närvarolistan",
    "decisions": "beslutsloggen",
    "actions": "åtgärdslistan",
    "register": "beslutsregistret",
    "public_notice": "anslaget",
    "correction": "rättelsen",
}
_ESTABLISHED = (MeetingState.ESTABLISHED, MeetingState.ARCHIVED)


@dataclass(frozen=True)
class Copy:
    """A document to be copied; ``said`` stands below its title and, where there are pages, on every page."""

    document: Document
    said: str


def copied(document: Document, kind: str, content: MeetingContent) -> Copy:
    """The copy of a document of the meeting. It never claims a signature: those are in the original alone."""
    foot = document.foot
    if foot.line == ELECTRONIC:
        document = replace(document, foot=replace(foot, line=""))
    return Copy(document, copy_words(kind, content))


def copy_words(kind: str, content: MeetingContent) -> str:
    """What the copy is, and what the original is."""
    notes = content.forum.profile is DocumentProfile.NOTES
    match kind:
        case "protocol":
            return _of_protocol(content)
        case "notes" if content.state in _ESTABLISHED:
            return "Avskrift. Originalet är de fastställda minnesanteckningarna i pdf."
        case "notes":
            return "Arbetskopia. Minnesanteckningarna är inte fastställda."
        case "public":
            original = "minnesanteckningarna" if notes else "protokollet"
            return f"Avskrift av den offentliga versionen. Originalet är {original} i sin helhet."
        case "extract":
            return "Avskrift som inte är bestyrkt. Originalet är protokollet."
        case "certificate":
            return "Avskrift. Originalet är det bevis som är underskrivet."
        case "agenda" if content.forum.profile is DocumentProfile.FORMAL:
            return "Arbetskopia. Originalet är föredragningslistan i pdf."
        case _:
            return f"Arbetskopia. Originalet är {_WORKING[kind]} i pdf."


def _of_protocol(content: MeetingContent) -> str:
    if not content.state.is_frozen:
        return "Arbetskopia av ett utkast."
    adjusted = content.adjustment.adjusted_on
    if adjusted is None:
        return "Avskrift. Originalet är det protokoll som skrivs under. Det är inte justerat."
    signed = "det protokoll på papper" if content.medium is Medium.INK else "det elektroniskt underskrivna protokoll"
    return f"Avskrift. Originalet är {signed} som justerades den {date_in_text(adjusted)}."
