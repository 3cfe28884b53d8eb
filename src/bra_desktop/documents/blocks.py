"""What a document says, without a word about how it looks.

A document is a head (title, organ, facts for header and foot) and a row of blocks. Every test about content is made
on these blocks; the PDF modules turn the same blocks into pages and into the tag tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bra_desktop.documents.text_blocks import Paragraph, Runs, TextBlock, words


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """§ or number, title and registry number of an item. ``continued`` is what a broken item's next page says."""

    number: str
    title: str
    registry_number: str = ""
    continued: str = ""
    key: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a decision, without its label."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class DecisionBlock:
    """A decision, a proposal or an agreement: label, who decides, and clauses.

    With ``numbering`` "att" each clause hangs behind the word att, with "number" behind its number, and "none" is for
    wording that is kept exactly as somebody else wrote it.
    """

    label: str
    organ_line: str
    clauses: tuple[Clause, ...]
    numbering: Literal["att", "number", "none"] = "att"


@dataclass(frozen=True, slots=True)
class SignatureField:
    """A place to sign: the field's stable name, the person, the role and what is signed (for example §§ 38–46).

    Without a name it is a line for ink only, as where the parties sign an agreement. ``stamp`` are the lines of an
    electronic signature, in a copy of what was signed; in the signed file itself they belong to the signature.
    """

    name: str
    person: str
    role: str
    scope: str = ""
    stamp: tuple[str, ...] = ()

    @property
    def description(self) -> str:
        """What a screen reader says about the field."""
        return ", ".join(part for part in (f"Underskrift: {self.person}", self.role.lower(), self.scope) if part)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Signature places side by side; ink and electronic signature use the same room. ``title`` heads them."""

    fields: tuple[SignatureField, ...]
    wide: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row of a timed agenda; a pause has no number, and a ``group`` heads the items that follow."""

    time: str
    number: str
    title: str
    notes: tuple[str, ...] = ()
    presenters: str = ""
    purpose: str = ""
    papers: str = ""
    papers_later: bool = False
    pause: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True)
class TimedAgenda:
    """The agenda of a notice with clock times. ``item_title`` heads the column of items."""

    rows: tuple[AgendaRow, ...]
    item_title: str = "Punkt"
    summary: str = "Dagordning med tider"


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the list of items; ``key`` is the item heading's key, from which the page comes."""

    number: str
    title: str
    key: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of items with their pages."""

    entries: tuple[ContentsEntry, ...]
    number_title: str = "Paragraf"
    summary: str = "Ärenden i protokollet med sida"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value, in a framed box."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FactsBox:
    """A framed box for what is certified: heading, text, facts three by three, and a place to sign.

    Nobody named beforehand: the one who signs writes the name too.
    """

    title: str
    text: str
    facts: tuple[Fact, ...]
    signature: SignatureField | None = None
    sign_label: str = "Underskrift"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page; a ``spare`` break does so only where more than half the page is filled."""

    spare: bool = False


@dataclass(frozen=True, slots=True)
class EndOfItems:
    """The items end here: what follows is no continuation of the last one."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the front page: label in the rail, value in the column. Without content it shows a dash.

    ``continued`` is what the next page says of one that is broken, where that is another word than the label.
    """

    label: str
    content: tuple[TextBlock | SignatureBlock, ...] = ()
    continued: str = ""


def field_row(label: str, *texts: str) -> FieldRow:
    """A field with one paragraph per text that is not empty."""
    return FieldRow(label, tuple(Paragraph(words(text)) for text in texts if text))


@dataclass(frozen=True, slots=True)
class RailSection:
    """A label in the rail with what stands beside it, in a ``dense`` one as small as in a field."""

    label: str
    content: tuple[TextBlock, ...]
    level: int = 3
    dense: bool = False


Block = (
    TextBlock
    | FieldRow
    | ItemHeading
    | RailSection
    | DecisionBlock
    | SignatureBlock
    | TimedAgenda
    | Contents
    | FactsBox
    | PageBreak
    | EndOfItems
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who the document comes from: municipality, coat of arms as SVG, and the contact line's three parts.

    ``accent`` is the colour of marks, six hexadecimal digits; empty for the usual one.
    """

    name: str
    organ: str
    arms: str = ""
    arms_description: str = ""
    contact: tuple[str, ...] = ()
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """What every page's foot carries: initials boxes (one label per signer), a line of text, or the contact line."""

    initials: tuple[str, ...] = ()
    initials_label: str = "Justerares sign"
    line: str = ""
    certificate_label: str = "Utdragsbestyrkande"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``date`` is the document's own date and the only time in the PDF's metadata.

    ``title`` stands on the first page, ``running_title`` in the header of the others and ``full_title`` in the
    metadata. ``warning`` stands on every page, for instance about confidential content. ``first_page`` is the first
    page's number where pages are numbered on from another document; without it they begin at 1.
    """

    title: str
    subtitle: str
    full_title: str
    running_title: str
    sender: Sender
    date: date
    blocks: tuple[Block, ...]
    registry_number: str = ""
    language: str = "sv-SE"
    foot: Foot = field(default_factory=Foot)
    warning: str = ""
    first_page: int | None = None
