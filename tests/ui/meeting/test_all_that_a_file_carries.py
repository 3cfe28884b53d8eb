"""A person enters on the meeting's page what a meeting file can carry, and the exported file has it all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from bra_desktop.domain.kinds import DecisionKind, Role
from bra_desktop.domain.register import Forum, Membership, Person, Seat
from bra_desktop.services import register
from bra_desktop.services.live import attendance, minutes, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.preparing import notice, planning
from bra_desktop.ui.meeting.people.officer_row import OfficerRow
from bra_desktop.ui.meeting.tab_stack import AGENDA, ANNEXES, PEOPLE
from tests.ui.almby_office import almby
from tests.ui.keyboard import part, press, type_text
from tests.ui.meeting.conftest import REF, Shown

Reader = Callable[[dict[str, Any]], object]


def exported(shown: Shown) -> dict[str, Any]:
    """What the meeting file says now."""
    told = json.loads(meeting_files.export_meeting(shown.office, REF))
    assert isinstance(told, dict)
    return told


def becomes(shown: Shown, read: Reader, wanted: object) -> None:
    """Waits until the exported file says so."""
    shown.settle(lambda: read(exported(shown)) == wanted)


def picks(combo: QComboBox, words: str) -> None:
    """Chooses what begins with the words, as the keyboard does."""
    at = next((n for n in range(combo.count()) if combo.itemText(n).startswith(words)), -1)
    assert at >= 0, (words, [combo.itemText(n) for n in range(combo.count())])
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def types(edit: QWidget, words: str) -> None:
    """Types over what stands in a line, and leaves it."""
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    type_text(edit, words) if words else press(edit, Qt.Key.Key_Delete)
    press(edit, Qt.Key.Key_Return)


def clicks(shown: Shown, name: str) -> None:
    part(shown.page, QPushButton, name).click()


def person(shown: Shown, name: str) -> str:
    return next(p.key for p in shown.view().content.people if p.name == name)


def row_of(told: dict[str, Any], name: str) -> dict[str, Any]:
    key = next((p["key"] for p in told["people"] if p["name"] == name), "")
    return next((p for p in told["participants"] if p["person"] == key), {})


def named(told: dict[str, Any], key: str) -> str:
    return next(str(p["name"]) for p in told["people"] if p["key"] == key)


def officers(told: dict[str, Any], duty: str) -> list[tuple[str, str, str, str]]:
    numbers = {i["key"]: i.get("agenda_number", "") for i in told["items"]} | {"": ""}
    return [
        (
            named(told, o["person"]), numbers[o.get("from_item", "")], numbers[o.get("to_item", "")],
            o.get("reason", ""),
        )
        for o in told["officers"]
        if o["duty"] == duty
    ]  # fmt: skip


def item(told: dict[str, Any], title: str) -> dict[str, Any]:
    return next((i for i in told["items"] if i["title"] == title), {})


def officer_rows(shown: Shown, duty: str) -> list[OfficerRow]:
    return [line for line in shown.page.side.officers.rows if line.duty == duty]


def opens_person(shown: Shown, name: str) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    shown.page.parts.people.table.choose(person(shown, name))
    shown.page.parts.people.table.setFocus()
    press(shown.page.parts.people.table, Qt.Key.Key_Return)
    assert shown.page.side.person.isVisible()


# ── officers ─────────────────────────────────────────────────────────────────────────────────
def test_the_chair_and_the_vice_chair_lead_a_stretch_each(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.officers")
    (chair,) = officer_rows(shown, "preside")
    picks(chair.end, "punkt\xa04")
    becomes(shown, lambda told: officers(told, "preside"), [("Eva Lind", "", "4", "")])
    shown.reload()
    clicks(shown, "officers.add_preside")
    vice = officer_rows(shown, "preside")[-1]
    assert vice.start.currentText().startswith("punkt\xa05")
    picks(vice.person, "Per Alm")
    becomes(shown, lambda told: officers(told, "preside")[1:], [("Per Alm", "5", "", "")])
    shown.settle(lambda: bool(vice.officer_id))
    picks(vice.end, "punkt\xa012")
    types(vice.reason, "Eva Lind lämnar mötet")
    becomes(shown, lambda told: officers(told, "preside")[1:], [("Per Alm", "5", "12", "Eva Lind lämnar mötet")])
    shown.settle(lambda: "leder mötet punkt\xa05–12" in shown.page.parts.people._officers.text())


def test_an_adjuster_is_named_and_replaced_by_another_with_the_reason(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.officers")
    clicks(shown, "officers.add_adjust")
    (line,) = officer_rows(shown, "adjust")
    picks(line.person, "Per Alm")
    becomes(shown, lambda told: officers(told, "adjust"), [("Per Alm", "", "", "")])
    shown.settle(lambda: bool(line.officer_id))
    shown.reload()
    picks(line.person, "Eva Lind")
    types(line.reason, "Per Alm har förhinder")
    becomes(shown, lambda told: officers(told, "adjust"), [("Eva Lind", "", "", "Per Alm har förhinder")])
    line.remove.click()
    becomes(shown, lambda told: officers(told, "adjust"), [])


def test_an_interval_that_ends_before_it_begins_is_said_in_its_row(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.officers")
    (line,) = officer_rows(shown, "minutes")
    picks(line.start, "punkt\xa06")
    becomes(shown, lambda told: officers(told, "minutes"), [("Anna Svedin", "6", "", "")])
    shown.reload()
    picks(line.end, "punkt\xa02")
    shown.settle(lambda: "slutar före" in line._wrong.text())
    assert officers(exported(shown), "minutes") == [("Anna Svedin", "6", "", "")]


# ── the agenda ───────────────────────────────────────────────────────────────────────────────
def test_an_item_gets_its_number_group_kind_and_who_proposes(shown: Shown) -> None:
    title = "Rapport från EST-gruppen"
    shown.page.side.open_item(next(i.key for i in shown.view().content.items if i.title == title))
    fields = shown.page.side.item.fields
    types(fields.number, "5.1")
    becomes(shown, lambda told: item(told, title)["agenda_number"], "5.1")
    assert [i.get("agenda_number") for i in exported(shown)["items"]][4:8] == ["5", "5.1", "6", "7"]
    type_text(fields.group, "Uppföljning")
    picks(fields.presenters._combo, "Per Alm")
    fields.minutes.selectAll()
    type_text(fields.minutes, "25")
    fields.proposals.add.click()
    clause = fields.proposals.lines[-1]
    type_text(clause.words, "att uppdra åt EST-gruppen att följa upp.")
    assert clause.kind.currentText() == "Uppdra"
    picks(clause.kind, "Föreslå")
    type_text(clause.by, "arbetsutskottet")
    becomes(shown, lambda told: item(told, title).get("proposals", [{}])[-1].get("by"), "arbetsutskottet")
    told = item(exported(shown), title)
    proposal = told["proposals"][-1]
    assert (proposal["text"], proposal["kind"]) == (
        "uppdra åt EST-gruppen att följa upp.",
        DecisionKind.PROPOSE.value,
    )
    assert (told["group"], told["planned_minutes"]) == ("Uppföljning", 25)
    assert "Per Alm" in [named(exported(shown), key) for key in told["presenters"]]


def test_a_number_that_another_item_has_is_refused_at_the_field(shown: Shown) -> None:
    shown.page.side.open_item(shown.view().content.items[6].key)
    fields = shown.page.side.item.fields
    types(fields.number, "3")
    shown.settle(lambda: "Nummer 3 står redan på" in part(fields, QLabel, "item.number_wrong").text())
    types(fields.number, "")
    becomes(shown, lambda told: told["items"][6].get("agenda_number", ""), "")
    assert part(fields, QLabel, "item.number_wrong").text() == ""


def test_an_annex_is_said_to_come_later_and_gets_a_number_of_its_own(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(AGENDA)
    key = shown.view().content.items[4].key
    shown.page.side.open_item(key)
    before = len(shown.view().content.annexes)
    clicks(shown, "item.later")
    shown.settle(lambda: len(shown.view().content.annexes) == before + 1)
    shown.settle(
        lambda: shown.page.parts.annexes._line is not None and shown.page.parts.annexes._line.title == "Ny handling"
    )
    assert shown.page.tabs.currentIndex() == ANNEXES
    types(part(shown.page, QLineEdit, "annex.title"), "Trygghetsmätning 2026")
    types(part(shown.page, QLineEdit, "annex.number"), "21")

    def told(file: dict[str, Any]) -> object:
        last = file["annexes"][-1]
        return last["title"], last["number"], last.get("later"), last["key"] in file["items"][4]["annexes"]

    becomes(shown, told, ("Trygghetsmätning 2026", 21, True, True))


# ── day, forum, breaks ───────────────────────────────────────────────────────────────────────
def test_the_day_and_the_notices_words_are_changed_after_planning(shown: Shown) -> None:
    shown.page.open_details()
    types(part(shown.page, QLineEdit, "details.day"), "2026-12-10")
    words = shown.page.side.details._words
    words.setFocus()
    type_text(words, "- Kaffe finns")
    clicks(shown, "details.save")
    becomes(shown, lambda told: told["date"], "2026-12-10")
    assert "Kaffe finns" in json.dumps(exported(shown)["notice"], ensure_ascii=False)
    shown.settle(lambda: "10\xa0december" in shown.page.head._head.title.text())


def test_a_day_before_the_notice_is_refused_at_the_field(shown: Shown) -> None:
    notice.send_notice(shown.office, REF)
    shown.reload()
    shown.page.open_details()
    types(part(shown.page, QLineEdit, "details.day"), "2026-11-02")
    clicks(shown, "details.save")
    shown.settle(lambda: "Kallelsen skickades den" in shown.page.side.details._day.error())
    assert not part(shown.page, QComboBox, "details.forum").isEnabled()


def test_a_planned_meeting_is_given_to_another_forum(shown: Shown) -> None:
    new = Forum(id=str(uuid4()), name="Trygghetsgruppen", short_name="TG", definite="trygghetsgruppen")
    register.add(shown.office, new)
    register.add(
        shown.office,
        Membership(id=str(uuid4()), forum_id=new.id, person_id=person(shown, "Per Alm"), role=Role.CHAIR),
    )
    shown.reload()
    shown.page.open_details()
    picks(part(shown.page, QComboBox, "details.forum"), "Trygghetsgruppen")
    clicks(shown, "details.save")
    becomes(shown, lambda told: told["forum"]["name"], "Trygghetsgruppen")
    told = exported(shown)
    assert [named(told, p["person"]) for p in told["participants"] if p.get("role") == "chair"] == ["Per Alm"]
    shown.settle(lambda: shown.page.head._head.title.text().startswith("TG "))


def test_a_break_is_entered_with_the_item_it_comes_after(shown: Shown) -> None:
    shown.page.open_details()
    clicks(shown, "details.add_break")
    line = shown.page.side.details.breaks._lines[-1]
    types(line.start.editor, "10.55")
    types(line.end.editor, "11.05")
    picks(line.after, "punkt\xa06")
    clicks(shown, "details.save")
    key = shown.view().content.items[5].key
    becomes(
        shown, lambda told: told.get("adjournments"),
        [{"from_time": "10:55", "to_time": "11:05", "after_item": key}],
    )  # fmt: skip
    shown.settle(lambda: not shown.page.side.details.isVisible())
    shown.reload()
    shown.page.open_details()
    shown.page.side.details.breaks._lines[-1].remove.click()
    clicks(shown, "details.save")
    becomes(shown, lambda told: told.get("adjournments", []), [])


# ── people ───────────────────────────────────────────────────────────────────────────────────
def test_two_people_stand_on_one_row_and_the_row_gets_a_note(shown: Shown) -> None:
    opens_person(shown, "Per Alm")
    pane = shown.page.side.person
    picks(pane._shares, "Eva Lind")
    becomes(shown, lambda told: row_of(told, "Per Alm").get("together_with"), person(shown, "Eva Lind"))
    assert row_of(exported(shown), "Eva Lind")["together_with"] == person(shown, "Per Alm")
    types(pane._note, "växlar vid punkt 5")
    becomes(shown, lambda told: row_of(told, "Per Alm").get("note"), "växlar vid punkt 5")
    shown.settle(lambda: pane._alone.isVisible())
    pane._alone.click()
    becomes(shown, lambda told: row_of(told, "Eva Lind").get("together_with", ""), "")


def test_capacity_office_and_seat_are_changed_after_adding(shown: Shown) -> None:
    opens_person(shown, "Per Alm")
    pane = shown.page.side.person
    seat = row_of(exported(shown), "Per Alm")["seat"]
    picks(pane._capacity, "Ersättare")
    picks(pane._role, "Ersättare")
    becomes(shown, lambda told: row_of(told, "Per Alm").get("capacity"), "substitute")
    becomes(shown, lambda told: row_of(told, "Per Alm").get("role"), "substitute")
    assert row_of(exported(shown), "Per Alm").get("seat", "") == ""
    shown.settle(pane._serves.isVisible)
    pane._serves.setCurrentIndex(pane._serves.findData(seat))
    pane._serves.activated.emit(pane._serves.currentIndex())
    becomes(shown, lambda told: row_of(told, "Per Alm").get("serves_for"), seat)
    picks(pane._capacity, "Ledamot")
    becomes(shown, lambda told: row_of(told, "Per Alm").get("capacity", "member"), "member")
    assert row_of(exported(shown), "Per Alm").get("serves_for", "") == ""
    shown.settle(pane._seat.isVisible)
    pane._seat.setCurrentIndex(pane._seat.findData(seat))
    pane._seat.activated.emit(pane._seat.currentIndex())
    becomes(shown, lambda told: row_of(told, "Per Alm").get("seat"), seat)


def test_somebody_unknown_is_written_into_register_and_list_without_an_organisation(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.add_person")
    form = shown.page.parts.people.form
    field = form.person.lineEdit()
    assert field is not None
    field.setFocus()
    type_text(field, "Åsa Ölund")
    shown.settle(form._new.isVisible)
    type_text(form.title, "fritidsledare")
    picks(form.capacity, "Ledamot")
    type_text(form.note, "inbjuden till punkt 4")
    clicks(shown, "meeting.guest_add")
    becomes(shown, lambda told: row_of(told, "Åsa Ölund").get("note"), "inbjuden till punkt 4")
    told = next(p for p in exported(shown)["people"] if p["name"] == "Åsa Ölund")
    assert (told["title"], told.get("organisation", "")) == ("fritidsledare", "")
    assert row_of(exported(shown), "Åsa Ölund").get("capacity", "member") == "member"


def test_somebody_with_another_s_name_is_kept_as_well_and_nothing_typed_is_lost(shown: Shown) -> None:
    name = shown.view().content.person(shown.view().content.participants[0].person).name
    before = len(shown.view().content.participants)
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.add_person")
    form = shown.page.parts.people.form
    field = form.person.lineEdit()
    assert field is not None
    field.setFocus()
    type_text(field, name)
    form._new.show()
    type_text(form.title, "fritidsledare")
    clicks(shown, "meeting.guest_add")
    shown.settle(form.keep_both.isVisible)
    assert "Behåll båda" in form._who.error()
    assert (form.person.currentText(), form.title.text()) == (name, "fritidsledare")
    shown.reload()
    assert form.person.currentText() == name
    clicks(shown, "meeting.guest_keep_both")
    shown.settle(lambda: len(shown.view().content.participants) == before + 1)
    shown.settle(lambda: not form.person.currentText())
    assert [p["name"] for p in exported(shown)["people"]].count(name) == 2


def test_nobody_is_added_from_an_empty_field(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.add_person")
    before = len(shown.view().content.participants)
    clicks(shown, "meeting.guest_add")
    assert "Välj någon ur Register" in shown.page.parts.people.form._who.error()
    assert len(shown.view().content.participants) == before


def test_a_vacant_seat_stands_among_the_members(shown: Shown) -> None:
    forum = next(iter(shown.page._loaded.forums)).id if shown.page._loaded else ""
    register.add(shown.office, Seat(id=str(uuid4()), forum_id=forum, position=99, label="Näringslivet"))
    shown.reload()
    lines = shown.page.parts.people.model.shown()
    vacant = [line for line in lines if line.name == "Vakant"]
    assert [(line.seat, line.role) for line in vacant] == [("Näringslivet", "Obesatt plats")]
    assert {"label": "Näringslivet", "holders": []}.items() <= {"holders": [], **exported(shown)["seats"][-1]}.items()
    shown.page.tabs.setCurrentIndex(PEOPLE)
    shown.page.parts.people.table.choose(vacant[0].key)
    assert not part(shown.page, QPushButton, "meeting.remove_person").isEnabled()


# ── words and order ──────────────────────────────────────────────────────────────────────────
def test_the_list_is_named_and_ordered_as_documents_do(shown: Shown) -> None:
    assert shown.page.tabs.tabText(PEOPLE).startswith("Närvaro")
    names = [line.name for line in shown.page.parts.people.model.shown() if line.role.lower().startswith("ledamot")]
    families = [name.split()[-1] for name in names if name != "Vakant"]
    swedish = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
    assert families == sorted(families, key=lambda name: name.lower().translate(swedish))
    assert shown.page.parts.people.model.shown()[0].name == "Eva Lind"


def test_the_column_of_names_sorts_by_family_name(shown: Shown) -> None:
    for name in ("Adam Östling", "Örjan Ahl"):
        register.add(shown.office, Person(id=str(uuid4()), name=name))
    people = shown.page.parts.people
    shown.reload()
    people.model.sort(0, Qt.SortOrder.AscendingOrder)
    families = [line.name.split()[-1].lower() for line in people.model.shown()]
    swedish = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
    assert families == sorted(families, key=lambda name: name.translate(swedish))
    combo = shown.page.parts.people.form.person
    offered = [combo.itemText(n).partition(",")[0] for n in range(combo.count())]
    assert offered.index("Örjan Ahl") < offered.index("Adam Östling")


def test_a_locked_meeting_is_read_but_not_changed(shown: Shown) -> None:
    planning.cancel(shown.office, REF)
    shown.reload()
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.officers")
    assert not officer_rows(shown, "preside")[0].person.isEnabled()
    opens_person(shown, "Per Alm")
    assert not shown.page.side.person._capacity.isEnabled()
    assert shown.page.side.person._note.isReadOnly()


def test_taken_up_items_are_offered_by_their_paragraphs(shown: Shown) -> None:
    notice.send_notice(shown.office, REF)
    for name in ("Eva Lind", "Anna Svedin"):
        attendance.mark_present(shown.office, shown.view().participants[person(shown, name)])
    opening.open_meeting(shown.office, REF)
    minutes.take_up(shown.office, shown.view().content.items[0].key)
    shown.reload()
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.officers")
    (chair,) = officer_rows(shown, "preside")
    assert chair.start.itemText(1).startswith("§\xa0")


def test_the_basis_takes_a_table_and_a_list_by_its_tools(shown: Shown) -> None:
    key = shown.view().content.items[6].key
    shown.page.side.open_item(key)
    basis = shown.page.side.item.fields.basis
    basis.setFocus()
    basis.selectAll()
    type_text(basis, "Kostnader")
    clicks(shown, "item.mark_list")
    clicks(shown, "item.mark_table")
    becomes(
        shown, lambda told: [block["kind"] for block in told["items"][6].get("basis", {}).get("blocks", [])][:2],
        ["list_item", "table"],
    )  # fmt: skip


def test_a_planned_meeting_that_a_person_filled_can_be_read_in_elsewhere(shown: Shown, tmp_path: Path) -> None:
    """What was entered is carried by the file to another computer, and written there it is the same file."""
    for title, group in (("Information från polisen", "Lägesbild"), ("Rapport från EST-gruppen", "Uppföljning")):
        shown.page.side.open_item(next(i.key for i in shown.view().content.items if i.title == title))
        type_text(shown.page.side.item.fields.group, group)
        becomes(shown, lambda told, title=title: item(told, title).get("group"), group)  # type: ignore[misc]
    opens_person(shown, "Per Alm")
    picks(shown.page.side.person._shares, "Eva Lind")
    becomes(shown, lambda told: bool(row_of(told, "Per Alm").get("together_with")), True)
    file = tmp_path / "möte.json"
    file.write_bytes(meeting_files.export_meeting(shown.office, REF))
    with almby() as elsewhere:
        assert meeting_files.import_meeting(elsewhere, file).ref == REF
        again = json.loads(meeting_files.export_meeting(elsewhere, REF))
        assert [i.get("group", "") for i in again["items"]] == [i.get("group", "") for i in exported(shown)["items"]]
        pair = {named(again, p["person"]): named(again, p["together_with"]) for p in again["participants"]
                if p.get("together_with")}  # fmt: skip
        assert pair == {"Per Alm": "Eva Lind", "Eva Lind": "Per Alm"}


def test_a_part_of_a_name_is_enough_and_one_that_fits_nobody_is_said_so(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    clicks(shown, "meeting.officers")
    clicks(shown, "officers.add_adjust")
    (line,) = officer_rows(shown, "adjust")
    field = line.person.lineEdit()
    assert field is not None
    types(field, "Ingen Alls")
    assert "”Ingen Alls” finns inte i Register" in line._wrong.text()
    types(field, "karin b")
    becomes(shown, lambda told: officers(told, "adjust"), [("Karin Berg", "", "", "")])
    assert line._wrong.text() == ""


def test_a_presenter_who_is_not_in_the_register_is_said_to_be_missing(shown: Shown) -> None:
    shown.page.side.open_item(shown.view().content.items[6].key)
    picker = shown.page.side.item.fields.presenters
    field = picker._combo.lineEdit()
    assert field is not None
    types(field, "Ingen Alls")
    assert "finns inte i Register" in picker._wrong.text()
