"""A name typed in full is taken where one row alone has it; several are told apart."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.entries import ChoiceEntry
from bra_desktop.ui.widgets.several_entry import SeveralEntry

PEOPLE = [("Bo Ek, rektor", "bo"), ("Cia Dahl, politiker", "cia"), ("Cia Dahlberg, polis", "berg"), ("Åsa Öst", "asa")]
TWO = [*PEOPLE, ("Cia Dahl, lärare", "other")]


def _choice(theme: Theme, qtbot: QtBot) -> ChoiceEntry:
    entry = ChoiceEntry(theme, "test", "person", "Person", search=True)
    qtbot.addWidget(entry.field)
    return entry


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Cia Dahl", "cia"),
        ("cia dahl", "cia"),
        ("  Cia\u00a0 Dahl ", "cia"),
        ("åsa öst", "asa"),
        ("CIA DAHL, POLITIKER", "cia"),
        ("", None),
    ],
)
def test_a_name_that_one_alone_has_is_taken(typed: str, key: str | None, theme: Theme, qtbot: QtBot) -> None:
    entry = _choice(theme, qtbot)
    entry.offer(PEOPLE)
    entry.show(None)
    entry.combo.setEditText(typed)
    assert entry.read() == key


def test_a_name_that_several_have_says_which_there_are(theme: Theme, qtbot: QtBot) -> None:
    entry = _choice(theme, qtbot)
    entry.offer(TWO)
    entry.combo.setEditText("Cia Dahl")
    with pytest.raises(ValueError, match="kan vara Cia Dahl, politiker eller Cia Dahl, lärare"):
        entry.read()


def test_a_part_of_a_name_and_a_stranger_are_not_taken(theme: Theme, qtbot: QtBot) -> None:
    entry = _choice(theme, qtbot)
    entry.offer(PEOPLE)
    for typed in ("Cia", "Dahl", "Nils Lund"):
        entry.combo.setEditText(typed)
        with pytest.raises(ValueError, match="finns inte i Register"):
            entry.read()


def test_of_two_that_are_called_the_same_the_chosen_one_is_taken(theme: Theme, qtbot: QtBot) -> None:
    entry = _choice(theme, qtbot)
    entry.offer([("Eva Lind", "first"), ("Eva Lind", "second")])
    entry.combo.setCurrentIndex(1)
    assert entry.read() == "second"
    entry.combo.setCurrentIndex(-1)
    entry.combo.setEditText("Eva Lind")
    with pytest.raises(ValueError, match="Flera heter Eva Lind"):
        entry.read()


def test_what_is_typed_last_in_a_list_of_several_counts(theme: Theme, qtbot: QtBot) -> None:
    entry = SeveralEntry(theme, "test", "people", "Personer")
    qtbot.addWidget(entry.field)
    entry.offer(PEOPLE)
    entry.picker.add("bo")
    combo = entry.field.findChild(QComboBox)
    assert combo is not None
    combo.setEditText("cia dahl")
    assert entry.read().keys == ("bo", "cia")
    combo.setEditText("Cia")
    with pytest.raises(ValueError, match="finns inte i Register"):
        entry.read()


def _combo(qtbot: QtBot, people: list[tuple[str, str]]) -> tuple[PersonCombo, list[str]]:
    combo, told = PersonCombo("test.person", "Person", "Sök"), list[str]()
    qtbot.addWidget(combo)
    combo.unknown.connect(told.append)
    split = [(words.partition(", "), key) for words, key in people]
    combo.show_people([PersonRow(key, 1, name, title, None, "", "", "", "") for (name, _, title), key in split])
    return combo, told


def _settle(combo: PersonCombo, typed: str) -> None:
    combo.setEditText(typed)
    line = combo.lineEdit()
    assert line is not None
    line.editingFinished.emit()


@pytest.mark.parametrize("typed", ["Cia Dahl", "cia dahl", "Dahl, politiker"])
def test_the_meetings_picker_prefers_the_whole_name_to_a_longer_one(typed: str, qtbot: QtBot) -> None:
    combo, told = _combo(qtbot, PEOPLE)
    _settle(combo, typed)
    assert (combo.person_id(), told) == ("cia", [])


def test_the_meetings_picker_says_which_have_the_name(qtbot: QtBot) -> None:
    combo, told = _combo(qtbot, TWO)
    _settle(combo, "Cia Dahl")
    assert combo.person_id() == ""
    assert told == ["”Cia Dahl” kan vara Cia Dahl, politiker eller Cia Dahl, lärare. Välj i listan."]
