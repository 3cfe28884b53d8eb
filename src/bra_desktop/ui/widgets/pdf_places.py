"""Where a place on a page stands in a view of pages below each other: Qt's own jump knows pages only."""

from PySide6.QtCore import QPointF
from PySide6.QtPdf import QPdfDocument, QPdfLink
from PySide6.QtPdfWidgets import QPdfView

ABOVE = 1 / 3
"""How much of the view is left above the place, so that it is seen what it belongs to."""
POINTS = 72


def show_found(view: QPdfView, document: QPdfDocument, link: QPdfLink) -> None:
    """Scrolls until what was found is in sight, a third of the view from above."""
    view.pageNavigator().jump(link.page(), QPointF(link.location()))
    top = _top_of(view, document, link.page()) + link.location().y() * _scale(view, document, link.page())
    view.verticalScrollBar().setValue(round(top - view.viewport().height() * ABOVE))


def _top_of(view: QPdfView, document: QPdfDocument, page: int) -> float:
    heights = (document.pagePointSize(n).height() * _scale(view, document, n) for n in range(page))
    return view.documentMargins().top() + sum(heights) + page * view.pageSpacing()


def _scale(view: QPdfView, document: QPdfDocument, page: int) -> float:
    """Pixels for a point of the page."""
    if view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
        margins = view.documentMargins()
        room = view.viewport().width() - margins.left() - margins.right()
        return room / document.pagePointSize(page).width()
    return view.zoomFactor() * view.logicalDpiX() / POINTS
