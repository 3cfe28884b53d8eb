"""Minutes: taking up items in turn, their §, and their text with autosave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bra_desktop.domain.content_builder import forum_content
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import MeetingState, Numbering
from bra_desktop.domain.meeting import Action, AgendaItem, Decision, Meeting
from bra_desktop.domain.meeting_clock import moment_of
from bra_desktop.domain.numbering import STRUCK_TEXT, Series, series_name
from bra_desktop.domain.protocol import KeptDocument
from bra_desktop.domain.register import Forum, NumberSeries
from bra_desktop.domain.swedish import section
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.changing import is_locked, item_to_change, meeting_to_change
from bra_desktop.services.live.meeting_times import check_has_been, is_backwards
from bra_desktop.services.meeting_views import PUBLIC, SENT
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.carrying import take_back_late
from bra_desktop.services.preparing.following import follow_passages
from bra_desktop.services.preparing.repeats import follow_repeats
from bra_desktop.services.wording import check_text
from bra_desktop.storage.failures import Stale
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import items_going_on
from bra_desktop.storage.work import Work

TYPING = "Skriv text"
"""The use case of everything that is typed in an item, in the history."""
# What was forgotten at the meeting can be put in order until the protocol is locked.
_MAY_TAKE_UP = (MeetingState.IN_PROGRESS, MeetingState.DRAFT, MeetingState.REVIEW)


def take_up(office: Office, item_id: str, at: time | None = None) -> ChangeSet | None:
    """Take up an item: it gets its § the first time, and the one before it is closed.

    Going back to an item changes no number and no time. Raises RuleBroken when the meeting is not running, and for
    an item that has not been taken up while the meeting is adjourned.
    """
    with office.work("Ta upp ärende") as work:
        item = item_to_change(work, item_id)
        meeting = work.get(Meeting, item.meeting_id)
        if meeting.state not in _MAY_TAKE_UP:
            raise RuleBroken("Mötet har inte öppnats. Öppna mötet innan ärenden tas upp.", where=meeting.ref)
        now = at or office.time_now()
        if item.opened_at is None:
            _refuse_in_break(meeting)
            for other in items_going_on(work.session, meeting.id):
                if not is_locked(work, other):
                    other.closed_at = now
            item.opened_at = now
            if not item.struck:
                _number(work, meeting, item)
            take_back_late(work, item)
        meeting.current_item_id = item.id
        return work.commit()


def _refuse_in_break(meeting: Meeting) -> None:
    began = next((pause.from_time for pause in meeting.adjournments if pause.to_time is None), None)
    if began is not None and meeting.state is MeetingState.IN_PROGRESS:
        raise RuleBroken(
            f"Mötet är ajournerat sedan kl. {began:%H.%M}. Återuppta det innan ett nytt ärende tas upp.",
            where="meeting/adjournments",
        )


def strike(office: Office, item_id: str) -> ChangeSet | None:
    """Strike an item: it keeps the § it has, with the words that it is dropped.

    Raises RuleBroken where something was decided, since the protocol tells nothing else of a struck item.
    """
    with office.work("Stryk punkt") as work:
        item = item_to_change(work, item_id)
        if _is_decided(work, item):
            raise RuleBroken(
                f"{_what(item)} kan inte utgå, eftersom något är beslutat där. Ta bort beslutet först.",
                where=f"item/{item.id}/decisions",
            )
        item.struck = True
        take_back_late(work, item)
        return work.commit()


def restore(office: Office, item_id: str) -> ChangeSet | None:
    """Take back a striking."""
    with office.work("Återta struken punkt") as work:
        item_to_change(work, item_id).struck = False
        return work.commit()


def give_back_number(office: Office, item_id: str) -> ChangeSet | None:
    """Undo the taking up of an item; its text stays, and the item that it ended goes on.

    Raises RuleBroken if something was decided there, if its § was not the last or if it has been handed out.
    """
    with office.work("Ta tillbaka paragraf") as work:
        item = item_to_change(work, item_id)
        meeting = work.get(Meeting, item.meeting_id)
        _refuse_decided(work, item)
        if item.paragraph is not None:
            kept = _series(work, meeting)
            papers = work.all(KeptDocument, meeting_id=meeting.id)
            handed_out = any(d.recipient and d.kind.removesuffix(PUBLIC) not in SENT for d in papers)
            before = Series(kept.next_number, kept.given).take_back(item.paragraph, seen_outside=handed_out)
            kept.next_number, item.paragraph = before.next_number, None
        ended = [o for o in work.all(AgendaItem, meeting_id=meeting.id) if o.id != item.id and _ended_by(work, o, item)]
        # Clocks know minutes: of several that ended in that minute it is the one that had been taken up last.
        begins = meeting.opened_at or meeting.starts
        for other in sorted(ended, key=lambda o: (moment_of(begins, o.opened_at or begins), o.paragraph or 0))[-1:]:
            other.closed_at, meeting.current_item_id = None, other.id
        item.opened_at = item.closed_at = None
        return work.commit()


def _refuse_decided(work: Work, item: AgendaItem) -> None:
    decided = _is_decided(work, item)
    if decided or work.all(Action, item_id=item.id):
        strike = "" if decided else f", eller stryk ärendet; då står ”{STRUCK_TEXT}” under numret"
        raise RuleBroken(
            f"{_what(item)} kan inte tas tillbaka, eftersom något är beslutat där. Ta bort det först{strike}."
        )


def _is_decided(work: Work, item: AgendaItem) -> bool:
    return bool(work.all(Decision, item_id=item.id) or item.votes or item.reservations)


def _what(item: AgendaItem) -> str:
    return section(item.paragraph) if item.paragraph is not None else item.title


def _ended_by(work: Work, other: AgendaItem, item: AgendaItem) -> bool:
    """Whether the item may have ended the other one by being taken up."""
    ended = item.closed_at is None and other.closed_at is not None and other.closed_at == item.opened_at
    return ended and not is_locked(work, other)


def save_text(
    office: Office, item_id: str, text: TextDocument, revision: int | None = None, field: str = "text"
) -> int:
    """Save what has been typed in an item; answers the item's new revision.

    ``field`` is text, basis or proposition. Raises UserError for a character that cannot be kept, RuleBroken when
    the item is locked, Stale when somebody else has changed it since ``revision``.
    """
    if field not in ("text", "basis", "proposition"):
        raise ValueError(field)
    check_text(text)
    with office.work(TYPING) as work:
        item = item_to_change(work, item_id, revision)
        before = getattr(item, field)
        setattr(item, field, text)
        if field == "basis":
            follow_passages(work, item, before)
        follow_repeats(work, item, before, text)
        work.commit()
    return item.revision


@dataclass(frozen=True)
class Typed:
    """What became of typed text: the item's new revision, and a text of somebody else's that it took the place of."""

    revision: int
    replaced: TextDocument | None = None


def save_typed(
    office: Office,
    item_id: str,
    text: TextDocument,
    before: TextDocument,
    revision: int | None = None,
    field: str = "text",
) -> Typed:
    """Save what has been typed over ``before``, whatever else of the item has changed since ``revision``.

    A vote or a clock time entered in the meantime is no conflict: only another text is. That text is answered and
    stays in the history; what was typed is never refused for its sake. Raises as :func:`save_text` but for Stale.
    """
    try:
        return Typed(save_text(office, item_id, text, revision, field))
    except Stale:
        with office.work(TYPING) as work:
            there: TextDocument = getattr(item_to_change(work, item_id), field)
        # A text without words is stored as no text at all, however many empty lines were typed in it.
        known = there in (before, text) or not (there or before)
        return Typed(save_text(office, item_id, text, None, field), None if known else there)


def set_clock(
    office: Office, item_id: str, opened_at: time | None = None, closed_at: time | None = None
) -> ChangeSet | None:
    """Correct when an item was taken up or ended. The one that it ended by being taken up ends then, too.

    Raises UserError for an item that would end before it begins, and for a time that is yet to come.
    """
    with office.work("Rätta klockslag") as work:
        item = item_to_change(work, item_id)
        meeting = work.get(Meeting, item.meeting_id)
        given = [at for at in (opened_at, closed_at) if at not in (item.opened_at, item.closed_at)]
        check_has_been(office, work, meeting, given, item.title)
        if opened_at is not None and item.opened_at not in (None, opened_at):
            _end_before(work, item, opened_at)
        item.opened_at = opened_at or item.opened_at
        item.closed_at = closed_at or item.closed_at
        if is_backwards(meeting, item.opened_at, item.closed_at):
            raise UserError("Ärendet slutar innan det börjar. Ändra ett av klockslagen.", where=item.title)
        return work.commit()


def _end_before(work: Work, item: AgendaItem, at: time) -> None:
    meeting = work.get(Meeting, item.meeting_id)
    for other in work.all(AgendaItem, meeting_id=meeting.id):
        earlier = other.id != item.id and (other.paragraph or 0) <= (item.paragraph or 0)
        ended = earlier and other.closed_at == item.opened_at
        if ended and not is_locked(work, other) and not is_backwards(meeting, other.opened_at, at):
            other.closed_at = at


def remember_place(office: Office, ref: str, item_id: str) -> ChangeSet | None:
    """Remember which item is shown, so that the next start opens it."""
    with office.work("Byt ärende") as work:
        meeting = meeting_to_change(work, ref)
        meeting.current_item_id = item_id
        return work.commit()


def _number(work: Work, meeting: Meeting, item: AgendaItem) -> None:
    forum = work.get(Forum, meeting.forum_id)
    if item.paragraph is not None or forum.numbering is Numbering.NONE:
        return
    kept = _series(work, meeting)
    item.paragraph, after = Series(kept.next_number, kept.given).give()
    kept.next_number, kept.given = after.next_number, after.given


def _series(work: Work, meeting: Meeting) -> NumberSeries:
    forum = work.get(Forum, meeting.forum_id)
    name = series_name(forum.id, forum_content(forum), meeting.day, meeting.ref)
    kept = work.find(NumberSeries, name)
    if kept is None:
        starts = forum.numbering is Numbering.PER_YEAR and forum.series_start_year in (None, meeting.day.year)
        kept = NumberSeries(id=name, next_number=forum.series_start if starts else 1)
        work.add(kept)
    return kept


def advance_series(work: Work, meeting: Meeting, used: int) -> None:
    """Let the meeting's series go on after a number that came in from outside (a meeting file)."""
    if work.get(Forum, meeting.forum_id).numbering is Numbering.NONE:
        return
    kept = _series(work, meeting)
    kept.next_number, kept.given = max(kept.next_number, used + 1), True
