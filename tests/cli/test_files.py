"""Annexes and arms from the command line: taken in, or refused in one sentence with nothing changed."""

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Run, rows_of

REF = "BRA-2025-03-06"


def blank(folder: Path, name: str, password: str = "") -> Path:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        locked = pikepdf.Encryption(owner=password, user=password) if password else None
        pdf.save(folder / name, encryption=locked)
    return folder / name


def large(folder: Path) -> Path:
    with (folder / "film.mp4").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    return folder / "film.mp4"


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_a_file_becomes_an_annex_of_an_item(town: Path, run: Run, tmp_path: Path) -> None:
    path = blank(tmp_path, "rapport.pdf")
    said = run("import", "annex", REF, path, "--item", "4", "--title", "Rapport", "--data", town, "--json")
    assert (said.code, said.value["title"]) == (0, "Rapport")
    assert len(said.value["digest"]) == 64
    again = run("import", "annex", REF, path, "--data", town)
    assert again.out.startswith(f"Bilaga {said.value['number'] + 1} rapport\n{said.value['digest']}")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda f: blank(f, "låst.pdf", "hemligt"), "låst.pdf är låst med lösenord och kan inte bli bilaga."),
        (large, "film.mp4 är 300 MB; högst 100 MB går in. Dela upp eller minska filen."),
        (lambda f: written(f, "trasig.pdf", b"%PDF-1.7 och inget mer"), "trasig.pdf går inte att läsa som pdf."),
        (lambda f: written(f, "tom.docx", b""), "tom.docx är tom: det finns inget i filen. Välj en annan fil."),
        (lambda f: f / "borta.docx", "Filen borta.docx finns inte eller går inte att läsa."),
    ],
)
def test_a_file_that_can_be_no_annex_is_refused_and_nothing_changes(
    town: Path, run: Run, tmp_path: Path, make: object, words: str
) -> None:
    path, before = make(tmp_path), rows_of(town)  # type: ignore[operator]
    said = run("import", "annex", REF, path, "--data", town, "--json")
    assert said.code == 2
    assert said.error["error"].startswith(words)
    assert rows_of(town) == before


def test_an_item_that_is_not_on_the_agenda_is_refused(town: Path, run: Run, tmp_path: Path) -> None:
    said = run("import", "annex", REF, blank(tmp_path, "a.pdf"), "--item", "99", "--data", town)
    assert said.code == 2
    assert "Dagordningen har ingen punkt 99." in said.err


def test_arms_are_chosen_and_what_is_no_picture_is_refused(town: Path, run: Run, tmp_path: Path) -> None:
    square = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z" fill="#147"/></svg>'
    assert run("import", "arms", written(tmp_path, "vapen.svg", square), "--data", town).out == "Vapnet är bytt.\n"
    before = rows_of(town)
    for name, content in (("sida.svg", b"<html><body>Vapen</body></html>"), ("sida.png", b"<!doctype html>")):
        said = run("import", "arms", written(tmp_path, name, content), "--data", town, "--json")
        assert said.code == 2
        assert said.error["error"] == f"{name} är ingen bild. Välj kommunens vapen som SVG eller PNG."
    said = run("import", "arms", tmp_path / "borta.svg", "--data", town, "--json")
    assert (said.code, said.error["error"]) == (
        2, "Filen borta.svg finns inte eller går inte att läsa. Välj en annan fil."
    )  # fmt: skip
    assert rows_of(town) == before


@pytest.mark.parametrize("name", ["mapp", "mapp.pdf", "mapp.png"])
def test_a_folder_can_be_no_annex(town: Path, run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    said = run("import", "annex", REF, tmp_path / name, "--data", town, "--json")
    assert (said.code, said.error["error"]) == (2, f"{name} är en mapp. Välj en fil. Inget har ändrats.")
