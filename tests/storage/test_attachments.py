"""Attachments are files named by their content, on the disk before anything names them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.storage import attachments as module
from bra_desktop.storage.attachments import AttachmentMissing, Attachments, TooLarge
from bra_desktop.storage.database import Database
from bra_desktop.storage.work import Work


@pytest.fixture
def kept(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "bilagor")


@given(content=st.binary(max_size=5000))
def test_what_is_kept_is_read_back_and_named_by_its_digest(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    kept = Attachments(tmp_path_factory.mktemp("kommun") / "bilagor")
    stored = kept.keep_bytes(content, "underlag.pdf")
    assert stored.id == hashlib.sha256(content).hexdigest()
    assert stored.size == len(content)
    assert kept.read(stored.id) == content


def test_the_same_content_is_kept_once_and_no_half_made_file_is_left(kept: Attachments, tmp_path: Path) -> None:
    source = tmp_path / "lägesbild åäö.pdf"
    source.write_bytes(b"x" * 3_000_000)
    first = kept.keep_file(source)
    with source.open("rb") as stream:
        second = kept.keep_stream(stream, source.name)
    assert (first.id, first.size) == (second.id, second.size)
    assert [p for p in kept.folder.rglob("*") if p.is_file()] == [kept.path(first.id)]


def test_a_file_that_is_too_large_is_refused_with_its_size(
    kept: Attachments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(module.MAX_SIZE + 1)
    with pytest.raises(TooLarge, match=r"film\.mp4 är 101 MB; högst 100 MB går in"):
        kept.keep_file(large)
    monkeypatch.setattr(module, "MAX_SIZE", 10)
    with pytest.raises(TooLarge):
        kept.keep_stream(io.BytesIO(b"x" * 11), "ström")
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and p != large]


def test_missing_and_changed_files_are_found(kept: Attachments) -> None:
    whole, missing, changed = (kept.keep_bytes(name, "fil") for name in (b"hel", b"borta", b"annan"))
    kept.path(missing.id).unlink()
    kept.path(changed.id).write_bytes(b"Annan")
    findings = kept.verify([whole, missing, changed])
    assert [f.what for f in findings] == [
        "Filen saknas.",
        "Filens innehåll stämmer inte med kontrollsumman.",
    ]
    with pytest.raises(AttachmentMissing):
        kept.read(changed.id)
    with pytest.raises(AttachmentMissing), kept.open(missing.id):
        pass


def test_a_digest_that_is_a_path_is_no_digest(kept: Attachments) -> None:
    for name in ("../bra.sqlite", "x" * 64, ""):
        with pytest.raises(ValueError, match="not a digest"):
            kept.path(name)


def test_the_manifest_names_a_file_once_and_with_the_change_set(database: Database, work: Callable[..., Work]) -> None:
    for _ in range(2):
        stored = database.attachments.keep_bytes(b"protokoll", "protokoll.pdf")
        with work("Bifoga") as w:
            assert w.keep(stored) == stored.id
            w.commit()
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, size FROM stored_file").all()
    assert [tuple(row) for row in rows] == [(stored.id, 9)]
