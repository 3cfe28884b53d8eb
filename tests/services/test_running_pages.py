"""Page numbers that run over the year: drafts show what it would be, and the lock fixes it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date

import pikepdf
import pytest

from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.protocol import Freeze
from bra_desktop.domain.register import Forum
from bra_desktop.services import register
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.adjusted.page_numbers import pages_words
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import documents
from bra_desktop.services.preparing import planning
from tests.builders import VICE, Council, council, pdf_text

MARCH, MAY, NEXT_YEAR = date(2026, 3, 12), date(2026, 5, 21), date(2027, 3, 11)


@pytest.fixture
def bra() -> Iterator[Council]:
    with council(running_pages=True) as made:
        yield made


def pages(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [str(page.label) for page in file.pages]


def protocol(bra: Council, ref: str) -> list[str]:
    return pages(documents.make(bra.office, ref, "protocol").content)


def test_the_second_protocol_begins_at_the_page_after_the_firsts_last(bra: Council) -> None:
    first = protocol(bra, bra.frozen(MARCH))
    second = protocol(bra, bra.frozen(MAY))
    assert first == [str(n + 1) for n in range(len(first))]
    assert second == [str(len(first) + n + 1) for n in range(len(second))]


def test_a_draft_shows_what_it_would_be_and_the_lock_fixes_it(bra: Council) -> None:
    early, late = bra.closed(MARCH), bra.closed(MAY)
    assert protocol(bra, late)[0] == "1"
    adjustment.hand_to_review(bra.office, early)
    adjustment.hand_to_adjustment(bra.office, early)
    count = len(protocol(bra, early))
    assert protocol(bra, late)[0] == str(count + 1)
    adjustment.hand_to_review(bra.office, late)
    adjustment.hand_to_adjustment(bra.office, late)
    locked = protocol(bra, late)
    bra.frozen(date(2026, 9, 3))
    assert protocol(bra, late) == locked
    assert f"Sida {count + 1} (1 av {len(locked)})" in pdf_text(documents.make(bra.office, late, "protocol").content)


def test_a_new_year_begins_at_one(bra: Council) -> None:
    bra.frozen(MARCH)
    assert protocol(bra, bra.frozen(NEXT_YEAR))[0] == "1"


def test_pages_printed_before_the_program_came_are_counted_on_from(bra: Council) -> None:
    with bra.office.work("") as work:
        forum = work.get(Forum, bra.forum_id)
    register.change(bra.office, Forum, bra.forum_id, {"page_start": 58, "series_start_year": 2026}, forum.revision)
    assert protocol(bra, bra.frozen(MARCH))[0] == "58"
    assert protocol(bra, bra.closed(NEXT_YEAR))[0] == "1"


def test_the_lock_tells_which_protocol_gets_its_numbers_afterwards(bra: Council) -> None:
    bra.closed(MARCH)
    late = bra.closed(MAY)
    assert pages_words(bra.office, bra.content(late)).replace("\N{NO-BREAK SPACE}", " ") == (
        "Sidorna numreras från 1. "
        "Protokollet från den 12 mars är inte låst än; lås det först, annars får det sidnummer efter det här."
    )
    bra.frozen(date(2026, 2, 5))
    assert pages_words(bra.office, bra.content(late)).startswith("Sidorna numreras från ")
    assert bra.content(late).first_page > 1


def test_the_lock_tells_of_earlier_meetings_that_nobody_has_opened_too_but_not_of_cancelled_ones(bra: Council) -> None:
    off = bra.planned(date(2026, 2, 5))
    planning.cancel(bra.office, off)
    bra.planned(MARCH)
    bra.closed(date(2026, 4, 2))
    late = bra.closed(MAY)
    assert (
        pages_words(bra.office, bra.content(late))
        .replace("\N{NO-BREAK SPACE}", " ")
        .endswith(
            "Protokollen från den 12 mars och den 2 april är inte låsta än; "
            "lås dem först, annars får de sidnummer efter det här."
        )
    )


def test_a_protocol_that_was_refused_gives_its_numbers_back(bra: Council) -> None:
    first = bra.frozen(MARCH)
    adjustment.refuse(bra.office, first, bra.people[VICE], "Fel i § 2.")
    assert protocol(bra, bra.closed(MAY))[0] == "1"


def test_an_item_adjusted_apart_is_numbered_by_itself(bra: Council) -> None:
    ref = bra.written(MARCH)
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    with bra.office.work("") as work:
        assert [one.last_page for one in work.all(Freeze)] == [None]
    assert protocol(bra, bra.closed(MAY))[0] == "1"


def test_notes_are_numbered_on_too() -> None:
    with council(DocumentProfile.NOTES, running_pages=True) as group:
        first = pages(documents.make(group.office, group.frozen(MARCH), "notes").content)
        second = pages(documents.make(group.office, group.frozen(MAY), "notes").content)
        assert second[0] == str(len(first) + 1)


def test_the_meeting_file_carries_the_setting_and_the_number(bra: Council) -> None:
    bra.frozen(MARCH)
    told = json.loads(meeting_files.export_meeting(bra.office, bra.frozen(MAY)))
    assert told["forum"]["running_pages"] is True
    assert told["first_page"] > 1


def test_without_the_setting_every_protocol_begins_at_one() -> None:
    with council() as other:
        other.frozen(MARCH)
        assert other.content(other.frozen(MAY)).first_page == 1
        with other.office.work("") as work:
            assert [one.last_page for one in work.all(Freeze)] == [None, None]
