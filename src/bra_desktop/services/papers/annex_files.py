"""Which annexes go out as files with a paper or a mail: none that the public version lacks, and while there is room."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import AnnexContent, MeetingContent
from bra_desktop.domain.struck import without_annexes_of_struck
from bra_desktop.domain.swedish import listing
from bra_desktop.services.office import Office

if TYPE_CHECKING:
    from bra_desktop.documents.letters import Along
    from bra_desktop.exchange.mail_draft import Attached

MOST_ALONG = 10 * 1024 * 1024
"""Bytes of annexes that go with one mail: a mail program makes them a third larger, and many take 20 MB at most."""

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


@dataclass(frozen=True)
class Outgoing:
    """An annex with the name that its file goes out under and its media type; ``fits`` where there is room for it."""

    annex: AnnexContent
    name: str
    kind: str
    fits: bool


def outgoing(content: MeetingContent, most: int, only: Collection[str] | None = None) -> Iterator[Outgoing]:
    """The annexes (``only`` those keys) that have a file and are public, in their order, ``most`` bytes in all.

    None goes out that belongs to items that were struck alone.
    """
    room, names = most, set[str]()
    for place, annex in enumerate(public_version(without_annexes_of_struck(content), content).annexes, 1):
        if not annex.digest or (only is not None and annex.key not in only):
            continue
        fits = annex.size <= room
        room -= annex.size if fits else 0
        number = annex.number if annex.number is not None else f"utan nummer {place}"
        name = f"Bilaga {number} {annex.file_name}".strip()
        name = name if name not in names else f"{place} {name}"
        names.add(name)
        suffix = annex.file_name.rpartition(".")[2].lower()
        yield Outgoing(annex, name, _KINDS.get(suffix, "application/octet-stream"), fits)


def mailed(office: Office, content: MeetingContent, only: Collection[str]) -> tuple[Along, list[Attached]]:
    """The files of the annexes (keys) for a mail, as they are now, and what it says of them.

    What has been taken away or marked as confidential since goes in no mail. Raises AttachmentMissing.
    """
    from bra_desktop.documents.letters import Along
    from bra_desktop.exchange.mail_draft import Attached

    found = list(outgoing(content, MOST_ALONG, only))
    read = office.database.attachments.read
    files = [Attached(one.name, read(one.annex.digest), one.kind) for one in found if one.fits]
    return Along(bool(files), tuple(one.annex.title for one in found if not one.fits)), files


def left_words(along: Along) -> str:
    """What is worth knowing before the mail is sent: which annexes did not find room, and how much there is."""
    if not along.left:
        return ""
    size = f"tillsammans högst {MOST_ALONG // 1024 // 1024} MB handlingar"
    return f"{listing(along.left)} ryms inte i brevet ({size}) och lämnas ut på annat sätt."
