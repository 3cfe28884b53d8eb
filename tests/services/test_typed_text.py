"""Typed text passes other changes of its item, and tells when it took the place of somebody else's text."""

from bra_desktop.domain.text import Paragraph, TextDocument, plain_document, plain_text
from bra_desktop.services.live import decisions, minutes
from tests.ui.almby_office import PLANNED, almby

REF = "BRA-2026-12-03"
EMPTY_LINES = TextDocument((Paragraph("#1"), Paragraph("#2")))
ONE, TWO, OTHERS = plain_document("ett"), plain_document("två"), plain_document("annan")


def test_a_mark_on_the_item_is_no_conflict() -> None:
    with almby(PLANNED) as office:
        item = office.content(REF).items[0].key
        first = minutes.save_typed(office, item, ONE, TextDocument())
        decisions.set_immediate(office, item, True)
        second = minutes.save_typed(office, item, TWO, ONE, first.revision)
        assert second.replaced is None
        assert plain_text(office.content(REF).items[0].text) == "två"


def test_another_text_is_answered_and_what_was_typed_is_kept() -> None:
    with almby(PLANNED) as office:
        item = office.content(REF).items[0].key
        first = minutes.save_typed(office, item, ONE, TextDocument())
        minutes.save_text(office, item, OTHERS)
        saved = minutes.save_typed(office, item, TWO, ONE, first.revision)
        assert saved.replaced == OTHERS
        assert plain_text(office.content(REF).items[0].text) == "två"


def test_empty_lines_that_were_typed_first_are_nobody_elses_text() -> None:
    with almby(PLANNED) as office:
        item = office.content(REF).items[0].key
        first = minutes.save_typed(office, item, EMPTY_LINES, TextDocument())
        decisions.set_immediate(office, item, True)
        second = minutes.save_typed(office, item, ONE, EMPTY_LINES, first.revision)
        assert second.replaced is None
        minutes.save_text(office, item, OTHERS)
        third = minutes.save_typed(office, item, TWO, ONE, second.revision)
        assert third.replaced == OTHERS


def test_words_of_somebody_else_over_empty_lines_are_answered() -> None:
    with almby(PLANNED) as office:
        item = office.content(REF).items[0].key
        first = minutes.save_typed(office, item, EMPTY_LINES, TextDocument())
        minutes.save_text(office, item, OTHERS)
        saved = minutes.save_typed(office, item, ONE, EMPTY_LINES, first.revision)
        assert saved.replaced == OTHERS
