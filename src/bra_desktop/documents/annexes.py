"""What follows the signatures: the list of annexes, annexes that are written out, and the tasks gathered."""

from __future__ import annotations

from collections.abc import Sequence

from bra_desktop.documents import naming
from bra_desktop.documents.assets import Assets
from bra_desktop.documents.blocks import (
    Block,
    EndOfItems,
    ItemHeading,
    PageBreak,
    RailSection,
    SignatureBlock,
    SignatureField,
)
from bra_desktop.documents.item_wording import ended
from bra_desktop.documents.text_blocks import (
    Cell,
    Column,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Table,
    words,
)
from bra_desktop.documents.written import written
from bra_desktop.domain.content import AnnexContent, MeetingContent, PartySignatureContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.swedish import DASH, NBSP, capital_first, plural
from bra_desktop.domain.swedish_dates import date_in_table, date_in_text

_DIGEST_GROUP = 16
_ON_ONE_ROW = 3
_FILES = "Bilagornas filer och SHA-256"
LATER, MISSING = "kommer senare", "har inte kommit in"


def annexes_before(annexes: Sequence[AnnexContent]) -> list[Block]:
    """A meeting's annexes as those who are called are told of them: number, title, and what it is, in a row.

    What is said to come later is still to come, also where a file lies here already.
    """
    return [RailSection("Bilagor", (numbered_annexes(annexes),), level=2, dense=True)] if annexes else []


def numbered_annexes(annexes: Sequence[AnnexContent]) -> ListBlock:
    """The list alone."""
    return ListBlock(tuple(ListItem(words(told_annex(annex)), _numbered(annex)) for annex in annexes), tight=True)


def told_annex(annex: AnnexContent) -> str:
    """The title of an annex before the meeting and what it is: Budget (2 sidor, dnr KS 2026/7)."""
    about = _about(annex, LATER if annex.later else "")
    marked = _marked(annex)
    named = f"{annex.title} ({about})" if about else annex.title
    return f"{named}. {ended(capital_first(marked), '.')}" if marked else named


def _numbered(annex: AnnexContent) -> str:
    return f"{annex.number}." if annex.number is not None else DASH


def files_before(annexes: Sequence[AnnexContent]) -> list[Block]:
    """File name and SHA-256 of each annex that those who are called get as a file, small and below everything else:
    whoever has the file can see that it is the one that was meant. What is to come has none yet.
    """
    items = tuple(
        ListItem(words(f"{annex.file_name or annex.title}\n{_grouped(annex.digest)}"), _numbered(annex))
        for annex in annexes
        if annex.digest and not annex.later
    )
    return [RailSection(_FILES, (ListBlock(items, tight=True),), level=2, dense=True)] if items else []


def annex_list(annexes: Sequence[AnnexContent], to: str) -> list[Block]:
    """Number, title, origin, registry number, file name and SHA-256 of every annex; ``to`` is the paper they belong to.

    The digest tells whether a file that is kept beside the paper is the one that was meant. What was said to come
    later and has no file is missing.
    """
    if not annexes:
        return []
    rows = tuple(map(_annex_row, annexes))
    columns: tuple[Column, ...] = (
        Column("Nr", width=12),
        Column("Bilaga"),
        Column("Fil och kontrollsumma (SHA-256)", width=62),
    )
    if not any(annex.file_name or annex.digest for annex in annexes):
        columns, rows = columns[:2], tuple(Row(row.cells[:2]) for row in rows)
    return [Heading("Bilagor"), Table(columns, rows, summary=f"Bilagor till {to}", wide=True, dense=True)]


def _annex_row(annex: AnnexContent) -> Row:
    about = _about(annex, MISSING if annex.later and not annex.digest else "")
    note = "\n".join(part for part in (about, capital_first(_marked(annex))) if part)
    number = str(annex.number) if annex.number is not None else DASH
    file_name = annex.file_name or (DASH if not annex.digest else "")
    return Row(
        (Cell(words(number)), Cell(words(annex.title), note=note), Cell(words(file_name), note=_grouped(annex.digest)))
    )


def _about(annex: AnnexContent, without: str) -> str:
    pages = plural(annex.pages, "sida", "sidor") if annex.pages else ""
    registry = f"dnr {annex.registry_number}" if annex.registry_number else ""
    return ", ".join(part for part in (annex.origin, pages, registry, without) if part)


def _marked(annex: AnnexContent) -> str:
    """That something of it is confidential, and on what ground."""
    told = any(word in annex.confidential.lower() for word in ("sekretess", "borttagna"))
    return annex.confidential if told or not annex.confidential else f"sekretessmarkerad, {annex.confidential}"


def _grouped(digest: str) -> str:
    """A digest in groups, so that it breaks at spaces."""
    return " ".join(digest[n : n + _DIGEST_GROUP] for n in range(0, len(digest), _DIGEST_GROUP))


def annex_texts(content: MeetingContent, assets: Assets) -> list[Block]:
    """Annexes that are written out, each on a new page or a nearly empty one, with the parties' signatures."""
    result: list[Block] = []
    for annex in content.annexes:
        if annex.text:
            name = f"Bilaga{NBSP}{annex.number}" if annex.number is not None else "Bilaga"
            heading = ItemHeading(name, annex.title, annex.registry_number, f"{name} forts.", f"annex-{annex.key}")
            result += [
                PageBreak(spare=True),
                heading,
                *written(annex.text, assets.pictures),
                *_parties(annex),
                EndOfItems(),
            ]
    return result


def _parties(annex: AnnexContent) -> list[Block]:
    """The parties: with the place and day they signed, or a line for the day and a line to sign on."""
    signed = [party for party in annex.signatures if party.signed_on]
    waiting = [party for party in annex.signatures if not party.signed_on]
    place = annex.signed_at_place.strip()
    result: list[Block] = []
    if signed:
        columns = (Column("Namn"), Column("För"), Column("Underskrivet"))
        rows = tuple(
            Row((Cell(words(p.name), note=p.title), Cell(words(p.organisation)), Cell(words(_day(p, place)))))
            for p in signed
        )
        result.append(Table(columns, rows, summary="Parternas underskrifter", row_heads=True))
    if waiting:
        result.append(Paragraph(words(f"{place} den" if place else "Ort och datum"), fill_in=True))
        lines = (SignatureField("", p.name, p.title, p.organisation) for p in waiting)
        result.append(SignatureBlock(tuple(lines), wide=len(waiting) == _ON_ONE_ROW))
    return result


def _day(party: PartySignatureContent, place: str) -> str:
    day = date_in_text(party.signed_on) if party.signed_on else ""
    return f"{place} den {day}" if place else day


def tasks(content: MeetingContent) -> list[Block]:
    """Every task that the meeting gave, with who answers for it and by when."""
    rows, numbered = [], False
    for item in content.items:
        for action in item.actions:
            numbered = numbered or naming.has_number(content.forum, item)
            name = naming.item_number(content.forum, item)
            waits = capital_first(action.note) if action.status is ActionStatus.WAITING else ""
            task = Cell(words(action.text.rstrip(".")), note=waits)
            who = naming.responsible(content, action) or DASH
            rows.append(Row((Cell(words(name)), task, Cell(words(who)), Cell(words(date_in_table(action.due))))))
    if not rows:
        return []
    number = Column("Paragraf" if numbered else "Punkt", width=16)
    heading = heading_words(content.forum, PaperHeading.TASKS)
    columns = (number, Column("Uppdrag"), Column("Ansvarig"), Column("Senast", width=22))
    return [Heading(heading), Table(columns, tuple(rows), summary=heading, wide=True, dense=True)]
