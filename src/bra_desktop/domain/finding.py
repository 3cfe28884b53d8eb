"""Finding and replacing words in the texts and decisions of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.text import Image, Run, Runs, Table, TextDocument, map_words, merge_runs, runs_text


@dataclass(frozen=True)
class Sought:
    """What is looked for. A space finds a hard space too, and a straight quotation mark those of typeset text; capitals
    and small letters are the same unless said.
    """

    words: str
    whole_words: bool = False
    match_case: bool = False

    def pattern(self) -> re.Pattern[str]:
        """The words as a pattern; no sign in them has another meaning than itself."""
        words = (re.escape(part).replace('"', '["”“]') for part in re.split("[ \u00a0]", self.words))
        found = r"[ \u00a0]".join(words)
        if self.whole_words:
            found = rf"(?<!\w){found}(?!\w)"
        return re.compile(found, 0 if self.match_case else re.IGNORECASE)


@dataclass(frozen=True)
class Hit:
    """A place where the words stand.

    decision: the key of an att-sats, empty for the item's text; block and cell (row, column): where in the text. A
    table without a cell is its caption.
    start and end count characters of that block, cell or att-sats.
    """

    item: str
    start: int
    end: int
    decision: str = ""
    block: str = ""
    cell: tuple[int, int] | None = None


def hits_in_meeting(
    content: MeetingContent, sought: Sought, texts: Mapping[str, TextDocument], wordings: Mapping[str, str]
) -> tuple[Hit, ...]:
    """Every place in the order of the agenda, texts before decisions.

    texts and wordings: what has been typed but not read back, by the key of the item or the att-sats.
    """
    if not sought.words:
        return ()
    pattern, found = sought.pattern(), list[Hit]()
    for item in content.items:
        found += _in_text(item.key, texts.get(item.key, item.text), pattern)
        for decision in item.decisions:
            words = wordings.get(decision.key, decision.text)
            found += [Hit(item.key, start, end, decision.key) for start, end in _spans(pattern, words)]
    return tuple(found)


def replace_in_words(words: str, sought: Sought, by: str) -> tuple[str, int]:
    """The words with each place replaced, and how many there were."""
    return sought.pattern().subn(lambda _found: by, words)


def replace_in_text(document: TextDocument, sought: Sought, by: str) -> tuple[TextDocument, int]:
    """The text with each place replaced, and how many there were.

    New words get the marks of the first old letter; if any were confidential, of the first that was.
    """
    pattern, count = sought.pattern(), 0

    def changed(runs: Runs) -> Runs:
        nonlocal count
        spans = _spans(pattern, runs_text(runs))
        count += len(spans)
        return _replaced(runs, spans, by) if spans else runs

    return map_words(document, changed), count


def _in_text(item: str, document: TextDocument, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for block in document.blocks:
        if isinstance(block, Table):
            for start, end in _spans(pattern, block.caption):
                yield Hit(item, start, end, block=block.id)
            for at, row in enumerate(block.rows):
                for column, cell in enumerate(row.cells):
                    for start, end in _spans(pattern, runs_text(cell.runs)):
                        yield Hit(item, start, end, block=block.id, cell=(at, column))
        elif not isinstance(block, Image):
            for start, end in _spans(pattern, runs_text(block.runs)):
                yield Hit(item, start, end, block=block.id)


def _spans(pattern: re.Pattern[str], words: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(words)]


def _replaced(runs: Runs, spans: list[tuple[int, int]], by: str) -> Runs:
    made: list[Run] = []
    at = 0
    for start, end in spans:
        made += _cut(runs, at, start)
        old = _cut(runs, start, end)
        kept = next((run for run in old if run.confidential), old[0])
        made.append(replace(kept, text=by))
        at = end
    return merge_runs([*made, *_cut(runs, at, len(runs_text(runs)))])


def _cut(runs: Runs, start: int, end: int) -> list[Run]:
    """The runs of a stretch of the words."""
    found, place = list[Run](), 0
    for run in runs:
        text = run.text[max(0, start - place) : max(0, end - place)]
        if text:
            found.append(replace(run, text=text))
        place += len(run.text)
    return found
