"""Whether a change concerns what is hidden from others who see the screen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection

from bra_desktop.domain.confidentiality import withheld
from bra_desktop.storage.history import Happened, happened_in
from bra_desktop.storage.queries.actions import withheld_actions
from bra_desktop.storage.queries.contents import NoSuchMeeting, meeting_content
from bra_desktop.storage.recording import read_image

_PLACE = frozenset({"position", "agenda_number", "paragraph", "number"})
"""What follows the order, and is seen of what is hidden, too: it changes when something else is moved."""


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
