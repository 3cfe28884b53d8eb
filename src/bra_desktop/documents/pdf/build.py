"""From blocks to boxes: every block becomes its elements in the tag tree and the boxes that draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bra_desktop.documents.as_tables import agenda_table, contents_rows
from bra_desktop.documents.blocks import (
    Block,
    Contents,
    DecisionBlock,
    Document,
    EndOfItems,
    FactsBox,
    FieldRow,
    ItemHeading,
    PageBreak,
    RailSection,
    SignatureBlock,
    SignatureField,
    TimedAgenda,
)
from bra_desktop.documents.pdf.arms import Arms
from bra_desktop.documents.pdf.build_tables import page_numbers
from bra_desktop.documents.pdf.build_text import TextBuilder
from bra_desktop.documents.pdf.flow import (
    Box,
    HairRule,
    Hanging,
    ItemHead,
    ItemsEnd,
    PageTurn,
    RailLabel,
    TextBox,
)
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.furniture import Letterhead
from bra_desktop.documents.pdf.signature import FactCell, FramedFacts, Place, SignatureBox
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import (
    BODY,
    COLUMN,
    DECISION,
    DECISION_LABEL,
    FIELD,
    GUTTER,
    ITEM,
    ITEM_GAP,
    LABEL,
    RAIL,
    ROOM_BEFORE_DECISION,
    ROOM_BEFORE_SECTION,
    SECTION,
    SUBTITLE,
    TITLE,
    WARNING,
    Style,
)
from bra_desktop.documents.pdf.text import natural_width
from bra_desktop.documents.text_blocks import (
    ListBlock,
    Paragraph,
    Table,
    VoteTable,
    words,
)

_ATT_ROOM = 22.0
_WHOLE_CLAUSE = 6
"""Lines of a clause that is not broken over two pages."""
_FIELD_GAP, _GAP_BEFORE_TABLE = 3.4, 16.0
_LONGEST_TITLE = 500
_SMALLEST_LABEL = 7.0
_PART = 2


class Builder:
    """Builds the boxes of one document below the root of its tag tree."""

    def __init__(self, document: Document, arms: Arms | None, typeface: Typeface, root: Node) -> None:
        self._document, self._arms, self._typeface = document, arms, typeface
        self._node = root
        self._fields: Node | None = None
        self._text = TextBuilder(typeface)

    def build(self) -> list[Box]:
        """All boxes in reading order."""
        self._head()
        blocks = self._document.blocks
        for block in blocks:
            if self._fields and not isinstance(block, FieldRow):
                after = _GAP_BEFORE_TABLE if isinstance(block, TimedAgenda | Table) else 6
                self._text.boxes.append(HairRule(before=_FIELD_GAP, after=after))
                self._fields = None
            self._block(block)
        if self._fields:
            self._text.boxes.append(HairRule(before=_FIELD_GAP))
        self._bind_signatures()
        return self._text.boxes

    def _head(self) -> None:
        document, node = self._document, self._node
        figure = None
        if self._arms:
            described = document.sender.arms_description or f"{document.sender.name}, kommunvapen"
            figure = node.add("Figure", alternative=described)
        sender, organ = node.add("P"), node.add("P")
        registry = node.add("P") if document.registry_number else None
        self._text.boxes.append(Letterhead(document, self._arms, figure, sender, organ, registry, self._typeface))
        self._text.paragraph(node.add("H1"), words(document.title), TITLE)
        if document.subtitle:
            self._text.paragraph(node.add("P"), words(_before_day(document.subtitle, self._typeface)), SUBTITLE)
        if document.warning:
            self._text.paragraph(node.add("P"), words(document.warning), WARNING)

    def _block(self, block: Block) -> None:
        makers: dict[type, Callable[..., None]] = {
            FieldRow: self._field,
            ItemHeading: self._item,
            RailSection: self._section,
            DecisionBlock: self._decision,
            SignatureBlock: self._signatures,
            TimedAgenda: self._agenda,
            Contents: self._contents,
            FactsBox: self._facts,
            PageBreak: lambda turn: self._text.boxes.append(PageTurn(spare=turn.spare)),
            EndOfItems: lambda _: self._text.boxes.append(ItemsEnd()),
        }
        maker = makers.get(type(block))
        if maker:
            maker(block)
        else:
            self._text.content(block, self._node)  # type: ignore[arg-type]

    def _label(
        self, node: Node, text: str, style: Style, content: Sequence[object], reference: float = 10.0
    ) -> RailLabel:
        label = RailLabel(node, text, _fitting(text, style, self._typeface), self._typeface, reference)
        first = content[0] if content else None
        if isinstance(first, Table | VoteTable):
            has_head = isinstance(first, VoteTable) or (first.lined and not first.caption)
            label.drop = 7.6 if has_head else 1.2
            label.reference = 8.5 if has_head else reference
        self._text.boxes.append(label)
        return label

    def _field(self, block: FieldRow) -> None:
        self._fields = self._fields or self._node.add("L", {"List": {"ListNumbering": "/None"}})
        item = self._fields.add("LI")
        rule = HairRule(before=_FIELD_GAP, after=_FIELD_GAP)
        rule.keep_next = True
        self._text.boxes.append(rule)
        content = block.content or (Paragraph(words("–")),)
        label = self._label(item.add("Lbl"), block.label, LABEL, content, reference=9.0)
        label.continued = block.continued or f"{block.label} forts."
        body = item.add("LBody")
        for part in content:
            if isinstance(part, SignatureBlock):
                self._signatures(part, body)
            else:
                self._text.content(part, body, FIELD)

    def _item(self, block: ItemHeading) -> None:
        """The heading; of a title longer than any title should be, the rest follows as running text of the heading."""
        node = self._node.add(self._text.heading_tag(block.level))
        note = self._node.add("P") if block.registry_number else None
        shown, rest = _parted(block.title, _LONGEST_TITLE)
        said = f"Dnr {block.registry_number}" if block.registry_number else ""
        key = block.key or block.title
        head = ItemHead(node, note, block.number, shown, said, self._typeface, key, block.continued)
        self._text.boxes.append(head)
        if rest:
            self._text.paragraph(node, words(rest), ITEM)

    def _section(self, block: RailSection) -> None:
        self._text.keep_short_beginning()
        node = self._node.add(self._text.heading_tag(block.level))
        style = FIELD if block.dense else None
        label = self._label(node, block.label, LABEL, block.content, reference=style.size if style else 10.0)
        label.before, label.room = 15.0, ROOM_BEFORE_SECTION
        label.bookmark = block.label if block.level == _PART else ""
        self._text.outline.below = block.level
        for part in block.content:
            self._text.content(part, self._node, style)
            if style and isinstance(part, ListBlock):
                self._text.boxes[-1].after = SECTION.before if part is block.content[-1] else BODY.after
        self._text.outline.below = 1

    def _decision(self, block: DecisionBlock) -> None:
        self._text.keep_short_beginning()
        label = self._label(self._node.add(self._text.heading_tag(3)), block.label, DECISION_LABEL, ())
        label.before, label.room = 17.0, ROOM_BEFORE_DECISION
        first = len(self._text.boxes)
        if block.organ_line:
            self._text.paragraph(self._node.add("P"), words(block.organ_line), DECISION, keep_next=True)
        if block.numbering == "none":
            for clause in block.clauses:
                self._text.paragraph(self._node.add("P"), clause.runs, DECISION)
        else:
            self._clauses(block)
        bars = [box for box in self._text.boxes[first:] if isinstance(box, TextBox)]
        for n, box in enumerate(bars):
            box.bar, box.joined = True, n > 0
        if bars:
            bars[-1].after = 9.0

    def _clauses(self, block: DecisionBlock) -> None:
        numbered = block.numbering == "number"
        kind = "/Decimal" if numbered else "/None"
        clauses = self._node.add("L", {"List": {"ListNumbering": kind}})
        for n, clause in enumerate(block.clauses, 1):
            item = clauses.add("LI")
            label = Hanging(item.add("Lbl"), f"{n}." if numbered else "att", bold=True)
            body = item.add("LBody")
            self._text.paragraph(body, clause.runs, DECISION, indent=_ATT_ROOM, label=label, unbroken=_WHOLE_CLAUSE)

    def _agenda(self, block: TimedAgenda) -> None:
        self._text.table(agenda_table(block), self._node)

    def _contents(self, block: Contents) -> None:
        table, keys = contents_rows(block)
        box = self._text.table(table, self._node)
        page_numbers(box, keys)

    def _signatures(self, block: SignatureBlock, node: Node | None = None) -> None:
        parent = node or self._node
        if node is None:
            self._text.keep_end()
        if block.title:
            self._signatures_title(parent, block.title)
        box = SignatureBox([self._place(parent, field) for field in block.fields], self._typeface, after=10.0)
        box.wide = box.clears_rail = block.wide
        self._text.boxes.append(box)

    def _signatures_title(self, parent: Node, title: str) -> None:
        self._text.boxes.append(HairRule(before=ITEM_GAP, after=5, strong=True, keep_next=True))
        style = SECTION.but(before=0.0, after=0.0)
        box = self._text.paragraph(
            parent.add(self._text.heading_tag(2)), words(title), style, keep_next=True, bookmark=title
        )
        box.wide = box.clears_rail = True

    def _place(self, parent: Node, signature: SignatureField) -> Place:
        holder = parent.add("Div")
        name, role = holder.add("P"), holder.add("P")
        form = holder.add("Form", alternative=signature.description) if signature.name else None
        return Place(signature, form, name, role)

    def _facts(self, block: FactsBox) -> None:
        title, text = self._node.add(self._text.heading_tag(2)), self._node.add("P")
        facts = self._node.add("L", {"List": {"ListNumbering": "/None"}})
        cells = []
        for fact in block.facts:
            item = facts.add("LI")
            cells.append(FactCell(item.add("Lbl"), item.add("LBody"), fact.label, fact.value or "–"))
        signature = None
        self._text.keep_last()
        if block.signature:
            said = self._node.add("P")
            signature = (self._node.add("Form", alternative=block.signature.description), said, block.signature)
        self._text.boxes.append(
            FramedFacts(self._typeface, (title, block.title), (text, block.text), cells, signature, block.sign_label)
        )

    def _bind_signatures(self) -> None:
        """The last item goes with the signatures, so that they never stand alone on a page."""
        boxes = self._text.boxes
        at = next((n for n, box in enumerate(boxes) if isinstance(box, SignatureBox)), 0)
        head = next((n for n in range(at, -1, -1) if isinstance(boxes[n], ItemHead)), at)
        for box in boxes[head : at + 1] if head < at else ():
            box.together = 1


def _fitting(text: str, style: Style, typeface: Typeface) -> Style:
    """The style of a label, smaller where its longest word is wider than the rail."""
    while style.size > _SMALLEST_LABEL and natural_width(typeface, words(text), style)[0] > RAIL - GUTTER:
        style = style.but(size=style.size - 0.5)
    return style


def _parted(text: str, most: int) -> tuple[str, str]:
    """The text parted at a space within the first ``most`` characters; the second part is empty for shorter ones."""
    if len(text) <= most:
        return text, ""
    at = text.rfind(" ", 0, most) + 1 or most
    return text[:at], text[at:]


def _before_day(subtitle: str, typeface: Typeface) -> str:
    """A subtitle that is wider than its line is broken before the day, not inside it."""
    _, wide = natural_width(typeface, words(subtitle), SUBTITLE)
    organ, comma, day = subtitle.rpartition(", ")
    return f"{organ},\n{day}" if comma and wide > COLUMN else subtitle
