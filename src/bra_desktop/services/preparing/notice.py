"""The notice: written, made, kept and marked as sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bra_desktop.domain.confidentiality import page_words
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.guards import require
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.changing import meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.sent import keep_sent
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
    made = composed_notice(office, sent).as_pdf()
    public = composed_notice(office, sent, public=True).as_pdf() if page_words(sent, public=True) else None
    with office.work("Skapa kallelsen") as work:
        meeting = work.get(Meeting, content.key)
        meeting.notice_sent_on = office.today()
        move(work, meeting, MeetingState.CALLED)
        keep_sent(office, work, meeting, sent, made, public)
        work.commit()
    return made


def composed_notice(office: Office, content: MeetingContent, *, public: bool = False) -> documents.Composed:
    """The notice of that content, ``public`` without what is marked as confidential."""
    from bra_desktop.documents import notice

    assets = documents.assets_of(office, content)
    document = notice.notice(content, arms=assets.arms, pictures=assets.pictures, public=public)
    name = documents.file_name(content, "notice").removesuffix(".pdf")
    return documents.Composed("notice", name, document, content)
