"""Where another than the ordinary chair presides, the papers say so: on the first page and in the paragraph."""

from dataclasses import replace
from datetime import date, time

import pytest

from bra_desktop.documents import extract, item_remarks, notes, protocol
from bra_desktop.domain.content import MeetingContent, OfficerContent, RecusalContent, StayContent
from bra_desktop.domain.kinds import DocumentProfile, Duty, SignerRole
from bra_desktop.domain.signers import signers
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import formal
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


@pytest.mark.parametrize(("struck", "told_at"), [(48, 47), (47, 48)])
def test_what_was_struck_counts_alike_on_the_first_page_and_in_the_paragraph(struck: int, told_at: int) -> None:
    gone = with_participant(council(), "eva", stays=(StayContent(to_time=time(11, 36), to_item=key(46)),))
    content = with_item(gone, struck, struck=True)
    lines = said(content)
    assert "Per Alm, §§ 47–49" in lines
    (line,) = about_chairs(lines)
    assert "Per Alm är ordförande i §§ 47–49." in line
    assert item_remarks.stand_in_words(content).keys() == {key(told_at)}


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


@pytest.mark.parametrize("out", [(), (RecusalContent("out", "eva"),)])
def test_nobody_else_is_named_for_what_is_withheld_whether_anybody_was_disqualified_or_not(
    out: tuple[RecusalContent, ...],
) -> None:
    """Eva Lind leads to § 45 and is the chair; from § 47 Per Alm does, and § 46 is withheld."""
    leaves = with_participant(council(), "eva", stays=(StayContent(to_time=time(11, 36), to_item=key(46)),))
    content = with_item(leaves, 46, confidential="18 kap. 1 § offentlighets- och sekretesslagen", recusals=out)
    lines = said(content, public=True)
    at = lines.index("Ordförande:")
    assert lines[at + 1 : at + 4] == [
        "Eva Lind, §§ 38–45",
        "Per Alm, §§ 47–49",
        "§ 46 redovisas inte (sekretess)",
    ]
    public = part_of(content, 46, 48)
    assert "Ordförande:\n  Per Alm, § 48\n  § 46 redovisas inte (sekretess)\n" in public
    whole = part_of(content, 46, 48, public=False)
    assert f"Ordförande:\n  {'Per' if out else 'Eva'}" in whole
    assert ("Ordförande:\n  Per Alm\n" if out else "Ordförande:\n  Eva Lind, § 46\n  Per Alm, § 48\n") in whole


@pytest.mark.parametrize("out", [(), (RecusalContent("out", "ida"),)])
def test_an_extract_of_what_is_withheld_says_of_nobody_that_she_decided_it(out: tuple[RecusalContent, ...]) -> None:
    content = with_item(council(), 46, confidential="18 kap. 1 § offentlighets- och sekretesslagen", recusals=out)
    alone = part_of(content, 46)
    assert "Ida Wallgren" not in alone
    assert "\n  § 46 redovisas inte (sekretess)\n" in alone
    members = part_of(content, 46, public=False).partition("\n== ")[0]
    assert ("Ida Wallgren" in members) is not bool(out)
    both = part_of(content, 45, 46)
    assert "Ida Wallgren" in both
    assert "\n  § 46 redovisas inte (sekretess)\n" in both


def part_of(content: MeetingContent, *numbers: int, public: bool = True) -> str:
    made = extract.Extracts(content, date(2026, 12, 20), public=public)
    return blocks_as_text(made.of([key(number) for number in numbers])).replace("\u00a0", " ")


def test_two_who_share_a_seat_stand_together_where_their_items_do() -> None:
    content = with_participant(council(), "siv", together_with="tomas")
    for text in (part_of(content, 45), blocks_as_text(protocol.protocol(content, only=key(45)))):
        assert "Siv Östling och Tomas Nyqvist (växlar)" in text
        assert text.count("Tomas Nyqvist") == 1


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


@pytest.mark.parametrize("reason", ["jäv", "Eva Lind är sjuk."])
def test_why_another_led_stands_where_the_protocol_says_that_she_did(reason: str) -> None:
    chairs = (*council().officers, OfficerContent(Duty.PRESIDE, "mona", key(45), key(46), reason))
    content = council(officers=chairs)
    lines, why = said(content), reason.rstrip(".")
    (line,) = about_chairs(lines)
    assert f"Mona Sundell är ordförande i §§ 45–46 ({why})." in line
    assert f"Mona Sundell, §§ 45–46, {reason}" in lines
    (alone,) = about_chairs(said(content, only=key(45)))
    assert f"Mona Sundell är ordförande i §§ 45–46 ({why})." in alone
    made = extract.Extracts(content, date(2026, 12, 20))
    assert f"Mona Sundell, {reason}" in blocks_as_text(made.of([key(46)]))


def test_who_led_twice_for_different_reasons_has_each_with_its_items() -> None:
    chairs = (
        *council().officers,
        OfficerContent(Duty.PRESIDE, "mona", key(45), key(45), "jäv"),
        OfficerContent(Duty.PRESIDE, "mona", key(46), key(46), "sjukdom"),
    )
    lines = said(council(officers=chairs))
    assert [line.partition("är ordförande ")[2] for line in about_chairs(lines)] == [
        "i ärendet (jäv)._",
        "i ärendet (sjukdom)._",
    ]
    assert {"Mona Sundell, § 45, jäv", "Mona Sundell, § 46, sjukdom"} <= set(lines)


def test_the_chairs_are_told_the_same_paragraphs_as_they_sign_also_where_one_was_struck() -> None:
    content = replace(formal(), forum=replace(formal().forum, prefix="FHR"))
    lines = said(content)
    assert {"Eva Lind (AL), FHR 101–102", "Per Alm (SA), FHR 103–104"} <= set(lines)
    for signer in (one for one in signers(content) if one.role is SignerRole.CHAIR):
        assert any(
            line.startswith(content.person(signer.person).name) and line.endswith(signer.words.replace("\u00a0", " "))
            for line in lines
        )
    (line,) = about_chairs(lines)
    assert "Per Alm är ordförande i FHR 103–104." in line
