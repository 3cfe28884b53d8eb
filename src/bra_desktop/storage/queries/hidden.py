"""Whether a change concerns what is hidden from others who see the screen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from bra_desktop.domain.confidentiality import withheld
from bra_desktop.storage.history import Happened, happened_in
from bra_desktop.storage.queries.actions import withheld_actions
from bra_desktop.storage.queries.contents import NoSuchMeeting, meeting_content
from bra_desktop.storage.recording import read_image

_PLACE = frozenset({"position", "agenda_number", "paragraph", "number"})
"""What follows the order, and is seen of what is hidden, too: it changes when something else is moved."""
PASSAGE = '"confidential":true'
"""How a marked passage stands in a stored text."""


def touches_hidden(connection: Connection, change_set_ids: Collection[str]) -> bool:
    """Whether the use cases changed anything of an item, annex or action that is hidden now, as a mark of that itself.

    See ``domain.confidentiality.withheld``. Of a row that is gone counts what it was before.
    """
    rows = (row for row in happened_in(connection, change_set_ids) if not _only_moves(row))
    known = [(row.row_id, tuple(_images(connection, row))) for row in rows]
    meetings = {str(image["meeting_id"]) for _key, images in known for image in images if image.get("meeting_id")}
    hidden = withheld_actions(connection).union(*(_withheld(connection, meeting) for meeting in meetings))
    return any(
        not hidden.isdisjoint((key, *(image.get("item_id") for image in images)))
        or (images and images[0].get("confidential"))
        for key, images in known
    )


@dataclass(frozen=True)
class Marking:
    """What use cases did to what of an item is confidential: whether undoing them would show it, and whether they did
    nothing else to the item.
    """

    hides: bool = False
    alone: bool = False


def marking(connection: Connection, change_set_ids: Collection[str]) -> Marking:
    """What the use cases did to the marks of items; nothing where they marked none and took no mark away."""
    rows = [row for row in happened_in(connection, change_set_ids) if row.table == "agenda_item"]
    turned = [row for row in rows if row.kind == "update" and _is_marked(row.before) != _is_marked(row.after)]
    hides = any(_is_marked(row.after) for row in turned)
    return Marking(hides, bool(turned) and all(set(row.columns) == {"confidential"} for row in rows))


def _is_marked(image: Mapping[str, Any] | None) -> bool:
    known = image or {}
    return bool(known.get("confidential")) or PASSAGE in str(known.get("text", ""))


def _only_moves(row: Happened) -> bool:
    return row.kind == "update" and bool(row.columns) and set(row.columns) <= _PLACE


def _images(connection: Connection, row: Happened) -> Iterator[dict[str, Any]]:
    """The row as it is now, or was before it went; then what else is known of it."""
    for image in (read_image(connection, row.table, row.row_id), row.before, row.after):
        if image is not None:
            yield dict(image)


def _withheld(connection: Connection, meeting_id: str) -> frozenset[str]:
    try:
        return withheld(meeting_content(connection, meeting_id))
    except NoSuchMeeting:
        return frozenset()
