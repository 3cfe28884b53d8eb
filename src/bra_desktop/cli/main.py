"""The command line: the verbs, and one sentence for whatever goes wrong."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping, Sequence

from bra_desktop.cli import keeping, meetings, playing, signatures
from bra_desktop.cli.output import answering
from bra_desktop.cli.parser import DONE, Parser, tell, wants_json
from bra_desktop.domain.errors import UserError

VERBS = (meetings, signatures, keeping)


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
    parser = Parser(
        prog="bra-desktop",
        description="BRÅ Desktop: möten, protokoll och uppföljning för det brottsförebyggande arbetet.\n"
        "Utan kommando öppnas fönstret.",
    )
    parser.add_argument("--version", action="store_true", help="visar versionen")
    verbs = parser.add_subparsers(metavar="KOMMANDO", required=True, parser_class=Parser, dest="verb")
    for module in VERBS:
        module.add_verbs(verbs)
    playing.add_verbs(verbs, plays)
    parsed = parser.parse_args(list(arguments))
    code: int = parsed.run(parsed)
    return code


def _print_anything() -> None:
    """Print UTF-8 wherever the output goes, and a name that is no text as its code: never fail at the last step."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
