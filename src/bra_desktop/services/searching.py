"""Full-text search, simple: words in items, decisions and actions, newest meeting first."""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.domain.confidentiality import has_marked, withheld
from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.content_builder import forum_content
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Action, AgendaItem, Decision, Meeting
from bra_desktop.domain.numbering import label
from bra_desktop.domain.register import Forum
from bra_desktop.domain.text import plain_text
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.actions import withheld_actions
from bra_desktop.storage.queries.contents import reading_session
from bra_desktop.storage.queries.marked_meetings import marked_meetings

_AROUND = 60


@dataclass(frozen=True)
class Hit:
    """A place where all the words stand: the meeting, the item in words, the kind of text and the words around.

    ``action_id`` is the action that was found, for that kind of text.
    """

    ref: str
    item: str
    kind: str
    snippet: str
    item_id: str = ""
    action_id: str = ""
    state: MeetingState = MeetingState.PLANNED


def search(office: Office, words: str, limit: int = 50, *, shared: bool = False) -> tuple[Hit, ...]:
    """Every text in which all the words occur, newest meeting first; of confidential items nothing is found.

    shared: others see the screen, so nothing is found either of an item in which a passage is marked or repeated.
    """
    wanted = [word.casefold() for word in words.split()]
    if not wanted:
        return ()
    with office.database.reading() as connection, reading_session(connection) as session:
        forums = {f.id: forum_content(f) for f in session.query(Forum)}
        meetings = {m.id: m for m in session.query(Meeting).filter_by(deleted_at=None)}
        every_item = session.query(AgendaItem).all()
        unseen = frozenset[str]().union(*map(withheld, marked_meetings(connection) if shared else ()))
        hidden = {i.id for i in every_item if i.confidential or i.id in unseen or (shared and has_marked(i))}
        hidden |= withheld_actions(connection) if shared else set()
        items = {i.id: i for i in every_item if i.id not in hidden and i.deleted_at is None}
        texts = [(i, "title", i.title) for i in items.values()]
        texts += [(i, "text", plain_text(i.text)) for i in items.values()]
        texts += [
            (items[d.item_id], "decision", f"att {d.text}")
            for d in session.query(Decision).filter_by(deleted_at=None)
            if d.item_id in items
        ]
        hits = []
        for item, kind, text in texts:
            folded = text.casefold()
            meeting = meetings.get(item.meeting_id)
            if meeting is not None and all(word in folded for word in wanted):
                where = label(forums[meeting.forum_id], _numbered(item))
                hits.append(
                    (meeting.day, Hit(meeting.ref, where, kind, _around(text, wanted[0]), item.id, state=meeting.state))
                )
        for action in session.query(Action).filter_by(deleted_at=None):
            if hidden.isdisjoint((action.item_id, action.id)) and all(w in action.text.casefold() for w in wanted):
                meeting = meetings.get(action.meeting_id or "")
                day = meeting.day if meeting else office.today()
                ref, there = meeting.ref if meeting else "", _around(action.text, wanted[0])
                hits.append((day, Hit(ref, "", "action", there, action_id=action.id)))
    hits.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(hit for _, hit in hits[:limit])


def _numbered(item: AgendaItem) -> ItemContent:
    return ItemContent(key=item.id, title=item.title, agenda_number=item.agenda_number, paragraph=item.paragraph)


def _around(text: str, word: str) -> str:
    """The words round the hit, whole; a word longer than what is shown is cut all the same."""
    place = max(text.casefold().find(word), 0)
    start, end = max(place - _AROUND, 0), min(place + len(word) + _AROUND, len(text))
    if start:
        start = next((at + 1 for at in range(start - 1, place) if text[at].isspace()), start)
    if end < len(text):
        end = next((at for at in range(end, place + len(word) - 1, -1) if text[at].isspace()), end)
    words = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{words}{' …' if end < len(text) else ''}"
