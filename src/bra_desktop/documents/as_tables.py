"""What is a table on paper without being one among the blocks: votes, timed agendas and lists of items."""

from __future__ import annotations

from bra_desktop.documents.blocks import AgendaRow, Contents, TimedAgenda
from bra_desktop.documents.text_blocks import Cell, Column, Row, Run, Table, VoteTable, text_row, words

VOTE_WORDS = ("Ja", "Nej", "Avstår", "Frånvarande")


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
        (Column("Föredragande"), any(r.presenters for r in block.rows)),
        (Column("Slag", width=22), any(r.purpose for r in block.rows)),
        (Column("Handlingar", width=24), any(r.papers or r.papers_later for r in block.rows)),
    )
    keep = [kept for _, kept in shown]
    columns = tuple(column for column, kept in shown if kept)
    rows = tuple(_agenda_row(row, keep, len(columns)) for row in block.rows)
    return Table(columns, rows, summary=block.summary, wide=True, dense=True)


def _agenda_row(row: AgendaRow, keep: list[bool], count: int) -> Row:
    if row.group:
        return Row((Cell(words(row.title)),), "group")
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
