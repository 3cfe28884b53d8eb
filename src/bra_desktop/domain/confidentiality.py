"""The public version of a meeting, with what is marked removed and not covered over, and personal numbers in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.text import TextDocument, block_runs, map_runs

WITHHELD_TITLE = "Ärende med sekretess"
WITHHELD_ANNEX = "Bilaga med sekretess"


def public_version(content: MeetingContent) -> MeetingContent:
    """The meeting without what is marked as confidential: items, annexes and passages are taken out, not hidden.

    A marked item keeps its number, times and who was disqualified, so that the series shows no gap and attendance
    stays true; its title and everything it says are gone. The ground itself stays: it may be told.
    """
    public = replace(
        content,
        items=tuple(_public_item(item) for item in content.items),
        annexes=tuple(_public_annex(annex) for annex in content.annexes),
    )
    return _without_passages(public)  # type: ignore[no-any-return]


def _public_item(item: ItemContent) -> ItemContent:
    if not item.confidential:
        return item
    return ItemContent(
        key=item.key,
        title=WITHHELD_TITLE,
        agenda_number=item.agenda_number,
        paragraph=item.paragraph,
        type=item.type,
        struck=item.struck,
        opened_at=item.opened_at,
        closed_at=item.closed_at,
        recusals=tuple(replace(out, reason="") for out in item.recusals),
        confidential=item.confidential,
        immediate_adjustment=item.immediate_adjustment,
    )


def _public_annex(annex: AnnexContent) -> AnnexContent:
    if not annex.confidential:
        return annex
    return AnnexContent(annex.key, WITHHELD_ANNEX, annex.number, confidential=annex.confidential)


def _without_passages(value: Any) -> Any:
    """The value with the marked runs of every text in it removed."""
    if isinstance(value, TextDocument):
        if not any(run.confidential for block in value.blocks for run in block_runs(block)):
            return value
        return map_runs(value, lambda run: None if run.confidential else run)
    if isinstance(value, tuple):
        return tuple(_without_passages(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _without_passages(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **changed)
    return value


def has_confidential_parts(content: MeetingContent) -> bool:
    """Whether the public version differs from the complete one."""
    return public_version(content) != content


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
