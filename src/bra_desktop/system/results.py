"""Writing results where a person asked for them: every file whole, all of them or none."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path

from bra_desktop.domain.errors import UserError

HALF_MADE = ".new"


def write_result(path: Path, content: bytes) -> Path:
    """Write one file whole, over an older one of the name. Raises UserError; then the older one is as it was."""
    write_results({path: content})
    return path


def write_results(files: Mapping[Path, bytes]) -> None:
    """Write every file before the first gets its name. Raises UserError; then none has been written."""
    made: list[Path] = []
    now = Path()
    try:
        for path, content in files.items():
            now = path
            _refuse_protected(path)
            made.append(path.with_name(path.name + HALF_MADE))
            made[-1].write_bytes(content)
        for path in files:
            now = path
            path.with_name(path.name + HALF_MADE).replace(path)
    except OSError as error:
        raise UserError(f"{now.name} {_why(error)}", where=str(now)) from error
    finally:
        for half_made in made:
            with contextlib.suppress(OSError):  # a disk that takes no files has nothing to tidy
                half_made.unlink(missing_ok=True)


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
