"""Mails about a meeting, as drafts that somebody reads over and sends, and the meeting as a calendar file.

Nothing that is marked as confidential leaves in a mail: its text and the papers with it are the public versions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import MeetingContent, PersonContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.headings import notice_in_text
from bra_desktop.domain.kinds import Duty, MeetingState, Role
from bra_desktop.domain.officers import named
from bra_desktop.domain.swedish import capital_first
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services import undoing
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents, sent
from bra_desktop.services.papers.annex_files import left_words, mailed
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.papers.papers import composed_as_sent
from bra_desktop.services.papers.sent import KeptPaper
from bra_desktop.services.preparing import notice, supplements
from bra_desktop.services.undoing import Happened

if TYPE_CHECKING:
    from bra_desktop.documents.letters import Along, Letter
    from bra_desktop.exchange.calendar_file import CalendarEntry
    from bra_desktop.exchange.mail_draft import Attached

PDF, _CALENDAR = "application/pdf", "text/calendar"
_MOVED = frozenset({"day", "starts", "ends", "place", "state"})
MAIL_WORDS = {
    "notice_mail": "Kallelsen i e-post",
    "cancelled_mail": "Inställt i e-post",
    "decided_mail": "Det här beslutades i e-post",
}


def mail_words(content: MeetingContent, kind: str) -> str:
    """What such a mail of the meeting is called in a choice."""
    word = capital_first(notice_in_text(content.forum))
    return MAIL_WORDS[kind] if kind != "notice_mail" else f"{word} i e-post"


@dataclass(frozen=True)
class Mail:
    """The draft as a file, and the names of those it is meant for who have no address in the register."""

    draft: MadeDocument
    without_address: tuple[str, ...]
    remark: str = ""
    """What is worth knowing before it is sent, as a sentence."""


def mail_kinds(content: MeetingContent) -> tuple[str, ...]:
    """The mails that can be written of the meeting now: keys of MAIL_WORDS."""
    match content.state:
        case MeetingState.CALLED:
            return ("notice_mail",)
        case MeetingState.CANCELLED:
            return ("cancelled_mail",) if content.notice.sent_on else ()
        case MeetingState.PLANNED | MeetingState.IN_PROGRESS:
            return ()
    return ("decided_mail",) if any(item.decisions or item.actions for item in content.items) else ()


def make_mail(office: Office, ref: str, kind: str) -> Mail:
    """Write the mail. Raises NoSuchMeeting, or RuleBroken for one that the meeting as it stands has no use for."""
    from bra_desktop.documents import letters

    content = office.content(ref)
    if kind not in mail_kinds(content):
        raise RuleBroken(_NO_USE[kind], where=content.ref)
    match kind:
        case "notice_mail":
            return _notice_mail(office, content)
        case "cancelled_mail":
            return _mail(content, "Inställt", letters.cancelled_letter(content), [_calendar(office, content)])
        case _:
            return _mail(content, letters.decided_words(content), letters.decided_letter(content), ())


def mail_of_meeting(office: Office, ref: str) -> Mail:
    """The mail that there is use for as the meeting stands. Raises NoSuchMeeting, or RuleBroken when there is none."""
    kinds = mail_kinds(office.content(ref))
    return make_mail(office, ref, kinds[0] if kinds else "notice_mail")


def send_supplement_mail(office: Office, ref: str) -> Mail:
    """Write the mail of the next supplement and keep the supplement, as :func:`supplements.send_supplement`."""
    from bra_desktop.documents import letters

    content = office.content(ref)
    news, number = supplements.news_of(office, content)
    along, annexes = mailed(office, content, news.annexes)
    letter = letters.supplement_letter(content, news, number, along=along)
    papers = [file_of(supplements.make_supplement(office, ref, public=True), PDF), *annexes]
    if news.before:
        papers.append(_calendar(office, content))
    supplements.send_supplement(office, ref)
    return _with_remark(_mail(content, f"Komplettering {number}", letter, papers), along)


def mail_sent_supplement(office: Office, ref: str, key: str) -> Mail:
    """Write the mail of a supplement that was sent, again: it and the words of the mail are as they were sent.

    Raises NoSuchMeeting, UserError for a key that no kept supplement has, RuleBroken once the meeting is not called.
    """
    from bra_desktop.documents import letters
    from bra_desktop.documents.supplement import public_news

    content = office.content(ref)
    if content.state is not MeetingState.CALLED:
        raise RuleBroken(_NO_USE["notice_mail"], where=content.ref)
    paper = sent.kept_paper(office, ref, key)
    then = sent.made_of(office, paper) if paper else None
    if paper is None or then is None:
        raise RuleBroken("Det dokumentet finns som pdf. Spara den, så kan den bifogas i ett brev.", where=content.ref)
    told = sent.marked_since(then, content)
    news, number = supplements.sent_news(office, ref, paper, told)
    along, annexes = mailed(office, content, news.annexes)
    files = [file_of(_for_mail(office, content, paper, told), PDF), *annexes]
    if news.before:
        files.append(_calendar(office, content))
    again = _again("Kompletteringen", paper, then, content)
    letter = letters.supplement_letter(told, public_news(content, news), number, again, along)
    return _with_remark(_mail(content, f"Komplettering {number}", letter, files), along)


def make_calendar_file(office: Office, ref: str) -> MadeDocument:
    """The meeting as a calendar file. Raises NoSuchMeeting."""
    from bra_desktop.exchange.calendar_file import write_calendar

    content = office.content(ref)
    moves = [row for row in undoing.meeting_history(office, content.ref) if _moves(row)]
    return MadeDocument("calendar", calendar_name(content), write_calendar(_entry(content, moves)))


def calendar_name(content: MeetingContent) -> str:
    """The calendar file's name: Möte BRÅ 2026-12-03.ics."""
    return _name(content, "Möte ", ".ics")


_NO_USE = {
    "notice_mail": "Kallelsen är inte skapad. Skapa den på mötets sida, så kan den skickas med e-post.",
    "cancelled_mail": "Mötet är inte inställt, eller ingen har kallats till det, så det finns inget att berätta.",
    "decided_mail": "Mötet är inte avslutat, eller har inga beslut och åtgärder att berätta om.",
}


def _notice_mail(office: Office, content: MeetingContent) -> Mail:
    """With the notice as it was sent; one that was not made here goes as the meeting stands."""
    from bra_desktop.documents import letters

    paper = sent.kept_paper(office, content.ref, sent.NOTICE)
    then = sent.made_of(office, paper) if paper else None
    told = content if then is None else sent.marked_since(then, content)
    again, remark = "", ""
    if paper is not None and then is not None and sent.has_changed(then, content):
        name = capital_first(notice_in_text(told.forum))
        again = _again(name, paper, then, content)
        remark = f"{name} följer med som den skickades {day_and_month(paper.made_on)}."
    along, annexes = mailed(office, content, [annex.key for annex in public_version(told).annexes])
    letter = letters.notice_letter(told, again, along)
    files = [file_of(_for_mail(office, content, paper, told), PDF), _calendar(office, content), *annexes]
    return _with_remark(_mail(content, documents.kind_word(told, "notice"), letter, files), along, remark)


def _with_remark(mail: Mail, along: Along, remark: str = "") -> Mail:
    return replace(mail, remark=" ".join(filter(None, (remark, left_words(along)))))


def _again(said: str, paper: KeptPaper, then: MeetingContent, now: MeetingContent) -> str:
    from bra_desktop.documents import letters
    from bra_desktop.documents.supplement import Before

    before = Before(then.date, then.starts, then.ends, then.place)
    return letters.sent_again(said, paper.made_on, now, before)


def _for_mail(office: Office, content: MeetingContent, paper: KeptPaper | None, told: MeetingContent) -> MadeDocument:
    """The paper as it was sent, without what was marked as confidential then, or has been marked since.

    ``told`` is the meeting as it was then, with the marks that it has now.
    """
    marked = bool(page_words(told, public=True))
    if paper is None:
        return notice.composed_notice(office, told, public=marked).as_pdf()
    then = sent.made_of(office, paper)
    if then is not None and public_version(told) != public_version(then):
        return composed_as_sent(office, content.ref, paper, told, public=True).as_pdf()
    if then is None and marked:
        return notice.composed_notice(office, told, public=True).as_pdf()
    public = sent.public_of(office, content.ref, paper)
    return MadeDocument(paper.kind, paper.row.file_name, office.database.attachments.read(public.row.digest))


def _moves(row: Happened) -> bool:
    """Whether it planned the meeting, moved it or cancelled it."""
    return row.table == "meeting" and (row.kind == "insert" or bool(_MOVED & set(row.columns)))


def _entry(content: MeetingContent, moves: Sequence[Happened]) -> CalendarEntry:
    """``moves`` are those of its history, newest first; the first of all is that it was planned."""
    from bra_desktop.documents.letters import agenda_words
    from bra_desktop.exchange.calendar_file import CalendarEntry

    starts = datetime.combine(content.date, content.starts)
    ends = datetime.combine(content.date, content.ends) if content.ends else None
    sender, shown = _sender(content), public_version(content)
    return CalendarEntry(
        uid=content.key,
        sequence=len(moves) - 1,
        changed_at=moves[0].at,
        title=shown.title or shown.forum.name,
        starts=starts,
        ends=ends + timedelta(days=1) if ends and ends <= starts else ends,
        place=shown.place,
        text=agenda_words(shown),
        organizer=(sender.name, sender.email) if sender else ("", ""),
        cancelled=content.state is MeetingState.CANCELLED,
    )


def _calendar(office: Office, content: MeetingContent) -> Attached:
    from bra_desktop.exchange.calendar_file import method

    cancelled = content.state is MeetingState.CANCELLED
    return file_of(make_calendar_file(office, content.ref), _CALENDAR, charset="utf-8", method=method(cancelled))


def file_of(made: MadeDocument, kind: str, **told: str) -> Attached:
    """The file as it goes with a draft; ``told`` is what a mail program is told of its ``kind``."""
    from bra_desktop.exchange.mail_draft import Attached

    return Attached(made.file_name, made.content, kind, tuple(told.items()))


def _mail(content: MeetingContent, begins: str, letter: Letter, papers: Iterable[Attached]) -> Mail:
    """``begins`` is the first words of the file's name."""
    meant = [content.person(participant.person) for participant in content.participants]
    decided = content.state not in (MeetingState.CALLED, MeetingState.CANCELLED)
    told = public_version(content).items if decided else ()  # a contact would tell whom a withheld item is about
    contacts = [content.person(action.contact) for item in told for action in item.actions if action.contact]
    people = dict.fromkeys((*meant, *contacts))
    sender = _sender(content)
    addressees = [(p.name, p.email) for p in people if p != sender]
    return draft_of(content, _name(content, f"{begins} ", ".eml"), letter, papers, addressees)


def draft_of(
    content: MeetingContent,
    name: str,
    letter: Letter,
    papers: Iterable[Attached],
    addressees: Sequence[tuple[str, str]],
    unseen: Collection[str] = (),
) -> Mail:
    """The draft of a letter; ``addressees`` are names with addresses, which may be empty.

    Those of the names that are ``unseen`` get it without the others being told.
    """
    from bra_desktop.exchange.mail_draft import Addressee, MailDraft, write_draft

    sender = _sender(content)
    seen, hidden = (
        tuple(Addressee(name, email) for name, email in addressees if email and (name in unseen) is apart)
        for apart in (False, True)
    )
    draft = MailDraft(
        seen,
        letter.subject,
        letter.text,
        tuple(papers),
        Addressee(sender.name, sender.email) if sender and sender.email else None,
        hidden,
    )
    without = tuple(name for name, email in addressees if not email)
    return Mail(MadeDocument("mail", name, write_draft(draft)), without)


def _sender(content: MeetingContent) -> PersonContent | None:
    """The one who keeps the minutes, else the secretary."""
    keys = [o.person for o in named(content, Duty.MINUTES)]
    keys += [p.person for p in content.participants if p.role is Role.SECRETARY]
    return content.person(keys[0]) if keys else None


def _name(content: MeetingContent, begins: str, suffix: str) -> str:
    return f"{begins}{documents.forum_in_file_name(content)} {content.date.isoformat()}{suffix}"
