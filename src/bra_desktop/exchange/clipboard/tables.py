"""Tables of other programs: merged cells laid out on the grid, the header row found, empty edges left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bra_desktop.domain.text import (
    Block,
    Cell,
    Image,
    ListItem,
    Row,
    Run,
    Runs,
    Table,
    list_labels,
    merge_runs,
    runs_text,
)
from bra_desktop.exchange.clipboard.flow import without_common_bold
from bra_desktop.exchange.clipboard.html_tree import Element

WIDEST = 60
"""Columns; what says more is not a table that somebody wrote."""

Grid = list[list["GridCell"]]
Read = Callable[[Element], list[Block]]


@dataclass(frozen=True)
class GridCell:
    """One place in the grid."""

    runs: Runs = ()
    header: bool = False
    side: str = ""


def rows_of(table: Element) -> list[Element]:
    """Its own rows, not those of tables inside it."""
    rows = []
    for child in table.elements():
        if child.tag == "tr":
            rows.append(child)
        elif child.tag not in ("table", "caption", "colgroup", "col"):
            rows += rows_of(child)  # parts of the table, and what no table should hold
    return rows


def cells_of(row: Element) -> list[Element]:
    """The row's cells."""
    return [child for child in row.elements() if child.tag in ("td", "th")]


def caption_in(table: Element) -> Element | None:
    """What the table is called, said above or below it."""
    return next((child for child in table.elements() if child.tag == "caption"), None)


def is_layout(table: Element) -> bool:
    """Whether it only places things on a page, as in mail: a single cell, or tables inside it and no sign that it was
    meant as one itself, which are header cells, borders, and rows side by side that hold mostly words.
    """
    rows = [cells_of(row) for row in rows_of(table)]
    cells = [cell for row in rows for cell in row]
    if table.attributes.get("role") == "presentation" or len(cells) < 2:
        return True
    placed = sum(1 for cell in cells if next(cell.inside("table"), None) is not None)
    if not placed or any(cell.tag == "th" for cell in cells) or table.number("border", 0):
        return False
    return sum(1 for row in rows if len(row) > 1) < 2 or placed * 2 >= len(cells)


def table_of(element: Element, new_id: Callable[[], str], read: Read) -> Table | None:
    """The table, or None when its cells hold no words. ``read`` gives the blocks of a cell or the caption."""
    grid = _within_words(_grid(element, read))
    if not grid:
        return None
    header = _has_header(element, grid)
    rows = [[cell.runs for cell in row] for row in grid]
    if header:
        rows[0] = [without_common_bold(runs) for runs in rows[0]]
    caption = caption_in(element)
    return Table(
        id=new_id(),
        rows=tuple(Row(tuple(Cell(runs) for runs in row)) for row in rows),
        header_rows=1 if header else 0,
        alignments=_sides(grid[1:] if header and len(grid) > 1 else grid),
        caption=runs_text(cell_runs(read(caption))).replace("\n", " ") if caption is not None else "",
    )


def cell_runs(blocks: list[Block]) -> Runs:
    """A cell has one text: its blocks become lines, and what stood in a list keeps its marker."""
    labels, runs = list_labels(blocks), list[Run]()
    for block in blocks:
        if isinstance(block, Image):
            continue
        if runs:
            runs.append(Run("\n"))
        if isinstance(block, ListItem):
            runs.append(Run(f"{labels[block.id]} "))
        if isinstance(block, Table):
            runs += [Run(f"{block.caption}\n")] if block.caption else []
            lines = ("\t".join(runs_text(cell.runs) for cell in row.cells) for row in block.rows)
            runs.append(Run("\n".join(lines)))
        else:
            runs += block.runs
    return merge_runs(runs)


def _grid(element: Element, read: Read) -> Grid:
    grid: Grid = []
    taken: dict[tuple[int, int], GridCell] = {}
    for at, row in enumerate(rows_of(element)):
        cells: list[GridCell] = []
        for found in cells_of(row):
            _fill(cells, taken, at)
            cell = GridCell(cell_runs(read(found)), found.tag == "th", _side(found))
            width = max(1, min(WIDEST, found.number("colspan", 1) or 1))
            height = max(1, min(1_000, found.number("rowspan", 1) or 1))
            for column in range(len(cells), len(cells) + width):
                for below in range(at + 1, at + height):
                    taken[below, column] = GridCell(header=cell.header)
            cells += [cell, *(GridCell(header=cell.header) for _ in range(width - 1))]
        _fill(cells, taken, at)
        grid.append(cells)
    widest = max((len(row) for row in grid), default=0)
    return [[*row, *(GridCell() for _ in range(widest - len(row)))] for row in grid]


def _fill(cells: list[GridCell], taken: dict[tuple[int, int], GridCell], at: int) -> None:
    """Places that a cell above reaches down into."""
    while (at, len(cells)) in taken:
        cells.append(taken[at, len(cells)])


def _within_words(grid: Grid) -> Grid:
    """Without empty rows, and without empty columns at the right."""
    rows = [row for row in grid if any(cell.runs for cell in row)]
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell.runs), default=0)
    return [row[:width] for row in rows]


def _has_header(element: Element, grid: Grid) -> bool:
    """As the source says it; else a first row of bold words above others, or of words alone above figures."""
    if any(child.tag == "thead" for child in element.elements()) or all(cell.header for cell in grid[0]):
        return True
    if len(grid) == 1:
        return False
    bold = _all_bold(grid[0]) and not _all_bold(grid[1])
    return bold or (_all_words(grid[0]) and any(_is_figure(cell) for cell in grid[1]))


def _all_words(row: list[GridCell]) -> bool:
    texts = [runs_text(cell.runs) for cell in row]
    return all(text and not any(letter.isdigit() for letter in text) for text in texts)


def _is_figure(cell: GridCell) -> bool:
    text = runs_text(cell.runs)
    return any(letter.isdigit() for letter in text) and not any(letter.isalpha() for letter in text)


def _all_bold(row: list[GridCell]) -> bool:
    runs = [run for cell in row for run in cell.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _side(cell: Element) -> str:
    """How the cell's words are aligned, said by itself or by its paragraphs."""
    said = [cell, *cell.elements()]
    for element in said:
        how = (element.style.get("text-align") or element.attributes.get("align", "")).lower()
        if how in ("right", "center", "end"):
            return "right" if how == "end" else how
    return "left"


def _sides(grid: Grid) -> tuple[str, ...]:
    """A column is aligned as all its cells with words are."""
    sides = []
    for column in range(len(grid[0])):
        said = {row[column].side for row in grid if row[column].runs}
        sides.append(said.pop() if len(said) == 1 else "left")
    return tuple(sides) if set(sides) - {"left"} else ()
