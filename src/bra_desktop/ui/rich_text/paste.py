"""What is pasted, from a word processor, a browser or this program, as blocks of the domain's text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from bra_desktop.domain.characters import forbidden_character
from bra_desktop.domain.text import (
    Block,
    Image,
    Run,
    Table,
    TextDocument,
    block_is_empty,
    map_runs,
    plain_document,
    plain_text,
)
from bra_desktop.ui.rich_text.reader import read


def pasted_blocks(source: QMimeData, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """Marks, lists, headings and tables are kept; colours, fonts, pictures and hidden characters are not."""
    if source.hasHtml():
        scratch = QTextDocument()
        scratch.setHtml(source.html())
        document = read(scratch, new_id)
    else:
        document = plain_document(_clean(source.text()))
    document = map_runs(document, _cleaned)
    blocks = [block for block in document.blocks if not isinstance(block, Image)]
    return tuple(replace(block, id=new_id()) for at, block in enumerate(blocks) if not _is_padding(blocks, at))


def as_one_text(blocks: tuple[Block, ...]) -> str:
    """For a cell: the words with line breaks between the blocks."""
    return plain_text(TextDocument(blocks))


def _is_padding(blocks: Sequence[Block], at: int) -> bool:
    """An empty paragraph at an end or beside a table, which Qt made and nobody wrote."""
    beside = blocks[max(0, at - 1) : at + 2]
    at_end = at in (0, len(blocks) - 1)
    return block_is_empty(blocks[at]) and (at_end or any(isinstance(block, Table) for block in beside))


def _cleaned(run: Run) -> Run | None:
    text = _clean(run.text).replace("\ufffc", "")
    return replace(run, text=text) if text else None


def _clean(text: str) -> str:
    return "".join(letter for letter in text.replace("\r\n", "\n") if forbidden_character(letter) is None)
