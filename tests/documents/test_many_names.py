"""Many members without any organisation: several on a row, read row by row, without pages that are nearly empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bra_desktop.documents import notice, protocol
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.text_blocks import Paragraph, Table
from bra_desktop.domain.content import MeetingContent, ParticipantContent, PersonContent, StayContent
from bra_desktop.domain.kinds import Capacity, Role
from tests.documents.pdf_checks import faults
from tests.documents.samples import PICTURE, council, formal, picture
from tests.documents.tagged_pdf import TaggedPdf

FIRST = ("Anna", "Bo", "Cecilia", "David", "Eva")
LAST = ("Andersson", "Bergström", "Carlsson", "Dahlqvist", "Ekholm", "Forsberg")
NAMES = [f"{FIRST[n % 5]} {LAST[n // 5 % 6]} {n}" for n in range(150)]


def many(content: MeetingContent, names: list[str] = NAMES) -> MeetingContent:
    people = tuple(PersonContent(f"m{n}", name) for n, name in enumerate(names))
    members = tuple(
        ParticipantContent(f"m{n}", role=Role.CHAIR if n == 0 else Role.MEMBER, stays=(StayContent(),))
        for n in range(len(names))
    )
    others = tuple(who for who in content.participants if who.capacity is not Capacity.MEMBER)
    return replace(content, people=(*content.people, *people), participants=(*members, *others), seats=(), officers=())


def pages_of_names(made: TaggedPdf) -> list[int]:
    return [sum(name in " ".join(made.page_lines(n)) for name in NAMES) for n in range(len(made.file.pages))]


@pytest.mark.parametrize("content", [council(), formal()], ids=["council", "formal"])
def test_a_hundred_and_fifty_names_take_two_pages_at_most_and_are_read_in_their_order(content: MeetingContent) -> None:
    pdf = render(protocol.protocol(many(content), pictures={PICTURE: picture()}))
    made = TaggedPdf(pdf)
    assert sum(count > 1 for count in pages_of_names(made)) <= 2
    said = "\n".join(made.spoken())
    places = [said.index(name) for name in NAMES]
    assert places == sorted(places)
    assert not faults(pdf)


def test_what_all_were_there_for_is_said_once() -> None:
    blocks = protocol.protocol(many(formal()), pictures={PICTURE: picture()}).blocks
    notes = [block for block in blocks if isinstance(block, Paragraph) and block.tone == "note"]
    (said,) = ("".join(run.text for run in note.runs).replace("\N{NO-BREAK SPACE}", " ") for note in notes[:1])
    assert said == "Samtliga var närvarande §§ 101–104."


def test_who_was_there_for_a_part_has_it_beside_her_name() -> None:
    content = many(formal())
    first = replace(content.participants[0], stays=(StayContent(to_item="i2"),))
    changed = replace(content, participants=(first, *content.participants[1:]))
    tables = [b for b in protocol.protocol(changed, pictures={PICTURE: picture()}).blocks if isinstance(b, Table)]
    cells = ["".join(run.text for run in cell.runs) for row in tables[0].rows for cell in row.cells]
    plain = [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in cells]
    assert plain[0].startswith("Anna Andersson 0, ordf., §§ 101–102")
    assert plain[1] == "Bo Andersson 1, §§ 101–104"


def test_the_notice_names_the_called_several_on_a_row() -> None:
    document = notice.notice(many(council()))
    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    assert len(table.columns) > 2
    assert sum(count > 10 for count in pages_of_names(TaggedPdf(render(document)))) <= 2


def test_the_called_whose_organisations_need_a_line_of_their_own_stand_one_on_a_row() -> None:
    content = many(council(), [*NAMES[:14], f"{NAMES[14]} af Lång-Efternamn i Södra Mellanbygds lokalpolisområde"])
    table = [block for block in notice.notice(content).blocks if isinstance(block, Table)][-1]
    assert [column.title for column in table.columns] == ["Ledamot", "Organisation"]


def test_a_few_names_or_names_with_organisations_stand_one_on_a_row() -> None:
    few = [part for block in protocol.protocol(many(council(), NAMES[:11])).blocks
           for part in getattr(block, "content", ()) if isinstance(part, Table)]  # fmt: skip
    assert len(few[0].columns) < 3
