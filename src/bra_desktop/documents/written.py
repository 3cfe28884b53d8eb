"""The text of minutes (text schema 1) as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bra_desktop.documents import text_blocks as b
from bra_desktop.documents.est_steps import step_column, step_of
from bra_desktop.documents.status_words import status_column, status_of
from bra_desktop.domain import text as t
from bra_desktop.domain.swedish import DASH

_ALIGNMENTS: dict[str, b.Align] = {"left": "left", "right": "right", "center": "center"}
_WIDE_FROM = 4
_TITLE_LEVEL = 2
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A language tag by BCP 47; a reader of PDF/UA refuses any other word."""


def written(document: t.TextDocument, pictures: Mapping[str, bytes]) -> tuple[b.TextBlock, ...]:
    """The document's blocks in order; empty paragraphs are left out, list items that follow each other make a list."""
    result: list[b.TextBlock] = []
    labels = t.list_labels(document.blocks)
    items: list[b.ListItem] = []
    for block in document.blocks:
        if isinstance(block, t.ListItem):
            label = labels[block.id]
            items.append(b.ListItem(_runs(block.runs), "–" if label == "•" and block.level % 2 else label, block.level))
            continue
        _end_list(result, items)
        if not t.block_is_empty(block):
            result.append(_block(block, pictures))
    _end_list(result, items)
    return tuple(result)


def _end_list(result: list[b.TextBlock], items: list[b.ListItem]) -> None:
    if items:
        result.append(b.ListBlock(tuple(items)))
        items.clear()


def _block(block: t.Block, pictures: Mapping[str, bytes]) -> b.TextBlock:
    match block:
        case t.Heading(level=level, runs=runs):
            return b.Heading(t.runs_text(runs), _TITLE_LEVEL + level, _runs(runs))
        case t.Quotation(runs=runs):
            return b.Quotation(_runs(runs))
        case t.Table():
            return _table(block)
        case t.Image(digest=digest, alternative=alternative):
            if digest in pictures:
                return b.Image(pictures[digest], alternative)
            return b.Paragraph(
                b.words(f"[Bilden finns inte: {alternative or 'utan beskrivning'}]", italic=True), "note"
            )
        case _:
            return b.Paragraph(_runs(block.runs))


def _table(table: t.Table) -> b.Table:
    count = max(len(row.cells) for row in table.rows)
    head = table.rows[0].cells if table.header_rows else ()
    said = [_title(cell.runs) for cell in head] + [()] * (count - len(head))
    titles = ["".join(run.text for run in runs) for runs in said]
    rows = tuple(_row(row, count) for row in table.rows[1 if table.header_rows else 0 :])
    if (at := step_column(titles)) is not None:
        rows = tuple(_with_step(row, at) for row in rows)
    if (at := status_column(titles)) is not None:
        rows = tuple(_with_status(row, at) for row in rows)
    columns = tuple(
        b.Column(title, _alignment(table, rows, n), runs=runs if any(run.language for run in runs) else ())
        for n, (title, runs) in enumerate(zip(titles, said, strict=True))
    )
    summary = table.caption or ", ".join(title for title in titles if title)
    return b.Table(columns, rows, table.caption, summary, wide=None if count >= _WIDE_FROM else False)


def _title(runs: Iterable[t.Run]) -> b.Runs:
    """The words of a column's title; every title looks the same, in whatever way it was written."""
    return tuple(b.Run(run.text, language=_language(run.language)) for run in runs)


def _with_step(row: b.Row, at: int) -> b.Row:
    step = step_of("".join(run.text for run in row.cells[at].runs))
    return replace(row, cells=(*row.cells[:at], replace(row.cells[at], step=step), *row.cells[at + 1 :]))


def _with_status(row: b.Row, at: int) -> b.Row:
    status = status_of("".join(run.text for run in row.cells[at].runs))
    return replace(row, cells=(*row.cells[:at], replace(row.cells[at], status=status), *row.cells[at + 1 :]))


def _alignment(table: t.Table, rows: tuple[b.Row, ...], column: int) -> b.Align:
    """As it was chosen; a column without any value stands to the left."""
    if column >= len(table.alignments) or not any(_has_value(row.cells[column]) for row in rows):
        return "left"
    return _ALIGNMENTS.get(table.alignments[column], "left")


def _has_value(cell: b.Cell) -> bool:
    return "".join(run.text for run in cell.runs).strip() not in ("", DASH)


def _row(row: t.Row, count: int) -> b.Row:
    """A row filled up to the table's width, with a dash in empty cells. A row in bold is a sum row, which has none."""
    cells = tuple(b.Cell(_runs(cell.runs)) for cell in row.cells) + (b.Cell(),) * (count - len(row.cells))
    filled = [run for cell in cells for run in cell.runs if run.text.strip()]
    if filled and all(run.bold for run in filled) and count > 1:
        return b.Row(cells, "sum")
    return b.Row(tuple(cell if _has_value(cell) else b.Cell(b.words(DASH)) for cell in cells))


def _runs(runs: Iterable[t.Run]) -> b.Runs:
    return tuple(b.Run(run.text, run.bold, run.italic, _language(run.language)) for run in runs)


def _language(tag: str) -> str:
    return tag if _LANGUAGE.fullmatch(tag) else ""


def paragraphs(texts: Iterable[str], make: Callable[[str], b.Runs] = b.words) -> tuple[b.Paragraph, ...]:
    """One paragraph for each text that is not empty."""
    return tuple(b.Paragraph(make(text)) for text in texts if text)
