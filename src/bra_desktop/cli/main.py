"""The command line: the verbs, and one sentence for whatever goes wrong."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Mapping, Sequence

from bra_desktop.cli import keeping, meetings, papers, playing, signatures
from bra_desktop.cli.data import data_folder
from bra_desktop.cli.output import answering
from bra_desktop.cli.parser import COMMAND_LINE, DONE, JSON, Parser, tell, wants_json
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.quoting import short

VERBS = (meetings, papers, signatures, keeping)
LONGEST = 4096
"""Signs in one word of the command line; no path on any disk is longer."""
_WITH_VALUE = ("--data", "--password-file")


def run(arguments: Sequence[str], plays: Mapping[str, Callable[..., int]]) -> int:
    """Run one verb and answer its exit code. ``plays`` are demo, self-test and bench, with their window parts."""
    _print_anything()
    code = DONE
    try:
        with answering():
            code = _run(arguments, plays)
    except UserError as error:
        return tell(error, as_json=wants_json(arguments))
    except BrokenPipeError:
        pass  # whoever read has seen enough
    return code


def _run(arguments: Sequence[str], plays: Mapping[str, Callable[..., int]]) -> int:
    _refuse_odd(arguments)
    parser = Parser(
        prog="bra-desktop",
        description="BRÅ Desktop: möten, protokoll och uppföljning för det brottsförebyggande arbetet.\n"
        "Utan kommando öppnas fönstret.\n\n"
        "Exempel: bra-desktop --data data\n"
        "         bra-desktop meetings --data data\n"
        "         bra-desktop meetings --help",
    )
    parser.add_argument("--version", action="store_true", help="visar versionen")
    verbs = parser.add_subparsers(metavar="KOMMANDO", required=True, parser_class=Parser, dest="verb")
    for module in VERBS:
        module.add_verbs(verbs)
    playing.add_verbs(verbs, plays)
    where = "kommunens mapp för data (förval: datorns egen)"
    parser.add_argument("--data", metavar="MAPP", default=argparse.SUPPRESS, help=where)
    parsed = parser.parse_args(_verb_first(arguments))
    try:
        code: int = parsed.run(parsed)
    except UserError as error:
        error.where = error.where or _place(parsed)
        raise
    return code


def _refuse_odd(arguments: Sequence[str]) -> None:
    """What no file, name or word can be, whichever verb it is for."""
    for argument in arguments:
        if "\0" in argument:
            raise UserError(f"”{short(argument)}” innehåller ett nolltecken. Ta bort det.", where=COMMAND_LINE)
        if len(argument) > LONGEST:
            raise UserError(f"”{short(argument)}” är längre än {LONGEST} tecken. Korta det.", where=COMMAND_LINE)


def _verb_first(arguments: Sequence[str]) -> list[str]:
    """The options that every verb has may stand before the verb too, as they do when a window is opened."""
    rest, first = list(arguments), []
    while rest and rest[0].partition("=")[0] in (*_WITH_VALUE, JSON):
        first.append(rest.pop(0))
        if first[-1] in _WITH_VALUE and rest:
            first.append(rest.pop(0))
    if not rest or rest[0].startswith("-"):
        return list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:end], *first, *rest[end:]]


def _place(parsed: argparse.Namespace) -> str:
    """What a verb was about, for an error that names no place of its own: the file, the meeting, else the data."""
    for name in ("file", "ref"):
        if getattr(parsed, name, None):
            return str(getattr(parsed, name))
    return data_folder(parsed)


def _print_anything() -> None:
    """Print UTF-8 wherever the output goes, and a name that is no text as its code: never fail at the last step."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
