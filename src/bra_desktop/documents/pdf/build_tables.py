"""From table blocks to table boxes."""

from __future__ import annotations

from collections.abc import Sequence

from bra_desktop.documents.pdf.arrows import ArrowsBox
from bra_desktop.documents.pdf.cells import CellBox, CellPart, RowBox
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import CELL, CELL_DENSE, CELL_NOTE, COLUMN, HEAD, MM, Style
from bra_desktop.documents.pdf.table import TableBox
from bra_desktop.documents.text_blocks import Cell, Column, Row, Table, words

_PAD, _DENSE_PAD, _OPEN_PAD = 3.1, 2.2, 0.7


class Tables:
    """Makes table boxes."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def box(self, block: Table, holder: Node) -> TableBox:
        """The box of a table whose elements are put below ``holder``."""
        head = None
        if any(column.title for column in block.columns):
            row = holder.add("THead").add("TR")
            head = RowBox([self._title(row, column, n) for n, column in enumerate(block.columns)])
        body = holder.add("TBody")
        rows = [self._row(block, row, body.add("TR")) for row in block.rows]
        pad = (_DENSE_PAD if block.dense else _PAD) if block.lined else _OPEN_PAD
        widths = [column.width * MM for column in block.columns]
        make = ArrowsBox if block.arrows else TableBox
        box = make(self._typeface, rows, head, widths, pad, block.lined, wide=bool(block.wide), whole=block.whole)
        box.to_fill_in = block.to_fill_in
        if block.wide is None:
            box.wide = box.natural() > COLUMN
        return box

    def _title(self, row: Node, column: Column, n: int) -> CellBox:
        node = row.add("TH", {"Table": {"Scope": "/Column"}})
        return CellBox(node, [CellPart(column.said, HEAD.but(align=column.align))], n)

    def _row(self, block: Table, row: Row, node: Node) -> RowBox:
        base = CELL_DENSE if block.dense else CELL
        cells, at = [], 0
        for cell in row.cells:
            span = len(block.columns) if row.kind == "group" else cell.span
            cells.append(self._cell(block, row, cell, node, at, span, base))
            at += span
        return RowBox(cells, row.kind)

    def _cell(self, block: Table, row: Row, cell: Cell, node: Node, at: int, span: int, base: Style) -> CellBox:
        heads = (block.row_heads and at == 0 and bool(cell.runs)) or row.kind == "group"
        attributes: dict[str, object] = {}
        if heads:
            attributes["Scope"] = "/Row"
        if span > 1:
            attributes["ColSpan"] = span
        element = node.add("TH" if heads else "TD", {"Table": attributes} if attributes else {})  # type: ignore[dict-item]
        style = base.but(align=block.columns[at].align, bold=row.kind in ("sum", "group"))
        parts = [CellPart(cell.runs, style)]
        if cell.note:
            parts.append(CellPart(words(cell.note), CELL_NOTE))
        return CellBox(element, parts, at, span, cell.status, step=cell.step)


def page_numbers(box: TableBox, keys: Sequence[str]) -> None:
    """Let the last cell of each row show the page of the item with that key."""
    for row, key in zip(box.rows, keys, strict=True):
        row.cells[-1].parts[0].page_of = key
