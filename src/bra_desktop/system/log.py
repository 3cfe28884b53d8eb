"""The program's log: small, rotating, and free of what people have written.

Redaction is by whitelist. A message is a constant text; of its arguments only numbers, identities (UUIDs, digests)
and names from the program itself come through, everything else becomes its kind and length. So no name, no text of
minutes and no path of a user can end up in a log that is sent to support.
"""

from __future__ import annotations

import logging
import re
import traceback
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "bra-desktop.log"
SIZE = 1_000_000  # bytes in each of the files
FILES = 5

_IDENTITY = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PROGRAM_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+|[a-z]+(_[a-z0-9]+)+")


def allowed(value: object) -> object:
    """The value itself when it tells nothing about people, else what kind it is and how long."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, str) and (_IDENTITY.fullmatch(value) or _PROGRAM_NAME.fullmatch(value)):
        return value
    if isinstance(value, str | bytes | list | tuple | dict | set | frozenset):
        return f"<{type(value).__name__} {len(value)}>"
    return f"<{type(value).__name__}>"


class RedactingFormatter(logging.Formatter):
    """Writes a record with only what :func:`allowed` lets through; of an error its kind and where it arose."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        """The line of the record, and the places of its traceback."""
        seen = logging.makeLogRecord(record.__dict__ | {"exc_info": None, "exc_text": None, "stack_info": None})
        if isinstance(record.args, dict):
            seen.args = {name: allowed(value) for name, value in record.args.items()}
        elif record.args:
            seen.args = tuple(allowed(value) for value in record.args)
        elif not isinstance(record.msg, str):
            seen.msg = f"<{type(record.msg).__name__}>"
        line = super().format(seen)
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n" + places(record.exc_info[1])
        return line


def places(error: BaseException) -> str:
    """An error as its kinds and places in the program, without its words, which may quote what people wrote."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(f"  {type(current).__name__}")
        lines += [
            f"    {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def start_log(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Begin logging to the folder; answers the handler. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=SIZE, backupCount=FILES - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(RedactingFormatter())
    root = logging.getLogger("bra_desktop")
    root.addHandler(handler)
    root.setLevel(level)
    return handler
