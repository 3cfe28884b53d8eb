"""The computer's identity, its folders and its clock."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bra_desktop.system.clock import local, utc_now
from bra_desktop.system.device import this_device
from bra_desktop.system.paths import Paths


def test_the_device_keeps_its_identity(tmp_path: Path) -> None:
    first = this_device(tmp_path / "config")
    assert this_device(tmp_path / "config") == first
    assert str(uuid.UUID(first.id)) == first.id
    assert this_device(tmp_path / "another").id != first.id


def test_a_broken_identity_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "device").write_text("nonsense")
    made = this_device(tmp_path)
    assert this_device(tmp_path) == made


def test_with_a_named_folder_nothing_lies_outside_it(tmp_path: Path) -> None:
    paths = Paths.chosen(tmp_path)
    assert {paths.data, paths.config.parent, paths.logs.parent} == {tmp_path}


def test_without_one_the_data_lie_in_the_platforms_local_folder() -> None:
    paths = Paths.chosen(None)
    for path in (paths.data, paths.config, paths.logs):
        assert path.is_relative_to(Path.home())
    assert paths.data.name == "kommun"
    assert "Roaming" not in paths.data.parts


def test_what_is_recorded_is_utc_and_what_is_shown_is_swedish() -> None:
    assert utc_now().tzinfo is UTC
    assert local(datetime(2026, 7, 1, 12, tzinfo=UTC)) == datetime(2026, 7, 1, 14)
    assert local(datetime(2026, 12, 1, 12, tzinfo=UTC)) == datetime(2026, 12, 1, 13)
    assert local(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)).date() == date(2027, 1, 1)
    with pytest.raises(ValueError, match="time zone"):
        local(datetime(2026, 12, 1))
