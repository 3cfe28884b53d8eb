"""The lists beside a protocol that tell more than the meeting's content: how things stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bra_desktop.domain.content import MeetingContent
from bra_desktop.services import reading
from bra_desktop.services.office import Office

if TYPE_CHECKING:
    from bra_desktop.documents.blocks import Document


def action_list(office: Office, content: MeetingContent, arms: str) -> Document:
    """The meeting's actions as they stand today."""
    from bra_desktop.documents import action_list as paper

    known = {row.id: paper.Progress(row.status, row.due) for row in reading.actions(office)}
    return paper.action_list(content, day=office.today(), progress=known, arms=arms)
