"""The preview of documents: pages, zoom, search, and a file that is none."""

import io

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.pdf_preview import PdfPreview
from tests.ui.unnamed import unnamed


def document(*pages: str) -> bytes:
    """A PDF with a line on each page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for number, words in enumerate(pages):
        if number:
            writer.newPage()
        painter.drawText(800, 800, words)
    painter.end()
    return bytes(buffer.data().data())


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> PdfPreview:
    preview = PdfPreview(theme, "meeting.preview", "Kallelsen")
    qtbot.addWidget(preview)
    preview.resize(800, 600)
    preview.show()
    preview.show_pdf(document("Kallelse", "Dagordning", "Medborgarlöften"))
    return preview


def test_it_shows_every_page_and_goes_to_them(preview: PdfPreview) -> None:
    assert preview.pages() == 3
    preview.go_to(2)
    assert preview.page() == 2
    preview.go_to(3)
    assert preview.page() == 2


def test_words_are_found(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.look_for("Dagordning")
    qtbot.waitUntil(lambda: preview.hits() == 1)
    assert preview.next_hit()
    assert preview.page() == 1


def test_it_is_made_larger_and_smaller_within_reason(preview: PdfPreview) -> None:
    for _ in range(30):
        preview.zoom(1.2)
    for _ in range(60):
        preview.zoom(1 / 1.2)
    preview.fit_width()


def test_a_document_made_anew_keeps_the_page(preview: PdfPreview) -> None:
    preview.go_to(1)
    preview.show_pdf(document("Kallelse", "Dagordning"))
    assert (preview.pages(), preview.page()) == (2, 1)


def test_what_is_no_document_is_said_in_words(preview: PdfPreview) -> None:
    with pytest.raises(UserError, match="går inte att visa"):
        preview.show_pdf(b"hej")


def test_every_control_has_a_name(preview: PdfPreview) -> None:
    assert unnamed(preview) == []


def test_a_protocol_whose_pages_run_on_over_the_year_is_paged_as_it_says_itself(preview: PdfPreview) -> None:
    with pikepdf.open(io.BytesIO(document("Kallelse", "Dagordning"))) as file:
        file.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=37)])
        labelled = io.BytesIO()
        file.save(labelled)
    assert preview.findChildren(QLabel)[0].text() == "Sida 1 (3)"
    preview.show_pdf(labelled.getvalue())
    preview.go_to(1)
    assert preview.findChildren(QLabel)[0].text() == "Sida 38 (2 av 2)"
    assert preview.findChildren(QListWidget)[0].item(1).text() == "38"


def test_what_is_found_far_down_on_a_page_is_in_sight(qtbot: QtBot, preview: PdfPreview) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(800, writer.height() - 800, "Medborgarlöften")
    painter.end()
    preview.show_pdf(bytes(buffer.data().data()))
    preview.look_for("Medborgarlöften")
    qtbot.waitUntil(lambda: preview.hits() == 1)
    scroll = preview.findChildren(QPdfView)[0].verticalScrollBar()
    assert scroll.value() == 0
    preview.next_hit()
    assert scroll.value() > scroll.maximum() * 0.9
