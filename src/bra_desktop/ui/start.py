"""From nothing to a window with the data in it: paints first, opens the data after that."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from bra_desktop.system.clock import utc_now
from bra_desktop.system.paths import Paths
from bra_desktop.system.resources import resource_path
from bra_desktop.system.settings import Settings
from bra_desktop.ui.app import Start, run
from bra_desktop.ui.desk import Desk
from bra_desktop.ui.host import Host
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.page_specs import page_specs
from bra_desktop.ui.settings_page.presenter import remembered

if TYPE_CHECKING:
    from logging import Handler

LOG = logging.getLogger("bra_desktop.window")


def open_window(data: Path | None) -> int:
    """Open the window on the platform's data folder or on ``data``; answers the exit code when it is closed."""
    paths = Paths.chosen(data)
    settings = Settings(paths.config)
    desk = Desk(paths, settings, utc_now, named=data is not None)
    try:
        return run(start_with(desk, settings))
    finally:
        desk.close()


def start_with(desk: Desk, settings: Settings, hosted: Callable[[Host], None] = lambda _host: None) -> Start:
    """What the window starts with. ``hosted`` is told who leads the window, once it has been painted."""
    hosts: list[Host] = []

    def seat_host(window: MainWindow) -> None:
        host = Host(window, desk, _log_to)
        hosts.append(host)
        hosted(host)
        host.open_data()

    return Start(
        resources=resource_path("tokens.json").parent,
        version=_version(),
        memory=settings,
        specs=page_specs(desk, lambda: hosts[0]),
        clock=_local_clock,
        opened=seat_host,
        write_log=lambda words: LOG.error("crash report of %s characters", len(words)),
        look=remembered(settings),
    )


def window_works() -> None:
    """Open the real window without a screen on an empty folder, make a municipality, type, close. Raises if it fails.

    For the self-test of an installation.
    """
    from bra_desktop.ui.window_check import check_window

    check_window()


def _local_clock() -> datetime:
    from bra_desktop.system.clock import local

    return local(utc_now())


def _version() -> str:
    try:
        return version("bra-desktop")
    except PackageNotFoundError:
        return "utan version"


def _log_to(folder: Path) -> Handler | None:
    """Begin the log; a place that cannot be written to must not keep anybody from the minutes."""
    from bra_desktop.system.log import start_log

    try:
        return start_log(folder)
    except OSError as error:
        LOG.warning("no log can be kept: %s", type(error))
        return None
