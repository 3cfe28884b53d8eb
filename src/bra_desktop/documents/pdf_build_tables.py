"""From table blocks to table boxes, and the tables that votes, agendas and lists of items are printed as."""

from __future__ import annotations

from collections.abc import Sequence

from bra_desktop.documents.blocks import AgendaRow, Contents, TimedAgenda
from bra_desktop.documents.pdf_cells import CellBox, CellPart, RowBox
from bra_desktop.documents.pdf_fonts import Typeface
from bra_desktop.documents.pdf_structure import Node
from bra_desktop.documents.pdf_style import CELL, CELL_DENSE, CELL_NOTE, COLUMN, HEAD, MM, Style
from bra_desktop.documents.pdf_table import TableBox
from bra_desktop.documents.text_blocks import Cell, Column, Row, Run, Table, VoteTable, text_row, words

_PAD, _DENSE_PAD, _OPEN_PAD = 3.1, 2.2, 0.7
VOTE_WORDS = ("Ja", "Nej", "Avstår", "Frånvarande")


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
        box = TableBox(self._typeface, rows, head, widths, pad, block.lined, wide=bool(block.wide), whole=block.whole)
        box.to_fill_in = block.to_fill_in
        if block.wide is None:
            box.wide = box.natural() > COLUMN
        return box

    def _title(self, row: Node, column: Column, n: int) -> CellBox:
        node = row.add("TH", {"Table": {"Scope": "/Column"}})
        return CellBox(node, [CellPart(words(column.title), HEAD.but(align=column.align))], n)

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
        return CellBox(element, parts, at, span, cell.status)


def page_numbers(box: TableBox, keys: Sequence[str]) -> None:
    """Let the last cell of each row show the page of the item with that key."""
    for row, key in zip(box.rows, keys, strict=True):
        row.cells[-1].parts[0].page_of = key


def vote_table(block: VoteTable) -> Table:
    """A vote as a table with the word in its own column and the sums last; nobody absent, no such column."""
    used = [word for word in VOTE_WORDS if word != "Frånvarande" or any(row.vote == word for row in block.rows)]
    rows = [text_row(row.name, *(word if row.vote == word else "" for word in used)) for row in block.rows]
    counts = [str(sum(row.vote == word for row in block.rows)) for word in used]
    columns = (Column("Ledamot"), *(Column(word, "center", 23 if word == "Frånvarande" else 17) for word in used))
    return Table(
        columns,
        (*rows, text_row("Summa", *counts, kind="sum")),
        summary=block.summary,
        row_heads=True,
        dense=True,
        whole=True,
    )


def contents_rows(block: Contents) -> tuple[Table, list[str]]:
    """The list of items as a table, and the keys from which the pages come."""
    columns = (Column(block.number_title, width=38), Column("Ärende"), Column("Sida", "right", 15))
    rows = [text_row(entry.number, entry.title, "000") for entry in block.entries]
    table = Table(columns, tuple(rows), summary=block.summary, wide=True, row_heads=True, dense=True)
    return table, [entry.key for entry in block.entries]


def agenda_table(block: TimedAgenda) -> Table:
    """A timed agenda as a table; columns that are empty in every row are left out."""
    shown = (
        (Column("Tid", width=14), any(r.time for r in block.rows)),
        (Column("Nr", width=11), True),
        (Column(block.item_title), True),
        (Column("Föredragande", width=34), any(r.presenters for r in block.rows)),
        (Column("Slag", width=22), any(r.purpose for r in block.rows)),
        (Column("Handlingar", width=24), any(r.papers or r.papers_later for r in block.rows)),
    )
    keep = [kept for _, kept in shown]
    columns = tuple(column for column, kept in shown if kept)
    rows = tuple(_agenda_row(row, keep, len(columns)) for row in block.rows)
    return Table(columns, rows, summary=block.summary, wide=True, dense=True)


def _agenda_row(row: AgendaRow, keep: list[bool], count: int) -> Row:
    if row.pause:
        cells = [Cell(words(row.time))] if keep[0] else []
        return Row((*cells, Cell(words(row.title, italic=True), span=count - len(cells))), "tinted")
    papers = words("Handlingar senare", italic=True) if row.papers_later else words(row.papers or "–")
    if row.papers_later and row.papers:
        papers = (Run(f"{row.papers}\n"), *papers)
    every = (
        Cell(words(row.time)),
        Cell(words(row.number, bold=True)),
        Cell(words(row.title, bold=True), note="\n".join(row.notes)),
        Cell(words(row.presenters or "–")),
        Cell(words(row.purpose or "–")),
        Cell(papers),
    )
    return Row(tuple(cell for cell, kept in zip(every, keep, strict=True) if kept))
