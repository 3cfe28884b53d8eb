"""Settings are declared once, keep to what is declared, and never stand in the way."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from bra_desktop.domain.errors import UserError
from bra_desktop.system import declared
from bra_desktop.system.declared import APPEARANCE, TEXT_SIZE
from bra_desktop.system.settings import Setting, Settings


def test_a_chosen_value_is_there_the_next_time(tmp_path: Path) -> None:
    Settings(tmp_path / "ny").put(APPEARANCE, "dark")
    assert Settings(tmp_path / "ny").get(APPEARANCE) == "dark"
    assert Settings(tmp_path / "ny").get(TEXT_SIZE) == 100


def test_what_is_not_declared_is_refused_with_a_sentence(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    with pytest.raises(UserError, match="”rosa” kan inte väljas för Utseende"):
        settings.put(APPEARANCE, "rosa")
    with pytest.raises(UserError):
        settings.put(TEXT_SIZE, 500)
    assert not settings.path.exists()


@pytest.mark.parametrize("written", ['{"appearance": "rosa"}', '{"appearance": 7}', '{"text_size": true}', "{}"])
def test_a_value_in_the_file_that_does_not_fit_gives_the_default(tmp_path: Path, written: str) -> None:
    (tmp_path / "settings.json").write_text(written)
    assert Settings(tmp_path).get(APPEARANCE) == "system"
    assert Settings(tmp_path).get(TEXT_SIZE) == 100


@pytest.mark.parametrize("written", ["{", "[]", "\x00", '{"memory": 3}'])
def test_a_broken_file_is_moved_aside_and_the_defaults_hold(tmp_path: Path, written: str) -> None:
    (tmp_path / "settings.json").write_text(written)
    settings = Settings(tmp_path)
    assert settings.get(APPEARANCE) == "system"
    settings.put(APPEARANCE, "light")
    assert (tmp_path / "settings.broken.json").read_text() == written


def test_settings_of_a_newer_version_survive(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"from_the_future": 3}')
    Settings(tmp_path).put(APPEARANCE, "light")
    assert json.loads((tmp_path / "settings.json").read_text())["from_the_future"] == 3


def test_the_window_remembers_short_texts(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.recall("actions.columns") == ""
    settings.remember("actions.columns", "120,åäö")
    assert Settings(tmp_path).recall("actions.columns") == "120,åäö"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@contextmanager
def no_room() -> Iterator[None]:
    """Files can be read, but none can be written, as on a full disk."""
    resource = pytest.importorskip("resource")
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_setting_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(UserError, match="kunde inte sparas"):
        Settings(tmp_path / "fil").put(APPEARANCE, "dark")


def test_every_setting_is_declared_once_with_words_and_a_default_it_accepts() -> None:
    every = [value for value in vars(declared).values() if isinstance(value, Setting)]
    keys = [setting.key for setting in every]
    assert len(keys) >= 5
    assert len(keys) == len(set(keys))
    for setting in every:
        assert setting.accepts(setting.default)
        assert setting.label
        assert setting.help.endswith(".")


def test_a_jotting_is_there_at_the_next_start_and_leaves_the_settings_alone(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.jot("live.caret", "å:7")
    assert Settings(tmp_path).recall("live.caret") == "å:7"
    assert not settings.path.exists()
    settings.jot("live.caret", "")
    assert Settings(tmp_path).recall("live.caret") == ""


@pytest.mark.parametrize("written", ["", "{", "[]", '{"live.caret": 7}'])
def test_a_broken_jotting_stands_in_nobodys_way(tmp_path: Path, written: str) -> None:
    (tmp_path / "jottings.json").write_text(written)
    settings = Settings(tmp_path)
    assert settings.recall("live.caret") == ""
    settings.jot("live.caret", "b:2")
    assert Settings(tmp_path).recall("live.caret") == "b:2"


def test_a_jotting_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    settings = Settings(tmp_path / "fil")
    settings.jot("live.caret", "b:2")
    assert settings.recall("live.caret") == "b:2"


def test_what_could_not_be_jotted_down_is_no_older_thing_again_and_is_written_with_the_next(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.jot("live.caret", "a:1")
    with no_room():
        settings.jot("live.caret", "a:72")
        settings.jot("live.meeting", "BRA-1")
        settings.jot("live.caret", "b:4")
        settings.jot("live.place", "x")
        assert (settings.recall("live.caret"), settings.recall("live.meeting")) == ("b:4", "BRA-1")
    assert Settings(tmp_path).recall("live.caret") == "a:1"
    settings.jot("live.caret", "b:4")
    there = Settings(tmp_path)
    assert (there.recall("live.caret"), there.recall("live.meeting")) == ("b:4", "BRA-1")


def test_what_another_window_has_written_since_stays(tmp_path: Path) -> None:
    early = Settings(tmp_path)
    assert early.recall("live.caret") == ""
    late = Settings(tmp_path)
    late.put(APPEARANCE, "dark")
    late.remember("actions.columns", "120")
    late.jot("live.caret", "b:2")
    early.put(TEXT_SIZE, 125)
    early.remember("projector.dark", "ja")
    early.jot("live.meeting", "BRA-1")
    there = Settings(tmp_path)
    assert (there.get(APPEARANCE), there.get(TEXT_SIZE)) == ("dark", 125)
    assert (there.recall("actions.columns"), there.recall("projector.dark")) == ("120", "ja")
    assert (there.recall("live.caret"), there.recall("live.meeting")) == ("b:2", "BRA-1")


def test_a_window_that_begins_later_reads_anew(tmp_path: Path) -> None:
    early = Settings(tmp_path)
    early.jot("live.caret", "a:1")
    late = Settings(tmp_path)
    late.put(APPEARANCE, "dark")
    late.jot("live.caret", "b:2")
    early.read_anew()
    assert early.get(APPEARANCE) == "dark"
    assert early.recall("live.caret") == "b:2"


def test_a_setting_that_cannot_be_saved_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    settings = Settings(tmp_path / "fil")
    with pytest.raises(UserError):
        settings.remember("projector.dark", "ja")
    assert settings.recall("projector.dark") == "ja"


def test_two_threads_that_write_lose_nothing_of_each_other(tmp_path: Path) -> None:
    settings = Settings(tmp_path)

    def write(number: int) -> None:
        settings.remember(f"a{number}", "1")
        settings.jot(f"b{number}", "1")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(40)))
    there = Settings(tmp_path)
    assert all(there.recall(f"{letter}{n}") == "1" for letter in "ab" for n in range(40))
