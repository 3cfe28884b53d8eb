"""A page that shows how the municipality's papers look: head, an item with its decision, marks, initials and foot."""

from __future__ import annotations

from datetime import date

from bra_desktop.documents.blocks import (
    Clause,
    DecisionBlock,
    Document,
    Foot,
    ItemHeading,
    RailSection,
    Sender,
    field_row,
)
from bra_desktop.documents.text_blocks import Cell, Column, Paragraph, Row, Table, words

_TEXT = (
    "Så här ser kommunens dokument ut. Överst står vapnet, kommunen och forumet. Etiketterna hänger i vänsterkanten, "
    "och texten står i en spalt som är lagom bred att läsa."
)


def look_sample(sender: Sender, day: date) -> Document:
    """The sample's blocks, from that sender."""
    return Document(
        title="Protokoll",
        subtitle=f"{sender.organ}, exempel",
        full_title="Exempel på utseende",
        running_title="Exempel på utseende",
        sender=sender,
        date=day,
        blocks=(
            field_row("Plats och tid", "Rådhuset, kl. 10.00–12.00"),
            ItemHeading("§ 1", "Trygghetsvandring i centrum", "KS 2026/118", key="one"),
            RailSection("Ärendet", (Paragraph(words(_TEXT)),)),
            DecisionBlock(
                "Beslut",
                f"{sender.organ} beslutar",
                (Clause(words("notera redovisningen till protokollet, samt")), Clause(words("följa upp den i mars."))),
            ),
            RailSection("Åtgärder", (_actions(),)),
        ),
        registry_number="KS 2026/118",
        foot=Foot(),
    )


def _actions() -> Table:
    rows = (
        Row((Cell(words("Se över belysningen vid gångtunneln")), Cell(words("Klar"), status="done"))),
        Row((Cell(words("Bjud in handlarna till nästa vandring")), Cell(words("Pågår"), status="ongoing"))),
    )
    return Table((Column("Åtgärd"), Column("Läge", width=34)), rows, summary="Exempel på åtgärder")
