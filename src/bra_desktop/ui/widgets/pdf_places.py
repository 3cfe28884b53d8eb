"""The pages of a document below each other, and where a place on one of them stands: Qt's own jump knows pages only."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QScrollBar, QWidget

ABOVE = 1 / 3
"""How much of the view is left above the place, so that it is seen what it belongs to."""
POINTS = 72
WHEEL_STEP = 1.0015
"""How much larger by an eighth of a degree of the wheel: 1.2 times for one notch."""
FOUND, FOUND_NOW = QColor("#ffe680"), QColor("#ffb347")
"""The marks of what was found, and of the one that was gone to: paper is white in every theme."""


class MarkedPages(QPdfView):
    """Marks what was found as a highlighter does, under black words. Qt's own mark lies over them and greys them.

    `zoom_wanted`: the wheel asks for so many times larger, at that point of the view.
    """

    zoom_wanted = Signal(float, QPointF)

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
        """As wide as there is room for. What stands at the top of the view stays there."""
        self._largest = 0.0
        self._hold(lambda: self.setZoomMode(QPdfView.ZoomMode.FitToWidth), QPointF())

    def magnify(self, factor: float, at: QPointF) -> None:
        """So many times the paper. What stands at that point of the view stays there."""
        self._largest = 0.0

        def change() -> None:
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(factor)

        self._hold(change, at)

    def magnified(self) -> float:
        """How many times the paper the first page is now."""
        return self._scale(0) * POINTS / self.logicalDpiX()

    def show_found(self, hit: int) -> None:
        """Scrolls until the hit is in sight, a third of the view from above, and from the left where that is needed.

        -1 marks none of them as gone to.
        """
        self._now = hit
        if hit >= 0:
            link = self._found.resultAtIndex(hit)
            self.pageNavigator().jump(link.page(), QPointF(link.location()))
            top = self._top_of(link.page()) + link.location().y() * self._scale(link.page())
            self.verticalScrollBar().setValue(round(top - self.viewport().height() * ABOVE))
            across, width = self.horizontalScrollBar(), self.viewport().width()
            page = next(area for number, area in self._areas() if number == link.page())
            left = page.left() + link.location().x() * self._scale(link.page())
            if not 0 <= left - across.value() <= width * (1 - ABOVE):
                across.setValue(round(left - width * ABOVE))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        def change() -> None:
            self._fit()
            super(MarkedPages, self).resizeEvent(event)

        self._hold(change, QPointF())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger and smaller, as in every reader of documents."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(WHEEL_STEP ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End to the ends of the document, and space a screen on; with Shift back."""
        bar, back = self.verticalScrollBar(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() * (-1 if back else 1))
            case _:
                super().keyPressEvent(event)

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

    def _hold(self, change: Callable[[], None], at: QPointF) -> None:
        """Keeps what stands at that point of the view where it is while the pages become larger or smaller."""
        bars = ((self.verticalScrollBar(), at.y(), 0.0), (self.horizontalScrollBar(), at.x(), 0.5))
        before = [(bar.value() + place) / whole if (whole := _whole(bar)) else None for bar, place, _rest in bars]
        change()
        for (bar, place, rest), share in zip(bars, before, strict=True):
            bar.setValue(round(bar.maximum() * rest if share is None else share * _whole(bar) - place))

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


def _whole(bar: QScrollBar) -> int:
    """How long all of it is that the bar goes along; 0 when all of it is in view."""
    return bar.maximum() + bar.pageStep() if bar.maximum() else 0
