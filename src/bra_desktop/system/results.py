"""Writing results where a person asked for them: every file whole, all of them or none."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bra_desktop.domain.errors import UserError
from bra_desktop.system.own_files import refuse_own_file

HALF_MADE = ".new"
OWNER_ALONE, EVERYBODY = 0o600, 0o666  # what the system's own mask leaves of it


def write_result(path: Path, content: bytes) -> Path:
    """Write one file whole, over an older one of the name. Raises UserError; then the older one is as it was."""
    write_results({path: content})
    return path


def write_results(files: Mapping[Path, bytes], private: Collection[Path] = ()) -> None:
    """Write every file before the first gets its name. Raises UserError; then none has been written."""
    with results_with(files, private):
        pass


@contextlib.contextmanager
def results_with(files: Mapping[Path, bytes], private: Collection[Path] = ()) -> Iterator[None]:
    """Write every file; they get their names when the block has done what belongs to them, and not if it fails.

    The private ones can be read by their owner alone, where the system has modes.

    Raises UserError before the block when a file cannot be written, or belongs to a data folder; then none has been.
    """
    for path in files:
        refuse_own_file(path)
    half_made = {path: path.with_name(path.name + HALF_MADE) for path in files}
    try:
        for path, content in files.items():
            with _told(path):
                _refuse_protected(path)
                _write(half_made[path], content, OWNER_ALONE if path in private else EVERYBODY)
        yield
        for path, made in half_made.items():
            with _told(path):
                made.replace(path)
    finally:
        for made in half_made.values():
            with contextlib.suppress(OSError):  # a disk that takes no files has nothing to tidy
                made.unlink(missing_ok=True)


def _write(path: Path, content: bytes, mode: int) -> None:
    path.unlink(missing_ok=True)  # what a crash left there would keep its own mode
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode), "wb"
    ) as file:
        file.write(content)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(f"{path.name} {_why(error)}", where=str(path)) from error


def _refuse_protected(path: Path) -> None:
    """Another name could be put in place of a write-protected file, or of a folder; neither is what was asked for."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _why(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "får inte plats, för disken är full. Frigör plats eller välj en annan mapp. Inget har sparats."
    return "kan inte sparas där. Stäng filen om den är öppen i ett annat program, eller välj en annan mapp."
