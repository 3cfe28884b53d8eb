"""Writing results where a person asked for them: every file whole, all of them or none."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
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
    made = {path: half_made(path) for path in files}
    try:
        for path, content in files.items():
            with _told(path):
                _refuse_protected(path)
                _write(made[path], content, OWNER_ALONE if path in private else EVERYBODY)
        yield
        for path, waiting in made.items():
            with _told(path):
                waiting.replace(path)
    finally:
        for waiting in made.values():
            with contextlib.suppress(OSError):  # a disk that takes no files has nothing to tidy
                waiting.unlink(missing_ok=True)


@contextlib.contextmanager
def results_in(folder: Path) -> Iterator[Callable[[str, bytes], Path]]:
    """Write files into a folder one by one, none of them kept in memory; the block gets what writes a file.

    They get their names, that nothing in the folder has, when the block ends, and not if it fails: then none is there.
    What writes a file answers the name; until then it lies where :func:`half_made` says. Raises UserError as
    :func:`results_with`.
    """
    made: list[Path] = []
    taken: set[str] = set()

    def write(name: str, content: bytes) -> Path:
        with _told(folder):
            path = _free(folder, name, taken)
            refuse_own_file(path)
            made.append(path)
            _write(half_made(path), content, EVERYBODY)
        return path

    try:
        with _told(folder):
            taken.update(_one_name(path.name) for path in folder.iterdir())
        yield write
        for path in made:
            with _told(path):
                half_made(path).replace(path)
    finally:
        for path in made:
            with contextlib.suppress(OSError):
                half_made(path).unlink(missing_ok=True)


def half_made(path: Path) -> Path:
    """Where a file lies until it gets its name."""
    return path.with_name(path.name + HALF_MADE)


def _free(folder: Path, name: str, taken: set[str]) -> Path:
    """The name, or with a number after it where there is one such already, and takes it."""
    stem, dot, ending = name.rpartition(".")
    for number in itertools.count(1):
        free = name if number == 1 else f"{stem} ({number}){dot}{ending}"
        if _one_name(free) not in taken:
            break
    taken.add(_one_name(free))
    return folder / free


def _one_name(name: str) -> str:
    """What systems that do not tell capitals from small letters, or one form of å from another, take for one name."""
    return unicodedata.normalize("NFC", name).casefold()


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
