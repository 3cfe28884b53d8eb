"""Register keeps what is typed in a form and not yet saved, and ends memberships and seats with a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Role
from bra_desktop.domain.register import Membership, Seat
from bra_desktop.domain.swedish import name_sort_key
from bra_desktop.services import reading, register
from bra_desktop.services.office import Office
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part, press, type_text

OpenPage = Callable[..., RegisterPage]


def said(page: RegisterPage) -> str:
    texts = (one.text() for one in page.window().findChildren(QLabel) if one.isVisible())
    return " ".join(texts).replace("\u00a0", " ")


def field(page: RegisterPage, name: str) -> QLineEdit:
    return part(page, QLineEdit, name)


def take_back(page: RegisterPage) -> None:
    next(b for b in page.window().findChildren(QPushButton) if b.text() == "Ångra" and b.isVisible()).click()


def council(office: Office) -> ForumRow:
    return next(forum for forum in reading.forums(office) if forum.short_name == "BRÅ")


def begin_person(page: RegisterPage) -> QLineEdit:
    page.arrive("people")
    part(page, QPushButton, "register.new").click()
    name = field(page, "register.people_form.name")
    type_text(name, "Åsa Öhman")
    return name


# ── nothing typed is lost ────────────────────────────────────────────────────────────────────
def test_a_new_person_left_by_escape_is_had_back_by_undo(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_register(office)
    name = begin_person(page)
    press(name, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not name.isVisible())
    take_back(page)
    qtbot.waitUntil(name.isVisible)
    assert name.text() == "Åsa Öhman"


def test_a_second_new_person_does_not_take_the_place_of_the_one_being_typed(
    open_register: OpenPage, office: Office
) -> None:
    page = open_register(office)
    name = begin_person(page)
    part(page, QPushButton, "register.new").click()
    assert name.text() == "Åsa Öhman"
    assert "Spara eller avbryt först" in said(page)


def test_another_scale_keeps_a_half_typed_seat_in_its_forum(
    open_register: OpenPage, office: Office, theme: Theme, qtbot: QtBot
) -> None:
    page = open_register(office, "forums")
    page.open_forum(council(office))
    part(page, QPushButton, "register.inside.seats").click()
    part(page, QPushButton, "register.new").click()
    field(page, "register.seats_form.label").setText("Ungdomarnas plats")
    field(page, "register.seats_form.valid_from").setText("2027-01-")
    window = page.window()
    assert isinstance(window, MainWindow)
    theme.choose(scale=1.25)
    qtbot.waitUntil(lambda: window.page("register") is not page)
    anew = window.page("register")
    assert isinstance(anew, RegisterPage)
    qtbot.waitUntil(lambda: field(anew, "register.seats_form.label").isVisible())
    assert field(anew, "register.seats_form.label").text() == "Ungdomarnas plats"
    assert field(anew, "register.seats_form.valid_from").text() == "2027-01-"


def test_the_forum_is_not_left_over_a_half_typed_membership(open_register: OpenPage, office: Office) -> None:
    page = open_register(office, "forums")
    page.open_forum(council(office))
    part(page, QPushButton, "register.new").click()
    note = field(page, "register.memberships_form.note")
    type_text(note, "vald av kommunfullmäktige")
    part(page, QPushButton, "register.back_to_forums").click()
    assert note.isVisible()
    assert "Spara eller avbryt först" in said(page)


def test_the_window_says_that_a_form_is_not_saved_and_goes_to_it(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office)
    begin_person(page)
    window = page.window()
    window.close()
    assert window.isVisible()
    assert "Formuläret är ifyllt men inte sparat." in said(page)


def test_a_form_that_nobody_has_typed_in_is_left_in_silence(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, reading.people(office)[0].id)
    qtbot.waitUntil(lambda: page.people.row is not None)
    press(field(page, "register.people_form.name"), Qt.Key.Key_Escape)
    assert not page.unsaved()
    assert "Ångra" not in said(page)


# ── what the domain knows can be entered, and ended ──────────────────────────────────────────
def test_the_municipality_takes_county_archive_authority_and_diary_series(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, "municipality")
    field(page, "register.municipality.county").setText("Mellanbygds län")
    field(page, "register.municipality.archive_authority").setText("kommunstyrelsen")
    field(page, "register.municipality.diary_series").setText("KS, BUN ,SN,")
    part(page, QPushButton, "register.municipality.save").click()

    def kept() -> bool:
        row = reading.municipality(office)
        return row is not None and row.diary_series == ("KS", "BUN", "SN")

    qtbot.waitUntil(kept)
    row = reading.municipality(office)
    assert row is not None
    assert (row.county, row.archive_authority) == ("Mellanbygds län", "kommunstyrelsen")


def test_a_membership_is_ended_today_by_one_button_and_undo_takes_that_back(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, "forums")
    page.open_forum(council(office))
    section = page.inside.memberships
    member = next(m for m in section.table.model.shown() if m.role is Role.MEMBER)
    section.table.table.choose(member.id)
    part(page, QPushButton, "register.end_membership").click()

    def last_day() -> date | None:
        return next(m.valid_to for m in reading.memberships(office) if m.id == member.id)

    qtbot.waitUntil(lambda: last_day() == office.today())
    qtbot.waitUntil(lambda: "Uppdraget slutar 21 november 2026" in said(page))
    take_back(page)
    qtbot.waitUntil(lambda: last_day() == member.valid_to)


def test_a_vacant_seat_is_ended_and_one_that_is_held_longer_is_not(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    forum = council(office)
    register.add(office, Seat(id=office.new_id(), forum_id=forum.id, position=99, label="Näringslivets plats"))
    page = open_register(office, "forums")
    page.open_forum(forum)
    part(page, QPushButton, "register.inside.seats").click()
    section = page.inside.seats
    rows = section.table.model.shown()
    held = next(s for s in rows if s.holders)
    section.table.table.choose(held.id)
    part(page, QPushButton, "register.end_seat").click()
    qtbot.waitUntil(lambda: f"{held.holders[0]} har platsen" in said(page))
    vacant = next(s for s in rows if not s.holders)
    section.table.table.choose(vacant.id)
    part(page, QPushButton, "register.end_seat").click()

    def last_day() -> date | None:
        return next(s.valid_to for s in reading.seats(office, forum.id, office.today()) if s.id == vacant.id)

    qtbot.waitUntil(lambda: last_day() == office.today())


def test_those_with_the_same_membership_stand_by_family_name(open_register: OpenPage, office: Office) -> None:
    forum, last = council(office), reading.people(office)[-1]
    register.add(office, Membership(id=office.new_id(), forum_id=forum.id, person_id=last.id, role=Role.CHAIR))
    page = open_register(office, "forums")
    page.open_forum(forum)
    rows = page.inside.memberships.table.model.shown()
    members = [m.person for m in rows if m.role is Role.MEMBER]
    assert len(members) > 3
    assert members == sorted(members, key=name_sort_key)
    assert rows[0].person == last.name
