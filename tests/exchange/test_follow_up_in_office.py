"""The follow-up workbook in a real office program: opened, calculated, saved again and printed."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PageObject, PdfReader

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.exchange.follow_up_workbook import write_follow_up
from bra_desktop.exchange.follow_up_workbook_content import FollowUpAnswer, FollowUpBook
from bra_desktop.system.resources import resource_path
from tests.exchange.follow_up_books import LIGHTS, PARKING, TREES, book

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here"),
]

FORMULA_LIKE = replace(
    LIGHTS,
    action_id="0f3a-99",
    action="=SUMMA(A1:A9)",
    goal="-minus",
    decision="@SUM(1)",
    answer=FollowUpAnswer(ActionStatus.ONGOING, "=1+1", None, "+46 980"),
    due=date(2026, 11, 19),
)
BOOK = book(LIGHTS, TREES, PARKING, FORMULA_LIKE)


FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{own}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Calibri</string></test>
<edit name="family" mode="assign" binding="same"><string>Noto Sans</string></edit></match></fontconfig>"""
"""The machine's fonts and those that ship, also for the one that columns are measured by: the widths of whatever font a
machine takes instead would move what is printed from page to page."""


def converted(folder: Path, of: FollowUpBook, kind: str) -> Path:
    """The workbook as LibreOffice saves it after calculating every formula."""
    source = folder / "uppfoljning.xlsx"
    source.write_bytes(write_follow_up(of))
    target = folder / "ut"
    profile = f"-env:UserInstallation=file://{folder}/profil"
    command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(source)]
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(own=resource_path("fonts"), cache=folder / "typsnitt"), encoding="utf-8")
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=environment)
    return target / f"uppfoljning.{kind}"


def test_it_counts_the_states_and_finds_the_late_ones(tmp_path: Path) -> None:
    workbook = load_workbook(converted(tmp_path, BOOK, "xlsx"), data_only=True)
    sheet, progress = workbook["Åtgärder"], workbook["Läge"]
    assert [sheet[f"B{row}"].value or "" for row in range(5, 12)] == ["!", "", "", "!", "", "", ""]
    counts = {progress[f"B{row}"].value: progress[f"C{row}"].value for row in range(7, 14)}
    assert counts == {
        "Ej påbörjad": 1,
        "Pågår": 1,
        "Väntar på svar": 1,
        "Klar": 1,
        "Avbruten": 0,
        "Summa": 4,
        "Varav försenade": 2,
    }
    late = [(progress[f"B{row}"].value, progress[f"C{row}"].value) for row in range(19, 22)]
    assert [action or None for _, action in late] == [LIGHTS.action, FORMULA_LIKE.action, None]
    assert [getattr(day, "date", lambda: None)() for day, _ in late] == [date(2026, 10, 31), date(2026, 11, 19), None]


def test_it_says_so_where_nothing_is_late(tmp_path: Path) -> None:
    progress = load_workbook(converted(tmp_path, book(PARKING), "xlsx"), data_only=True)["Läge"]
    assert (progress["C13"].value, progress["C19"].value) == (0, "Inga åtgärder är försenade.")


def test_text_stays_text_after_it_has_been_saved_by_another_program(tmp_path: Path) -> None:
    sheet = load_workbook(converted(tmp_path, BOOK, "xlsx"))["Åtgärder"]
    row = {key: sheet[f"{key}8"] for key in "EFGLM"}
    assert [cell.value for cell in row.values()] == ["=SUMMA(A1:A9)", "-minus", "@SUM(1)", "+46 980", "=1+1"]
    assert all(cell.data_type == "s" for cell in row.values())


def test_what_may_be_edited_survives_another_program(tmp_path: Path) -> None:
    sheet = load_workbook(converted(tmp_path, BOOK, "xlsx"))["Åtgärder"]
    assert sheet.protection.sheet
    assert not sheet["J5"].protection.locked
    assert sheet["E5"].protection.locked
    assert sheet["A5"].value == "0f3a-21"
    assert sheet.column_dimensions["A"].hidden
    assert any("J5" in str(rule.sqref) and rule.type == "list" for rule in sheet.data_validations.dataValidation)


def printed_sizes(page: PageObject) -> set[float]:
    """The sizes in points of everything written on a page."""
    sizes: set[float] = set()

    def see(text: str, outer: list[float], own: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * own[3] * outer[3]), 1))

    page.extract_text(visitor_text=see)
    return sizes


def test_what_was_decided_and_the_answer_are_printed_beside_each_other_with_ids_left_out(tmp_path: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(converted(tmp_path, BOOK, "pdf")).pages]
    assert len(pages) == 4
    assert "Uppföljning av åtgärder" in pages[0]
    assert "fredagen den 27" in pages[0]
    assert all("Ny belysning på gångstråket" in page for page in pages[1:3])
    assert "Klart senast" in pages[1]
    assert "Kommentar" not in pages[1]
    assert "Kommentar" in pages[2]
    assert "Sida 2 (4)" in pages[1]
    assert "0f3a" not in "".join(pages)
    assert "Försenade" in pages[3]
    assert "Err:" not in "".join(pages)


def test_nothing_is_printed_smaller_than_eight_points(tmp_path: Path) -> None:
    for number, of in enumerate((BOOK, book(LIGHTS, TREES, organisation=""))):
        (folder := tmp_path / str(number)).mkdir()
        for page in PdfReader(converted(folder, of, "pdf")).pages:
            assert min(printed_sizes(page)) >= 8


def test_a_long_list_repeats_its_head_on_every_page(tmp_path: Path) -> None:
    many = book(
        *(replace(LIGHTS, action_id=str(number), number=f"9.{number}") for number in range(60)), organisation=""
    )
    pages = [page.extract_text() for page in PdfReader(converted(tmp_path, many, "pdf")).pages]
    assert len(pages) >= 10
    assert all("Kommer från" in page and "Åtgärd" in page for page in pages[1:-1])
    assert all("Klart senast" in page for page in pages[1:-1:2])
    assert all("Kommentar" in page for page in pages[2:-1:2])
    assert "Ytterligare 48 står på bladet Åtgärder." in pages[-1]
