from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Medium, MeetingState
from bra_desktop.domain.register import Forum, Person
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services import reading, register
from bra_desktop.services.adjusted import adjustment, certificates
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.adjustment.page import AdjustmentPage
from bra_desktop.ui.adjustment.pages import adjustment_pages
from bra_desktop.ui.adjustment.presenter import loaded_of
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from bra_desktop.ui.theme.theme import Theme
from tests.ui.almby_office import HELD, almby
from tests.ui.unnamed import unnamed

REF = "BRA-2026-12-03"
PIN = "123456"
PEOPLE = ["Anna Svedin", "Eva Lind", "Per Alm", "Siv Östling"]
OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(HELD, now=datetime(2026, 12, 10, 9, 0, tzinfo=UTC)) as office:
        adjustment.hand_to_review(office, REF)
        yield office


class Signing:
    """The page with the protocol, certificate files for the signers, and the answers to the page's questions."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, office: Office, folder: Path, certified: Sequence[str] = PEOPLE
    ) -> None:
        self.qtbot, self.window, self.office = qtbot, window, office
        self.questions: list[str] = []
        self.words: list[str] = []
        self.files: dict[str, Path] = {}
        for issued in certificates.issue_certificates(office, folder / "utfärdare.p12", "lösenord", certified, PIN):
            self.files[issued.person] = folder / f"{issued.person}.p12"
            self.files[issued.person].write_bytes(issued.pkcs12)
        window.go("adjustment", REF)
        found = window.page("adjustment")
        assert isinstance(found, AdjustmentPage)
        self.page = found
        self.page.ask = self.ask
        self.settle(lambda: self.page._loaded is not None)

    def ask(self, title: str, words: str, _act: str, _icon: str) -> bool:
        self.questions.append(title)
        self.words.append(words)
        return True

    def settle(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen)

    def button(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, name)
        assert isinstance(found, QPushButton), name
        return found

    def state(self) -> MeetingState:
        return reading.meeting_view(self.office, REF).content.state

    def lock(self) -> None:
        self.page.lock.click()
        self.settle(lambda: self.page._turn is not None)

    def sign(self, pin: str = PIN, person: str = "") -> None:
        """The one whose turn it is signs with her own file, or with that of somebody else."""
        assert self.page._turn is not None
        self.page.ways.take_file(self.files[person or self.page._turn.name])
        field = self.page.findChild(QLineEdit, "adjustment.pin")
        assert isinstance(field, QLineEdit)
        field.setText(pin)
        self.button("adjustment.sign").click()


@pytest.fixture
def signing(qtbot: QtBot, open_window: OpenWindow, office: Office, tmp_path: Path) -> Signing:
    window = open_window(*adjustment_pages(lambda: office), *meeting_pages(lambda: office))
    return Signing(qtbot, window, office, tmp_path)


def test_the_protocol_is_locked_after_a_question_and_signed_by_everybody(signing: Signing) -> None:
    signing.lock()
    assert (signing.questions, signing.state()) == (["Justera protokollet?"], MeetingState.ADJUSTMENT)
    for at, _person in enumerate(PEOPLE, 1):
        before = signing.page._loaded
        signing.sign()
        signing.settle(lambda before=before: signing.page._loaded is not before)  # type: ignore[misc]
        signing.settle(lambda at=at: _signed(signing.office) == at)  # type: ignore[misc]
        signing.settle(lambda at=at: _shown_signed(signing) == at)  # type: ignore[misc]
        loaded = signing.page._loaded
        assert loaded is not None
        assert loaded.check.below.startswith(["En", "Två", "Tre", "Fyra"][at - 1] + " av fyra har skrivit under.")
    assert signing.state() is MeetingState.ADJUSTED
    assert signing.page.check.headline().startswith("Oförändrat och underskrivet av Anna Svedin (sekreterare)")
    assert "Skriva under protokollet?" in signing.questions
    assert any(
        words.startswith("Anna Svedin (sekreterare) skriver under BRÅ ") and "§§" in words for words in signing.words
    )
    assert any("Protokollet är justerat." in words for words in signing.window.messages.words())


def _signed(office: Office) -> int:
    return sum(1 for one in reading.meeting_view(office, REF).signers if one.signed_at is not None)


def _shown_signed(signing: Signing) -> int:
    loaded = signing.page._loaded
    return sum(1 for one in loaded.signers if one.status == "signed") if loaded else 0


def test_the_keyboard_goes_to_the_file_of_the_next_one_who_signs(signing: Signing) -> None:
    signing.window.activateWindow()
    signing.settle(signing.window.isActiveWindow)
    signing.lock()
    signing.sign()
    signing.settle(lambda: _shown_signed(signing) == 1)
    file = signing.page.findChild(QLineEdit, "adjustment.file")
    assert isinstance(file, QLineEdit)
    signing.settle(file.hasFocus)


def test_a_wrong_pin_is_said_at_the_field_and_nothing_is_signed(signing: Signing) -> None:
    signing.lock()
    signing.sign(pin="654321")
    signing.settle(lambda: "Pinkoden stämmer inte" in signing.page.ways._pin_field.error())
    assert _signed(signing.office) == 0


def test_a_reading_of_the_page_leaves_what_is_being_typed(signing: Signing) -> None:
    signing.lock()
    person = signing.page._turn
    assert person is not None
    signing.page.ways.take_file(signing.files[person.name])
    pin = signing.page.findChild(QLineEdit, "adjustment.pin")
    assert isinstance(pin, QLineEdit)
    pin.setText(PIN)
    before = signing.page._loaded
    signing.page.areas_changed(frozenset({"meetings"}))
    signing.settle(lambda: signing.page._loaded is not before)
    assert pin.text() == PIN
    signing.button("adjustment.sign").click()
    signing.settle(lambda: _shown_signed(signing) == 1)
    assert pin.text() == ""


def test_a_late_word_of_a_signature_leaves_what_the_next_one_is_typing(signing: Signing) -> None:
    """The page may have been read anew before the writer tells that it is done."""
    signing.lock()
    first, told = signing.page._turn, signing.page.signed
    assert first is not None
    held: list[tuple[object, ...]] = []
    signing.page.signed = lambda *words: held.append(words)  # type: ignore[method-assign]
    signing.sign()
    signing.settle(lambda: bool(held) and _shown_signed(signing) == 1)
    turn = signing.page._turn
    assert turn is not None
    signing.page.ways.take_file(signing.files[turn.name])
    told(*held[0])  # type: ignore[arg-type]
    file = signing.page.findChild(QLineEdit, "adjustment.file")
    assert isinstance(file, QLineEdit)
    assert file.text() == str(signing.files[turn.name])
    assert f"{first.name} har skrivit under." in signing.window.messages.words()


def test_the_certificate_of_somebody_else_is_refused(signing: Signing) -> None:
    signing.lock()
    signing.sign(person="Siv Östling")
    ways = signing.page.ways
    signing.settle(lambda: "Siv Östling" in ways._file_field.error())
    assert ways._pin_field.error() == ""
    assert _signed(signing.office) == 0
    ways.take_file(signing.files[PEOPLE[0]])
    assert (ways._file_field.error(), ways._pin_field.error()) == ("", "")


@pytest.mark.parametrize(("name", "content"), [("bild.p12", b"ingen certifikatfil"), ("saknas.p12", None)])
def test_a_file_that_is_no_certificate_file_is_said_at_the_file(
    signing: Signing, tmp_path: Path, name: str, content: bytes | None
) -> None:
    signing.lock()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    signing.files["fel"] = tmp_path / name
    signing.sign(person="fel")
    ways = signing.page.ways
    signing.settle(lambda: "går inte att läsa" in ways._file_field.error())
    assert ways._pin_field.error() == ""


def test_an_error_at_the_pin_goes_away_when_it_is_typed_anew(signing: Signing) -> None:
    signing.lock()
    signing.sign(pin="654321")
    ways = signing.page.ways
    signing.settle(lambda: ways._pin_field.error() != "")
    QTest.keyClicks(ways._pin, "1")
    assert ways._pin_field.error() == ""


def test_who_has_no_certificate_is_said_before_the_protocol_is_locked(
    qtbot: QtBot, open_window: OpenWindow, office: Office, tmp_path: Path
) -> None:
    window = open_window(*adjustment_pages(lambda: office), *meeting_pages(lambda: office))
    signing = Signing(qtbot, window, office, tmp_path, certified=PEOPLE[:2])
    signing.page.lock.click()
    signing.settle(lambda: bool(signing.words))
    assert "Per Alm och Siv Östling saknar registrerat certifikat" in signing.words[0]


def test_who_has_no_certificate_is_led_to_the_certificates_in_register(
    qtbot: QtBot, open_window: OpenWindow, office: Office, tmp_path: Path
) -> None:
    window = open_window(
        *adjustment_pages(lambda: office), *meeting_pages(lambda: office), *register_pages(lambda: office)
    )
    signing = Signing(qtbot, window, office, tmp_path, certified=PEOPLE[:2])
    signing.lock()
    signers = signing.page._loaded.signers if signing.page._loaded else ()
    lacking = [at for at, one in enumerate(signers) if not one.has_certificate]
    assert lacking
    signing.button(f"adjustment.certificate_{lacking[0]}").click()
    register = window.page("register")
    assert isinstance(register, RegisterPage)
    issue = register.findChild(QPushButton, "register.issue_certificate")
    assert issue is not None
    qtbot.waitUntil(lambda: register.people.row is not None and window.focusWidget() is issue)
    assert register.people.row is not None
    assert register.people.row.name == signers[lacking[0]].name
    qtbot.waitUntil(lambda: not issue.visibleRegion().isEmpty())


def test_a_refusal_needs_a_reason_and_leads_back_to_review(signing: Signing) -> None:
    signing.lock()
    signing.button("adjustment.refuse").click()
    signing.button("adjustment.refuse_now").click()
    signing.settle(lambda: "Skriv skälet" in signing.page.ways._reason_field.error())
    signing.page.ways._reason.setPlainText("Beslutet i § 46 är fel återgivet.")
    signing.button("adjustment.refuse_now").click()
    signing.settle(lambda: signing.state() is MeetingState.REVIEW)
    signing.settle(lambda: signing.window.shown() == "meeting")


def test_paper_is_chosen_before_the_lock_and_never_looks_electronic(signing: Signing) -> None:
    signing.page.ways._paper.button.click()
    signing.settle(lambda: reading.meeting_view(signing.office, REF).content.medium is Medium.INK)
    signing.settle(lambda: signing.page._loaded is not None and signing.page._loaded.medium is Medium.INK)
    signing.lock()
    for at, _person in enumerate(PEOPLE, 1):
        signing.button("adjustment.record").click()
        signing.settle(lambda at=at: _shown_signed(signing) == at)  # type: ignore[misc]
    assert signing.state() is MeetingState.ADJUSTED
    assert signing.page.check.headline() == "Går inte att pröva: underskrifterna finns på papper"


def test_any_file_can_be_judged_with_one_of_the_three_answers(signing: Signing, tmp_path: Path) -> None:
    file = tmp_path / "annan.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    signing.page.choose_pdf = lambda: file
    signing.page._check_file()
    signing.settle(lambda: signing.page.check.headline().startswith("Går inte att pröva:"))


def test_the_first_page_is_shown_and_the_protocol_saved(signing: Signing, tmp_path: Path) -> None:
    signing.settle(lambda: signing.page.document.made is not None)
    signing.page.choose_place = lambda name: tmp_path / name
    signing.button("adjustment.save").click()
    signing.settle(lambda: (tmp_path / "Protokoll BRÅ 2026-12-03.pdf").exists())


def test_every_control_has_a_name_and_words(signing: Signing) -> None:
    signing.lock()
    assert unnamed(signing.page) == []


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1366, 768), 1.6)])
def test_the_page_fits_with_its_filled_button_in_sight(
    signing: Signing, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    signing.lock()
    theme.choose("light", scale)
    signing.window.resize(*size)
    signing.settle(lambda: signing.window.page("adjustment") is not signing.page or scale == 1.0)
    page = signing.window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    signing.page = page
    signing.settle(lambda: signing.page._turn is not None)
    wanted = signing.window.minimumSizeHint()
    assert (wanted.width() <= size[0], wanted.height() <= size[1]) == (True, True), wanted
    if scale == 1.0:
        assert not signing.button("adjustment.sign").visibleRegion().isEmpty()


def test_a_duty_stands_just_below_its_name_on_a_high_screen(signing: Signing) -> None:
    signing.window.resize(1920, 1080)
    signing.qtbot.waitUntil(lambda: signing.page.height() > 900)
    signing.qtbot.wait(50)
    name = next(one for one in signing.page.signers.findChildren(QLabel) if one.text() == PEOPLE[0])
    assert name.isVisible()
    assert name.height() < 2 * name.fontMetrics().height()


def test_those_without_a_certificate_are_known_before_they_try(office: Office) -> None:
    adjustment.hand_to_adjustment(office, REF)
    assert not any(one.has_certificate for one in loaded_of(office, REF).signers)


def test_before_anybody_is_chosen_nobody_is_said_to_have_signed(office: Office) -> None:
    forum = reading.forums(office)[0]
    ref = planning.plan_meeting(
        office, planning.MeetingPlan(forum.id, date(2027, 3, 4), datetime(2027, 3, 4, 10).time())
    )
    check = loaded_of(office, ref).check
    assert "Alla har skrivit under" not in [line.words for line in check.lines]


def test_those_who_adjust_are_called_what_the_forum_calls_them(office: Office) -> None:
    forum = next(row for row in reading.forums(office) if row.short_name == "BRÅ")
    register.change(office, Forum, forum.id, {"adjusters_word": "Justerande"}, forum.revision)
    before = loaded_of(office, REF).signers
    adjustment.hand_to_adjustment(office, REF)
    for lines in (before, loaded_of(office, REF).signers):
        assert {line.role_words for line in lines} == {"sekreterare", "ordförande", "justerande"}
    plan = planning.MeetingPlan(forum.id, date(2027, 3, 4), datetime(2027, 3, 4, 10).time())
    (nobody, *_rest) = loaded_of(office, planning.plan_meeting(office, plan)).check.lines
    assert nobody.meaning.startswith("Justerande utses på mötet.")


def test_a_signature_on_paper_tells_the_day_it_was_given_and_the_day_it_was_recorded(signing: Signing) -> None:
    signing.page.ways._paper.button.click()
    signing.settle(lambda: signing.page._loaded is not None and signing.page._loaded.medium is Medium.INK)
    signing.lock()
    met = reading.meeting_view(signing.office, REF).content.date
    today = signing.office.today()
    assert met < today
    signing.page.ways._day.set_value(met)
    signing.button("adjustment.record").click()
    signing.settle(lambda: _shown_signed(signing) == 1)
    both = f"{day_and_month(met)}, antecknat {day_and_month(today)}"
    words = [part.text() for part in signing.page.findChildren(QLabel)]
    assert f"sekreterare, {both}" in words
    assert f"Underskrivet på papper {both}." in words
    signing.page.ways._day.set_value(today)
    signing.button("adjustment.record").click()
    signing.settle(lambda: _shown_signed(signing) == 2)
    words = [part.text() for part in signing.page.findChildren(QLabel)]
    assert f"Underskrivet på papper {day_and_month(today)}." in words


def test_a_long_name_is_read_whole(signing: Signing) -> None:
    long = "Maria-Magdalena Cederschiöld-Wachtmeister af Björneborg von Hohenzollern-Sigmaringen"
    with signing.office.work("Ändra person") as work:
        person = next(one for one in work.all(Person) if one.name == PEOPLE[0])
        person.name = long
        work.commit()
    signing.lock()
    signing.window.resize(1366, 768)
    signing.settle(lambda: any(part.text() == long for part in signing.page.findChildren(QLabel)))
    name = next(part for part in signing.page.findChildren(QLabel) if part.text() == long)
    assert name.wordWrap()
    assert name.height() >= name.heightForWidth(name.width())
    assert name.parentWidget() is not None
