"""The tag tree of every kind of paper: what a person who hears it, or reads it in another program, is given."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from bra_desktop.domain.content import ActionContent, MeetingContent
from tests.documents.papers import Paper, papers
from tests.documents.pdf_checks import bookmarks, faults, in_order, outline
from tests.documents.said import unsaid
from tests.documents.samples import ARMS, PICTURE, formal, picture
from tests.documents.tagged_pdf import Element, TaggedPdf


def meeting() -> MeetingContent:
    """The formal sample with an agenda that has times, and with a task."""
    content = formal()
    task = ActionContent("u1", "Redovisa planen i mars.", ("klf",), due=date(2027, 3, 1))
    items = tuple(replace(one, planned_minutes=20, actions=(task,) if one.key == "i2" else ()) for one in content.items)
    return replace(content, items=items)


PAPERS = {one.kind: one for one in papers(meeting(), ARMS, {PICTURE: picture()})}
MATTER = (
    "H3 Bakgrund", "H3 Ärendet", "H4 Läget", "H3 Förslag till beslut", "H3 Omröstning"
)  # fmt: skip
AFTER = ("H3 Särskilt yttrande", "H3 Närvaro", "H3 Uppdrag", "H3 Bilaga", "H3 Beslutet skickas till")
TASKS = "H2 Uppdrag från sammanträdet"
FIRST, SECOND = "H2 § 101 Upprop och val av justerande", "H2 § 102 Åtgärdsplan mot brott: halvårsrapport"
STRUCK, PERSONAL, WITHHELD = (
    "H2 § 103 Bidrag till trygghetsvärdar", "H2 § 104 Personärende", "H2 § 104 Sekretessmarkerat ärende"
)  # fmt: skip
UP_TO_STRUCK = (FIRST, SECOND, "H3 Beslut", *MATTER, *AFTER, STRUCK)
FILES = "H2 Bilagornas filer och SHA-256"
NOTICE = (
    "H1 Kallelse", "H2 Dagordning", "H2 Bilagor", "H2 Kallade", "H2 Underlag och förslag till beslut", FILES,
)  # fmt: skip
FORMAL = (
    "H1 Sammanträdesprotokoll",
    "H2 Ärenden",
    *UP_TO_STRUCK,
    PERSONAL,
    "H3 Beslut",
    "H3 Ärendet",
    TASKS,
    "H2 Bilagor",
)
COUNCIL = (
    "H1 Protokoll", FIRST, SECOND, *MATTER, "H3 Beslut", *AFTER, STRUCK, PERSONAL, "H3 Beslut", "H2 Underskrifter",
    TASKS, "H2 Bilagor",
)  # fmt: skip
AGREED, CORRECTED = "H3 Överenskommet", "H3 Rättelse"
TWICE = (f"{CORRECTED} 1", f"{CORRECTED} 2")
NOTES = ("H1 Minnesanteckningar", FIRST, SECOND, *MATTER, AGREED, *AFTER, STRUCK)
HEADINGS: dict[str, tuple[str, ...]] = {
    "notice": NOTICE,
    "notice, public": NOTICE,
    "agenda": ("H1 Dagordning", "H2 Bilagor"),
    "supplement": ("H1 Komplettering 1", "H2 Nya ärenden", "H2 Nya bilagor", FILES),
    "attendance list": ("H1 Närvarolista",),
    "look sample": (
        "H1 Protokoll", "H2 § 1 Trygghetsvandring i centrum", "H3 Ärendet", "H3 Beslut", "H3 Åtgärder"
    ),
    "protocol, A, electronic": FORMAL,
    "protocol, A, ink": FORMAL,
    "protocol, B, electronic": COUNCIL,
    "protocol, B, ink": COUNCIL,
    "protocol, draft": FORMAL,
    "protocol, public": (
        "H1 Offentlig version av sammanträdesprotokoll",
        "H2 Ärenden",
        *UP_TO_STRUCK,
        WITHHELD,
        TASKS,
        "H2 Bilagor",
    ),
    "protocol with its meeting file": FORMAL,
    "protocol, A, one item adjusted apart": FORMAL,
    "protocol, B, one item adjusted apart": (*COUNCIL[:-2], "H3 Omedelbart justerat", *COUNCIL[-2:]),
    "protocol of one item": ("H1 Sammanträdesprotokoll", FIRST, "H2 Underskrifter"),
    "notes": (*NOTES, PERSONAL, AGREED, "H2 Att göra till nästa möte", "H2 Bilagor"),
    "notes, public": (
        f"H1 Offentlig version av {NOTES[0][3:].lower()}",
        *NOTES[1:],
        WITHHELD,
        "H2 Att göra till nästa möte",
        "H2 Bilagor",
    ),
    "extract": ("H1 Protokollsutdrag", WITHHELD, "H2 Utdragsbestyrkande"),
    "extract of several": ("H1 Protokollsutdrag", *UP_TO_STRUCK, WITHHELD, "H2 Utdragsbestyrkande"),
    "public notice": ("H1 Anslag", "H2 Tillkännagivande av justerat protokoll"),
    "certificate of notice": ("H1 Anslagsbevis", "H2 Bevis om anslag"),
    "decision log": ("H1 Beslutslogg",),
    "action list": ("H1 Åtgärdslista",),
    "decision register": ("H1 Beslutsregister 2026",),
    "correction": (
        "H1 Rättelse", "H2 Hela protokollet", CORRECTED, FIRST, CORRECTED,
        PERSONAL, "H3 Beslut", "H3 Ärendet", *TWICE,
    ),
    "correction, public": (
        "H1 Rättelse, offentlig version", "H2 Hela protokollet", CORRECTED, FIRST, CORRECTED, WITHHELD, *TWICE,
    ),
}  # fmt: skip
COLUMNS = {
    "notice": ("Tid", "Nr", "Ärende", "Föredragande", "Slag", "Handlingar"),
    "agenda": ("Tid", "Nr", "Ärende", "Föredragande", "Slag", "Handlingar"),
    "supplement": ("Tid", "Nr", "Ärende", "Slag"),
    "attendance list": ("Namn", "Organisation", "Underskrift"),
    "protocol, A, ink": ("Paragraf", "Ärende", "Sida"),
    "notes": ("Område", "Antal"),
    "decision log": ("Paragraf", "Ärende och beslut", "Slag"),
    "action list": ("Paragraf", "Åtgärd", "Ansvarig", "Senast", "Läge"),
    "decision register": ("Paragraf", "Datum", "Ärende och beslut i korthet", "Sida"),
}


@pytest.fixture(scope="module")
def read() -> dict[str, TaggedPdf]:
    """Each kind drawn and read once."""
    return {kind: TaggedPdf(paper.pdf()) for kind, paper in PAPERS.items()}


def elements(read: TaggedPdf, tag: str) -> list[Element]:
    return [one for one in read.root.every() if one.tag == tag]


def table_heads(read: TaggedPdf) -> list[tuple[str, ...]]:
    return [
        tuple(" ".join(read.text(cell).split()) for cell in row.elements)
        for head in elements(read, "THead")
        for row in head.elements
    ]


def test_every_kind_of_paper_is_told_of_here() -> None:
    assert set(HEADINGS) == set(PAPERS)


@pytest.mark.parametrize("kind", PAPERS)
def test_the_headings_are_those_of_the_paper_by_their_levels(kind: str, read: dict[str, TaggedPdf]) -> None:
    assert [f"{tag} {text}" for tag, text in outline(read[kind])] == list(HEADINGS[kind])


@pytest.mark.parametrize("kind", PAPERS)
def test_all_that_the_paper_says_is_said_whole_and_in_order(kind: str, read: dict[str, TaggedPdf]) -> None:
    assert faults(read[kind]) == []
    assert unsaid(read[kind], PAPERS[kind].compose()) == []


def test_what_is_said_in_another_order_or_in_other_words_is_noticed(read: dict[str, TaggedPdf]) -> None:
    document = PAPERS["notice"].compose()
    assert unsaid(read["notice"], replace(document, blocks=document.blocks[::-1])) != []
    assert unsaid(read["notice"], replace(document, title="Kall else")) == ["Kall else"]


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_columns_of_a_table_are_headed_and_say_so(kind: str, read: dict[str, TaggedPdf]) -> None:
    assert COLUMNS[kind] in table_heads(read[kind])
    heads = [cell for head in elements(read[kind], "THead") for row in head.elements for cell in row.elements]
    assert {str(cell.attribute("Table", "Scope")) for cell in heads} == {"/Column"}
    bodies = [cell for body in elements(read[kind], "TBody") for cell in body.every() if cell.tag == "TH"]
    assert {str(cell.attribute("Table", "Scope")) for cell in bodies} <= {"/Row"}
    assert all(str(one.attribute("Table", "Summary") or "") for one in elements(read[kind], "Table"))


@pytest.mark.parametrize("kind", PAPERS)
def test_each_item_and_each_part_has_its_bookmark(kind: str, read: dict[str, TaggedPdf]) -> None:
    framed = ("Utdragsbestyrkande", "Tillkännagivande av justerat protokoll", "Bevis om anslag")
    parts = [text for tag, text in outline(read[kind]) if tag == "H2" and text not in framed]
    assert [" ".join(title.split()) for title, _ in bookmarks(read[kind])] == parts
    assert in_order(page for _, page in bookmarks(read[kind]))


@pytest.mark.parametrize("kind", PAPERS)
def test_head_and_foot_of_every_page_are_no_part_of_the_text(kind: str, read: dict[str, TaggedPdf]) -> None:
    paper = read[kind]
    total, said = len(paper.file.pages), "\n".join(paper.spoken())
    for page in range(total):
        header = [p.text for p in paper.pieces if p.page == page and p.artifact and "/Header" in p.artifact]
        assert f"Sida {page + 1} ({total})" in header
        assert any(p.artifact and "/Footer" in p.artifact for p in paper.pieces if p.page == page) or page == 0
    assert f"({total})" not in said
    assert "forts." not in said


@pytest.mark.parametrize("kind", ["protocol, A, ink", "protocol, B, electronic", "notes", "extract of several"])
def test_text_keeps_its_lists_pictures_quotations_and_languages(kind: str, read: dict[str, TaggedPdf]) -> None:
    paper = read[kind]
    english = [one for one in paper.root.every() if one.text_of("Lang") == "en"]
    assert [paper.text(one) for one in english] == ["situational prevention"]
    pictures = [one.text_of("Alt") for one in elements(paper, "Figure")]
    assert pictures[-1] == "Karta över centrum med tre markerade platser"
    assert pictures[:-1] == (["Almby kommun, kommunvapen"] if kind != "extract of several" else [])
    assert [paper.text(one).strip() for one in elements(paper, "BlockQuote")] == [
        "”Vi är på rätt plats oftare än förut.”"
    ]
    assert [paper.text(one).strip() for one in elements(paper, "Caption")] == ["Händelser per område"]
    labels = [paper.text(one).strip() for one in elements(paper, "Lbl")]
    at = labels.index("3.")
    assert labels[at : at + 4] == ["3.", "–", "•", "4."]
    numbering = Counter(str(one.attribute("List", "ListNumbering")) for one in elements(paper, "L"))
    assert numbering["/Decimal"] == 1
    assert numbering["/Disc"] >= 2


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("protocol, A, ink", ["secretary", "chair", "chair-2", "adjuster-1"]),
        ("protocol, B, electronic", ["secretary", "chair", "chair-2", "adjuster-1"]),
        ("protocol of one item", ["secretary", "chair", "adjuster-1"]),
        ("certificate of notice", ["certifier"]),
        ("extract", ["certifier"]),
        ("protocol, public", []),
        ("notes", []),
    ],
)
def test_places_to_sign_stand_in_the_tree_and_say_what_they_are(
    kind: str, fields: list[str], read: dict[str, TaggedPdf]
) -> None:
    forms = elements(read[kind], "Form")
    assert [str(one.objects[0].T) for one in forms] == fields
    assert all(one.text_of("Alt") == str(one.objects[0].TU) for one in forms)


def test_the_meeting_file_lies_in_the_protocol_as_what_it_was_made_of(read: dict[str, TaggedPdf]) -> None:
    root = read["protocol with its meeting file"].file.Root
    (inside,) = root.AF
    assert str(inside.UF) == "KS-2026-12-08.json"
    assert str(inside.Desc)
    assert bytes(inside.EF.F.read_bytes()).startswith(b"{")
    assert all("/AF" not in one.file.Root for kind, one in read.items() if kind != "protocol with its meeting file")


def test_what_is_removed_from_a_public_paper_is_in_no_text_of_it(read: dict[str, TaggedPdf]) -> None:
    public: list[Paper] = [one for one in PAPERS.values() if "public" in one.kind or one.kind.startswith("extract")]
    assert len(public) == 7
    for paper in public:
        drawn = "".join(piece.text for piece in read[paper.kind].pieces)
        assert "Hemlig" not in drawn, paper.kind
