"""What is noted of somebody stands on paper: a footnote to a time of a member, with the others in the line itself."""

from dataclasses import replace
from datetime import time

import pytest

from bra_desktop.documents import attendance_list, notes, notice, protocol
from bra_desktop.documents.blocks import Document
from bra_desktop.documents.copies import copied
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.plain.text import plain_text
from bra_desktop.domain.content import MeetingContent, OfficerContent, StayContent
from bra_desktop.domain.kinds import DocumentProfile, Duty
from tests.builders import pdf_text
from tests.documents.blocks_as_text import blocks_as_text
from tests.domain.almby import council, key, with_item, with_participant, with_profile
from tests.validators.plugin import AssertPdf

LEFT = StayContent(to_time=time(11, 18))


def noted(profile: DocumentProfile) -> MeetingContent:
    """The chair leaves in § 45, and a serving substitute sits elsewhere."""
    content = with_participant(council(), "eva", stays=(LEFT,), note="kallad till länsstyrelsen")
    return with_profile(with_participant(content, "yasmin", note="deltar från Norrvik"), profile)


def paper(content: MeetingContent) -> Document:
    is_notes = content.forum.profile is DocumentProfile.NOTES
    return notes.notes(content) if is_notes else protocol.protocol(content)


@pytest.mark.parametrize("profile", [DocumentProfile.FORMAL, DocumentProfile.COUNCIL])
def test_a_footnote_to_a_time_of_a_member_and_the_note_of_a_serving_substitute_stand_in_every_form(
    profile: DocumentProfile, assert_accessible_archive_pdf: AssertPdf
) -> None:
    content = noted(profile)
    made = render(paper(content))
    as_text = plain_text(copied(paper(content), "protocol", content))
    for said in (pdf_text(made), as_text):
        said = " ".join(said.replace("\u00a0", " ").split())
        assert "t.o.m. kl. 11.18 i § 45 1)" in said
        assert "1) Kallad till länsstyrelsen." in said
        assert "Yasmin Karlsson för Karin Berg, deltar från Norrvik" in said
    assert_accessible_archive_pdf(made)


def test_notes_of_a_meeting_tell_what_is_noted_of_those_who_were_there() -> None:
    said = blocks_as_text(paper(noted(DocumentProfile.NOTES))).replace("\u00a0", " ")
    assert "t.o.m. kl. 11.18 i § 45, kallad till länsstyrelsen)" in said
    assert "Yasmin Karlsson (deltar från Norrvik)" in said


def test_the_protocol_of_one_item_names_both_who_led_it_and_has_a_place_for_each_to_sign(
    assert_accessible_archive_pdf: AssertPdf,
) -> None:
    """One leads to § 45, the other from it, and it was decided in two parts."""
    leads = (
        OfficerContent(Duty.PRESIDE, "eva", "", key(45)),
        OfficerContent(Duty.PRESIDE, "per", key(45), reason="Ordföranden gick"),
    )
    others = (officer for officer in council().officers if officer.duty is not Duty.PRESIDE)
    content = with_participant(council(officers=(*others, *leads)), "eva", stays=(LEFT,))
    (decision,) = content.item(key(45)).decisions
    parts = tuple(replace(decision, key=f"d{at.minute}", decided_at=at) for at in (time(11, 16), time(11, 19)))
    document = protocol.protocol(with_item(content, 45, decisions=parts), only=key(45))
    said = blocks_as_text(document).replace("\u00a0", " ")
    assert "Ordförande:\n  Eva Lind, § 45 t.o.m. kl. 11.18\n  Per Alm, § 45 fr.o.m. kl. 11.18, Ordföranden gick" in said
    assert "____ Eva Lind, Ordförande, § 45 t.o.m. kl. 11.18 (chair)\n" in said
    assert "____ Per Alm, Ordförande, § 45 fr.o.m. kl. 11.18 (chair-2)\n" in said
    assert_accessible_archive_pdf(render(document))


@pytest.mark.parametrize("profile", list(DocumentProfile))
def test_who_is_co_opted_is_told_so_with_what_for_in_every_paper(profile: DocumentProfile) -> None:
    content = with_profile(with_participant(council(), "martin", note="trygghetsfrågor"), profile)
    papers = [paper(content), notice.notice(content), attendance_list.attendance_list(content)]
    for one in papers:
        said = blocks_as_text(one).replace("\u00a0", " ")
        assert said.count("adjungerad") == 1
    assert "adjungerad, trygghetsfrågor" in blocks_as_text(papers[0]).replace("\u00a0", " ")


def test_a_note_that_says_what_somebody_is_co_opted_for_says_it_alone() -> None:
    content = with_participant(council(), "martin", note="adjungerad för trygghetsfrågor")
    said = blocks_as_text(paper(content))
    assert said.count("adjungerad") == 1
