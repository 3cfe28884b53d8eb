"""Pictures for a text: kept as they are, and refused in one sentence when they are none or broken."""

from pathlib import Path

import pytest
from PIL import Image as Pictures

from bra_desktop.domain.errors import UserError
from bra_desktop.services.papers.pictures import keep_picture
from tests.builders import Council


def picture(folder: Path, name: str, kind: str) -> Path:
    Pictures.new("RGB", (40, 30), (200, 30, 30)).save(folder / name, kind)
    return folder / name


@pytest.mark.parametrize(("name", "kind"), [("karta.png", "PNG"), ("karta.jpg", "JPEG")])
def test_a_picture_is_kept_as_it_is(bra: Council, tmp_path: Path, name: str, kind: str) -> None:
    path = picture(tmp_path, name, kind)
    digest = keep_picture(bra.office, path)
    assert keep_picture(bra.office, path) == digest
    assert bra.office.database.attachments.read(digest) == path.read_bytes()


def broken(folder: Path) -> list[Path]:
    whole = picture(folder, "hel.png", "PNG").read_bytes()
    made = {
        "halv.png": whole[: len(whole) // 2],
        "sida.png": b"<html><body>inte en bild</body></html>",
        "bild.gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        "tom.jpg": b"",
        "vapen.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [*(folder / name for name in made), folder / "finns inte.png", folder]


def test_what_is_no_picture_is_refused_in_one_sentence_and_nothing_is_kept(bra: Council, tmp_path: Path) -> None:
    kept = sorted(path for path in bra.office.database.attachments.folder.rglob("*") if path.is_file())
    for path in broken(tmp_path):
        with pytest.raises(UserError, match=r"^Bilden .* går inte att öppna\. Spara om den som PNG eller JPEG och"):
            keep_picture(bra.office, path)
    large = tmp_path / "stor.png"
    with large.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(UserError, match=r"stor.png är 300 MB; en bild får vara högst 20 MB"):
        keep_picture(bra.office, large)
    assert sorted(path for path in bra.office.database.attachments.folder.rglob("*") if path.is_file()) == kept


@pytest.mark.parametrize("side", [12_000, 20_000])
def test_a_picture_with_more_dots_than_paper_shows_is_refused_without_being_read(
    bra: Council, tmp_path: Path, side: int
) -> None:
    Pictures.new("1", (side, side)).save(tmp_path / "stor.png")
    with pytest.raises(UserError, match=r"^stor\.png har mer än 80 miljoner bildpunkter\. Minska bilden"):
        keep_picture(bra.office, tmp_path / "stor.png")
