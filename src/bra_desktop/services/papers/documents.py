"""The papers of a meeting: made from its content, kept with their digest, and handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.headings import PaperHeading, own_heading
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, KeptDocument, Signer
from bra_desktop.domain.register import Forum
from bra_desktop.domain.signers import AdjustedApart, Signatures
from bra_desktop.domain.text import Image
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.papers import lists
from bra_desktop.services.papers.apart import adjusted_apart, as_adjusted
from bra_desktop.services.papers.corrections import corrections_of
from bra_desktop.storage.queries.contents import active_freeze, content_in, find_meeting, reading_session
from bra_desktop.storage.work import Work

if TYPE_CHECKING:
    from bra_desktop.documents.blocks import Document
    from bra_desktop.documents.corrected import Corrected
    from bra_desktop.storage.attachments import StoredFile
    from bra_desktop.storage.queries.reader import Reader


@dataclass(frozen=True)
class Assets:
    """What a document shows beside the content: the coat of arms as SVG text, pictures by digest, items signed apart,
    and what was corrected since the protocol was locked.

    ``with_meeting_file``: a protocol that is locked has the meeting file inside it.
    """

    arms: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    with_meeting_file: bool = False
    apart: tuple[AdjustedApart, ...] = ()
    corrections: tuple[Corrected, ...] = ()


NOTHING = Assets()
_NOT_IN_NAMES = '\\/:*?"<>|'
_NOT_HELD = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED)
_TO_COME = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.IN_PROGRESS)


@dataclass(frozen=True)
class MadeDocument:
    """A document as bytes, with the name of the file it would be."""

    kind: str
    file_name: str
    content: bytes


@dataclass(frozen=True)
class Composed:
    """What a document says, before it is made into a file. ``name`` is that of the file, without ending.

    ``signatures`` are those of a locked protocol, which stand in its own file alone.
    """

    kind: str
    name: str
    document: Document
    content: MeetingContent
    signatures: Signatures | None = None

    def as_pdf(self) -> MadeDocument:
        """The document as PDF/A-2a and PDF/UA-1."""
        from bra_desktop.documents.pdf import pdf

        return MadeDocument(self.kind, f"{self.name}.pdf", pdf.render(self.document))


def document_kinds(content: MeetingContent) -> tuple[str, ...]:
    """The documents that can be made of the meeting now, in the order that they are wanted.

    A list to sign is for those who are to come: it is made until the meeting is closed. Decisions and actions are
    listed when there are any; in notes nothing is decided. A meeting that has not been opened has no protocol: it would
    tell that nobody came. Its public version is that of the notice.
    """
    notes = content.forum.profile is DocumentProfile.NOTES
    before = ("attendance",) if content.state in _TO_COME else ()
    decided = ("decisions",) if not notes and any(item.decisions for item in content.items) else ()
    given = ("actions",) if any(item.actions for item in content.items) else ()
    held = () if content.state in _NOT_HELD else ("notes" if notes else "protocol",)
    return ("notice", "agenda", *before, *held, "public", *decided, *given)


def make(office: Office, ref: str, kind: str) -> MadeDocument:
    """Make a document of the meeting as it stands; ``kind`` is one of KIND_WORDS.

    A protocol that has been frozen is given as it was locked and signed so far, never made again.
    Raises NoSuchMeeting, or RuleBroken for a document that the profile does not have.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting = find_meeting(session, ref)
        content = content_in(session, meeting.id)
        freeze = active_freeze(session, meeting.id)
        digest = latest_of(office, session, freeze) if freeze else ""
    if kind not in document_kinds(content):
        raise RuleBroken(_no_such(content, kind))
    if kind in ("protocol", "notes") and digest:
        return MadeDocument(kind, file_name(content, kind), office.database.attachments.read(digest))
    return composed(office, content, kind).as_pdf()


def composed(office: Office, content: MeetingContent, kind: str) -> Composed:
    """A document of the meeting as it stands, also of one that is frozen. Raises RuleBroken as :func:`make`."""
    assets = assets_of(office, content)
    if kind == "actions" and kind in document_kinds(content):
        document = lists.action_list(office, content, assets.arms)
    else:
        document = compose(as_adjusted(office, content), kind, assets)
    return Composed(kind, file_name(content, kind).removesuffix(".pdf"), document, content)


def render(content: MeetingContent, kind: str, assets: Assets = NOTHING, only: str = "") -> bytes:
    """The document of that content as PDF/A-2a and PDF/UA-1. ``only`` is the one item that a protocol is to hold.

    A list of actions tells more than the content holds: :func:`make` makes it.

    Raises RuleBroken for a document that the profile does not have.
    """
    from bra_desktop.documents.pdf import pdf

    return pdf.render(compose(content, kind, assets, only))


def compose(content: MeetingContent, kind: str, assets: Assets = NOTHING, only: str = "") -> Document:
    """What the document says, as blocks. Raises as :func:`render`."""
    from bra_desktop.documents import attendance_list, decision_log, notes, notice, protocol

    if kind not in document_kinds(content):
        raise RuleBroken(_no_such(content, kind))
    arms, pictures, made = assets.arms, assets.pictures, assets.corrections
    is_notes = content.forum.profile is DocumentProfile.NOTES
    match kind:
        case "notice":
            return notice.notice(content, arms=arms, pictures=pictures)
        case "agenda":
            return notice.agenda(content, arms=arms, pictures=pictures)
        case "attendance":
            return attendance_list.attendance_list(content, arms=arms)
        case "decisions":
            return decision_log.decision_log(content, arms=arms, corrections=made)
        case "public" if content.state in _NOT_HELD:
            return notice.notice(content, arms=arms, pictures=pictures, public=True)
        case "public" if is_notes:
            return notes.notes(content, arms=arms, pictures=pictures, public=True, corrections=made)
        case "public":
            return protocol.protocol(
                content, arms=arms, pictures=pictures, public=True, apart=assets.apart, corrections=made
            )
        case "notes":
            return notes.notes(content, arms=arms, pictures=pictures)
        case _:
            return protocol.protocol(content, arms=arms, pictures=pictures, only=only, apart=assets.apart)


def unprintable(office: Office, content: MeetingContent) -> str:
    """The characters that the shipped font lacks; the paper shows a box for each, the file keeps the character."""
    from bra_desktop.documents.pdf import pdf

    kind = "notes" if content.forum.profile is DocumentProfile.NOTES else "protocol"
    return pdf.missing_characters(compose(content, kind, assets_of(office, content)))


def assets_of(office: Office, content: MeetingContent) -> Assets:
    """The coat of arms and the pictures that the content points at, and the items that have been signed apart."""
    files = office.database.attachments
    arms = files.read(content.municipality.arms).decode("utf-8") if content.municipality.arms else ""
    known = reading.municipality(office)
    pictures = {digest: files.read(digest) for digest in pictures_of(content)}
    embed = known is not None and known.embed_meeting_file
    return Assets(arms, pictures, embed, adjusted_apart(office, content), corrections_of(office, content))


def pictures_of(content: MeetingContent) -> list[str]:
    """The digests of the pictures in the content's texts."""
    texts = [t for item in content.items for t in (item.basis, item.text, item.proposition)]
    texts += [content.notice.text, *(annex.text for annex in content.annexes)]
    return sorted({b.digest for text in texts for b in text.blocks if isinstance(b, Image)})


def profile_of(work: Work, meeting: Meeting) -> DocumentProfile:
    """The document profile of the meeting's forum."""
    return work.get(Forum, meeting.forum_id).profile


def keep(office: Office, work: Work, meeting: Meeting, made: MadeDocument, recipient: str = "", key: str = "") -> str:
    """Keep a document with its meeting, in the unit of work; answers its id, ``key`` where one is given."""
    stored = office.database.attachments.keep_bytes(made.content, made.file_name)
    return keep_stored(office, work, meeting, (made.kind, made.file_name, stored), recipient, key)


def keep_stored(
    office: Office, work: Work, meeting: Meeting, made: tuple[str, str, StoredFile], recipient: str = "", key: str = ""
) -> str:
    """As :func:`keep`, a document whose file lies among the attachments already: its kind, file name and file."""
    kind, name, stored = made
    key = key or office.new_id()
    work.add(
        KeptDocument(
            id=key,
            meeting_id=meeting.id,
            kind=kind,
            file_name=name,
            digest=work.keep(stored),
            made_at=work.now,
            recipient=recipient,
            version=meeting.version,
        )
    )
    return key


KIND_WORDS = {
    "notice": "Kallelse",
    "agenda": "Dagordning",
    "supplement": "Komplettering",
    "attendance": "Närvarolista",
    "protocol": "Protokoll",
    "notes": "Minnesanteckningar",
    "public": "Offentlig version",
    "decisions": "Beslutslogg",
    "actions": "Åtgärdslista",
    "extract": "Protokollsutdrag",
    "correction": "Rättelse",
    "public_correction": "Rättelse, offentlig version",
    "public_notice": "Anslag",
    "certificate": "Anslagsbevis",
}


_HEADED = {"notice": PaperHeading.NOTICE, "extract": PaperHeading.EXTRACT}
"""Those that are called by the heading that the forum gave them."""


def kind_word(content: MeetingContent, kind: str) -> str:
    """What such a paper of the meeting is called: its forum may have words of its own for some."""
    if kind == "agenda":
        return content.forum.agenda_word or KIND_WORDS[kind]
    own = own_heading(content.forum, _HEADED[kind]) if kind in _HEADED else ""
    return own or KIND_WORDS[kind]


def file_name(content: MeetingContent, kind: str) -> str:
    """The file's name: Protokoll BRÅ 2026-12-03.pdf."""
    word = "".join(c for c in kind_word(content, kind) if c not in _NOT_IN_NAMES)
    return f"{word} {forum_in_file_name(content)} {content.date.isoformat()}.pdf"


def forum_in_file_name(content: MeetingContent) -> str:
    """The forum as the name of a file can say it."""
    return "".join(c for c in content.forum.short_name or content.forum.name if c not in _NOT_IN_NAMES)


def latest_pdf(office: Office, signers: Sequence[Signer], freeze: Freeze) -> str:
    """The digest of the frozen document as signed so far: every signature makes the file longer."""
    signed = [s.signed_pdf_digest for s in signers if s.signed_at is not None and s.signed_pdf_digest]
    files = office.database.attachments
    return max(signed, key=lambda d: files.path(d).stat().st_size, default=freeze.pdf_digest or "")


def latest_of(office: Office, session: Reader, freeze: Freeze) -> str:
    """As :func:`latest_pdf`, with the signers read."""
    return latest_pdf(office, session.query(Signer).filter_by(freeze_id=freeze.id).all(), freeze)


def _no_such(content: MeetingContent, kind: str) -> str:
    notes = content.forum.profile is DocumentProfile.NOTES
    if content.state in _NOT_HELD and kind == ("notes" if notes else "protocol"):
        none = "inga minnesanteckningar" if notes else "inget protokoll"
        off = content.state is MeetingState.CANCELLED
        said = f"Mötet är {'inställt' if off else 'inte öppnat'}, och då finns det {none}"
        return f"{said}." if off else f"{said} än. Öppna mötet först."
    if notes and kind == "protocol":
        return f"{content.forum.name} för minnesanteckningar, inte protokoll. Välj minnesanteckningar."
    if kind == "notes":
        return f"{content.forum.name} för protokoll, inte minnesanteckningar. Välj protokoll."
    if kind == "attendance":
        where = "anteckningarna" if notes else "protokollet"
        return f"Mötet är avslutat. Närvarolistan skrivs ut före mötet; vilka som var med står i {where}."
    if kind == "decisions" and notes:
        return f"{content.forum.name} för minnesanteckningar och fattar inga beslut. Välj åtgärdslistan."
    if kind in ("decisions", "actions"):
        what = "antecknat något beslut" if kind == "decisions" else "gett någon åtgärd"
        return f"Mötet har inte {what}, och då finns det inget att lista."
    return "Dokumentet finns inte för det här mötet. Välj kallelse, dagordning eller protokoll."
