"""The command line's grammar, in Swedish, and how errors are told."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.swedish import capital_first

DONE, NO, BAD_INPUT, REFUSED = 0, 1, 2, 3

COMMAND_LINE, JSON = "kommandorad", "--json"

Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Swedish and ends with exit code 2 and one sentence."""

    def __init__(self, **named: Any) -> None:
        super().__init__(
            add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **named
        )
        self._positionals.title = "att ange"
        self._optionals.title = "tillval"
        self.add_argument("-h", "--help", action="help", help="visar den här hjälpen")

    def format_usage(self) -> str:
        """The usage line, with the Swedish word for it."""
        return super().format_usage().replace("usage:", "användning:")

    def format_help(self) -> str:
        """The help, with the Swedish word for usage."""
        return super().format_help().replace("usage:", "användning:")

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the call and end."""
        raise UserError(f"{_swedish(message)} Se ”{self.prog} --help”.", where=COMMAND_LINE)


_CHOICE = re.compile(r"argument (?P<name>.+?): invalid choice: '(?P<word>.*)' \(choose from (?P<known>.*)\)", re.DOTALL)
_ENGLISH = (
    ("the following arguments are required:", "Det saknas:"),
    ("unrecognized arguments:", "Det här känns inte igen:"),
    ("expected one argument", "behöver ett värde"),
    ("expected at least one argument", "behöver minst ett värde"),
    ("argument ", ""),
    ("invalid int value:", "är inget heltal:"),
    ("invalid Path value:", "är ingen sökväg:"),
)


def _swedish(message: str) -> str:
    if chosen := _CHOICE.fullmatch(message):
        known = chosen["known"].replace("'", "")
        return f"”{chosen['word']}” går inte att välja ({chosen['name']}). Välj bland {known}."
    for english, swedish in _ENGLISH:
        message = message.replace(english, swedish)
    return f"{capital_first(message).rstrip('.')}."


def add_data(parser: argparse.ArgumentParser) -> None:
    """The options that every verb on data has."""
    parser.add_argument("--data", type=Path, metavar="MAPP", help="kommunens mapp för data (förval: datorns egen)")
    parser.add_argument(
        "--password-file", type=Path, metavar="FIL", help="fil med lösenordet till krypterade data (- = standard in)"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option to answer with data."""
    parser.add_argument(JSON, action="store_true", dest="as_json", help="svarar med JSON")


def tell(error: UserError, *, as_json: bool) -> int:
    """Print the error's sentence and answer its exit code, which says enough where the sentence finds no room."""
    as_data = {"error": error.text, "where": error.where or None}
    told = json.dumps(as_data, ensure_ascii=False) if as_json else error.text
    try:
        print(told, file=sys.stderr)
    except OSError:
        sys.stderr = None  # Python tries again at the end, and would change the code
    return code_of(error)


def code_of(error: UserError) -> int:
    """The exit code that an error stands for."""
    return REFUSED if isinstance(error, RuleBroken) else BAD_INPUT


def answer(value: object) -> None:
    """Print data as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether an error before or during parsing should be told as JSON."""
    return JSON in arguments
