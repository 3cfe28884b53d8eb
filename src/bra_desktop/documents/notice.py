"""The notice (kallelse) with its timed agenda, and the agenda alone."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date, datetime, timedelta

from bra_desktop.documents import naming
from bra_desktop.documents.annexes import annex_list
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import (
    AgendaRow,
    Block,
    Document,
    EndOfItems,
    FieldRow,
    TimedAgenda,
    field_row,
)
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.protocol_front import MANY_NAMES, names_in_columns
from bra_desktop.documents.text_blocks import Column, Heading, Paragraph, Row, Table, text_row, words
from bra_desktop.documents.written import written
from bra_desktop.domain.carry_over import item_kind_word
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import Capacity, DocumentProfile, Duty, ItemType, MeetingState, Role
from bra_desktop.domain.meeting_clock import happens_at
from bra_desktop.domain.officers import named
from bra_desktop.domain.swedish import DASH, NBSP, capital_first, ranges
from bra_desktop.domain.swedish_dates import (
    at_clock,
    clock,
    clock_range,
    date_in_text,
    long_date,
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
    called_off = "Mötet är inställt." if content.state is MeetingState.CANCELLED else ""
    warning = " ".join(part for part in (called_off, page_words(content, public=public)) if part)
    shown = public_version(content) if public else content
    organ, day = shown.forum.name, shown.date
    name = heading_words(shown.forum, PaperHeading.NOTICE) if whole else shown.forum.agenda_word
    return Document(
        title=name,
        subtitle=f"{organ}, {long_date(day)}",
        full_title=f"{name}, {organ} {day.isoformat()}",
        running_title=f"{name} {day.isoformat()}",
        sender=sender(shown, assets),
        date=shown.notice.sent_on or day,
        blocks=tuple(_notice(shown, assets) if whole else _agenda(shown)),
        registry_number=shown.registry_number,
        warning=warning,
    )


def _notice(content: MeetingContent, assets: Assets) -> list[Block]:
    result: list[Block] = [field for field in _fields(content) if field.content]
    result += written(content.notice.text, assets.pictures)
    result += [Heading(content.forum.agenda_word), timed(content), *_remarks(content)]
    result += [
        *annex_list(content.annexes, "kallelsen", before=True),
        *_called(content),
        *signed(content, content.notice.sent_on),
        *proposals(content, assets),
    ]
    return result


def _agenda(content: MeetingContent) -> list[Block]:
    to = "föredragningslistan" if content.forum.profile is DocumentProfile.FORMAL else "dagordningen"
    return [_time_and_place(content), timed(content), *_remarks(content), *annex_list(content.annexes, to, before=True)]


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
        field_row("Förslag till justerare", f"{proposed}." if "." in proposed else proposed),
    ]


def writer(content: MeetingContent) -> str:
    """What the one who writes is called: notes have no secretary."""
    return "antecknar" if content.forum.profile is DocumentProfile.NOTES else "sekreterare"


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

    After an item whose minutes nobody has planned no time is told, since none is known.

    ``only`` are the keys of the items to show, without breaks, at the times that they have among the others.
    """
    rows: list[AgendaRow] = []
    group = ""
    at: datetime | None = datetime.combine(content.date, content.starts)
    has_times = any(item.planned_minutes for item in content.items)
    for item in content.items:
        if only is None or item.key in only:
            if item.group and item.group != group:
                rows.append(AgendaRow("", "", item.group, group=True))
            group = item.group
            rows.append(_row(content, item, clock(at.time()) if at and has_times else ""))
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
    return "Information" if item.type in _INFORMATION else "Diskussion" if item.type is ItemType.OTHER else "Beslut"


def _remarks(content: MeetingContent) -> list[Block]:
    said = []
    if any(annex.later for annex in content.annexes):
        said.append("Handlingar som är märkta ”senare” kommer före sammanträdet.")
    marked = [item.agenda_number for item in content.items if item.confidential and item.agenda_number]
    if marked:
        said.append(f"Punkt {', '.join(marked)} innehåller uppgifter som kan omfattas av sekretess.")
    return [Paragraph(words(" ".join(said)), "note")] if said else []


def _called(content: MeetingContent) -> list[Block]:
    """Members with organisation and substitute; substitutes without a seat and guests below."""
    rows, placed = [], set()
    for who in naming.members(content):
        mine = [p.person for p in content.participants if p.serves_for and p.serves_for == who.seat]
        placed.update(mine)
        rows.append(
            text_row(
                naming.member_name(content, who),
                naming.organisations_on_row(content, who) or DASH,
                naming.reserved(content, mine) or DASH,
            )
        )
    rows += [
        text_row("Vakant", naming.organisation(content, s.organisation), DASH) for s in naming.vacant_seats(content)
    ]
    if not rows:
        return []
    others = [
        ("Ersättare", (Capacity.SUBSTITUTE,)),
        ("Inbjudna", (Capacity.CO_OPTED, Capacity.OFFICIAL, Capacity.GUEST)),
    ]
    result: list[Block] = [Heading("Kallade"), _called_table(rows, substitutes=bool(placed))]
    for label, capacities in others:
        people = [p for p in content.participants if p.capacity in capacities and p.person not in placed]
        if people:
            result.append(
                Paragraph(words(f"{label}: {'; '.join(_invited(content, p.person) for p in people)}."), "note")
            )
    return result


def _called_table(rows: Sequence[Row], *, substitutes: bool) -> Table:
    """Without the column of substitutes where there are none; many names with nothing beside them stand in columns."""
    texts = [["".join(run.text for run in cell.runs) for cell in row.cells] for row in rows]
    if len(texts) >= MANY_NAMES and not substitutes and all(beside in ("", DASH) for _, beside, _ in texts):
        return names_in_columns([name for name, _, _ in texts], "Kallade ledamöter, flera på varje rad", wide=True)
    columns: tuple[Column, ...] = (Column("Ledamot", width=52), Column("Organisation"), Column("Ersättare", width=42))
    kept = columns if substitutes else columns[:2]
    shown = tuple(Row(row.cells[: len(kept)]) for row in rows)
    return Table(kept, shown, summary="Kallade ledamöter och ersättare", wide=True, row_heads=True, dense=True)


def _invited(content: MeetingContent, person: str) -> str:
    found = content.person(person)
    return ", ".join(part for part in (naming.with_party(content, person), found.title) if part)


def signed(content: MeetingContent, sent_on: date | None) -> list[Block]:
    """The day it was sent and those who call; nothing before that day is known."""
    if not sent_on:
        return []
    names = [
        ", ".join((content.person(p.person).name, word))
        for role, word in (
            (Role.CHAIR, "ordförande"),
            (Role.CONVENER, "sammankallande"),
            (Role.SECRETARY, writer(content)),
        )
        for p in content.participants
        if p.role is role
    ]
    return [Paragraph(words("\n".join((date_in_text(sent_on), *names))))]


def proposals(content: MeetingContent, assets: Assets, only: Container[str] | None = None) -> list[Block]:
    """What was written beforehand: background and proposed decisions, item by item, or of the items ``only``."""
    maker, result = ItemMaker(content, assets), list[Block]()
    for item in content.items:
        if (item.basis or item.proposals) and (only is None or item.key in only):
            result += maker.prepared(item)
    return [Heading("Underlag och förslag till beslut"), *result, EndOfItems()] if result else []
