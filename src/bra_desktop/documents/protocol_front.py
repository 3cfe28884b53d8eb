"""The fields of a protocol's first page: where, when, who decided, who else was there, who adjusts."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import partial

from bra_desktop.documents import naming
from bra_desktop.documents.apart import adjusted_words
from bra_desktop.documents.blocks import FieldRow, field_row
from bra_desktop.documents.item_wording import ended
from bra_desktop.documents.text_blocks import Column, Paragraph, Row, Table, text_row, words
from bra_desktop.domain.attendance import services
from bra_desktop.domain.chairs import presided, untold, where_words
from bra_desktop.domain.content import MeetingContent, ParticipantContent, ServiceContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import Capacity, DocumentProfile, Duty, Medium, MeetingState
from bra_desktop.domain.numbering import is_taken_up, labels
from bra_desktop.domain.officers import named
from bra_desktop.domain.presence import absent, full_presence_words, presence_words
from bra_desktop.domain.serving import service, service_words, stretches_of
from bra_desktop.domain.signers import AdjustedApart, immediate_items
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import NBSP, capital_first, listing
from bra_desktop.domain.swedish_dates import clock_range, long_date, moment

MANY_NAMES = 12
NOT_SET = "–"
_WIDTH, _WIDE = 127.0, 165.0  # millimetres
_ROOM, _ROOM_WIDE = 76, 99  # characters of names on a line
_HALF_A_ROW = 54  # of one name, where two share the whole width


def front(content: MeetingContent, members: FieldRow, apart: Sequence[AdjustedApart] = ()) -> list[FieldRow]:
    """Every field; in profile B those without content are left out, in A they show a dash.

    ``apart`` are the items that have been signed apart.
    """
    formal = content.forum.profile is DocumentProfile.FORMAL
    said = partial(heading_words, content.forum)
    fields = [
        place_and_time(content),
        members,
        *chairs_field(content),
        field_row(said(PaperHeading.SERVING), *_serving(content)),
        field_row(said(PaperHeading.SUBSTITUTES), *_listed(content, _substitutes(content))),
        field_row(
            said(PaperHeading.OTHERS), *_listed(content, _present(content, Capacity.CO_OPTED, Capacity.OFFICIAL))
        ),
        field_row(said(PaperHeading.GUESTS), *_listed(content, _present(content, Capacity.GUEST))),
        field_row(said(PaperHeading.PREVENTED), _absent(content, notified=True)),
        field_row(said(PaperHeading.ABSENT), _absent(content, notified=False)),
        field_row(capital_first(content.forum.adjusters_word), *_adjusters(content)),
        FieldRow(said(PaperHeading.ADJUSTED), _adjustment(content, apart)),
        field_row(said(PaperHeading.ITEMS), paragraphs_words(content)),
    ]
    return fields if formal else [field for field in fields if field.content]


def place_and_time(content: MeetingContent) -> FieldRow:
    """Place, day and clock times, with the breaks. While the meeting goes on nobody knows when it ends."""
    ends = None if content.state is MeetingState.IN_PROGRESS else content.closed_at or content.ends
    times = clock_range(content.opened_at or content.starts, ends)
    where = ", ".join(part for part in (content.place, long_date(content.date)) if part)
    breaks = [clock_range(a.from_time, a.to_time) for a in content.adjournments]
    label = heading_words(content.forum, PaperHeading.PLACE)
    return field_row(label, f"{where} {times}", f"Ajournering {listing(breaks)}" if breaks else "")


def chairs_field(content: MeetingContent, item_keys: Sequence[str] | None = None) -> tuple[FieldRow, ...]:
    """Who presided at which items, of all or of some, and why it was she; nothing where the chair did at all."""
    led, hidden = presided(content, item_keys), untold(content, item_keys)
    several = len(led) > 1 or bool(hidden)
    told = [
        (naming.with_party(content, one.person), where_words(content, one) if several else "", one.reason)
        for one in led
    ]
    lines = [", ".join(part for part in parts if part) for parts in told]
    if lines and hidden:
        lines.append(untold_words(content, hidden))
    return (field_row("Ordförande", *lines),) if lines else ()


def untold_words(content: MeetingContent, item_keys: Sequence[str]) -> str:
    """That a public paper does not tell of some withheld items who led or decided them: § 46 redovisas inte."""
    return f"{labels(content, item_keys)} redovisas inte (sekretess)"


def paragraphs_words(content: MeetingContent, without: Container[str] = ()) -> str:
    """The items of the protocol: §§ 38–49, but those with a key in ``without``."""
    keys = [key for key in course(content).order if key not in without]
    return labels(content, [key for key in keys if is_taken_up(content.item(key))] or keys)


def members_field(content: MeetingContent, *, wide: bool = False) -> FieldRow:
    """Members who came, and vacant seats, as an open list: name, organisation, presence; notes to it stand below.

    Many without any organisation stand several on a row, ``wide`` over the whole page.
    """
    formal = content.forum.profile is DocumentProfile.FORMAL
    label = heading_words(content.forum, PaperHeading.MEMBERS)
    notes: list[str] = []
    rows = [_member_row(content, who, formal, notes) for who in naming.members(content) if who.stays]
    vacant = naming.vacant_seats(content)
    rows += [text_row(naming.vacant_name(s), naming.vacant_for(content, s), "") for s in vacant]
    if not rows:
        return FieldRow(label)
    if len(rows) >= MANY_NAMES and not any(run.text for row in rows for run in row.cells[1].runs):
        return FieldRow(label, (*_side_by_side(label, rows, wide), *(Paragraph(words(note), "note") for note in notes)))
    columns: tuple[Column, ...] = (Column("", width=37), Column(""), Column(""))
    if not any(run.text for row in rows for run in row.cells[2].runs):
        columns, rows = columns[:2], [Row(row.cells[:2]) for row in rows]
    table = Table(
        columns,
        tuple(rows),
        summary=f"{label}, organisation och närvaro",
        row_heads=True,
        lined=False,
        dense=True,
    )
    return FieldRow(label, (table, *(Paragraph(words(note), "note") for note in notes)))


def _side_by_side(label: str, rows: list[Row], wide: bool) -> tuple[Table | Paragraph, ...]:
    """Names in columns, read row by row; what all of them were there for is said once, below."""
    there = ["".join(run.text for run in row.cells[2].runs) for row in rows]
    every = there[0] if len(set(there)) == 1 else ""
    names = [
        ", ".join(part for part in ("".join(run.text for run in row.cells[0].runs), "" if every else said) if part)
        for row, said in zip(rows, there, strict=True)
    ]
    table = names_in_columns(names, f"{label}, flera på varje rad", wide=wide)
    return (table, Paragraph(words(f"Samtliga var närvarande {every}."), "note")) if every else (table,)


def two_on_a_row(names: Sequence[str]) -> bool:
    """Whether two of the names have room beside each other over the whole page, none of them in two lines."""
    return max(len(name) for name in names) <= _HALF_A_ROW


def names_in_columns(names: Sequence[str], summary: str, *, wide: bool = False) -> Table:
    """An open table of names: as many on a row as there is room for."""
    longest, room = max(len(name) for name in names), _ROOM_WIDE if wide else _ROOM
    count = next((n for n in (4, 3, 2) if longest <= room // n), 2)
    filled = [*names, *([""] * (-len(names) % count))]
    rows = tuple(text_row(*filled[n : n + count]) for n in range(0, len(filled), count))
    width = (_WIDE if wide else _WIDTH) / count
    return Table((Column("", width=width),) * count, rows, summary=summary, lined=False, dense=True, wide=wide)


def _member_row(content: MeetingContent, who: ParticipantContent, formal: bool, notes: list[str]) -> Row:
    """Name, organisation and presence, with a footnote; a formal protocol names the items of everybody."""
    other = naming.shares_with(content, who)
    both = [one for one in (who, other) if one]
    there = "\n".join(_presence(content, both, formal))
    name = naming.member_name(content, who)
    for note in dict.fromkeys(one.note.strip() for one in both if one.stays and one.note.strip()):
        mark = f"{len(notes) + 1})"
        notes.append(f"{mark} {capital_first(ended(note, '.'))}")
        name, there = (name, f"{there}{NBSP}{mark}") if there else (f"{name}{NBSP}{mark}", there)
    return text_row(name, naming.belongs_on_row(content, who), there)


def _presence(content: MeetingContent, row: list[ParticipantContent], formal: bool) -> list[str]:
    """What part of the meeting somebody was there; of two with their names, unless both were there all through."""
    told = full_presence_words if formal else presence_words
    came = [(one, told(content, one.person)) for one in row if one.stays]
    if len(row) == 1 or (len(came) == len(row) and not any(words for _, words in came)):
        return [words for _, words in came if words]
    throughout = "närvarande" if len(came) == 1 else "hela tiden"
    return [f"{content.person(one.person).name} {words or throughout}" for one, words in came]


def _serving(content: MeetingContent) -> list[str]:
    """Each substitute with the seats that she served, and what is noted of her; who served two has both on her line."""
    lines = []
    for who in content.participants:
        served = [one for one in services(who) if stretches_of(content, who, one)]
        words = [_served(content, who, one, beside=one is served[-1]) for one in served]
        if words:
            said = f"{naming.with_party(content, who.person)} {' och '.join(words)}"
            lines.append(", ".join(part for part in (said, who.note.strip()) if part))
    return lines


def _served(content: MeetingContent, who: ParticipantContent, service: ServiceContent, *, beside: bool) -> str:
    seat = next((s for s in content.seats if s.key == service.seat), None)
    instead = naming.holders(content, seat) if seat else service.seat
    if seat and not seat.holders:
        instead = naming.vacant_seat(content, seat)
    there = service_words(content, who, service, beside=beside)
    return f"för {instead}{f', {there}' if there else ''}"


def _substitutes(content: MeetingContent) -> list[ParticipantContent]:
    there = [p for p in content.participants if p.capacity is Capacity.SUBSTITUTE and p.stays]
    return [p for p in there if not service(content, p)]


def _present(content: MeetingContent, *capacities: Capacity) -> list[ParticipantContent]:
    return [p for p in content.participants if p.capacity in capacities and p.stays]


def _listed(content: MeetingContent, people: list[ParticipantContent]) -> list[str]:
    return [naming.with_title(content, who) for who in people]


def _absent(content: MeetingContent, *, notified: bool) -> str:
    """Names only, with what they were invited to; the reason for absence is never written."""
    people = absent(content, notified=notified)
    return listing(f"{naming.with_party(content, who.person)}{f' ({who.note})' if who.note else ''}" for who in people)


def _adjusters(content: MeetingContent) -> list[str]:
    chosen = named(content, Duty.ADJUST)
    several = len({(o.from_item, o.to_item) for o in chosen}) > 1
    if not several and not any(o.reason for o in chosen):
        return [naming.plain(content, [o.person for o in chosen])]
    order = course(content).order
    lines = []
    for officer in chosen:
        start = order.index(officer.from_item) if officer.from_item in order else 0
        end = order.index(officer.to_item) + 1 if officer.to_item in order else len(order)
        parts = [content.person(officer.person).name, labels(content, order[start:end]), officer.reason]
        lines.append(", ".join(part for part in parts if part))
    return lines


def _adjustment(content: MeetingContent, apart: Sequence[AdjustedApart]) -> tuple[Paragraph, ...]:
    """Where and when it is adjusted: the items that are adjusted immediately, and beside them the others.

    An item that was locked apart without being signed is adjusted with the others once the protocol is locked.
    """
    planned, signed = content.adjustment.planned_at, [one.item for one in apart]
    where = capital_first(", ".join(filter(None, (content.adjustment.place, moment(planned) if planned else ""))))
    at_once = [] if content.state.is_frozen else [key for key in immediate_items(content) if key not in signed]
    lines = [f"{said}, se eget protokoll" for said in adjusted_words(content, apart)]
    lines += [f"{labels(content, at_once)} justeras omedelbart"] if at_once else []
    told = [Paragraph(words(line)) for line in lines]
    taken = [key for key in course(content).order if is_taken_up(content.item(key))]
    rest = labels(content, [key for key in taken if key not in (*signed, *at_once)])
    if not lines or not rest:
        return (Paragraph(words(where)), *told) if where else tuple(told)
    by_hand = not where and content.medium is Medium.INK
    others = Paragraph(words(rest if by_hand else f"{rest}: {where or NOT_SET}"), fill_in=by_hand)
    return (others, *told)
