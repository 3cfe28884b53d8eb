"""A supplement to a notice (Komplettering 1): only what is new since what was sent last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from bra_desktop.documents.annexes import files_before
from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import Block, Document, FieldRow, field_row
from bra_desktop.documents.called import signed
from bra_desktop.documents.list_frame import framed
from bra_desktop.documents.new_annexes import Group, annexes_section, new_annexes
from bra_desktop.documents.notice import timed
from bra_desktop.documents.prepared import proposals
from bra_desktop.documents.text_blocks import Heading, Paragraph, words
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import MeetingContent, NoticeContent
from bra_desktop.domain.echoes import echoes_of
from bra_desktop.domain.headings import notice_in_text
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.struck import without_annexes_of_struck
from bra_desktop.domain.swedish import DASH, NBSP, capital_first, listing
from bra_desktop.domain.swedish_dates import clock_range, date_in_text, long_date

NAME = "Komplettering"


@dataclass(frozen=True)
class Before:
    """When and where the meeting was to be held, as the called were told last."""

    day: date
    starts: time
    ends: time | None
    place: str


@dataclass(frozen=True)
class News:
    """What is new: keys of items and annexes, and when and where it was before, where that has changed."""

    items: frozenset[str] = frozenset()
    annexes: frozenset[str] = frozenset()
    before: Before | None = None

    def __bool__(self) -> bool:
        return bool(self.items or self.annexes or self.before)


def supplement(
    content: MeetingContent,
    news: News,
    number: int,
    *,
    made_on: date,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    public: bool = False,
) -> Document:
    """The supplement's blocks: what has changed, new items, new annexes, and what was prepared for the new items."""
    assets = Assets(arms, pictures=pictures or {})
    whole, content = content, without_annexes_of_struck(content)
    shown = public_version(content, whole) if public else content
    news = public_news(content, news) if public else news
    blocks = _blocks(shown, news, new_annexes(content, shown, news.annexes), made_on, assets)
    blocks = (field_row("Hör till", _belongs_to(content, number)), *blocks)
    warning = marked_words(content, news, public=public)
    return framed(shown, f"{NAME} {number}", blocks, arms=arms, made_on=made_on, warn=warning)


def marked_words(content: MeetingContent, news: News, *, public: bool) -> str:
    """What every page says where something of what is new is marked as confidential, as :func:`page_words`."""
    items = tuple(i for i in content.items if i.key in news.items or news.annexes.intersection(i.annexes))
    annexes = tuple(annex for annex in content.annexes if annex.key in news.annexes)
    part, echoes = replace(content, items=items, annexes=annexes, notice=NoticeContent()), echoes_of(content)
    before = echoes.sections(news.before.place) if news.before else []
    return page_words(part, public=public, echoed=(*echoes.sections((items, annexes)), *before))


def _blocks(
    content: MeetingContent, news: News, annexes: list[Group], made_on: date, assets: Assets
) -> Iterable[Block]:
    yield from _changed(content, news.before) if news.before else ()
    yield Paragraph(words("Här står bara det som är nytt. I övrigt gäller det som är skickat tidigare."))
    formal = content.forum.profile is DocumentProfile.FORMAL
    if news.items:
        yield Heading("Nya ärenden" if formal else "Nya punkter")
        yield timed(content, news.items)
    yield from annexes_section(annexes, "Nya bilagor")
    yield from signed(content, made_on)
    yield from proposals(content, assets, news.items)
    yield from files_before([annex for annex in content.annexes if annex.key in news.annexes])


def public_news(content: MeetingContent, news: News) -> News:
    """What is new without what the place that the meeting had repeats of words that are marked in it now."""
    return replace(news, before=public_before(content, news.before)) if news.before else news


def public_before(content: MeetingContent, before: Before) -> Before:
    """When and where it was to be, without marked words."""
    return replace(before, place=echoes_of(content).without(before.place))


def _belongs_to(content: MeetingContent, number: int) -> str:
    """The notice, and the supplements that went out before this one: Kallelsen 5 december 2026 och komplettering 1."""
    sent, before = content.notice.sent_on, listing(str(n) for n in range(1, number))
    earlier = f" och {NAME.lower()}{NBSP}{before}" if before else ""
    return f"{capital_first(notice_in_text(content.forum))}{f' {date_in_text(sent)}' if sent else ''}{earlier}"


def changed_words(content: MeetingContent, before: Before) -> Iterable[str]:
    """The same in lines of a mail: Ny plats: Rådhuset, tidigare Medborgarhuset."""
    for label, now, then in _changes(content, before):
        yield f"{label}: {now}{f', tidigare {then}' if then else ''}"


def _changed(content: MeetingContent, before: Before) -> Iterable[FieldRow]:
    for label, now, then in _changes(content, before):
        yield field_row(label, now, f"Tidigare {then}" if then else "")


def _changes(content: MeetingContent, before: Before) -> Iterable[tuple[str, str, str]]:
    """The time and the place where they are others, as they are now, each with what it was."""
    then = (before.day, before.starts, before.ends)
    if then != (content.date, content.starts, content.ends):
        yield "Ny tid", capital_first(_when(content.date, content.starts, content.ends)), _when(*then)
    if before.place != content.place:
        yield "Ny plats", content.place or DASH, before.place


def _when(day: date, starts: time, ends: time | None) -> str:
    return f"{long_date(day)} {clock_range(starts, ends)}"
