"""What has been corrected in a locked protocol, as the papers made of it afterwards tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bra_desktop.documents.blocks import Block, FieldRow, RailSection, field_row
from bra_desktop.documents.written import paragraphs
from bra_desktop.domain.content import ForumContent, MeetingContent
from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.numbering import label
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import capital_first, listing, lower_first, number_in_text
from bra_desktop.domain.swedish_dates import date_in_text

NAME = "Rättelse"


@dataclass(frozen=True)
class Corrected:
    """One correction: of an item (its key) or of the whole, by whom and when, why, and what it says instead."""

    item: str
    made_on: date
    author: str
    reason: str
    text: str


def made_words(one: Corrected) -> str:
    """When it was made, by whom and why."""
    return f"Rättat den {date_in_text(one.made_on)} av {one.author}. Skäl: {one.reason}"


def told_words(one: Corrected) -> str:
    """All that somebody wrote in it."""
    return f"{one.text}\n{one.reason}"


def day_words(one: Corrected) -> str:
    """When it was made, and nothing else."""
    return f"Rättat den {date_in_text(one.made_on)}."


def named_apart(made: Sequence[Corrected]) -> Iterator[tuple[str, Corrected]]:
    """Those of one item, or of the whole, each with its heading; several are numbered, to be told apart."""
    for number, one in enumerate(made, 1):
        yield f"{NAME} {number}" if len(made) > 1 else NAME, one


def below_item(made: Sequence[Corrected], marks: CorrectedMarks | None) -> Iterator[Block]:
    """What a paper says of an item's corrections below it; with ``marks``, of one that may tell what is confidential,
    only that there is one, and since when.
    """
    for name, one in named_apart(made):
        secret = marks is not None and marks.removed(one.item, told_words(one))
        texts = [f"{day_words(one)} Se rättelsen."] if secret else [one.text, made_words(one)]
        yield RailSection(name, paragraphs(texts))


def item_words(made: Sequence[Corrected], item: str) -> Iterator[str]:
    """In a list, that the item is corrected, and since when."""
    if days := _days(made, item):
        yield f"Rättad den {days}. Se rättelsen."


def whole_words(forum: ForumContent, made: Sequence[Corrected]) -> Iterator[str]:
    """That a correction is of the whole, which stays as it was. What it says may be of any item, and is not said."""
    paper = "minnesanteckningarna som helhet" if forum.profile is DocumentProfile.NOTES else "hela protokollet"
    if days := _days(made, ""):
        count = sum(not one.item for one in made)
        several = f"{capital_first(number_in_text(count))} rättelser den {days} gäller {paper}. Se rättelserna."
        yield several if count > 1 else f"En rättelse den {days} gäller {paper}. Se rättelsen."


@dataclass(frozen=True)
class Told:
    """What the version that goes out says of corrections: at its head, and below each corrected item by its key."""

    head: tuple[FieldRow, ...] = ()
    below: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)


NONE_TOLD = Told()


def corrections_told(content: MeetingContent, made: Sequence[Corrected]) -> Told:
    """The corrections as a version of the whole ``content`` without what is confidential tells them."""
    marks, below = CorrectedMarks(content), dict[str, tuple[Block, ...]]()
    for item in content.items:
        own = [one for one in made if one.item == item.key]
        below[item.key] = tuple(below_item(own, marks))
    return Told(corrected_field(content, made), below)


def corrected_field(content: MeetingContent, made: Sequence[Corrected]) -> tuple[FieldRow, ...]:
    """What is corrected, at the head of a paper: the whole and each item; no field where nothing is."""
    said = [*whole_words(content.forum, made)]
    for key in course(content).order:
        what = label(content.forum, content.item(key))
        said += [f"{what} är {lower_first(words)}" for words in item_words(made, key)]
    return (field_row(NAME, *said),) if said else ()


def _days(made: Sequence[Corrected], item: str) -> str:
    return listing(dict.fromkeys(date_in_text(one.made_on) for one in made if one.item == item))
