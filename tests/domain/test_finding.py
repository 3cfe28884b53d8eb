"""Finding and replacing in texts: every place once, marks kept, nothing else touched."""

from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.finding import Sought, hits_in_meeting, replace_in_text, replace_in_words
from bra_desktop.domain.text import Cell, Paragraph, Row, Run, Table, TextDocument, plain_text
from tests.domain.almby import council
from tests.strategies import text_documents


def test_new_words_get_the_marks_of_the_first_old_letter() -> None:
    runs = (Run("kom"), Run("munp", bold=True), Run("olisen nu"))
    document = TextDocument((Paragraph("p", runs),))
    after, count = replace_in_text(document, Sought("munpolisen"), "mentar")
    assert (after.blocks, count) == (
        (Paragraph("p", (Run("kom"), Run("mentar", bold=True), Run(" nu"))),),
        1,
    )


def test_new_words_are_confidential_where_any_of_the_old_ones_were() -> None:
    runs = (Run("Kalle"), Run(" Ek", bold=True, ground="26 kap. 1 § OSL"), Run(" kom"))
    after, _count = replace_in_text(TextDocument((Paragraph("p", runs),)), Sought("Kalle Ek"), "Bo Al")
    assert after.blocks == (Paragraph("p", (Run("Bo Al", bold=True, ground="26 kap. 1 § OSL"), Run(" kom"))),)


def test_a_space_finds_a_hard_space_and_signs_mean_themselves() -> None:
    assert replace_in_words("§\u00a041 (a.b)", Sought("§ 41"), "§ 42") == ("§ 42 (a.b)", 1)
    assert replace_in_words("(a.b) axb", Sought("a.b"), r"\1") == (r"(\1) axb", 1)


def test_a_straight_quotation_mark_finds_those_that_are_typeset() -> None:
    assert replace_in_words("Hon sa ”nej”.", Sought('"nej"'), "ja") == ("Hon sa ja.", 1)
    assert replace_in_words('"nej"', Sought("”nej”"), "ja") == ('"nej"', 0)


@given(text_documents(), st.text(min_size=1, max_size=3), st.text(max_size=3))
def test_a_replacement_changes_the_words_and_nothing_else(document: TextDocument, words: str, by: str) -> None:
    sought = Sought(words, match_case=True)
    after, count = replace_in_text(document, sought, by)
    assert [block.id for block in after.blocks] == [block.id for block in document.blocks]
    if not count:
        assert after == document
    if words == by:
        assert plain_text(after).replace("\u00a0", " ") == plain_text(document).replace("\u00a0", " ")


def test_the_caption_of_a_table_is_replaced_in_too() -> None:
    table = Table("t", (Row((Cell((Run("Brott"),)),)),), caption="Brott per år")
    after, count = replace_in_text(TextDocument((table,)), Sought("brott"), "Händelser")
    assert (plain_text(after), count) == ("Händelser per år\nHändelser", 2)


@given(text_documents(), st.text(min_size=1, max_size=2))
def test_as_many_places_are_found_in_a_text_as_are_replaced_there(document: TextDocument, words: str) -> None:
    sought, content = Sought(words), council()
    key = content.items[0].key
    hits = hits_in_meeting(content, sought, {item.key: TextDocument() for item in content.items} | {key: document}, {})
    assert len([hit for hit in hits if not hit.decision]) == replace_in_text(document, sought, "")[1]
