"""The rows of a meeting's history: what was done, to whom or what, when, and by whose hand. Knows no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.happenings import FACTS, About, fact
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.numbering import in_sentence, named
from bra_desktop.domain.swedish import plural, shortened
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.meeting_views import MADE_OF, PUBLIC
from bra_desktop.services.undoing import Happened
from bra_desktop.system.clock import local

TABLES = {
    "agenda_item": ("punkt", "punkter"),
    "participant": ("rad i närvarolistan", "rader i närvarolistan"),
    "decision": ("beslut", "beslut"),
    "annex": ("handling", "handlingar"),
    "action": ("åtgärd", "åtgärder"),
    "officer": ("uppdrag på mötet", "uppdrag på mötet"),
    "signer": ("underskrift", "underskrifter"),
    "kept_document": ("dokument", "dokument"),
    "correction": ("rättelse", "rättelser"),
}
LONGEST = 60
"""Characters of a title or an action that a line shows."""
TOLD_BY = {
    "participant": "person_id", "officer": "person_id", "signer": "name", "agenda_item": "title", "annex": "title",
    "action": "text", "decision": "item_id",
}  # fmt: skip
"""The column of each table that tells what a row is about."""
TELLING = frozenset({"deleted_at", "opened_at", "refused_at", "signed_at"})
"""Columns that tell which of several rows the use case was about; the others were moved or ended by it."""


@dataclass(frozen=True)
class HistoryLine:
    """One saved use case, in words. ``who`` is by whose hand; ``can_undo``: nothing has undone it."""

    id: str
    at: datetime
    who: str
    what: str
    more: str
    can_undo: bool


def history_lines(
    rows: Iterable[Happened], content: MeetingContent, people: Mapping[str, str]
) -> tuple[HistoryLine, ...]:
    """One line for each use case, in the order of the rows. ``people`` are names by id, as they are today."""
    grouped: dict[str, list[Happened]] = {}
    for row in rows:
        grouped.setdefault(row.change_set_id, []).append(row)
    names = _Names(grouped, content, people)
    return tuple(_line(parts, names) for parts in grouped.values())


class _Names:
    """What the rows of the history are called, also those that are gone."""

    def __init__(
        self, grouped: Mapping[str, list[Happened]], content: MeetingContent, people: Mapping[str, str]
    ) -> None:
        self._content = content
        self._people = dict(people) | {person.key: person.name for person in content.people}
        self._told: dict[tuple[str, str], str] = {}
        self._frozen_items: dict[str, str] = {}
        self._freeze_of: dict[str, str] = {}
        self.undoes = {key: parts[0].undoes for key, parts in grouped.items()}
        for parts in grouped.values():
            for row in parts:
                self._read(row)

    def of(self, row: Happened) -> str:
        """The name of a row; empty when nothing is known of it any more."""
        told = self._told.get((row.table, row.row_id), "")
        match row.table:
            case "participant" | "officer":
                return self._people.get(told, "")
            case "agenda_item":
                return self.item(row.row_id) or told
            case "decision":
                return self.item(told)
            case "annex" | "action":
                return f"”{shortened(told, LONGEST)}”" if told else ""
        return told

    def item(self, key: str) -> str:
        """An item by label and title; as it was called when it is gone."""
        found = next((item for item in self._content.items if item.key == key), None)
        if found is None:
            return self._told.get(("agenda_item", key), "")
        words = named(self._content.forum, found)
        label = in_sentence(self._content.forum, found)
        return shortened(label + words[len(label) :] if label != found.title else words, LONGEST)

    def signed_item(self, row: Happened) -> str:
        """The item that was signed apart, adjusted immediately; empty for the whole protocol."""
        return self.item(self._frozen_items.get(self._freeze_of.get(row.row_id, ""), ""))

    def times_undone(self, change_set_id: str) -> int:
        """How many undoings lie between the use case and what it undid in the end."""
        times, key = 0, self.undoes.get(change_set_id)
        while key is not None:
            times, key = times + 1, self.undoes.get(key)
        return times

    def _read(self, row: Happened) -> None:
        image: dict[str, Any] = {**(row.after or {}), **(row.before or {})}
        column = TOLD_BY.get(row.table)
        if column and image.get(column):
            self._told[row.table, row.row_id] = str(image[column])
        if row.table == "freeze" and image.get("item_id"):
            self._frozen_items[row.row_id] = str(image["item_id"])
        if row.table == "signer" and image.get("freeze_id"):
            self._freeze_of[row.row_id] = str(image["freeze_id"])


def _line(parts: list[Happened], names: _Names) -> HistoryLine:
    first = parts[0]
    told = [part for part in parts if part.kind != "update" or part.columns]
    known = FACTS.get(first.label)
    about = known.about if known else About.MEETING
    of = [part for part in told if part.table == about.value]
    of = [part for part in of if part.kind != "update" or TELLING.intersection(part.columns)] or of
    what = fact(
        first.label, tuple(dict.fromkeys(filter(None, map(names.of, of)))), names.times_undone(first.change_set_id)
    )
    if about is About.SIGNER and of and (item := names.signed_item(of[0])):
        what = what.replace("protokollet", item, 1)
    return HistoryLine(first.change_set_id, local(first.at), first.actor, what, _more(first, told), not first.undone)


def _more(first: Happened, told: list[Happened]) -> str:
    if first.undone:
        return "Ångrat senare"
    states = [(part.after or {}).get("state") for part in told if part.table == "meeting"]
    earlier = _signed_earlier(first, told)
    if MeetingState.ADJUSTED.value in states:
        return " ".join(filter(None, (earlier, "Den sista underskriften. Protokollet är justerat.")))
    if earlier:
        return earlier
    counts: dict[str, int] = {}
    for part in told:
        if (part.after or {}).get("kind") == MADE_OF or str((part.after or {}).get("kind")).endswith(PUBLIC):
            continue  # belongs to the paper beside it
        counts[part.table] = counts.get(part.table, 0) + 1
    words = [plural(count, *TABLES[table]) for table, count in counts.items() if table in TABLES]
    return ", ".join(words) if sum(count for table, count in counts.items() if table in TABLES) > 1 else ""


def _signed_earlier(first: Happened, told: list[Happened]) -> str:
    """The day of a signature on paper, where it was recorded on another."""
    for part in told:
        signed_at = (part.after or {}).get("signed_at") if part.table == "signer" else None
        if signed_at is not None:
            day = local(datetime.fromisoformat(str(signed_at))).date()
            return f"Underskrivet den {date_in_text(day)}." if day != local(first.at).date() else ""
    return ""
