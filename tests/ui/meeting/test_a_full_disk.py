"""What is prepared for an item can be put in a file elsewhere when the disk won't take it."""

from pathlib import Path

from bra_desktop.storage.failures import DiskFull
from tests.ui.keyboard import type_text
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
