"""Översikt: what is next, what waits, what is late, each leading on; and what an empty municipality is told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from bra_desktop.domain.headings import PaperHeading, own_words
from bra_desktop.domain.kinds import DocumentProfile, ItemType, Medium
from bra_desktop.domain.register import Forum
from bra_desktop.services import overview, reading, register, setting_up
from bra_desktop.services.adjusted import adjustment, paper, public_notices
from bra_desktop.services.office import Office
from bra_desktop.services.overview import PlanLine
from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.planning import MeetingPlan, PlannedItem
from bra_desktop.storage.database import Database
from bra_desktop.ui.overview import telling
from bra_desktop.ui.overview.duties import duties
from bra_desktop.ui.overview.page import OverviewPage
from bra_desktop.ui.overview.shown import Waiting
from bra_desktop.ui.pages import Page, PageSpec
from bra_desktop.ui.widgets.bars import Bar
from bra_desktop.ui.widgets.card import Card
from tests.builders import DAY, SECRETARY, Council, council
from tests.ui.almby_office import HELD, PLANNED, almby
from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import part

TODAY = date(2026, 11, 21)
SIGNED = date(2026, 3, 12)


class Target(Page):
    """Keeps what it was shown for."""

    wanted: object = None

    def arrive(self, target: object = None) -> None:
        self.wanted = target


def told(made: Council) -> tuple[Waiting, ...]:
    """What waits at that council."""
    return telling.waiting(overview.overview(made.office))


def signed_on_paper(made: Council) -> str:
    """A protocol that everybody has signed."""
    ref = made.frozen()
    made.clock.set(SIGNED)
    for signer in reading.meeting_view(made.office, ref).signers:
        paper.record_ink_signature(made.office, ref, signer.person_id, SIGNED, signer.role)
    return ref


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as opened:
        yield opened


def shown(open_window: OpenWindow, qtbot: QtBot, office: Office, size: tuple[int, int] = (1366, 768)) -> OverviewPage:
    window = open_window(
        PageSpec("overview", "Översikt", "layout-dashboard", lambda context: OverviewPage(context, office)),
        PageSpec("meetings", "Möten", "calendar-days", Target),
        PageSpec("meeting", "Möte", "calendar-days", Target, under="meetings"),
        size=size,
    )
    window.go("overview")
    page = window.page("overview")
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: bool(page.shown().greeting))
    return page


def test_the_next_meeting_is_shown_with_its_next_step(open_window: OpenWindow, qtbot: QtBot, office: Office) -> None:
    page = shown(open_window, qtbot, office)
    assert [line.ref for line in page.shown().next_meetings] == ["BRA-2026-12-03"]
    assert part(page, QPushButton, "overview.step_0").text() == "Skapa kallelsen"
    assert part(page, QPushButton, "overview.step_0").property("look") == "primary"


def test_a_heading_of_its_own_stands_under_the_name_of_the_forum(
    open_window: OpenWindow, qtbot: QtBot, office: Office
) -> None:
    planning.change_meeting(office, "BRA-2026-12-03", {"title": "Extra möte om torget"})
    (line,) = shown(open_window, qtbot, office).shown().next_meetings
    assert line.forum == "Brottsförebyggande rådet"
    assert line.when.startswith("Extra möte om torget, torsdag kl.")


@pytest.mark.parametrize("count", [0, 1, 51])
def test_the_words_under_the_wheel_leave_no_word_alone_on_the_last_line(count: int) -> None:
    assert telling.year_words(count, (), TODAY).split(" ")[-1] in ("i\xa0år", "möte\xa0i\xa0år", "än")


def test_the_step_leads_to_its_meeting(open_window: OpenWindow, qtbot: QtBot, office: Office) -> None:
    page = shown(open_window, qtbot, office)
    part(page, QPushButton, "overview.step_0").click()
    window = page.window()
    target = window.page("meeting")  # type: ignore[attr-defined]  # the real window
    assert target.wanted == "BRA-2026-12-03"


def test_the_last_day_of_the_notice_is_told(open_window: OpenWindow, qtbot: QtBot, office: Office) -> None:
    days = shown(open_window, qtbot, office).shown().last_days
    assert [day.words for day in days] == ["Kallelse BRÅ 3\xa0december"]


def test_a_new_municipality_is_told_what_to_begin_with(open_window: OpenWindow, qtbot: QtBot) -> None:
    with Database.in_memory() as database:
        office = Office(database, "Siv Prov", "test", lambda: datetime(2026, 3, 2, 9, tzinfo=UTC), lambda: str(uuid4()))
        setting_up.create_municipality(office, "Provby kommun", "Siv Prov", "sekreterare")
        page = shown(open_window, qtbot, office)
        assert page.shown().new
        assert part(page, QPushButton, "overview.first_meeting").text() == "Planera möte"
        assert not page.shown().duties
        assert page.shown().bars_words == "Inga åtgärder är öppna."
        page.runner.read(lambda: None, lambda _none: None)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_the_page_fits_the_window(open_window: OpenWindow, qtbot: QtBot, office: Office, size: tuple[int, int]) -> None:
    page = shown(open_window, qtbot, office, size)
    assert page.window().minimumSizeHint().width() <= size[0]
    assert page.window().minimumSizeHint().height() <= size[1]


@pytest.mark.parametrize(
    ("hour", "words"), [(7, "God morgon, Anna"), (11, "God förmiddag, Anna"), (14, "God eftermiddag, Anna"),
                        (20, "God kväll, Anna"), (2, "God kväll, Anna")],
)  # fmt: skip
def test_the_greeting_follows_the_clock(hour: int, words: str) -> None:
    assert telling.greeting(datetime(2026, 11, 24, hour), "Anna Svedin") == words


def test_the_cards_need_no_scroll_bar_on_a_small_screen(open_window: OpenWindow, qtbot: QtBot, office: Office) -> None:
    page = shown(open_window, qtbot, office, (1366, 730))
    areas = page.findChildren(QScrollArea)
    assert areas
    qtbot.waitUntil(lambda: all(area.verticalScrollBar().maximum() == 0 for area in areas))


def test_a_high_screen_shows_more_meetings_and_leaves_no_card_of_the_upper_row_half_empty(
    open_window: OpenWindow, qtbot: QtBot, office: Office
) -> None:
    forum = reading.forums(office)[0].id
    for day in (7, 9, 11, 14, 16):
        planning.plan_meeting(office, MeetingPlan(forum, date(2026, 12, day), time(9)))
    low = shown(open_window, qtbot, office)
    qtbot.waitUntil(lambda: steps_of(low) == 3)
    page = shown(open_window, qtbot, office, (1920, 1080))
    qtbot.waitUntil(lambda: steps_of(page) == 5)
    card = next(one for one in page.findChildren(Card) if one.isAncestorOf(part(page, QPushButton, "overview.step_0")))
    last = part(page, QPushButton, "overview.step_4")
    foot = last.mapTo(card, last.rect().bottomLeft()).y()
    assert card.height() - foot < last.height() * 2
    assert all(area.verticalScrollBar().maximum() == 0 for area in page.findChildren(QScrollArea))


def test_what_waits_and_has_no_line_is_told_with_where_it_is_found() -> None:
    meeting, late = (Waiting("eye", "late", "", "", "", page, None) for page in ("meeting", "actions"))
    assert telling.more_waiting([meeting]) == "och 1 till under Möten"
    assert telling.more_waiting([late, meeting]) == "och 2 till under Möten och Åtgärder"


def test_the_organisations_without_a_bar_are_counted() -> None:
    assert telling.with_rest("2 av 4 öppna är försenade", 1) == "2 av 4 öppna är försenade, 1\xa0organisation till"
    assert telling.with_rest("2 av 4 öppna är försenade", 0) == "2 av 4 öppna är försenade"


def steps_of(page: OverviewPage) -> int:
    """How many meetings are shown with the button of their step."""
    buttons = [one for one in page.findChildren(QPushButton) if one.objectName().startswith("overview.step_")]
    return sum(one.isVisible() for one in buttons)


def test_one_meeting_and_one_open_action_are_told_in_the_singular() -> None:
    assert telling.year_words(1, (), TODAY) == "1\xa0möte i\xa0år"
    assert telling.year_words(0, (), TODAY) == "Inga möten i\xa0år än"
    assert (Bar("Polisen", 0, 1).words(), Bar("Polisen", 0, 2).words()) == ("1 öppen", "2 öppna")


def test_the_next_deadline_is_told_beside_the_year(open_window: OpenWindow, qtbot: QtBot, office: Office) -> None:
    words = shown(open_window, qtbot, office).shown().year_words
    assert words == "Nästa frist 26\xa0november: kallelse BRÅ 3\xa0december"


def test_a_notice_that_is_soon_to_be_sent_waits_for_the_secretary(
    open_window: OpenWindow, qtbot: QtBot, office: Office
) -> None:
    (line,) = shown(open_window, qtbot, office).shown().waiting
    assert (line.title, line.words) == ("Kallelse BRÅ 3\xa0december", "Senast 26\xa0november, om 5\xa0dagar")
    assert (line.page, line.target) == ("meeting", "BRA-2026-12-03")


def test_an_item_that_nobody_presents_is_counted_as_on_the_page_of_the_meeting(
    open_window: OpenWindow, qtbot: QtBot, office: Office
) -> None:
    planning.add_item(office, "BRA-2026-12-03", PlannedItem("Trygghetsmätning", ItemType.INFORMATION, 10))
    (line,) = shown(open_window, qtbot, office).shown().next_meetings
    assert line.missing == "1\xa0sak saknas"


def test_the_laws_duties_are_told_from_what_the_data_hold() -> None:
    told = duties((), PlanLine(76, 3, date(2026, 3, 2), 2), TODAY)
    assert [(duty.section, duty.words, duty.status) for duty in told] == [
        ("5 §", "76\xa0aktiviteter", "met"),
        ("6 §", "mars 2026", "met"),
        ("9 §", "2\xa0underskrivna", "met"),
    ]
    assert duties((), PlanLine(0, 0, None, 0), TODAY) == ()


@pytest.mark.parametrize(
    ("day", "status"), [(date(2025, 3, 1), "met"), (date(2025, 2, 1), "soon"), (date(2024, 11, 1), "missing"),
                        (date(2026, 12, 3), "met")],
)  # fmt: skip
def test_a_plan_that_is_not_followed_up_every_second_year_is_told(day: date, status: str) -> None:
    assert duties((), PlanLine(0, 0, day, 0), TODAY)[0].status == status


def test_what_waits_is_named_by_its_state(open_window: OpenWindow, qtbot: QtBot) -> None:
    with almby(HELD) as office:
        lines = shown(open_window, qtbot, office).shown().waiting
        assert "Utkast BRÅ 3\xa0december" in [line.title for line in lines]


def test_the_notice_is_called_what_the_forum_calls_it(open_window: OpenWindow, qtbot: QtBot, office: Office) -> None:
    forum = next(row for row in reading.forums(office) if row.short_name == "BRÅ")
    own = own_words([(PaperHeading.NOTICE, "Inbjudan")])
    register.change(office, Forum, forum.id, {"headings": own}, forum.revision)
    told = shown(open_window, qtbot, office).shown()
    assert [line.title for line in told.waiting] == ["Inbjudan BRÅ 3\xa0december"]
    assert told.last_days[0].words == "Inbjudan BRÅ 3\xa0december"
    assert told.year_words == "Nästa frist 26\xa0november: inbjudan BRÅ 3\xa0december"
    assert told.next_meetings[0].button == "Skapa inbjudan"


def test_a_protocol_that_is_signed_and_not_posted_waits_with_the_way_to_its_notice(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    with council(DocumentProfile.FORMAL, medium=Medium.INK) as made:
        ref = signed_on_paper(made)
        (line,) = shown(open_window, qtbot, made.office).shown().waiting
        assert (line.title, line.words) == (
            "Sätt upp anslag BRÅ 5\xa0mars", "Justerat men inte anslaget: senast 16\xa0mars, om 4\xa0dagar"
        )  # fmt: skip
        assert (line.page, line.target, line.link) == ("meeting", (ref, "document"), "Visa protokollet")
        public_notices.post_public_notice(made.office, ref, SIGNED, "Arkivet")
        assert not [one for one in told(made) if "anslag" in one.title]
        made.clock.set(date(2026, 4, 7))
        assert [one.title for one in told(made) if "anslag" in one.title] == ["Ta ned anslag BRÅ 5\xa0mars"]
        public_notices.take_down_public_notice(made.office, ref, date(2026, 4, 7), made.people[SECRETARY])
        assert [one.words for one in told(made)] == ["Klart och kan arkiveras."]


def test_a_paragraph_adjusted_at_once_waits_for_a_notice_of_its_own() -> None:
    with council(DocumentProfile.FORMAL, medium=Medium.INK) as made:
        ref = made.written()
        item = made.item(ref, 2)
        adjustment.adjust_item_now(made.office, item)
        for row in adjustment.item_signers(made.office, item):
            assert not told(made)
            paper.record_ink_signature(made.office, ref, row.person_id, DAY, row.role, item)
        (line,) = told(made)
        assert line.title == "Sätt upp anslag §\xa03 BRÅ 5\xa0mars"
        public_notices.post_public_notice(made.office, ref, DAY, "Arkivet", item)
        assert not told(made)
