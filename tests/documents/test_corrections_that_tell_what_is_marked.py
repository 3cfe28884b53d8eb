"""A correction can't be marked: the papers that go out look for what it repeats, and for the items that it names."""

from dataclasses import replace
from datetime import date

import pytest

from bra_desktop.documents import correction, protocol
from bra_desktop.documents.corrected import Corrected
from bra_desktop.documents.extract import Extracts, Standing
from bra_desktop.domain.confidentiality import COMPLETE_WARNING
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.swedish import NBSP
from tests.documents.blocks_as_text import blocks_as_text
from tests.documents.samples import formal

SECRET = "Nils Hemlig"
"""What is marked in § 102 of the sample; § 104 is marked whole."""


def made(item: str, text: str, reason: str = "Skrivfel") -> Corrected:
    return Corrected(item, date(2026, 12, 16), "Eva Lind", reason, text)


def every_public_paper(content: MeetingContent, *corrections: Corrected) -> str:
    standing = Standing(corrections=corrections)
    papers = [
        correction.correction(content, corrections, public=True),
        protocol.protocol(content, public=True, corrections=corrections),
        *(Extracts(content, date(2026, 12, 17), standing).of((item.key,)) for item in content.items),
    ]
    return "\n".join(blocks_as_text(paper) for paper in papers).replace(NBSP, " ")


@pytest.mark.parametrize("item", ["", "i1", "i2", "i3"])
def test_a_correction_that_repeats_marked_words_of_any_item_stands_in_no_public_paper(item: str) -> None:
    told = made(item, f"I texten ska {SECRET} vara kiosken vid skolan.")
    said = every_public_paper(formal(), told)
    assert SECRET not in said
    assert "kiosken" not in said
    assert "kiosken" not in every_public_paper(formal(), made(item, "ska ändras", f"kiosken, inte {SECRET.upper()}"))


@pytest.mark.parametrize(
    "named",
    [
        "§3",
        "§§ 102–105",
        "§§ 2-4 och 104",
        "Paragraf 104",
        "paragraferna 103 och 104",
        "Ärende 104",
        "104 §",
        "§§ 1, 104",
    ],
)
def test_a_correction_is_known_to_be_of_a_marked_item_however_its_number_is_written(named: str) -> None:
    said = named.replace("§3", "§104")
    assert "butiken" not in every_public_paper(formal(), made("", f"I {said} ska det stå butiken."))


@pytest.mark.parametrize("named", ["§ 101", "26 kap. 104 § OSL", "104 personer", "§§ 101 och 103"])
def test_a_correction_of_other_items_is_told_in_the_public_one(named: str) -> None:
    said = blocks_as_text(correction.correction(formal(), [made("", f"I {named} ska det stå butiken.")], public=True))
    assert "butiken" in said


def test_an_open_correction_of_an_item_with_marked_words_is_told() -> None:
    said = every_public_paper(formal(), made("i2", "Ordet rapporten ska vara planen.", "Öppet skäl"))
    assert said.count("Ordet rapporten ska vara planen.") == 3
    assert said.count("Öppet skäl") == 3


def test_a_correction_that_brings_a_new_name_into_an_item_with_marked_words_is_withheld() -> None:
    assert "Karl Ek" not in every_public_paper(formal(), made("i2", "Det är Karl Ek som avses."))


def test_the_whole_correction_warns_of_what_it_repeats() -> None:
    told = made("", f"Paragraf 101: ordet {SECRET} ska utgå.")
    assert COMPLETE_WARNING in correction.correction(formal(), [told]).warning
    assert CorrectedMarks(formal()).touches([(told.item, told.text)])
    plain = made("", "Ordet sal ska vara lokal.")
    assert COMPLETE_WARNING not in correction.correction(formal(), [plain]).warning


def test_the_public_correction_tells_the_ground_of_words_of_another_item() -> None:
    paper = correction.correction(formal(), [made("i1", f"{SECRET} ska utgå.")], public=True)
    assert paper.warning.startswith("Uppgifter är borttagna")
    assert "Uppgifter är borttagna" in blocks_as_text(paper)


def test_several_corrections_of_the_whole_on_one_day_are_counted() -> None:
    several = [made("", f"Ordet {word} ska utgå.") for word in ("sal", "lokal", "plats")]
    said = blocks_as_text(protocol.protocol(formal(), public=True, corrections=several)).replace(NBSP, " ")
    assert "Tre rättelser den 16 december 2026 gäller hela protokollet. Se rättelserna." in said
    other = replace(several[0], made_on=date(2026, 12, 17))
    said = blocks_as_text(protocol.protocol(formal(), public=True, corrections=[several[0], other]))
    assert "Två rättelser den 16 december 2026 och 17 december 2026" in said.replace(NBSP, " ")
