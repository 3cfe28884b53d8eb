"""Headings that a forum words in its own way stand so on every paper, and the others as is usual."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bra_desktop.documents import extract, letters, notes, notice, protocol
from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.headings import (
    HeadingWords,
    PaperHeading,
    elsewhere,
    notice_in_text,
    of_profile,
    own_words,
    usual,
)
from bra_desktop.domain.kinds import ITEM_TYPE_WORDS, DocumentProfile, ItemType, MeetingState, Numbering, SignerRole
from bra_desktop.domain.signers import AdjustedApart
from tests.documents.blocks_as_text import blocks_as_text, signature_fields
from tests.documents.samples import PICTURE, called, council, est, formal, picture
from tests.documents.tagged_pdf import TaggedPdf

H = PaperHeading


def worded(content: MeetingContent, **words: str) -> MeetingContent:
    own = own_words([(H(name), text) for name, text in words.items()])
    return replace(content, forum=replace(content.forum, headings=own))


def every_paper(content: MeetingContent) -> list[Document]:
    taken_up = [item.key for item in content.items if item.paragraph is not None and not item.confidential]
    made = [notice.notice(content), extract.Extracts(content, date(2026, 12, 20)).of(taken_up)]
    if content.forum.profile is DocumentProfile.NOTES:
        return [*made, notes.notes(content)]
    return [*made, protocol.protocol(content, pictures={PICTURE: picture()})]


@pytest.mark.parametrize("content", [council(), formal(), est()], ids=["council", "formal", "notes"])
def test_every_heading_that_is_offered_can_be_found_on_some_paper_as_it_was_worded(content: MeetingContent) -> None:
    offered = of_profile(content.forum.profile)
    own = tuple(HeadingWords(heading, f"Ord {n} här") for n, heading in enumerate(offered))
    said = "\n".join(
        blocks_as_text(paper)
        for one in (content, called())
        for paper in every_paper(replace(one, forum=replace(content.forum, headings=own)))
    )
    plain = "\n".join(blocks_as_text(paper) for one in (content, called())
                      for paper in every_paper(replace(one, forum=content.forum)))  # fmt: skip
    for n, heading in enumerate(offered):
        used = usual(heading, content.forum.profile, content.forum.numbering) in plain
        assert (f"Ord {n} här" in said) is used, heading


def test_a_heading_without_words_of_its_own_is_as_usual_in_its_profile() -> None:
    assert usual(H.MEMBERS, DocumentProfile.FORMAL) == "Beslutande"
    assert usual(H.MEMBERS, DocumentProfile.COUNCIL) == "Ledamöter"
    assert usual(H.ITEMS, DocumentProfile.COUNCIL, Numbering.NONE) == "Punkter"
    assert blocks_as_text(protocol.protocol(worded(council(), decision="  "))) == blocks_as_text(
        protocol.protocol(council())
    )


def test_a_councils_decision_is_headed_as_the_council_says() -> None:
    said = blocks_as_text(protocol.protocol(worded(council(), decision="Rådets beslut", others="Övriga deltagande")))
    assert "Rådets beslut" in said
    assert "Övriga närvarande" not in said


def test_what_a_forum_keeps_is_only_what_it_words_itself() -> None:
    kept = own_words([(H.TEXT, " Sammanfattning   av ärendet "), (H.DECISION, ""), (H.NOTICE, "Inbjudan")])
    assert kept == (HeadingWords(H.NOTICE, "Inbjudan"), HeadingWords(H.TEXT, "Sammanfattning av ärendet"))


def test_every_heading_has_an_example_of_how_others_word_it() -> None:
    for profile in DocumentProfile:
        assert all(elsewhere(one, profile) != usual(one, profile) for one in of_profile(profile))


@pytest.mark.parametrize(
    "words", ["Kommunstyrelsens beslut", "Kulturfritidsnämndens beslut", "Arbetsmarknadsutskotts beslut"]
)
def test_a_long_word_beside_a_decision_is_set_smaller_and_not_broken(words: str) -> None:
    pdf = render(protocol.protocol(worded(formal(), decision=words), pictures={PICTURE: picture()}))
    lines = [line for n in (1, 2) for line in TaggedPdf(pdf).page_lines(n)]
    assert any(words.split()[0] in line for line in lines)


def test_a_mail_has_the_papers_own_name_in_its_subject() -> None:
    content = worded(council(), notice="Inbjudan", extract="Utdrag ur protokoll")
    assert letters.notice_letter(content).subject.startswith("Inbjudan: BRÅ")
    assert letters.extract_letter(content, ["s46"]).subject.startswith("Utdrag ur protokoll §")
    assert letters.notice_letter(council()).subject.startswith("Kallelse: BRÅ")


@pytest.mark.parametrize(
    ("word", "name", "sign"),
    [
        ("Justerande", "justerande", "Justerandes sign"),
        (" ", "justerare", "Justerares sign"),
        ("Utses att justera", "justerare", "Justerares sign"),
        ("Justering", "justerare", "Justerares sign"),
        ("Medjusterare", "medjusterare", "Medjusterares sign"),
        ("Zz14", "Zz14", "Zz14s sign"),
    ],
)
def test_one_who_adjusts_is_called_the_same_on_every_paper(word: str, name: str, sign: str) -> None:
    content = formal()
    content = replace(content, forum=replace(content.forum, adjusters_word=word))
    immediate = replace(content.items[1], immediate_adjustment=True)
    content = replace(content, items=(content.items[0], immediate, *content.items[2:]))
    apart = [AdjustedApart(immediate.key, date(2026, 12, 8), (("Rolf Ek", SignerRole.ADJUSTER),))]
    paper = protocol.protocol(content, pictures={PICTURE: picture()}, apart=apart)
    said = blocks_as_text(paper)
    assert f"Rolf Ek ({name})" in said
    assert f"{name[:1].upper()}{name[1:]}" in {one.role for one in signature_fields(paper)}
    assert paper.foot.initials_label == sign
    assert f"Förslag till {name}" in blocks_as_text(notice.notice(replace(content, state=MeetingState.CALLED)))


def test_a_heading_that_begins_with_an_abbreviation_keeps_its_capitals_within_a_sentence() -> None:
    paper = protocol.protocol(worded(formal(), protocol="KS-protokoll"), pictures={PICTURE: picture()}, public=True)
    assert paper.title == "Offentlig version av KS-protokoll"
    assert notice_in_text(worded(council(), notice="Zz2").forum) == "Zz2"


def test_an_item_is_of_the_same_kind_in_the_notice_as_on_the_agenda() -> None:
    content = called()
    other = replace(content.items[0], type=ItemType.OTHER, proposals=())
    said = blocks_as_text(notice.notice(replace(content, items=(other, *content.items[1:]))))
    assert ITEM_TYPE_WORDS[ItemType.OTHER] in said
    assert "Diskussion" not in said
