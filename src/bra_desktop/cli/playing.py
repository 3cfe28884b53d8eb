"""The whole courses on the command line: demo, self-test and bench."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from bra_desktop.cli.data import folder_to_fill
from bra_desktop.cli.parser import Parser, add_json
from bra_desktop.system.machine import refuse_here
from bra_desktop.system.own_files import refuse_own_file


def add_verbs(verbs: argparse._SubParsersAction[Parser], plays: Mapping[str, Callable[..., int]]) -> None:
    """Declare the verbs; ``plays`` are what they run."""
    demo = verbs.add_parser(
        "demo",
        help="skapar exempelkommunen",
        description="Skapar en påhittad kommun med två års historia, spelar ett BRÅ-möte från planering till\n"
        "underskrivet protokoll och ett EST-möte, och skriver alla dokument.\n\n"
        "Exempel: bra-desktop demo --data demo-data --out demo-ut",
    )
    demo.add_argument("--data", type=Path, required=True, metavar="MAPP", help="tom mapp för exempeldata")
    demo.add_argument("--out", type=Path, required=True, metavar="MAPP", help="mapp för dokumenten")
    demo.set_defaults(run=lambda a: _demo(a, plays["demo"]))
    test = verbs.add_parser(
        "self-test",
        help="kontrollerar installationen",
        description="Kontrollerar en installation i en tillfällig mapp: fönster, databas, möte, dokument,\n"
        "underskrifter, Excel och säkerhetskopia.\n\nExempel: bra-desktop self-test",
    )
    test.set_defaults(run=lambda _: plays["self-test"]())
    bench = verbs.add_parser(
        "bench",
        help="mäter programmet",
        description="Mäter start, sparande, sökning, dokument och Excel bredvid det bara biblioteket.\n\n"
        "Exempel: bra-desktop bench --json",
    )
    add_json(bench)
    bench.set_defaults(run=lambda a: plays["bench"](a.as_json))


def _demo(arguments: argparse.Namespace, play: Callable[..., int]) -> int:
    data, out = arguments.data.expanduser().absolute(), arguments.out.expanduser().absolute()
    refuse_here(data)  # before it is made
    refuse_own_file(out, data)
    return play(folder_to_fill(data, parents=False), folder_to_fill(out))
