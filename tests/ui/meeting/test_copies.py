"""The shown document is copied for Word or as text, from a menu beside the one that saves the PDF."""

import io
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from tests.ui.meeting.conftest import REF, Shown


@pytest.fixture
def paper(shown: Shown, tmp_path: Path) -> Shown:
    """The notice is shown, and files are saved in a folder of the test."""
    shown.page.copies.choose_place = lambda _title, name, _kinds: tmp_path / name
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    shown.settle(lambda: shown.page.parts.document._ready)
    return shown


def choose(shown: Shown, words: str) -> None:
    shown.page.parts.document.copy.click()
    found = [menu for menu in shown.page.findChildren(QMenu, "meeting.copies_menu") if menu.isVisible()]
    actions = {action.text(): action for action in found[0].actions()}
    assert list(actions) == ["Spara som Word…", "Spara som text…", "Kopiera som text"]
    actions[words].trigger()
    found[0].close()


def test_the_document_is_saved_for_word_and_as_text(paper: Shown, tmp_path: Path) -> None:
    choose(paper, "Spara som Word…")
    saved = tmp_path / "Kallelse BRÅ 2026-12-03.docx"
    paper.settle(saved.exists)
    said = [p.text for p in docx.Document(io.BytesIO(saved.read_bytes())).paragraphs]
    assert "Kallelse" in said
    assert "Arbetskopia. Originalet är kallelsen i pdf." in said
    choose(paper, "Spara som text…")
    paper.settle(saved.with_suffix(".txt").exists)
    paper.settle(lambda: any("Kallelse BRÅ 2026-12-03.txt är sparad." in w for w in paper.window.messages.words()))


def test_the_document_is_copied_as_text_to_be_pasted(paper: Shown) -> None:
    QGuiApplication.clipboard().clear()
    choose(paper, "Kopiera som text")
    paper.settle(lambda: QGuiApplication.clipboard().text().startswith("Almby kommun\n"))
    assert "Arbetskopia. Originalet är kallelsen i pdf." in QGuiApplication.clipboard().text()
    assert not paper.questions


def test_what_is_confidential_is_asked_about_before_it_leaves(paper: Shown, tmp_path: Path) -> None:
    key = paper.view().content.items[3].key
    planning.change_item(paper.office, key, {"confidential": "18 kap. 8 § OSL"})
    paper.reload()
    paper.settle(lambda: paper.page.parts.document._ready)
    paper.answer = False
    QGuiApplication.clipboard().setText("förut")
    choose(paper, "Kopiera som text")
    paper.settle(lambda: paper.questions == ["Lämna ut kopian?"])
    assert QGuiApplication.clipboard().text() == "förut"
    paper.answer = True
    choose(paper, "Spara som Word…")
    paper.settle((tmp_path / "Kallelse BRÅ 2026-12-03.docx").exists)
    paper.page.parts.document.show_kind("public")
    paper.settle(lambda: paper.page.parts.document._ready)
    asked = len(paper.questions)
    choose(paper, "Spara som text…")
    paper.settle(lambda: any(tmp_path.glob("Offentlig version*.txt")))
    assert len(paper.questions) == asked


def test_a_refusal_is_told_and_the_work_is_over(paper: Shown) -> None:
    paper.page.copies.offer("attendance2", paper.page.parts.document.copy)
    (menu,) = [menu for menu in paper.page.findChildren(QMenu, "meeting.copies_menu") if menu.isVisible()]
    menu.actions()[0].trigger()
    menu.close()
    paper.settle(lambda: any("finns inte för det här mötet" in words for words in paper.window.messages.words()))
    assert not any("Skapar kopian" in words for words in paper.window.messages.words())
    assert paper.view().content.ref == REF
