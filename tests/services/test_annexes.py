from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from bra_desktop.domain.errors import UserError
from bra_desktop.services import reading, undoing
from bra_desktop.services.office import Office
from bra_desktop.services.papers import annexes
from bra_desktop.storage import attachments
from tests.ui.almby_office import PLANNED, almby

REF = "BRA-2026-12-03"


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as office:
        yield office


def first_item(office: Office) -> str:
    return reading.meeting_view(office, REF).content.items[0].key


def pdf(folder: Path, *, password: str = "", opens: bool = False) -> Path:
    """opens: the password is needed only to change it."""
    document = pikepdf.new()
    document.add_blank_page()
    document.add_blank_page()
    path = folder / "Lägesbild_november.pdf"
    locked = pikepdf.Encryption(owner=password, user="" if opens else password)
    document.save(path, encryption=locked if password else None)
    return path


def test_a_file_becomes_an_annex_of_its_item_with_name_size_and_pages(office: Office, tmp_path: Path) -> None:
    path = pdf(tmp_path)
    key = annexes.add_annex(office, REF, path, item_id=first_item(office))
    content = reading.meeting_view(office, REF).content
    annex = content.annex(key)
    assert (annex.title, annex.number, annex.pages, annex.size) == ("Lägesbild november", 6, 2, path.stat().st_size)
    assert key in content.items[0].annexes
    assert annexes.read_file(office, annex.digest, annex.file_name).content == path.read_bytes()


def test_a_removed_annex_comes_back_with_its_number_and_its_item(office: Office) -> None:
    content = reading.meeting_view(office, REF).content
    second = content.annexes[1].key
    change = annexes.remove_annex(office, second)
    left = reading.meeting_view(office, REF).content
    assert [a.number for a in left.annexes] == [1, 2, 3, 4]
    assert all(second not in item.annexes for item in left.items)
    assert change is not None
    undoing.undo(office, change.id)
    assert reading.meeting_view(office, REF).content == content


def test_a_text_can_be_an_annex_and_be_changed_and_moved(office: Office) -> None:
    key = annexes.add_annex(office, REF, text="Parterna är överens.", title="Överenskommelse")
    annexes.change_annex(office, key, {"origin": "Rådet", "later": True})
    annexes.put_at_item(office, key, first_item(office))
    annexes.put_at_item(office, key, None)
    content = reading.meeting_view(office, REF).content
    assert (content.annex(key).origin, content.annex(key).later, bool(content.annex(key).text)) == ("Rådet", True, True)
    assert all(key not in item.annexes for item in content.items)


@pytest.mark.parametrize("name", ["finns inte.docx", "finns inte.pdf", ""])
def test_a_file_that_is_missing_is_refused_and_nothing_is_changed(office: Office, tmp_path: Path, name: str) -> None:
    before = reading.meeting_view(office, REF).content
    with pytest.raises(UserError, match="finns inte eller går inte att läsa" if name else "är en mapp"):
        annexes.add_annex(office, REF, tmp_path / name, title="Handling")
    assert reading.meeting_view(office, REF).content == before


def test_a_locked_pdf_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="är låst med lösenord"):
        annexes.add_annex(office, REF, pdf(tmp_path, password="hemligt"))


def test_a_pdf_that_opens_and_may_not_be_changed_is_refused_since_it_is_encrypted(
    office: Office, tmp_path: Path
) -> None:
    before = reading.meeting_view(office, REF).content
    path = pdf(tmp_path, password="hemligt", opens=True)
    with pytest.raises(UserError, match=r"^Lägesbild_november.pdf går att öppna men är skyddad .* en ny pdf"):
        annexes.add_annex(office, REF, path)
    with pytest.raises(UserError, match="är skyddad mot ändring"):
        annexes.replace_file(office, before.annexes[0].key, path)
    assert reading.meeting_view(office, REF).content == before


def test_a_damaged_pdf_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "trasig.pdf"
    path.write_bytes(b"inte en pdf")
    with pytest.raises(UserError, match="går inte att läsa som pdf"):
        annexes.add_annex(office, REF, path)


def test_a_picture_that_is_broken_or_cut_off_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "bild.png"
    Image.effect_noise((80, 80), 50).save(path)
    annexes.add_annex(office, REF, path)
    for broken in (path.read_bytes()[: path.stat().st_size // 2], b"inte en bild"):
        path.write_bytes(broken)
        before = reading.meeting_view(office, REF).content
        with pytest.raises(UserError, match=r"bild\.png går inte att läsa som bild"):
            annexes.add_annex(office, REF, path)
        assert reading.meeting_view(office, REF).content == before


def test_a_file_that_is_too_large_is_refused(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_SIZE", 1024 * 1024)
    path = tmp_path / "stor.bin"
    path.write_bytes(bytes(1024 * 1024 + 1))
    with pytest.raises(UserError, match="är 2 MB; högst 1 MB går in"):
        annexes.add_annex(office, REF, path)


@pytest.mark.parametrize("name", ["stor.pdf", "stor.png"])
def test_what_is_too_large_is_told_before_what_else_is_wrong_with_it(office: Office, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    before = reading.meeting_view(office, REF).content
    with pytest.raises(UserError, match=f"{name} är 300 MB; högst 100 MB går in. Dela upp eller minska filen."):
        annexes.add_annex(office, REF, path)
    with pytest.raises(UserError, match="är 300 MB; högst 100 MB går in"):
        annexes.replace_file(office, before.annexes[0].key, path)
    assert reading.meeting_view(office, REF).content == before


def test_an_annex_without_a_title_is_refused(office: Office) -> None:
    with pytest.raises(UserError, match="Skriv vad handlingen heter"):
        annexes.add_annex(office, REF, text="Text utan namn")
