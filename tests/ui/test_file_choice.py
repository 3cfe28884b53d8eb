"""Boxes that ask for a file begin in the person's documents, then where the last one ended."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets import file_choice
from bra_desktop.ui.widgets.buttons import FilterPill


def test_a_box_begins_in_documents_and_then_in_the_folder_used_last(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def answer(_parent: QWidget, _title: str, place: str, *_more: str) -> tuple[str, str]:
        begun.append(place)
        return str(tmp_path / "protokoll.pdf"), ""

    for box in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, box, answer)
    monkeypatch.setattr(file_choice, "_last", [])
    parent = QWidget()
    qtbot.addWidget(parent)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    Path(documents).mkdir(exist_ok=True)
    assert file_choice.file_to_save(parent, "Spara", "a.pdf") == tmp_path / "protokoll.pdf"
    assert file_choice.file_to_open(parent, "Välj") == tmp_path / "protokoll.pdf"
    assert begun == [str(Path(documents) / "a.pdf"), str(tmp_path)]


def test_a_box_begins_at_home_where_there_is_no_folder_for_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choice, "_last", [tmp_path / "borta"])
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    assert file_choice.first_folder() == Path(home)
    assert file_choice.first_folder().is_dir()


def test_no_box_of_the_window_chooses_its_own_folder_to_begin_in() -> None:
    own = Path(file_choice.__file__)
    sources = (file for file in own.parents[1].rglob("*.py") if file != own)
    assert [file.name for file in sources if "QFileDialog" in file.read_text(encoding="utf-8")] == []


def test_several_files_are_asked_for_in_documents_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    chosen = [str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")]

    def answer(_parent: QWidget, _title: str, place: str, *_more: str) -> tuple[list[str], str]:
        begun.append(place)
        return chosen, ""

    Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)).mkdir(exist_ok=True)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    monkeypatch.setattr(file_choice, "_last", [])
    parent = QWidget()
    qtbot.addWidget(parent)
    assert file_choice.files_to_open(parent, "Lägg till") == (tmp_path / "a.pdf", tmp_path / "b.pdf")
    assert begun == [QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)]
    assert file_choice.first_folder() == tmp_path


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_a_pill_has_room_for_its_words_in_bold_and_does_not_move_when_it_is_chosen(
    scale: float, theme: Theme, qtbot: QtBot
) -> None:
    theme.choose("light", scale)
    pill = FilterPill(theme, "test.late", "Försenade mötesprotokoll", 12)
    qtbot.addWidget(pill)
    pill.show()
    pill.adjustSize()
    before = pill.width()
    bold = theme.metrics("body", bold=True).horizontalAdvance(pill.text())
    assert before >= bold + 2 * theme.px(10)
    pill.setChecked(True)
    pill.adjustSize()
    assert pill.width() == before
