"""The papers that were handed out with the notice of the demo's council meeting, as files of its annexes."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from bra_desktop.documents.blocks import Document, Sender
from bra_desktop.documents.pdf import pdf
from bra_desktop.documents.text_blocks import (
    Column,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    TextBlock,
    text_row,
    words,
)
from bra_desktop.plays.stage import Stage
from bra_desktop.services.papers import annexes

_MADE_ON = date(2026, 11, 20)


def attach_papers(stage: Stage, ref: str) -> None:
    """Give two annexes of the meeting their files, as the secretary does before the notice goes out."""
    papers = {"Slutrapport Skolväg": _school_roads(), "EST-rapport september–november 2026": _est_report()}
    with tempfile.TemporaryDirectory() as folder:
        for annex in stage.office.content(ref).annexes:
            if annex.title in papers:
                path = Path(folder) / f"{annex.title}.pdf"
                path.write_bytes(_file(annex.title, annex.origin, annex.registry_number, papers[annex.title]))
                annexes.replace_file(stage.office, annex.key, path)


def _file(title: str, origin: str, registry_number: str, blocks: tuple[TextBlock, ...]) -> bytes:
    sender = Sender("Almby kommun", origin)
    document = Document(title, origin, title, title, sender, _MADE_ON, blocks, registry_number=registry_number)
    return pdf.render(document)


def _school_roads() -> tuple[TextBlock, ...]:
    return (
        Paragraph(words("Arbetsgruppen Skolväg fanns från mars 2025 till juni 2026 och arbetade vid tre skolor.")),
        Heading("Det som gjordes"),
        ListBlock(
            (
                ListItem(words("Lämningszoner med skyltar vid Norrviks skola och Lindängsskolan.")),
                ListItem(words("Vandrande skolbuss två dagar i veckan, med föräldrar som turas om.")),
                ListItem(words("Fartkontroll tillsammans med polisen vid skolstarten.")),
            )
        ),
        Heading("Det som återstår"),
        Paragraph(
            words("Lämningen med bil vid Norrviks skola är nästan oförändrad och går tillbaka till analys i EST.")
        ),
    )


def _est_report() -> tuple[TextBlock, ...]:
    columns = (Column("Område"), Column("Problem", "right"), Column("Läget"))
    rows = (
        text_row("Stationsområdet", "3", "lugnare; försäljningen har delvis flyttat till Hamnparken"),
        text_row("Lindängen", "6", "färre inbrott, fortsatt glaskross på skolan"),
        text_row("Hela kommunen", "2", "bedrägerierna minskar"),
    )
    return (
        Paragraph(words("40 problem är upptagna sedan februari 2025. Fem är avslutade.")),
        Table(columns, rows, "Tre områden i korthet", "Problem och läge i tre områden"),
        Paragraph(words("Gruppen föreslår att otillåten påverkan mot tjänstepersoner tas upp som nytt problemområde.")),
    )
