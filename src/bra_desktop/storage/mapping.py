"""Tying the domain's classes to their tables, for writing. Reading does without (see ``queries.reader``)."""

from __future__ import annotations

from threading import Lock

from sqlalchemy.orm import registry

from bra_desktop.storage.domain_tables import TABLE_OF
from bra_desktop.storage.metadata import metadata

mapper_registry = registry(metadata=metadata)


_mapping = Lock()


def map_domain() -> None:
    """Tie the domain's classes to their tables, once in a process.

    Nobody may make an object of them meanwhile: it would be half an ordinary object, half a mapped one.
    """
    with _mapping:
        if mapper_registry.mappers:
            return
        for kind, table in TABLE_OF.items():
            mapper_registry.map_imperatively(kind, table)
        mapper_registry.configure()
