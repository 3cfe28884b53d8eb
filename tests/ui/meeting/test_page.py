from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from bra_desktop.domain.kinds import ItemType, MeetingState, Reply
from bra_desktop.domain.register import Seat
from bra_desktop.domain.text import plain_text
from bra_desktop.services import actions, register
from bra_desktop.services.actions import NewAction
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.preparing import notice, planning
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.ui.meeting.tab_stack import ANNEXES, DOCUMENT, HISTORY, PEOPLE
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.row_delegate import PADDING
from tests.ui.keyboard import click, press, type_text
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.unnamed import unnamed


def button(shown: Shown, name: str) -> QPushButton:
    found = shown.page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def stands(shown: Shown, name: str) -> bool:
    """Whether a button of that name is seen."""
    found = shown.page.findChild(QPushButton, name)
    return found is not None and found.isVisible()


def titles(shown: Shown) -> list[str]:
    return [item.title for item in shown.view().content.items]


def test_the_agenda_stands_there_and_a_new_item_opens_for_its_title(shown: Shown) -> None:
    assert shown.page.parts.agenda.model.rowCount() == 12
    button(shown, "meeting.add_item").click()
    shown.settle(lambda: shown.page.side.item.isVisible() and shown.page.parts.agenda.model.rowCount() == 13)
    type_text(shown.page.side.item.fields.title, "Trygghetsmätning")
    shown.settle(lambda: "Trygghetsmätning" in titles(shown))
    assert titles(shown)[-1].startswith("Kommande sammanträden")


def test_all_that_is_prepared_for_an_item_is_saved_by_itself(shown: Shown) -> None:
    key = shown.view().content.items[4].key
    shown.page.side.open_item(key)
    pane = shown.page.side.item.fields
    pane.minutes.setText("25")
    pane.minutes.textEdited.emit("25")
    pane.proposals._add_empty()
    type_text(pane.proposals.lines[-1].words, "att uppdra åt EST-gruppen att följa upp.")
    type_text(pane.secret, "18 kap. 8 §")
    pane.basis.setFocus()
    type_text(pane.basis, "Ny siffra. ")
    shown.settle(lambda: "Ny siffra." in plain_text(shown.view().content.item(key).basis))
    item = shown.view().content.item(key)
    assert item.planned_minutes == 25
    assert [p.text for p in item.proposals][-1] == "uppdra åt EST-gruppen att följa upp."
    assert item.confidential == "18 kap. 8 §"
    assert len(shown.view().content.items) == 12


def test_leaving_the_pane_saves_what_was_just_typed(shown: Shown) -> None:
    first, second = (item.key for item in shown.view().content.items[3:5])
    shown.page.side.open_item(first)
    type_text(shown.page.side.item.fields.dnr, "7")
    shown.page.side.open_item(second)
    shown.settle(lambda: shown.view().content.item(first).registry_number == "KS 2026/1187")
    assert shown.view().content.item(second).registry_number == "KS 2026/203"


def test_an_item_without_a_title_is_said_at_the_field_and_keeps_its_old_one(shown: Shown) -> None:
    key = shown.view().content.items[3].key
    shown.page.side.open_item(key)
    shown.page.side.item.fields.title.selectAll()
    press(shown.page.side.item.fields.title, Qt.Key.Key_Delete)
    assert "Skriv en rubrik" in shown.page.side.item.fields.title_field.error()
    shown.settle(shown.page.side.item._autosave.clean)
    assert shown.view().content.item(key).title == "Information från polisen"


def test_alt_and_arrows_move_an_item(shown: Shown) -> None:
    before = titles(shown)
    shown.page.parts.agenda.table.selectRow(4)
    shown.page.parts.agenda.table.setFocus()
    press(shown.page.parts.agenda.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    shown.settle(lambda: titles(shown)[3] == before[4])
    assert shown.page.parts.agenda.table.chosen_identity() == shown.view().content.items[3].key


def test_a_removed_item_comes_back_by_undo(shown: Shown) -> None:
    before = titles(shown)
    shown.page.parts.agenda.table.selectRow(4)
    shown.page.parts.agenda.remove()
    shown.settle(lambda: any("borttagen" in words for words in shown.window.messages.words()))
    assert before[4] not in titles(shown)
    shown.window.messages.undo.link_chosen.emit()
    shown.settle(lambda: titles(shown) == before)


def test_the_notice_is_looked_at_before_it_is_made_and_never_said_to_be_sent(shown: Shown) -> None:
    main = shown.page.head.main
    assert main.accessibleName() == "Granska kallelsen"
    main.click()
    shown.settle(lambda: shown.page.parts.document.pages() > 0)
    assert (main.accessibleName(), shown.view().content.state) == ("Skapa kallelsen", MeetingState.PLANNED)
    main.click()
    shown.settle(lambda: shown.view().content.state is MeetingState.CALLED)
    shown.settle(lambda: any("Kallelsen är skapad" in words for words in shown.window.messages.words()))
    assert not any("skickad" in words for words in shown.window.messages.words())
    shown.settle(lambda: main.accessibleName() == "Öppna mötet")
    main.click()
    assert shown.window.shown() == "live"


def test_what_is_missing_leads_to_the_item_and_its_presenters(shown: Shown) -> None:
    item = planning.add_item(shown.office, REF, PlannedItem("Trygghetsmätning", ItemType.INFORMATION, 10))
    shown.reload()
    shown.page.head._remarks._links[0].click()
    assert shown.page.side.item.item_key() == item
    combo = shown.page.side.item.fields.presenters._combo
    assert shown.window.focusWidget() in (combo, combo.lineEdit())


def test_the_number_of_an_item_is_whole_also_with_a_prefix(shown: Shown) -> None:
    tab, loaded = shown.page.parts.agenda, shown.page._loaded
    assert loaded is not None
    before = tab.table.columnWidth(0)
    content = loaded.view.content
    first = replace(content.items[0], paragraph=129)
    content = replace(content, forum=replace(content.forum, prefix="FHR"), items=(first, *content.items[1:]))
    tab.show_meeting(replace(loaded, view=replace(loaded.view, content=content)))
    needed = shown.window.theme.metrics("body", True).horizontalAdvance("FHR\xa0129") + 2 * PADDING
    assert before < needed <= tab.table.columnWidth(0)
    tab.show_meeting(loaded)
    assert tab.table.columnWidth(0) == before


def test_a_meeting_that_is_opened_has_the_keyboard_in_its_agenda(shown: Shown) -> None:
    assert shown.window.focusWidget() is shown.page.parts.agenda.table


def test_enter_goes_into_a_pane_and_escape_back_to_the_row(shown: Shown) -> None:
    parts, side = shown.page.parts, shown.page.side
    for tab, table, pane in (
        (0, parts.agenda.table, side.item), (PEOPLE, parts.people.table, side.person),
    ):  # fmt: skip
        shown.page.tabs.setCurrentIndex(tab)
        table.selectRow(1)
        table.setFocus()
        press(table, Qt.Key.Key_Return)
        focused = shown.window.focusWidget()
        assert focused is not None
        assert pane.isAncestorOf(focused)
        button(shown, f"{'item' if tab == 0 else 'person'}.close").click()
        assert shown.window.focusWidget() is table


def test_the_keyboard_follows_to_the_table_of_the_tab_that_is_clicked(shown: Shown) -> None:
    shown.page.parts.agenda.table.setFocus()
    click(shown.page.tabs, shown.page.tabs.tabRect(PEOPLE).center())
    assert shown.window.focusWidget() is shown.page.parts.people.table


def test_replies_are_taken_for_everybody_who_is_chosen(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(PEOPLE)
    shown.page.parts.people.table.selectAll()
    button(shown, "meeting.reply_coming").click()
    shown.settle(lambda: all(p.reply is Reply.COMING for p in shown.view().content.participants))


def test_a_file_becomes_an_annex_and_can_be_taken_away_again(shown: Shown, tmp_path: Path) -> None:
    file = tmp_path / "Lägesbild.txt"
    file.write_text("läget", encoding="utf-8")
    shown.page.tabs.setCurrentIndex(ANNEXES)
    shown.page.parts.annexes.choose_files = lambda: (file,)
    button(shown, "meeting.add_annex").click()
    shown.settle(lambda: shown.page.parts.annexes.model.rowCount() == 6)
    added = shown.view().content.annexes[-1]
    assert (added.title, added.number) == ("Lägesbild", 6)
    shown.page.parts.annexes.table.choose(added.key)
    button(shown, "annex.remove").click()
    shown.settle(lambda: shown.page.parts.annexes.model.rowCount() == 5)


def test_a_file_that_is_gone_is_refused_in_the_bar(shown: Shown, tmp_path: Path) -> None:
    shown.page.parts.annexes.choose_files = lambda: (tmp_path / "borta.docx",)
    shown.page.parts.annexes.add_files(None)
    shown.settle(lambda: any("borta.docx finns inte" in words for words in shown.window.messages.words()))


def test_of_several_files_those_that_can_be_annexes_are_added_and_the_others_named(
    shown: Shown, tmp_path: Path
) -> None:
    for name in ("först", "sist"):
        (tmp_path / f"{name}.txt").write_text("läget", encoding="utf-8")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "låst.pdf", encryption=pikepdf.Encryption(owner="a", user="a"))
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    names = ("först.txt", "låst.pdf", "film.mp4", "sist.txt")
    shown.page.parts.annexes.choose_files = lambda: tuple(tmp_path / name for name in names)
    shown.page.parts.annexes.add_files(None)
    shown.settle(lambda: any("låst.pdf är låst" in words for words in shown.window.messages.words()))
    (words,) = (words for words in shown.window.messages.words() if "låst.pdf" in words)
    assert words == (
        "låst.pdf är låst med lösenord och kan inte bli bilaga. Spara en olåst kopia och lägg till den. "
        "Inte heller film.mp4 gick att lägga till."
    )
    assert [annex.title for annex in shown.view().content.annexes[-2:]] == ["först", "sist"]
    shown.settle(lambda: shown.page.parts.annexes.model.rowCount() == 7)


def test_time_and_place_are_changed_and_a_wrong_time_keeps_the_pane_open(shown: Shown) -> None:
    shown.page.open_details()
    place, ends = (shown.page.findChild(QLineEdit, name) for name in ("details.place", "details.ends"))
    assert isinstance(place, QLineEdit)
    assert isinstance(ends, QLineEdit)
    place.setText("Biblioteket")
    ends.setText("9")
    button(shown, "details.save").click()
    shown.settle(lambda: "slutar innan" in shown.page.side.details._wrong.text())
    assert shown.page.side.details.isVisible()
    ends.setText("12.30")
    button(shown, "details.save").click()
    shown.settle(lambda: shown.view().content.place == "Biblioteket")
    shown.settle(lambda: not shown.page.side.details.isVisible())


def test_a_meeting_is_cancelled_only_after_a_question(shown: Shown) -> None:
    shown.answer = False
    shown.page.head._cancel()
    assert shown.questions == ["Ställa in mötet?"]
    assert shown.view().content.state is MeetingState.PLANNED
    shown.answer = True
    shown.page.head._cancel()
    shown.settle(lambda: shown.view().content.state is MeetingState.CANCELLED)
    shown.settle(lambda: not button(shown, "meeting.add_item").isEnabled())


def test_a_change_is_undone_from_the_history(shown: Shown) -> None:
    planning.change_meeting(shown.office, REF, {"place": "Biblioteket"})
    shown.reload()
    shown.page.tabs.setCurrentIndex(HISTORY)
    shown.page.parts.history.table.selectRow(0)
    button(shown, "meeting.undo_change").click()
    shown.settle(lambda: shown.view().content.place == "Rådhuset, sal Almen")


def test_the_documents_and_the_meeting_file_are_saved_where_asked(shown: Shown, tmp_path: Path) -> None:
    shown.page.choose_place = lambda name: tmp_path / name
    shown.page.parts.document.choose_place = lambda name: tmp_path / name
    shown.page.export()
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    shown.settle(lambda: shown.page.parts.document.pages() > 0)
    button(shown, "meeting.save_pdf").click()
    shown.settle(lambda: (tmp_path / "Kallelse BRÅ 2026-12-03.pdf").exists())
    shown.settle(lambda: (tmp_path / f"{REF}.json").exists())


def test_the_list_to_sign_is_there_until_the_meeting_is_closed(shown: Shown, tmp_path: Path) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    document = shown.page.parts.document
    document.choose_place = lambda name: tmp_path / name
    click(button(shown, "meeting.kind_attendance"))
    shown.settle(lambda: document._ready)
    button(shown, "meeting.save_pdf").click()
    shown.settle(lambda: (tmp_path / "Närvarolista BRÅ 2026-12-03.pdf").exists())
    hold(shown, 0)
    opening.close_meeting(shown.office, REF)
    shown.reload()
    shown.settle(lambda: not button(shown, "meeting.kind_attendance").isVisible())
    shown.settle(lambda: document.pages() > 0 and document._ready)


def test_decisions_and_actions_are_listed_once_there_are_any(shown: Shown, tmp_path: Path) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    document = shown.page.parts.document
    document.choose_place = lambda name: tmp_path / name
    shown.settle(lambda: document.pages() > 0)
    lists = ("Beslutslogg", "decisions"), ("Åtgärdslista", "actions")
    assert not any(stands(shown, f"meeting.kind_{kind}") for _, kind in lists)
    item = hold(shown, 3)
    decisions.add_decision(shown.office, item, "att notera informationen.")
    actions.add_action(shown.office, NewAction("Boka en vandring", item_id=item))
    shown.reload()
    document.show_kind("protocol")
    for words, kind in lists:
        shown.settle(partial(stands, shown, f"meeting.kind_{kind}"))
        click(button(shown, f"meeting.kind_{kind}"))
        shown.settle(lambda: document._ready)
        button(shown, "meeting.save_pdf").click()
        shown.settle((tmp_path / f"{words} BRÅ 2026-12-03.pdf").exists)


def test_a_supplement_is_offered_when_there_is_news_and_gone_once_it_is_made(shown: Shown, tmp_path: Path) -> None:
    document = shown.page.parts.document
    document.choose_place = lambda name: tmp_path / name
    notice.send_notice(shown.office, REF)
    shown.reload()
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    shown.settle(lambda: document.pages() > 0)
    assert not stands(shown, "meeting.kind_supplement")
    planning.add_item(shown.office, REF, PlannedItem("Belysning på gångstråk"))
    shown.reload()
    shown.settle(lambda: stands(shown, "meeting.kind_supplement"))
    pill = button(shown, "meeting.kind_supplement")
    assert pill.text() == "Komplettering 1"
    click(pill)
    shown.settle(lambda: document._ready)
    button(shown, "meeting.save_pdf").click()
    shown.settle((tmp_path / "Komplettering 1 BRÅ 2026-12-03.pdf").exists)
    shown.settle(lambda: any("Skicka den till de kallade" in words for words in shown.window.messages.words()))
    shown.settle(lambda: not pill.isVisible())
    assert {row.kind.partition("/")[0] for row in shown.view().documents} == {"notice", "supplement"}
    shown.page.presenter.change({"place": "Folkets hus"}, lambda: None, lambda _error: None)
    shown.settle(lambda: any("t.ex. med en komplettering" in words for words in shown.window.messages.words()))
    shown.settle(lambda: pill.isVisible() and pill.text() == "Komplettering 2")


def test_the_documents_stand_in_one_row_in_a_small_window_and_the_others_in_a_menu(shown: Shown) -> None:
    item = hold(shown, 3)
    decisions.add_decision(shown.office, item, "att notera informationen.")
    actions.add_action(shown.office, NewAction("Boka en vandring", item_id=item))
    shown.reload()
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    shown.settle(lambda: stands(shown, "meeting.kind_actions"))
    shown.window.resize(960, 600)
    tab = shown.page.parts.document
    kinds = tuple(tab._there)
    pills = {kind: tab._kinds._made[kind] for kind in kinds}
    shown.settle(lambda: tab.width() < 960 and button(shown, "meeting.more_kinds").isVisible())
    shown.settle(lambda: all(p.width() >= p.sizeHint().width() for p in pills.values() if p.isVisible()))
    seen = [kind for kind, pill in pills.items() if pill.isVisible()]
    assert len({pills[kind].y() for kind in seen}) == 1
    for kind in seen:
        assert pills[kind].width() >= pills[kind].sizeHint().width()
        assert pills[kind].mapTo(tab, pills[kind].rect().bottomRight()).x() < button(shown, "meeting.whole").x()
    others = {action.text(): action for action in tab._kinds.menu().actions()}
    assert list(others) == [pills[kind].text() for kind in kinds if kind not in seen]
    others[pills["actions"].text()].trigger()
    shown.settle(pills["actions"].isVisible)
    assert pills["actions"].isChecked()


def hold(shown: Shown, at: int) -> str:
    """The meeting is called and opened with everybody there; the key of the item that is taken up."""
    notice.send_notice(shown.office, REF)
    for row in shown.view().participants.values():
        attendance.mark_present(shown.office, row)
    opening.open_meeting(shown.office, REF)
    item = shown.view().content.items[at].key
    minutes.take_up(shown.office, item)
    return item


def test_a_place_that_cannot_be_written_to_is_refused(shown: Shown, tmp_path: Path) -> None:
    shown.page.choose_place = lambda name: tmp_path / "finns inte" / name
    shown.page.export()
    shown.settle(lambda: any("kan inte sparas där" in words for words in shown.window.messages.words()))


def opens_every_pane(shown: Shown) -> Iterator[str]:
    """Opens one pane after the other, with all its rows, and tells which."""
    page = shown.page
    page.tabs.setCurrentIndex(0)
    page.side.open_item(shown.view().content.items[4].key)
    page.side.item.fields.proposals.add.click()
    yield "item"
    page.open_details()
    button(shown, "details.add_break").click()
    yield "details"
    page.tabs.setCurrentIndex(PEOPLE)
    page.side.open_officers()
    for duty in ("preside", "minutes", "adjust"):
        button(shown, f"officers.add_{duty}").click()
    yield "officers"
    page.side.open_person(shown.view().content.participants[1].person)
    yield "person"
    page.side.close_pane()
    page.parts.people.add.click()
    page.parts.people.form.person.setEditText("Åsa Ölund")
    yield "form"


def test_every_control_has_a_name_and_words(shown: Shown) -> None:
    for pane in opens_every_pane(shown):
        assert (pane, unnamed(shown.page)) == (pane, [])


def test_escape_leaves_each_pane(shown: Shown) -> None:
    for pane in opens_every_pane(shown):
        if pane != "form":
            close = button(shown, f"{pane}.close")
            assert close.shortcut().toString() == "Esc"
            close.click()
            assert not shown.page.side.is_open()


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1366, 768), 1.6)])
def test_the_page_fits_with_and_without_its_pane(
    shown: Shown, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.choose("light", scale)
    shown.window.resize(*size)
    shown.settle(lambda: shown.window.page("meeting") is not shown.page or scale == 1.0)
    page = shown.window.page("meeting")
    assert page is not None
    shown.page = page  # type: ignore[assignment]
    shown.settle(lambda: shown.page._loaded is not None)
    for tab in range(5):
        shown.page.tabs.setCurrentIndex(tab)
        wanted = shown.window.minimumSizeHint()
        assert (wanted.width() <= size[0], wanted.height() <= size[1]) == (True, True), (tab, wanted)
    for pane in opens_every_pane(shown):
        wanted = shown.window.minimumSizeHint()
        assert (wanted.width() <= size[0], wanted.height() <= size[1]) == (True, True), (pane, wanted)


def test_a_vacant_seat_leads_to_the_forums_seats_in_the_register(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[tuple[str, object]] = []
    context = replace(shown.page.context, go=lambda page, target: went.append((page, target)))
    monkeypatch.setattr(shown.page, "context", context)
    assert shown.page._loaded is not None
    forum = shown.page._loaded.forum_id
    register.add(shown.office, Seat(id=str(uuid4()), forum_id=forum, position=99, label="Näringslivet"))
    shown.reload()
    shown.page.tabs.setCurrentIndex(PEOPLE)
    vacant = next(line for line in shown.page.parts.people.model.shown() if not line.person_id)
    shown.page.parts.people.table.choose(vacant.key)
    press(shown.page.parts.people.table, Qt.Key.Key_Return)
    assert went == [("register", forum)]


def test_a_meeting_that_is_opened_has_built_its_agenda_and_nothing_more(shown: Shown) -> None:
    parts, side = shown.page.parts, shown.page.side
    assert (parts.count(), side.count()) == (1, 0)
    shown.page.tabs.setCurrentIndex(PEOPLE)
    assert parts.count() == 2
    assert parts.people.table.isVisible()
    assert parts.people.model.rowCount() > 0
    assert button(shown, "meeting.add_person").isVisible()
    assert not button(shown, "meeting.add_item").isVisible()
