"""What is pasted, from a word processor, a browser or this program, as blocks of the domain's text."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from bra_desktop.domain.text import (
    Block,
    Image,
    Run,
    TextDocument,
    forbidden_character,
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
    return tuple(replace(block, id=new_id()) for block in document.blocks if not isinstance(block, Image))


def as_one_text(blocks: tuple[Block, ...]) -> str:
    """For a cell: the words with line breaks between the blocks."""
    return plain_text(TextDocument(blocks))


def _cleaned(run: Run) -> Run | None:
    text = _clean(run.text).replace("\ufffc", "")
    return replace(run, text=text) if text else None


def _clean(text: str) -> str:
    return "".join(letter for letter in text.replace("\r\n", "\n") if forbidden_character(letter) is None)
