"""What is typed in a form and not sent yet: whole or as it was, for its owner alone, and never a hindrance."""

import errno
import os
from pathlib import Path

import pytest

from bra_desktop.storage import drafts as module
from bra_desktop.storage.drafts import Drafts
from bra_desktop.storage.failures import DiskFull

MEETING, KEY = "möte-1", "a"


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path)


def names(folder: Path) -> set[str]:
    return {str(place.relative_to(folder)) for place in folder.rglob("*")}


def test_a_draft_is_read_back_and_follows_what_is_typed(drafts: Drafts, tmp_path: Path) -> None:
    for words in ("Byt", "Byt armaturer i gångtunneln – É"):
        drafts.keep(MEETING, KEY, words)
    drafts.keep(MEETING, "b", "annat")
    drafts.keep("möte-2", KEY, "i ett annat möte")
    assert drafts.of(MEETING) == {KEY: "Byt armaturer i gångtunneln – É", "b": "annat"}
    assert drafts.meetings() == (MEETING, "möte-2")
    assert not [name for name in names(tmp_path) if name.endswith(".new")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_the_owner_can_read_a_draft_whatever_the_system_lets_others(drafts: Drafts, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        drafts.keep(MEETING, KEY, "sekretess")
    finally:
        os.umask(before)
    modes = {place.name: place.stat().st_mode & 0o777 for place in tmp_path.rglob("*")}
    assert modes == {"utkast": 0o700, MEETING: 0o700, f"{KEY}.json": 0o600}


def test_a_draft_that_is_dropped_or_disposed_of_is_gone_and_again_is_no_fault(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(MEETING, KEY, "ord")
    drafts.keep(MEETING, "b", "ord")
    for _again in range(2):
        drafts.drop(MEETING, KEY)
    assert drafts.of(MEETING) == {"b": "ord"}
    for _again in range(2):
        drafts.dispose(MEETING)
    assert names(tmp_path) == {"utkast"}
    assert drafts.of(MEETING) == {}


def test_a_full_disk_is_told_and_the_draft_is_as_it_was(
    drafts: Drafts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.keep(MEETING, KEY, "förr")

    def full(_file: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "sync_file", full)
    with pytest.raises(DiskFull):
        drafts.keep(MEETING, KEY, "nu")
    assert drafts.of(MEETING) == {KEY: "förr"}
    assert names(tmp_path) == {"utkast", f"utkast/{MEETING}", f"utkast/{MEETING}/{KEY}.json"}


def test_what_cannot_be_read_is_left_out_and_what_was_half_made_is_taken_away(drafts: Drafts, tmp_path: Path) -> None:
    drafts.keep(MEETING, KEY, "ord")
    folder = tmp_path / "utkast" / MEETING
    (folder / "trasig.json").write_bytes(b"\xff\xfe\x00")
    (folder / "mapp.json").mkdir()
    (folder / "half.new").write_text("halva ord", encoding="utf-8")
    assert drafts.of(MEETING) == {KEY: "ord"}
    assert not (folder / "half.new").exists()


def test_without_drafts_there_is_nothing_to_read_and_no_folder_is_made(drafts: Drafts, tmp_path: Path) -> None:
    assert (drafts.meetings(), drafts.of(MEETING)) == ((), {})
    drafts.drop(MEETING, KEY)
    assert names(tmp_path) == set()
