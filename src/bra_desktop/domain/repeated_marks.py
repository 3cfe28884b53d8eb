"""What is said before the meeting is closed of words that are marked and repeated where no mark can stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.echoes import Echoes, echoes_of, names_of, plain_texts
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.written_parts import open_runs

_TEXTS = {"basis": "Underlaget", "text": "Texten"}


def repeated_marks(content: MeetingContent) -> tuple[Missing, ...]:
    """The parts of open items that repeat marked words, each once, and the texts in which they stand unmarked."""
    echoes = echoes_of(content)
    if not echoes.marked:
        return ()
    return (*_in_plain_texts(content, echoes), *_unmarked(content))


def _in_plain_texts(content: MeetingContent, echoes: Echoes) -> tuple[Missing, ...]:
    notes = content.forum.profile is DocumentProfile.NOTES
    said = "upprepar sekretessmarkerade ord. De tas bort i den offentliga versionen."
    found = [
        Missing(f"{name} i {in_sentence(content.forum, item)} {said}", f"item/{item.key}{place}")
        for item in content.items
        if not item.confidential
        for name, place, part in _parts(item, notes=notes)
        if any(echoes.repeats(text) for text in plain_texts(part))
    ]
    return tuple(dict.fromkeys(found))


def _unmarked(content: MeetingContent) -> Iterator[Missing]:
    """The running texts that have names or passages which are marked in an item: there they may be marked, too."""
    texts = [(item, name, getattr(item, name)) for item in content.items if not item.confidential for name in _TEXTS]
    told: set[str] = set()
    for marked in content.items:
        echoes = names_of(content, marked)
        there = in_sentence(content.forum, marked) if echoes.marked else ""
        for item, name, text in texts if echoes.marked else ():
            if name + item.key not in told and any(map(echoes.tells_name, open_runs(text))):
                told.add(name + item.key)
                where = "samma ärende" if item is marked else there
                said = (
                    f"{_TEXTS[name]} i {in_sentence(content.forum, item)} har ord som är sekretessmarkerade i {where}."
                )
                yield Missing(f"{said} Märk dem också där.", f"item/{item.key}/text")


def _parts(item: ItemContent, *, notes: bool) -> Iterator[tuple[str, str, object]]:
    """What can't be marked in an item: what it is called in a sentence, its place in the item, and it."""
    yield "Rubriken", "", ItemContent("", item.title, group=item.group, registry_number=item.registry_number)
    yield "En tabells eller bilds rubrik", "/text", (item.basis, item.text, item.proposition)
    yield "Mottagaren", "", item.dispatch
    parts: dict[str, tuple[str, tuple[Any, ...]]] = {
        "proposals": ("Förslaget", item.proposals),
        "motions": ("Yrkandet", item.motions),
        "votes": ("Omröstningen", item.votes),
        "decisions": ("Överenskommelsen" if notes else "Beslutet", item.decisions),
        "reservations": ("Reservationen", item.reservations),
        "statements": ("Anteckningen", item.statements),
        "recusals": ("Skälet till jävet", item.recusals),
        "actions": ("Åtgärden", item.actions),
    }
    for kind, (name, several) in parts.items():
        yield from ((name, f"/{kind}/{one.key}", one) for one in several)
