"""200 items, 150 people, an item of thirty pages: what a reader of the papers sees of it.

All kinds of paper of it, with the validator: ``python -m tests.documents.every_paper --extreme``.
"""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest

from bra_desktop.documents.naming import item_number
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.refused_parts import refused_parts
from bra_desktop.exchange import meeting_file
from bra_desktop.services import reading
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents, pictures
from bra_desktop.storage.database import Database
from tests.documents.extreme_meeting import (
    ITEMS,
    LONG_ITEM,
    LONG_TITLE,
    PEOPLE,
    PICTURES,
    TABLE_ITEM,
    TITLE_ITEM,
    VOTE_ITEM,
    extreme,
)
from tests.documents.papers import papers
from tests.documents.pdf_checks import bookmarks, faults, in_order, outline
from tests.documents.samples import ARMS
from tests.documents.tagged_pdf import Element, TaggedPdf
from tests.validators.pdf_validator import PdfValidator

LISTS = ("agenda", "attendance list", "decision log", "action list", "decision register", "supplement")


@pytest.fixture(scope="module")
def meeting() -> MeetingContent:
    return extreme()


@pytest.fixture(scope="module")
def files(meeting: MeetingContent) -> dict[str, bytes]:
    made = papers(meeting, ARMS, PICTURES)
    return {one.kind: one.pdf() for one in made if one.kind in ("protocol, A, ink", *LISTS)}


@pytest.fixture(scope="module")
def read(files: dict[str, bytes]) -> dict[str, TaggedPdf]:
    return {kind: TaggedPdf(pdf) for kind, pdf in files.items()}


@pytest.fixture(scope="module")
def protocol(read: dict[str, TaggedPdf]) -> TaggedPdf:
    return read["protocol, A, ink"]


@pytest.fixture(scope="module")
def spoken(protocol: TaggedPdf) -> list[Element]:
    """The elements that hold text of their own, in reading order."""
    return [one for one in protocol.root.every() if any(isinstance(kid, tuple) for kid in one.kids)]


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return " ".join(text.split())


def test_it_is_a_meeting_that_the_program_takes_in_and_opens(meeting: MeetingContent, tmp_path: Path) -> None:
    file, image = tmp_path / "mote.json", tmp_path / "karta.png"
    file.write_bytes(meeting_file.write(meeting))
    with Database.in_memory() as database:
        office = Office(
            database, "Anna Svedin", "dator", lambda: datetime(2027, 1, 4, tzinfo=UTC), lambda: str(uuid4())
        )
        for digest, content in PICTURES.items():
            image.write_bytes(content)
            assert pictures.keep_picture(office, image) == digest
        done = meeting_files.import_meeting(office, file)
        assert (done.changed, done.remark) == (True, "")
        opened = reading.meeting_view(office, done.ref).content
        assert meeting_files.import_meeting(office, file).changed is False
        assert not list(refused_parts(opened))
        agenda = documents.make(office, done.ref, "agenda").content
    assert opened.state is MeetingState.DRAFT
    assert [item.title for item in opened.items] == [item.title for item in meeting.items]
    assert opened.items[VOTE_ITEM].votes[0].ballots
    assert len(opened.participants) == PEOPLE
    assert len(TaggedPdf(agenda).file.pages) > 10


def pages_of_item(protocol: TaggedPdf, n: int) -> range:
    """From the page where an item begins to that where the next one does."""
    places = [page for title, page in bookmarks(protocol) if title.startswith("§")]
    return range(places[n], places[n + 1] + 1)


def test_nothing_is_wrong_with_any_of_its_papers(read: dict[str, TaggedPdf]) -> None:
    assert {kind: found for kind, one in read.items() if (found := faults(one))} == {}


@pytest.mark.java
def test_the_validator_finds_nothing_in_its_lists(
    files: dict[str, bytes], pdf_validator: PdfValidator, tmp_path: Path
) -> None:
    """Of two hundred pages the engine makes half a minute: the protocols are judged by the command above."""
    judged = []
    for kind in LISTS:
        file = tmp_path / f"{kind}.pdf"
        file.write_bytes(files[kind])
        judged += pdf_validator.validate([file])
    assert [str(one) for one in judged if not one.ok] == []


def test_its_length_is_that_of_its_text(protocol: TaggedPdf, read: dict[str, TaggedPdf]) -> None:
    assert 180 < len(protocol.file.pages) < 230
    assert len(read["agenda"].file.pages) < 16
    assert len(read["attendance list"].file.pages) < 10


def test_no_page_but_the_last_of_a_part_is_mostly_empty(protocol: TaggedPdf) -> None:
    lowest = dict.fromkeys(range(len(protocol.file.pages)), 842.0)
    for piece in protocol.pieces:
        if piece.artifact is None:
            lowest[piece.page] = min(lowest[piece.page], piece.baseline)
    assert [page + 1 for page, at in lowest.items() if at > 400 and page + 1 < len(lowest)] == []


def test_no_heading_stands_alone_at_the_end_of_a_page(protocol: TaggedPdf, spoken: list[Element]) -> None:
    alone = [
        protocol.text(one)
        for one, following in pairwise(spoken)
        if one.tag.startswith("H") and max(protocol.pages_of(one)) != min(protocol.pages_of(following))
    ]
    assert alone == []


def test_the_label_of_a_decision_its_body_and_its_first_clause_stand_on_one_page(
    protocol: TaggedPdf, spoken: list[Element]
) -> None:
    decided = 0
    for at, one in enumerate(spoken):
        if one.tag == "H3" and protocol.text(one).strip() == "Beslut" and spoken[at + 2].tag == "Lbl":
            decided += 1
            pages = [protocol.pages_of(part) for part in spoken[at : at + 3]]
            assert pages[0] == pages[1] == pages[2]
    assert decided > 100


def test_all_the_signatures_stand_on_one_page(protocol: TaggedPdf) -> None:
    holders = [one for one in protocol.root.every() if any(kid.tag == "Form" for kid in one.elements)]
    pages = {page for one in holders for page in protocol.pages_of(one)}
    places = {n for n, page in enumerate(protocol.file.pages) for _ in page.obj.get("/Annots", ())}
    assert len(holders) == 9
    assert len(pages) == 1
    assert places == pages


def test_the_table_is_five_pages_with_its_head_on_each_but_once_in_the_tree(
    protocol: TaggedPdf, spoken: list[Element]
) -> None:
    (table,) = (
        one for one in protocol.root.every() if one.tag == "Table" and "Händelse nummer 100" in protocol.text(one)
    )
    pages = sorted(protocol.pages_of(table))
    assert len(pages) >= 5
    for page in pages:
        heads = [
            line for line in protocol.page_lines(page, artifacts=True) if line.split() == ["Plats", "Händelse", "Antal"]
        ]
        assert len(heads) == 1
    assert [protocol.text(one).strip() for one in spoken if one.tag == "TH"].count("Plats") == 1
    assert pages[0] in pages_of_item(protocol, TABLE_ITEM)


def test_an_item_of_thirty_pages_is_named_on_each_of_them(protocol: TaggedPdf) -> None:
    pages = pages_of_item(protocol, LONG_ITEM)
    assert len(pages) > 30
    for page in pages[1:-1]:
        assert f"§ {LONG_ITEM + 1} forts." in "\n".join(protocol.page_lines(page, artifacts=True)).replace(
            "\u00a0", " "
        )


def test_the_list_of_items_says_where_each_of_them_begins(protocol: TaggedPdf, meeting: MeetingContent) -> None:
    (contents,) = (
        one for one in protocol.root.every() if str(one.attribute("Table", "Summary")).startswith("Ärenden i")
    )
    rows = [[plain(protocol.text(cell)) for cell in row.elements] for row in contents.every() if row.tag == "TR"]
    places = {plain(title): page for title, page in bookmarks(protocol)}
    assert [row[0] for row in rows[1:]] == [plain(item_number(meeting.forum, item)) for item in meeting.items]
    for number, title, page in rows[1:]:
        assert places[f"{number} {title}"] == int(page) - 1
    assert in_order(places.values())


def test_a_title_without_spaces_is_whole_in_the_text_and_in_the_bookmarks(protocol: TaggedPdf) -> None:
    assert ("H2", f"§ {TITLE_ITEM + 1} {LONG_TITLE}") in [(tag, text) for tag, text in outline(protocol)]
    assert any(title.endswith(LONG_TITLE) for title, _ in bookmarks(protocol))


def test_the_first_page_says_where_the_members_are(protocol: TaggedPdf, spoken: list[Element]) -> None:
    said = [(one.tag, protocol.text(one).strip()) for one in spoken]
    assert ("P", "Se förteckningen efter underskrifterna") in said[:20]
    signed = next(n for n, (_, text) in enumerate(said) if text.startswith("Sekreterare, "))
    assert said.index(("H2", "Beslutande")) > signed


def test_everybody_who_voted_stands_in_the_table_with_one_word(protocol: TaggedPdf, meeting: MeetingContent) -> None:
    (table,) = (
        one
        for one in protocol.root.every()
        if str(one.attribute("Table", "Summary")).startswith("Omröstningens resultat")
    )
    rows = [[protocol.text(cell).strip() for cell in row.elements] for row in table.every() if row.tag == "TR"]
    ballots = [one for one in meeting.items[VOTE_ITEM].votes[0].ballots if one.person != "p8"]  # who was disqualified
    assert len(rows) == len(ballots) + 2
    assert all(len([word for word in row[1:] if word]) == 1 for row in rows[1:-1])
    assert rows[-1][0] == "Summa"


def test_every_item_has_its_bookmark_and_its_row_in_the_lists(
    read: dict[str, TaggedPdf], meeting: MeetingContent
) -> None:
    for kind, items in (("decision log", [i for i in meeting.items if i.decisions]), ("agenda", meeting.items)):
        rows = [line for line in read[kind].spoken() if line.startswith(("TH ", "TD "))]
        numbers = {i.agenda_number if kind == "agenda" else plain(item_number(meeting.forum, i)) for i in items}
        assert numbers <= {row[3:].strip() for row in rows}
    assert len([title for title, _ in bookmarks(read["protocol, A, ink"]) if title.startswith("§")]) == ITEMS
