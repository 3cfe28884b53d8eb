"""The rows of a meeting's agenda and annexes, each as frozen values. Knows no Qt."""

from dataclasses import dataclass

from bra_desktop.domain.carry_over import item_kind_word, origin_words
from bra_desktop.domain.confidentiality import WITHHELD_ANNEX
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import DocumentProfile, ItemType, MeetingState
from bra_desktop.domain.numbering import label
from bra_desktop.domain.preparation import WITH_PRESENTER
from bra_desktop.domain.swedish import plural, shortened
from bra_desktop.domain.text import plain_text

LONGEST_BASIS = 200
"""More than a wide screen has room for; where there is less the table cuts it."""
BEFORE = (MeetingState.PLANNED, MeetingState.CALLED)


@dataclass(frozen=True)
class AgendaLine:
    """One item of the agenda. ``type_words``: what its kind is called there.

    ``lacks_presenter``: it is of a kind that somebody should present.
    """

    key: str
    number: str
    title: str
    sub: str
    registry_number: str
    type: ItemType
    type_words: str
    presenters: str
    lacks_presenter: bool
    minutes: int | None
    annexes: int
    item: ItemContent


@dataclass(frozen=True)
class AnnexLine:
    """One annex with the item it belongs to (key and words)."""

    key: str
    number: str
    title: str
    origin: str
    item_key: str
    belongs: str
    file: str
    digest: str
    file_name: str
    size: int
    state: str
    registry_number: str
    confidential: str
    later: bool
    text: str
    pages: int | None


def agenda_lines(content: MeetingContent) -> tuple[AgendaLine, ...]:
    """The agenda in its order."""
    return tuple(_agenda_line(content, item) for item in content.items)


def _agenda_line(content: MeetingContent, item: ItemContent) -> AgendaLine:
    notes = content.forum.profile is DocumentProfile.NOTES
    number = label(content.forum, item) if item.paragraph is not None else item.agenda_number
    return AgendaLine(
        key=item.key,
        number=number,
        title=item.title,
        sub=_sub(item, notes=notes),
        registry_number=item.registry_number,
        type=item.type,
        type_words=item_kind_word(item, notes=notes),
        presenters=", ".join(content.person(key).name for key in item.presenters),
        lacks_presenter=not item.presenters and item.type in WITH_PRESENTER and content.state in BEFORE,
        minutes=item.planned_minutes,
        annexes=len(item.annexes),
        item=item,
    )


def _sub(item: ItemContent, *, notes: bool) -> str:
    if item.struck:
        return "Utgår"
    origin = origin_words(item.basis)
    parts = [words for words in (item.group, origin) if words]
    if item.confidential:
        parts.append("Sekretessmarkerad")
    if item.decisions:
        one, several = ("överenskommelse", "överenskommelser") if notes else ("beslut", "beslut")
        parts.append(plural(len(item.decisions), one, several))
    elif item.proposals:
        parts.append(f"Förslag till {'överenskommelse' if notes else 'beslut'} finns")
    if item.actions:
        parts.append(plural(len(item.actions), "åtgärd", "åtgärder"))
    if parts in ([], [item.group]) and item.basis:
        words = plain_text(item.basis).strip().splitlines()[0]
        parts.append(shortened(words, LONGEST_BASIS))
    return " · ".join(parts)


def annex_lines(content: MeetingContent) -> tuple[AnnexLine, ...]:
    """The annexes in the order of their numbers."""
    owner = {key: item for item in content.items for key in item.annexes}
    lines = []
    for annex in content.annexes:
        item = owner.get(annex.key)
        of, hidden = _agenda_line(content, item) if item else None, annex.title == WITHHELD_ANNEX
        lines.append(
            AnnexLine(
                key=annex.key,
                number=str(annex.number or ""),
                title=annex.title,
                origin=annex.origin,
                item_key=item.key if item else "",
                belongs=f"{of.number} {of.title}" if of else "Hela mötet",
                file="" if hidden else _file(annex.file_name, annex.size, annex.pages, bool(annex.text)),
                digest=annex.digest,
                file_name=annex.file_name,
                size=annex.size,
                state="Kommer senare" if annex.later else "Sekretessmarkerad" if hidden or annex.confidential else "",
                registry_number=annex.registry_number,
                confidential=annex.confidential,
                later=annex.later,
                text=plain_text(annex.text),
                pages=annex.pages,
            )
        )
    return tuple(lines)


def _file(name: str, size: int, pages: int | None, is_text: bool) -> str:
    if is_text and not name:
        return "Text i protokollet"
    sheets = plural(pages, "sida", "sidor") if pages else ""
    if not name:
        return f"{sheets}, på papper" if sheets else "Filen saknas"
    weight = f"{size / 1_048_576:.1f} MB".replace(".", ",") if size >= 1_048_576 else f"{max(1, size // 1024)} kB"
    return ", ".join(filter(None, (sheets, weight)))
