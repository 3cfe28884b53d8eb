"""Opening the data folder for a command."""

from __future__ import annotations

import argparse
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.quoting import short
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.opening_data import open_data, telling_full_disk
from bra_desktop.system.clock import utc_now
from bra_desktop.system.device import this_device
from bra_desktop.system.machine import refuse_here
from bra_desktop.system.own_files import refuse_own_file
from bra_desktop.system.paths import Paths


@contextmanager
def office_of(arguments: argparse.Namespace, *, create: bool = False, to_read: bool = False) -> Iterator[Office]:
    """The office of the data folder that the arguments name, closed at the end; a meeting's reference among the
    arguments becomes what the meeting itself has.

    With ``create`` an empty folder gets its file. ``to_read`` is for verbs that change nothing: they work beside an
    open window. Raises UserError for a folder that cannot be used.
    """
    if getattr(arguments, "password_file", None) is not None:
        raise UserError("Kommunens data är inte krypterade. Kör kommandot utan --password-file.", where="lösenord")
    paths = Paths.chosen(arguments.data)
    if create and arguments.data is None:
        refuse_here(paths.data)  # before it is made
        paths.data.mkdir(parents=True, exist_ok=True)
    try:
        opened = open_data(paths.data, create=create, to_read=to_read)
    except UserError as error:
        error.where = error.where or str(paths.data)
        raise
    with telling_full_disk(paths.data), opened as database:
        device = this_device(paths.config)
        office = Office(database, device.user, device.name, utc_now, lambda: str(uuid.uuid4()))
        if getattr(arguments, "ref", ""):
            arguments.ref = reading.own_ref(office, arguments.ref)
        yield office


def data_folder(arguments: argparse.Namespace) -> str:
    """The data folder that the arguments name, or none where the verb has no data."""
    return str(Paths.chosen(arguments.data).data) if hasattr(arguments, "data") else ""


def folder_to_fill(folder: Path, *, parents: bool = True) -> Path:
    """A folder for results, made where it is missing, that takes files; with ``parents`` those above it as well.

    Raises UserError, also for one among the files of a data folder.
    """
    refuse_own_file(folder)
    try:
        folder.mkdir(parents=parents, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except FileNotFoundError:
        raise UserError(
            f"Mappen {short(folder.parent.name)} finns inte, så inget kan sparas där. Skapa den eller välj en annan.",
            where=str(folder),
        ) from None
    except FileExistsError:
        raise UserError(f"{short(folder.name)} är en fil, inte en mapp. Välj en mapp.", where=str(folder)) from None
    except OSError:
        raise UserError(
            f"Mappen {short(folder.name)} går inte att skriva i. Välj en annan.", where=str(folder)
        ) from None
    return folder


def read_file(path: Path, what: str) -> bytes:
    """Read a file that a command names. Raises UserError when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(
            f"{what} {short(path.name)} finns inte. Kontrollera namnet och mappen.", where=str(path)
        ) from None
    except IsADirectoryError:
        raise UserError(f"{short(path.name)} är en mapp. Välj en fil.", where=str(path)) from None
    except OSError as error:
        raise UserError(f"{what} {short(path.name)} går inte att läsa.", where=str(path)) from error
