"""What is remarked below an item's heading: how it came there, who presides in the chair's place, too few to decide."""

from __future__ import annotations

from collections.abc import Iterator

from bra_desktop.domain.chairs import stand_ins, where_words
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.quorum import body_name, clauses_words, quorate, too_few
from bra_desktop.domain.swedish import capital_first


def remarks(content: MeetingContent, item: ItemContent, stand_in: str = "") -> Iterator[str]:
    """The sentences; ``stand_in`` is the one of those of ``stand_in_words`` that belongs to the item."""
    notes = content.forum.profile is DocumentProfile.NOTES
    if item.added_at_meeting:
        formal = content.forum.profile is DocumentProfile.FORMAL
        yield f"{'Ärendet' if formal else 'Punkten'} lades till vid {'mötet' if notes else 'sammanträdet'}."
    if item.immediate_adjustment and not notes:
        yield "Paragrafen justeras omedelbart."
    if stand_in:
        yield stand_in
    for few in too_few(content, item.key):
        if few.every:
            body = capital_first(body_name(content))
            yield f"{few.count.words} ledamöter är närvarande. {body} är inte {quorate(content)}."
        else:
            yield (
                f"När {clauses_words(few)} beslutas är {few.count.words} ledamöter närvarande, "
                f"och {body_name(content)} är inte {quorate(content)}."
            )


def stand_in_words(content: MeetingContent) -> dict[str, str]:
    """Who presides in the chair's place, by the first item (key) of each stretch, below which nothing is told where it
    was struck; notes tell who leads on their own.
    """
    if content.forum.profile is DocumentProfile.NOTES:
        return {}
    said: dict[str, str] = {}
    for one in stand_ins(content):
        where = f"i {where_words(content, one)}" if len(one.items) > 1 else "i ärendet"
        if len(one.items) == 1 and one.hours:
            where = f"{where} {one.hours}"
        why = f" ({one.reason.rstrip('.')})" if one.reason else ""
        words = f"{content.person(one.person).name} är ordförande {where}{why}."
        first = next(key for key in one.items if not content.item(key).struck)
        said[first] = " ".join(filter(None, (said.get(first), words)))
    return said
