"""What a signature looks like on paper: that it is electronic and its time in the field's box, in an embedded font.

The font must have 1000 units per em (Noto Sans has); with 2048 units pyHanko's widths break PDF/A (rule 6.2.11.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import TextStampStyle

from bra_desktop.domain.signers import stamp_lines

FONT_SIZE = 8
LEADING = 10
LAYOUT_TABLES = {"GDEF", "GPOS", "GSUB"}

# flush with the line for the name below the field
_FLUSH = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID, Margins(left=0, right=0, top=1, bottom=1)
)


@dataclass(frozen=True)
class Appearance:
    """When somebody signs by that person's computer (an aware local time); name and role stand below the field."""

    when: datetime

    @property
    def lines(self) -> tuple[str, str]:
        """The two lines of the stamp."""
        return stamp_lines(self.when)


@dataclass(frozen=True)
class EmbeddedFont(FontEngineFactory):
    """The stamp's font as a subset in the signed file. pyHanko's own factory leaves the font file open."""

    data: bytes

    def create_font_engine(self, writer: BasePdfFileWriter, obj_stream: Any = None) -> Any:
        """See pyHanko; the size must be the text box's."""
        if obj_stream is None and writer.stream_xrefs:
            obj_stream = writer.prepare_object_stream()  # type: ignore[no-untyped-call]
        return GlyphAccumulator(writer, BytesIO(self.data), FONT_SIZE, obj_stream=obj_stream)


def stamp_style(appearance: Appearance, font: Path) -> TextStampStyle:
    """The stamp for pyHanko."""
    return TextStampStyle(
        border_width=0,
        background=None,
        stamp_text="\n".join(appearance.lines),
        text_box_style=TextBoxStyle(
            font=EmbeddedFont(_letters_alone(font)),
            font_size=FONT_SIZE,
            leading=LEADING,
            box_layout_rule=_FLUSH,
        ),
        inner_content_layout=_FLUSH,
    )


@lru_cache(maxsize=1)
def _letters_alone(font: Path) -> bytes:
    """The font without the tables that place accents and pair letters: a stamp has no need of them.

    Reading them is most of the work of a signature.
    """
    with TTFont(font, lazy=True) as whole:
        for table in LAYOUT_TABLES & set(whole.keys()):
            del whole[table]
        alone = BytesIO()
        whole.save(alone)
    return alone.getvalue()
