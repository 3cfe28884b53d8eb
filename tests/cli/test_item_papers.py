"""The protocol of a § that was adjusted immediately is written out by its number."""

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from bra_desktop.cli.data import office_of
from bra_desktop.services.adjusted import adjustment, paper
from tests.builders import pdf_text
from tests.cli.conftest import MEETINGS, Run

REF = "BRA-2026-12-03"


@pytest.fixture
def adjusted(data: Path, run: Run) -> Path:
    """A folder with one meeting, of which § 45 is adjusted immediately."""
    assert run("import", "meeting", MEETINGS / "2026-12-03-bra.json", "--data", data).code == 0
    with office_of(Namespace(data=data)) as office:
        item = next(item.key for item in office.content(REF).items if item.immediate_adjustment)
        adjustment.adjust_item_now(office, item)
    return data


def test_it_is_written_as_pdf_and_as_a_copy(adjusted: Path, run: Run, tmp_path: Path) -> None:
    def export(*how: str) -> Path:
        asked = ("export", "meeting", REF, "--format", "immediate", "--item", "45", *how)
        said = run(*asked, "--out", tmp_path, "--data", adjusted, "--json")
        assert said.code == 0, said.err
        return Path(said.value["file"])

    file = export()
    assert file.name == "Protokoll BRÅ 2026-12-03 § 45.pdf"
    words = pdf_text(file.read_bytes())
    assert "§ 45 Stöd till nattvandring 2027" in words
    assert "Underskrifter" in words
    assert "§ 46" not in words
    assert export("--as", "docx").read_bytes()[:2] == b"PK"
    said = export("--as", "txt").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "Originalet är det protokoll för § 45 som skrivs under. Det är inte justerat." in said


def test_its_own_notice_is_recorded_and_written_out(data: Path, run: Run, tmp_path: Path) -> None:
    told = json.loads((MEETINGS / "2026-12-03-bra.json").read_text(encoding="utf-8"))
    told["date"] = "2025-12-03"
    told["forum"]["profile"] = "A"
    told["medium"] = "ink"
    file = tmp_path / "namnd.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    said = run("import", "meeting", file, "--data", data)
    assert said.code == 0, said.err
    post = ("public-notice", REF, "--item", "45", "--data", data)
    with office_of(Namespace(data=data)) as office:
        item = next(item.key for item in office.content(REF).items if item.immediate_adjustment)
        adjustment.adjust_item_now(office, item)
    refused = run(*post, "--posted", "2025-12-04")
    assert (refused.code, "när alla har skrivit under" in refused.err) == (3, True), refused.err
    with office_of(Namespace(data=data)) as office:
        for one in adjustment.item_signers(office, item):
            paper.record_ink_signature(office, REF, one.person_id, date(2025, 12, 3), one.role, item)
    assert run(*post, "--posted", "2025-12-04", "--kept-at", "Kansliet").code == 0
    export = ("export", "meeting", REF, "--out", tmp_path, "--data", data, "--json", "--format")
    written = Path(run(*export, "public_notice", "--item", "45").value["file"])
    assert written.name == "Anslag BRÅ 2025-12-03 § 45.pdf"
    assert "Paragrafer § 45 Justerat 2025-12-03" in pdf_text(written.read_bytes())
    assert run(*export, "public_notice").code == 3, "the protocol itself is not posted"
    assert run(*export, "certificate", "--item", "45-46").code == 2
    who = told["people"][0]["name"]
    assert run(*post, "--taken-down", "2026-01-05", "--by", who).code == 0
    proof = Path(run(*export, "certificate", "--item", "45", "--as", "txt").value["file"])
    assert "Anslaget togs ned: 2026-01-05" in proof.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("how", "code", "words"),
    [
        (("--item", "46"), 3, "inte omedelbart justerad"),
        (("--item", "45-46"), 2, "Ange en paragraf."),
        (("--item", "99"), 2, "ingen §\u00a099"),
        ((), 2, "med --item följt av paragrafen"),
    ],
)
def test_what_has_no_paper_of_its_own_is_told(
    adjusted: Path, run: Run, tmp_path: Path, how: tuple[str, ...], code: int, words: str
) -> None:
    said = run("export", "meeting", REF, "--format", "immediate", *how, "--out", tmp_path / "ut", "--data", adjusted)
    assert (said.code, words in said.err) == (code, True), said.err
