"""What was sent is listed and written out as it was kept; the public notice is recorded and made."""

import email
import hashlib
import json
from argparse import Namespace
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from bra_desktop.cli.data import office_of
from bra_desktop.domain.register import Person
from bra_desktop.services import reading, register
from bra_desktop.services.adjusted import public_notices
from bra_desktop.system.clock import STOCKHOLM
from tests.builders import PIN, pdf_text
from tests.cli.conftest import MEETINGS, Run

PLANNED, FORMAL = MEETINGS / "2026-12-03-bra-planned.json", MEETINGS / "2026-06-09-ks.json"
CALLED, ADJUSTED = "BRA-2026-12-03", "KS-2026-06-09"
ROLES = {"minutes": "secretary", "preside": "chair", "adjust": "adjuster"}


@pytest.fixture
def called(data: Path, run: Run) -> Path:
    """A folder with one meeting, whose notice has been made."""
    assert run("import", "meeting", PLANNED, "--data", data).code == 0
    said = run("step", CALLED, "called", "--data", data)
    assert said.code == 0, said.err
    return data


@pytest.fixture
def adjusted(data: Path, run: Run, tmp_path: Path) -> Path:
    """A folder with one protocol of a nämnd, signed by everybody."""
    assert run("import", "meeting", FORMAL, "--data", data).code == 0
    told = json.loads(FORMAL.read_text(encoding="utf-8"))
    names = {p["key"]: p["name"] for p in told["people"]}
    signers = [(names[o["person"]], ROLES[o["duty"]]) for o in told["officers"] if o["duty"] in ROLES]
    pin = tmp_path / "pin.txt"
    pin.write_text(f"{PIN}\n")
    certificates = tmp_path / "certifikat"
    everybody = dict.fromkeys(name for name, _role in signers)
    said = run("certificates", *everybody, "--pin-file", pin, "--out", certificates, "--data", data)
    assert said.code == 0, said.err
    for state in ("review", "adjustment"):
        said = run("step", ADJUSTED, state, "--data", data)
        assert said.code == 0, said.err
    for name, role in sorted(signers, key=lambda pair: list(ROLES.values()).index(pair[1])):
        key = certificates / f"{name}.p12"
        said = run("sign", ADJUSTED, "--person", name, "--as", role, "--pkcs12", key, "--pin-file", pin, "--data", data)
        assert said.code == 0, said.err
    return data


def test_what_was_sent_is_listed_and_written_out_as_it_was(called: Path, run: Run, tmp_path: Path) -> None:
    row, public = run("papers", CALLED.lower(), "--data", called, "--json").value
    assert (row["number"], row["kind"], row["recipient"]) == (1, "notice", "De kallade")
    assert (public["number"], public["kind"]) == (2, "notice")
    said = run("papers", CALLED, "--data", called).out
    assert "Kallelse, " in said
    assert "Kallelse, offentlig version, " in said
    out = tmp_path / "ut"
    kept, other = run("export", "kept", CALLED, "--out", out, "--data", called, "--json").value
    again = run("export", "meeting", CALLED, "--format", "notice", "--out", tmp_path, "--data", called, "--json").value
    assert Path(kept).read_bytes() == Path(again["file"]).read_bytes()
    assert (Path(kept).name, Path(other).name) == (row["file"], public["file"])
    (second,) = run("export", "kept", CALLED, "--number", 1, "--out", out, "--data", called, "--json").value
    assert Path(second) != Path(kept), "nothing is written over"


def test_a_number_that_is_not_there_and_a_meeting_with_nothing_sent_are_told(
    called: Path, data: Path, run: Run, tmp_path: Path
) -> None:
    said = run("export", "kept", CALLED, "--number", 3, "--out", tmp_path / "ut", "--data", called)
    assert (said.code, "inget dokument med nummer 3" in said.err) == (2, True)
    assert run("import", "meeting", FORMAL, "--data", data).code == 0
    assert run("papers", ADJUSTED, "--data", data).out.strip() == "Inget är skickat eller utlämnat än."


def test_the_public_notice_and_its_certificate_are_made_with_the_real_days(
    adjusted: Path, run: Run, tmp_path: Path
) -> None:
    def export(kind: str) -> tuple[int, str]:
        said = run("export", "meeting", ADJUSTED, "--format", kind, "--out", tmp_path, "--data", adjusted, "--json")
        words = pdf_text(Path(said.value["file"]).read_bytes()) if said.code == 0 else said.error["error"]
        return said.code, words.replace("\u00a0", " ")

    today = datetime.now(STOCKHOLM).date()
    assert export("public_notice") == (3, "Protokollet är inte anslaget. Sätt upp anslaget först.")
    post = ("public-notice", ADJUSTED, "--data", adjusted)
    assert run(*post).code == 2
    assert run(*post, "--posted", "2026-13-01").code == 2
    assert run(*post, "--posted", "2020-01-01").code == 3
    said = run(*post, "--posted", today.isoformat(), "--kept-at", "Stadshuset")
    assert said.code == 0, said.err
    code, words = export("public_notice")
    assert (code, today.isoformat() in words or str(today.year) in words) == (0, True)
    assert "Stadshuset" in words
    assert export("certificate")[0] == 3
    assert run(*post, "--taken-down", today.isoformat()).code == 2
    assert "finns inte i Register" in run(*post, "--taken-down", today.isoformat(), "--by", "Ingen Alls").err
    chair = next(p["name"] for p in json.loads(FORMAL.read_text(encoding="utf-8"))["people"])
    early = run(*post, "--taken-down", today.isoformat(), "--by", chair)
    assert (early.code, "Det kan tas ned tidigast" in early.err) == (3, True), early.err
    later = datetime.now(STOCKHOLM) + timedelta(days=60)
    with office_of(Namespace(data=adjusted)) as office:
        person = next(one.id for one in reading.people(office) if one.name == chair)
        then = replace(office, clock=lambda: later)
        public_notices.take_down_public_notice(then, ADJUSTED, later.date(), person)
    code, words = export("certificate")
    assert (code, chair in words) == (0, True)


def test_a_supplement_is_sent_kept_and_followed_by_the_next(called: Path, run: Run, tmp_path: Path) -> None:
    send = ("supplement", CALLED, "--out", tmp_path / "ut", "--data", called, "--json")
    refused = run(*send)
    assert (refused.code, "Inget är nytt" in refused.error["error"]) == (3, True)
    add = ("import", "annex", CALLED, tmp_path / "Underlag.txt", "--data", called)
    (tmp_path / "Underlag.txt").write_text("nytt", encoding="utf-8")
    said = run(*add)
    assert said.code == 0, said.err
    before = run("export", "meeting", CALLED, "--format", "supplement", "--out", tmp_path, "--data", called, "--json")
    sent = run(*send)
    assert (sent.code, sent.value["number"]) == (0, 1)
    assert Path(sent.value["file"]).read_bytes() == Path(before.value["file"]).read_bytes()
    kinds = [row["name"] for row in run("papers", CALLED, "--data", called, "--json").value]
    assert any(name.startswith("Komplettering 1") for name in kinds)
    assert run(*send).code == 3, "what was sent is not new any more"
    (tmp_path / "Underlag.txt").rename(tmp_path / "Mer.txt")
    assert run("import", "annex", CALLED, tmp_path / "Mer.txt", "--data", called).code == 0
    mail = run(*send, "--as", "mail")
    assert mail.value["number"] == 2
    assert Path(mail.value["file"]).name.startswith("Komplettering 2 ")
    assert b"Mer" in Path(mail.value["file"]).read_bytes()


def is_pdf(part: EmailMessage) -> bool:
    return part.get_content_type() == "application/pdf"


def test_the_mail_of_a_supplement_that_was_sent_as_a_pdf_is_written_afterwards(
    called: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "Underlag.txt").write_text("nytt", encoding="utf-8")
    assert run("import", "annex", CALLED, tmp_path / "Underlag.txt", "--data", called).code == 0
    assert run("supplement", CALLED, "--out", tmp_path, "--data", called).code == 0
    kept = run("papers", CALLED, "--data", called, "--json").value
    export = ("export", "kept", CALLED, "--as", "mail", "--out", tmp_path / "brev", "--data", called)
    for row in kept:
        said = run(*export, "--number", str(row["number"]), "--json")
        assert said.code == 0, said.err
        mail = email.message_from_bytes(Path(said.value["file"]).read_bytes(), policy=default)
        supplement = row["kind"] == "supplement"
        assert str(mail["Subject"]).startswith("Komplettering 1: " if supplement else "Kallelse: ")
        sums = {hashlib.sha256(part.get_content()).hexdigest() for part in mail.iter_attachments() if is_pdf(part)}
        assert (row["sha256"] in sums) is (supplement or "offentlig version" in row["name"]), row
    refused = run(*export)
    assert (refused.code, "Ange med --number vilket dokument" in refused.err) == (2, True)
    assert run(*export, "--number", "99").code == 2


def test_a_supplement_that_cannot_be_written_is_not_kept_as_sent(called: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "Underlag.txt").write_text("nytt", encoding="utf-8")
    assert run("import", "annex", CALLED, tmp_path / "Underlag.txt", "--data", called).code == 0
    there = tmp_path / "fil"
    there.write_text("ingen mapp")
    assert run("supplement", CALLED, "--out", there, "--data", called).code == 2
    assert "Komplettering" not in run("papers", CALLED, "--data", called).out


def test_a_mail_tells_who_has_no_address(called: Path, run: Run, tmp_path: Path) -> None:
    with office_of(Namespace(data=called)) as office:
        chair = next(one for one in reading.people(office) if one.name == "Eva Lind")
        register.change(office, Person, chair.id, {"email": ""}, chair.revision)
    export = ("export", "meeting", CALLED, "--format", "mail", "--out", tmp_path, "--data", called)
    said = run(*export)
    assert (said.code, "Eva Lind" in said.err) == (0, True), said.err
    assert "saknar e-postadress i Register och får inget brev." in said.err
    assert Path(said.out.strip()).suffix == ".eml"
    assert "Eva Lind" in run(*export, "--json").value["without_address"]
    (tmp_path / "Underlag.txt").write_text("nytt", encoding="utf-8")
    assert run("import", "annex", CALLED, tmp_path / "Underlag.txt", "--data", called).code == 0
    sent = run("supplement", CALLED, "--as", "mail", "--out", tmp_path, "--data", called)
    assert (sent.code, "Eva Lind" in sent.err) == (0, True)


def test_signs_that_are_printed_as_boxes_are_told_beside_the_notice_and_stop_nothing(
    data: Path, run: Run, tmp_path: Path
) -> None:
    told = json.loads(PLANNED.read_text(encoding="utf-8"))
    told["people"][0]["name"] = "王芳"
    told["items"][2]["title"] = "Besök från قسم"
    (tmp_path / "mote.json").write_text(json.dumps(told), encoding="utf-8")
    assert run("import", "meeting", tmp_path / "mote.json", "--data", data).code == 0
    called = run("step", CALLED, "called", "--data", data)
    notice = ("export", "meeting", CALLED, "--format", "notice", "--out", tmp_path, "--data", data)
    for said in (called, run(*notice)):
        assert said.code == 0
        assert "王" not in said.out
        first, *_others = said.err.splitlines()
        assert first == ("Att tänka på: Namnet 王芳 skrivs ut med rutor. Skriv det med latinska bokstäver.")
        assert any(line.startswith("Att tänka på: Rubriken på ") for line in said.err.splitlines())
    as_data = run(*notice, "--json")
    assert as_data.err == ""
    assert any("王芳" in words for words in as_data.value["remarks"])
    assert run(*notice, "--as", "txt").err == "", "a copy has every sign"


def test_a_meeting_that_has_not_been_opened_has_no_protocol_yet(called: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    export = ("export", "meeting", CALLED, "--out", out, "--data", called, "--format")
    for form in ("pdf", "docx", "txt"):
        said = run(*export, "protocol", "--as", form)
        assert (said.code, said.out) == (3, "")
        assert said.err == "Mötet är inte öppnat, och då finns det inget protokoll än. Öppna mötet först.\n"
    assert not out.exists()
    assert run(*export, "public", "--as", "txt").code == 0
    (public,) = out.iterdir()
    words = public.read_text(encoding="utf-8")
    assert "Kallelse" in words
    assert "Ej närvarande" not in words
