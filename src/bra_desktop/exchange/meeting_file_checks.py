"""What must hold in a meeting file beyond the types of its fields: keys, § numbers, references and local times."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from bra_desktop.domain.calendar import FIRST_YEAR, LAST_YEAR
from bra_desktop.domain.content import AnnexContent, MeetingContent, VoteContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import VoteMethod
from bra_desktop.domain.meeting_clock import may_end
from bra_desktop.domain.quoting import short
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.domain.votes import totals
from bra_desktop.exchange.meeting_file_words import NOTHING_CHANGED, STEP, field_of, place

# The reference becomes a file name, so nothing in it may lead to another folder.
REF_PATTERN = r"^[0-9A-Za-zÅÄÖåäö][0-9A-Za-zÅÄÖåäö._-]{0,63}$"
LEAST = {"paragraph": 1, "quorum": 1, "first_page": 1}
MOST = {"paragraph": 99_999, "first_page": 99_999, "quorum": 999, "planned_minutes": 1440}
"""Numbers that are counted on from: a series of §§, an agenda's clock times."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


def check(content: MeetingContent, plain: Any, name: str) -> None:
    """Raise UserError for the first thing in the content that cannot be."""
    _check_ref(content, name)
    for path, value in _parts(content, ""):
        _check_keys(path, value, plain, name)
        _check_numbers(path, value, plain, name)
        _check_times(path, value, plain, name)
        _check_years(path, value, plain, name)
        if isinstance(value, AnnexContent):
            _check_annex(path, value, plain, name)
        if isinstance(value, VoteContent):
            _check_totals(path, value, plain, name)
    _check_end(content, name)
    _check_paragraphs(content)
    _check_names(content, name)


def _check_names(content: MeetingContent, name: str) -> None:
    """Everybody and everything that is printed has a name, and nobody is on the list twice."""
    named = [("municipality", "Kommunen", content.municipality.name), ("forum", "Forumet", content.forum.name)]
    named += [(f"people[{n}]", f"Person nummer {n + 1}", one.name) for n, one in enumerate(content.people)]
    named += [
        (f"organisations[{n}]", f"Organisation nummer {n + 1}", one.name) for n, one in enumerate(content.organisations)
    ]
    named += [(f"items[{n}]", f"Punkt nummer {n + 1}", one.title) for n, one in enumerate(content.items)]
    for where, what, words in named:
        if not words.strip():
            raise UserError(
                f"{what} i filen {short(name)} saknar namn. Skriv ett i filen och läs in igen. {NOTHING_CHANGED}", where
            )
    seen: set[str] = set()
    for participant in content.participants:
        if participant.person in seen:
            who = content.person(participant.person).name
            raise UserError(
                f"{who} står två gånger bland deltagarna i filen {short(name)}. Ta bort den ena. {NOTHING_CHANGED}",
                "participants",
            )
        seen.add(participant.person)


def _parts(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every dataclass of the content with its path; text is looked through where it is decoded."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type) or hasattr(value, "to_json_value"):
        return
    yield path, value
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        here = f"{path}.{field.name}" if path else field.name
        if isinstance(part, tuple):
            for n, one in enumerate(part):
                yield from _parts(one, f"{here}[{n}]")
        else:
            yield from _parts(part, here)


def _check_ref(content: MeetingContent, name: str) -> None:
    if not re.fullmatch(REF_PATTERN[1:-1], content.ref):
        raise UserError(
            f"I filen {short(name)} duger inte mötets referens ”{short(content.ref)}”. Skriv bokstäver, siffror och "
            f"bindestreck, som BRA-2026-12-03. {NOTHING_CHANGED}",
            "ref",
        )


def _check_keys(path: str, value: Any, plain: Any, name: str) -> None:
    """Keys are unique in their list and never empty."""
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        if not isinstance(part, tuple) or not part or not hasattr(part[0], "key"):
            continue
        seen: set[str] = set()
        for n, one in enumerate(part):
            here = f"{path}.{field.name}[{n}]" if path else f"{field.name}[{n}]"
            if not one.key:
                problem = "nyckeln (”key”) är tom"
            elif one.key in seen:
                problem = f"nyckeln ”{short(one.key)}” är redan använd"
            else:
                seen.add(one.key)
                continue
            raise UserError(
                f"I filen {short(name)}, {place(here, plain)}: {problem}. Ge den en egen nyckel. {NOTHING_CHANGED}",
                f"{here}.key",
            )


def _check_numbers(path: str, value: Any, plain: Any, name: str) -> None:
    for field in dataclasses.fields(value):
        number = getattr(value, field.name)
        if not isinstance(number, int) or isinstance(number, bool):
            continue
        least, most = LEAST.get(field.name, 0), MOST.get(field.name)
        if number < least:
            problem = f"{number} är för litet. Skriv {least} eller mer."
        elif most is not None and number > most:
            problem = f"{number} är för stort. Skriv {most} eller mindre."
        else:
            continue
        here = f"{path}.{field.name}" if path else field.name
        raise UserError(
            f"I filen {short(name)}, {place(here, plain)}, {field_of(here)}: {problem} {NOTHING_CHANGED}", here
        )


def _check_times(path: str, value: Any, plain: Any, name: str) -> None:
    for field in dataclasses.fields(value):
        clock = getattr(value, field.name)
        if isinstance(clock, (datetime, time)) and clock.tzinfo is not None:
            here = f"{path}.{field.name}" if path else field.name
            raise UserError(
                f"I filen {short(name)}, {place(here, plain)}, {field_of(here)}: klockslag skrivs i svensk tid utan "
                f"tidszon, som 10:00. {NOTHING_CHANGED}",
                here,
            )


def _check_years(path: str, value: Any, plain: Any, name: str) -> None:
    """Days far off cannot be counted from: deadlines and holidays would leave the calendar."""
    for field in dataclasses.fields(value):
        day = getattr(value, field.name)
        if isinstance(day, date) and not FIRST_YEAR <= day.year <= LAST_YEAR:
            here = f"{path}.{field.name}" if path else field.name
            raise UserError(
                f"I filen {short(name)}, {place(here, plain)}, {field_of(here)}: år {day.year:04} är för långt bort. "
                f"Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}. {NOTHING_CHANGED}",
                here,
            )


def _check_annex(path: str, annex: AnnexContent, plain: Any, name: str) -> None:
    problem = where = ""
    if annex.file_name and (re.search(r"[/\\:]", annex.file_name) or annex.file_name in (".", "..")):
        problem, where = "filnamnet får inte innehålla en mapp", "file_name"
    elif annex.digest and not _DIGEST.fullmatch(annex.digest):
        problem, where = "kontrollsumman ska vara 64 tecken 0–9 och a–f (SHA-256)", "digest"
    if problem:
        raise UserError(
            f"I filen {short(name)}, {place(path, plain)}: {problem}. Rätta filen. {NOTHING_CHANGED}",
            f"{path}.{where}",
        )


def _check_totals(path: str, vote: VoteContent, plain: Any, name: str) -> None:
    """By name the ballots say how many; another number beside them is somebody's mistake."""
    if vote.method is not VoteMethod.BY_NAME:
        return
    written, counted = _at(path, plain), totals(vote)
    for field in ("yes", "no", "abstain"):
        told, count = getattr(vote, field), getattr(counted, field)
        if field in written and told != count:
            raise UserError(
                f"I filen {short(name)}, {place(path, plain)}, {field_of(field)}: där står {told}, men rösterna "
                f"med namn är {count}. Rätta antalet eller rösterna. {NOTHING_CHANGED}",
                f"{path}.{field}",
            )


def _at(path: str, plain: Any) -> Any:
    """The plain value that a path leads to."""
    for field, index in STEP.findall(path):
        plain = plain[field] if field else plain[int(index)]
    return plain


def _check_end(content: MeetingContent, name: str) -> None:
    if content.ends is not None and not may_end(content.starts, content.ends):
        raise UserError(
            f"Mötet i filen {short(name)} slutar kl. {clock(content.ends)} men börjar kl. {clock(content.starts)}. "
            f"Ändra ett av klockslagen. {NOTHING_CHANGED}",
            "ends",
        )


def _check_paragraphs(content: MeetingContent) -> None:
    first: dict[int, str] = {}
    for n, item in enumerate(content.items):
        if item.paragraph is None:
            continue
        if item.paragraph in first:
            raise UserError(
                f"§ {item.paragraph} förekommer två gånger, på ”{short(first[item.paragraph])}” och "
                f"”{short(item.title)}”. Ge den ena ett eget nummer. {NOTHING_CHANGED}",
                f"items[{n}].paragraph",
            )
        first[item.paragraph] = item.title
