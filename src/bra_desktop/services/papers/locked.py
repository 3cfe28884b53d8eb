"""The paper that is locked, and what lies inside it where that is chosen: the meeting and its annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import MeetingContent
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents

if TYPE_CHECKING:
    from bra_desktop.documents.pdf.pdfa import EmbeddedFile

MOST_INSIDE = 25 * 1024 * 1024
"""Bytes of annexes that go inside one paper, which has to be opened, signed and mailed; others are kept beside it."""
# Not asked of the machine, so that the same meeting gives the same file everywhere.
_KINDS = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def render_to_lock(office: Office, content: MeetingContent, kind: str) -> bytes:
    """The protocol or the notes that are locked: as any paper, or as PDF/A-3a with the meeting inside.

    Raises AttachmentMissing when an annex that is to lie inside is gone.
    """
    assets = documents.assets_of(office, content)
    if not assets.with_meeting_file:
        return documents.render(content, kind, assets)
    from bra_desktop.documents.pdf import pdf
    from bra_desktop.documents.pdf.pdfa import EmbeddedFile
    from bra_desktop.exchange import meeting_file

    said = "Mötet som fil: allt som protokollet är gjort av"
    meeting = EmbeddedFile(f"{content.ref}.json", meeting_file.write(content), "application/json", said)
    return pdf.render(documents.compose(content, kind, assets), (meeting, *_annexes(office, content)))


def words_of(office: Office, content: MeetingContent, kind: str, only: str = "") -> bytes:
    """What the paper that is locked says, as a file to make copies of it from. ``only`` is the one item in it."""
    from bra_desktop.documents import kept_blocks

    return kept_blocks.write(documents.compose(content, kind, documents.assets_of(office, content), only))


def _annexes(office: Office, content: MeetingContent) -> Iterator[EmbeddedFile]:
    """The annexes' files in their order while there is room; none that the public version lacks."""
    from bra_desktop.documents.pdf.pdfa import EmbeddedFile

    room, names = MOST_INSIDE, set[str]()
    for place, annex in enumerate(public_version(content).annexes, 1):
        if not annex.digest or annex.size > room:
            continue
        room -= annex.size
        number = annex.number if annex.number is not None else f"utan nummer {place}"
        name = f"Bilaga {number} {annex.file_name}".strip()
        name = name if name not in names else f"{place} {name}"
        names.add(name)
        suffix = annex.file_name.rpartition(".")[2].lower()
        inside = office.database.attachments.read(annex.digest)
        yield EmbeddedFile(name, inside, _KINDS.get(suffix, "application/octet-stream"), annex.title, "Supplement")
