"""Where another than the ordinary chair presides, the papers say so: on the first page and in the paragraph."""

from dataclasses import replace
from datetime import date, time

import pytest

from bra_desktop.documents import extract, notes, protocol
from bra_desktop.domain.content import MeetingContent, OfficerContent, RecusalContent, StayContent
from bra_desktop.domain.kinds import DocumentProfile, Duty
from tests.documents.blocks_as_text import blocks_as_text
from tests.domain.almby import council, key, with_item, with_participant, with_profile

LEDS = "är ordförande i"


def said(content: MeetingContent, *, only: str = "", public: bool = False) -> list[str]:
    text = blocks_as_text(protocol.protocol(content, only=only, public=public)).replace("\u00a0", " ")
    return [line.strip() for line in text.splitlines()]


def about_chairs(lines: list[str]) -> list[str]:
    return [line for line in lines if LEDS in line]


def out_in(content: MeetingContent, number: int, **changes: object) -> MeetingContent:
    """The chair is disqualified at an item, and the vice chair leads it."""
    return with_item(content, number, recusals=(RecusalContent("out", "eva"),), **changes)


@pytest.mark.parametrize("profile", [DocumentProfile.COUNCIL, DocumentProfile.FORMAL])
def test_who_leads_in_the_place_of_a_disqualified_chair_is_named_in_the_paragraph_and_on_the_first_page(
    profile: DocumentProfile,
) -> None:
    lines = said(with_profile(out_in(council(), 46), profile))
    (line,) = about_chairs(lines)
    assert "Per Alm är ordförande i ärendet." in line
    at = lines.index("Ordförande:")
    assert lines[at + 1 : at + 3] == ["Eva Lind, §§ 38–45, 47–49", "Per Alm, § 46"]


def test_who_takes_over_when_the_chair_leaves_is_named_once_with_all_her_items() -> None:
    lines = said(with_participant(council(), "eva", stays=(StayContent(to_time=time(11, 36), to_item=key(46)),)))
    (line,) = about_chairs(lines)
    assert "Per Alm är ordförande i §§ 47–49." in line


def test_nothing_is_said_of_a_meeting_that_its_chair_led_all_through() -> None:
    lines = said(council())
    assert about_chairs(lines) == []
    assert "Ordförande:" not in lines


def test_where_the_chair_never_came_the_first_page_names_who_led_and_the_paragraphs_nobody() -> None:
    lines = said(with_participant(council(), "eva", stays=()))
    assert about_chairs(lines) == []
    assert lines[lines.index("Ordförande:") + 1] == "Per Alm"


def test_an_extract_says_who_led_its_items() -> None:
    content = with_participant(council(), "eva", stays=(StayContent(to_time=time(11, 36), to_item=key(46)),))
    made = extract.Extracts(content, date(2026, 12, 20))
    later = blocks_as_text(made.of([key(48)])).replace("\u00a0", " ")
    assert "Ordförande:\n  Per Alm\n" in later
    earlier = blocks_as_text(made.of([key(41)])).replace("\u00a0", " ")
    assert "Ordförande:" not in earlier


def test_the_public_version_does_not_tell_who_led_what_is_removed() -> None:
    chairs = (*council().officers, OfficerContent(Duty.PRESIDE, "mona", key(46), key(46)))
    content = out_in(council(officers=chairs), 46, confidential="18 kap. 1 § offentlighets- och sekretesslagen")
    assert any("Mona Sundell är ordförande" in line for line in said(content))
    public = said(content, public=True)
    assert about_chairs(public) == []
    assert not any("Mona Sundell, § 46" in line or "Eva Lind, §§" in line for line in public)


def test_notes_tell_who_leads_in_their_own_way() -> None:
    content = with_profile(out_in(council(), 46), DocumentProfile.NOTES)
    assert LEDS not in blocks_as_text(notes.notes(content))


def test_what_was_on_the_agenda_and_never_taken_up_is_not_in_the_protocol_unless_it_is_struck() -> None:
    waiting = replace(council().items[7], paragraph=None, opened_at=None, closed_at=None, decisions=(), recusals=())
    rest = tuple(i for i in council().items if i.key != waiting.key)
    left = council(items=(*rest, waiting))
    assert not any(waiting.title in line for line in said(left))
    struck = said(council(items=(*rest, replace(waiting, struck=True))))
    assert any(waiting.title in line for line in struck)
    assert "Ärendet utgår." in "\n".join(struck)
