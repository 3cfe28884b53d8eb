"""Pictures that a meeting file points at."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.text import Image
from bra_desktop.services.office import Office
from bra_desktop.storage.attachments import StoredFile
from bra_desktop.storage.queries.contents import reading_session


def refuse_unknown_pictures(office: Office, content: MeetingContent) -> None:
    """A meeting file carries no pictures, so it can only point at those that are kept here.

    Raises UserError for another one.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        kept = {file.id for file in session.query(StoredFile)}
    for item in content.items:
        for text in (item.basis, item.text, item.proposition):
            if any(isinstance(block, Image) and block.digest not in kept for block in text.blocks):
                raise UserError(
                    f"{item.title} har en bild som inte finns här. Ta bort den ur filen, läs in igen och lägg till "
                    "bilden i programmet. Inget har ändrats.",
                    where=item.title,
                )
