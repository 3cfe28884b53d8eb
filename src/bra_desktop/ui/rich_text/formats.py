"""How the domain's text is kept in Qt's formats: what Qt has no word for lies in properties of our own."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTableFormat,
)

from bra_desktop.domain.text import Reference, Run
from bra_desktop.ui.theme.theme import Theme

USER = QTextFormat.Property.UserProperty.value
BLOCK_ID, KIND, START, DIGEST, ALTERNATIVE, FILLER = (USER + n for n in range(1, 7))
BOLD, LANGUAGE, CONFIDENTIAL, REFERENCE, ANCHORS = (USER + n for n in range(11, 16))
HEADER_ROWS, ALIGNMENTS = (USER + n for n in range(21, 23))
GROUND = USER + 31

QUOTATION, IMAGE, CAPTION = "quotation", "image", "caption"
PICTURE_SIGN = "Bild: "
"""What stands before a picture's description on the screen."""
LINE_BREAK = "\u2028"
# Qt takes these as ends of a block or of a frame; in a line of text they can only have come by mistake.
SEPARATORS = str.maketrans({"\n": LINE_BREAK, "\u2029": LINE_BREAK, "\ufdd0": " ", "\ufdd1": " "})
PARTS = "\x1f"
LINE_HEIGHT = 122
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
ORDERED = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)


@dataclass(frozen=True)
class Measures:
    """Lengths in device-independent pixels and colours, taken from the theme when a text is shown."""

    gap: int
    small_gap: int
    indent: int
    body_pt: float
    heading_pt: float
    muted: str
    line: str
    sunken: str
    attention: str

    @classmethod
    def of(cls, theme: Theme) -> "Measures":
        return cls(
            gap=theme.px(8),
            small_gap=theme.px(2),
            indent=theme.px(20),
            body_pt=theme.tokens.type_pt["body"] * theme.scale,
            heading_pt=theme.tokens.type_pt["h3"] * theme.scale,
            muted=theme.hex("muted"),
            line=theme.hex("line-strong"),
            sunken=theme.hex("sunken"),
            attention=theme.hex("attention-soft"),
        )


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that the block is an item of. The stub forgets that there may be none."""
    return cast(QTextList | None, block.textList())


def block_format(measures: Measures, block_id: str, kind: str = "", level: int = 0) -> QTextBlockFormat:
    """kind: "", heading, list_item, quotation, image or caption; level: that of a heading."""
    form = QTextBlockFormat()
    form.setProperty(BLOCK_ID, block_id)
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    gap = measures.small_gap if kind == "list_item" else measures.gap
    form.setBottomMargin(gap)
    # Of two that meet the larger counts: a list is as far from what follows as paragraphs from each other.
    form.setTopMargin(gap)
    if kind == "heading":
        form.setHeadingLevel(level)
    elif kind in (QUOTATION, IMAGE):
        form.setProperty(KIND, kind)
        form.setLeftMargin(measures.indent)
        form.setRightMargin(measures.indent)
    elif kind == CAPTION:
        form.setProperty(KIND, kind)
        form.setBottomMargin(measures.small_gap)
    return form


def list_format(ordered: bool, level: int, start: int | None) -> QTextListFormat:
    """Level from 0; start is the number of the first item, None the usual."""
    form = QTextListFormat()
    bullets = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare)
    form.setStyle(QTextListFormat.Style.ListDecimal if ordered else bullets[level % 3])
    form.setIndent(level + 1)
    if start is not None:
        form.setStart(start)
    return form


def table_format(measures: Measures, block_id: str) -> QTextTableFormat:
    """Thin lines and air; what the domain says of the table is added by the writer."""
    form = QTextTableFormat()
    form.setProperty(BLOCK_ID, block_id)
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)  # Qt's own is raised, and white in the dark
    form.setBorderBrush(QColor(measures.line))
    form.setCellPadding(measures.gap / 2)
    form.setTopMargin(measures.small_gap)
    form.setBottomMargin(measures.gap)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return form


def equal_columns(form: QTextTableFormat, columns: int) -> None:
    """Columns that share the width of the text, also before anything stands in them."""
    form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 / columns)] * columns)


def char_format(measures: Measures, run: Run, heading: bool = False, muted: bool = False) -> QTextCharFormat:
    """The look of a run, and what of it Qt does not know."""
    form = QTextCharFormat()
    form.setFontPointSize(measures.heading_pt if heading else measures.body_pt)
    if run.bold or heading:
        form.setFontWeight(QFont.Weight.Bold)
    if run.bold:
        form.setProperty(BOLD, True)
    if run.italic:
        form.setFontItalic(True)
    if run.language:
        form.setProperty(LANGUAGE, run.language)
        language_look(form, measures)
    if run.confidential:
        form.merge(confidential_form(measures, run.ground))
    if run.reference is not None:
        form.setProperty(REFERENCE, PARTS.join((run.reference.kind, run.reference.id)))
    if run.anchors:
        form.setProperty(ANCHORS, PARTS.join(run.anchors))
    if muted:
        form.setForeground(_colour(measures.muted))
    return form


def picture_line(description: str) -> str:
    """The line that stands for a picture on the screen."""
    return f"{PICTURE_SIGN}{description}".translate(SEPARATORS)


def language_look(form: QTextCharFormat, measures: Measures, *, marked: bool = True) -> None:
    """Words in another language have dots below them, on the screen only."""
    style = QTextCharFormat.UnderlineStyle
    form.setUnderlineStyle(style.DotLine if marked else style.NoUnderline)
    form.setUnderlineColor(QColor(measures.muted))


def no_language() -> QTextCharFormat:
    """What makes words Swedish again."""
    form = QTextCharFormat()
    form.setProperty(LANGUAGE, "")
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
    return form


def confidential_form(measures: Measures, ground: str) -> QTextCharFormat:
    """What marks words as confidential on that ground."""
    form = QTextCharFormat()
    form.setProperty(CONFIDENTIAL, True)
    form.setProperty(GROUND, ground)
    form.setBackground(_colour(measures.attention))
    form.setFontOverline(True)
    form.setToolTip(f"Sekretess: {ground}" if ground else "Sekretess, utan angiven grund")
    return form


def not_confidential() -> QTextCharFormat:
    """What takes such a mark away."""
    form = QTextCharFormat()
    form.setProperty(CONFIDENTIAL, False)
    form.setProperty(GROUND, "")
    form.setBackground(QBrush(Qt.BrushStyle.NoBrush))
    form.setFontOverline(False)
    form.setToolTip("")
    return form


def caption_look(measures: Measures) -> QTextCharFormat:
    """How a table's caption looks, as a heading's look says nothing of its words."""
    form = char_format(measures, Run(""))
    form.setFontWeight(QFont.Weight.Bold)
    return form


def run_of(text: str, form: QTextCharFormat, heading: bool = False) -> Run:
    """The run that a piece of the document stands for. In a heading the bold look is the heading's own."""
    bold = bool(form.property(BOLD)) or (not heading and form.fontWeight() >= QFont.Weight.DemiBold)
    kept = form.property(REFERENCE)
    reference = Reference(*kept.split(PARTS, 1)) if isinstance(kept, str) and PARTS in kept else None
    anchors = form.property(ANCHORS)
    return Run(
        text=text.replace(LINE_BREAK, "\n"),
        bold=bold,
        italic=form.fontItalic(),
        language=form.property(LANGUAGE) or "",
        confidential=bool(form.property(CONFIDENTIAL)),
        reference=reference,
        anchors=tuple(anchors.split(PARTS)) if anchors else (),
        ground=str(form.property(GROUND) or "") if form.property(CONFIDENTIAL) else "",
    )


def _colour(name: str) -> QBrush:
    return QBrush(QColor(name))
