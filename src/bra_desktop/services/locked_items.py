"""What is changed around a § that is locked apart leaves alone what that § says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.lifecycle import (
    locked_adjuster_words,
    locked_around_words,
    locked_head_words,
    locked_part_words,
)
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.protocol import Signer
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.told_apart import adjusters_lost, changed_in_head, contradicts, replaced_for_a_reason, told
from bra_desktop.domain.told_on_paper import changed_on_paper
from bra_desktop.storage.queries.contents import (
    active_freeze,
    find_meeting,
    frozen_item_ids,
    living_content,
    parse_frozen,
    reading_session,
)
from bra_desktop.storage.recording import RowChange
from bra_desktop.storage.work import Work

_PEOPLE = frozenset({"participant", "officer"})
_TIMES = frozenset({"opened_at", "closed_at", "position", "struck"})
_HEAD = frozenset({"day", "place", "title", "registry_number", "closed_at", "adjournments"})
_PARTS = frozenset({"action", "annex"})


def hold(work: Work, meeting: Meeting) -> None:
    """Look, before this unit of work is saved, that no locked § of the meeting would say something else by it.

    What is saved then raises RuleBroken, and nothing has been changed.
    """
    work.before_saving(meeting.id, partial(_check, work, meeting.id))


def _check(work: Work, meeting_id: str, changes: Sequence[RowChange]) -> None:
    if not any(_is_about_what_it_says(one) for one in changes):
        return
    locked = frozen_item_ids(work.session, meeting_id)
    if not locked:
        return
    now = living_content(work.session, find_meeting(work.session, meeting_id))
    with work.database.reading() as connection, reading_session(connection) as session:
        before = living_content(session, find_meeting(session, meeting_id))
    for item_id in sorted(locked, key=lambda one: now.item(one).paragraph or 0):
        freeze = active_freeze(work.session, meeting_id, item_id)
        if freeze is None:
            continue
        locked_content, named = parse_frozen(freeze), in_sentence(now.forum, now.item(item_id))
        if what := changed_in_head(now, before, locked_content):
            raise RuleBroken(locked_head_words(what, named), where="meeting/day")
        if what := changed_on_paper(now, before, locked_content, item_id):
            raise RuleBroken(locked_part_words(what, named), where=named)
        if told(now, item_id) != told(before, item_id) and contradicts(now, locked_content, item_id):
            raise RuleBroken(locked_around_words(named), where="närvaro")
    _check_adjusters(work, now, before, sorted(locked, key=course(now).place))


def _check_adjusters(work: Work, now: MeetingContent, before: MeetingContent, locked: Sequence[str]) -> None:
    """Whom the paper of a locked § names as its adjusters goes on adjusting it. Of several §§ the last is told."""
    for item_id in reversed(locked):
        freeze = active_freeze(work.session, now.key, item_id)
        lost = adjusters_lost(now, before, parse_frozen(freeze), item_id) if freeze is not None else ()
        if freeze is None or not lost:
            continue
        signers = work.all(Signer, freeze_id=freeze.id)
        signed = any(one.person_id in lost and one.signed_at is not None for one in signers)
        if not signed and replaced_for_a_reason(now, before, item_id):
            continue
        names, what = listing(now.person(one).name for one in lost), in_sentence(now.forum, now.item(item_id))
        words = locked_adjuster_words(names, what, _following(now, item_id), signed=signed)
        raise RuleBroken(words, where="justerare")


def _following(content: MeetingContent, item_id: str) -> str:
    order = course(content).order
    after = order[order.index(item_id) + 1 :]
    numbered = [key for key in after[:1] if content.item(key).paragraph is not None]
    return in_sentence(content.forum, content.item(numbered[0])) if numbered else "nästa paragraf"


def _is_about_what_it_says(change: RowChange) -> bool:
    if change.table == "meeting" and change.kind == "update" and not _HEAD.isdisjoint(change.columns):
        return True
    if change.table == "agenda_item" or change.table == "meeting":
        return change.kind == "update" and not _TIMES.isdisjoint(change.columns)
    return change.table in _PEOPLE | _PARTS
