"""A supplement tells which item each new annex belongs to, on paper and in its mail."""

from dataclasses import replace
from datetime import date

from bra_desktop.documents.copies import copied
from bra_desktop.documents.letters import supplement_letter
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.plain.text import plain_text
from bra_desktop.documents.supplement import News, supplement
from bra_desktop.domain.content import AnnexContent, MeetingContent
from tests.documents.samples import called, est
from tests.documents.tagged_pdf import TaggedPdf

DAY = date(2026, 12, 4)
NEW = News(annexes=frozenset({"n1", "n2", "n3"}))


def with_new(content: MeetingContent) -> MeetingContent:
    """With two new annexes of the second item, and one of the meeting as a whole, which came first."""
    annexes = (
        AnnexContent("n3", "Ordningsregler", 3),
        AnnexContent("n1", "Tjänsteskrivelse A", 4, pages=1),
        AnnexContent("n2", "Kalkyl", 5, pages=2),
    )
    first, second, *others = content.items
    items = (first, replace(second, annexes=(*second.annexes, "n1", "n2")), *others)
    return replace(content, items=items, annexes=(*content.annexes, *annexes))


def as_text(content: MeetingContent, *, public: bool = False) -> str:
    paper = supplement(content, NEW, 1, made_on=DAY, public=public)
    return plain_text(copied(paper, "supplement", content)).replace("\u00a0", " ")


def test_each_new_annex_stands_below_the_item_that_it_belongs_to() -> None:
    said = as_text(with_new(called()))
    wanted = (
        "Punkt 2, Åtgärdsplan mot brott: halvårsrapport:",
        "4. Tjänsteskrivelse A (1 sida)",
        "5. Kalkyl (2 sidor)",
        "Sammanträdet som helhet:",
        "3. Ordningsregler",
    )
    places = [said.index(words) for words in wanted]
    assert places == sorted(places)


def test_the_mail_of_a_supplement_names_the_item_of_each_new_annex() -> None:
    said = supplement_letter(with_new(called()), NEW, 1).text.replace("\u00a0", " ")
    assert (
        "Nya handlingar\n"
        "Punkt 2, Åtgärdsplan mot brott: halvårsrapport: Tjänsteskrivelse A (1 sida)\n"
        "Punkt 2, Åtgärdsplan mot brott: halvårsrapport: Kalkyl (2 sidor)\n"
        "Sammanträdet som helhet: Ordningsregler\n"
    ) in said
    group = supplement_letter(with_new(est()), NEW, 1).text
    assert "Mötet som helhet: Ordningsregler" in group


def test_an_annex_of_a_withheld_item_names_neither_of_them_and_is_not_the_whole_meetings() -> None:
    content = with_new(called())
    items = tuple(replace(item, confidential="26 kap. 1 § OSL") if item.key == "i2" else item for item in content.items)
    content = replace(content, items=items)
    for said in (
        as_text(content, public=True),
        supplement_letter(content, NEW, 1).text.replace("\u00a0", " "),
    ):
        assert "Tjänsteskrivelse" not in said
        assert "halvårsrapport" not in said
        assert said.count("Punkt 2, Sekretessmarkerat ärende") in (1, 2)
        assert said.count("Sammanträdet som helhet") == 1


def test_the_day_stands_below_the_last_annex_with_room_between() -> None:
    pieces = TaggedPdf(render(supplement(with_new(called()), NEW, 1, made_on=DAY))).pieces
    (last,) = {piece.baseline for piece in pieces if "Ordningsregler" in piece.text}
    (day,) = {piece.baseline for piece in pieces if piece.text.startswith("4 december 2026") and piece.artifact is None}
    assert last - day > 24


def test_the_mail_of_a_supplement_lists_new_items_and_no_heading_of_a_group() -> None:
    content = called()
    first, second, *others = (replace(item, group="") for item in content.items)
    shown = replace(content, items=(replace(first, group="Inledning"), second, *others))
    letter = supplement_letter(shown, News(frozenset({first.key, second.key})), 1).text
    assert letter.partition("Nya punkter\n")[2].splitlines()[:2] == [
        f"{item.agenda_number}.  {item.title}" for item in (first, second)
    ]
