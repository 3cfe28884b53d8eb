"""How the municipality's papers look: its coat of arms."""

from __future__ import annotations

from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.register import Municipality
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet


def set_arms(office: Office, path: Path) -> ChangeSet | None:
    """Take a coat of arms from an SVG file. Raises UserError for what is no such picture."""
    refusal = UserError(f"{path.name} är ingen bild. Välj kommunens vapen som SVG.", where=path.name)
    try:
        svg = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise refusal from error
    from bra_desktop.documents.pdf_arms import read_arms

    try:
        read_arms(svg)
    except (ValueError, SyntaxError) as error:
        raise refusal from error
    stored = office.database.attachments.keep_bytes(svg.encode("utf-8"), path.name)
    with office.work("Kommunens vapen") as work:
        municipality = work.all(Municipality)[0]
        municipality.arms = work.keep(stored)
        return work.commit()
