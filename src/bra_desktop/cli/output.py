"""Where a command's answer goes, and what is told when it does not get there."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import TextIO

from bra_desktop.domain.errors import UserError


class AnswerLost(UserError):
    """The answer could not be written. What the command did is done."""

    def __init__(self) -> None:
        super().__init__("Svaret kan inte skrivas dit det skulle. Frigör plats eller välj en annan plats.", "svaret")


@contextmanager
def answering() -> Iterator[None]:
    """Everything printed inside is written at its end at the latest; whoever reads may stop when it has seen enough.

    Raises AnswerLost when the answer cannot be written, BrokenPipeError when nobody reads it any longer.
    """
    out: TextIO | None = sys.stdout
    if out is None:  # closed by whoever called
        yield
        return
    try:
        with redirect_stdout(_Answer(out)):
            try:
                yield
            finally:
                sys.stdout.flush()
    except (AnswerLost, BrokenPipeError):
        _give_up(out)
        raise


def print_version(words: str) -> int:
    """Print what the program is called; answers the exit code."""
    from bra_desktop.cli.parser import DONE, tell

    try:
        with answering():
            print(words)
    except BrokenPipeError:
        return DONE
    except AnswerLost as error:
        return tell(error, as_json=False)
    return DONE


class _Answer(io.TextIOBase):
    """Tells the failures of writing the answer apart from every other."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str, /) -> int:
        with _telling():
            return self._out.write(text)

    def flush(self) -> None:
        with _telling():
            self._out.flush()


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AnswerLost from error


def _give_up(out: TextIO) -> None:
    """Let what is left go nowhere, else Python complains of it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
