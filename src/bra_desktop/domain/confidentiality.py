"""The public version of a meeting, with what is marked removed and not covered over, and personal numbers in text.

Where something was removed it says so, but not how much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.echoes import echoes_of, repeating
from bra_desktop.domain.guests import public_guests
from bra_desktop.domain.numbering import in_sentence, is_taken_up
from bra_desktop.domain.section_of_law import marks_a_part, removed_notice, section_of_law
from bra_desktop.domain.swedish import NBSP, capital_first, listing, lower_first
from bra_desktop.domain.text import Block, Paragraph, Run, Runs, TextDocument, block_runs, map_words, merge_runs
from bra_desktop.domain.written_parts import texts_in

WITHHELD_TITLE = "Sekretessmarkerat ärende"
WITHHELD_ANNEX = "Sekretessmarkerad bilaga"
NO_RECUSALS = "Jäv i ärendet redovisas inte. Närvaron är angiven utan hänsyn till jäv."
AN_ITEM, AN_ANNEX = "ett sekretessmarkerat ärende", "en sekretessmarkerad bilaga"
NOT_ON_SCREEN = "Ärendet är sekretessmarkerat och visas inte medan skärmen delas."
COMPLETE_WARNING = "Innehåller sekretessmarkerade uppgifter. Prövas före utlämnande."


def public_version(content: MeetingContent, whole: MeetingContent | None = None) -> MeetingContent:
    """The meeting without what is marked as confidential: items, annexes and passages are taken out, not hidden.

    A marked item keeps its number and times, so that the series shows no gap; its title, the names in it and
    everything it says are gone. Of a ground only the section of law stays. Who was disqualified is gone too: that
    somebody is (förvaltningslagen 16 §, kommunallagen 6:28) tells whom a matter touches, and may so be what is
    confidential, and so may who was its guest. The item says instead, whether anybody was or not, that attendance takes
    no account of it. An annex that belongs to marked items alone is withheld with them. Of one that is marked in a
    part, which its ground begins with (avsnitt 4), the file alone is withheld: that there is such a paper is no secret
    (offentlighets- och sekretesslagen 5:2), and items that are open speak of it. What the rest repeats of it in plain
    words is gone, too (see ``domain.echoes``), and so is a group of nothing but marked items. ``whole`` is the meeting
    that this is a part of, where it is one: what is marked in the rest is repeated here, too.
    """
    open_to_all = {key for item in content.items if not item.confidential for key in item.annexes}
    theirs = {key for item in content.items if item.confidential for key in item.annexes} - open_to_all
    grounds = {key: item.confidential for item in content.items if item.confidential for key in item.annexes}
    public = replace(
        content,
        participants=public_guests(content),
        items=_grouped(content, tuple(_public_item(item) for item in content.items)),
        annexes=tuple(
            _withheld_annex(replace(a, confidential=a.confidential or grounds[a.key]))
            if a.key in theirs
            else _public_annex(a)
            for a in content.annexes
        ),
    )
    return _without_passages(echoes_of(whole or content).removed_from(public))  # type: ignore[no-any-return]


def screen_version(content: MeetingContent) -> MeetingContent:
    """The meeting as others may see it on a screen that is shared: items with anything marked in them are withheld.

    They keep their number and times alone; half an item on the screen would be written on by mistake. Their annexes are
    withheld with them.
    """
    hidden = withheld(content)
    return replace(
        content,
        items=_grouped(content, tuple(_screen_item(i) if i.key in hidden else i for i in content.items)),
        annexes=tuple(_hidden_annex(annex) if annex.key in hidden else annex for annex in content.annexes),
    )


def withheld(content: MeetingContent) -> frozenset[str]:
    """The keys of the items and annexes of which nothing may be seen on a shared screen."""
    items = [item for item in content.items if is_withheld(item)]
    items += repeating(content.items, echoes_of(content))
    theirs = {key for item in items for key in item.annexes}
    annexes = [a.key for a in content.annexes if a.key in theirs or a.confidential or has_marked(a.text)]
    return frozenset((*(item.key for item in items), *annexes))


def is_withheld(item: ItemContent) -> bool:
    """Whether the item is marked, or a passage in it is; what only repeats such words is told by :func:`withheld`."""
    return bool(item.confidential) or has_marked(item)


def screen_words(content: MeetingContent, words: str) -> str:
    """A sentence about the meeting as it may be said on a screen that is shared: what is withheld by its number."""
    hidden = withheld(content)
    named = [(i.title, in_sentence(content.forum, i), AN_ITEM) for i in content.items if i.key in hidden]
    named += [(a.title, f"bilaga{NBSP}{a.number or ''}", AN_ANNEX) for a in content.annexes if a.key in hidden]
    said = words
    for title, label, otherwise in sorted(named, key=lambda one: -len(one[0])):
        if title.strip() and title in said:
            instead = otherwise if label in (title, f"bilaga{NBSP}") else label
            name = re.escape(title)
            where = rf"(?:(?i:{re.escape(label)})[\s:]+)?(?:”{name}”|(?<!\w){name}(?!\w))"
            said = re.sub(where, lambda _found, instead=instead: instead, said)  # type: ignore[misc]
    return words if said == words else capital_first(said)


def _screen_item(item: ItemContent) -> ItemContent:
    said = Paragraph("withheld", (Run(NOT_ON_SCREEN, italic=True),))
    return replace(_without_content(item), text=TextDocument((said,)))


def _grouped(content: MeetingContent, shown: tuple[ItemContent, ...]) -> tuple[ItemContent, ...]:
    """The items, those withheld without a group of theirs alone: they stand in the one before them."""
    told = {now.group for item, now in zip(content.items, shown, strict=True) if now.title == item.title}
    items: list[ItemContent] = []
    for item in shown:
        before = items[-1].group if items else ""
        items.append(item if not item.group or item.group in told else replace(item, group=before))
    return tuple(items)


def page_words(content: MeetingContent, *, public: bool, echoed: Iterable[str] = ()) -> str:
    """What every page of the public or of the complete version of a meeting says; empty when nothing is marked.

    ``echoed`` are sections of law of what the pages repeat of marked words beside, of a part of the meeting.

    The complete version doesn't warn of an annex that is a file of its own: nothing of it stands on the pages.
    """
    grounds = [item.confidential for item in content.items]
    grounds += [annex.confidential for annex in content.annexes if public or annex.text]
    marks = [section for text in texts_in(content) for section in _sections_of_passages(text)]
    marks += echoed
    if not any(grounds) and not marks:
        return ""
    if not public:
        return COMPLETE_WARNING
    return _removed(*(section_of_law(ground) for ground in grounds if ground), *marks)


def _sections_of_passages(text: TextDocument) -> list[str]:
    """The section of law of each marked run, empty where none is given."""
    return [section_of_law(run.ground) for block in text.blocks for run in block_runs(block) if run.confidential]


def _chapter_first(section: str) -> tuple[list[int], str]:
    return [int(figures) for figures in re.findall(r"\d+", section)], section


def _removed(*sections: str) -> str:
    """That something was removed, and on what grounds; those of some are not said of what has none."""
    known = sorted({section for section in sections if section}, key=_chapter_first)
    told = listing(known)
    if not told:
        return "Uppgifter är borttagna."
    return f"Uppgifter är borttagna{'' if all(sections) else ', en del av dem'} med stöd av {told}."


def _public_item(item: ItemContent) -> ItemContent:
    if not item.confidential:
        return item
    said = (_removed(section_of_law(item.confidential)), *((NO_RECUSALS,) if is_taken_up(item) else ()))
    paragraphs = tuple(Paragraph(f"removed-{n}", (Run(s, italic=True),)) for n, s in enumerate(said, 1))
    return replace(_without_content(item), text=TextDocument(paragraphs))


def _without_content(item: ItemContent) -> ItemContent:
    """Its number, times and place in the meeting."""
    return ItemContent(
        key=item.key,
        title=WITHHELD_TITLE,
        agenda_number=item.agenda_number,
        paragraph=item.paragraph,
        group=item.group,
        planned_minutes=item.planned_minutes,
        struck=item.struck,
        opened_at=item.opened_at,
        closed_at=item.closed_at,
        immediate_adjustment=item.immediate_adjustment,
    )


def _hidden_annex(annex: AnnexContent) -> AnnexContent:
    return AnnexContent(annex.key, WITHHELD_ANNEX, annex.number)


def _withheld_annex(annex: AnnexContent) -> AnnexContent:
    """Hidden from the public, with the section of law that it is withheld on."""
    section = section_of_law(annex.confidential)
    return replace(_hidden_annex(annex), confidential=_removed(section) if section else "")


def _public_annex(annex: AnnexContent) -> AnnexContent:
    marked = marks_a_part(annex.confidential)
    if not marked:
        return _withheld_annex(annex) if annex.confidential else annex
    part, removed = lower_first(marked), _removed(section_of_law(annex.confidential))
    where = "på" if part.startswith(("sid", "s.")) else "i"
    said = f"Uppgifter {where} {part}{removed.removeprefix('Uppgifter')}"
    return replace(annex, file_name="", digest="", size=0, text=TextDocument(), confidential=said)


def has_marked(*parts: Any) -> bool:
    """Whether a passage is marked in any text of the parts: texts, items, or a whole meeting."""
    return any(_is_marked(text) for text in texts_in(parts))


def grounds_of(*parts: Any) -> tuple[str, ...]:
    """The grounds, in words, on which passages are marked in any text of the parts, and the items and annexes of a
    whole meeting, each once.
    """
    whole = [part for part in parts if isinstance(part, MeetingContent)]
    told = [item.confidential for part in whole for item in part.items]
    told += [annex.confidential for part in whole for annex in part.annexes]
    told += [run.ground for text in texts_in(parts) for block in text.blocks for run in block_runs(block)]
    return tuple(dict.fromkeys(ground for ground in told if ground and not marks_a_part(ground)))


def _is_marked(text: TextDocument) -> bool:
    return any(run.confidential for block in text.blocks for run in block_runs(block))


def _without_passages(value: Any) -> Any:
    """The value with the marked runs of every text in it removed."""
    if isinstance(value, TextDocument):
        return _without_marked(value) if _is_marked(value) else value
    if isinstance(value, tuple):
        return tuple(_without_passages(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _without_passages(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **changed)
    return value


def _without_marked(text: TextDocument) -> TextDocument:
    """The text with one sign for each passage and section of law, however many runs and paragraphs it goes on over.

    Every item of a list, quotation and cell says for itself that something is removed: it would else look empty, or
    leave the numbers of the others wrong.
    """
    blocks: list[Block] = []
    said: str | None = None
    for block in text.blocks:
        if isinstance(block, Paragraph):
            runs, said = _unmarked(block.runs, said)
            kept: tuple[Block, ...] = (replace(block, runs=runs),) if runs or not block.runs else ()
        else:
            said = None
            kept = map_words(TextDocument((block,)), lambda runs: _unmarked(runs, None)[0]).blocks
        blocks += kept
    return TextDocument(tuple(blocks))


def _unmarked(runs: Runs, said: str | None) -> tuple[Runs, str | None]:
    """The runs with a sign for each passage, and the section of law of the one that they end in, None for open words.

    ``said`` is that of the paragraph before, whose passage goes on without another sign.
    """
    kept: list[Run] = []
    for run in runs:
        before, said = said, section_of_law(run.ground) if run.confidential else None
        if said is None:
            kept.append(run)
        elif before != said:
            kept.append(Run(removed_notice(said), italic=True))
    return merge_runs(kept), said


_PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+\s]?(\d{3})(\d)(?!\d)")


def personal_numbers(text: str) -> Iterator[str]:
    """The Swedish personal and coordination numbers in a text, as written; ordinary long figures are passed over.

    Judged by the date in it and the check digit (folkbokföringslagen 18 §, the modulus 10 method).
    """
    for found in _PERSONAL_NUMBER.finditer(text):
        year, month, day, serial, check = found.groups()
        if _is_date(month, day) and _check_digit(year + month + day + serial) == int(check):
            yield found.group()


def _is_date(month: str, day: str) -> bool:
    # A coordination number has 60 added to its day. The century is not known; 2000 is a leap year.
    number = int(day) - 60 if int(day) > 60 else int(day)
    try:
        date(2000, int(month), number)
    except ValueError:
        return False
    return True


def _check_digit(digits: str) -> int:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return -sum(n // 10 + n % 10 for n in doubled) % 10
