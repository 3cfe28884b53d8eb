"""The notice: as few pages as it needs, room for the names of those who call, and what was prepared beforehand."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf

from bra_desktop.documents import notice
from bra_desktop.documents.blocks import Document, FieldRow, ItemHeading, SignatureBlock
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.text_blocks import Heading, Paragraph, Table
from bra_desktop.domain import text as t
from bra_desktop.domain.content import MeetingContent, ProposalContent
from bra_desktop.domain.kinds import MeetingState
from tests.documents.papers import papers
from tests.documents.samples import ARMS, called, council, est


def notice_of_the_council() -> Document:
    return next(paper for paper in papers(council(), ARMS) if paper.kind == "notice").compose()


def prepared(content: MeetingContent) -> Document:
    items = [replace(item, basis=t.TextDocument(), proposals=()) for item in content.items]
    items[1] = replace(
        items[1],
        basis=t.plain_document("Rapporten skickades ut den 1 december."),
        proposals=(ProposalContent("f", "att godkänna rapporten", by="arbetsutskottet"),),
    )
    return notice.notice(replace(content, items=tuple(items)))


def test_the_notice_of_a_whole_council_with_proposals_is_two_pages() -> None:
    paper = notice_of_the_council()
    assert "Underlag och förslag till beslut" in [block.text for block in paper.blocks if isinstance(block, Heading)]
    with pikepdf.open(io.BytesIO(render(paper))) as pdf:
        assert len(pdf.pages) == 2


def test_the_notice_to_those_who_decide_nothing_promises_no_proposals_of_decisions() -> None:
    items = tuple(replace(item, basis=t.plain_document("Underlaget skickades ut.")) for item in est().items)
    paper = notice.notice(replace(est(), state=MeetingState.CALLED, items=items))
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert "Underlag" in headings
    assert "Underlag och förslag till beslut" not in headings


def test_those_who_call_have_a_line_for_their_name_and_no_field() -> None:
    (signed,) = (block for block in notice.notice(called()).blocks if isinstance(block, SignatureBlock))
    assert [(field.person, field.role, field.name) for field in signed.fields] == [
        ("Eva Lind", "Ordförande", ""),
        ("Anna Svedin", "Sekreterare", ""),
    ]


def test_many_members_without_known_substitutes_stand_two_on_a_row_with_their_organisations() -> None:
    content = council()
    people = tuple(replace(who, serves_for="", services=()) for who in content.participants)
    paper = notice.notice(replace(content, participants=people))
    at = next(n for n, b in enumerate(paper.blocks) if isinstance(b, Heading) and b.text == "Kallade")
    names = paper.blocks[at + 1]
    assert isinstance(names, Table)
    assert len(names.columns) == 2
    assert "".join(run.text for run in names.rows[0].cells[0].runs).endswith(", kommunstyrelsen")


def test_a_few_words_on_each_item_stand_in_rows_and_more_than_that_item_by_item() -> None:
    content = called()
    short = prepared(content)
    (row,) = (b for b in short.blocks if isinstance(b, FieldRow) and b.label.startswith("2 "))
    assert row.continued == "Punkt\u00a02 forts."
    assert Paragraph(row.content[1].runs, "strong") == row.content[1]  # type: ignore[union-attr]
    assert not any(isinstance(block, ItemHeading) for block in short.blocks)
    item = replace(content.items[1], basis=t.plain_document("Läget är beskrivet i rapporten. " * 40))
    long = notice.notice(replace(content, items=(content.items[0], item, *content.items[2:])))
    assert [block.title for block in long.blocks if isinstance(block, ItemHeading)] == [item.title]
