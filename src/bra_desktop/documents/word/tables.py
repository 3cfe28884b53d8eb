"""Tables of their own kind: a head that is repeated on every page, columns as wide as on our own pages."""

from __future__ import annotations

from collections.abc import Sequence

from bra_desktop.documents.pdf.build_tables import Tables
from bra_desktop.documents.pdf.fonts import typeface
from bra_desktop.documents.pdf.structure import Structure
from bra_desktop.documents.pdf.style import COLUMN, FULL, INK, RAIL, ROOM_TO_WRITE, THIN, TINT, WHOLE_TABLE_ROWS
from bra_desktop.documents.text_blocks import Cell, Column, Row, Table, words
from bra_desktop.documents.word.parts import Element, edge, hexed, paragraph, part, text_runs, twips

_PAD, _DENSE_PAD, _OPEN_PAD = 3.1, 2.2, 0.7
_WHOLE_ROW = 600
"""Characters of a cell up to which its row is never broken over two pages."""


def table_element(table: Table, links: Sequence[Element | None] = ()) -> Element:
    """The table. ``links`` are the ready paragraphs' contents of each row's last cell, where that is a link."""
    return _TableMaker(table).element(links)


class _TableMaker:
    def __init__(self, table: Table) -> None:
        self._table = table
        box = Tables(typeface()).box(table, Structure().root)
        box.measure()
        self.widths, self.wide = box.widths, box.wide
        self._dense = "TabelltextTat" if table.dense else "Tabelltext"

    def element(self, links: Sequence[Element | None]) -> Element:
        table = self._table
        made = part("tbl", self._looks(), part("tblGrid", *(part("gridCol", w=twips(w)) for w in self.widths)))
        if any(column.title for column in table.columns):
            made.append(self._head())
        whole = table.whole or (len(table.rows) <= WHOLE_TABLE_ROWS and _letters(table.rows) < _WHOLE_ROW)
        for n, row in enumerate(table.rows):
            together = (whole and n < len(table.rows) - 1) or row.kind == "group"
            made.append(self._row(row, together, links[n] if links else None))
        return made

    def _looks(self) -> Element:
        """The table's own properties, with what a reader who hears it is told."""
        table = self._table
        pad = (_DENSE_PAD if table.dense else _PAD) if table.lined else _OPEN_PAD
        margins = (("top", pad), ("left", 0), ("bottom", pad), ("right", 8))
        has_head = any(column.title for column in table.columns)
        looks = part(
            "tblPr",
            part("tblStyle", val="TabellMedLinjer" if table.lined else "TabellUtanLinjer"),
            part("tblW", w=twips(FULL if self.wide else COLUMN), type="dxa"),
            part("tblInd", w=0 if self.wide else twips(RAIL), type="dxa"),
            part("tblLayout", type="fixed"),
            part("tblCellMar", *(part(side, w=twips(room), type="dxa") for side, room in margins)),
            part("tblLook", val="04A0" if table.row_heads else "0420", firstRow=int(has_head), lastRow=0,
                 firstColumn=int(table.row_heads), lastColumn=0, noHBand=1, noVBand=1),
        )  # fmt: skip
        if table.summary or table.caption:
            looks.append(part("tblCaption", val=table.caption or table.summary))
            looks.append(part("tblDescription", val=table.summary or table.caption))
        return looks

    def _head(self) -> Element:
        row = part("tr", part("trPr", part("cantSplit"), part("tblHeader")))
        for column, width in zip(self._table.columns, self.widths, strict=True):
            title = paragraph("Tabellrubrik", *text_runs(column.said), align=column.align)
            looks = part("tcPr", part("tcW", w=twips(width), type="dxa"), *self._last_edge(len(row)))
            looks.append(part("vAlign", val="bottom"))
            row.append(part("tc", looks, title))
        return row

    def _row(self, row: Row, together: bool, link: Element | None) -> Element:
        table = self._table
        made, looks, at = part("tr"), part("trPr"), 0
        if max((_letters((row,)), 0)) <= _WHOLE_ROW:
            looks.append(part("cantSplit"))
        if table.to_fill_in and row.kind == "plain":
            looks.append(part("trHeight", val=twips(ROOM_TO_WRITE), hRule="atLeast"))
        if len(looks):
            made.append(looks)
        for n, cell in enumerate(row.cells):
            span = len(self.widths) if row.kind == "group" else cell.span
            shown = link if link is not None and n == len(row.cells) - 1 else None
            made.append(self._cell(row, cell, at, span, together, shown))
            at += span
        return made

    def _cell(self, row: Row, cell: Cell, at: int, span: int, together: bool, link: Element | None) -> Element:
        looks = part("tcPr", part("tcW", w=twips(sum(self.widths[at : at + span])), type="dxa"))
        if span > 1:
            looks.append(part("gridSpan", val=span))
        if row.kind == "sum":
            looks.append(part("tcBorders", edge("top", THIN, INK)))
        elif self._table.to_fill_in and not cell.runs:
            looks.append(part("tcBorders", edge("bottom", THIN, INK)))
        if row.kind in ("tinted", "group"):
            looks.append(part("shd", val="clear", color="auto", fill=hexed(TINT)))
        looks.extend(self._last_edge(at + span))
        align = _column(self._table.columns, at).align
        bold = row.kind in ("sum", "group")
        inside = [link] if link is not None else text_runs(cell.runs, bold=bold)
        made = part("tc", looks, paragraph(self._dense, *inside, keep_next=together, align=align))
        if cell.note:
            made.append(paragraph("Tabellnot", *text_runs(words(cell.note)), keep_next=together, align=align))
        return made

    def _last_edge(self, after: int) -> list[Element]:
        """The last column ends where the text of the page does."""
        if after < len(self.widths):
            return []
        return [part("tcMar", part("right", w=0, type="dxa"))]


def _column(columns: Sequence[Column], at: int) -> Column:
    return columns[min(at, len(columns) - 1)]


def _letters(rows: Sequence[Row]) -> int:
    return sum(len(run.text) for row in rows for cell in row.cells for run in cell.runs)
