"""One use case is one transaction and one change set."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import select, text, update

from bra_desktop.storage.audit import chain_faults
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Gone, Stale
from bra_desktop.storage.history import history_of, history_of_meeting, latest_change_sets
from bra_desktop.storage.work import Work
from tests.storage.conftest import START
from tests.storage.small_schema import Gathering, Item, Note, agenda_item

Begin = Callable[..., Work]


def new_id() -> str:
    return str(uuid.uuid4())


def planned(work: Begin) -> tuple[str, str]:
    with work("Planera möte") as w:
        meeting = Gathering(id=new_id(), title="Möte 4")
        item = Item(id=new_id(), meeting_id=meeting.id, title="Lägesbild", text="Å, ä och ö 🙂 \u202e<b>&")
        w.add(item, meeting)
        w.commit()
    return meeting.id, item.id


def test_nothing_is_saved_unless_committed(database: Database, work: Begin) -> None:
    with work() as w:
        w.add(Gathering(id="m", title="x"))
        w.flush()
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM meeting")).scalar() == 0
        assert latest_change_sets(connection) == []


def test_an_error_in_a_use_case_saves_nothing_and_lets_the_next_one_in(database: Database, work: Begin) -> None:
    def failing() -> None:
        with work() as w:
            w.add(Gathering(id="m"))
            w.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    planned(work)
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM meeting")).scalar() == 1


def test_a_commit_writes_one_change_set_with_a_row_for_each_object(database: Database, work: Begin) -> None:
    meeting_id, item_id = planned(work)
    with database.reading() as connection:
        (saved,) = latest_change_sets(connection)
        assert (saved.sequence, saved.label, saved.at) == (1, "Planera möte", START)
        assert saved.areas == {"meeting", "agenda_item"}
        (happened,) = history_of(connection, "agenda_item", item_id)
        assert (happened.kind, happened.actor, happened.device) == ("insert", "åsa", "dator-1")
        assert happened.before is None
        assert happened.after is not None
        assert happened.after["text"] == "Å, ä och ö 🙂 \u202e<b>&"
        assert {h.table for h in history_of_meeting(connection, meeting_id)} == {"meeting", "agenda_item"}


def test_a_new_object_gets_revision_one_and_its_times(work: Begin) -> None:
    meeting_id, _ = planned(work)
    with work() as w:
        meeting = w.get(Gathering, meeting_id)
        assert (meeting.revision, meeting.created_at, meeting.changed_at) == (1, START, START)


def test_a_changed_object_gets_one_new_revision_however_often_it_is_written(database: Database, work: Begin) -> None:
    _, item_id = planned(work)
    with work("Skriv") as w:
        item = w.get(Item, item_id)
        item.text = "en"
        w.flush()
        item.text = "två"
        w.commit()
        assert item.revision == 2
    with database.reading() as connection:
        happened = history_of(connection, "agenda_item", item_id)[-1]
        assert (happened.kind, happened.columns) == ("update", ("text",))
        assert happened.after == {"text": "två"}


def test_a_use_case_that_changes_nothing_writes_no_change_set(database: Database, work: Begin) -> None:
    _, item_id = planned(work)
    with work() as w:
        item = w.get(Item, item_id)
        item.title = "Lägesbild"
        assert w.commit() is None
        assert item.revision == 1
    with database.reading() as connection:
        assert len(latest_change_sets(connection)) == 1


def test_a_changed_part_gives_its_owner_a_new_revision(work: Begin) -> None:
    meeting_id, item_id = planned(work)
    with work() as w:
        w.add(Note(id="n", meeting_id=meeting_id, item_id=item_id, text="a"))
        w.commit()
    with work() as w:
        w.session.get_one(Note, "n").text = "b"
        w.commit()
    with work() as w:
        assert w.get(Item, item_id).revision == 3
        assert w.get(Gathering, meeting_id).revision == 1


def test_a_stale_revision_is_refused_with_a_sentence(work: Begin) -> None:
    _, item_id = planned(work)
    with work() as w:
        w.get(Item, item_id, revision=1).text = "den andras"
        w.commit()
    with pytest.raises(Stale, match="Någon annan har ändrat"), work(expected_revision=1) as w:
        w.get(Item, item_id)
    with pytest.raises(Stale), work() as w:
        w.get(Item, item_id, revision=1)


def test_a_removed_object_is_gone_but_its_row_stays(database: Database, work: Begin) -> None:
    _, item_id = planned(work)
    with work("Ta bort") as w:
        w.delete(w.get(Item, item_id))
        w.commit()
    with work() as w:
        assert w.all(Item) == []
        assert w.find(Item, item_id) is not None
        with pytest.raises(Gone):
            w.get(Item, item_id)
        with pytest.raises(Gone):
            w.get(Item, "never was")


def test_statements_that_pass_by_the_ledger_are_refused(work: Begin) -> None:
    planned(work)
    with work() as w, pytest.raises(RuntimeError, match="ledger"):
        w.session.execute(update(Item).values(text="x"))


def test_a_use_case_cannot_open_another_one(work: Begin) -> None:
    with work(), pytest.raises(RuntimeError, match="one use case is one transaction"):
        work().__enter__()


def test_a_reader_sees_the_data_as_they_were_when_it_began(database: Database, work: Begin) -> None:
    _, item_id = planned(work)
    titles = select(agenda_item.c.title)
    with database.reading() as connection:
        assert connection.execute(titles).scalar() == "Lägesbild"
        with work() as w:
            w.get(Item, item_id).title = "Ny"
            w.commit()
        assert connection.execute(titles).scalar() == "Lägesbild"
    with database.reading() as connection:
        assert connection.execute(titles).scalar() == "Ny"


def test_the_chain_of_change_sets_holds(database: Database, work: Begin) -> None:
    _, item_id = planned(work)
    for number in range(5):
        with work() as w:
            w.get(Item, item_id).text = str(number)
            w.commit()
    with database.reading() as connection:
        assert chain_faults(connection) == []
        assert [s.sequence for s in latest_change_sets(connection)] == [6, 5, 4, 3, 2, 1]
