"""The styles of the file: those that Word has itself under their own names, so that it shows them in its language.

Sizes and colours are those of the PDF. What is set here is set nowhere else, so that a municipality's own template
changes all of it when text is pasted there.
"""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.documents.pdf.style import (
    ACCENT,
    BODY,
    BOX_TEXT,
    CAPTION,
    CELL,
    CELL_DENSE,
    CELL_NOTE,
    DECISION,
    FIELD,
    FOOT,
    FOOT_LABEL,
    FULL,
    HAIRLINE,
    HEAD,
    INITIAL,
    INK,
    ITEM,
    ITEM_GAP,
    LABEL,
    NOTE,
    ORGAN,
    RAIL,
    RULE,
    RUNNING,
    SENDER,
    SIGNER,
    SIGNER_ROLE,
    STRONG,
    SUBHEADING,
    SUBTITLE,
    THIN,
    TINT,
    TITLE,
    WARNING,
    Colour,
    Style,
)
from bra_desktop.documents.word.parts import Element, edge, hexed, indent, part, tab_stops, twips

FONT, LANGUAGE = "Noto Sans", "sv-SE"
BAR, CLAUSE_ROOM = 2.4, 22.0


@dataclass(frozen=True)
class ParagraphStyle:
    """One paragraph style. ``name`` is the English name of one that Word has itself, else our own Swedish name."""

    key: str
    name: str
    look: Style
    left: float = RAIL
    hanging: float = 0.0
    right: float = 0.0
    level: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    borders: tuple[Element, ...] = ()
    tabs: tuple[tuple[float, str, str], ...] = ()
    shaded: bool = False

    @property
    def own(self) -> bool:
        """Whether Word does not have it itself."""
        return self.name[0].isupper() and self.name not in _WORDS_OWN


_WORDS_OWN = {"Body Text", "Subtitle", "List Bullet", "List Number", "Quote"}
_FOOT_TABS = ((FULL / 2, "center", "none"), (FULL, "right", "none"))


def paragraph_styles(accent: Colour) -> tuple[ParagraphStyle, ...]:
    """All of them, with the colour of marks."""
    return (*_text_styles(), *_head_and_foot_styles(), *_field_and_decision_styles(accent), *_table_and_sign_styles())


def _text_styles() -> tuple[ParagraphStyle, ...]:
    return (
        ParagraphStyle("BodyText", "Body Text", BODY),
        ParagraphStyle("Heading1", "heading 1", TITLE, level=1, keep_next=True, keep_lines=True),
        ParagraphStyle(
            "Heading2", "heading 2", ITEM.but(before=ITEM_GAP), RAIL, RAIL, level=2, keep_next=True, keep_lines=True,
            borders=(edge("top", STRONG, INK, 5),), tabs=((RAIL, "left", "none"),),
        ),
        *(
            ParagraphStyle(
                f"Heading{n}", f"heading {n}", SUBHEADING.but(before=9 if n == 3 else 5, italic=n > 4), level=n,
                keep_next=True, keep_lines=True,
            )
            for n in (3, 4, 5, 6)
        ),
        ParagraphStyle("Subtitle", "Subtitle", SUBTITLE),
        ParagraphStyle("ListBullet", "List Bullet", BODY.but(after=3)),
        ParagraphStyle("ListNumber", "List Number", BODY.but(after=3)),
        ParagraphStyle("Quote", "Quote", BODY, RAIL + 14, right=10),
        ParagraphStyle("Caption", "caption", CAPTION, keep_next=True),
    )  # fmt: skip


def _head_and_foot_styles() -> tuple[ParagraphStyle, ...]:
    return (
        ParagraphStyle("Header", "header", RUNNING, 0, tabs=((FULL, "right", "none"),)),
        ParagraphStyle("Footer", "footer", FOOT, 0, tabs=_FOOT_TABS),
        ParagraphStyle("Notis", "Notis", NOTE),
        ParagraphStyle("Avsandare", "Avsändare", SENDER),
        ParagraphStyle("Organ", "Organ", ORGAN, tabs=((FULL, "right", "none"),)),
        ParagraphStyle("Kopia", "Kopia", BOX_TEXT.but(before=2, after=9), shaded=True),
        ParagraphStyle("Sekretess", "Påminnelse", WARNING),
    )  # fmt: skip


def _field_and_decision_styles(accent: Colour) -> tuple[ParagraphStyle, ...]:
    return (
        ParagraphStyle(
            "Falt", "Fält", FIELD.but(before=3, after=3), RAIL, RAIL,
            borders=(edge("top", HAIRLINE, RULE, 3), edge("between", HAIRLINE, RULE, 3)),
            tabs=((RAIL, "left", "none"),),
        ),
        ParagraphStyle("FaltFortsatt", "Fält, fortsättning", FIELD.but(after=2)),
        ParagraphStyle("Beslut", "Beslut", DECISION, borders=_bar(accent)),
        ParagraphStyle(
            "AttSats", "Att-sats", DECISION, RAIL + CLAUSE_ROOM, CLAUSE_ROOM, borders=_bar(accent),
            tabs=((RAIL + CLAUSE_ROOM, "left", "none"),),
        ),
    )  # fmt: skip


def _table_and_sign_styles() -> tuple[ParagraphStyle, ...]:
    return (
        ParagraphStyle("Tabellrubrik", "Tabellrubrik", HEAD, 0, keep_next=True),
        ParagraphStyle("Tabelltext", "Tabelltext", CELL, 0),
        ParagraphStyle("TabelltextTat", "Tabelltext, tät", CELL_DENSE, 0),
        ParagraphStyle("Tabellnot", "Tabellnot", CELL_NOTE, 0),
        ParagraphStyle("Skiljer", "Tabeller åtskilda", Style(1, 1, after=6), 0),
        ParagraphStyle(
            "Underskrift", "Underskrift", SIGNER.but(before=40), 0, keep_lines=True,
            borders=(edge("top", THIN, INK, 4),),
        ),
        ParagraphStyle("UnderskriftStampel", "Underskrift, stämpel", SIGNER_ROLE, 0, keep_lines=True),
        ParagraphStyle("UnderskriftRoll", "Underskrift, roll", SIGNER_ROLE, 0, keep_lines=True),
        ParagraphStyle("Intyg", "Intyg", BOX_TEXT.but(after=3), 10, 0, 10, keep_lines=True, borders=_box()),
        ParagraphStyle("Signaturrubrik", "Signaturrubrik", FOOT_LABEL, 0),
        ParagraphStyle("Signatur", "Signatur", INITIAL, 0),
        ParagraphStyle("Sidfotsnotis", "Sidfot, påminnelse", FOOT.but(bold=True, after=3), 0),
    )  # fmt: skip


def _bar(accent: Colour) -> tuple[Element, ...]:
    return (edge("left", BAR, accent, 4),)


def _box() -> tuple[Element, ...]:
    return tuple(edge(side, 0.8, INK, 7) for side in ("top", "left", "bottom", "right"))


def box_borders() -> Element:
    """A frame around paragraphs that follow each other."""
    return part("pBdr", *_box())


def style_elements(accent: Colour = ACCENT) -> list[Element]:
    """The whole style sheet: what is true of everything, then every style."""
    return [
        _defaults(),
        part("style", part("name", val="Normal"), part("qFormat"), type="paragraph", default=1, styleId="Normal"),
        _bare("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _bare("numbering", "NoList", "No List"),
        _table_base(),
        *(_paragraph_style(style) for style in paragraph_styles(accent)),
        _character("Hyperlink", "Hyperlink", part("color", val=hexed(accent))),
        _character("Etikett", "Etikett", part("b"), *_sizes(LABEL.size)),
        _lined_table(),
        _open_table(),
    ]


def _defaults() -> Element:
    fonts = part("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    look = part(
        "rPr", fonts, part("color", val=hexed(INK)), *_sizes(BODY.size),
        part("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
    )  # fmt: skip
    flow = part("pPr", part("widowControl"), part("spacing", before=0, after=0, line=240, lineRule="auto"))
    return part("docDefaults", part("rPrDefault", look), part("pPrDefault", flow))


def _sizes(points: float) -> list[Element]:
    return [part("sz", val=round(points * 2)), part("szCs", val=round(points * 2))]


def _paragraph_style(style: ParagraphStyle) -> Element:
    look = style.look
    flow = part("pPr")
    if style.keep_next:
        flow.append(part("keepNext"))
    if style.keep_lines:
        flow.append(part("keepLines"))
    if style.borders:
        flow.append(part("pBdr", *style.borders))
    if style.shaded:
        flow.append(part("shd", val="clear", color="auto", fill=hexed(TINT)))
    if style.tabs:
        flow.append(tab_stops(*style.tabs))
    flow.append(part("spacing", before=twips(look.before), after=twips(look.after)))
    if style.left or style.right:
        flow.append(indent(style.left, style.hanging, style.right))
    if style.level:
        flow.append(part("outlineLvl", val=style.level - 1))
    face = part("rPr")
    if look.bold:
        face.append(part("b"))
    if look.italic:
        face.append(part("i"))
    if look.colour != INK:
        face.append(part("color", val=hexed(look.colour)))
    face.extend(_sizes(look.size))
    following = "BodyText" if style.level else style.key
    made = part(
        "style", part("name", val=style.name), part("basedOn", val="Normal"), type="paragraph", styleId=style.key
    )
    if style.own:
        made.set(made.tag.replace("}style", "}customStyle"), "1")
    made.extend([part("next", val=following), part("uiPriority", val=9 if style.level else 20), part("qFormat")])
    made.extend([flow, face])
    return made


def _bare(kind: str, key: str, name: str) -> Element:
    return part(
        "style", part("name", val=name), part("uiPriority", val=99), part("semiHidden"), part("unhideWhenUsed"),
        type=kind, default=1, styleId=key,
    )  # fmt: skip


def _character(key: str, name: str, *look: Element) -> Element:
    made = part("style", part("name", val=name), part("uiPriority", val=99), type="character", styleId=key)
    made.append(part("rPr", *look))
    return made


def _table_base() -> Element:
    margins = part(
        "tblCellMar", *(part(side, w=twips(width), type="dxa") for side, width in
                        (("top", 0), ("left", 0), ("bottom", 0), ("right", 8))),
    )  # fmt: skip
    made = _bare("table", "TableNormal", "Normal Table")
    made.append(part("tblPr", part("tblInd", w=0, type="dxa"), margins))
    return made


def _lined_table() -> Element:
    borders = part("tblBorders", edge("top", STRONG, INK), edge("bottom", STRONG, INK), edge("insideH", HAIRLINE, RULE))
    head = part(
        "tblStylePr",
        part("tcPr", part("tcBorders", edge("bottom", THIN, INK))),
        type="firstRow",
    )
    return part(
        "style", part("name", val="Tabell med linjer"), part("basedOn", val="TableNormal"), part("uiPriority", val=39),
        part("tblPr", borders), head, type="table", customStyle=1, styleId="TabellMedLinjer",
    )  # fmt: skip


def _open_table() -> Element:
    return part(
        "style", part("name", val="Tabell utan linjer"), part("basedOn", val="TableNormal"), part("uiPriority", val=39),
        type="table", customStyle=1, styleId="TabellUtanLinjer",
    )  # fmt: skip
