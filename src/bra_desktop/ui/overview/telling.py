"""How the overview's rows become words. Pure; knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from bra_desktop.domain.headings import own_notice_in_text
from bra_desktop.domain.kinds import MEETING_STATE_WORDS, MeetingState
from bra_desktop.domain.swedish import NBSP, capital_first, listing, lower_first, plural, section
from bra_desktop.domain.swedish_dates import (
    MONTHS,
    WEEKDAYS,
    clock_range,
    day_and_month,
    long_date,
    relative_day,
    week,
)
from bra_desktop.services.overview import BoardRow, MeetingLine, NextRow, OrganisationLoad, Overview, SignerLine
from bra_desktop.ui.overview.shown import LastDay, LateBar, NextMeeting, Waiting, YearEvent, YearRing

NEAR = timedelta(days=7)
"""How long before its last day a notice is told of among what waits."""
NOTICE = "Kallelse"
STEP_ICONS = {
    MeetingState.PLANNED: "send",
    MeetingState.CALLED: "play",
    MeetingState.IN_PROGRESS: "play",
}
LOOKS = {
    MeetingState.ADJUSTMENT: ("pen-line", "attention", "adjustment"),
    MeetingState.REVIEW: ("eye", "attention", "meeting"),
    MeetingState.DRAFT: ("pencil", "attention", "meeting"),
}
TO_ARCHIVE = (MeetingState.ADJUSTED, MeetingState.ESTABLISHED)
RINGS = (
    (("lagesbild",), YearRing("Lägesbild", "dot", "forum-op")),
    (("est",), YearRing("EST", "diamond", "forum-est")),
    (("bra_au",), YearRing("Arbetsutskott", "square", "forum-au")),
    (("bra", "namnd"), YearRing("Råd och nämnd", "circle", "forum-bra")),
    ((), YearRing("Övriga möten", "dot", "neutral")),
    ((), YearRing("Sista dagar", "triangle", "attention")),
)
OTHERS, DAYS = len(RINGS) - 2, len(RINGS) - 1


def greeting(now: datetime, name: str) -> str:
    """Words such as "God eftermiddag, Anna"."""
    hour = now.hour
    part = "God morgon" if 4 <= hour < 10 else "God förmiddag" if hour < 12 else "God eftermiddag"
    if hour >= 18 or hour < 4:
        part = "God kväll"
    first = name.split()[0] if name.split() else ""
    return f"{part}, {first}" if first else part


def day_words(day: date) -> str:
    """Words such as "Tisdag 24 november 2026, vecka 48"."""
    return f"{capital_first(long_date(day))}, {week(day)}"


def next_meeting(row: NextRow) -> NextMeeting:
    """A line of Nästa möten."""
    meeting = row.meeting
    running = meeting.state is MeetingState.IN_PROGRESS
    clock = f"{WEEKDAYS[meeting.day.weekday()]} {clock_range(meeting.starts, meeting.ends)}"
    label = "Fortsätt mötet" if running else row.step.label if row.step else "Visa mötet"
    label = label.replace("kallelsen", own_notice_in_text(meeting.notice))
    return NextMeeting(
        ref=meeting.ref,
        day=meeting.day,
        month=MONTHS[meeting.day.month - 1][:3],
        forum=meeting.forum,
        state=meeting.state,
        when=", ".join(filter(None, (meeting.title, clock, meeting.place))),
        missing=f"{plural(row.missing, 'sak', 'saker')} saknas" if row.missing else "",
        button=label,
        icon=STEP_ICONS.get(meeting.state, "arrow-right"),
        page="live" if running else "meeting",
    )


def waiting(overview: Overview) -> tuple[Waiting, ...]:
    """What waits, the signatures first; what is only to be archived is one line."""
    order = tuple(LOOKS)
    rows = sorted((w for w in overview.waiting if w.meeting.state in LOOKS), key=lambda w: order.index(w.meeting.state))
    lines = []
    for row in rows:
        icon, tone, page = LOOKS[row.meeting.state]
        words = signed_words(row.signers) or row.text
        link = "Skriv under" if row.meeting.state is MeetingState.ADJUSTMENT else row.label
        state = capital_first(MEETING_STATE_WORDS[row.meeting.state])
        title = f"{state} {row.meeting.forum_short} {day_and_month(row.meeting.day)}"
        lines.append(Waiting(icon, tone, title, words, link, page, row.meeting.ref))
    lines += [_on_board(row, overview.today) for row in overview.board]
    lines += [_due(row, overview.today) for row in overview.next_meetings if _is_due(row, overview.today)]
    if overview.late_actions:
        late = plural(overview.late_actions, "åtgärd är försenad", "åtgärder är försenade")
        lines.append(Waiting("triangle-alert", "late", late, "Påminn eller skriv in svar", "Visa", "actions", "late"))
    unposted = {row.meeting.ref for row in overview.board if not row.posted}
    done = [w for w in overview.waiting if w.meeting.state in TO_ARCHIVE and w.meeting.ref not in unposted]
    if done:
        lines.append(_to_archive(done[-1].meeting if len(done) == 1 else None, len(done)))
    return tuple(lines)


def more_waiting(rest: Sequence[Waiting]) -> str:
    """What has no line of its own, and where it is found: och 2 till under Möten och Åtgärder."""
    places = ("Åtgärder" if one.page == "actions" else "Möten" for one in rest)
    return f"och {len(rest)} till under {listing(sorted(set(places)))}"


def _on_board(row: BoardRow, today: date) -> Waiting:
    """A notice to post or to take down; where it is recorded is beside the protocol."""
    meeting = row.meeting
    part = f"{section(row.paragraph)} " if row.paragraph is not None else ""
    about = f"{part}{meeting.forum_short} {day_and_month(meeting.day)}"
    target = (meeting.ref, "document")
    if row.posted:
        words = f"Överklagandetiden är ute. Kan tas ned från {day_and_month(row.day)}"
        return Waiting("stamp", "attention", f"Ta ned anslag {about}", words, "Visa anslaget", "meeting", target)
    last = f"senast {day_and_month(row.day)}, {relative_day(row.day, today)}"
    words = f"Justerat men inte anslaget: {last if row.day >= today else f'skulle ha skett {day_and_month(row.day)}'}"
    return Waiting("stamp", "attention", f"Sätt upp anslag {about}", words, "Visa protokollet", "meeting", target)


def _is_due(row: NextRow, today: date) -> bool:
    """Whether the last day of the notice is near, or gone."""
    return row.meeting.state is MeetingState.PLANNED and _notice_day(row.meeting) <= today + NEAR


def _notice_day(meeting: MeetingLine) -> date:
    from bra_desktop.services.deadlines import days_of

    return days_of(meeting.profile, meeting.day, meeting.notice_days, meeting.adjustment_days).notice.last_day


def _due(row: NextRow, today: date) -> Waiting:
    meeting, last = row.meeting, _notice_day(row.meeting)
    title = f"{meeting.notice or NOTICE} {meeting.forum_short} {day_and_month(meeting.day)}"
    words = f"Senast {day_and_month(last)}, {relative_day(last, today)}"
    if last < today:
        words = f"Sista dagen var {day_and_month(last)}"
    return Waiting("send", "attention", title, words, "Visa mötet", "meeting", meeting.ref)


def _to_archive(only: MeetingLine | None, count: int) -> Waiting:
    if only is not None:
        title = f"{only.forum_short} {day_and_month(only.day)}"
        return Waiting("archive", "muted", title, "Klart och kan arkiveras.", "Visa mötet", "meeting", only.ref)
    words = "Protokoll och anteckningar som är klara"
    return Waiting("archive", "muted", f"{count} möten kan arkiveras", words, "Visa möten", "meetings", None)


def signed_words(signers: Sequence[SignerLine]) -> str:
    """Words such as "Eva Lind har skrivit under. Siv Östling återstår."."""
    if not signers:
        return ""
    done = list(dict.fromkeys(s.name for s in signers if s.has_signed))
    left = list(dict.fromkeys(s.name for s in signers if not s.has_signed))
    said = [f"{listing(done)} har skrivit under." if done else "Ingen har skrivit under än."]
    if left:
        said.append(f"{listing(left)} återstår.")
    return " ".join(said)


def bars(loads: Iterable[OrganisationLoad]) -> tuple[LateBar, ...]:
    """The organisations with open actions, those with most late ones first."""
    return tuple(LateBar(r.organisation_id, r.short_name, r.late, r.open) for r in loads)


def bars_words(overview: Overview) -> str:
    """Words such as "7 av 46 öppna är försenade"."""
    if not overview.open_actions:
        return "Inga åtgärder är öppna."
    if not overview.late_actions:
        return f"{plural(overview.open_actions, 'öppen åtgärd', 'öppna åtgärder')}, ingen är försenad"
    return f"{overview.late_actions} av {overview.open_actions} öppna är försenade"


def with_rest(words: str, rest: int) -> str:
    """Those words, and how many organisations have no bar."""
    return f"{words}, {plural(rest, 'organisation', 'organisationer')} till" if rest > 0 else words


def last_day(row: MeetingLine, day: date, today: date, *, notice: bool) -> LastDay:
    """A line of the deadlines."""
    name = f"{row.forum_short} {day_and_month(row.day)}"
    late = day < today
    when = relative_day(day, today) if not late else f"{plural((today - day).days, 'dag', 'dagar')} sedan"
    words = f"{row.notice or NOTICE} {name}" if notice else f"Justering {name}"
    return LastDay(day, words, when, late, row.ref, "meeting" if notice else "adjustment")


def year_words(count: int, days: Iterable[LastDay], today: date) -> str:
    """Words such as "Nästa frist 26 november: kallelse BRÅ 3 december", or how many meetings the year has."""
    coming = next((day for day in days if day.day >= today), None)
    if coming is not None:
        return f"Nästa frist {day_and_month(coming.day)}: {lower_first(coming.words)}"
    return plural(count, f"möte i{NBSP}år", f"möten i{NBSP}år") if count else f"Inga möten i{NBSP}år än"


def year_events(
    year: Iterable[MeetingLine], days: Iterable[LastDay]
) -> tuple[tuple[YearRing, ...], tuple[YearEvent, ...]]:
    """The rings that have anything in them, and what lies on them."""
    found: list[tuple[int, date, str, tuple[str, str]]] = []
    for row in year:
        if row.state is not MeetingState.CANCELLED:
            words = f"{row.forum}, {clock_range(row.starts, row.ends)}"
            found.append((_ring_of(row.template), row.day, words, ("meeting", row.ref)))
    found += [(DAYS, day.day, day.words, (day.page, day.ref)) for day in days]
    used = sorted({ring for ring, *_ in found})
    rings = tuple(RINGS[ring][1] for ring in used)
    return rings, tuple(YearEvent(used.index(ring), day, words, target) for ring, day, words, target in found)


def _ring_of(template: str) -> int:
    return next((at for at, (names, _ring) in enumerate(RINGS) if template in names), OTHERS)
