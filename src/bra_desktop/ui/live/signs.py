"""Signs that the shipped font lacks: the paper shows a box for each, so the secretary is told while she writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bra_desktop.domain.characters import parts_without_glyph
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.text import Table, TextDocument, block_runs

MOST = 5
Has = Callable[[str], bool]


def sign_words(content: MeetingContent, item: ItemContent, text: TextDocument, has: Has) -> str:
    """Which signs of the item can't be printed, those of one word together, and where they stand; empty when all can.

    ``text`` is the minutes as they are now.
    """
    found: dict[str, list[str]] = {}
    for where, words in _words(content, item, text):
        for sign in parts_without_glyph(words, has):
            places = found.setdefault(sign, [])
            if where not in places:
                places.append(where)
    if not found:
        return ""
    shown = [f"{sign} i {listing(places)}" for sign, places in list(found.items())[:MOST]]
    many = len("".join(found)) > 1
    first = "Tecknen finns" if many else "Tecknet finns"
    more = f" och {len(found) - MOST} till" if len(found) > MOST else ""
    them = "dem" if many else "det"
    return f"{first} inte i protokollets typsnitt och skrivs ut som en ruta: {', '.join(shown)}{more}. Byt ut {them}."


def _words(content: MeetingContent, item: ItemContent, text: TextDocument) -> Iterator[tuple[str, str]]:
    yield "rubriken", item.title
    for number, block in enumerate(text.blocks, 1):
        where = f"tabellen i stycke {number}" if isinstance(block, Table) else f"stycke {number}"
        yield from ((where, run.text) for run in block_runs(block))
    for block in item.proposition.blocks:
        yield from (("beslutsgången", run.text) for run in block_runs(block))
    yield from ((f"att-sats {number}", decision.text) for number, decision in enumerate(item.decisions, 1))
    yield from _parts(item)
    yield from (("en bilaga", content.annex(key).title) for key in item.annexes)


def _parts(item: ItemContent) -> Iterator[tuple[str, str]]:
    yield from (("förslaget till beslut", proposal.text) for proposal in item.proposals)
    yield from (("ett yrkande", motion.text) for motion in item.motions)
    yield from (("omröstningen", f"{vote.yes_means} {vote.no_means}") for vote in item.votes)
    yield from (("reservationen", reservation.text) for reservation in item.reservations)
    yield from (("anteckningen", statement.text) for statement in item.statements)
    yield from (("jävet", recusal.reason) for recusal in item.recusals)
    yield from (("en åtgärd", action.text) for action in item.actions)
    yield from (("mottagarna", recipient.name) for recipient in item.dispatch)
