"""The lists beside a protocol that tell more than the meeting's content: how things stand now."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.services import reading
from bra_desktop.services.office import Office


def action_list(office: Office, content: MeetingContent, arms: str) -> bytes:
    """The meeting's actions as they stand today, as PDF/A-2a and PDF/UA-1."""
    from bra_desktop.documents import action_list as paper
    from bra_desktop.documents import pdf

    known = {row.id: paper.Progress(row.status, row.due) for row in reading.actions(office)}
    return pdf.render(paper.action_list(content, day=office.today(), progress=known, arms=arms))
