"""Register: what is added, changed, ended and taken away, on a real database."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import DocumentProfile, Role
from bra_desktop.domain.register import Membership, Person, Seat
from bra_desktop.services import reading, register
from bra_desktop.services.office import Office
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import part, press, type_text

OpenPage = Callable[..., RegisterPage]
SHIELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M0 0H10V8L5 12L0 8Z" fill="#1f5fa8"/></svg>'
)


def said(page: RegisterPage) -> str:
    texts = (one.text() for one in page.window().findChildren(QLabel) if one.isVisible())
    return " ".join(texts).replace("\u00a0", " ")


def field(page: RegisterPage, name: str) -> QLineEdit:
    return part(page, QLineEdit, name)


def save(page: RegisterPage, form: str) -> None:
    part(page, QPushButton, f"{form}.save").click()


def pick(page: RegisterPage, name: str, words: str) -> None:
    combo = part(page, QComboBox, name)
    at = combo.findText(words, Qt.MatchFlag.MatchContains)
    assert at >= 0, words
    combo.setCurrentIndex(at)


def council(office: Office) -> ForumRow:
    return next(forum for forum in reading.forums(office) if forum.short_name == "BRÅ")


def open_council(page: RegisterPage, office: Office) -> None:
    page.arrive("forums")
    page.open_forum(council(office))


# ── organisations ────────────────────────────────────────────────────────────────────────────
def test_an_organisation_without_a_name_is_refused_at_its_field(open_register: OpenPage, office: Office) -> None:
    page = open_register(office)
    part(page, QPushButton, "register.new").click()
    save(page, "register.organisations_form")
    assert "Skriv ett namn" in field(page, "register.organisations_form.name").accessibleDescription()


def test_a_name_that_cannot_be_printed_is_told_at_its_field_as_it_is_typed(
    open_register: OpenPage, office: Office
) -> None:
    page = open_register(office)
    part(page, QPushButton, "register.new").click()
    name = field(page, "register.organisations_form.name")
    name.setText("Föreningen 友")
    assert "Namnet Föreningen 友 skrivs ut med rutor i stället för 友" in said(page)
    name.setText("Föreningen You")
    assert "rutor" not in said(page)
    page.arrive("people")
    part(page, QPushButton, "register.new").click()
    field(page, "register.people_form.name").setText("محمد")
    assert "skrivs ut med rutor" in said(page)


def test_an_organisation_is_added_by_keyboard(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_register(office)
    part(page, QPushButton, "register.new").click()
    name = field(page, "register.organisations_form.name")
    assert page.window().focusWidget() is name
    type_text(name, "Almby ridklubb")
    press(name, Qt.Key.Key_Tab)
    save(page, "register.organisations_form")
    qtbot.waitUntil(lambda: any(o.name == "Almby ridklubb" for o in reading.organisations(office)))
    qtbot.waitUntil(lambda: "Organisationen är tillagd." in said(page))


def test_a_change_can_be_undone(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    first = reading.organisations(office)[0]
    page = open_register(office, first.id)
    qtbot.waitUntil(lambda: page.organisations.row is not None)
    code = field(page, "register.organisations_form.code")
    code.setText("XYZ")
    save(page, "register.organisations_form")
    qtbot.waitUntil(lambda: reading.organisations(office)[0].code == "XYZ")
    qtbot.waitUntil(lambda: "Organisationen är ändrad." in said(page))
    next(b for b in page.window().findChildren(QPushButton) if b.text() == "Ångra" and b.isVisible()).click()
    qtbot.waitUntil(lambda: reading.organisations(office)[0].code == first.code)


def test_an_organisation_with_people_is_not_taken_away_and_the_form_says_why(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    person = next(p for p in reading.people(office) if p.organisation_id)
    page = open_register(office, person.organisation_id)
    qtbot.waitUntil(lambda: page.organisations.row is not None)
    part(page, QPushButton, "register.organisations_form.remove").click()
    qtbot.waitUntil(lambda: "har personer i Register" in said(page))


def test_what_is_typed_is_not_lost_when_another_row_is_chosen(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    first, second = reading.organisations(office)[:2]
    page = open_register(office, first.id)
    qtbot.waitUntil(lambda: page.organisations.row is not None and not page.organisations.both.narrow)
    field(page, "register.organisations_form.code").setText("NY")
    page.organisations.table.table.choose(second.id)
    assert "Spara eller avbryt först" in said(page)
    assert field(page, "register.organisations_form.code").text() == "NY"


# ── a new municipality ───────────────────────────────────────────────────────────────────────
def test_a_new_municipality_gets_its_first_chair_from_empty_lists(
    open_register: OpenPage, new_office: Office, qtbot: QtBot
) -> None:
    page = open_register(new_office, "people")
    part(page, QPushButton, "register.new").click()
    type_text(field(page, "register.people_form.name"), "Eva Lind")
    save(page, "register.people_form")
    qtbot.waitUntil(lambda: any(p.name == "Eva Lind" for p in reading.people(new_office)))
    open_council(page, new_office)
    part(page, QPushButton, "register.inside.seats").click()
    assert "Inga platser i forumet än" in said(page)
    part(page, QPushButton, "register.seats.first").click()
    pick(page, "register.seats_form.organisation_id", "Kommunledningsförvaltningen")
    save(page, "register.seats_form")
    qtbot.waitUntil(lambda: "Vakant" in _column(page, "holders"))
    part(page, QPushButton, "register.inside.memberships").click()
    qtbot.waitUntil(lambda: len(page.organisations.registered.people) == 2)  # type: ignore[union-attr]
    part(page, QPushButton, "register.new").click()
    pick(page, "register.memberships_form.person_id", "Eva Lind")
    pick(page, "register.memberships_form.role", "Ordförande")
    pick(page, "register.memberships_form.seat_id", "Kommunledningsförvaltningen")
    save(page, "register.memberships_form")
    forum = council(new_office).id
    qtbot.waitUntil(lambda: len(reading.memberships(new_office, forum)) == 2)
    chair = next(m for m in reading.memberships(new_office, forum) if m.role is Role.CHAIR)
    assert (chair.person, chair.seat_id is not None) == ("Eva Lind", True)
    assert chair.valid_from == date(2026, 11, 21)


def _column(page: RegisterPage, key: str) -> list[str]:
    model = page.inside.seats.table.model
    column = next(c for c in model.columns if c.key == key)
    return [column.cell(row).words() for row in model.shown()]


# ── forums ───────────────────────────────────────────────────────────────────────────────────
def test_what_a_profile_means_is_said_below_it_and_settings_are_kept(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    forum = council(office)
    page = open_register(office, forum.id)
    qtbot.waitUntil(lambda: page.forums.row is not None)
    pick(page, "register.forum_form.profile", "C, minnesanteckningar")
    assert "fastställs av sammankallande" in said(page)
    field(page, "register.forum_form.quorum").setText("9")
    field(page, "register.forum_form.number_prefix").setText("FHR")
    save(page, "register.forum_form")
    qtbot.waitUntil(lambda: council(office).quorum == 9)
    kept = council(office)
    assert (kept.profile, kept.number_prefix) == (DocumentProfile.NOTES, "FHR")
    assert (kept.default_start, kept.template) == (forum.default_start, forum.template)


def test_pages_over_the_year_are_said_to_be_numbered_as_the_protocols_are_locked(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, council(office).id)
    qtbot.waitUntil(lambda: page.forums.row is not None)
    assert "Numren ges när protokollen låses, så lås dem i mötenas ordning." in said(page)


def test_a_number_that_is_none_is_refused_at_its_field(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_register(office, council(office).id)
    qtbot.waitUntil(lambda: page.forums.row is not None)
    days = field(page, "register.forum_form.notice_days")
    days.setText("en vecka")
    save(page, "register.forum_form")
    assert "Skriv ett tal från 0 till 90." in days.accessibleDescription()


def test_the_order_of_sections_is_written_in_the_words_of_the_papers(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, council(office).id)
    qtbot.waitUntil(lambda: page.forums.row is not None)
    order = field(page, "register.forum_form.sections")
    order.setText("Jäv, Fika")
    save(page, "register.forum_form")
    assert "Avsnittet ”Fika” finns inte." in order.accessibleDescription()
    order.setText("jäv, beslut")
    save(page, "register.forum_form")
    qtbot.waitUntil(lambda: council(office).sections == (ItemSection.RECUSAL, ItemSection.DECISION))
    qtbot.waitUntil(lambda: field(page, "register.forum_form.sections").text() == "Jäv, Beslut")


# ── memberships and seats ────────────────────────────────────────────────────────────────────
def test_an_ended_membership_is_kept_and_shown_when_asked_for(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office)
    open_council(page, office)
    section = page.inside.memberships
    member = next(m for m in section.table.model.shown() if m.role is Role.MEMBER)
    section.table.table.choose(member.id)
    field(page, "register.memberships_form.valid_to").setText("2026-10-31")
    save(page, "register.memberships_form")
    qtbot.waitUntil(lambda: member.id not in [m.id for m in section.table.model.shown()])
    kept = next(m for m in reading.memberships(office) if m.id == member.id)
    assert kept.valid_to == date(2026, 10, 31)
    part(page, QPushButton, "register.memberships.ended").click()
    assert member.id in [m.id for m in section.table.model.shown()]


def test_a_membership_that_ends_before_it_begins_is_refused_at_the_last_day(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office)
    open_council(page, office)
    section = page.inside.memberships
    section.table.table.choose(section.table.model.shown()[0].id)
    field(page, "register.memberships_form.valid_from").setText("2026-11-01")
    field(page, "register.memberships_form.valid_to").setText("2026-10-31")
    save(page, "register.memberships_form")
    last = field(page, "register.memberships_form.valid_to")
    qtbot.waitUntil(lambda: "före sin början" in last.accessibleDescription())


def test_two_on_one_seat_change_over_and_a_seat_without_anybody_is_vacant(
    open_register: OpenPage, office: Office
) -> None:
    forum = council(office)
    seat = next(s for s in reading.seats(office, forum.id, office.today()) if len(s.holders) == 1)
    other = next(p for p in reading.people(office) if p.id not in seat.holder_ids)
    register.add(office, Membership(id=office.new_id(), forum_id=forum.id, person_id=other.id, seat_id=seat.id))
    register.add(office, Seat(id=office.new_id(), forum_id=forum.id, position=99, label="Näringslivets plats"))
    page = open_register(office)
    open_council(page, office)
    part(page, QPushButton, "register.inside.seats").click()
    assert any("(växlar)" in words and other.name in words for words in _column(page, "holders"))
    part(page, QPushButton, "register.seats.vacant").click()
    assert _column(page, "holders") == ["Vakant"]


def test_a_substitute_is_given_the_seats_to_serve(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_register(office)
    open_council(page, office)
    part(page, QPushButton, "register.new").click()
    person = reading.people(office)[0]
    pick(page, "register.memberships_form.person_id", person.name)
    assert not part(page, QComboBox, "register.memberships_form.substitutes_for_find").isVisible()
    pick(page, "register.memberships_form.role", "Ersättare")
    find = part(page, QComboBox, "register.memberships_form.substitutes_for_find")
    assert find.isVisible()
    wanted = [str(find.itemData(at)) for at in (0, 1)]
    for key in wanted:
        find.activated.emit(find.findData(key))
    save(page, "register.memberships_form")
    qtbot.waitUntil(lambda: any(set(m.substitutes_for) == set(wanted) for m in reading.memberships(office)))


# ── certificates ─────────────────────────────────────────────────────────────────────────────
def test_a_certificate_is_issued_registered_and_shown_with_its_last_day(
    open_register: OpenPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    person = reading.people(office)[0]
    page = open_register(office, person.id)
    qtbot.waitUntil(lambda: page.people.row is not None)
    qtbot.waitUntil(lambda: "Inget certifikat är registrerat." in said(page))
    part(page, QPushButton, "register.issue_certificate").click()
    assert "Den är gjord för att uppfylla kraven på avancerad underskrift" in said(page)
    field(page, "register.issue_form.authority").setText(str(tmp_path / "utfardare.p12"))
    field(page, "register.issue_form.password").setText("ett långt lösenord")
    field(page, "register.issue_form.password_again").setText("ett långt lösenrod")
    field(page, "register.issue_form.place").setText(str(tmp_path / "eva.p12"))
    field(page, "register.issue_form.pin").setText("481516")
    field(page, "register.issue_form.pin_again").setText("481517")
    save(page, "register.issue_form")
    assert "Lösenorden är olika" in said(page)
    field(page, "register.issue_form.password_again").setText("ett långt lösenord")
    save(page, "register.issue_form")
    assert "Pinkoderna är olika" in said(page)
    field(page, "register.issue_form.pin_again").setText("481516")
    save(page, "register.issue_form")
    qtbot.waitUntil(lambda: bool(reading.certificates(office)))
    qtbot.waitUntil(lambda: "Gäller 2026-11-20–2036-11-18" in said(page))
    assert (tmp_path / "eva.p12").stat().st_size > 1000
    part(page, QPushButton, "register.issue_certificate").click()
    assert not field(page, "register.issue_form.password_again").isVisible()


def test_a_certificate_in_another_name_is_refused(
    open_register: OpenPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    from bra_desktop.services.adjusted.certificates import issue_certificates

    first, second = reading.people(office)[:2]
    issued = issue_certificates(office, tmp_path / "utfardare.p12", "ett långt lösenord", [first.name], "481516")
    (tmp_path / "egen.p12").write_bytes(issued[0].pkcs12)
    page = open_register(office, second.id)
    qtbot.waitUntil(lambda: page.people.row is not None)
    part(page, QPushButton, "register.add_certificate").click()
    field(page, "register.certificate_form.file").setText(str(tmp_path / "egen.p12"))
    field(page, "register.certificate_form.pin").setText("481516")
    save(page, "register.certificate_form")
    file = field(page, "register.certificate_form.file")
    qtbot.waitUntil(lambda: f"Certifikatet tillhör {first.name}" in file.accessibleDescription())
    assert second.id not in [c.person_id for c in reading.certificates(office)]


# ── one rule for every form ──────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("tab", "form"), [("organisations", "register.organisations_form"), ("people", "register.people_form")]
)
def test_enter_in_a_field_saves_once_and_an_address_that_is_none_is_refused_at_its_field(
    tab: str, form: str, open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, tab)
    read = reading.organisations if tab == "organisations" else reading.people
    part(page, QPushButton, "register.new").click()
    name, email = field(page, f"{form}.name"), field(page, f"{form}.email")
    press(name, Qt.Key.Key_Return)
    assert "Skriv ett namn" in name.accessibleDescription()
    type_text(name, "Åsa Öst")
    type_text(email, "inte adress")
    press(email, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "eva.lind@almby.example" in email.accessibleDescription())
    email.setText("åsa.öst@almby.example")
    press(email, Qt.Key.Key_Return)
    press(email, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.name == "Åsa Öst" for one in read(office)))
    qtbot.waitUntil(lambda: not page.unsaved())  # the list shows who was added, with nothing more to save
    assert [one.name for one in read(office)].count("Åsa Öst") == 1


def test_enter_in_a_date_of_a_duty_and_in_a_forums_figure_saves(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, council(office).id)
    qtbot.waitUntil(lambda: page.forums.row is not None)
    days = field(page, "register.forum_form.notice_days")
    days.setText("12")
    press(days, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: council(office).notice_days == 12)
    open_council(page, office)
    section = page.inside.memberships
    member = next(m for m in section.table.model.shown() if m.role is Role.MEMBER)
    section.table.table.choose(member.id)
    last = field(page, "register.memberships_form.valid_to")
    last.setText("2027-10-31")
    press(last, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: next(m for m in reading.memberships(office) if m.id == member.id).valid_to == date(2027, 10, 31)
    )


# ── the municipality ─────────────────────────────────────────────────────────────────────────
def test_the_arms_are_taken_from_a_picture_and_nothing_else(
    open_register: OpenPage, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_register(office, "municipality")
    before = reading.arms(office)
    (tmp_path / "brev.svg").write_text("Hej", encoding="utf-8")
    page.municipality.choose_arms = lambda: tmp_path / "brev.svg"
    part(page, QPushButton, "register.municipality_arms").click()
    qtbot.waitUntil(lambda: "brev.svg är ingen bild" in said(page))
    assert reading.arms(office) == before
    (tmp_path / "vapen.svg").write_text(SHIELD, encoding="utf-8")
    page.municipality.choose_arms = lambda: tmp_path / "vapen.svg"
    part(page, QPushButton, "register.municipality_arms").click()
    qtbot.waitUntil(lambda: reading.arms(office) == SHIELD.encode())


def test_the_contact_line_is_kept(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = open_register(office, "municipality")
    field(page, "register.municipality.contact_line").setText("Stora torget 1, Almby")
    save(page, "register.municipality")
    qtbot.waitUntil(lambda: (reading.municipality(office) or page).contact_line == "Stora torget 1, Almby")  # type: ignore[union-attr]


def test_what_goes_into_the_locked_pdf_and_what_does_not_is_told_where_it_is_chosen(
    open_register: OpenPage, office: Office
) -> None:
    page = open_register(office, "municipality")
    told = part(page, QCheckBox, "register.municipality.embed_meeting_file").accessibleDescription()
    for words in ("För arkivet", "bilagorna, högst 25 MB", "E-postadresser, anteckningar om åtgärder och sekretess"):
        assert words in told
    assert told.replace("\u00a0", " ") in said(page)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 720)), (1.6, (1366, 768))])
def test_every_tab_and_form_fits_the_window(
    open_register: OpenPage, office: Office, theme: Theme, scale: float, size: tuple[int, int]
) -> None:
    theme.choose("light", scale)
    page = open_register(office, size=size)
    for tab in ("organisations", "people", "forums"):
        page.arrive(tab)
        part(page, QPushButton, "register.new").click()
        hint = page.window().minimumSizeHint()
        assert hint.width() <= size[0], tab
        assert hint.height() <= size[1], tab
    open_council(page, office)
    part(page, QPushButton, "register.new").click()
    hint = page.window().minimumSizeHint()
    assert hint.width() <= size[0]
    assert hint.height() <= size[1]


def test_a_second_person_with_the_same_name_is_told_with_the_choice_to_keep_both(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, "people")
    first = next(person for person in reading.people(office) if person.name == "Eva Lind")
    part(page, QPushButton, "register.new").click()
    name = field(page, "register.people_form.name")
    name.setText("eva  lind")
    save(page, "register.people_form")
    qtbot.waitUntil(lambda: "finns redan i Register" in name.accessibleDescription())
    assert first.organisation in name.accessibleDescription()
    both = part(page, QPushButton, "register.keep_both")
    assert both.isVisible()
    assert len(reading.people(office)) == len({person.id for person in reading.people(office)})
    assert [p.name for p in reading.people(office) if p.name.casefold().split() == ["eva", "lind"]] == ["Eva Lind"]
    both.click()
    qtbot.waitUntil(lambda: sum(p.name.casefold().split() == ["eva", "lind"] for p in reading.people(office)) == 2)


def test_the_same_persons_other_values_change_without_a_question_about_the_name(office: Office) -> None:
    first, second = (person for person in reading.people(office)[:2])
    register.change(office, Person, second.id, {"name": first.name}, second.revision, keep_both=True)
    again = next(person for person in reading.people(office) if person.id == second.id)
    register.change(office, Person, second.id, {"title": "kommunpolis"}, again.revision)
    with pytest.raises(register.NameTaken, match="finns redan i Register"):
        register.change(office, Person, reading.people(office)[3].id, {"name": first.name}, 1)


def test_a_sample_page_follows_what_is_typed_about_the_municipality(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = open_register(office, "municipality")
    sample = page.municipality.sample
    qtbot.waitUntil(sample.is_drawn, timeout=10_000)
    accent = field(page, "register.municipality.accent")
    accent.setText("FFFF99")
    qtbot.waitUntil(lambda: "för ljus" in said(page))
    accent.setText("8A1F1F")
    qtbot.waitUntil(lambda: "för ljus" not in said(page))
    save(page, "register.municipality")
    qtbot.waitUntil(lambda: "8A1F1F" in repr(reading.municipality(office)))
