"""The schema of this version of the program: the domain's tables, their locks and the latest revision."""

from __future__ import annotations

from bra_desktop.storage.schema import Declared, Schema


def _declare() -> Declared:
    from bra_desktop.storage import domain_tables, tables_ledger  # noqa: F401  (the ledger's tables are declared by it)
    from bra_desktop.storage.metadata import metadata

    return Declared(metadata, domain_tables.LOCKS)


def _map_domain() -> None:
    from bra_desktop.storage.mapping import map_domain

    map_domain()


SCHEMA = Schema(revision="0007", declare=_declare, map_classes=_map_domain)
