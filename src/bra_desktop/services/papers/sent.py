"""Papers that were sent or handed out: kept as they were, with what they were made of, and read again as kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bra_desktop.domain.canonical import canonical_json, from_plain
from bra_desktop.domain.confidentiality import withheld
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.echoes import echoes_of
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services.meeting_views import MADE_OF, PUBLIC, SENT, DocumentRow, beside, document_rows
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.storage.queries.contents import find_meeting, reading_session
from bra_desktop.storage.work import Work
from bra_desktop.system.clock import local

NOTICE, SUPPLEMENT = "notice", "supplement"
KEPT = "kept/"
"""With this before its id a kept paper is asked for as other papers are by their kind."""
TO = "De kallade"
_MARKED = "sekretess"


@dataclass(frozen=True)
class KeptPaper:
    """A paper as it was kept. ``number`` is a supplement's; ``public``: as it went out, without what is confidential.

    ``marked``: it holds what was marked as confidential when it was sent. ``key`` is what it is asked for by,
    ``called`` the forum's word for such a paper.
    """

    key: str
    kind: str
    made_on: date
    number: int
    public: bool
    marked: bool
    row: DocumentRow
    called: str = ""

    @property
    def name(self) -> str:
        """What it is called: Komplettering 1."""
        number = f" {self.number}" if self.number else ""
        return f"{self.called or documents.KIND_WORDS[self.kind]}{number}{', offentlig version' if self.public else ''}"

    @property
    def words(self) -> str:
        """As it stands in a choice: Komplettering 1, 20 november. Of an extract, the name that it was given.

        The day is the one on which it was made to be sent: nobody tells the program when it has been.
        """
        if self.kind not in SENT:
            return self.row.file_name.removesuffix(".pdf")
        return f"{self.name}, {day_and_month(self.made_on)}"


@dataclass(frozen=True)
class SentDocument(MadeDocument):
    """A document as it was kept, not made now. ``changed``: the meeting's agenda, time or place is another since."""

    sent_on: date
    changed: bool


def kept_papers(rows: Sequence[DocumentRow], content: MeetingContent | None = None) -> tuple[KeptPaper, ...]:
    """The papers that were kept of a meeting, in their order. The key of the latest notice is its kind.

    ``content`` is the meeting, whose forum may have a word of its own for the notice.
    """
    word = documents.kind_word(content, NOTICE) if content else ""
    there = {row.id for row in rows}
    latest = next((row.id for row in reversed(rows) if row.kind == NOTICE), "")
    numbers = {row.id: n for n, row in enumerate((row for row in rows if row.kind == SUPPLEMENT), 1)}
    numbers |= {beside(key, PUBLIC): number for key, number in numbers.items()}
    return tuple(
        KeptPaper(
            key=NOTICE if row.id == latest else f"{KEPT}{row.id}",
            kind=row.kind.removesuffix(PUBLIC),
            made_on=local(row.made_at).date(),
            number=numbers.get(row.id, 0),
            public=row.kind.endswith(PUBLIC),
            marked=beside(row.id, PUBLIC) in there,
            row=row,
            called=word if row.kind.removesuffix(PUBLIC) == NOTICE else "",
        )
        for row in rows
    )


def kept_paper(office: Office, ref: str, key: str) -> KeptPaper | None:
    """The paper of that key; None for a notice that was not made here. Raises NoSuchMeeting, UserError for another."""
    with office.database.reading() as connection, reading_session(connection) as session:
        rows = document_rows(session, find_meeting(session, ref).id)
    found = next((paper for paper in kept_papers(rows) if paper.key == key), None)
    if found is None and key.startswith(KEPT):
        raise UserError("Det dokumentet finns inte bland det som är sparat på mötet.", where=ref)
    return found


def public_of(office: Office, ref: str, paper: KeptPaper) -> KeptPaper:
    """The same paper as it went to the called, without what was marked as confidential when it was sent."""
    public = kept_paper(office, ref, f"{KEPT}{beside(paper.row.id, PUBLIC)}") if paper.marked else None
    return public or paper


def keep_sent(
    office: Office,
    work: Work,
    meeting: Meeting,
    content: MeetingContent,
    made: MadeDocument,
    public: MadeDocument | None,
) -> None:
    """Keep what is sent to the called with what it was made of, and what went out where that is without something."""
    kept = documents.keep(office, work, meeting, made, recipient=TO)
    if public is not None:
        apart = MadeDocument(made.kind + PUBLIC, f"{made.file_name.removesuffix('.pdf')} offentlig.pdf", public.content)
        documents.keep(office, work, meeting, apart, TO, beside(kept, PUBLIC))
    source = MadeDocument(MADE_OF, f"{made.file_name}.json", canonical_json(content).encode("utf-8"))
    documents.keep(office, work, meeting, source, key=beside(kept, MADE_OF))


def made_of(office: Office, paper: KeptPaper) -> MeetingContent | None:
    """The meeting as it was when the paper was made; None where that was not kept."""
    if not paper.row.content:
        return None
    return from_plain(MeetingContent, json.loads(office.database.attachments.read(paper.row.content)))


def marked_since(then: MeetingContent, now: MeetingContent) -> MeetingContent:
    """The meeting as it was, with what has been marked as confidential since, and without what it repeats of that: it
    may go out no more.
    """
    hidden = withheld(now) - withheld(then)
    grounds = {item.key: item.confidential for item in now.items} | {a.key: a.confidential for a in now.annexes}

    def ground(key: str, before: str) -> str:
        """Where only a passage is marked, all of it goes: what it was then can't be told from it."""
        return grounds.get(key) or _MARKED if key in hidden else before

    marked = replace(
        then,
        items=tuple(replace(i, confidential=ground(i.key, i.confidential)) for i in then.items),
        annexes=tuple(replace(a, confidential=ground(a.key, a.confidential)) for a in then.annexes),
    )
    told: MeetingContent = echoes_of(now).removed_from(marked)
    return told


def has_changed(then: MeetingContent, now: MeetingContent) -> bool:
    """Whether the agenda, its annexes, the time or the place is another now."""
    from bra_desktop.documents import notice

    return then.date != now.date or notice.agenda(then).blocks != notice.agenda(now).blocks


def as_kept(office: Office, ref: str, key: str) -> SentDocument | None:
    """The document as it was kept; None for a notice that was not made here. Raises as :func:`kept_paper`."""
    paper = kept_paper(office, ref, key)
    if paper is None:
        return None
    then = made_of(office, paper) if paper.kind in SENT else None
    changed = then is not None and has_changed(then, office.content(ref))
    content = office.database.attachments.read(paper.row.digest)
    return SentDocument(key, paper.row.file_name, content, paper.made_on, changed)
