"""The list of actions while others see the screen: what comes from a confidential item loses its words. No Qt."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.actions.origin import origin_words
from bra_desktop.ui.actions.presenter import Listed

NOTHING = "–"


def screened(listed: Listed) -> Listed:
    """The list as others may see it, with as many rows in the same order."""
    year = listed.today.year
    lines = tuple(_bare(line, year) if line.id in listed.withheld else line for line in listed.lines)
    return replace(listed, lines=lines)


def _bare(line: ActionLine, year: int) -> ActionLine:
    """Its status, its day and where it comes from. Whom it is asked of tells what it is about, so that goes too."""
    origin = replace(line.row.origin, item_title="", decision="") if line.row.origin else None
    row = replace(
        line.row,
        text=WITHHELD_TITLE,
        responsible=(), responsible_names=(), responsible_short=(), lead_id=None, everybody=False,
        contact_id=None, contact="", goal="", focus_area="", note="", answers=(), origin=origin,
    )  # fmt: skip
    return replace(
        line,
        text=WITHHELD_TITLE,
        origin=origin_words(origin, year),
        who=NOTHING, contact="", below="", responsible=frozenset(), row=row, withheld=True,
    )  # fmt: skip
