"""How the meeting that gave an action is named: by § where it has one, else by its day; decided, or agreed in notes."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.kinds import DocumentProfile, Numbering
from bra_desktop.domain.swedish import NBSP, capital_first, section
from bra_desktop.domain.swedish_dates import date_in_text, day_and_month
from bra_desktop.services.reading import OriginRow


def origin_words(origin: OriginRow | None, year: int) -> str:
    """The meeting and its number, "BRÅ § 36", with the year if it isn't this one; or its day where nothing has a §."""
    if origin is None:
        return ""
    if origin.paragraph is not None and _by_paragraph(origin):
        number = section(origin.paragraph, origin.day.year if origin.day.year != year else None)
        return f"{origin.forum_short} {number}"
    return f"{origin.forum_short} {day_words(origin.day, year)}"


def head_words(origin: OriginRow, year: int) -> str:
    """What stands over the item: "Beslut § 36, 17 september", "Överenskommet i EST 5 november, punkt 3"."""
    day = day_words(origin.day, year)
    if origin.paragraph is not None and _by_paragraph(origin):
        where = f"{section(origin.paragraph)}, {day}"
        return f"Beslut {where}" if origin.decision else where
    number = origin.paragraph if origin.numbering is Numbering.PER_MEETING else origin.agenda_number
    where = f"{origin.forum_short} {day}" + (f", punkt{NBSP}{number}" if number else "")
    if not origin.decision:
        return where
    return f"{'Överenskommet' if is_agreed(origin) else 'Beslut'} i {where}"


def decision_words(origin: OriginRow) -> str:
    """What was decided, "BRÅ: att …", or what was agreed as it was written; empty where nothing was."""
    words = origin.decision.removeprefix("att ").strip()
    if not words:
        return ""
    return capital_first(words) if is_agreed(origin) else f"{origin.forum_short}: att {words}"


def is_agreed(origin: OriginRow) -> bool:
    """Whether the meeting has notes, in which nothing is decided."""
    return origin.profile is DocumentProfile.NOTES


def day_words(day: date, year: int) -> str:
    """The day in words, with the year when it isn't this one."""
    return day_and_month(day) if day.year == year else date_in_text(day)


def _by_paragraph(origin: OriginRow) -> bool:
    """Notes that are numbered from one in each meeting have points, as their document says."""
    if origin.numbering is Numbering.NONE:
        return False
    return not (is_agreed(origin) and origin.numbering is Numbering.PER_MEETING)
