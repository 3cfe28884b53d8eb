"""Words that are marked somewhere and repeated in a plain text, which can carry no mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.domain.canonical import canonical_json
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.confidentiality import public_version, screen_version, withheld
from bra_desktop.domain.content import (
    ActionContent,
    AnnexContent,
    DecisionContent,
    DispatchContent,
    ItemContent,
    MeetingContent,
    MotionContent,
    ProposalContent,
    ReservationContent,
    StatementContent,
    VoteContent,
)
from bra_desktop.domain.echoes import echoes_of, plain_texts, without_echoes
from bra_desktop.domain.names_in_text import words_at
from bra_desktop.domain.text import Cell, Image, Paragraph, Row, Run, Table, TextDocument, plain_document
from tests.domain.almby import council, key, with_item

GROUND = "26 kap. 1 § OSL"


def marked(*runs: Run) -> MeetingContent:
    return with_item(council(), 42, text=TextDocument((Paragraph("p", runs),)))


def passage(words: str) -> MeetingContent:
    return marked(Run("Före "), Run(words, confidential=True, ground=GROUND), Run(" efter."))


@pytest.mark.parametrize(
    ("words", "said", "left"),
    [
        ("Kalle Tjuvlund", "Ring Kalle Tjuvlund i dag", "Ring [uppgift borttagen, 26 kap. 1 § OSL] i dag"),
        ("Kalle Tjuvlund", "ring KALLE\n tjuvlunds mor", "ring [uppgift borttagen, 26 kap. 1 § OSL] mor"),
        ("Kalle Tjuvlund", "Tjuvlund ska höras", "[uppgift borttagen, 26 kap. 1 § OSL] ska höras"),
        ("butiken vid torget", "Butiken vid torget", "[uppgift borttagen, 26 kap. 1 § OSL]"),
        ("Kalle", "kallelsen skickas", "kallelsen skickas"),
        ("Adélie", "Ring Ade\u0301lies bror", "Ring [uppgift borttagen, 26 kap. 1 § OSL] bror"),
        ("Granvägen", "På Gran\u00advägen", "På [uppgift borttagen, 26 kap. 1 § OSL]"),
        ("nu", "Beslutet gäller nu", "Beslutet gäller nu"),
        (
            "han bor på Granvägen 5 med sin mor",
            "åk till Granvägen 5",
            "åk till [uppgift borttagen, 26 kap. 1 § OSL]",
        ),
        (
            "de talar om en butik där ungdomar stjäl varje dag",
            "bevaka om en butik där ungdomar stjäl",
            "bevaka [uppgift borttagen, 26 kap. 1 § OSL]",
        ),
    ],
)
def test_marked_words_are_removed_whole_from_a_plain_text(words: str, said: str, left: str) -> None:
    assert echoes_of(passage(words)).without(said) == left


def test_the_name_of_somebody_at_the_meeting_within_a_passage_is_no_secret_elsewhere() -> None:
    echoes = echoes_of(passage("igår mötte Eva Lind hans syster Kerstin Holm"))
    assert echoes.without("Eva Lind talar med dem") == "Eva Lind talar med dem"
    assert echoes.repeats("Holm hörs")


def test_each_marked_cell_of_a_table_counts_by_itself() -> None:
    cells = tuple(Cell((Run(words, ground=GROUND),)) for words in ("Ture", "ekgården"))
    echoes = echoes_of(with_item(council(), 42, text=TextDocument((Table("t", (Row(cells),)),))))
    assert echoes.repeats("om ture")
    assert echoes.repeats("på Ekgården")


def test_nothing_is_removed_where_nothing_is_marked() -> None:
    content = council()
    assert without_echoes(content) is content
    assert not echoes_of(content).marked


def secret_item(**changed: object) -> MeetingContent:
    return with_item(council(), 43, confidential=f"{GROUND}, för den enskilde", title="Ansökan från Ali Vid", **changed)


def test_what_a_marked_item_says_counts_as_marked() -> None:
    content = secret_item(
        registry_number="KS 2026/99",
        decisions=(DecisionContent("d9", "avslå ansökan om bidrag"),),
        reservations=(ReservationContent("r9", (), "Beslutet strider mot lagen."),),
        annexes=("b9",),
        dispatch=(DispatchContent(name="Föreningen Grynet"),),
        text=plain_document("De talar om Anders Tun. Han har ingen lokal."),
    )
    content = replace(content, annexes=(AnnexContent("b9", "Brev från sökanden", 9, file_name="hans_brev.pdf"),))
    echoes = echoes_of(content)
    for words in (
        "Ansökan från Ali Vid", "Dnr KS 2026/99", "avslå ansökan om bidrag", "beslutet strider mot lagen", "Anders Tun",
        "han har ingen lokal", "Föreningen Grynet", "brev från sökanden", "hans_brev.pdf",
    ):  # fmt: skip
        assert echoes.without(f"Om {words}.").startswith("Om "), words
        assert echoes.repeats(f"Om {words}."), words


def test_what_open_items_say_too_is_no_secret() -> None:
    usual = (DecisionContent("d9", "lägga informationen till handlingarna"),)
    content = with_item(secret_item(decisions=usual, registry_number="KS 2026/7"), 44, decisions=usual)
    content = with_item(content, 44, registry_number="KS 2026/7", title="Information")
    echoes = echoes_of(with_item(content, 43, title="Information"))
    for words in ("lägga informationen till handlingarna", "Dnr KS 2026/7", "Information till alla"):
        assert echoes.without(words) == words


def test_an_item_that_repeats_marked_words_is_withheld_on_a_shared_screen() -> None:
    content = with_item(passage("Kalle Tjuvlund"), 44, decisions=(DecisionContent("d9", "höra Kalle Tjuvlund"),))
    assert {key(42), key(44)} <= withheld(content)
    assert "Tjuvlund" not in canonical_json(screen_version(content))


def test_a_group_of_marked_items_alone_has_no_heading_in_the_public_version() -> None:
    content = with_item(council(), 43, confidential=GROUND, group="Tillsyn av Kula AB")
    assert "Kula" not in canonical_json(public_version(content))
    assert "Kula" not in canonical_json(screen_version(content))
    both = with_item(content, 44, group="Tillsyn av Kula AB")
    assert public_version(both).item(key(43)).group == "Tillsyn av Kula AB"


SECRETS = st.sampled_from(
    ["Kalle Tjuvlund", "hemlig butik", "QQ17", "granvägen  5", "hon, som hotats i går av grannen", "Öst-Väst", "Ärla"]
)
PLACES = st.sampled_from(["Om {} här", "{}", "Till {}s bror", "({})", "a/{}/b", "”{}”", "Först\n{}\nsist"])


def everywhere(content: MeetingContent, words: str) -> MeetingContent:
    """The words in every plain text that a meeting has."""
    item = content.item(key(44))
    blocks = (Table("t", (), caption=words), Image("i", "0" * 64, alternative=words))
    item = replace(
        item,
        title=words,
        group=words,
        registry_number=words,
        text=TextDocument(blocks),
        proposals=(ProposalContent("p", words, by=words),),
        motions=(MotionContent("m", ("eva",), words),),
        votes=(VoteContent("v", words, words),),
        decisions=(DecisionContent("d", words),),
        reservations=(ReservationContent("r", ("eva",), words),),
        statements=(StatementContent("s", "eva", words),),
        actions=(ActionContent("a", words, goal=words, focus_area=words, note=words),),
        dispatch=(DispatchContent(name=words),),
        annexes=("b1",),
    )
    annexes = (AnnexContent("b1", words, 1, origin=words, registry_number=words, file_name=f"{words}.pdf"),)
    items = tuple(item if one.key == item.key else one for one in content.items)
    return replace(content, title=words, place=words, items=items, annexes=annexes)


@given(SECRETS, PLACES)
@settings(max_examples=60)
def test_marked_words_in_any_plain_text_never_stand_in_the_public_version(secret: str, place: str) -> None:
    content = everywhere(passage(secret), place.format(secret))
    row = " ".join(word for word, _start, _end in words_at(secret))
    for shown in (public_version(content), screen_version(content)):
        for item in shown.items:
            for text in plain_texts(item):
                assert row not in " ".join(word for word, _start, _end in words_at(text))
    public = public_version(content)
    assert row not in " ".join(word for text in plain_texts(public) for word, _start, _end in words_at(text))
    assert public.item(key(44)).decisions[0].text.count("uppgift borttagen") == 1


def test_every_words_of_a_meeting_that_can_not_be_marked_are_known() -> None:
    """A new field of words must be put in the rule, or be said here to be none of anybody's own."""
    assert set(plain_texts(ItemContent("key", "Rubrik", "4", group="Grupp", registry_number="Dnr"))) == {
        "Rubrik", "Grupp", "Dnr",
    }  # fmt: skip


def test_it_is_told_before_the_end_which_part_of_an_item_repeats_marked_words() -> None:
    content = passage("Kalle Tjuvlund")
    actions = (
        ActionContent("a1", "Ring Kalle Tjuvlund"),
        ActionContent("a2", "Ring Tjuvlunds"),
        ActionContent("a3", "Öva"),
    )
    content = with_item(content, 42, actions=actions)
    content = with_item(content, 44, decisions=(DecisionContent("d9", "höra Kalle Tjuvlund"),))
    told = [gap for gap in gaps(content) if "upprepar" in gap.text]
    assert [gap.text.replace("\N{NO-BREAK SPACE}", " ") for gap in told] == [
        "Åtgärden i § 42 upprepar sekretessmarkerade ord. De tas bort i den offentliga versionen.",
        "Åtgärden i § 42 upprepar sekretessmarkerade ord. De tas bort i den offentliga versionen.",
        "Beslutet i § 44 upprepar sekretessmarkerade ord. De tas bort i den offentliga versionen.",
    ]
    assert [gap.place for gap in told] == [
        f"item/{key(42)}/actions/a1", f"item/{key(42)}/actions/a2", f"item/{key(44)}/decisions/d9",
    ]  # fmt: skip
    assert not any("upprepar" in gap.text for gap in gaps(council()))
