"""A meeting's page on a screen that others see: F4 hides what is confidential, in Mötesläge as here."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bra_desktop.domain.confidentiality import has_marked
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_text
from bra_desktop.services.live import minutes
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.tab_stack import ANNEXES, DOCUMENT, HISTORY
from bra_desktop.ui.rich_text.passage_ground import set_ground
from bra_desktop.ui.shared_bar import SharedBar
from bra_desktop.ui.shared_screen import SharedScreen
from bra_desktop.ui.widgets.buttons import Button
from tests.ui.keyboard import click, part
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.readable import readable

GROUND = "21 kap. 3 § OSL"


@pytest.fixture
def secret(shown: Shown) -> str:
    """The fifth item is marked, in a history that names it."""
    item = shown.view().content.items[4]
    planning.change_item(shown.office, item.key, {"title": "Larmet på Norra skolan", "confidential": GROUND})
    annexes.add_annex(shown.office, REF, title="Karta över Norra skolan", text="Röd ring", item_id=item.key)
    shown.reload()
    return item.key


def share(shown: Shown) -> None:
    before = shown.page._loaded
    QTest.keyClick(shown.page, Qt.Key.Key_F4)
    shown.settle(lambda: shown.page._loaded is not None and shown.page._loaded is not before)


def test_nothing_of_a_marked_item_stands_on_any_tab(shown: Shown, secret: str) -> None:
    assert "Norra skolan" in readable(shown.page)
    share(shown)
    for tab in (HISTORY, ANNEXES, DOCUMENT, 0, 1):
        shown.page.tabs.setCurrentIndex(tab)
        assert "Norra skolan" not in readable(shown.page), tab
    assert [bar.isVisible() for bar in shown.window.findChildren(SharedBar)] == [True]
    share(shown)
    assert "Norra skolan" in readable(shown.page)
    assert [bar.isVisible() for bar in shown.window.findChildren(SharedBar)] == [False]


def test_a_passage_that_is_marked_withholds_its_item(shown: Shown) -> None:
    item = shown.view().content.items[5]
    text = TextDocument((Paragraph("p", (Run("Larmet är "), Run("avstängt", confidential=True))),))
    minutes.save_text(shown.office, item.key, text)
    share(shown)
    assert item.title not in readable(shown.page)


def test_a_withheld_item_can_be_looked_at_but_not_written_on(shown: Shown, secret: str) -> None:
    share(shown)
    shown.page.side.open_item(secret)
    assert shown.page.side.item.fields.title.isReadOnly()
    shown.page.side.close_pane()
    assert shown.view().content.item(secret).title == "Larmet på Norra skolan"


def test_what_was_being_typed_is_kept_and_put_out_of_sight(shown: Shown, secret: str) -> None:
    shown.page.side.open_item(secret)
    shown.page.side.item.fields.title.setFocus()
    QTest.keyClicks(shown.page.side.item.fields.title, "s larm")
    share(shown)
    assert not shown.page.side.is_open()
    shown.settle(lambda: "s larm" in shown.view().content.item(secret).title)


def test_a_document_with_marked_words_is_not_shown(shown: Shown, secret: str) -> None:
    share(shown)
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    tab = shown.page.parts.document
    assert "visas och sparas inte medan skärmen delas. F4 visar det igen." in readable(tab)
    assert not tab.save.isEnabled()


def test_the_public_version_can_be_shown_and_saved_instead(shown: Shown, secret: str, tmp_path: Path) -> None:
    share(shown)
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    tab = shown.page.parts.document
    tab.choose_place = lambda _name: tmp_path / "offentlig.pdf"
    click(part(tab, Button, "meeting.show_public"))
    shown.settle(tab.save.isEnabled)
    assert "Norra skolan" not in readable(tab)
    click(tab.save)
    shown.settle((tmp_path / "offentlig.pdf").exists)


def test_a_page_that_is_come_to_later_hides_as_much(shown: Shown, secret: str) -> None:
    shown.window.go("meetings", None)
    SharedScreen.of(shown.window.operations).toggle()
    shown.window.go("meeting", REF)
    shown.settle(lambda: shown.page._loaded is not None)
    assert "Norra skolan" not in readable(shown.page)


def test_the_versions_of_a_withheld_item_are_not_offered(shown: Shown, secret: str) -> None:
    share(shown)
    shown.page.show_versions()
    assert "Norra skolan" not in readable(shown.page)


def test_the_mark_of_an_item_is_not_undone_by_the_history_while_the_screen_is_shared(shown: Shown) -> None:
    key = shown.view().content.items[4].key
    change = planning.change_item(shown.office, key, {"confidential": GROUND})
    assert change is not None
    shown.reload()
    share(shown)
    shown.page.presenter.undo(change.id)
    shown.settle(lambda: any("visas inte medan skärmen delas" in words for words in shown.window.messages.words()))
    assert shown.view().content.item(key).confidential == GROUND


def test_an_item_is_put_out_of_sight_when_words_of_its_basis_are_marked_while_others_see_it(shown: Shown) -> None:
    item = next(one for one in shown.view().content.items if one.basis)
    word = plain_text(item.basis).split()[0]
    share(shown)
    shown.page.side.open_item(item.key)
    basis = shown.page.side.item.fields.basis
    basis.setFocus()
    cursor = basis.document().find(word)
    assert cursor.hasSelection()
    set_ground(basis, cursor, GROUND)
    shown.settle(lambda: has_marked(shown.view().content.item(item.key)))
    shown.settle(lambda: not shown.page.side.is_open())
    assert item.key in shown.page._loaded.withheld  # type: ignore[union-attr]
