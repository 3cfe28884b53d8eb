"""The notice: written, made, kept and marked as sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bra_desktop.domain.guards import require
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.changing import meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.stepping import move
from bra_desktop.services.wording import check_text, check_words
from bra_desktop.storage.ledger import ChangeSet


def prepare_notice(
    office: Office, ref: str, text: TextDocument, reply_by: date | None = None, reply_to: str = ""
) -> ChangeSet | None:
    """Write the notice's words, and until when and to whom replies go."""
    check_text(text)
    check_words("Svarsadressen", "svar", reply_to)
    with office.work("Skriv kallelse") as work:
        meeting = meeting_to_change(work, ref)
        meeting.notice_text, meeting.reply_by, meeting.reply_to = text, reply_by, reply_to.strip()
        return work.commit()


def send_notice(office: Office, ref: str) -> documents.MadeDocument:
    """Make the notice, keep it, and mark the meeting as called today; answers the document to send.

    Raises RuleBroken with what is missing.
    """
    content = office.content(ref)
    require(content, MeetingState.CALLED)
    sent = replace(content, notice=replace(content.notice, sent_on=office.today()), state=MeetingState.CALLED)
    pdf = documents.render(sent, "notice", documents.assets_of(office, content))
    made = documents.MadeDocument("notice", documents.file_name(content, "notice"), pdf)
    with office.work("Skapa kallelsen") as work:
        meeting = work.get(Meeting, content.key)
        meeting.notice_sent_on = office.today()
        move(work, meeting, MeetingState.CALLED)
        documents.keep(office, work, meeting, made, recipient="De kallade")
        work.commit()
    return made
