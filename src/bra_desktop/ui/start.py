"""From nothing to a window with the data in it: paints first, opens the data after that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bra_desktop.system.paths import Paths
from bra_desktop.system.resources import resource_path
from bra_desktop.system.settings import Settings
from bra_desktop.ui.app import AGAIN, Start, run
from bra_desktop.ui.settings_page.presenter import remembered

if TYPE_CHECKING:  # loaded when the first frame has been painted
    from datetime import datetime
    from logging import Handler

    from bra_desktop.ui.desk import Desk
    from bra_desktop.ui.host import Host
    from bra_desktop.ui.main_window import MainWindow


def open_window(data: Path | None) -> int:
    """Open the window on the platform's data folder or on ``data``; answers the exit code when it is closed."""
    paths = Paths.chosen(data)
    settings = Settings(paths.config)
    desks: list[Desk] = []

    def prepare() -> Start:
        from bra_desktop.system.clock import utc_now
        from bra_desktop.ui.desk import Desk

        desks.append(Desk(paths, settings, utc_now, named=data is not None))
        return start_with(desks[0], settings)

    try:
        code = run(resource_path("tokens.json").parent, remembered(settings), prepare)
    finally:
        for desk in desks:
            desk.close()
    return _begin_anew() if code == AGAIN else code


def _begin_anew() -> int:
    """The same command once more, in a process of its own, after this one has let go of the data."""
    import sys

    from PySide6.QtCore import QProcess

    # The packed program is its own interpreter; else what follows the interpreter was perhaps -m and a module.
    arguments = sys.argv[1:] if hasattr(sys, "frozen") else sys.orig_argv[1:]
    started, _process = QProcess.startDetached(sys.executable, arguments)
    return 0 if started else 1


def start_with(desk: Desk, settings: Settings, hosted: Callable[[Host], None] = lambda _host: None) -> Start:
    """What the window starts with. ``hosted`` is told who leads the window, once it has been painted."""
    from bra_desktop.ui.page_specs import page_specs

    hosts: list[Host] = []

    def seat_host(window: MainWindow) -> None:
        from bra_desktop.ui.host import Host

        host = Host(window, desk, _log_to)
        hosts.append(host)
        hosted(host)
        host.open_data()

    def write_log(error: BaseException) -> None:
        for host in hosts:
            host.keep_log()
        _write_crash(error)

    return Start(
        resources=resource_path("tokens.json").parent,
        version=_version,
        memory=settings,
        specs=page_specs(desk, lambda: hosts[0]),
        clock=_local_clock,
        opened=seat_host,
        write_log=write_log,
        look=remembered(settings),
    )


def _write_crash(error: BaseException) -> None:
    """The log writes where it failed, and none of the words."""
    import logging

    logging.getLogger("bra_desktop.window").error("crashed", exc_info=error)


def _local_clock() -> datetime:
    from bra_desktop.system.clock import local, utc_now

    return local(utc_now())


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("bra-desktop")
    except PackageNotFoundError:
        return "utan version"


def _log_to(folder: Path) -> Handler | None:
    """Begin the log; a place that cannot be written to must not keep anybody from the minutes."""
    from bra_desktop.system.log import start_log

    try:
        return start_log(folder)
    except OSError:
        return None
