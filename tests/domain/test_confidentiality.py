"""The public version and personal numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bra_desktop.domain.attendance import deciding
from bra_desktop.domain.canonical import canonical_json
from bra_desktop.domain.confidentiality import (
    has_marked,
    page_words,
    personal_numbers,
    public_version,
    screen_version,
    screen_words,
    withheld,
)
from bra_desktop.domain.content import (
    AnnexContent,
    DecisionContent,
    MeetingContent,
    ParticipantContent,
    PersonContent,
    StayContent,
)
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.text import (
    Block,
    Cell,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    TextDocument,
    block_runs,
    plain_document,
    plain_text,
)
from tests.domain.almby import council, key, with_item
from tests.strategies import meeting_contents

SECRET = "hemligtord"


def everywhere() -> MeetingContent:
    passage = Run(SECRET, confidential=True)
    text = TextDocument(
        (
            Paragraph("a", (Run("Före "), passage, Run("efter"))),
            Table("t", (Row((Cell((passage,)), Cell((Run("kvar"),)))),)),
        )
    )
    content = with_item(council(), 42, text=text, basis=text, proposition=text)
    decisions = (DecisionContent("d", SECRET),)
    content = with_item(
        content, 43, confidential="18 kap. 8 §", title=SECRET, text=plain_document(SECRET), decisions=decisions
    )
    annexes = (
        AnnexContent("b1", SECRET, 1, file_name=SECRET, confidential="18 kap. 8 §", text=plain_document(SECRET)),
        AnnexContent("b2", "Öppen", 2, text=text),
    )
    return replace(content, annexes=annexes, notice=replace(content.notice, text=text))


def test_nothing_marked_is_left_in_the_public_version() -> None:
    content = everywhere()
    assert SECRET in canonical_json(content)
    public = canonical_json(public_version(content))
    assert SECRET not in public
    assert public.count("[uppgift borttagen]") == 10
    assert not has_marked(public_version(content))


def test_a_withheld_item_keeps_its_number_but_not_who_was_disqualified() -> None:
    content = everywhere()
    public = public_version(content)
    assert public.paragraphs == content.paragraphs
    assert public.item(key(43)).title == "Sekretessmarkerat ärende"
    assert deciding(public, key(43)) == deciding(content, key(43))
    marked = with_item(content, 45, confidential="18 kap. 8 §")
    assert "petra" not in deciding(marked, key(45))
    assert public_version(marked).item(key(45)).recusals == ()
    assert presence_words(marked, "petra") == f"ej {labels(marked, [key(45)])} på grund av jäv"
    assert presence_words(public_version(marked), "petra") == ""


def test_a_withheld_item_says_the_same_whether_anybody_was_disqualified_or_not() -> None:
    marked = with_item(council(), 45, confidential="18 kap. 8 §")
    nobody = with_item(marked, 45, recusals=())
    assert public_version(marked) == public_version(nobody)
    assert "Jäv i ärendet redovisas inte." in canonical_json(public_version(nobody))
    to_come = with_item(nobody, 45, paragraph=None, opened_at=None, closed_at=None)
    assert "Jäv i ärendet" not in canonical_json(public_version(to_come))


def test_what_is_removed_says_so_with_the_section_of_law_and_not_the_words_beside_it() -> None:
    ground = f"18 kap. 8 § offentlighets- och sekretesslagen, {SECRET}"
    content = with_item(council(), 43, confidential=ground)
    said = "Uppgifter är borttagna med stöd av 18 kap. 8 § offentlighets- och sekretesslagen."
    first, _ = public_version(content).item(key(43)).text.blocks
    assert [run.text for run in block_runs(first)] == [said]
    assert page_words(content, public=True) == said
    assert page_words(content, public=False).startswith("Innehåller sekretessmarkerade uppgifter.")
    assert page_words(replace(council(), annexes=()), public=True) == ""


def test_an_annex_that_is_a_file_of_its_own_is_withheld_from_the_public_list_and_needs_no_warning() -> None:
    annex = AnnexContent("b1", SECRET, 1, file_name=f"{SECRET}.pdf", digest="0" * 64, confidential="18 kap. 8 §")
    content = replace(council(), annexes=(annex,))
    assert SECRET not in canonical_json(public_version(content))
    assert page_words(content, public=False) == ""
    assert page_words(content, public=True) == "Uppgifter är borttagna med stöd av 18 kap. 8 §."
    (public,) = public_version(content).annexes
    assert public.confidential == page_words(content, public=True)
    (unknown,) = public_version(replace(content, annexes=(replace(annex, confidential=SECRET),))).annexes
    assert (unknown.title, unknown.confidential) == ("Sekretessmarkerad bilaga", "")


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        ("Avsnitt 4 sekretessmarkerat, 18 kap. 8 § OSL enligt Martin Öberg", "i avsnitt 4 är borttagna med stöd av "),
        ("sidorna 3–5 och 7, 18 kap. 8 § OSL", "på sidorna 3–5 och 7 är borttagna med stöd av 18 kap. 8 § OSL."),
        ("Punkt 2", "i punkt 2 är borttagna."),
    ],
)
def test_of_an_annex_that_is_marked_in_a_part_the_file_alone_is_withheld(ground: str, said: str) -> None:
    annex = AnnexContent("b1", "Underlag", 1, file_name=f"{SECRET}.pdf", digest="0" * 64, pages=11, confidential=ground)
    (public,) = public_version(replace(council(), annexes=(annex,))).annexes
    assert (public.title, public.number, public.pages, public.file_name, public.digest) == ("Underlag", 1, 11, "", "")
    assert public.confidential.startswith(f"Uppgifter {said}")
    assert "Öberg" not in public.confidential
    marked = replace(with_item(council(), 43, confidential="18 kap. 8 §", annexes=("b1",)), annexes=(annex,))
    assert [one.title for one in public_version(marked).annexes] == ["Sekretessmarkerad bilaga"]


@pytest.mark.parametrize("ground", ["21 kap. 3 § OSL", "Sekretess enligt avsnitt 4", "del 3 kap. 8 §", "s. 5 §"])
def test_an_annex_that_is_marked_as_a_whole_is_withheld_with_its_title(ground: str) -> None:
    annex = AnnexContent("b1", SECRET, 1, confidential=ground)
    assert SECRET not in canonical_json(public_version(replace(council(), annexes=(annex,))))


def test_a_shared_screen_withholds_the_annexes_of_a_withheld_item_too() -> None:
    annexes = (AnnexContent("b1", SECRET, 1), AnnexContent("b2", "Lägesbild", 2))
    content = replace(with_item(council(), 43, confidential="18 kap. 8 §", annexes=("b1",)), annexes=annexes)
    seen = screen_version(content)
    assert SECRET not in canonical_json(seen)
    assert [annex.title for annex in seen.annexes] == ["Sekretessmarkerad bilaga", "Lägesbild"]
    assert withheld(content) == {key(43), "b1"}


def test_a_passage_of_several_runs_leaves_one_sign_so_that_its_length_does_not_show() -> None:
    marked = (Run(SECRET, confidential=True), Run(SECRET, bold=True, confidential=True))
    text = TextDocument((Paragraph("a", (Run("Före "), *marked, Run(" mellan "), marked[0])),))
    (block,) = public_version(with_item(council(), 42, text=text)).item(key(42)).text.blocks
    assert [run.text for run in block_runs(block)] == [
        "Före ",
        "[uppgift borttagen]",
        " mellan ",
        "[uppgift borttagen]",
    ]


def test_each_removed_passage_tells_its_own_section_of_law_and_nothing_of_the_words_beside_it() -> None:
    runs = (
        Run("Vräkningen av "),
        Run(SECRET, ground="26 kap. 1 § OSL"),
        Run(SECRET, bold=True, ground=f"26 kap. 1 § OSL, {SECRET} har bett om det"),
        Run(" och "),
        Run(SECRET, ground="18 kap. 8 § OSL"),
        Run(SECRET, confidential=True),
        Run(SECRET, ground=SECRET),
    )
    (block,) = (
        public_version(with_item(council(), 42, text=TextDocument((Paragraph("a", runs),)))).item(key(42)).text.blocks
    )
    assert "".join(run.text for run in block_runs(block)) == (
        "Vräkningen av [uppgift borttagen, 26 kap. 1 § OSL] och [uppgift borttagen, 18 kap. 8 § OSL][uppgift borttagen]"
    )


def test_the_pages_name_the_section_of_each_passage_and_never_lend_it_to_what_has_none() -> None:
    def said(*grounds: str, item: str = "") -> str:
        runs = tuple(Run(SECRET, confidential=True, ground=ground) for ground in grounds)
        text = TextDocument((Paragraph("a", runs),))
        marked = with_item(with_item(council(), 42, text=text), 43, confidential=item)
        return page_words(replace(marked, annexes=()), public=True)

    two = "18 kap. 8 § OSL och 26 kap. 1 § OSL"
    assert said("26 kap. 1 § OSL", "18 kap. 8 § OSL", "26 kap. 1 § OSL") == f"Uppgifter är borttagna med stöd av {two}."
    assert said("26 kap. 1 § OSL", item="18 kap. 8 § OSL") == (
        "Uppgifter är borttagna med stöd av 18 kap. 8 § OSL och 26 kap. 1 § OSL."
    )
    assert said("26 kap. 1 § OSL", "") == "Uppgifter är borttagna, en del av dem med stöd av 26 kap. 1 § OSL."
    assert said("", item="18 kap. 8 § OSL") == "Uppgifter är borttagna, en del av dem med stöd av 18 kap. 8 § OSL."
    assert said("", SECRET) == "Uppgifter är borttagna."
    text = TextDocument((Paragraph("a", (Run(SECRET, ground="26 kap. 1 § OSL"),)),))
    whole = page_words(replace(with_item(council(), 42, text=text), annexes=()), public=False)
    assert whole == "Innehåller sekretessmarkerade uppgifter. Prövas före utlämnande."


@pytest.mark.parametrize(
    ("ground", "section"),
    [
        ("26 kap. 1 § OSL", "26 kap. 1 § OSL"),
        (f"OSL 26 kap. 1 §, {SECRET}", "OSL 26 kap. 1 §"),
        (f"{SECRET}: 18 kap. 8 a och 9 §§", "18 kap. 8 a och 9 §§"),
        (f"OSL 26:1 {SECRET}", "OSL 26:1"),
        ("26:1 OSL", "26:1 OSL"),
    ],
)
def test_a_section_of_law_is_told_however_it_is_written(ground: str, section: str) -> None:
    text = TextDocument((Paragraph("a", (Run(SECRET, ground=ground),)),))
    (block,) = public_version(with_item(council(), 42, text=text)).item(key(42)).text.blocks
    assert [run.text for run in block_runs(block)] == [f"[uppgift borttagen, {section}]"]


def test_paragraphs_that_were_removed_whole_leave_one_sign() -> None:
    ground = "26 kap. 1 § OSL"
    blocks: tuple[Block, ...] = (
        Paragraph("a", (Run("Tre hushåll:"),)),
        *(Paragraph(f"p{n}", (Run(SECRET, ground=ground),)) for n in range(3)),
        Paragraph("tom"),
        Paragraph("b", (Run("Alla får stöd."),)),
    )
    public = public_version(with_item(council(), 42, text=TextDocument(blocks))).item(key(42)).text
    assert plain_text(public) == f"Tre hushåll:\n[uppgift borttagen, {ground}]\n\nAlla får stöd."


def test_every_list_item_quotation_and_cell_that_was_removed_says_so_also_right_after_another() -> None:
    gone = (Run(SECRET, ground="26 kap. 1 § OSL"),)
    blocks: tuple[Block, ...] = (
        Paragraph("a", gone),
        *(ListItem(f"l{n}", ordered=True, runs=gone) for n in range(2)),
        ListItem("l3", ordered=True, runs=(Run("Öppet"),)),
        Quotation("q", gone),
        Quotation("r", gone),
        Table("t", (Row((Cell(gone), Cell(gone))), Row((Cell(gone), Cell())))),
    )
    public = public_version(with_item(council(), 42, text=TextDocument(blocks))).item(key(42)).text
    sign = "[uppgift borttagen, 26 kap. 1 § OSL]"
    assert [block.id for block in public.blocks] == [block.id for block in blocks]
    assert plain_text(public).count(sign) == 8
    table = public.blocks[-1]
    assert isinstance(table, Table)
    assert [["".join(run.text for run in cell.runs) for cell in row.cells] for row in table.rows] == [
        [sign, sign],
        [sign, ""],
    ]


def test_a_sentence_on_a_shared_screen_names_what_is_hidden_by_its_number_alone() -> None:
    content = with_item(council(), 42, confidential="21 kap. 3 § OSL", title="Skyddat boende (etapp 1)")
    hidden = AnnexContent("b9", "Karta över boendet", 4, confidential="21 kap. 3 § OSL")
    content = replace(content, annexes=(*content.annexes, hidden))
    for words, told in (
        ("§\xa042 Skyddat boende (etapp 1) är omedelbart justerad.", "§\xa042 är omedelbart justerad."),
        (
            "Nummer 5 står redan på ”Skyddat boende (etapp 1)”. Skriv ett annat.",
            "Nummer 5 står redan på §\xa042. Skriv ett annat.",
        ),
        ("Skyddat boende (etapp 1) är redan upptagen.", "§\xa042 är redan upptagen."),
        ("Nummer 4 har ”Karta över boendet”.", "Nummer 4 har bilaga\xa04."),
        ("Inget om detta.", "Inget om detta."),
    ):
        assert screen_words(content, words) == told
    bare = with_item(content, 42, paragraph=None, agenda_number="")
    assert screen_words(bare, "Skyddat boende (etapp 1) är struket.") == "Ett sekretessmarkerat ärende är struket."


@given(meeting_contents())
@settings(max_examples=40)
def test_no_sentence_keeps_a_title_that_a_shared_screen_withholds(content: MeetingContent) -> None:
    hidden = withheld(content)
    titles = [item.title for item in content.items if item.key in hidden]
    for title in titles:
        assert title not in screen_words(content, f"Det gäller ”{title}” nu.") or any(
            title in label for label in (*labels(content, hidden & {i.key for i in content.items}), "Det gäller nu.")
        )


def test_a_meeting_without_marks_is_its_own_public_version() -> None:
    assert public_version(council()) == council()


@given(meeting_contents())
@settings(max_examples=40)
def test_no_meeting_keeps_a_marked_run_and_attendance_stays_true(content: MeetingContent) -> None:
    public = public_version(content)
    texts = [t for i in public.items for t in (i.text, i.basis)] + [a.text for a in public.annexes]
    assert not [r for t in texts for b in t.blocks for r in block_runs(b) if r.confidential]
    for item in content.items:
        if not item.confidential:
            assert deciding(public, item.key) == deciding(content, item.key)


@pytest.mark.parametrize(
    "text", ["19121212-1212", "121212-1212", "191212121212", "121212+1212", "Född 811218-9876.", "121272-1219"]
)
def test_a_personal_number_is_found(text: str) -> None:
    assert len(list(personal_numbers(text))) == 1


@pytest.mark.parametrize("text", ["121212-1213", "991399-1212", "0980-319 200", "KS 2026/118", "1212121212123", ""])
def test_other_figures_are_left_in_peace(text: str) -> None:
    assert list(personal_numbers(text)) == []


def with_guest(*stays: StayContent) -> MeetingContent:
    content = with_item(council(), 43, confidential="18 kap. 8 §")
    jan = PersonContent("jan", "Jan Gäst", "expert")
    guest = ParticipantContent("jan", Capacity.GUEST, stays=stays)
    return replace(content, people=(*content.people, jan), participants=(*content.participants, guest))


def test_who_was_the_guest_of_a_withheld_item_alone_is_not_told() -> None:
    content = with_guest(StayContent(from_item=key(43), to_item=key(43)))
    assert "jan" not in {who.person for who in public_version(content).participants}


def test_a_guest_of_other_items_too_is_told_at_those() -> None:
    content = with_guest(StayContent(from_item=key(42), to_item=key(45)))
    assert presence_words(content, "jan") == "§§\N{NO-BREAK SPACE}42–45"
    assert presence_words(public_version(content), "jan") == "§\N{NO-BREAK SPACE}42 och §§\N{NO-BREAK SPACE}44–45"
    throughout = with_guest(StayContent())
    assert presence_words(public_version(throughout), "jan") == ""
