"""Supplements to a notice: what is new since what was sent last, told by the ledger, and sent on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services import undoing
from bra_desktop.services.changing import meeting_to_change
from bra_desktop.services.meeting_views import SENT
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents, sent
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.services.papers.sent import KeptPaper
from bra_desktop.services.undoing import Happened

if TYPE_CHECKING:
    from bra_desktop.documents.supplement import Before, News

SUPPLEMENT = sent.SUPPLEMENT
_NEW_IN_AN_ANNEX = frozenset({"digest", "text", "later"})
_WHEN_AND_WHERE = ("day", "starts", "ends", "place")


def next_supplement(content: MeetingContent, happened: Sequence[Happened]) -> int:
    """The number of the supplement that what is new would go out in, 0 when there is nothing new to tell.

    ``happened`` is the meeting's history, newest first.
    """
    papers = [row for row in happened if _is_sent(row)]
    if content.state is not MeetingState.CALLED or not papers:
        return 0
    return _number(papers) if _news(content, _after(happened, papers)) else 0


def make_supplement(office: Office, ref: str, *, public: bool = False) -> MadeDocument:
    """The next supplement as it would be now, ``public`` without what is marked as confidential.

    Raises NoSuchMeeting, or RuleBroken when there is nothing new to tell.
    """
    return _made(office, office.content(ref), public=public)


def send_supplement(office: Office, ref: str) -> MadeDocument:
    """Make the supplement and keep it, so that the next one tells only what is new after it. Raises as above."""
    content = office.content(ref)
    whole, without = (composed_supplement(office, content, public=public) for public in (False, True))
    made = whole.as_pdf()
    public = without.as_pdf() if without.document != whole.document else None
    with office.work("Skapa komplettering") as work:
        meeting = meeting_to_change(work, content.ref)
        sent.keep_sent(office, work, meeting, content, made, public)
        work.commit()
    return made


def news_of(office: Office, content: MeetingContent) -> tuple[News, int]:
    """What is new since what was sent last, and the number of the supplement that tells it.

    Raises RuleBroken when there is nothing new to tell, or nothing was sent.
    """
    if content.state is not MeetingState.CALLED:
        raise RuleBroken("En komplettering hör till ett möte som är kallat och inte har öppnats.", where=content.ref)
    happened = undoing.meeting_history(office, content.ref)
    papers = [row for row in happened if _is_sent(row)]
    if not papers:
        raise RuleBroken("Kallelsen är inte skapad här, så det går inte att se vad som är nytt.", where=content.ref)
    news, number = _news(content, _after(happened, papers)), _number(papers)
    if not news:
        raise RuleBroken("Inget är nytt sedan det som skickades senast: inga ärenden, handlingar, tider eller platser.")
    return news, number


def _made(office: Office, content: MeetingContent, *, public: bool = False) -> MadeDocument:
    return composed_supplement(office, content, public=public).as_pdf()


def composed_supplement(office: Office, content: MeetingContent, *, public: bool = False) -> Composed:
    """What the next supplement says. Raises as :func:`make_supplement`."""
    return _composed(office, content, news_of(office, content), office.today(), public=public)


def sent_supplement(
    office: Office, ref: str, paper: KeptPaper, then: MeetingContent, *, public: bool = False
) -> Composed:
    """What a supplement that was sent says, of the meeting as it was ``then``."""
    from bra_desktop.documents.supplement import public_news

    news, number = sent_news(office, ref, paper, then)
    told = public_news(office.content(ref), news) if public else news
    return _composed(office, then, (told, number), paper.made_on, public=public)


def sent_news(office: Office, ref: str, paper: KeptPaper, then: MeetingContent) -> tuple[News, int]:
    """What a supplement that was sent told of, and its number."""
    happened = undoing.meeting_history(office, ref)
    own = next(row.sequence for row in happened if row.row_id == paper.row.id and row.kind == "insert")
    before = next(row.sequence for row in happened if _is_sent(row) and row.sequence < own)
    return _news(then, [row for row in happened if before < row.sequence < own]), paper.number


def _composed(
    office: Office, content: MeetingContent, told: tuple[News, int], made_on: date, *, public: bool
) -> Composed:
    from bra_desktop.documents import supplement

    news, number = told
    assets = documents.assets_of(office, content)
    document = supplement.supplement(
        content, news, number, made_on=made_on, arms=assets.arms, pictures=assets.pictures, public=public,
    )  # fmt: skip
    name = f"{supplement.NAME} {number} {documents.forum_in_file_name(content)} {content.date.isoformat()}"
    return Composed(SUPPLEMENT, name, document, content)


def _news(content: MeetingContent, since: Sequence[Happened]) -> News:
    """What happened, newest first, as what is new to those who were called: what was undone again is not."""
    from bra_desktop.documents.supplement import News

    items = {row.row_id for row in since if row.table == "agenda_item" and row.kind == "insert"}
    annexes = {row.row_id for row in since if row.table == "annex" and _is_new(row)}
    there = {annex.key for annex in content.annexes if not annex.later} & annexes
    of_new_items = {key for item in content.items if item.key in items for key in item.annexes}
    named = {annex.key for annex in content.annexes if annex.later and annex.key in annexes & of_new_items}
    moved = [row for row in since if row.table == "meeting" and row.kind == "update"]
    return News(frozenset(items & {i.key for i in content.items}), frozenset(there | named), _before(content, moved))


def _number(papers: Sequence[Happened]) -> int:
    return sum(1 for row in papers if (row.after or {})["kind"] == SUPPLEMENT) + 1


def _after(happened: Sequence[Happened], papers: Sequence[Happened]) -> list[Happened]:
    """What happened after the latest that was sent."""
    return [row for row in happened if row.sequence > papers[0].sequence]


def _is_sent(row: Happened) -> bool:
    """Whether a notice or a supplement was kept, and not undone."""
    kept = row.table == "kept_document" and row.kind == "insert" and not row.undone
    return kept and (row.after or {}).get("kind") in SENT


def _is_new(row: Happened) -> bool:
    return row.kind == "insert" or (row.kind == "update" and bool(_NEW_IN_AN_ANNEX & set(row.columns)))


def _before(content: MeetingContent, moved: Iterable[Happened]) -> Before | None:
    """When and where it was to be before the first of the changes; None where that is as it is now."""
    from bra_desktop.documents.supplement import Before

    now = Before(content.date, content.starts, content.ends, content.place)
    was: dict[str, Any] = {}
    for row in moved:
        was |= {name: (row.before or {}).get(name) for name in _WHEN_AND_WHERE if name in row.columns}
    then = Before(
        date.fromisoformat(was["day"]) if was.get("day") else now.day,
        time.fromisoformat(was["starts"]) if was.get("starts") else now.starts,
        (time.fromisoformat(was["ends"]) if was["ends"] else None) if "ends" in was else now.ends,
        was.get("place", now.place) or "",
    )
    return then if then != now else None
