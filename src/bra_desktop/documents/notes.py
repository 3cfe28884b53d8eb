"""Notes (minnesanteckningar, profile C): no adjustment, no decisions, what was agreed and who does what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bra_desktop.documents import naming
from bra_desktop.documents.annexes import annex_list, annex_texts, tasks
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Block, Document, EndOfItems, FieldRow, field_row
from bra_desktop.documents.corrected import Corrected, Told, corrections_told
from bra_desktop.documents.est_steps import steps_strip
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.protocol import public_name
from bra_desktop.documents.protocol_front import place_and_time
from bra_desktop.domain.attendance import participant
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.officers import having, named
from bra_desktop.domain.presence import absence, presence_words
from bra_desktop.domain.spans import course
from bra_desktop.domain.struck import with_annexes_of_the_protocol
from bra_desktop.domain.swedish import listing


def notes(
    content: MeetingContent,
    *,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    public: bool = False,
    corrections: Sequence[Corrected] = (),
) -> Document:
    """The notes' blocks, with coat of arms (SVG text) and images by digest.

    ``public`` removes what is confidential, and tells of the ``corrections`` that were made since; its pages have
    numbers of their own, as the protocol's.
    """
    whole = naming.with_plain_numbers(content)
    content = with_annexes_of_the_protocol(whole)
    warning = page_words(content, public=public)
    shown, own = public_version(content, whole) if public else content, Assets(arms, pictures=pictures or {})
    named, organ, day = heading_words(shown.forum, PaperHeading.PROTOCOL), shown.forum.name, shown.date
    name = public_name(named) if public else named
    return Document(
        title=name,
        subtitle=naming.held_words(shown),
        full_title=f"{name}, {organ} {day.isoformat()}",
        running_title=f"{name} {day.isoformat()}",
        sender=sender(shown, own),
        date=day,
        blocks=tuple(_blocks(shown, own, corrections_told(whole, corrections if public else ()))),
        registry_number=shown.registry_number,
        warning=warning,
        first_page=shown.first_page if shown.forum.running_pages and not public else None,
    )


def _blocks(content: MeetingContent, assets: Assets, made: Told) -> list[Block]:
    result: list[Block] = [*(field for field in _fields(content) if field.content), *made.head]
    every = [content.item(key) for key in course(content).order]
    items = [item for item in every if is_taken_up(item) or item.struck] or every
    if (strip := steps_strip(item.text for item in items)) is not None:
        result.append(strip)
    result += ItemMaker(content, assets, made.below).grouped(items)
    result.append(EndOfItems())
    result += tasks(content)
    result += annex_list(content.annexes, "minnesanteckningarna")
    return result + annex_texts(content, assets)


def _fields(content: MeetingContent) -> list[FieldRow]:
    leaders = [o.person for o in named(content, Duty.PRESIDE)]
    if not leaders:
        leaders = _having(content, Duty.PRESIDE)
    there = [p.person for p in content.participants if p.stays and p.person not in leaders]
    writers = [who for who in _writers(content) if who not in (*leaders, *there)]
    away = [p for p in content.participants if absence(content, p)]
    return [
        place_and_time(content),
        field_row("Leder mötet", listing(_named(content, who) for who in leaders)),
        field_row("Antecknar", listing(_named(content, who) for who in writers)),
        field_row(heading_words(content.forum, PaperHeading.MEMBERS), listing(_named(content, who) for who in there)),
        field_row(
            heading_words(content.forum, PaperHeading.ABSENT),
            listing(naming.with_party(content, who.person) for who in away),
        ),
    ]


def _named(content: MeetingContent, who: str) -> str:
    """Name with organisation in brackets, what part of the meeting she was there, and what is noted of that."""
    person, row = content.person(who), participant(content, who)
    place = naming.short_organisation(content, person.organisation) if person.organisation else person.title
    takes_notes = who in _writers(content)
    inside = ", ".join(
        part
        for part in (
            place,
            "antecknar" if takes_notes else "",
            naming.co_opted(row) if row else "",
            presence_words(content, who),
            row.note.strip() if row else "",
        )
        if part
    )
    return f"{person.name} ({inside})" if inside else person.name


def _writers(content: MeetingContent) -> list[str]:
    return _having(content, Duty.MINUTES)


def _having(content: MeetingContent, duty: Duty) -> list[str]:
    return list(dict.fromkeys(person for item in content.items for person in having(content, duty, item.key)))
