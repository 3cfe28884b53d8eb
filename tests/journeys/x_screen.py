"""A screen of its own with a window manager and a Swedish keyboard, and somebody who presses the keys of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

COMPOSED = "É–"
"""Letters of more than one key."""
NEEDED = ("Xvfb", "openbox", "setxkbmap", "xdotool")
PATIENCE = 60
"""Seconds that anything may take on a machine that does other things."""
LOOKS_AGAIN = 0.02  # seconds
LOCALE = "C.UTF-8"  # has the usual ways to compose a letter
KEYS = {
    " ": "space", ".": "period", ",": "comma", "-": "minus", "§": "section", "å": "aring", "ä": "adiaeresis",
    "ö": "odiaeresis", "\n": "Return", "–": "Multi_key minus minus period", "É": "dead_acute shift+e",
}  # fmt: skip
"""What is pressed on a Swedish keyboard; – by the compose key, since no key has it."""


def missing_programs() -> list[str]:
    """Those without which there is no such screen here."""
    return [name for name in NEEDED if not sys.platform.startswith("linux") or shutil.which(name) is None]


class Screen:
    """``name`` is that of the display."""

    def __init__(self, name: str) -> None:
        self.name = name
        unwanted = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XMODIFIERS", "QT_IM_MODULE", "DBUS_SESSION_BUS_ADDRESS"}
        kept = {variable: value for variable, value in os.environ.items() if variable not in unwanted}
        self.environment = kept | {"DISPLAY": name, "LC_ALL": LOCALE}

    def run(self, *command: str) -> str:
        """What it says. Raises subprocess.CalledProcessError."""
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=PATIENCE
        )
        return done.stdout.strip()

    def works(self, *command: str) -> bool:
        return subprocess.run(command, env=self.environment, capture_output=True, timeout=PATIENCE).returncode == 0

    def presses(self, *keys: str) -> None:
        """Each is pressed and let go, with what is held meanwhile before a plus: ctrl+Return."""
        self.run("xdotool", "key", "--delay", "2", *keys)

    def types(self, words: str, came: Callable[[str], bool], program: subprocess.Popen[bytes]) -> None:
        """``came``: whether the words so far have come to the program.

        Qt hands on a composed letter at once and lets the others wait for their turn, so in a program that is busy it
        would overtake them; a person is slower than that.
        """
        so_far = ""
        for piece in filter(None, re.split(f"([{COMPOSED}])", words)):
            if piece in COMPOSED:
                until(partial(came, so_far), program)
            self.presses(*(key for letter in piece for key in keys_of(letter)))
            so_far += piece


def keys_of(letter: str) -> Sequence[str]:
    """A capital is its small letter with shift, also where an accent is pressed before it."""
    if letter in KEYS:
        return KEYS[letter].split()
    if letter.isupper():
        return [f"shift+{KEYS.get(letter.lower(), letter.lower())}"]
    return [letter]


def until(seen: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Waits for it as long as the process lives and patience lasts."""
    for _look in range(round(PATIENCE / LOOKS_AGAIN)):
        if seen():
            return
        try:
            process.wait(LOOKS_AGAIN)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"{process.args!r} ended with {process.returncode}")
    raise AssertionError(f"nothing was seen in {PATIENCE} seconds")


@contextmanager
def a_screen(folder: Path) -> Iterator[Screen]:
    """As large as that of a laptop; what the server and the window manager have to say goes to files in the folder."""
    with ExitStack() as stack:
        read, write = os.pipe()
        told = stack.enter_context(os.fdopen(read, encoding="ascii"))
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
        stack.enter_context(_running(server, folder / "server.txt", None, write))
        os.close(write)
        number = told.readline().strip()  # it finds a free one, and tells when it is ready
        assert number, (folder / "server.txt").read_text()
        screen = Screen(f":{number}")
        screen.run("setxkbmap", "se", "-option", "compose:menu")
        manager = stack.enter_context(_running(["openbox", "--sm-disable"], folder / "manager.txt", screen.environment))
        until(lambda: screen.works("xdotool", "get_num_desktops"), manager)
        yield screen


@contextmanager
def started(screen: Screen, command: Sequence[str], said: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program on that screen, from when its window has the keyboard. What it says goes to a file."""
    with _running(command, said, screen.environment) as process:
        search = ("xdotool", "search", "--onlyvisible", "--pid", str(process.pid))
        until(lambda: screen.works(*search), process)
        windows = screen.run(*search).split()
        until(lambda: screen.works("xdotool", "windowactivate", "--sync", windows[-1]), process)
        yield process


@contextmanager
def _running(
    command: Sequence[str], said: Path, environment: dict[str, str] | None, *handed: int
) -> Iterator[subprocess.Popen[bytes]]:
    with said.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, env=environment, pass_fds=handed)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)
