"""What is typed in Mötesläge to fetch a phrase, a name or an action, by real keys in the real window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.register import Person
from bra_desktop.domain.text import plain_text
from bra_desktop.services import phrases, reading, register
from bra_desktop.services.office import Office
from bra_desktop.services.phrases import Wording
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.forms.form import keys_of
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.typed_signs.sign_rows import name_offer
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, running: Office) -> LivePage:
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(page.signs.has_bank)
    page.acts.focus_text()
    return page


def words(page: LivePage) -> str:
    return page.item.minutes.editor.document().toPlainText()


def typed(page: LivePage, text: str) -> None:
    type_text(page.item.minutes.editor, text)


def pressed(page: LivePage, key: Qt.Key) -> None:
    press(page.item.minutes.editor, key)


def test_a_phrase_that_its_row_has_no_room_for_is_read_whole_below_the_rows_when_it_is_chosen(
    page: LivePage, qtbot: QtBot
) -> None:
    page.window().resize(1024, 720)
    typed(page, "/prop")
    popup = page.signs.popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.rows.width() < popup.rows.whole_width()
    for _row in popup.rows.offer.rows:
        chosen = popup.chosen()
        assert chosen is not None
        assert popup._whole.isVisible()
        assert popup._whole.text() == chosen.words
        assert popup._whole.height() >= popup._whole.heightForWidth(popup._whole.width())
        assert popup._below.y() >= popup.rows.geometry().bottom()
        assert popup.height() >= popup.sizeHint().height()
        assert page.rect().contains(popup.geometry())
        pressed(page, Key.Key_Down)


def test_in_a_form_a_phrase_has_the_width_of_the_item(page: LivePage, qtbot: QtBot) -> None:
    page.acts.add("proposition")
    editor = page.form.editor("text")
    type_text(editor, "/prop")
    popup = page.signs.popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.width() > page.form.width()


EVERYDAY = ("31/1", "och/eller", "km/h", "eva@almby.example", "Hej!", "https://almby.example/not", "24/7 @", "!!", "/")


def test_everyday_signs_open_nothing_and_leave_enter_alone(page: LivePage) -> None:
    for text in EVERYDAY:
        typed(page, text)
        assert not page.signs.is_open()
        pressed(page, Key.Key_Return)
    assert words(page) == "\n".join((*EVERYDAY, ""))


def test_two_of_one_name_are_told_apart_where_somebody_is_chosen(page: LivePage, running: Office) -> None:
    first = next(person for person in content(running).people if person.organisation)
    home = next(o.name for o in content(running).organisations if o.key == first.organisation)
    register.add(running, Person(id="other", name=first.name, title="kommunpolis"), keep_both=True)
    assert page.presenter.scene is not None
    around = replace(page.presenter.scene, people=reading.people(running))
    assert around.called[first.key] == f"{first.name} ({home})"
    assert around.called["other"] == f"{first.name} (kommunpolis)"
    offered = {row.put for row in name_offer(around, first.name).rows}
    assert offered >= {f"{first.name} ({home})", f"{first.name} (kommunpolis)"}
    known = tuple((around.called[person.id], person.id) for person in around.people)
    with pytest.raises(UserError, match="kan vara flera"):
        keys_of(first.name, known, "persons")
    assert keys_of(f"{first.name} (kommunpolis)", known, "persons") == ("other",)
    with pytest.raises(UserError, match="kan vara flera"):
        keys_of("Eva Lind", (("Eva Lind", "a"), ("Eva Lind", "b")), "persons")


def test_nothing_is_built_before_something_is_offered(page: LivePage) -> None:
    typed(page, "Rådet tackar för informationen den 31/1.")
    assert page.signs._popup is None


def test_the_whole_trigger_and_enter_make_an_att_sats_of_its_kind(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    typed(page, "Rådet tackar. /not")
    assert page.signs.is_open()
    pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    assert not page.signs.is_open()
    assert words(page) == "Rådet tackar."
    assert page.item.minutes.editor.hasFocus()
    [decision] = content(running).items[0].decisions
    assert (decision.text, decision.kind) == ("notera informationen till protokollet.", DecisionKind.NOTE)


def test_enter_is_not_taken_before_a_row_is_chosen(page: LivePage) -> None:
    typed(page, "/no")
    assert page.signs.is_open()
    pressed(page, Key.Key_Return)
    typed(page, "Mer")
    assert words(page) == "/no\nMer"
    assert not page.signs.is_open()


def test_arrows_choose_a_row_and_enter_puts_it_in(page: LivePage) -> None:
    typed(page, "/öpp")
    pressed(page, Key.Key_Down)
    chosen = page.signs.popup().chosen()
    assert chosen is not None
    pressed(page, Key.Key_Return)
    assert words(page) == chosen.put
    assert "kl. 10.00" in chosen.put


def test_esc_leaves_what_was_typed_and_is_not_asked_again_for_the_same_sign(page: LivePage) -> None:
    typed(page, "/not")
    pressed(page, Key.Key_Escape)
    assert not page.signs.is_open()
    assert page.item.minutes.editor.hasFocus()
    typed(page, "a")
    assert not page.signs.is_open()
    pressed(page, Key.Key_Return)
    typed(page, "/not")
    assert words(page) == "/nota\n/not"
    assert page.signs.is_open()


def test_tab_walks_through_what_remains_to_be_filled_in(page: LivePage) -> None:
    typed(page, "/fråga")
    pressed(page, Key.Key_Return)
    title = page.item.minutes.editor.textCursor().selectedText()
    assert title == "{person}"
    typed(page, "Eva Lind")
    pressed(page, Key.Key_Tab)
    assert page.item.minutes.editor.textCursor().selectedText() == "{annan person}"
    typed(page, "Johan Ek")
    pressed(page, Key.Key_Tab)
    typed(page, "det är lugnare")
    assert words(page).startswith("Eva Lind frågar om ")
    assert words(page).endswith(". Johan Ek svarar att det är lugnare.")
    pressed(page, Key.Key_Backtab)
    assert "{" not in words(page)


def test_tab_after_the_last_place_of_a_phrase_ends_it_and_what_is_typed_next_stands_after_it(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    typed(page, "Före.  Efter.")
    page.item.minutes.set_place(6)
    typed(page, "/fråga")
    pressed(page, Key.Key_Return)
    for filled in ("Eva Lind", "Johan Ek", "det är lugnare"):
        typed(page, filled)
        pressed(page, Key.Key_Tab)
    assert page.item.minutes.editor.hasFocus()
    typed(page, " Sedan.")
    assert words(page).endswith("svarar att det är lugnare. Sedan. Efter.")
    settle(qtbot, page, operations)
    assert plain_text(content(running).items[0].text) == words(page)


def test_tab_after_the_last_place_of_an_att_sats_goes_to_its_end(page: LivePage) -> None:
    typed(page, "/förläng")
    pressed(page, Key.Key_Return)
    line = page.item.decisions.lines[-1]
    for filled in ("38", "31 januari 2027"):
        type_text(line.edit, filled)
        press(line.edit, Key.Key_Tab)
    assert line.edit.hasFocus()
    assert line.edit.textCursor().position() == len(line.edit.words())


def test_tab_leaves_the_text_when_a_place_before_the_caret_stands_unfilled(page: LivePage) -> None:
    typed(page, "/fråga")
    pressed(page, Key.Key_Return)
    page.item.minutes.set_place(len(words(page)))
    for _again in range(4):
        pressed(page, Key.Key_Tab)
    assert not page.item.minutes.editor.hasFocus()


def test_a_phrase_that_was_left_does_not_take_tab_again(page: LivePage) -> None:
    typed(page, "/fråga")
    pressed(page, Key.Key_Return)
    for filled in ("Eva Lind", "Johan Ek", "det är lugnare"):
        typed(page, filled)
        pressed(page, Key.Key_Tab)
    assert page.item.minutes.editor.hasFocus()
    page.item.minutes.set_place(3)
    pressed(page, Key.Key_Tab)
    assert not page.item.minutes.editor.hasFocus()


def test_a_long_phrase_stands_whole_where_the_screen_is_wide(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    text = "Rådet ber samhällsbyggnadsförvaltningen att återkomma med ett förslag till åtgärder i gångtunneln."
    phrases.put_phrase(running, Wording("xlong", text, "information"))
    page = enter(qtbot, open_window, running)
    page.window().resize(1920, 1080)
    qtbot.waitUntil(page.signs.has_bank)
    page.acts.focus_text()
    type_text(page.item.minutes.editor, "/xlong")
    popup = page.signs.popup()
    assert popup.isVisible()
    assert popup.rows.width() >= popup.rows.whole_width() > popup.rows.fontMetrics().horizontalAdvance(text)
    assert page.rect().contains(popup.geometry())


def test_shift_tab_goes_back_to_one_that_was_passed(page: LivePage) -> None:
    typed(page, "/fråga")
    pressed(page, Key.Key_Return)
    pressed(page, Key.Key_Tab)
    pressed(page, Key.Key_Backtab)
    assert page.item.minutes.editor.textCursor().selectedText() == "{person}"


def test_a_decision_with_something_to_fill_in_takes_the_keyboard_to_its_line(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    typed(page, "/förläng")
    pressed(page, Key.Key_Return)
    line = page.item.decisions.lines[-1]
    assert line.edit.textCursor().selectedText() == "{§}"
    type_text(line.edit, "38")
    press(line.edit, Key.Key_Tab)
    type_text(line.edit, "31 januari 2027")
    settle(qtbot, page, operations)
    [decision] = content(running).items[0].decisions
    assert decision.text.startswith("förlänga tiden för uppdraget i §")
    assert decision.text.endswith("38 till den 31 januari 2027.")
    assert decision.kind is DecisionKind.EXTEND_ACTION


def test_phrases_are_fetched_in_an_att_sats_too(page: LivePage) -> None:
    page.acts.new_decision()
    line = page.item.decisions.lines[-1]
    type_text(line.edit, "/not")
    assert page.signs.is_open()
    press(line.edit, Key.Key_Return)
    assert line.edit.words() == "notera informationen till protokollet."


def test_phrases_are_fetched_in_a_form_that_is_written_in(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    QTest.keyClick(page.item.minutes.editor, Key.Key_G, Qt.KeyboardModifier.ControlModifier | SHIFT)
    editor = page.form.editor("text")
    type_text(editor, "Yrkandena prövas. /prop1")
    assert page.signs.is_open()
    assert page.signs.popup().isVisible()
    press(editor, Key.Key_Return)
    assert not page.signs.is_open()
    assert page.form.is_open()
    page.form.submit()
    settle(qtbot, page, operations)
    told = plain_text(content(running).items[0].proposition)
    assert told.startswith("Yrkandena prövas. Ordföranden frågar om ")
    assert "/prop" not in told
    assert "\n" not in told


def test_esc_over_the_phrases_of_a_form_leaves_the_form_open(page: LivePage) -> None:
    QTest.keyClick(page.item.minutes.editor, Key.Key_G, Qt.KeyboardModifier.ControlModifier | SHIFT)
    editor = page.form.editor("text")
    type_text(editor, "/prop1")
    assert page.signs.is_open()
    press(editor, Key.Key_Escape)
    assert not page.signs.is_open()
    assert page.form.values()["text"] == "/prop1"


def test_a_form_offers_no_decisions(page: LivePage) -> None:
    QTest.keyClick(page.item.minutes.editor, Key.Key_G, Qt.KeyboardModifier.ControlModifier | SHIFT)
    type_text(page.form.editor("text"), "/not")
    assert all(row.about != "beslut" for row in page.signs.popup().rows.offer.rows if page.signs.is_open())


def test_phrases_of_the_municipality_s_own_are_offered(qtbot: QtBot, open_window: OpenWindow, running: Office) -> None:
    phrases.put_phrase(running, Wording("tryggt", "Rådet ser allvarligt på läget.", "information"))
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(page.signs.has_bank)
    page.acts.focus_text()
    typed(page, "/tryggt")
    pressed(page, Key.Key_Return)
    assert words(page) == "Rådet ser allvarligt på läget."


def test_a_name_of_the_meeting_comes_before_the_register(page: LivePage) -> None:
    scene = page.presenter.scene
    assert scene is not None
    person = scene.content.people[0].name
    typed(page, f"Frågan ställs av @{person.split()[0]}")
    assert page.signs.is_open()
    pressed(page, Key.Key_Tab)
    assert words(page) == f"Frågan ställs av {person} "
    typed(page, ".")
    assert not page.signs.is_open()


@pytest.mark.parametrize("keys", [(Key.Key_Tab,), (Key.Key_Down, Key.Key_Return)], ids=["Tab", "Enter"])
@pytest.mark.parametrize(
    ("then", "stands"), [("och", " och"), (".", "."), (", som", ", som"), (" och", " och"), ("!", "!")]
)
def test_after_a_name_one_types_on_with_one_space_and_none_before_a_full_stop(
    page: LivePage, keys: tuple[Qt.Key, ...], then: str, stands: str
) -> None:
    typed(page, "Ärendet ställs av @Per Al")
    for key in keys:
        pressed(page, key)
    typed(page, then)
    assert words(page) == f"Ärendet ställs av Per Alm{stands}"


GENITIVES = (
    ("s förslag", "s förslag"),
    ("s.", "s."),
    ("s, som", "s, som"),
    (" s ", " s "),
    ("säger", " säger"),
    ("ser ", " ser "),
    ("S ", " S "),
    ("s-märkt", "s-märkt"),
)


@pytest.mark.parametrize(("typed_next", "stands"), GENITIVES)
def test_an_s_alone_after_a_name_is_its_ending_and_a_word_that_begins_with_s_is_not(
    page: LivePage, running: Office, typed_next: str, stands: str
) -> None:
    name = content(running).people[0].name
    typed(page, f"Enligt @{name.split()[0]}")
    pressed(page, Key.Key_Tab)
    typed(page, typed_next)
    assert words(page) == f"Enligt {name}{stands}"


def test_an_ending_is_put_next_to_a_name_at_the_end_of_a_line_and_not_in_an_action(
    page: LivePage, running: Office
) -> None:
    name = content(running).people[0].name
    typed(page, f"@{name.split()[0]}")
    pressed(page, Key.Key_Tab)
    typed(page, "s")
    pressed(page, Key.Key_Return)
    typed(page, f"! Ring @{name.split()[0]}")
    pressed(page, Key.Key_Tab)
    typed(page, "s kontor")
    assert words(page) == f"{name}s\n! Ring @{name} s kontor"


def test_a_name_in_the_middle_of_a_sentence_gets_no_second_space(page: LivePage) -> None:
    typed(page, "Av  i dag")
    page.item.minutes.set_place(3)
    typed(page, "@Per Al")
    pressed(page, Key.Key_Tab)
    assert words(page) == "Av Per Alm i dag"


def test_a_name_goes_on_over_its_space_and_esc_leaves_it(page: LivePage) -> None:
    typed(page, "@Eva L")
    assert page.signs.is_open()
    typed(page, "q")
    assert not page.signs.is_open()
    assert words(page) == "@Eva Lq"


def test_a_line_with_responsible_contact_and_day_becomes_an_action(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    typed(page, "Före")
    pressed(page, Key.Key_Return)
    names = [o.name for o in reading.organisations(running)][:2]
    person = reading.people(running)[0]
    typed(page, f"!byt armaturer @{names[0]}, @{names[1]} @{person.name} 31/1")
    assert page.signs.is_open()
    pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    assert words(page) == "Före\n"
    [action] = content(running).items[0].actions
    keys = {o.name: o.id for o in reading.organisations(running)}
    assert action.text == "Byt armaturer"
    assert action.responsible == (keys[names[0]], keys[names[1]])
    assert (action.contact, action.due) == (person.id, date(2027, 1, 31))
    assert page.item.minutes.action_chips.words() == ["Byt armaturer"]
    assert page.item.minutes.action_chips.isVisible()


def test_an_action_by_a_next_meeting_that_is_not_planned_is_made_without_a_day_and_says_so(
    qtbot: QtBot, page: LivePage, running: Office, operations: Operations
) -> None:
    police = next(o for o in reading.organisations(running) if "Polis" in o.name)
    typed(page, f"!mejla @{police.name} nästa möte")
    popup = page.signs.popup()
    said = "ingen dag, nästa möte är inte planerat"
    assert popup.first().words == "Mejla till nästa möte"
    assert popup.first().about == f"{police.short_name or police.name} · ingen dag"
    assert popup._corner.text() == "Nästa möte är inte planerat"
    pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    assert not page.form.is_open()
    (action,) = content(running).items[0].actions
    assert (action.text, action.due, action.responsible) == ("Mejla till nästa möte", None, (police.id,))
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any(said in told for told in window.messages.words())
    typed(page, "vidare")
    assert words(page) == "vidare"


def test_an_action_for_nobody_yet_keeps_the_words_of_a_next_meeting_that_is_not_planned(page: LivePage) -> None:
    typed(page, "!mejla senast nästa möte")
    pressed(page, Key.Key_Down)
    pressed(page, Key.Key_Return)
    assert page.form.is_open()
    assert (page.form.values()["text"], page.form.values()["due"]) == ("Mejla senast nästa möte", "")


def test_a_name_in_the_line_of_an_action_is_completed_and_stays_marked(page: LivePage, running: Office) -> None:
    name = next(o.name for o in reading.organisations(running) if " " not in o.name and o.name.isalpha())
    typed(page, f"!ring @{name[:-1]}")
    pressed(page, Key.Key_Tab)
    assert words(page) == f"!ring @{name} "


@pytest.mark.parametrize(("name", "enters"), [("alla", 1), ("Polisen", 2)], ids=["everybody", "an organisation"])
def test_a_line_that_ends_with_a_whole_name_becomes_an_action(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, name: str, enters: int
) -> None:
    typed(page, f"!Sprid annonsen om vittnesstödjare. @{name}")
    for _enter in range(enters):  # the first takes the name, where one was offered
        assert page.signs.is_open()
        pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    assert words(page) == ""
    (action,) = content(running).items[0].actions
    assert action.text == "Sprid annonsen om vittnesstödjare."
    assert action.everybody is (name == "alla")


def test_an_action_without_anybody_responsible_asks_for_it_in_the_form(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    typed(page, "!Byt armaturer om två veckor")
    pressed(page, Key.Key_Down)
    pressed(page, Key.Key_Return)
    assert page.form.is_open()
    form = page.form.form()
    assert form is not None
    assert form.focus == "responsible"
    assert {f.name: f.value for f in form.fields}["due"] == "om två veckor"
    page.form.close_form()
    assert words(page) == "!Byt armaturer om två veckor"


def test_enter_takes_no_line_that_begins_with_the_sign_before_a_row_is_chosen(page: LivePage) -> None:
    typed(page, "!Viktigt att alla kommer")
    assert page.signs.popup().chosen() is None
    pressed(page, Key.Key_Return)
    typed(page, "Mer")
    assert words(page) == "!Viktigt att alla kommer\nMer"
    assert not page.form.is_open()


def test_a_name_that_is_begun_is_not_taken_by_enter_before_it_is_chosen(page: LivePage, running: Office) -> None:
    name = next(o.name for o in reading.organisations(running) if " " not in o.name and o.name.isalpha())
    typed(page, f"@{name[:-1]}")
    assert page.signs.is_open()
    pressed(page, Key.Key_Return)
    assert words(page) == f"@{name[:-1]}\n"


@pytest.mark.parametrize("line", ["!ring skolan @Polis om två veckor", "!ring skolan @Polis"])
def test_enter_makes_an_action_for_whom_a_part_of_the_name_is_enough(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, line: str
) -> None:
    [police] = [o for o in reading.organisations(running) if o.name.startswith("Polis")]
    typed(page, line)
    pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    [action] = content(running).items[0].actions
    assert (action.text, action.responsible) == ("Ring skolan", (police.id,))
    assert words(page) == ""


@pytest.mark.parametrize(
    ("name", "why"), [("Polkagrisen", "inget namn börjar med ”Polkagrisen”"), ("So", "”@So” kan vara Social")]
)
def test_enter_says_why_a_line_that_names_nobody_in_particular_is_no_action(
    page: LivePage, running: Office, name: str, why: str
) -> None:
    typed(page, f"!ring skolan @{name} om två veckor")
    pressed(page, Key.Key_Return)
    assert words(page) == f"!ring skolan @{name} om två veckor\n"
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any("Raden blev ingen åtgärd: " in said and why in said for said in window.messages.words())
    assert content(running).items[0].actions == ()


def next_phrase(qtbot: QtBot, page: LivePage) -> str:
    """What /nästa gives, the phrases read anew."""
    known = page.signs._bank
    page.signs.load(REF)
    qtbot.waitUntil(lambda: page.signs._bank is not known)
    typed(page, "/nästa")
    pressed(page, Key.Key_Return)
    return words(page)


def plan(office: Office, day: date) -> str:
    forum = next(row.forum_id for row in reading.meetings(office) if row.ref == REF)
    return planning.plan_meeting(office, planning.MeetingPlan(forum, day, time(13, 30), time(15), place="Stora salen"))


def test_the_next_meeting_is_told_as_it_is_planned(qtbot: QtBot, page: LivePage, running: Office) -> None:
    planning.cancel(running, plan(running, date(2027, 1, 21)))
    plan(running, date(2027, 3, 4))
    assert next_phrase(qtbot, page) == "Nästa möte är den 4 mars 2027 kl. 13.30, Stora salen."


def test_a_next_meeting_that_is_not_planned_is_left_to_fill_in(qtbot: QtBot, page: LivePage) -> None:
    assert next_phrase(qtbot, page) == "Nästa möte är den {datum} kl. {klockslag}, {plats}."
    assert page.item.minutes.editor.textCursor().selectedText() == "{datum}"


def test_the_clock_of_another_day_is_never_that_of_now(page: LivePage) -> None:
    typed(page, "/justtid")
    pressed(page, Key.Key_Return)
    assert "kl. 10.00" not in words(page)
    assert words(page).endswith("den {datum} kl. {klockslag}, {plats}.")


def test_an_exclamation_mark_in_a_line_that_is_left_stays_a_line(page: LivePage) -> None:
    typed(page, "!Obs")
    pressed(page, Key.Key_Escape)
    pressed(page, Key.Key_Return)
    typed(page, "Mer")
    assert words(page) == "!Obs\nMer"
    assert not page.form.is_open()


def test_the_popup_goes_when_another_item_is_shown(page: LivePage) -> None:
    typed(page, "/not")
    page.acts.step()
    assert not page.signs.is_open()


def test_moving_the_caret_to_an_old_sign_opens_nothing(page: LivePage) -> None:
    typed(page, "/not")
    pressed(page, Key.Key_Escape)
    pressed(page, Key.Key_Left)
    pressed(page, Key.Key_Right)
    assert not page.signs.is_open()
    page.item.minutes.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert not page.signs.is_open()


def test_what_a_phrase_put_in_is_undone_in_one_step(page: LivePage) -> None:
    typed(page, "/dag")
    pressed(page, Key.Key_Return)
    assert words(page) == "Dagordningen godkänns."
    page.item.minutes.editor.undo()
    assert words(page) == "/dag"
    assert plain_text(page.item.minutes.editor.text()) == "/dag"


def test_esc_closes_the_popup_alone_through_the_window_s_own_keys(page: LivePage) -> None:
    editor = page.item.minutes.editor
    QTest.keyClicks(editor, "Hej. /no")
    assert page.signs.is_open()
    QTest.keyClick(editor, Key.Key_Escape)
    assert not page.signs.is_open()
    assert words(page) == "Hej. /no"
    assert editor.hasFocus()


def test_arrows_and_enter_reach_the_popup_through_the_window_s_own_keys(page: LivePage) -> None:
    editor = page.item.minutes.editor
    QTest.keyClicks(editor, "/da")
    QTest.keyClick(editor, Key.Key_Down)
    QTest.keyClick(editor, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert words(page) == "Dagordningen godkänns."
