"""The pages of a document below each other, and where a place on one of them stands: Qt's own jump knows pages only."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

ABOVE = 1 / 3
"""How much of the view is left above the place, so that it is seen what it belongs to."""
POINTS = 72
FOUND, FOUND_NOW = QColor("#ffe680"), QColor("#ffb347")
"""The marks of what was found, and of the one that was gone to: paper is white in every theme."""


class MarkedPages(QPdfView):
    """Marks what was found as a highlighter does, under black words. Qt's own mark lies over them and greys them."""

    def __init__(self, document: QPdfDocument, found: QPdfSearchModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._found = document, found
        self._now = -1
        self._largest = 0.0
        self.setDocument(document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.fit_width()

    def fit_to_read(self, largest: float) -> None:
        """As wide as there is room for, but no larger than so many times the paper."""
        self._largest = largest
        self._fit()

    def fit_width(self) -> None:
        """As wide as there is room for."""
        self._largest = 0.0
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def magnify(self, factor: float) -> None:
        """So many times the paper."""
        self._largest = 0.0
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)

    def magnified(self) -> float:
        """How many times the paper the first page is now."""
        return self._scale(0) * POINTS / self.logicalDpiX()

    def show_found(self, hit: int) -> None:
        """Scrolls until the hit is in sight, a third of the view from above; -1 marks none of them as gone to."""
        self._now = hit
        if hit >= 0:
            link = self._found.resultAtIndex(hit)
            self.pageNavigator().jump(link.page(), QPointF(link.location()))
            top = self._top_of(link.page()) + link.location().y() * self._scale(link.page())
            self.verticalScrollBar().setValue(round(top - self.viewport().height() * ABOVE))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._found.searchString() or not self._document.pageCount():
            return
        painter = QPainter(self.viewport())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        for page, area in self._areas():
            if area.bottom() >= top and area.top() <= bottom:
                self._mark(painter, page, area)
        painter.end()

    def _fit(self) -> None:
        if not self._largest or not self._document.pageCount():
            return
        margins, paper = self.documentMargins(), self._document.pagePointSize(0).width() * self.logicalDpiX() / POINTS
        bar = self.verticalScrollBar().sizeHint().width()  # as if it were there: its coming is not to change the size
        room = self.width() - 2 * self.frameWidth() - bar - margins.left() - margins.right()
        if room > paper * self._largest:
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(self._largest)
        else:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _mark(self, painter: QPainter, page: int, area: QRectF) -> None:
        scale = self._scale(page)
        now = self._found.resultAtIndex(self._now) if self._now >= 0 else QPdfLink()
        for link in self._found.resultsOnPage(page):
            same = now.page() == page and now.location() == link.location()
            for place in link.rectangles():
                size = place.size() * scale
                painter.fillRect(QRectF(area.topLeft() + place.topLeft() * scale, size), FOUND_NOW if same else FOUND)

    def _areas(self) -> Iterator[tuple[int, QRectF]]:
        """Each page with where it stands, in pixels from the top of the first one's margin."""
        margins = self.documentMargins()
        sizes = [self._document.pagePointSize(n) * self._scale(n) for n in range(self._document.pageCount())]
        room = self.viewport().width() - margins.left() - margins.right()
        widest, top = max(room, *(size.width() for size in sizes)), float(margins.top())
        for page, size in enumerate(sizes):
            yield page, QRectF(QPointF(margins.left() + (widest - size.width()) / 2, top), size)
            top += size.height() + self.pageSpacing()

    def _top_of(self, page: int) -> float:
        heights = (self._document.pagePointSize(n).height() * self._scale(n) for n in range(page))
        return self.documentMargins().top() + sum(heights) + page * self.pageSpacing()

    def _scale(self, page: int) -> float:
        """Pixels for a point of the page."""
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            margins = self.documentMargins()
            room = self.viewport().width() - margins.left() - margins.right()
            return room / self._document.pagePointSize(page).width()
        return self.zoomFactor() * self.logicalDpiX() / POINTS
