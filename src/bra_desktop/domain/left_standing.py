"""What was typed for a phrase or an action and stands as it was typed: places to fill in, and signs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.numbering import named as item_named
from bra_desktop.domain.placeholders import unfilled_words
from bra_desktop.domain.swedish import capital_first, quoted, shortened
from bra_desktop.domain.text import Image, Table, TextDocument, plain_text, runs_text
from bra_desktop.domain.typed_signs import PHRASE, Sign, signs_left


def unfilled(content: MeetingContent) -> tuple[Missing, ...]:
    """Where a standing phrase still has something in braces that somebody was to fill in; it stops the adjustment."""
    decided = "överenskommelsen" if content.forum.profile is DocumentProfile.NOTES else "beslutet"
    found = []
    for item in content.items:
        texts = [(f"item/{item.key}/text", "texten", plain_text(item.text))] if not item.struck else []
        texts += [(f"item/{item.key}/decisions/{one.key}", decided, one.text) for one in item.decisions]
        texts += [(f"item/{item.key}/{place}", called, text) for place, called, text in _parts(item)]
        for place, called, text in texts:
            if left := unfilled_words(text, called):
                found.append(Missing(f"{item_named(content.forum, item)}: {left}", place))
    return tuple(found)


def standing_signs(content: MeetingContent, triggers: Collection[str]) -> tuple[Missing, ...]:
    """Signs that were typed and never became a phrase or an action. The place counts those of a text."""
    found = []
    for item in content.items:
        where = capital_first(in_sentence(content.forum, item))
        texts = signs_in(item.text, triggers)
        found += [Missing(_sign_words(where, one), f"item/{item.key}/signs/{n}") for n, one in enumerate(texts)]
        for decision in item.decisions:
            asked = signs_left(decision.text, triggers, actions=False)
            found += [Missing(_sign_words(where, one), f"item/{item.key}/decisions/{decision.key}") for one in asked]
        for place, _called, text in _parts(item):
            asked = signs_left(text, triggers, actions=False)
            found += [Missing(_sign_words(where, one), f"item/{item.key}/{place}") for one in asked]
    return tuple(found)


def signs_in(text: TextDocument, triggers: Collection[str]) -> Iterator[Sign]:
    """The signs that were left in a text, in its order."""
    for block in text.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from signs_left(runs_text(cell.runs), triggers, actions=False)
        elif not isinstance(block, Image):
            yield from signs_left(runs_text(block.runs), triggers)


def _parts(item: ItemContent) -> Iterator[tuple[str, str, str]]:
    """What is written in the forms of an item: its place in the item, what it is called, and its words."""
    yield "proposition/", "beslutsgången", plain_text(item.proposition)
    for motion in item.motions:
        yield f"motions/{motion.key}", "yrkandet", motion.text
    for vote in item.votes:
        yield f"votes/{vote.key}", "omröstningen", f"{vote.yes_means}\n{vote.no_means}"
    for reservation in item.reservations:
        yield f"reservations/{reservation.key}", "reservationen", reservation.text
    for statement in item.statements:
        yield f"statements/{statement.key}", "anteckningen", statement.text
    for recusal in item.recusals:
        yield f"recusals/{recusal.key}", "skälet till jävet", recusal.reason


def _sign_words(where: str, sign: Sign) -> str:
    words = quoted(f"{sign.sign}{shortened(sign.words, 40)}".replace("”", ""))
    if sign.sign == PHRASE:
        return f"{where}: sökningen {words} efter en fras står kvar. Välj frasen eller ta bort den."
    return f"{where}: raden {words} blev ingen åtgärd. Fyll i den eller ta bort raden."
