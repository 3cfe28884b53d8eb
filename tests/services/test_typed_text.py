"""Typed text passes other changes of its item, and tells when it took the place of somebody else's text."""

from bra_desktop.domain.text import TextDocument, plain_document, plain_text
from bra_desktop.services.live import decisions, minutes
from tests.ui.almby_office import PLANNED, almby

REF = "BRA-2026-12-03"
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
