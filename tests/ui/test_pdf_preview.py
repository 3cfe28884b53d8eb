"""The preview of documents: pages, zoom, search, and a file that is none."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPdfWriter, QWheelEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.help.keys import of_buttons
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.pdf_places import FOUND_NOW, MarkedPages
from bra_desktop.ui.widgets.pdf_preview import COMFORTABLE, PdfPreview
from tests.ui.keyboard import part
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
    return preview._finder._count.text()


def test_words_are_found(qtbot: QtBot, preview: PdfPreview) -> None:
    preview._finder.look_for("Dagordning")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    assert preview._found.hits() == 1
    assert preview._finder.step(1)
    assert preview.page() == 1


def test_a_long_document_is_said_to_be_searched_until_it_has_been(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(document(*["Rad"] * 40, "Medborgarlöften", "Rad", "Medborgarlöften"))
    preview._finder.field.setText("Medborgarlöften")
    assert said_of_hits(preview) == "Söker…"
    QTest.keyClick(preview._finder.field, Qt.Key.Key_Return)
    assert preview.page() == 0
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 av 2")
    assert preview.page() == 40
    QTest.keyClick(preview._finder.field, Qt.Key.Key_Return)
    assert preview.page() == 42
    preview._finder.field.setText("Årshjul")
    assert said_of_hits(preview) == "Söker…"
    qtbot.waitUntil(lambda: said_of_hits(preview) == "Inga träffar")
    preview._finder.field.setText("")
    assert said_of_hits(preview) == ""


def test_a_document_made_anew_is_searched_anew(qtbot: QtBot, preview: PdfPreview) -> None:
    preview._finder.field.setText("Dagordning")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    preview.show_pdf(document("Dagordning", "Dagordning"))
    qtbot.waitUntil(lambda: said_of_hits(preview) == "2 träffar")


def test_what_is_found_is_marked_and_its_words_stay_black(qtbot: QtBot, preview: PdfPreview) -> None:
    pages = preview.findChildren(QPdfView)[0]
    qtbot.waitUntil(lambda: darkest(pages) < 60)
    plain = darkest(pages)
    preview._finder.field.setText("Kallelse")
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
    preview._finder.look_for("Medborgarlöften")
    qtbot.waitUntil(lambda: preview._found.hits() == 1)
    assert scroll.value() > scroll.maximum() * 0.9
    scroll.setValue(0)
    preview._finder.step(1)
    assert scroll.value() > scroll.maximum() * 0.9


def test_ctrl_f_goes_to_the_search_from_the_pages(preview: PdfPreview, qtbot: QtBot) -> None:
    pages = preview.findChild(QListWidget)
    assert pages is not None
    preview.activateWindow()
    pages.setFocus()
    qtbot.waitUntil(lambda: preview.focusWidget() is pages)
    QTest.keyClick(pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.focusWidget() is preview._finder.field, timeout=5000)


def test_from_one_place_to_the_next_and_back_by_the_keys_and_by_the_buttons(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(document("Löfte", "Rad", "Löfte", "Löfte"))
    field = preview._finder.field
    buttons = preview._finder._before, preview._finder._after
    assert not any(button.isVisible() for button in buttons)
    field.setText("Löfte")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 av 3")
    shift = Qt.KeyboardModifier.ShiftModifier
    steps: list[tuple[Callable[[], object], int]] = [
        (lambda: QTest.keyClick(field, Qt.Key.Key_Return), 2),
        (lambda: QTest.keyClick(field, Qt.Key.Key_Enter), 3),
        (lambda: QTest.keyClick(field, Qt.Key.Key_Return), 1),
        (lambda: QTest.keyClick(field, Qt.Key.Key_Return, shift), 3),
        (buttons[0].click, 2),
        (buttons[1].click, 3),
    ]
    for step, place in steps:
        step()
        assert said_of_hits(preview) == f"{place} av 3"
        assert preview.page() == (0, 2, 3)[place - 1]
    field.setText("Rad")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    assert not any(button.isVisible() for button in buttons)


def test_what_is_looked_for_goes_with_the_meeting(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(document("Dagordning"), "bra protocol", "bra")
    preview._finder.field.setText("Dagordning")
    preview.show_pdf(document("Dagordning", "Dagordning"), "bra agenda", "bra")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 av 2")
    preview.show_pdf(document("Dagordning"), "est protocol", "est")
    assert (preview._finder.field.text(), said_of_hits(preview)) == ("", "")


def test_esc_empties_the_search_and_then_goes_back_to_the_pages(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    field = preview._finder.field
    field.setFocus()
    QTest.keyClicks(field, "Dag")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert preview._view.hasFocus()
    QTest.keyClick(preview._view, Qt.Key.Key_End)
    assert preview.page() == 2
    QTest.keyClick(preview._view, Qt.Key.Key_Home)
    assert preview.page() == 0
    QTest.keyClick(preview._view, Qt.Key.Key_Space)
    assert preview._view.verticalScrollBar().value() > 0


def top_of_view(preview: PdfPreview) -> tuple[int, float]:
    """The page whose words stand at the top of the view, and how far down on it."""
    value = preview._view.verticalScrollBar().value()
    page, area = next((page, area) for page, area in preview._view._areas() if area.bottom() > value)
    return page, (value - area.top()) / area.height()


def test_what_is_read_stays_in_sight_when_it_is_made_larger_and_when_the_window_changes(preview: PdfPreview) -> None:
    preview.show_pdf(document(*["Rad"] * 60))
    preview._view.verticalScrollBar().setValue(round(preview._view.verticalScrollBar().maximum() * 0.6))
    page, share = top_of_view(preview)
    changes: tuple[Callable[[], None], ...] = (
        lambda: preview.zoom(1.2), lambda: preview.zoom(1.2), preview.fit_width, lambda: preview.resize(1200, 600),
        lambda: preview.resize(700, 500),
    )  # fmt: skip
    for change in changes:
        change()
        now, at = top_of_view(preview)
        assert abs((now + at) - (page + share)) < 0.3


def test_ctrl_and_the_wheel_make_it_larger_under_the_pointer(preview: PdfPreview) -> None:
    preview.show_pdf(document(*["Rad"] * 5))
    before, place = preview._view.magnified(), QPointF(200, 300)
    turn(preview, place, 120)
    assert preview._view.magnified() == pytest.approx(before * 1.2, rel=0.02)
    turn(preview, place, -120)
    assert preview._view.magnified() == pytest.approx(before, rel=0.02)
    assert preview._view.verticalScrollBar().value() == pytest.approx(0, abs=3)


def turn(preview: PdfPreview, place: QPointF, angle: int) -> None:
    wheel = QWheelEvent(
        place, preview._view.viewport().mapToGlobal(place), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview._view.viewport(), wheel)


@pytest.mark.parametrize("width", [470, 560, 640, 900])
def test_what_is_looked_for_has_room_in_a_narrow_preview(qtbot: QtBot, preview: PdfPreview, width: int) -> None:
    preview.show_pdf(document(*["Löfte"] * 12))
    preview.resize(width, 500)
    preview._finder.field.setText("Löfte")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 av 12")
    field = preview._finder.field
    qtbot.waitUntil(lambda: field.mapTo(preview, field.rect().bottomRight()).x() < width)
    assert preview.width() == width
    before = preview._view.magnified()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview._view.magnified() > before, "the key does it where the button has given way"


def test_the_help_tells_the_keys_of_the_preview(preview: PdfPreview) -> None:
    told = dict(of_buttons(preview))
    assert {"Större", "Mindre", "Sidans bredd", "Nästa sida"} <= set(told.values())


def test_tab_goes_through_the_bar_the_small_pages_and_the_pages(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    first = part(preview, Button, "meeting.preview.previous")
    first.setFocus()
    order = []
    for _ in range(9):
        here = preview.focusWidget()
        assert here is not None
        order.append(here.objectName().rpartition(".")[2])
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert order == ["previous", "next", "smaller", "larger", "fit", "print", "search", "thumbnails", "pages"]


def test_what_is_found_beside_the_view_of_a_large_page_comes_into_sight(qtbot: QtBot, preview: PdfPreview) -> None:
    for _ in range(4):
        preview.zoom(1.2)
    across = preview._view.horizontalScrollBar()
    across.setValue(across.maximum())
    preview._finder.field.setText("Kallelse")
    qtbot.waitUntil(lambda: said_of_hits(preview) == "1 träff")
    qtbot.waitUntil(lambda: FOUND_NOW.name() in colours(preview._view))
