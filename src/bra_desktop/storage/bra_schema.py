"""The schema of this version of the program: the domain's tables, their locks and the latest revision."""

from __future__ import annotations

from bra_desktop.storage import tables_files, tables_ledger
from bra_desktop.storage.domain_tables import LOCKS
from bra_desktop.storage.metadata import metadata
from bra_desktop.storage.schema import Schema

KNOWN_TABLES = (tables_files.stored_file, tables_ledger.change_set)


def _map_domain() -> None:
    from bra_desktop.storage.mapping import map_domain  # the mapper is loaded with the first write

    map_domain()


SCHEMA = Schema(metadata=metadata, locks=LOCKS, revision="0001", map_classes=_map_domain)
