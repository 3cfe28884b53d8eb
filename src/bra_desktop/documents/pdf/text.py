"""Text set in lines: breaking runs at spaces, keeping marks, splitting words that are wider than the column.

ReportLab's own paragraph drops the space at a soft line end, so that extracted words join; here a line that the text
goes on after ends with its space. A line is made of segments, and a segment is drawn as one string.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bra_desktop.documents.clean_text import clean
from bra_desktop.documents.pdf.fonts import Cut, Typeface
from bra_desktop.documents.pdf.glue import parts
from bra_desktop.documents.pdf.style import Style
from bra_desktop.documents.text_blocks import Run

_FUZZ = 0.01
_MANY = 4
"""So many words are worth a look whether they can be set together."""


@dataclass(slots=True)
class Segment:
    """Text in one cut and language. ``actual`` is what it stands for, where the drawn text differs."""

    cut: Cut
    text: str
    language: str = ""
    actual: str = ""

    def like(self, other: Segment) -> bool:
        """Whether both can be drawn as one string."""
        return self.cut is other.cut and self.language == other.language and not (self.actual or other.actual)


@dataclass(slots=True)
class Line:
    """A set line and its width in points. ``broken`` ends inside a word, which goes on in the next line."""

    segments: list[Segment]
    width: float
    broken: bool = False


class Setter:
    """Sets the runs of one paragraph in lines of a given width."""

    def __init__(self, typeface: Typeface, style: Style, width: float) -> None:
        self._typeface, self._style = typeface, style
        self._width = width * 1000 / style.size + _FUZZ
        self._lines: list[Line] = []
        self._line: list[Segment] = []
        self._line_width = 0.0
        self._word: list[Segment] = []
        self._word_width = 0.0
        self._spaces = 0
        self._space_width = 0.0

    def lines(self, runs: Iterable[Run]) -> list[Line]:
        """The lines; at least one, which is empty for an empty paragraph."""
        for run in runs:
            self._run(run)
        self._end_word()
        if self._line or not self._lines:
            self._end_line()
        return self._lines

    def _run(self, run: Run) -> None:
        style = self._style
        cut = self._typeface.cut(style.bold or run.bold, style.italic != run.italic)
        space = cut.width(" ")
        for n, part in enumerate(clean(run.text).split("\n")):
            if n:
                self._end_word()
                self._end_line()
            tokens = parts(part)
            begun = self._plain(tokens, cut, space, run.language) if len(tokens) >= _MANY else 0
            for k, token in enumerate(self._narrowed(tokens[begun:], cut)):
                if k or begun:
                    self._end_word()
                    self._spaces += 1
                    self._space_width = space
                if token:
                    self._add(token, cut, run.language)

    def _plain(self, tokens: Sequence[str], cut: Cut, space: float, language: str) -> int:
        """Sets all but the last at the beginning of a paragraph, as long as nothing about them is unusual.

        How many of them were set. It comes to the same as setting them word by word, and is most of a long text.
        """
        if self._line or self._word or not self._typeface.draws(tokens):
            return 0
        most, width, start = self._width, 0.0, 0
        for at, token in enumerate(tokens[:-1]):
            wide = cut.width(token)
            if not token or wide > most:
                return self._set_plain(tokens, start, at, width, cut, language)
            if at == start:
                width = wide
            elif width + space + wide > most:
                self._lines.append(self._plain_line(tokens[start:at], width, cut, language))
                start, width = at, wide
            else:
                width += space + wide
        return self._set_plain(tokens, start, len(tokens) - 1, width, cut, language)

    def _set_plain(self, tokens: Sequence[str], start: int, end: int, width: float, cut: Cut, language: str) -> int:
        if end > start:
            self._line, self._line_width = [Segment(cut, " ".join(tokens[start:end]), language)], width
        return end

    def _plain_line(self, tokens: Sequence[str], width: float, cut: Cut, language: str) -> Line:
        return Line([Segment(cut, " ".join(tokens), language)], width * self._style.size / 1000)

    def _narrowed(self, tokens: Iterable[str], cut: Cut) -> list[str]:
        """What stands together; where that is wider than a line its words."""
        result: list[str] = []
        for token in tokens:
            result += [token] if " " not in token or cut.width(token) <= self._width else token.split(" ")
        return result

    def _add(self, token: str, cut: Cut, language: str) -> None:
        for piece in self._typeface.pieces(token):
            self._word.append(Segment(cut, piece.text, language, piece.actual))
            self._word_width += cut.width(piece.text)

    def _end_word(self) -> None:
        if not self._word:
            return
        gap = self._spaces * self._space_width if self._line else 0.0
        if self._line and self._line_width + gap + self._word_width > self._width:
            self._end_line()
            gap = 0.0
        if self._word_width > self._width:
            self._break_word()
        else:
            if self._line and self._spaces:
                self._space()
            self._line_width += gap + self._word_width
            for segment in self._word:
                self._append(segment)
        self._word, self._word_width, self._spaces = [], 0.0, 0

    def _space(self) -> None:
        last = self._line[-1]
        if last.actual:
            self._line.append(Segment(last.cut, " " * self._spaces, last.language))
        else:
            last.text += " " * self._spaces

    def _append(self, segment: Segment) -> None:
        if self._line and self._line[-1].like(segment):
            self._line[-1].text += segment.text
        else:
            self._line.append(segment)

    def _end_line(self, *, broken: bool = False) -> None:
        self._lines.append(Line(self._line, self._line_width * self._style.size / 1000, broken))
        self._line, self._line_width, self._spaces = [], 0.0, 0

    def _break_word(self) -> None:
        """Break a word that is wider than a line between characters, without a hyphen."""
        if self._line:
            self._end_line()
        for segment in self._word:
            for part in _characters(segment):
                wide = part.cut.width(part.text)
                if self._line and self._line_width + wide > self._width:
                    self._end_line(broken=True)
                self._join(part)
                self._line_width += wide

    def _join(self, part: Segment) -> None:
        """Add a character; those that stand for others stay together as they stood."""
        last = self._line[-1] if self._line else None
        if last and part.actual and last.actual and last.cut is part.cut and last.language == part.language:
            last.text += part.text
            last.actual += part.actual
        else:
            self._append(part)


def _characters(segment: Segment) -> list[Segment]:
    """A segment character by character; one that is drawn as several signs stays whole."""
    if not segment.actual:
        return [Segment(segment.cut, character, segment.language) for character in segment.text]
    if len(segment.actual) != len(segment.text):
        return [segment]
    pairs = zip(segment.text, segment.actual, strict=True)
    return [Segment(segment.cut, drawn, segment.language, meant) for drawn, meant in pairs]


def natural_width(typeface: Typeface, runs: Iterable[Run], style: Style, *, glued: bool = True) -> tuple[float, float]:
    """Width of the longest word and of the longest line, in points; ``glued`` counts what stays together as a word."""
    longest = line = widest = word = 0.0
    for run in runs:
        cut = typeface.cut(style.bold or run.bold, style.italic != run.italic)
        space = cut.width(" ")
        for n, widths in enumerate(_widths(typeface, cut, run.text, glued)):
            if n:
                widest, line, word = max(widest, line), 0.0, 0.0
            for k, wide in enumerate(widths):
                if k:
                    line, word = line + space, 0.0
                line, word = line + wide, word + wide
                longest = max(longest, word)
    scale = style.size / 1000
    return longest * scale, max(widest, line) * scale


def word_widths(typeface: Typeface, runs: Iterable[Run], style: Style) -> list[tuple[float, tuple[float, ...]]]:
    """Per line as typed the width of a space and of each word, what stays together counted as one, in points."""
    lines: list[list[float]] = [[]]
    scale, space = style.size / 1000, typeface.cut(style.bold, style.italic).width(" ")
    for run in runs:
        cut = typeface.cut(style.bold or run.bold, style.italic != run.italic)
        for n, widths in enumerate(_widths(typeface, cut, run.text, glued=True)):
            if n:
                lines.append([])
            for k, wide in enumerate(widths):
                if k or not lines[-1]:
                    lines[-1].append(wide * scale)
                else:
                    lines[-1][-1] += wide * scale
    return [(space * scale, tuple(line)) for line in lines]


@lru_cache(4096)
def _widths(typeface: Typeface, cut: Cut, text: str, glued: bool) -> tuple[tuple[float, ...], ...]:
    """Per line as typed the width of each word in thousandths of the size."""
    return tuple(
        tuple(
            sum(cut.width(piece.text) for piece in typeface.pieces(token)) if token else 0.0
            for token in (parts(line) if glued else line.split(" "))
        )
        for line in clean(text).split("\n")
    )
