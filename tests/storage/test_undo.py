"""Undo puts back what was, as a change set of its own, unless somebody has been there since."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import text

from bra_desktop.storage.audit import chain_faults, strayed_rows
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Disposed, Gone, MovedOn
from bra_desktop.storage.history import dispose, history_of, latest_change_sets
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.metadata import BOOKKEEPING
from bra_desktop.storage.splices import SPLICE, spliced, whole_before
from bra_desktop.storage.undo import undo
from bra_desktop.storage.work import Work
from tests.storage.conftest import START, ticking
from tests.storage.small_schema import SMALL, Gathering, Item, Note

Begin = Callable[..., Work]
TABLES = ("meeting", "agenda_item", "note")


def content(database: Database) -> dict[tuple[str, str], dict[str, Any]]:
    """Every row, bookkeeping aside."""
    found = {}
    with database.reading() as connection:
        for table in TABLES:
            for row in connection.execute(text(f"SELECT * FROM {table}")).mappings():
                found[table, str(row["id"])] = {k: v for k, v in row.items() if k not in BOOKKEEPING}
    return found


def put_back(database: Database, change_set: ChangeSet | None) -> ChangeSet:
    assert change_set is not None
    return undo(database, change_set.id, "åsa", "dator-1", lambda: START)


def begun(work: Begin) -> None:
    with work("Planera") as w:
        w.add(Gathering(id="m", title="Möte"), Item(id="i", meeting_id="m", title="En"))
        w.commit()


def write_text(work: Begin, words: str) -> ChangeSet | None:
    with work("Skriv") as w:
        w.get(Item, "i").text = words
        return w.commit()


def rename(work: Begin, title: str) -> ChangeSet | None:
    with work("Döp om") as w:
        w.get(Item, "i").title = title
        return w.commit()


LONG = "Polisen berättar om läget i centrum, där det är lugnare än i våras enligt de flesta som svarat. "


@pytest.mark.parametrize("typed", [["ord"], [LONG], [LONG, f"Först. {LONG}", f"{LONG}Sist."]])
def test_words_typed_in_an_item_since_stay_and_do_not_hinder_what_stands_beside_them(
    database: Database, work: Begin, typed: list[str]
) -> None:
    begun(work)
    renamed = rename(work, "Två")
    for words in typed:
        write_text(work, words)
    undone = put_back(database, renamed)
    row = content(database)["agenda_item", "i"]
    assert (row["title"], row["text"]) == ("En", typed[-1])
    write_text(work, "mera")
    put_back(database, undone)
    row = content(database)["agenda_item", "i"]
    assert (row["title"], row["text"]) == ("Två", "mera")
    with database.reading() as connection:
        assert chain_faults(connection) == []


def test_words_typed_since_hide_no_other_change_of_the_item(database: Database, work: Begin) -> None:
    begun(work)
    renamed = rename(work, "Två")
    write_text(work, LONG)
    rename(work, "Tre")
    write_text(work, f"{LONG}Mer.")
    with pytest.raises(MovedOn):
        put_back(database, renamed)
    assert content(database)["agenda_item", "i"]["title"] == "Tre"


def test_undo_puts_the_text_back_and_redo_writes_it_again(database: Database, work: Begin) -> None:
    begun(work)
    before = content(database)
    saved = write_text(work, "nytt")
    after = content(database)
    undone = put_back(database, saved)
    assert content(database) == before
    put_back(database, undone)
    assert content(database) == after
    with work() as w:
        assert w.get(Item, "i").revision == 4


def test_what_was_made_goes_away_and_comes_back(database: Database, work: Begin) -> None:
    begun(work)
    with database.reading() as connection:
        (first,) = latest_change_sets(connection)
    undone = put_back(database, first)
    assert content(database) == {}
    put_back(database, undone)
    assert content(database).keys() == {("meeting", "m"), ("agenda_item", "i")}


def test_a_part_that_was_taken_away_comes_back(database: Database, work: Begin) -> None:
    begun(work)
    with work() as w:
        w.add(Note(id="n", meeting_id="m", item_id="i", text="viktigt"))
        w.commit()
    before = content(database)
    with work("Ta bort") as w:
        w.remove(w.session.get_one(Note, "n"))
        saved = w.commit()
    put_back(database, saved)
    assert content(database) == before


def test_several_steps_are_undone_one_after_the_other(database: Database, work: Begin) -> None:
    begun(work)
    before = content(database)
    steps = [write_text(work, words) for words in ("a", "ab", "abc")]
    for step in reversed(steps):
        put_back(database, step)
    assert content(database) == before


def test_undo_is_refused_when_the_row_has_changed_again(database: Database, work: Begin) -> None:
    begun(work)
    first = write_text(work, "a")
    write_text(work, "ab")
    before = content(database)
    with pytest.raises(MovedOn, match="kan inte ångras"):
        put_back(database, first)
    assert content(database) == before


def test_undo_is_refused_when_something_has_come_to_stand_on_it(database: Database, work: Begin) -> None:
    with work() as w:
        w.add(Gathering(id="m"))
        made = w.commit()
    with work() as w:
        w.add(Item(id="i", meeting_id="m"))
        w.commit()
    with pytest.raises(MovedOn):
        put_back(database, made)


def test_a_change_beside_it_in_the_same_owner_does_not_stop_an_undo(database: Database, work: Begin) -> None:
    begun(work)
    made = []
    for name in ("n1", "n2"):
        with work() as w:
            w.add(Note(id=name, meeting_id="m", item_id="i"))
            made.append(w.commit())
    put_back(database, made[0])
    assert ("note", "n1") not in content(database)
    assert ("note", "n2") in content(database)


def test_the_same_change_is_not_undone_twice(database: Database, work: Begin) -> None:
    begun(work)
    saved = write_text(work, "a")
    put_back(database, saved)
    with pytest.raises(MovedOn):
        put_back(database, saved)
    with pytest.raises(Gone):
        undo(database, "no such", "åsa", "dator-1", lambda: START)


def test_a_disposed_change_cannot_be_undone_and_the_chain_still_holds(database: Database, work: Begin) -> None:
    begun(work)
    saved = write_text(work, "hemligt")
    with database.writing() as connection:
        assert dispose(connection, ["i"], "agenda_item", START) == 2
        connection.commit()
    with pytest.raises(Disposed, match="gallrat"):
        put_back(database, saved)
    with database.reading() as connection:
        assert chain_faults(connection) == []
        happened = history_of(connection, "agenda_item", "i")
        assert [(h.before, h.after, h.disposed_at) for h in happened] == [(None, None, START)] * 2
    assert b"hemligt" not in dumped(database, "change_payload")


def dumped(database: Database, table: str) -> bytes:
    with database.reading() as connection:
        return repr(connection.execute(text(f"SELECT * FROM {table}")).all()).encode()


def test_a_row_changed_past_the_program_is_found(database: Database, work: Begin) -> None:
    begun(work)
    with database.writing() as connection:
        connection.execute(text("UPDATE agenda_item SET title = 'Två' WHERE id = 'i'"))
        connection.commit()
    with database.reading() as connection:
        assert [f.where for f in strayed_rows(connection)] == ["agenda_item i"]


def test_the_same_attachment_named_elsewhere_survives_an_undo(database: Database, work: Begin) -> None:
    stored = database.attachments.keep_bytes(b"karta", "karta.pdf")
    with work("Bifoga") as w:
        w.keep(stored)
        saved = w.commit()
    put_back(database, saved)
    with database.reading() as connection:
        assert connection.execute(text("SELECT id FROM stored_file")).scalars().all() == [stored.id]


def test_a_text_saved_at_every_key_takes_little_room_and_its_history_is_whole(database: Database, work: Begin) -> None:
    begun(work)
    words = "Polisen redogör för läget i centrum under hösten. " * 40
    write_text(work, words)
    for end in range(1, 41):
        write_text(work, words[:1000] + "å" * end + words[1000:])
    with database.reading() as connection:
        size: Any = connection.execute(text("SELECT sum(length(before) + length(after)) FROM change_payload")).scalar()
        history = history_of(connection, "agenda_item", "i")
    assert size < 4 * len(words) + 40 * 120
    assert [h.after["text"] for h in history[2:] if h.after] == [
        words[:1000] + "å" * end + words[1000:] for end in range(1, 41)
    ]
    assert [h.before["text"] for h in history[2:] if h.before] == [
        words[:1000] + "å" * end + words[1000:] for end in range(40)
    ]


def test_history_past_something_disposed_of_tells_only_what_it_knows(database: Database, work: Begin) -> None:
    begun(work)
    for ending in ("", "b", "c", "d"):
        write_text(work, "a" * 100 + ending)
    with database.writing() as connection:
        connection.execute(
            text(
                "UPDATE change_payload SET salt = NULL, before = NULL, after = NULL, disposed_at = :at "
                "WHERE id = (SELECT r.id FROM change_row r JOIN change_set s ON s.id = r.change_set_id "
                "WHERE s.sequence = 4)"
            ),
            {"at": "2027-01-01T00:00:00.000000Z"},
        )
        connection.commit()
    with database.reading() as connection:
        _, older, disposed, newer = history_of(connection, "agenda_item", "i")[1:]
    assert (newer.before, newer.after) == ({"text": "a" * 100 + "c"}, {"text": "a" * 100 + "d"})
    assert (disposed.before, disposed.after) == (None, None)
    assert (older.before, older.after) == ({"text": {SPLICE: [100, ""]}}, {"text": {SPLICE: [100, "b"]}})


@given(before=st.text(max_size=30), after=st.text(max_size=30), around=st.tuples(st.text(), st.text()))
def test_a_long_text_comes_back_from_what_is_kept_of_it(before: str, after: str, around: tuple[str, str]) -> None:
    head, tail = around[0] + "x" * 50, "y" * 50 + around[1]
    old, new = head + before + tail, head + after + tail
    kept_old, kept_new = spliced(old, new)
    assert whole_before(kept_old, kept_new, new) == old
    assert whole_before(kept_new, kept_old, old) == new
    assert len(str(kept_old[SPLICE][1])) <= len(before) + 100


class RandomEditing(RuleBasedStateMachine):
    """Somebody plans, writes, notes and removes as they please, and undoes now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.database = Database.in_memory(SMALL)
        self.clock = ticking()
        self.done: list[tuple[ChangeSet, dict[tuple[str, str], dict[str, Any]]]] = []

    def teardown(self) -> None:
        self.database.close()

    def act(self, act: Callable[[Work], object]) -> None:
        before = content(self.database)
        with Work(self.database, "åsa", "dator", self.clock, "redigera") as work:
            act(work)
            saved = work.commit()
        if saved is not None:
            self.done.append((saved, before))

    def any_id(self, table: str, data: st.DataObject) -> str | None:
        ids = sorted(row_id for name, row_id in content(self.database) if name == table)
        return data.draw(st.sampled_from(ids)) if ids else None

    @rule(titles=st.lists(st.text(max_size=5), min_size=1, max_size=3))
    def plan(self, titles: list[str]) -> None:
        meeting = Gathering(id=str(uuid.uuid4()), title=titles[0])
        items = [Item(id=str(uuid.uuid4()), meeting_id=meeting.id, title=title) for title in titles]
        self.act(lambda work: work.add(*items, meeting))

    @rule(words=st.text(max_size=20).map(lambda words: words * 10), data=st.data())
    def write(self, words: str, data: st.DataObject) -> None:
        if (item_id := self.any_id("agenda_item", data)) is not None:
            self.act(lambda work: setattr(work.find(Item, item_id), "text", words))

    @rule(words=st.text(max_size=20), data=st.data())
    def note_down(self, words: str, data: st.DataObject) -> None:
        if (item_id := self.any_id("agenda_item", data)) is not None:
            meeting_id = content(self.database)["agenda_item", item_id]["meeting_id"]
            note = Note(id=str(uuid.uuid4()), meeting_id=meeting_id, item_id=item_id, text=words)
            self.act(lambda work: work.add(note))

    @rule(data=st.data())
    def take_a_note_away(self, data: st.DataObject) -> None:
        if (note_id := self.any_id("note", data)) is not None:
            self.act(lambda work: work.remove(work.session.get_one(Note, note_id)))

    @precondition(lambda self: self.done)
    @rule()
    def undo_the_latest(self) -> None:
        saved, before = self.done.pop()
        undone = undo(self.database, saved.id, "åsa", "dator", self.clock)
        assert content(self.database) == before
        after = content(self.database)
        redone = undo(self.database, undone.id, "åsa", "dator", self.clock)
        undo(self.database, redone.id, "åsa", "dator", self.clock)
        assert content(self.database) == after

    @invariant()
    def the_ledger_holds(self) -> None:
        with self.database.reading() as connection:
            assert chain_faults(connection) == []
            assert strayed_rows(connection) == []


RandomEditing.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
TestRandomEditing = RandomEditing.TestCase
