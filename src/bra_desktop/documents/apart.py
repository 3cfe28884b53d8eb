"""What a paper says of the items that were adjusted immediately: which, when and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.headings import signer_word
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.signers import AdjustedApart
from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.domain.swedish_dates import date_in_text


def adjusted_words(content: MeetingContent, apart: Iterable[AdjustedApart]) -> Iterator[str]:
    """§ 45 justerades omedelbart den 3 december 2026. Those of one day and the same people stand together."""
    for group in _together(apart):
        yield _begins(content, group)


def adjusted_by_words(content: MeetingContent, apart: Iterable[AdjustedApart]) -> Iterator[str]:
    """As :func:`adjusted_words`, with those who adjusted and when it was posted, as whole sentences."""
    for group in _together(apart):
        by, day = group[0].adjusted_by, group[0].posted_on
        posted = f"{',' if by else ''} och anslogs den {date_in_text(day)}" if day else ""
        yield f"{capital_first(_begins(content, group))}{f' av {listing(by)}' if by else ''}{posted}."


def posted_words(content: MeetingContent, apart: Iterable[AdjustedApart]) -> Iterator[str]:
    """As :func:`adjusted_words`, with the day of their own notice, as whole sentences: of those that have one."""
    for group in _together(one for one in apart if one.posted_on):
        if day := group[0].posted_on:
            yield f"{capital_first(_begins(content, group))} och anslogs för sig den {date_in_text(day)}."


def signed_words(content: MeetingContent, apart: Iterable[AdjustedApart], *, names: bool = True) -> Iterator[str]:
    """As :func:`adjusted_words`, with everybody who signed in what role and that they have a protocol of their own."""
    for group in _together(apart):
        own = "i ett eget protokoll" if len(group) == 1 else "i egna protokoll"
        by = listing(f"{name} ({signer_word(content.forum, role)})" for name, role in group[0].signed_by)
        signed = f", underskrivet av {by}" if names and len(group) == 1 else f", underskrivna av {by}" if names else ""
        yield f"{capital_first(_begins(content, group))} {own}{signed}."


def _begins(content: MeetingContent, group: Sequence[AdjustedApart]) -> str:
    items = " och ".join(labels(content, [one.item for one in group]).rsplit(", ", 1))
    return f"{items} justerades omedelbart den {date_in_text(group[0].on)}"


def _together(apart: Iterable[AdjustedApart]) -> Iterator[list[AdjustedApart]]:
    for _key, group in groupby(apart, lambda one: (one.on, one.signed_by, one.posted_on)):
        yield list(group)
