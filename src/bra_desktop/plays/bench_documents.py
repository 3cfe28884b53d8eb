"""A protocol of about thirty pages, beside plain ReportLab on the same blocks."""

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
    SignatureBlock,
    SignatureField,
)
from bra_desktop.documents.text_blocks import Column, ListBlock, ListItem, Paragraph, Table, text_row, words
from bra_desktop.plays.bench_measure import Measure, in_turns
from bra_desktop.plays.floors.protocol_floor import FloorBlock
from bra_desktop.system.resources import resource_path

ITEMS = 40
LIMIT = 2.0
SENTENCE = (
    "Kommunpolisen redovisar läget i centrum sedan förra mötet: det är lugnare vid stationen, men fler anmälda "
    "stölder i butik. Rådet diskuterar hur de boende kan få veta mer och vilka platser som behöver bättre belysning. "
)
POINTS = ("Tre insatser vid stationen", "Fler trygghetsvandringar under våren", "Nytt samarbete med butikerna")
HEAD = ("Plats", "Ansvarig", "Senast")
SIGNERS = ("Anna Svedin", "Eva Lind", "Per Alm")


def protocol(rounds: int, items: int = ITEMS) -> Measure:
    """Ours and the floor, from the same words."""
    from bra_desktop.documents.pdf.pdf import render
    from bra_desktop.plays.floors.protocol_floor import write_protocol

    document, plain = sample_protocol(items), sample_words(items)
    fonts = resource_path("fonts")
    ours, floor = in_turns(
        lambda: render(document), lambda: write_protocol("Protokoll BRÅ 2026-12-03", plain, fonts), rounds
    )
    return Measure("Protokoll på 30 sidor", ours, "ms", floor, LIMIT)


def _rows(number: int) -> list[tuple[str, str, str]]:
    return [(f"Plats {number}.{row}", "Samhällsbyggnad", f"2027-0{row + 1}-15") for row in range(6)]


def sample_protocol(items: int) -> Document:
    """A protocol with so many items, as the product draws it: forty are about thirty pages."""
    blocks: list[object] = []
    for number in range(1, items + 1):
        blocks += [
            ItemHeading(f"§ {number}", f"Information och beslut nummer {number}", "KS 2026/118", key=f"i{number}"),
            RailSection(
                "Ärendet",
                (
                    Paragraph(words(SENTENCE * 2)),
                    Paragraph(words(SENTENCE)),
                    ListBlock(tuple(ListItem(words(point)) for point in POINTS)),
                    Table(tuple(Column(title) for title in HEAD), tuple(text_row(*row) for row in _rows(number))),
                ),
            ),
            DecisionBlock(
                "Beslut",
                "Brottsförebyggande rådet beslutar",
                (
                    Clause(words("notera informationen till protokollet, samt")),
                    Clause(words("ge samhällsbyggnad i uppdrag att återkomma på nästa möte.")),
                ),
            ),
        ]
    fields = tuple(SignatureField(f"signer-{at}", name, "Justerare") for at, name in enumerate(SIGNERS))
    blocks.append(SignatureBlock(fields))
    return Document(
        title="Protokoll",
        subtitle="Brottsförebyggande rådet",
        full_title="Protokoll BRÅ 2026-12-03",
        running_title="Protokoll BRÅ 2026-12-03",
        sender=Sender("Almby kommun", "Brottsförebyggande rådet"),
        date=date(2026, 12, 3),
        blocks=tuple(blocks),  # type: ignore[arg-type]  # gathered as objects since they are of many kinds
        foot=Foot(initials=("ES", "PA")),
    )


def sample_words(items: int) -> list[FloorBlock]:
    """The same words for programs that know nothing of protocols."""
    plain: list[FloorBlock] = []
    for number in range(1, items + 1):
        plain += [
            ("heading", [f"§ {number}", f"Information och beslut nummer {number}", "KS 2026/118"]),
            ("label", ["Ärendet"]),
            ("text", [SENTENCE * 2]),
            ("text", [SENTENCE]),
            ("list", list(POINTS)),
            ("table", [HEAD, *_rows(number)]),
            ("label", ["Beslut", "Brottsförebyggande rådet beslutar"]),
            ("decision", ["notera informationen till protokollet, samt",
                          "ge samhällsbyggnad i uppdrag att återkomma på nästa möte."]),
        ]  # fmt: skip
    plain.append(("signatures", list(SIGNERS)))
    return plain
