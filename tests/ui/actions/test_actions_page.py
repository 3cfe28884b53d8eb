"""Åtgärder: filters, the pane, answers, changes, removal and sheets, on a real database."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.services import actions, reading
from bra_desktop.services.office import Office
from bra_desktop.services.reading import ActionRow
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.chain import Chain
from tests.ui.keyboard import part, press, type_text

LATE, OPEN_ONE = "Byt armaturer i gångtunneln", "Klipp ner buskage längs ån"
OpenPage = Callable[..., ActionsPage]


def action(office: Office, text: str) -> ActionRow:
    return next(one for one in reading.actions(office) if one.text == text)


def shown(page: ActionsPage) -> list[str]:
    return [line.text for line in page.table().shown()]


def choose(page: ActionsPage, text: str) -> None:
    line = next(line for line in page.table().shown() if line.text == text)
    page.view().choose(line.id)


def said(page: ActionsPage) -> str:
    texts = (one.text() for one in page.window().findChildren(QLabel) if one.isVisible())
    return " ".join(texts).replace("\u00a0", " ")


def test_late_actions_stand_first_and_closed_ones_are_not_shown_until_asked_for(open_page: OpenPage) -> None:
    page = open_page()
    assert shown(page)[0] == LATE
    assert "Måla om tunneln" not in shown(page)
    part(page, QPushButton, "actions.closed").click()
    assert "Måla om tunneln" in shown(page)


def test_arriving_for_what_is_late_shows_only_that(open_page: OpenPage) -> None:
    page = open_page("late")
    assert LATE in shown(page)
    assert all(line.late for line in page.table().shown())


def test_arriving_for_an_organisation_shows_what_it_is_responsible_for(open_page: OpenPage, office: Office) -> None:
    third = reading.organisations(office)[2]
    page = open_page(third.id)
    assert OPEN_ONE in shown(page)
    assert all(third.id in line.responsible for line in page.table().shown())
    assert part(page, QComboBox, "actions.organisation").currentData() == third.id


def test_arriving_for_an_action_that_is_closed_shows_it_too(open_page: OpenPage, office: Office) -> None:
    done = action(office, "Måla om tunneln")
    page = open_page(done.id)
    chosen = page.view().chosen()
    assert chosen is not None
    assert chosen.id == done.id


def test_the_pane_says_who_holds_it_together_and_how_late_it_is(open_page: OpenPage, office: Office) -> None:
    page = open_page()
    choose(page, LATE)
    lead = action(office, LATE).responsible_names[0]
    assert "med 21 dagar" in said(page)
    assert f"{lead} håller ihop" in said(page)
    way = part(page, Chain, "actions.chain").accessibleDescription()
    assert way.count("saknas") == 2


def test_an_answer_is_kept_with_its_new_day_and_turns_up_in_the_chain(
    open_page: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_page()
    choose(page, LATE)
    part(page, QPushButton, "actions.answer").click()
    form = part(page, QComboBox, "actions.answer_form.status")
    form.setCurrentIndex(form.findText("Klar"))
    part(page, QPlainTextEdit, "actions.answer_form.comment").setPlainText("Alla är bytta")
    type_text(part(page, QLineEdit, "actions.answer_form.new_due"), "om två veckor")
    assert "lördag 5 december 2026" in said(page)
    part(page, QPushButton, "actions.answer_form.save").click()
    qtbot.waitUntil(lambda: bool(action(office, LATE).answers))
    answer = action(office, LATE).answers[0]
    assert (answer.status, answer.comment) == (ActionStatus.DONE, "Alla är bytta")
    assert answer.new_due is not None
    assert answer.new_due.isoformat() == "2026-12-05"
    qtbot.waitUntil(lambda: "Alla är bytta" in part(page, Chain, "actions.chain").accessibleDescription())
    qtbot.waitUntil(lambda: "Svaret är inskrivet." in said(page))


def test_when_everybody_has_answered_done_the_action_is_closed(
    open_page: OpenPage, office: Office, qtbot: QtBot
) -> None:
    late = action(office, LATE)
    actions.answer(office, late.id, late.responsible[0], ActionStatus.DONE)
    page = open_page()
    choose(page, LATE)
    part(page, QPushButton, "actions.answer").click()
    assert part(page, QComboBox, "actions.answer_form.organisation").currentData() == late.responsible[1]
    status = part(page, QComboBox, "actions.answer_form.status")
    status.setCurrentIndex(status.findText("Klar"))
    part(page, QPushButton, "actions.answer_form.save").click()
    qtbot.waitUntil(lambda: action(office, LATE).status is ActionStatus.DONE)


def test_a_date_that_is_none_is_said_at_its_field_and_nothing_changes(
    open_page: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_page()
    choose(page, LATE)
    before = action(office, LATE)
    part(page, QPushButton, "actions.change").click()
    due = part(page, QLineEdit, "actions.form.due")
    due.clear()
    type_text(due, "snart")
    part(page, QPushButton, "actions.form.save").click()
    qtbot.waitUntil(lambda: "”snart” är inget datum" in due.accessibleDescription())
    assert action(office, LATE) == before


def test_a_new_action_needs_words_and_gets_its_day_from_words(
    open_page: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_page()
    part(page, QPushButton, "actions.new").click()
    part(page, QPushButton, "actions.form.save").click()
    text = part(page, QPlainTextEdit, "actions.form.text")
    qtbot.waitUntil(lambda: "Skriv vad som ska göras" in text.accessibleDescription())
    text.setPlainText("Märk cyklar vid stationen")
    type_text(part(page, QLineEdit, "actions.form.due"), "31/1")
    part(page, QPushButton, "actions.form.save").click()
    qtbot.waitUntil(lambda: any(one.text == "Märk cyklar vid stationen" for one in reading.actions(office)))
    made = action(office, "Märk cyklar vid stationen")
    assert made.due is not None
    assert made.due.isoformat() == "2027-01-31"


def test_removing_can_be_undone(open_page: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_page()
    choose(page, OPEN_ONE)
    part(page, QPushButton, "actions.change").click()
    part(page, QPushButton, "actions.form.remove").click()
    qtbot.waitUntil(lambda: OPEN_ONE not in [one.text for one in reading.actions(office)])
    qtbot.waitUntil(lambda: "Åtgärden är borttagen." in said(page))
    undo = next(b for b in page.window().findChildren(QPushButton) if b.text() == "Ångra" and b.isVisible())
    undo.click()
    qtbot.waitUntil(lambda: OPEN_ONE in [one.text for one in reading.actions(office)])


def test_the_chosen_row_is_copied_as_a_table_with_headings(open_page: OpenPage) -> None:
    page = open_page()
    choose(page, LATE)
    press(page.view(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Läge", "Åtgärd", "Ansvarig", "Senast"]
    assert lines[1].startswith(f"Försenad\t{LATE}")


def test_sheets_are_put_into_the_chosen_folder_after_it_was_said_what_leaves(
    open_page: OpenPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_page()
    opened: list[Path] = []
    page.sheets.choose_folder = lambda: tmp_path
    page.sheets.open_folder = opened.append
    part(page, QPushButton, "actions.sheets").click()
    assert "Den som får ett ark får en allmän handling." in said(page)
    part(page, QPushButton, "actions.sheets_make").click()
    qtbot.waitUntil(lambda: "är skapade i mappen" in said(page))
    files = sorted(tmp_path.glob("Uppföljning *.xlsx"))
    assert f"{len(files)} ark är skapade" in said(page)
    assert load_workbook(files[0]).sheetnames
    link = next(b for b in page.window().findChildren(QPushButton) if b.text() == "Öppna mappen")
    link.click()
    assert opened == [tmp_path]


def test_what_looks_like_a_personal_number_is_told_before_anything_leaves(open_page: OpenPage, office: Office) -> None:
    actions.change_action(office, action(office, OPEN_ONE).id, {"note": "Ring 811218-9876 först"})
    page = open_page()
    part(page, QPushButton, "actions.sheets").click()
    assert "1 åtgärd har något som ser ut som ett personnummer." in said(page)
    part(page, QPushButton, "actions.sheets_note.link").click()
    assert shown(page) == [OPEN_ONE]


def test_choosing_the_meeting_in_the_chain_leads_there(open_page: OpenPage) -> None:
    page = open_page()
    given = next(line for line in page.table().shown() if line.row.origin is not None)
    page.view().choose(given.id)
    chain = part(page, Chain, "actions.chain")
    chain.setFocus()
    press(chain, Qt.Key.Key_Down)
    press(chain, Qt.Key.Key_Return)
    assert given.row.origin is not None
    meeting = page.window().page("meeting")  # type: ignore[attr-defined]
    assert meeting.target == given.row.origin.meeting_ref


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 720)), (1.6, (1366, 768))])
def test_every_pane_fits_the_window(open_page: OpenPage, theme: Theme, scale: float, size: tuple[int, int]) -> None:
    theme.choose("light", scale)
    page = open_page(size=size)
    choose(page, shown(page)[0])
    for name in ("actions.answer", "actions.change", "actions.sheets"):
        part(page, QPushButton, name).click()
        hint = page.window().minimumSizeHint()
        assert hint.width() <= size[0], name
        assert hint.height() <= size[1], name
