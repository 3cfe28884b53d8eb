"""Whole meetings for papers: everything that can stand in one, much of it at the same time.

Builds on the strategies that every test shares, whose meetings are small and mostly empty, and puts in what only papers
show: pictures that exist, tables with heads, deep lists, words wider than the page, vacant seats, two in a row.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bra_desktop.domain import text as t
from bra_desktop.domain.content import (
    AdjournmentContent,
    AnnexContent,
    DispatchContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    ParticipantContent,
    SeatContent,
    StayContent,
)
from bra_desktop.domain.headings import PaperHeading, elsewhere, own_words
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import Capacity, Mode
from tests.documents.samples import PICTURE
from tests.strategies import meeting_contents, text_documents

_LONG = st.sampled_from(
    (
        "Ordningsvaktsförordnandebeslutsunderlagshandling" * 4,
        "M" * 300,
        "https://almby.example/" + "handling/" * 20,
        "Trygghet i centrum och vid stationen under kvällar och helger, med återrapport " * 4,
        "mjuka\u00adbinde\u00adstreck i ett lång\u00adt ord och 100\u00a0000\u00a0kronor den 3 december kl. 10.00",
        "2\u202f000\u202fkr · 1⁄2 · ½ · m² · H₂O · é ü ñ ß ø æ · Łódź · Αθήνα · Москва",
        "e\u0301 a\u030a o\u0308 sammansatta · \ufb01 · \u2011 · \u2060 · \ufeff · 👩\u200d👧 🇸🇪 · שלום",
        "rad ett\nrad två\u2028rad tre\r\nrad fyra",
    )
)
_SHORT = st.sampled_from(("", "–", "12 000", "Polisen", "ja", "§ 41", "2026-12-03", "Fatta beslut om vägen fram"))
_CELL_TEXT = st.one_of(_SHORT, _SHORT, _LONG)
_TITLE = st.one_of(_SHORT.filter(bool), _LONG)
_MARKED = st.builds(
    t.Run,
    text=_CELL_TEXT,
    bold=st.booleans(),
    italic=st.booleans(),
    language=st.sampled_from(("", "", "en", "fi", "ar")),
    confidential=st.booleans(),
    ground=st.sampled_from(("", "", "18 kap. 1 § OSL", "utan lagrum")),
)
_ROW = st.integers(1, 6)


@st.composite
def _tables(draw: st.DrawFn) -> t.Table:
    width, height = draw(_ROW), draw(st.integers(1, 25))
    cells = draw(st.lists(_MARKED, min_size=1, max_size=12))
    rows = tuple(
        t.Row(tuple(t.Cell((cells[(n * width + k) % len(cells)],)) for k in range(width))) for n in range(height)
    )
    alignments = tuple(draw(st.sampled_from(("left", "right", "center"))) for _ in range(width))
    return t.Table("tabell", rows, draw(st.integers(0, 1)), alignments, draw(_CELL_TEXT))


@st.composite
def _lists(draw: st.DrawFn) -> list[t.Block]:
    """Items that go down and up again, by one level or by several, numbers and bullets mixed."""
    levels = draw(st.lists(st.tuples(st.integers(0, 8), st.booleans(), _CELL_TEXT), min_size=1, max_size=9))
    start = draw(st.none() | st.integers(1, 200))
    return [
        t.ListItem("punkt", level, ordered, start if n == 0 and ordered else None, (t.Run(text),))
        for n, (level, ordered, text) in enumerate(levels)
    ]


_IMAGE = st.builds(t.Image, st.just("bild"), st.sampled_from((PICTURE, "0" * 64)), _CELL_TEXT)
_HEADING = st.builds(t.Heading, st.just("rubrik"), st.integers(1, 4), st.tuples(_MARKED))
_PARAGRAPH = st.builds(t.Paragraph, st.just("stycke"), st.lists(_MARKED, min_size=1, max_size=4).map(tuple))
_QUOTATION = st.builds(t.Quotation, st.just("citat"), st.tuples(_MARKED))
_SOME = st.one_of(
    _tables().map(lambda one: [one]),
    _lists(),
    *(kind.map(lambda one: [one]) for kind in (_IMAGE, _HEADING, _PARAGRAPH, _QUOTATION)),
    text_documents(3).map(lambda found: list(found.blocks)),
)


def _joined(parts: list[list[t.Block]]) -> t.TextDocument:
    return t.TextDocument(t.with_unique_ids(tuple(block for part in parts for block in part)))


_TEXT: st.SearchStrategy[t.TextDocument] = st.lists(_SOME, max_size=6).map(_joined)
_PAPER_HEADING = st.sampled_from(PaperHeading)
_MOSTLY_NOT = st.integers(0, 3).map(lambda n: n == 3)


@st.composite
def _fuller_items(draw: st.DrawFn, items: tuple[ItemContent, ...], annexes: tuple[str, ...]) -> tuple[ItemContent, ...]:
    made = []
    for item in items:
        sent = draw(st.lists(st.builds(DispatchContent, st.just(""), _TITLE), max_size=2))
        made.append(
            replace(
                item,
                title=draw(_TITLE) if draw(_MOSTLY_NOT) else item.title,
                group=draw(st.sampled_from(("", "Kartläggning", "Analys"))),
                registry_number=draw(st.sampled_from(("", "KS 2026/118", "1" * 60))),
                planned_minutes=draw(st.none() | st.integers(5, 90)),
                added_at_meeting=draw(_MOSTLY_NOT),
                struck=draw(_MOSTLY_NOT),
                immediate_adjustment=draw(_MOSTLY_NOT),
                confidential=draw(st.sampled_from(("", "", "26 kap. 1 § offentlighets- och sekretesslagen"))),
                text=draw(_TEXT),
                basis=draw(_TEXT) if draw(_MOSTLY_NOT) else item.basis,
                proposition=draw(_TEXT) if draw(_MOSTLY_NOT) else item.proposition,
                annexes=tuple(draw(st.lists(st.sampled_from(annexes), max_size=2, unique=True))) if annexes else (),
                dispatch=(*item.dispatch, *sent),
            )
        )
    return tuple(made)


@st.composite
def _annexes(draw: st.DrawFn) -> tuple[AnnexContent, ...]:
    count = draw(st.integers(0, 3))
    return tuple(
        AnnexContent(
            f"bilaga{n}",
            draw(_TITLE),
            draw(st.sampled_from((None, n + 1))),
            origin=draw(_SHORT),
            registry_number=draw(_SHORT),
            file_name=draw(st.sampled_from(("", "rapport.pdf", "x" * 120 + ".pdf"))),
            digest=draw(st.sampled_from(("", "0123456789abcdef" * 4))),
            pages=draw(st.none() | st.integers(1, 300)),
            later=draw(st.booleans()),
            confidential=draw(st.sampled_from(("", "", "18 kap. 1 § OSL"))),
            text=draw(_TEXT) if draw(_MOSTLY_NOT) else t.TextDocument(),
        )
        for n in range(count)
    )


@st.composite
def _fuller_participants(
    draw: st.DrawFn, people: tuple[ParticipantContent, ...], items: tuple[ItemContent, ...]
) -> tuple[ParticipantContent, ...]:
    keys = [item.key for item in items]
    made = []
    for who in people:
        stays = who.stays
        if draw(st.booleans()):  # else most people would be there by odd minutes or not at all
            stays = (StayContent(mode=draw(st.sampled_from(Mode))),)
        elif draw(_MOSTLY_NOT):
            stays = (StayContent(to_item=draw(st.sampled_from(keys))),)
        note = draw(st.sampled_from(("", "", "§ 42", "inbjuden till § 3")))
        made.append(replace(who, stays=stays, note=note))
    members = [n for n, who in enumerate(made) if who.capacity is Capacity.MEMBER]
    if len(members) > 1 and draw(st.booleans()):
        made[members[0]] = replace(made[members[0]], together_with=made[members[1]].person)
    return tuple(made)


@st.composite
def whole_meetings(draw: st.DrawFn) -> MeetingContent:
    """A meeting of up to nine people and six items, in which anything may stand."""
    content = draw(meeting_contents(max_people=9, max_items=6))
    annexes = draw(_annexes())
    vacant = tuple(SeatContent(f"vakant{n}", draw(st.sampled_from(("", "o0")))) for n in range(draw(st.integers(0, 2))))
    keys = tuple(item.key for item in content.items)
    breaks = tuple(
        AdjournmentContent(
            time(10 + n), draw(st.none() | st.just(time(10 + n, 15))), draw(st.sampled_from(("", *keys)))
        )
        for n in range(draw(st.integers(0, 2)))
    )
    forum: ForumContent = replace(
        content.forum,
        adjusters_word=draw(st.sampled_from(("Justerare", "Justerande", "Utses att justera"))),
        agenda_word=draw(st.sampled_from(("Dagordning", "Föredragningslista"))),
        numbered_decisions=draw(st.booleans()),
        sections=tuple(draw(st.lists(st.sampled_from(ItemSection), max_size=4, unique=True))),
        name=draw(_TITLE) if draw(_MOSTLY_NOT) else content.forum.name,
        running_pages=draw(st.booleans()),
        headings=own_words(
            [
                (heading, elsewhere(heading, content.forum.profile))
                for heading in draw(st.lists(_PAPER_HEADING, max_size=6))
            ]
        ),
    )
    contact = draw(
        st.sampled_from(
            (
                "",
                "Rådhuset · 0980-319 200 · kommun@almby.example",
                "Rådhuset · 0980-319 200 · kommun@almby.example · organisationsnummer 212000-0000",
            )
        )
    )
    return replace(
        content,
        first_page=draw(st.sampled_from((1, 37, 998))),
        municipality=replace(content.municipality, contact_line=contact, accent=draw(st.sampled_from(("", "7A1D4A")))),
        forum=forum,
        registry_number=draw(st.sampled_from(("", "KS 2026/12"))),
        seats=(*content.seats, *vacant),
        participants=draw(_fuller_participants(content.participants, content.items)),
        adjournments=breaks,
        items=draw(_fuller_items(content.items, tuple(annex.key for annex in annexes))),
        annexes=(*annexes, *(replace(a, key=f"text{n}") for n, a in enumerate(content.annexes))),
    )


def some_meetings(count: int) -> list[MeetingContent]:
    """That many different meetings, the same ones each time."""
    found: list[MeetingContent] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(whole_meetings())
    def keep(content: MeetingContent) -> None:
        found.append(content)

    keep()
    return found
