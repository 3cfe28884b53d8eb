"""The only place that knows all parts: paths → settings → log → database → operations → window or command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

MEASURE = "--measure"
SPELL = "--spell"
SWITCH = 0.0005
"""Seconds that a thread which saves may keep the window waiting for its turn; Python's own 0.005 is felt in typing."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name, or open the window; answers the exit code."""
    if arguments[:1] == [MEASURE]:
        return _measured(arguments[1:])
    if arguments == [SPELL]:
        return _spell()
    if not arguments or _opens_window(arguments):
        return _window(arguments)
    from bra_desktop.cli.main import run as run_command

    return run_command(arguments, _plays())


def _opens_window(arguments: Sequence[str]) -> bool:
    """Only the data folder, no verb: ``--data DIR`` or ``--data=DIR``."""
    return (len(arguments) == 2 and arguments[0] == "--data") or (
        len(arguments) == 1 and arguments[0].startswith("--data=")
    )


def _window(arguments: Sequence[str]) -> int:
    sys.setswitchinterval(SWITCH)
    if _has_no_screen():
        print("Det finns ingen skärm att öppna fönstret på. Se ”bra-desktop --help” för kommandon.", file=sys.stderr)  # noqa: T201
        return 2
    from bra_desktop.ui.plain_imports import hold_collection, import_qt

    hold_collection()
    import_qt()
    from bra_desktop.ui.start import open_window

    return open_window(Path(arguments[-1].removeprefix("--data=")) if arguments else None)


def _has_no_screen() -> bool:
    """Whether Qt would end the process with a text of its own."""
    if not sys.platform.startswith("linux"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _measured(arguments: Sequence[str]) -> int:
    """The window, for the bench: opened in a process of its own, measured, and closed."""
    from bra_desktop.ui.plain_imports import hold_collection, import_qt

    sys.setswitchinterval(SWITCH)
    hold_collection()
    import_qt()
    from bra_desktop.ui.measuring.measured import measure

    return measure(arguments)


def _spell() -> int:
    """The speller of a window, in a process of its own."""
    from bra_desktop.system.resources import resource_path
    from bra_desktop.system.spelling import serve

    return serve(resource_path("spelling"), sys.stdin.buffer, sys.stdout.buffer)


def _plays() -> dict[str, Callable[..., int]]:
    """Demo, self-test and bench, with what they need of the window."""

    def demo(data: Path, out: Path) -> int:
        from bra_desktop.plays.demo import play

        return play(data, out)

    def self_test() -> int:
        from bra_desktop.plays.self_test import play
        from bra_desktop.ui.window_check import check_window

        return play(check_window)

    def bench(as_json: bool) -> int:
        from bra_desktop.plays.bench import play

        return play(as_json, [sys.executable, "-m", "bra_desktop", MEASURE])

    return {"demo": demo, "self-test": self_test, "bench": bench}
