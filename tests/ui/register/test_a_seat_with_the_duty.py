"""A ledamot comes with the seat that she fills: a new one, or the vacant one that waits for her."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Role
from bra_desktop.domain.register import Membership, Person, Seat
from bra_desktop.services import reading, register, undoing
from bra_desktop.services.office import Office
from bra_desktop.ui.register.page import RegisterPage
from tests.ui.keyboard import part

OpenPage = Callable[..., RegisterPage]
FORM = "register.memberships_form"


def _council(office: Office) -> str:
    return next(forum.id for forum in reading.forums(office) if forum.short_name == "BRÅ")


def _open(open_register: OpenPage, office: Office) -> RegisterPage:
    page = open_register(office)
    page.arrive("forums")
    page.open_forum(next(forum for forum in reading.forums(office) if forum.short_name == "BRÅ"))
    part(page, QPushButton, "register.new").click()
    return page


def _type_person(page: RegisterPage, name: str) -> None:
    combo = part(page, QComboBox, f"{FORM}.person_id")
    combo.setEditText(name)
    line = combo.lineEdit()
    assert line is not None
    line.editingFinished.emit()


def _role(page: RegisterPage, words: str) -> None:
    combo = part(page, QComboBox, f"{FORM}.role")
    combo.setCurrentIndex(combo.findText(words))


def test_a_new_member_gets_a_new_seat_and_a_substitute_can_serve_it(
    open_register: OpenPage, new_office: Office, qtbot: QtBot
) -> None:
    home = reading.organisations(new_office)[0]
    register.add(new_office, Person(id="cia", name="Cia Dahl", title="politiker", party="S", organisation_id=home.id))
    register.add(new_office, Person(id="bo", name="Bo Ek", organisation_id=home.id))
    page, forum = _open(open_register, new_office), _council(new_office)
    assert part(page, QComboBox, f"{FORM}.seat_id").currentText() == "Ny plats"
    _type_person(page, "cia dahl")
    part(page, QPushButton, f"{FORM}.save").click()
    qtbot.waitUntil(lambda: len(reading.seats(new_office, forum, new_office.today())) == 1)
    seat = reading.seats(new_office, forum, new_office.today())[0]
    assert (seat.party, seat.organisation_id, seat.holders) == ("S", None, ("Cia Dahl",))
    assert seat.valid_from == new_office.today()
    qtbot.waitUntil(lambda: len(page.inside.memberships.table.model.shown()) == 2)
    part(page, QPushButton, "register.new").click()
    _type_person(page, "Bo Ek")
    _role(page, "Ersättare")
    part(page, QComboBox, f"{FORM}.substitutes_for_find").setEditText("(s)")
    part(page, QPushButton, f"{FORM}.save").click()
    qtbot.waitUntil(lambda: any(m.substitutes_for == (seat.id,) for m in reading.memberships(new_office, forum)))
    assert len(reading.seats(new_office, forum, new_office.today())) == 1


def test_a_vacant_seat_of_her_organisation_is_proposed(
    open_register: OpenPage, new_office: Office, qtbot: QtBot
) -> None:
    home, forum = reading.organisations(new_office)[0], _council(new_office)
    register.add(new_office, Person(id="bo", name="Bo Ek", organisation_id=home.id))
    register.add(new_office, Person(id="eva", name="Eva Lind"))
    register.add(new_office, Seat(id="home", forum_id=forum, position=1, organisation_id=home.id))
    page = _open(open_register, new_office)
    seat = part(page, QComboBox, f"{FORM}.seat_id")
    _type_person(page, "Bo Ek")
    assert seat.currentText().startswith(home.name)
    _type_person(page, "Eva Lind")
    assert seat.currentText() == "Ny plats"
    _type_person(page, "Bo Ek")
    part(page, QPushButton, f"{FORM}.save").click()
    qtbot.waitUntil(lambda: any(m.seat_id == "home" for m in reading.memberships(new_office, forum)))
    assert len(reading.seats(new_office, forum, new_office.today())) == 1


def test_a_secretary_gets_no_seat(open_register: OpenPage, new_office: Office, qtbot: QtBot) -> None:
    register.add(new_office, Person(id="eva", name="Eva Lind"))
    page, forum = _open(open_register, new_office), _council(new_office)
    _type_person(page, "Eva Lind")
    _role(page, "Sekreterare")
    part(page, QPushButton, f"{FORM}.save").click()
    qtbot.waitUntil(lambda: len(reading.memberships(new_office, forum)) == 2)
    assert not reading.seats(new_office, forum, new_office.today())


def test_a_duty_without_a_seat_is_given_a_new_one_in_one_step_that_undo_takes_back(new_office: Office) -> None:
    forum = _council(new_office)
    register.add(new_office, Person(id="eva", name="Eva Lind"))
    made = register.add(new_office, Membership(id="duty", forum_id=forum, person_id="eva", role=Role.MEMBER))
    changed = register.change(new_office, Membership, made.id, {"seat_id": register.NEW_SEAT}, made.revision)
    assert [seat.holders for seat in reading.seats(new_office, forum, new_office.today())] == [("Eva Lind",)]
    assert changed is not None
    undoing.undo(new_office, changed.id)
    assert not reading.seats(new_office, forum, new_office.today())
