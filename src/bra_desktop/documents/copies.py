"""Copies of a document for Word or as plain text, and what a copy says so that nobody takes it for the original."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bra_desktop.documents.blocks import Block, Document, FieldRow, SignatureBlock
from bra_desktop.documents.protocol import ELECTRONIC
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.signers import Signatures
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
_ITEM = "item/"
"""Begins the kind of a protocol that holds one item, before the item's key."""
_ESTABLISHED = (MeetingState.ESTABLISHED, MeetingState.ARCHIVED)


@dataclass(frozen=True)
class Copy:
    """A document to be copied; ``said`` stands below its title and, where there are pages, on every page."""

    document: Document
    said: str


def copied(document: Document, kind: str, content: MeetingContent, signatures: Signatures | None = None) -> Copy:
    """The copy of a document of the meeting. ``signatures`` are those that its locked file has.

    A foot that tells of electronic signatures is copied when everybody has given theirs; it stands beside what says
    that this is a copy.
    """
    signed = signatures or Signatures()
    foot = document.foot
    if foot.line == ELECTRONIC and signed.complete_on is None:
        foot = replace(foot, line="")
    blocks = tuple(_with_stamps(block, signed) for block in document.blocks)
    said = _of_item(content, kind, signed) if kind.startswith(_ITEM) else copy_words(kind, content)
    return Copy(replace(document, foot=foot, blocks=blocks), said)


def _with_stamps(block: Block, signed: Signatures) -> Block:
    match block:
        case SignatureBlock():
            return _stamped(block, signed)
        case FieldRow(content=content):
            held = tuple(_stamped(one, signed) if isinstance(one, SignatureBlock) else one for one in content)
            return replace(block, content=held)
        case _:
            return block


def _stamped(block: SignatureBlock, signed: Signatures) -> SignatureBlock:
    stamped = (replace(one, stamp=signed.stamps.get(one.name, ())) for one in block.fields)
    return replace(block, fields=tuple(stamped))


def copy_words(kind: str, content: MeetingContent) -> str:
    """What the copy is, and what the original is; a kind may go on with the item that it tells of alone."""
    notes = content.forum.profile is DocumentProfile.NOTES
    match kind.partition("/")[0]:
        case "protocol":
            return _of_protocol(content)
        case "notes" if content.state in _ESTABLISHED:
            return "Avskrift. Originalet är de fastställda minnesanteckningarna i pdf."
        case "notes":
            return "Arbetskopia. Minnesanteckningarna är inte fastställda."
        case "public":
            original = "minnesanteckningarna" if notes else "protokollet"
            return f"Avskrift av den offentliga versionen. Originalet är {original} i sin helhet."
        case "public_correction":
            return "Avskrift av rättelsens offentliga version. Originalet är rättelsen i sin helhet."
        case "extract":
            return "Avskrift som inte är bestyrkt. Originalet är protokollet."
        case "certificate":
            return "Avskrift. Originalet är det bevis som är underskrivet."
        case "agenda" if content.forum.profile is DocumentProfile.FORMAL:
            return "Arbetskopia. Originalet är föredragningslistan i pdf."
        case other:
            return f"Arbetskopia. Originalet är {_WORKING[other]} i pdf."


def _of_protocol(content: MeetingContent) -> str:
    if not content.state.is_frozen:
        return "Arbetskopia av ett utkast."
    adjusted = content.adjustment.adjusted_on
    if adjusted is None:
        return "Avskrift. Originalet är det protokoll som skrivs under. Det är inte justerat."
    signed = "det protokoll på papper" if content.medium is Medium.INK else "det elektroniskt underskrivna protokoll"
    return f"Avskrift. Originalet är {signed} som justerades den {date_in_text(adjusted)}."


def _of_item(content: MeetingContent, kind: str, signed: Signatures) -> str:
    what = in_sentence(content.forum, content.item(kind.removeprefix(_ITEM)))
    if signed.complete_on is None:
        return f"Avskrift. Originalet är det protokoll för {what} som skrivs under. Det är inte justerat."
    how = "det protokoll på papper" if content.medium is Medium.INK else "det elektroniskt underskrivna protokoll"
    return f"Avskrift. Originalet är {how} för {what} som justerades omedelbart den {date_in_text(signed.complete_on)}."
