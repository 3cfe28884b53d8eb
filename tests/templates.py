"""Data that many tests begin with: made once in a run by the real use cases, and copied after that."""

import shutil
import tempfile
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bra_desktop.storage.database import Database
from bra_desktop.storage.sqlite import copy_online

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class _Template:
    file: bytes
    attachments: dict[Path, bytes]
    answer: Any


_made: dict[Hashable, _Template] = {}


@contextmanager
def begun_from(key: Hashable, build: Callable[[Database], Answer]) -> Iterator[tuple[Database, Answer]]:
    """A throw-away file as ``build`` leaves an empty one, with what it answers; both are the test's own to change.

    ``key`` names everything that the outcome of ``build`` depends on.
    """
    if key not in _made:
        with Database.in_memory() as database:
            answer = build(database)
            _made[key] = _Template(_whole_file(database), _files(database.attachments.folder), answer)
    template = _made[key]
    with Database.in_memory(file=template.file) as database:
        for name, content in template.attachments.items():
            path = database.attachments.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield database, deepcopy(template.answer)


def _whole_file(database: Database) -> bytes:
    """The file with what still lies in its journal."""
    place = Path(tempfile.mkdtemp())
    try:
        copy_online(database.path, place / "copy")
        return (place / "copy").read_bytes()
    finally:
        shutil.rmtree(place)


def _files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
