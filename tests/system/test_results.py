"""Results are written whole, all or none, and what stops it is told in one sentence."""

import errno
from pathlib import Path

import pytest

from bra_desktop.domain.errors import UserError
from bra_desktop.system.results import results_with, write_result, write_results


def test_a_file_is_written_over_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "Kallelse BRÅ å ä ö.pdf"
    assert write_result(path, b"ett") == path
    write_result(path, b"nytt")
    assert path.read_bytes() == b"nytt"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_of_several_files_none_is_left_when_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "a.txt").write_bytes(b"gammal")
    with pytest.raises(UserError, match=r"^b\.txt kan inte sparas där\."):
        write_results({tmp_path / "a.txt": b"ny", tmp_path / "b.txt": b"ny", tmp_path / "c.txt": b"ny"})
    assert (tmp_path / "a.txt").read_bytes() == b"gammal"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_files_get_their_names_only_when_what_belongs_to_them_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"gammal")
    with pytest.raises(ValueError, match="sparades inte"), results_with({tmp_path / "a.txt": b"ny"}):
        raise ValueError("sparades inte")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.txt": b"gammal"}
    with results_with({tmp_path / "a.txt": b"ny"}):
        assert (tmp_path / "a.txt").read_bytes() == b"gammal"
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.txt": b"ny"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kan inte sparas där") as told:
        write_result(tmp_path / "saknas" / "a.txt", b"x")
    assert told.value.where.endswith("a.txt")


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disken är full"), (errno.EROFS, "kan inte sparas där")], ids=["full", "locked"]
)
def test_a_disk_that_takes_no_more_is_told_even_when_it_cannot_be_tidied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UserError, match=words):
        write_result(tmp_path / "a.txt", b"x")
