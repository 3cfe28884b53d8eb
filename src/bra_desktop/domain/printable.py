"""Which signs the typeface of the papers has, and where a meeting has others: they are printed as a stand-in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from bra_desktop.domain.characters import parts_without_glyph
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.text import plain_text

_MOST = 10
_COVERED = (
    (0x20, 0x7E), (0xA0, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3E1),
    (0x3F0, 0x52F), (0x1AB0, 0x1AC0), (0x1C80, 0x1C88), (0x1D00, 0x1DF9), (0x1DFB, 0x1F15), (0x1F18, 0x1F1D),
    (0x1F20, 0x1F45), (0x1F48, 0x1F4D), (0x1F50, 0x1F57), (0x1F59, 0x1F59), (0x1F5B, 0x1F5B), (0x1F5D, 0x1F5D),
    (0x1F5F, 0x1F7D), (0x1F80, 0x1FB4), (0x1FB6, 0x1FC4), (0x1FC6, 0x1FD3), (0x1FD6, 0x1FDB), (0x1FDD, 0x1FEF),
    (0x1FF2, 0x1FF4), (0x1FF6, 0x1FFE), (0x2000, 0x2064), (0x2066, 0x2071), (0x2074, 0x208E), (0x2090, 0x209C),
    (0x20A0, 0x20BF), (0x20F0, 0x20F0), (0x2100, 0x215F), (0x2184, 0x2184), (0x2189, 0x2189), (0x25CC, 0x25CC),
    (0x2C60, 0x2C7F), (0x2DE0, 0x2E52), (0xA640, 0xA69F), (0xA700, 0xA7BF), (0xA7C2, 0xA7CA), (0xA7F5, 0xA7FF),
    (0xA92E, 0xA92E), (0xAB30, 0xAB6B), (0xFB00, 0xFB06), (0xFE00, 0xFE00), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF),
    (0xFFFC, 0xFFFD),
)  # fmt: skip
_FIRST = [first for first, _ in _COVERED]


def has_glyph(sign: str) -> bool:
    """Whether all four cuts of the typeface have the sign."""
    at = bisect_right(_FIRST, ord(sign)) - 1
    return at >= 0 and ord(sign) <= _COVERED[at][1]


def unprintable(content: MeetingContent) -> tuple[Missing, ...]:
    """The names, titles, minutes and decisions with signs that are printed as a stand-in, and which signs."""
    texts = [text for item in content.items for text in _texts(item, in_sentence(content.forum, item))]
    strange = [(where, parts_without_glyph(text, has_glyph), place) for where, text, place in texts]
    found = [Missing(words, "participants") for words in map(name_words, _names(content)) if words]
    found += [Missing(_words(where, parts), place) for where, parts, place in strange if parts]
    return tuple(dict.fromkeys(found))


def name_words(name: str) -> str:
    """That a name has signs that can't be printed, and what to do; empty when all of it can."""
    parts = parts_without_glyph(name, has_glyph)
    if not parts:
        return ""
    shown = " ".join(parts[:_MOST])
    instead = "" if shown == name else f" i stället för {shown}"
    return f"Namnet {name} skrivs ut med rutor{instead}. Skriv det med latinska bokstäver."


def _names(content: MeetingContent) -> Iterator[str]:
    """Of those who are called and their organisations, and of whom the paper comes from."""
    yield from (content.municipality.name, content.forum.name)
    for who in content.participants:
        person = content.person(who.person)
        yield person.name
        if person.organisation:
            yield content.organisation(person.organisation).name


def _texts(item: ItemContent, named: str) -> Iterator[tuple[str, str, str]]:
    yield f"Rubriken på {named}", item.title, f"item/{item.key}"
    yield f"Texten i {named}", plain_text(item.text), f"item/{item.key}/text"
    for decision in item.decisions:
        yield f"Beslutet i {named}", decision.text, f"item/{item.key}/decisions/{decision.key}"


def _words(where: str, parts: tuple[str, ...]) -> str:
    shown = " ".join(parts[:_MOST])
    one = len("".join(parts)) == 1
    found, them = ("ett tecken", "det") if one else ("tecken", "dem")
    return f"{where} har {found} som inte kan skrivas ut: {shown}. Byt ut {them}."
