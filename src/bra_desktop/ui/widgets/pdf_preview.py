"""A document as it will be printed: pages at the left, zoom, next and previous, and search. White in every theme."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.pdf_finder import PdfFinder
from bra_desktop.ui.widgets.pdf_places import MarkedPages
from bra_desktop.ui.widgets.pdf_search import PdfSearch

ZOOM_STEP = 1.2
SMALLEST, LARGEST = 0.3, 4.0
COMFORTABLE = 1.25
"""So many times its paper is a page at most, at the usual text size, before somebody chooses."""
NARROW = 640
THUMBNAIL = (92, 130)


class PdfPreview(QWidget):
    """Shows bytes of a PDF; `show_pdf` may be called again when the document has been made anew, or for another."""

    print_wanted = Signal()

    def __init__(self, theme: Theme, part: str, words: str) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._found = PdfSearch(self._document, self)
        self._view = named(MarkedPages(self._document, self._found.model, self), f"{part}.pages", words)
        self._fitted, self._of, self._within = True, "", ""
        self._finder = PdfFinder(theme, part, self._found, self._view, self)
        self._thumbnails = self._make_thumbnails()
        self._drawn = 0
        self._drawing = QTimer(self)
        self._drawing.timeout.connect(self._draw_next)
        pages = row(theme, self._thumbnails, (self._view, 1), space=0)
        self.setLayout(column(theme, box(self._bar()), rule(), (pages, 1), space=0))
        QWidget.setTabOrder(self._finder.field, self._thumbnails)  # as they stand, from the top
        QWidget.setTabOrder(self._thumbnails, self._view)
        self._view.zoom_wanted.connect(self._zoom_at)
        navigator = self._view.pageNavigator()
        navigator.currentPageChanged.connect(self._page_changed)
        theme.changed.connect(self._theme_changed)
        self._theme_changed()

    def show_pdf(self, content: bytes, of: str = "", within: str = "") -> None:
        """``of`` tells one document from another: one that is made anew keeps its page, another begins at its first.

        What is looked for stays in the documents ``within`` the same, such as a meeting, and goes with them.
        Raises UserError when the bytes are no PDF that can be shown.
        """
        page, self._of = self.page() if of == self._of else 0, of
        other, self._within = within != self._within, within
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if self._document.error() != QPdfDocument.Error.None_:
            raise UserError("Dokumentet går inte att visa. Skapa det på nytt.")
        self._thumbnails.clear()
        for number in range(self.pages()):
            item = QListWidgetItem(self._blank(), self._document.pageLabel(number) or str(number + 1))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._page_words(number))
            self._thumbnails.addItem(item)
        self._drawn = 0
        self._drawing.start(0)
        self._finder.again(other=other)
        self._fit()
        self.go_to(min(page, self.pages() - 1))
        if not page:
            self._view.verticalScrollBar().setValue(0)

    def pages(self) -> int:
        return self._document.pageCount()

    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._view.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        if 0 <= page < self.pages():
            self._view.pageNavigator().jump(page, QPointF())
            self._page_changed(page)

    def zoom(self, factor: float) -> None:
        """Larger (over 1) or smaller."""
        self._zoom_at(factor, QPointF(self._view.viewport().width() / 2, 0))

    def _zoom_at(self, factor: float, at: QPointF) -> None:
        now = self._view.magnified() if self.pages() else 1.0
        self._fitted = False
        self._view.magnify(max(SMALLEST, min(LARGEST, now * factor)), at)

    def fit_width(self) -> None:
        self._fitted = False
        self._view.fit_width()

    def _fit(self) -> None:
        """Until somebody has chosen how large it is to be."""
        if self._fitted:
            self._view.fit_to_read(COMFORTABLE * self._theme.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow preview the buttons for the size give way to what is looked for."""
        narrow = self.width() < self._theme.px(NARROW)
        for button in self._sizes:
            button.setVisible(not (narrow and self._finder.field.text()))

    def _bar(self) -> QHBoxLayout:
        theme, part = self._theme, self._part
        self._place = label("", "caption")
        before = Button(theme, f"{part}.previous", "Föregående sida", "quiet", "chevron-up", key="Ctrl+PgUp")
        after = Button(theme, f"{part}.next", "Nästa sida", "quiet", "chevron-down", key="Ctrl+PgDown")
        smaller = Button(theme, f"{part}.smaller", "Mindre", "quiet", "minus", key="Ctrl+-")
        larger = Button(theme, f"{part}.larger", "Större", "quiet", "plus", key="Ctrl++")
        fit = Button(theme, f"{part}.fit", "Sidans bredd", "quiet", "maximize", key="Ctrl+0")
        self._sizes = smaller, larger, fit
        to_paper = Button(theme, f"{part}.print", "Skriv ut…", "quiet", "printer", key="Ctrl+Shift+P")
        to_paper.clicked.connect(self.print_wanted)
        for button in (before, after, smaller, larger, fit, to_paper):
            button.set_compact(True)
        before.clicked.connect(lambda: self.go_to(self.page() - 1))
        after.clicked.connect(lambda: self.go_to(self.page() + 1))
        smaller.clicked.connect(lambda: self.zoom(1 / ZOOM_STEP))
        larger.clicked.connect(lambda: self.zoom(ZOOM_STEP))
        fit.clicked.connect(self.fit_width)
        for button in self._sizes:
            button.hear_in(self)
        self._finder.field.textChanged.connect(self._make_room)
        return row(
            theme, before, after, self._place, STRETCH, smaller, larger, fit, to_paper, STRETCH,
            self._finder, space=4, margin=(8, 5, 8, 5),
        )  # fmt: skip

    def _make_thumbnails(self) -> QListWidget:
        thumbnails = named(QListWidget(), f"{self._part}.thumbnails", "Sidor")
        thumbnails.setProperty("look", "bare")
        thumbnails.setViewMode(QListView.ViewMode.IconMode)
        thumbnails.setFlow(QListView.Flow.TopToBottom)
        thumbnails.setMovement(QListView.Movement.Static)
        thumbnails.setWrapping(False)
        thumbnails.setIconSize(self._thumbnail_size())
        thumbnails.setFixedWidth(self._theme.px(THUMBNAIL[0] + 46))
        thumbnails.currentRowChanged.connect(self._thumbnail_chosen)
        return thumbnails

    def _thumbnail_chosen(self, page: int) -> None:
        if page != self.page():
            self.go_to(page)

    def _theme_changed(self) -> None:
        ground = self._view.palette()
        ground.setColor(QPalette.ColorRole.Dark, self._theme.colour("sunken"))
        self._view.setPalette(ground)
        self._fit()
        self._thumbnails.setIconSize(self._thumbnail_size())

    def _thumbnail_size(self) -> QSize:
        return QSize(self._theme.px(THUMBNAIL[0]), self._theme.px(THUMBNAIL[1]))

    def _blank(self) -> QIcon:
        pixmap = QPixmap(self._thumbnail_size())
        pixmap.fill(Qt.GlobalColor.white)
        return QIcon(pixmap)

    def _draw_next(self) -> None:
        """One page for each round of the event loop, so that nobody waits for the small pictures."""
        if self._drawn >= self.pages():
            self._drawing.stop()
            return
        item = self._thumbnails.item(self._drawn)
        image = self._document.render(self._drawn, self._thumbnail_size() * 2)
        item.setIcon(QIcon(QPixmap.fromImage(self._on_paper(image))))
        self._drawn += 1

    def _on_paper(self, image: QImage) -> QImage:
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.setPen(self._theme.colour("line-strong"))
        painter.drawRect(paper.rect().adjusted(0, 0, -1, -1))
        painter.end()
        paper.setDevicePixelRatio(2)
        return paper

    def _page_changed(self, page: int) -> None:
        self._place.setText(self._page_words(page))
        if self._thumbnails.currentRow() != page:
            self._thumbnails.setCurrentRow(page)

    def _page_words(self, page: int) -> str:
        """As the page itself says it, with the number that it has over the year where pages run on."""
        number = self._document.pageLabel(page) or str(page + 1)
        place = f"{page + 1} av {self.pages()}" if number != str(page + 1) else str(self.pages())
        return f"Sida {number} ({place})"
