"""A pasted table stays a table whatever stands in its cells, and not a word of them is lost."""

import itertools

import pytest

from bra_desktop.domain.text import Block, Paragraph, Table, runs_text
from bra_desktop.exchange.clipboard.html_blocks import blocks_of_html

INNER = "<table><tr><td>Fixet<td>4</tr><tr><td>Almby<td>7</tr></table>"


def pasted(html: str) -> tuple[Block, ...]:
    numbers = itertools.count(1)
    return blocks_of_html(html, lambda: f"new-{next(numbers)}")


def cells(html: str) -> list[list[str]]:
    [table] = pasted(html)
    assert isinstance(table, Table)
    return [[runs_text(cell.runs) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    "attributes",
    ["", ' class="MsoTableGrid" border="1"', ' style="border-collapse: collapse"'],
)
def test_a_table_in_a_cell_becomes_lines_of_that_cell(attributes: str) -> None:
    html = (
        f"<table{attributes}><tr><th>Område<th>Läge</tr><tr><td>Centrum<td>före {INNER} efter</tr>"
        "<tr><td>Lindängen<td>lugnt</tr></table>"
    )
    assert cells(html) == [
        ["Område", "Läge"],
        ["Centrum", "före\nFixet\t4\nAlmby\t7\nefter"],
        ["Lindängen", "lugnt"],
    ]


def test_a_table_without_header_cells_stays_one_when_most_of_its_cells_are_words() -> None:
    html = f"<table><tr><td>Centrum<td>{INNER}</tr><tr><td>Lindängen<td>lugnt</tr></table>"
    assert cells(html) == [["Centrum", "Fixet\t4\nAlmby\t7"], ["Lindängen", "lugnt"]]


def test_a_table_with_borders_stays_one_though_it_has_one_row() -> None:
    html = f'<table border="1"><tr><td>Centrum<td>{INNER}</tr></table>'
    assert cells(html) == [["Centrum", "Fixet\t4\nAlmby\t7"]]


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr><td>Hej!</tr><tr><td>{INNER}</tr><tr><td>Hälsningar</tr></table>",
        f'<table role="presentation"><tr><td>Hej!<td>{INNER}</tr><tr><td>Hälsningar<td>Eva</tr></table>',
        f"<table><tr><td>Hej!<td>{INNER}</tr></table>",
    ],
)
def test_a_table_that_only_places_a_mail_on_the_page_is_none(html: str) -> None:
    blocks = pasted(html)
    assert isinstance(blocks[0], Paragraph)
    assert [type(block) for block in blocks].count(Table) == 1


def test_merged_cells_lists_and_paragraphs_keep_their_words_and_places() -> None:
    html = (
        "<table><tr><th colspan=2>Läget<th>Vem</tr>"
        "<tr><td rowspan=2>Centrum<td><ul><li>ljus<li>kameror<ol><li>torget</ol></ul><td><p>Eva</p><p>Per</p></tr>"
        "<tr><td><h3>Rubrik</h3>text<br>rad<td>Rolf</tr></table>"
    )
    assert cells(html) == [
        ["Läget", "", "Vem"],
        ["Centrum", "• ljus\n• kameror\n1. torget", "Eva\nPer"],
        ["", "Rubrik\ntext\nrad", "Rolf"],
    ]


def test_rows_inside_what_no_table_should_hold_are_kept() -> None:
    html = "<table><form><tr><td>Centrum<td>lugnt</tr></form><tr><td>Almby<td>oro</tr></table>"
    assert cells(html) == [["Centrum", "lugnt"], ["Almby", "oro"]]
