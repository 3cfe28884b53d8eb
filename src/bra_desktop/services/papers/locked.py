"""The paper that is locked, and what lies inside it where that is chosen: the meeting and its annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.struck import with_annexes_of_the_protocol
from bra_desktop.services.meeting_file.inside import as_inside
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.annex_files import outgoing
from bra_desktop.services.papers.apart import as_adjusted

if TYPE_CHECKING:
    from bra_desktop.documents.pdf.pdfa import EmbeddedFile

MOST_INSIDE = 25 * 1024 * 1024
"""Bytes of annexes that go inside one paper, which has to be opened, signed and mailed; others are kept beside it."""


def render_to_lock(office: Office, content: MeetingContent, kind: str) -> bytes:
    """The protocol or the notes that are locked: as any paper, or as PDF/A-3a with the meeting inside.

    Raises AttachmentMissing when an annex that is to lie inside is gone.
    """
    assets = documents.assets_of(office, content)
    shown = as_adjusted(office, content)
    if not assets.with_meeting_file:
        return documents.render(shown, kind, assets)
    from bra_desktop.documents.pdf import pdf
    from bra_desktop.documents.pdf.pdfa import EmbeddedFile
    from bra_desktop.exchange import meeting_file

    said = "Mötet som fil: det som protokollet är gjort av, utan kontaktuppgifter"
    meeting = EmbeddedFile(f"{content.ref}.json", meeting_file.write(as_inside(content)), "application/json", said)
    return pdf.render(documents.compose(shown, kind, assets), (meeting, *_annexes(office, content)))


def words_of(office: Office, content: MeetingContent, kind: str, only: str = "") -> bytes:
    """What the paper that is locked says, as a file to make copies of it from. ``only`` is the one item in it."""
    from bra_desktop.documents import kept_blocks

    shown = content if only else as_adjusted(office, content)
    return kept_blocks.write(documents.compose(shown, kind, documents.assets_of(office, content), only))


def _annexes(office: Office, content: MeetingContent) -> Iterator[EmbeddedFile]:
    """The annexes' files in their order while there is room; none that the public version lacks."""
    from bra_desktop.documents.pdf.pdfa import EmbeddedFile

    for one in outgoing(with_annexes_of_the_protocol(content), MOST_INSIDE):
        if one.fits:
            inside = office.database.attachments.read(one.annex.digest)
            yield EmbeddedFile(one.name, inside, one.kind, one.annex.title, "Supplement")
