"""What holds for every test: no screen, no network, no folder of the user's, repeatable examples."""

import functools
import gc
import os
import socket
from collections.abc import Generator, Iterator
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from bra_desktop.storage.database import Database
from bra_desktop.ui.collecting import collect_what_is_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

PATIENCE = 60_000
"""Milliseconds that a test of the screen waits for what shall come."""

pytest_plugins = ["tests.validators.plugin"]


def pytest_configure() -> None:
    """Leave no cycle to a thread that saves: Qt's objects may be destroyed in their own thread only."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look no more at what was loaded for all tests: it stays, and there is much of it."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Empty the clipboard while Python is still there.

    Without a window system Qt keeps the clipboard in a static object, which deletes what lies in it when the process
    ends; of a QMimeData made in Python that ends in a fault in PySide6 6.11.3, since the interpreter is gone by then.
    """
    if isinstance(application := QApplication.instance(), QApplication):
        application.clipboard().clear()


class _SharersTogether(LoadScopeScheduling):  # type: ignore[misc]
    """Gives each test to the worker that is free, and a file whose tests share something to one worker.

    What is made once for a module (the demo is played in it) is then made once, not once for each worker. By the
    mark ``xdist_group`` it cannot be had: pytest 9.2 does not look at the name that pytest-xdist 3.8 gives the test.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if _shares(self.config.rootpath / file) else nodeid


@functools.cache
def _shares(file: Path) -> bool:
    return 'scope="module"' in file.read_text("utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """How the tests are divided between the workers."""
    return _SharersTogether(config, log)


class _PatientBot(QtBot):
    """Waits until what shall come has come, however much else the machine does."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)  # noqa: N815 - overrides
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)  # noqa: N815 - overrides
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)  # noqa: N815 - overrides


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return _PatientBot(request)


@pytest.fixture(autouse=True)
def _collect_between_tests() -> Iterator[None]:
    yield
    collect_what_is_due()


_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember for the fixtures whether their test has failed."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def _close_what_a_failed_test_left_open(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Close the data that a test opened and had no time to close, so that it fails alone.

    Left to the collector, their warning would come in the middle of another test. A test that succeeds closes its own.
    """
    opened: list[Database] = []
    begin = Database.__init__

    def remembered(self: Database, *arguments: Any, **named: Any) -> None:
        begin(self, *arguments, **named)
        opened.append(self)

    monkeypatch.setattr(Database, "__init__", remembered)
    yield
    if request.node.stash.get(_FAILED, False):
        for database in opened:
            database.close()


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every folder that the platform would offer at a temporary one, so that no test meets a user's data."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(home))
    for variable, folder in (
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
    ):
        monkeypatch.setenv(variable, str(home / folder))
    return home


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine: the program is offline by promise."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local_only)
