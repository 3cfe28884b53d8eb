"""Whose names and numbers a marked passage holds, however they stand in it and however they are repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.confidentiality import public_version
from bra_desktop.domain.content import AnnexContent, DispatchContent
from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.echoes import echoes_of
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import plain_document
from tests.domain.almby import council, key, with_item
from tests.domain.test_echoes import GROUND, passage

GONE = f"[uppgift borttagen, {GROUND}]"


@pytest.mark.parametrize(
    ("marked", "said", "left"),
    [
        ("Tjuvlund hotade butiken i går", "Ring Tjuvlund", f"Ring {GONE}"),
        ("Kalle slår sin syster", "Prata med Kalle", f"Prata med {GONE}"),
        ("Misstänkta: Tjuvlund, Ekman", "hör Tjuvlund", f"hör {GONE}"),
        ("han sade ”Räven gör det”", "Sök Räven", f"Sök {GONE}"),
        ("Kalle\nTjuvlund", "Ring Tjuvlund", f"Ring {GONE}"),
        ("Kalle\nTjuvlund", "Ring Kalle", f"Ring {GONE}"),
        ("Polisen letar. Butiken är hotad.", "Bjud polisen till butiken", "Bjud polisen till butiken"),
        ("Kalle Tjuvlunds butik", "Ring Kalle Tjuvlund", f"Ring {GONE}"),
        ("det är Tjuvlunds", "Ring Tjuvlund", f"Ring {GONE}"),
    ],
)
def test_a_name_is_known_where_it_begins_the_passage_and_as_nobodys(marked: str, said: str, left: str) -> None:
    assert echoes_of(passage(marked)).without(said) == left


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("ring 070-123 45 67 i kväll", "0701234567"),
        ("ring 070-123 45 67 i kväll", "070-1234567"),
        ("ring 070-123 45 67 i kväll", "+46 70 123 45 67"),
        ("ring +46701234567", "070-123 45 67"),
        ("född 19850612-1234 i Flen", "850612-1234"),
        ("född 19850612-1234 i Flen", "198506121234"),
        ("född 850612-1234 i Flen", "19850612-1234"),
        ("bilen ABC123 sågs", "ABC 123"),
        ("bilen abc 12d sågs", "ABC12D"),
    ],
)
def test_a_number_is_known_however_it_is_written(marked: str, said: str) -> None:
    assert echoes_of(passage(marked)).without(f"Kontrollera {said} nu") == f"Kontrollera {GONE} nu"


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (
            "föreslår att rådet beslutar att lägga informationen till handlingarna i Tjuvlunds ärende",
            "lägga informationen till handlingarna",
        ),
        ("polisen har fått i uppdrag att", "Rådet har fått i uppdrag att redovisa läget"),
        ("Kalle slogs den 3 december 2026 i Flen", "redovisa den 3 december 2026"),
        ("Kalle slogs 2026-12-03 kl. 10.00–12.00", "mötet 2026-12-03 kl. 10.00–12.00"),
        ("har beslutat att genomföra en åtgärd mot honom", "kommunen har beslutat att genomföra en vandring"),
        ("BRÅ 2026 tog upp honom", "Plan för BRÅ 2026"),
    ],
)
def test_what_anybody_says_is_left(marked: str, said: str) -> None:
    assert echoes_of(passage(marked)).without(said) == said


def test_the_full_name_of_somebody_at_the_meeting_is_not_cut_in_half() -> None:
    content = passage("Eva")
    assert echoes_of(content).without("Eva Lind antecknar, och Eva") == f"Eva Lind antecknar, och {GONE}"
    assert echoes_of(passage("Eva Lind")).without("Eva Lind antecknar") == f"{GONE} antecknar"
    long = "Eva Lind slog honom"
    assert echoes_of(passage(long)).without(long) == GONE


def test_the_name_of_a_withheld_file_is_known_whole() -> None:
    annex = AnnexContent("b9", "Handling från Grynet", 9, file_name="hemlig.pdf", confidential=GROUND)
    echoes = echoes_of(replace(council(), annexes=(annex,)))
    assert echoes.without("en hemlig plan i hemlig.pdf") == f"en hemlig plan i {GONE}"
    assert echoes.repeats("Ring Grynet")


def test_a_name_in_the_title_of_a_marked_item_is_removed_alone() -> None:
    content = with_item(council(), 43, confidential=GROUND, title="Ansökan från Tjuvlund")
    content = with_item(
        content, 44, title="Uppföljning av ansökan från Tjuvlund", dispatch=(DispatchContent(name="Tjuvlund"),)
    )
    shown = public_version(content).item(key(44))
    assert shown.title == f"Uppföljning av {GONE}"
    assert shown.dispatch[0].name == GONE


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("hon har cancer", "cancer ska vara diabetes."),
        ("hon har cancer", "Hon har diabetes."),
        ("Tjuvlund hotade butiken", "Tjuvlind ska det vara."),
        ("hans bror stal en cykel", "Det var brodern som stal cykeln."),
        ("Kalle slog", "Ska stå: Nisse"),
    ],
)
def test_a_correction_that_may_tell_what_is_right_in_a_marked_place_is_withheld(marked: str, said: str) -> None:
    marks = CorrectedMarks(passage(marked))
    removed = marks.removed(key(42), said)
    assert removed == f"En rättelse är gjord; den återges inte här. Uppgifter är borttagna med stöd av {GROUND}."
    assert not marks.removed(key(44), "Ordet sal ska vara lokal.")
    assert not marks.removed(key(42), "Ordet Före ska utgå.")


def test_a_correction_of_the_whole_that_has_but_one_marked_word_is_withheld() -> None:
    marks = CorrectedMarks(passage("hon har cancer"))
    assert marks.removed("", "cancer ska vara diabetes.")
    assert marks.touches([("", "cancer ska vara diabetes.")])
    assert not marks.removed("", "Mötet hölls i Sal B.")


def test_it_is_told_before_the_end_where_marked_words_stand_unmarked() -> None:
    content = with_item(passage("hon heter Kalle Tjuvlund"), 44, text=plain_document("Vi talade om Kalle Tjuvlund."))
    told = [gap for gap in gaps(content) if "Märk dem också där" in gap.text]
    assert [gap.text.replace(NBSP, " ") for gap in told] == [
        "Texten i § 44 har ord som är sekretessmarkerade i § 42. Märk dem också där."
    ]
    assert told[0].place == f"item/{key(44)}/text"
    assert not any("Märk dem" in gap.text for gap in gaps(passage("hon heter Kalle Tjuvlund")))
