"""What a migration makes of the rows: as they were before it, compared with what they are after it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from bra_desktop.storage.audit import strayed_rows
from bra_desktop.storage.recording import Image, RowChange, data_tables, images_of

Rows = dict[tuple[str, str], Image]


@dataclass(frozen=True)
class RowsAtRest:
    """Every row of a file by table and id, and those that had been changed past the program already (``table id``)."""

    rows: Rows
    strayed: frozenset[str]

    @classmethod
    def of(cls, connection: Connection) -> RowsAtRest:
        """The rows as they stand in the file now."""
        return cls(_rows(connection), frozenset(finding.where for finding in strayed_rows(connection)))

    def changed_since(self, connection: Connection) -> list[RowChange]:
        """Rows that came, went or got other content.

        An empty column that was added or taken away is no change. Rows that had strayed are left out, since a change
        set that names them would make what was done to them look right.
        """
        now = _rows(connection)
        changes = (_change(*which, self.rows.get(which), now.get(which)) for which in sorted(self.rows | now))
        return [c for c in changes if c.columns and f"{c.table} {c.row_id}" not in self.strayed]


def _rows(connection: Connection) -> Rows:
    return {
        (name, str(image["id"])): image for name in data_tables(connection) for image in images_of(connection, name)
    }


def _change(table: str, row_id: str, before: Image | None, after: Image | None) -> RowChange:
    if before is not None and after is not None:
        names = before.keys() | after.keys()
        before, after = ({name: image.get(name) for name in names} for image in (before, after))
    return RowChange(table, row_id, before, after)
