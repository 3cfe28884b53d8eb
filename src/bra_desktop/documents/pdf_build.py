"""From blocks to boxes: every block becomes its elements in the tag tree and the boxes that draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bra_desktop.documents.blocks import (
    Block,
    Contents,
    DecisionBlock,
    Document,
    EndOfItems,
    FactsBox,
    FieldRow,
    Heading,
    Image,
    ItemHeading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    RailSection,
    SignatureBlock,
    SignatureField,
    Table,
    TextBlock,
    TimedAgenda,
    VoteTable,
    words,
)
from bra_desktop.documents.pdf_arms import Arms
from bra_desktop.documents.pdf_build_tables import Tables, agenda_table, contents_rows, vote_table
from bra_desktop.documents.pdf_flow import Box, HairRule, Hanging, ItemHead, ItemsEnd, PageTurn, Picture, RailLabel, TextBox
from bra_desktop.documents.pdf_fonts import Typeface
from bra_desktop.documents.pdf_furniture import Letterhead
from bra_desktop.documents.pdf_images import prepared
from bra_desktop.documents.pdf_signature import FactCell, FramedFacts, Place, SignatureBox
from bra_desktop.documents.pdf_structure import Node
from bra_desktop.documents.pdf_style import (
    BODY,
    CAPTION,
    COLUMN,
    DECISION,
    DECISION_LABEL,
    FIELD,
    LABEL,
    MM,
    NOTE,
    QUOTE,
    ROOM_BEFORE_DECISION,
    ROOM_BEFORE_SECTION,
    SECTION,
    SUBHEADING,
    SUBTITLE,
    TITLE,
    Style,
)

_LIST_STEP, _NUMBER_ROOM, _ATT_ROOM = 15.0, 22.0, 22.0
_TALLEST_PICTURE = 110 * MM
_FIELD_GAP = 3.4


class Builder:
    """Builds the boxes of one document below the root of its tag tree."""

    def __init__(self, document: Document, arms: Arms | None, typeface: Typeface, root: Node) -> None:
        self._document, self._arms, self._typeface = document, arms, typeface
        self._node = root
        self._boxes: list[Box] = []
        self._level = 1
        self._fields: Node | None = None
        self._tables = Tables(typeface)

    def build(self) -> list[Box]:
        """All boxes in reading order."""
        self._head()
        blocks = self._document.blocks
        for block in blocks:
            if self._fields and not isinstance(block, FieldRow):
                self._boxes.append(HairRule(before=_FIELD_GAP, after=6))
                self._fields = None
            self._block(block)
        if self._fields:
            self._boxes.append(HairRule(before=_FIELD_GAP))
        self._bind_signatures(blocks)
        return self._boxes

    def _head(self) -> None:
        document, node = self._document, self._node
        figure = None
        if self._arms:
            described = document.sender.arms_description or f"{document.sender.name}, kommunvapen"
            figure = node.add("Figure", alternative=described)
        sender, organ = node.add("P"), node.add("P")
        registry = node.add("P") if document.registry_number else None
        self._boxes.append(Letterhead(document, self._arms, figure, sender, organ, registry))
        self._text(node.add("H1"), words(document.title), TITLE)
        if document.subtitle:
            self._text(node.add("P"), words(document.subtitle), SUBTITLE)

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
            PageBreak: lambda _: self._boxes.append(PageTurn()),
            EndOfItems: lambda _: self._boxes.append(ItemsEnd()),
        }
        maker = makers.get(type(block))
        if maker:
            maker(block)
        else:
            self._content(block, self._node)  # type: ignore[arg-type]

    def _content(self, block: TextBlock | SignatureBlock, node: Node, style: Style | None = None) -> None:
        match block:
            case Paragraph(runs, tone):
                own = style or (NOTE if tone == "note" else BODY)
                self._text(node.add("P"), runs, own.but(bold=True) if tone == "strong" else own)
            case Heading():
                self._heading(block, node)
            case ListBlock():
                self._list(block, node, style or BODY)
            case Quotation(runs):
                quote = node.add("BlockQuote").add("P")
                self._text(quote, runs, style or QUOTE, indent=14, right=10)
            case Table():
                self._table(block, node)
            case VoteTable():
                self._table(vote_table(block), node)
            case Image():
                self._image(block, node)
            case SignatureBlock():
                self._signatures(block, node)

    def _text(self, node: Node, runs: Sequence[object], style: Style, **layout: object) -> TextBox:
        box = TextBox(node, tuple(runs), style, self._typeface, **layout)  # type: ignore[arg-type]
        self._boxes.append(box)
        return box

    def _tag(self, level: int) -> str:
        """A heading tag that skips no level (PDF/UA-1, 7.4.2)."""
        self._level = min(level, self._level + 1, 6)
        return f"H{self._level}"

    def _heading(self, block: Heading, node: Node) -> None:
        wide = block.level == 2
        style = SECTION if wide else SUBHEADING
        box = self._text(node.add(self._tag(block.level)), block.runs or words(block.text), style)
        box.wide = box.clears_rail = wide
        box.keep_next, box.room = True, ROOM_BEFORE_SECTION

    def _label(self, node: Node, text: str, style: Style, content: Sequence[object], reference: float = 10.0) -> RailLabel:
        label = RailLabel(node, text, style, self._typeface, reference)
        first = content[0] if content else None
        if isinstance(first, Table | VoteTable):
            has_head = isinstance(first, VoteTable) or (first.lined and not first.caption)
            label.drop = 7.6 if has_head else 1.2
            label.reference = 8.5 if has_head else reference
        elif isinstance(first, SignatureBlock):
            label.drop = 0.0
        self._boxes.append(label)
        return label

    def _field(self, block: FieldRow) -> None:
        numbering = {"List": {"ListNumbering": "/None"}}
        self._fields = self._fields or self._node.add("L", numbering)
        item = self._fields.add("LI")
        rule = HairRule(before=_FIELD_GAP, after=_FIELD_GAP)
        rule.keep_next = True
        self._boxes.append(rule)
        content = block.content or (Paragraph(words("–")),)
        self._label(item.add("Lbl"), block.label, LABEL, content, reference=9.0)
        body = item.add("LBody")
        for part in content:
            self._content(part, body, FIELD)

    def _item(self, block: ItemHeading) -> None:
        node = self._node.add(self._tag(block.level))
        note = self._node.add("P") if block.registry_number else None
        head = ItemHead(
            node,
            note,
            block.number,
            block.title,
            f"Dnr {block.registry_number}" if block.registry_number else "",
            self._typeface,
            block.key or block.title,
            block.continued,
        )
        self._boxes.append(head)

    def _section(self, block: RailSection) -> None:
        node = self._node.add(self._tag(block.level))
        label = self._label(node, block.label, LABEL, block.content)
        label.before, label.room = 9.0, ROOM_BEFORE_SECTION
        for part in block.content:
            self._content(part, self._node)

    def _decision(self, block: DecisionBlock) -> None:
        label = self._label(self._node.add(self._tag(3)), block.label, DECISION_LABEL, ())
        label.before, label.room = 12.0, ROOM_BEFORE_DECISION
        first = len(self._boxes)
        if block.organ_line:
            self._text(self._node.add("P"), words(block.organ_line), DECISION, keep_next=True)
        if block.numbering == "none":
            for clause in block.clauses:
                self._text(self._node.add("P"), clause.runs, DECISION)
        else:
            self._clauses(block)
        bars = [box for box in self._boxes[first:] if isinstance(box, TextBox)]
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
            self._text(item.add("LBody"), clause.runs, DECISION, indent=_ATT_ROOM + 5, label=label)

    def _list(self, block: ListBlock, node: Node, style: Style) -> None:
        """Nested lists: a deeper item's list stands in the body of the item before it."""
        open_lists: list[tuple[int, Node, Node]] = []
        last = len(block.items) - 1
        for n, item in enumerate(block.items):
            while open_lists and open_lists[-1][0] > item.level:
                open_lists.pop()
            numbered = item.label[:-1].isdigit()
            if not open_lists or open_lists[-1][0] < item.level:
                parent = open_lists[-1][2] if open_lists else node
                kind = "/Decimal" if numbered else "/Disc"
                holder = parent.add("L", {"List": {"ListNumbering": kind}})
            else:
                holder = open_lists.pop()[1]
            entry = holder.add("LI")
            label, body = entry.add("Lbl"), entry.add("LBody")
            open_lists.append((item.level, holder, body))
            at = item.level * _LIST_STEP
            room = _NUMBER_ROOM if numbered else _LIST_STEP
            own = style.but(after=8.0 if n == last else 3.0) if style is BODY else style
            self._text(body, item.runs, own, indent=at + room, label=Hanging(label, item.label), label_at=at)

    def _table(self, block: Table, node: Node) -> None:
        holder = node.add("Table", {"Table": {"Summary": block.summary or block.caption}} if block.summary or block.caption else {})
        if block.caption:
            caption = self._text(holder.add("Caption"), words(block.caption), CAPTION, keep_next=True)
            caption.wide = block.wide
        box = self._tables.box(block, holder)
        box.clears_rail = box.wide
        self._boxes.append(box)

    def _agenda(self, block: TimedAgenda) -> None:
        self._table(agenda_table(block), self._node)

    def _contents(self, block: Contents) -> None:
        table, keys = contents_rows(block)
        self._table(table, self._node)
        self._tables.page_numbers(self._boxes[-1], keys)

    def _image(self, block: Image, node: Node) -> None:
        image, across, tall = prepared(block.data, block.alternative, block.width, COLUMN, _TALLEST_PICTURE)
        figure = node.add("Figure", alternative=block.alternative or "Bild utan beskrivning")
        self._boxes.append(Picture(figure, image, across, tall, keep_next=bool(block.caption)))
        if block.caption:
            self._text(node.add("P"), words(block.caption), NOTE)

    def _signatures(self, block: SignatureBlock, node: Node | None = None) -> None:
        parent = node or self._node
        box = SignatureBox([self._place(parent, field) for field in block.fields], self._typeface, after=10.0)
        box.wide = box.clears_rail = block.wide
        self._boxes.append(box)

    def _place(self, parent: Node, signature: SignatureField) -> Place:
        holder = parent.add("Div")
        name, role = holder.add("P"), holder.add("P")
        return Place(signature, holder.add("Form", alternative=signature.description), name, role)

    def _facts(self, block: FactsBox) -> None:
        title, text = self._node.add(self._tag(2)), self._node.add("P")
        facts = self._node.add("L", {"List": {"ListNumbering": "/None"}})
        cells = []
        for fact in block.facts:
            item = facts.add("LI")
            cells.append(FactCell(item.add("Lbl"), item.add("LBody"), fact.label, fact.value or "–"))
        signature = None
        if block.signature:
            signature = (self._node.add("Form", alternative=block.signature.description), block.signature)
        self._boxes.append(FramedFacts(self._typeface, (title, block.title), (text, block.text), cells, signature))

    def _bind_signatures(self, blocks: Sequence[Block]) -> None:
        """Signatures are never alone on a page: the last item goes with them, or at least its last lines."""
        at = next((n for n, box in enumerate(self._boxes) if isinstance(box, SignatureBox)), None)
        heads = [n for n, box in enumerate(self._boxes[:at]) if isinstance(box, ItemHead)] if at is not None else []
        if at is None or not heads:
            return
        for box in self._boxes[heads[-1] : at + 1]:
            box.together = 1
        before = self._boxes[at - 1]
        if not isinstance(before, ItemsEnd):
            self._boxes[at - 1] = replace(before, keep_next=True) if isinstance(before, TextBox) else before
            self._boxes[at - 1].keep_next = True
