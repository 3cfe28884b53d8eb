"""The notice (kallelse) with its timed agenda, and the agenda alone."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import datetime, timedelta

from bra_desktop.documents import naming
from bra_desktop.documents.annexes import annexes_before, files_before
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import (
    AgendaRow,
    Block,
    Document,
    FieldRow,
    TimedAgenda,
    field_row,
)
from bra_desktop.documents.called import called, signed, writer
from bra_desktop.documents.prepared import proposals
from bra_desktop.documents.text_blocks import Heading, Paragraph, words
from bra_desktop.documents.written import written
from bra_desktop.domain.carry_over import item_kind_word
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.headings import PaperHeading, adjuster, heading_words
from bra_desktop.domain.kinds import ITEM_TYPE_WORDS, Capacity, DocumentProfile, Duty, ItemType, MeetingState, Role
from bra_desktop.domain.meeting_clock import happens_at
from bra_desktop.domain.numbering import STRUCK_TEXT
from bra_desktop.domain.officers import named
from bra_desktop.domain.struck import without_annexes_of_struck
from bra_desktop.domain.swedish import NBSP, capital_first, ranges
from bra_desktop.domain.swedish_dates import (
    at_clock,
    clock,
    clock_range,
    moment,
    weekday_and_month,
)

_INFORMATION = (ItemType.INFORMATION, ItemType.REPORT, ItemType.OPENING, ItemType.CLOSING, ItemType.COMING_MEETINGS)


def notice(
    content: MeetingContent,
    *,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    public: bool = False,
) -> Document:
    """The notice's blocks: fields, timed agenda, annexes, who is called, and the proposals."""
    return _document(content, Assets(arms, pictures=pictures or {}), public, whole=True)


def agenda(
    content: MeetingContent,
    *,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    public: bool = False,
) -> Document:
    """The agenda alone, under the forum's own word for it (dagordning, föredragningslista)."""
    return _document(content, Assets(arms, pictures=pictures or {}), public, whole=False)


def _document(content: MeetingContent, assets: Assets, public: bool, *, whole: bool) -> Document:
    whole_meeting, content = content, without_annexes_of_struck(content)
    off, what = content.state is MeetingState.CANCELLED, capital_first(naming.the_meeting(content.forum))
    called_off = f"{what} är inställt." if off else ""
    warning = " ".join(part for part in (called_off, page_words(content, public=public)) if part)
    shown = public_version(content, whole_meeting) if public else content
    organ, day = shown.forum.name, shown.date
    name = heading_words(shown.forum, PaperHeading.NOTICE) if whole else shown.forum.agenda_word
    return Document(
        title=name,
        subtitle=naming.held_words(shown),
        full_title=f"{name}, {organ} {day.isoformat()}",
        running_title=f"{name} {day.isoformat()}",
        sender=sender(shown, assets),
        date=shown.notice.sent_on or day,
        blocks=tuple(_notice(shown, assets) if whole else _agenda(shown)),
        registry_number=shown.registry_number,
        warning=warning,
    )


def _notice(content: MeetingContent, assets: Assets) -> list[Block]:
    """The notice itself ends with those who call, as a letter does; what was prepared lies behind it."""
    result: list[Block] = [field for field in _fields(content) if field.content]
    result += written(content.notice.text, assets.pictures)
    result += [Heading(content.forum.agenda_word), timed(content), *_remarks(content)] if content.items else []
    result += [
        *annexes_before(content.annexes),
        *called(content),
        *signed(content, content.notice.sent_on),
        *proposals(content, assets),
        *files_before(content.annexes),
    ]
    return result


def _agenda(content: MeetingContent) -> list[Block]:
    items: list[Block] = [timed(content), *_remarks(content)] if content.items else []
    return [_time_and_place(content), *items, *annexes_before(content.annexes)]


def _time_and_place(content: MeetingContent) -> FieldRow:
    times = capital_first(clock_range(content.starts, content.ends))
    return field_row("Tid och plats", ", ".join(part for part in (times, content.place) if part))


def _fields(content: MeetingContent) -> list[FieldRow]:
    adjusters = naming.plain(content, [o.person for o in named(content, Duty.ADJUST)])
    planned = content.adjustment.planned_at
    proposed = ". ".join(
        part for part in (adjusters, f"Justering {moment(planned)}" if planned and adjusters else "") if part
    )
    notes = content.forum.profile is DocumentProfile.NOTES
    return [
        _time_and_place(content),
        field_row(
            "Sammankallande" if notes else "Ordförande",
            _people(content, Duty.PRESIDE, Role.CONVENER if notes else Role.CHAIR),
        ),
        field_row(capital_first(writer(content)), _people(content, Duty.MINUTES, Role.SECRETARY)),
        field_row("Förhinder", prevented(content)),
        field_row(f"Förslag till {adjuster(content.forum)}", f"{proposed}." if "." in proposed else proposed),
    ]


def _people(content: MeetingContent, duty: Duty, role: Role) -> str:
    chosen = [o.person for o in named(content, duty)] or [p.person for p in content.participants if p.role is role]
    if duty is Duty.MINUTES:
        people = [content.person(key) for key in chosen]
        return ", ".join(part for person in people for part in (person.name, person.email) if part)
    return naming.plain(content, chosen)


def prevented(content: MeetingContent) -> str:
    """How to say that one cannot come."""
    until, to = content.notice.reply_by, content.notice.reply_to
    if not (until or to):
        return ""
    when = f" senast {weekday_and_month(until)}" if until else ""
    substitutes = any(p.capacity is Capacity.SUBSTITUTE for p in content.participants)
    return (
        f"Anmäl förhinder{f' till {to}' if to else ''}{when}.{' Kalla samtidigt din ersättare.' if substitutes else ''}"
    )


def timed(content: MeetingContent, only: Container[str] | None = None) -> TimedAgenda:
    """Items with the clock times that the planned minutes give; breaks stand after their items.

    After an item whose minutes nobody has planned no time is told, since none is known. An item that was struck
    stands with its number, takes no time, and is said to be.

    ``only`` are the keys of the items to show, without breaks, at the times that they have among the others.
    """
    rows: list[AgendaRow] = []
    group = ""
    at: datetime | None = datetime.combine(content.date, content.starts)
    has_times = any(item.planned_minutes for item in content.items if not item.struck)
    for item in content.items:
        if only is None or item.key in only:
            if heading := naming.group_heading(content, item, group):
                rows.append(AgendaRow("", "", heading, group=True))
            group = item.group
            rows.append(_row(content, item, clock(at.time()) if at and has_times else ""))
        if not item.struck:
            at = at + timedelta(minutes=item.planned_minutes) if at and item.planned_minutes else None
        for pause in (a for a in content.adjournments if a.after_item == item.key):
            end = happens_at(content, pause.to_time) if pause.to_time else None
            if only is None:
                until = f" till {at_clock(pause.to_time)}" if pause.to_time else ""
                rows.append(AgendaRow(clock(pause.from_time), "", f"Paus{until}", pause=True))
            at = max(at, end) if at and end else end or at
    formal = content.forum.profile is DocumentProfile.FORMAL
    return TimedAgenda(tuple(rows), "Ärende" if formal else "Punkt", f"{content.forum.agenda_word} med tider")


def _row(content: MeetingContent, item: ItemContent, at: str) -> AgendaRow:
    if item.struck:
        return AgendaRow("", item.agenda_number, item.title, (STRUCK_TEXT,))
    annexes = [content.annex(key) for key in item.annexes]
    numbers = [annex.number for annex in annexes if annex.number is not None and not annex.later]
    notes = content.forum.profile is DocumentProfile.NOTES
    kinds = f"{item_kind_word(item, notes=notes)} ärende" if item.type is ItemType.TABLED else ""
    registry = f"Dnr {item.registry_number}" if item.registry_number else ""
    return AgendaRow(
        at,
        item.agenda_number,
        item.title,
        tuple(part for part in (registry, kinds) if part),
        naming.plain(content, item.presenters),
        "" if content.forum.profile is DocumentProfile.NOTES else _purpose(item),
        f"Bilaga{NBSP}{ranges(numbers)}" if numbers else "",
        any(annex.later for annex in annexes),
    )


def _purpose(item: ItemContent) -> str:
    if item.proposals:
        return "Beslut"
    if item.type is ItemType.OTHER:
        return ITEM_TYPE_WORDS[item.type]
    return "Information" if item.type in _INFORMATION else "Beslut"


def _remarks(content: MeetingContent) -> list[Block]:
    said = []
    if any(annex.later for annex in content.annexes):
        when = "mötet" if content.forum.profile is DocumentProfile.NOTES else "sammanträdet"
        said.append(f"Handlingar som är märkta ”senare” kommer före {when}.")
    marked = [i.agenda_number for i in content.items if i.confidential and i.agenda_number and not i.struck]
    if marked:
        said.append(f"Punkt {', '.join(marked)} innehåller uppgifter som kan omfattas av sekretess.")
    return [Paragraph(words(" ".join(said)), "note")] if said else []
