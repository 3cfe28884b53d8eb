"""Replacing words all over a meeting, as one change that one undo takes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.finding import Sought, replace_in_text, replace_in_words
from bra_desktop.domain.meeting import AgendaItem, Decision
from bra_desktop.services.changing import is_locked, meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_words
from bra_desktop.storage.work import Work

REPLACING = "Ersätt i hela mötet"
"""The use case, in the history."""


@dataclass(frozen=True)
class Replaced:
    """What was done: the change to undo (empty when there was nothing), places, items, and places left as they were."""

    id: str
    places: int
    items: tuple[str, ...]
    locked: int


def replace_everywhere(office: Office, ref: str, sought: Sought, by: str, unseen: Collection[str] = ()) -> Replaced:
    """Replace the words in every text and decision of the meeting. Items that are locked are left as they are, and
    those that are ``unseen``: nobody writes in what she doesn't see.

    Raises RuleBroken when the whole meeting is locked, UserError when a decision would lose all its words or the new
    words hold a character that cannot be kept.
    """
    check_words("Ersättningen", "by", by)
    if not sought.words:
        return Replaced("", 0, (), 0)
    places, locked, changed = 0, 0, list[str]()
    with office.work(REPLACING) as work:
        meeting = meeting_to_change(work, ref)
        for item in sorted(work.all(AgendaItem, meeting_id=meeting.id), key=lambda item: item.position):
            if item.id in unseen:
                continue
            keep = is_locked(work, item)
            found = _replace_in_item(work, item, sought, by, keep=keep)
            if keep:
                locked += found
            elif found:
                places += found
                changed.append(item.id)
        done = work.commit()
    return Replaced(done.id if done is not None else "", places, tuple(changed), locked)


def _replace_in_item(work: Work, item: AgendaItem, sought: Sought, by: str, *, keep: bool) -> int:
    text, count = replace_in_text(item.text, sought, by)
    if count and not keep:
        item.text = text
    for decision in work.all(Decision, item_id=item.id):
        words, found = replace_in_words(decision.text, sought, by)
        count += found
        if found and not keep:
            if not words.strip():
                raise UserError(
                    f"Ett beslut i {item.title} skulle bli tomt. Skriv något att ersätta med. Inget har ändrats.",
                    where="by",
                )
            decision.text = words.strip()
    return count
