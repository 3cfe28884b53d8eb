"""Files that are added are chosen in the list, and what is refused leads nowhere it can't be mended."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.ui.meeting.annexes.annex_tab import AnnexTab
from bra_desktop.ui.meeting.tab_stack import ANNEXES
from tests.ui.keyboard import click, part, press
from tests.ui.meeting.conftest import REF, Shown


@pytest.fixture
def annexes(shown: Shown) -> AnnexTab:
    shown.page.tabs.setCurrentIndex(ANNEXES)
    return shown.page.parts.annexes


def chosen(annexes: AnnexTab) -> str:
    line = annexes.table.chosen()
    return line.title if line is not None else ""


def test_what_was_added_is_chosen_and_the_selection_goes_nowhere_else_on_the_way(
    shown: Shown, annexes: AnnexTab, tmp_path: Path
) -> None:
    files = tuple(tmp_path / f"{name}.txt" for name in ("först", "sist"))
    for file in files:
        file.write_text("läget", encoding="utf-8")
    annexes.choose_files = lambda: files
    before = annexes.model.rowCount()
    annexes.table.selectRow(1)
    seen = [chosen(annexes)]
    annexes.table.row_chosen.connect(lambda _line: seen.append(chosen(annexes)))
    annexes.add_files(None)
    shown.settle(lambda: annexes.model.rowCount() == before + 2 and chosen(annexes) == "först")
    shown.reload()
    assert chosen(annexes) == "först"
    assert set(seen) - {""} == {seen[0], "först"}


def test_a_file_that_is_refused_leaves_the_selection_and_offers_no_way_that_leads_nowhere(
    shown: Shown, annexes: AnnexTab, tmp_path: Path
) -> None:
    annexes.table.selectRow(2)
    before = chosen(annexes)
    annexes.choose_files = lambda: (tmp_path / "borta.docx",)
    annexes.add_files(None)
    shown.settle(lambda: any("borta.docx finns inte" in words for words in shown.window.messages.words()))
    assert part(shown.window, QPushButton, "messages.refused.link").isHidden()
    shown.reload()
    assert chosen(annexes) == before


def test_the_item_that_was_chosen_for_a_new_file_stays_in_its_field_however_often_the_page_is_read(
    shown: Shown, annexes: AnnexTab, tmp_path: Path
) -> None:
    file = tmp_path / "läget.txt"
    file.write_text("läget", encoding="utf-8")
    annexes.choose_files = lambda: (file,)
    annexes.add_files(None)
    shown.settle(lambda: chosen(annexes) == "läget")
    field = part(shown.window, QComboBox, "annex.item")
    click(field)
    shown.settle(field.view().isVisible)
    press(field.view(), Qt.Key.Key_Down)
    press(field.view(), Qt.Key.Key_Return)
    first = shown.view().content.items[0]
    shown.settle(lambda: any(a.title == "läget" for a in map(shown.view().content.annex, item_annexes(shown))))
    shown.reload()
    assert field.currentData() == first.key
    planning.add_item(shown.office, REF, PlannedItem("Nytt ärende"))
    shown.reload()
    assert field.currentData() == first.key


def item_annexes(shown: Shown) -> tuple[str, ...]:
    return shown.view().content.items[0].annexes
