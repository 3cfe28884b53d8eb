"""Thirty pages of protocol beside plain ReportLab drawing the same blocks in the same run."""

import io
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import pikepdf
import pytest

from bra_desktop.documents import protocol
from bra_desktop.documents.blocks import Block, Contents, DecisionBlock, Document, FieldRow, ItemHeading, RailSection
from bra_desktop.documents.pdf import render
from bra_desktop.documents.pdf_fonts import font_folder
from bra_desktop.documents.text_blocks import Heading, ListBlock, Paragraph, Quotation, Runs, Table, VoteTable
from bra_desktop.domain.content import StayContent
from bra_desktop.plays.floors.protocol_floor import PlainBlock, draw_protocol, load_fonts
from tests.documents.samples import ARMS, council

MOST = 2.0


def thirty_pages() -> Document:
    """The council's items nearly four times over."""
    content = council()
    items = [item for _ in range(4) for item in content.items][:46]
    numbered = tuple(replace(item, key=f"n{n}", paragraph=38 + n, annexes=()) for n, item in enumerate(items))
    people = tuple(replace(who, stays=(StayContent(),) if who.stays else ()) for who in content.participants)
    return protocol.protocol(
        replace(content, items=numbered, participants=people, annexes=(), adjournments=()), arms=ARMS
    )


def plain(blocks: Iterable[Block]) -> list[PlainBlock]:
    """The same blocks as plain texts."""
    result: list[PlainBlock] = []
    for block in blocks:
        match block:
            case Paragraph(runs=runs) | Quotation(runs=runs):
                result.append(("text", said(runs)))
            case Heading():
                result.append(("head", block.text))
            case ListBlock():
                result += [("item", said(item.runs)) for item in block.items]
            case Table():
                head = [column.title for column in block.columns]
                result.append(("table", [head, *([said(cell.runs) for cell in row.cells] for row in block.rows)]))
            case VoteTable():
                result.append(("table", [["Ledamot", "Röst"], *([row.name, row.vote] for row in block.rows)]))
            case FieldRow() | RailSection():
                result += [("label", block.label), *plain(block.content)]
            case ItemHeading():
                result.append(("head", f"{block.number} {block.title}"))
                result += [("text", f"Dnr {block.registry_number}")] if block.registry_number else []
            case DecisionBlock():
                result += [("label", block.label), ("text", block.organ_line)]
                result += [("item", said(clause.runs)) for clause in block.clauses]
            case Contents():
                result.append(("table", [[entry.number, entry.title, "1"] for entry in block.entries]))
            case _:
                pass
    return result


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def fastest(work: Callable[[], bytes]) -> float:
    """The shortest of five runs, after one to warm up."""
    work()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.benchmark
def test_thirty_pages_take_at_most_twice_the_time_of_plain_reportlab() -> None:
    document = thirty_pages()
    blocks = plain(document.blocks)
    load_fonts(font_folder())
    with pikepdf.open(io.BytesIO(render(document))) as pdf:
        assert len(pdf.pages) >= 30
    with pikepdf.open(io.BytesIO(draw_protocol(blocks, "Almby kommun"))) as pdf:
        assert len(pdf.pages) >= 25
    ours = fastest(lambda: render(document))
    floor = fastest(lambda: draw_protocol(blocks, "Almby kommun"))
    assert ours <= MOST * floor, f"{ours:.3f} s against {floor:.3f} s"
