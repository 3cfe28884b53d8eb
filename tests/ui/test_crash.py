"""The crash dialog: the work is saved first, then it is said, and the report holds nothing that was typed."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.crash.crash_dialog import CrashDialog
from bra_desktop.ui.crash.crash_guard import CrashGuard, report_text
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part
from tests.ui.unnamed import unnamed


def fault() -> Exception:
    secret = "Karin Berg är sjuk"
    try:
        raise LookupError(secret)
    except LookupError as error:
        return error


def guard(theme: Theme, events: list[str], saves: bool = True) -> CrashGuard:
    def save() -> bool:
        events.append("saved")
        if not saves:
            raise OSError("disken är full")
        return True

    def restart() -> None:
        events.append("restarted")

    def log(_error: BaseException) -> None:
        events.append("logged")

    return CrashGuard(theme, lambda: "0.1", save, restart, log, lambda error: events.append(error.text))


def test_the_work_is_saved_before_anything_is_said(qtbot: QtBot, theme: Theme) -> None:
    events: list[str] = []
    dialog = guard(theme, events).dialog(fault())
    qtbot.addWidget(dialog)
    assert events == ["saved"]
    assert dialog.words.text() == (
        "Något gick fel i programmet. Din text är sparad. Starta om, så öppnas mötet på samma ställe."
    )
    assert unnamed(dialog) == []


def test_it_is_said_first_when_the_work_could_not_be_saved(qtbot: QtBot, theme: Theme) -> None:
    dialog = guard(theme, [], saves=False).dialog(fault())
    qtbot.addWidget(dialog)
    assert dialog.words.text().startswith("Det senaste du skrev är inte sparat.")


def test_what_is_not_saved_can_be_gone_back_to(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    monkeypatch.setattr(CrashDialog, "exec", lambda dialog: part(dialog, QPushButton, "crash.back").click())
    keeper = guard(theme, events, saves=False)
    keeper.handle(fault())
    assert "restarted" not in events
    dialog = keeper.dialog(fault())
    qtbot.addWidget(dialog)
    dialog.show()
    assert part(dialog, QPushButton, "crash.back").isVisible()
    assert unnamed(dialog) == []
    saved = guard(theme, []).dialog(fault())
    qtbot.addWidget(saved)
    saved.show()
    assert not part(saved, QPushButton, "crash.back").isVisible()


def test_a_fault_on_the_way_out_is_logged_and_not_told(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    monkeypatch.setattr(CrashDialog, "exec", lambda dialog: part(dialog, QPushButton, "crash.restart").click())
    keeper = guard(theme, events)
    keeper.handle(fault())
    keeper.handle(fault())
    assert events == ["logged", "saved", "restarted", "logged"]


def test_starting_anew_is_the_way_on(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    monkeypatch.setattr(CrashDialog, "exec", lambda dialog: part(dialog, QPushButton, "crash.restart").click())
    guard(theme, events).handle(fault())
    assert events == ["logged", "saved", "restarted"]


def test_a_second_fault_opens_no_second_dialog(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    keeper = guard(theme, events)
    monkeypatch.setattr(CrashDialog, "exec", lambda _dialog: keeper.handle(fault()))
    keeper.handle(fault())
    assert events == ["logged", "saved", "logged"]


def test_a_report_is_not_written_over_the_data(tmp_path: Path, qtbot: QtBot, theme: Theme) -> None:
    database = tmp_path / "bra.sqlite"
    database.write_bytes(b"data")
    dialog = CrashDialog(theme, True, report_text(fault(), "0.1"))
    qtbot.addWidget(dialog)
    dialog.save_report(database)
    assert database.read_bytes() == b"data"
    assert "hör till kommunens data" in dialog.words.text()


def test_the_report_says_where_and_not_what(tmp_path: Path, qtbot: QtBot, theme: Theme) -> None:
    report = report_text(fault(), "0.1")
    assert "LookupError" in report
    assert "test_crash.py" in report
    assert "Karin" not in report
    dialog = CrashDialog(theme, True, report)
    qtbot.addWidget(dialog)
    dialog.save_report(tmp_path / "felrapport.txt")
    assert (tmp_path / "felrapport.txt").read_text(encoding="utf-8") == report
    assert not [label for label in dialog.findChildren(QLabel) if "LookupError" in label.text()]


def test_what_a_person_can_mend_is_said_as_such_wherever_it_came_up(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    guard(theme, events).install()
    sys.excepthook(UserError, UserError("Disken är full."), None)
    assert events == ["Disken är full."]
