"""The preview of documents: pages, zoom, search, and a file that is none."""

import io

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QPainter, QPdfWriter
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.pdf_places import FOUND_NOW, MarkedPages
from bra_desktop.ui.widgets.pdf_preview import COMFORTABLE, PdfPreview
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


def said_of_hits(preview: PdfPreview) -> str:
    return preview._count.text()


def test_words_are_found(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.look_for("Dagordning")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    assert preview.hits() == 1
    assert preview.next_hit()
    assert preview.page() == 1


def test_a_long_document_is_said_to_be_searched_until_it_has_been(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(document(*["Rad"] * 40, "Medborgarlöften", "Rad", "Medborgarlöften"))
    preview._search.setText("Medborgarlöften")
    assert said_of_hits(preview) == "Söker…"
    QTest.keyClick(preview._search, Qt.Key.Key_Return)
    assert preview.page() == 0
    qtbot.waitUntil(lambda: said_of_hits(preview) == "2 träffar")
    assert preview.page() == 40
    QTest.keyClick(preview._search, Qt.Key.Key_Return)
    assert preview.page() == 42
    preview._search.setText("Årshjul")
    assert said_of_hits(preview) == "Söker…"
    qtbot.waitUntil(lambda: said_of_hits(preview) == "Inga träffar")
    preview._search.setText("")
    assert said_of_hits(preview) == ""


def test_a_document_made_anew_is_searched_anew(qtbot: QtBot, preview: PdfPreview) -> None:
    preview._search.setText("Dagordning")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    preview.show_pdf(document("Dagordning", "Dagordning"))
    qtbot.waitUntil(lambda: said_of_hits(preview) == "2 träffar")


def test_what_is_found_is_marked_and_its_words_stay_black(qtbot: QtBot, preview: PdfPreview) -> None:
    pages = preview.findChildren(QPdfView)[0]
    qtbot.waitUntil(lambda: darkest(pages) < 60)
    plain = darkest(pages)
    preview._search.setText("Kallelse")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    qtbot.waitUntil(lambda: FOUND_NOW.name() in colours(pages))
    assert darkest(pages) <= plain + 5


def colours(pages: QPdfView) -> set[str]:
    shown = pages.viewport().grab().toImage()
    return {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height() // 3)}


def darkest(pages: QPdfView) -> int:
    return min(QColor(name).lightness() for name in colours(pages))


def test_it_is_made_larger_and_smaller_within_reason(preview: PdfPreview) -> None:
    for _ in range(30):
        preview.zoom(1.2)
    for _ in range(60):
        preview.zoom(1 / 1.2)
    preview.fit_width()


@pytest.mark.parametrize("size", [(760, 600), (1100, 600), (1900, 600), (1900, 3000)])
def test_a_page_is_as_wide_as_there_is_room_for_but_never_larger_than_one_reads(
    qtbot: QtBot, preview: PdfPreview, size: tuple[int, int]
) -> None:
    preview.resize(*size)
    pages = preview.findChildren(MarkedPages)[0]
    qtbot.waitUntil(lambda: size[0] - 300 < pages.width() < size[0])
    assert pages.magnified() <= COMFORTABLE
    assert pages.magnified() == COMFORTABLE or not pages.horizontalScrollBar().maximum()
    assert pages.magnified() == COMFORTABLE or size[0] < 1300


def test_the_whole_width_and_what_was_chosen_stay_in_a_wide_window(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.resize(1900, 600)
    pages = preview.findChildren(MarkedPages)[0]
    qtbot.waitUntil(lambda: pages.magnified() == COMFORTABLE)
    preview.fit_width()
    assert pages.magnified() > 1.8
    preview.zoom(1 / 1.2)
    chosen = pages.magnified()
    preview.resize(1500, 600)
    preview.show_pdf(document("Kallelse"))
    assert pages.magnified() == chosen


def test_a_document_made_anew_keeps_the_page(preview: PdfPreview) -> None:
    preview.go_to(1)
    preview.show_pdf(document("Kallelse", "Dagordning"))
    assert (preview.pages(), preview.page()) == (2, 1)


def test_another_document_begins_at_its_first_page(preview: PdfPreview) -> None:
    preview.go_to(2)
    preview.show_pdf(document("Beslutslogg", "Beslut"), "decisions")
    assert (preview.page(), preview.findChildren(QLabel)[0].text()) == (0, "Sida 1 (2)")
    preview.go_to(1)
    preview.show_pdf(document("Beslutslogg", "Beslut", "Beslut"), "decisions")
    assert preview.page() == 1, "made anew"


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
    scroll = preview.findChildren(QPdfView)[0].verticalScrollBar()
    assert scroll.value() == 0
    preview.look_for("Medborgarlöften")
    qtbot.waitUntil(lambda: preview.hits() == 1)
    assert scroll.value() > scroll.maximum() * 0.9
    scroll.setValue(0)
    preview.next_hit()
    assert scroll.value() > scroll.maximum() * 0.9


def test_ctrl_f_goes_to_the_search_from_the_pages(preview: PdfPreview, qtbot: QtBot) -> None:
    pages = preview.findChild(QListWidget)
    assert pages is not None
    preview.activateWindow()
    pages.setFocus()
    qtbot.waitUntil(lambda: preview.focusWidget() is pages)
    QTest.keyClick(pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.focusWidget() is preview._search, timeout=5000)
