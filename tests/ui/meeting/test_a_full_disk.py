"""What is prepared for an item can be put in a file elsewhere when the disk won't take it."""

from pathlib import Path

from bra_desktop.storage.failures import DiskFull
from tests.ui.keyboard import type_text
from tests.ui.live.test_copies import MORE_THAN_A_PAGE, disk_that_takes_no_page_more
from tests.ui.meeting.conftest import Shown


def test_a_copy_is_offered_while_the_disk_is_full_and_holds_what_was_typed(shown: Shown, tmp_path: Path) -> None:
    shown.page.side.open_item(shown.view().content.items[4].key)
    pane, full = shown.page.side.item, [True]
    pane.copy.choose_place = lambda _name: tmp_path / "kopia.txt"
    snapshot = pane._autosave._snapshot

    def stopped():  # type: ignore[no-untyped-def]
        write = snapshot()

        def save() -> object:
            if full:
                raise DiskFull
            return write()

        return save

    pane._autosave._snapshot = stopped
    pane.fields.basis.clear()
    type_text(pane.fields.basis, "Det som inte fick plats på disken.")
    bar = shown.window.messages._kinds.unsaved
    shown.settle(lambda: bar._link.isVisible() and bar._link.text() == "Spara en kopia…")
    assert any("Disken är full." in words for words in shown.window.messages.words())
    bar._link.click()
    kept = (tmp_path / "kopia.txt").read_text(encoding="utf-8")
    assert "Det som inte fick plats på disken." in kept
    assert pane.fields.title.text() in kept
    assert "En kopia är sparad i kopia.txt." in shown.window.messages.words()
    full.clear()
    pane.keep()
    shown.settle(lambda: not bar.isVisible())


def test_an_act_that_a_full_disk_does_not_take_is_told_beside_the_text_that_is_not_saved(shown: Shown) -> None:
    key, full = shown.view().content.items[4].key, [True]
    shown.page.side.open_item(key)
    pane = shown.page.side.item
    snapshot = pane._autosave._snapshot

    def stopped():  # type: ignore[no-untyped-def]
        write = snapshot()

        def save() -> object:
            if full:
                raise DiskFull
            return write()

        return save

    pane._autosave._snapshot = stopped
    type_text(pane.fields.basis, "Det som inte fick plats.")
    shown.settle(lambda: any("Disken är full." in words for words in shown.window.messages.words()))
    with disk_that_takes_no_page_more(shown.office):
        for at in range(MORE_THAN_A_PAGE):
            shown.page.presenter.change({"place": f"Sal {at} " + "i Rådhuset " * 8}, lambda: None, None)  # type: ignore[arg-type]
            shown.page.context.operations.wait_for_writes()
            shown.qtbot.wait(5)
            if not_done(shown):
                break
    assert not_done(shown)[0].startswith("Ändringen är inte gjord. Disken är full.")
    assert len(shown.window.messages.words()) == 2
    full.clear()
    pane.keep()
    shown.settle(lambda: not shown.window.messages._kinds.unsaved.isVisible())
    assert not_done(shown) == shown.window.messages.words()


def not_done(shown: Shown) -> list[str]:
    return [words for words in shown.window.messages.words() if words.startswith("Ändringen är inte gjord.")]
