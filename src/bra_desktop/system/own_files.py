"""The files of a data folder, which no result may be written over.

A folder with a database in it counts as a data folder, whoever has it open; so every door that writes a result where
a person asked for it can judge the place by itself.
"""

from __future__ import annotations

import os
from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.system.paths import IN_DATA_FOLDER

DATABASE, LOCK, ATTACHMENTS, DRAFTS = "bra.sqlite", "bra.lock", "bilagor", "utkast"
"""As storage names them."""
_COPY = ("bra-", ".sqlite")  # of an older file, laid beside it before it was brought up to date


def refuse_own_file(path: Path, data: Path | None = None) -> None:
    """Raise UserError for a place that belongs to a data folder: the database, what SQLite lays beside it, the lock,
    copies of older files, and all that lies among attachments, drafts, settings and log.

    ``data`` is a folder that is going to hold data, besides those that do.
    """
    if any(_is_own(place, folder) for place, folder in _in_data_folders(path, data)):
        raise UserError(
            f"{path.name} hör till kommunens data och får inte skrivas över. Välj en annan plats. Inget har ändrats.",
            where=str(path),
        )


def lies_with_data(path: Path) -> bool:
    """Whether a place lies somewhere in a data folder."""
    return any(True for _ in _in_data_folders(path, None))


def _in_data_folders(path: Path, data: Path | None) -> list[tuple[Path, Path]]:
    """The place, as it is written and where links lead, with each data folder that it lies in."""
    absolute = Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - takes the dots away and follows no links
    real = Path(os.path.realpath(absolute))
    named = {absolute, absolute.parent.resolve() / absolute.name, real}
    return [(place, folder) for place in named for folder in place.parents if _holds_data(folder, data)]


def _holds_data(folder: Path, data: Path | None) -> bool:
    if data is not None and folder in (data.absolute(), data.resolve()):
        return True
    return os.path.lexists(folder / DATABASE)


def _is_own(place: Path, folder: Path) -> bool:
    """Compared without regard to case, since many disks find one file under both."""
    first = place.relative_to(folder).parts[0].casefold()
    begin, end = _COPY
    return (
        first.startswith((DATABASE, LOCK))
        or first in (ATTACHMENTS, DRAFTS, *IN_DATA_FOLDER)
        or (first.startswith(begin) and first.endswith(end))
    )
