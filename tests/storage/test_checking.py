"""The check finds what has been done to the data past the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection

from bra_desktop.domain.canonical import canonical_json, digest
from bra_desktop.storage import sqlite
from bra_desktop.storage.checking import check
from bra_desktop.storage.database import Database
from bra_desktop.storage.failures import Finding
from bra_desktop.storage.history import dispose
from bra_desktop.storage.work import Work
from tests.storage.conftest import START
from tests.storage.small_schema import Frozen, Gathering, Item, Note

Begin = Callable[..., Work]
CONTENT = canonical_json({"title": "Möte"})


@pytest.fixture
def filled(database: Database, work: Begin) -> Database:
    with work("Planera") as w:
        w.add(Gathering(id="m", title="Möte"), Item(id="i", meeting_id="m", title="Punkt"))
        w.flush()
        pdf = w.keep(database.attachments.keep_bytes(b"%PDF-", "protokoll.pdf"))
        w.add(
            Frozen(
                id="f",
                meeting_id="m",
                frozen_at=START,
                canonical_json=CONTENT,
                digest=digest(CONTENT),
                pdf_digest=pdf,
            )
        )
        w.commit()
    return database


def harm(database: Database, *statements: str) -> None:
    connection = driver.connect(str(database.path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_nothing_is_found_where_nothing_is_wrong(filled: Database) -> None:
    assert check(filled) == []


@pytest.mark.parametrize(
    ("statements", "where"),
    [
        (["UPDATE freeze SET canonical_json = '{}'"], "låst version 1 (f)"),
        (["UPDATE agenda_item SET title = 'x'"], "agenda_item i"),
        (["DELETE FROM agenda_item"], "agenda_item i"),
        (["UPDATE agenda_item SET meeting_id = 'x'"], "agenda_item → meeting"),
        (["UPDATE change_set SET actor = 'x'"], "ändring 1"),
        (["UPDATE change_set SET at = '2020-01-01T00:00:00.000000Z'"], "ändring 1"),
        (["UPDATE change_row SET columns = 'x' WHERE position = 2"], "ändring 1"),
        (["DELETE FROM change_row WHERE position = 2"], "ändring 1"),
        (["UPDATE change_payload SET after = '{}'"], "ändring 1"),
        (["DELETE FROM change_payload"], "ändring 1"),
        (["UPDATE change_set SET sequence = 2"], "ändring 2"),
        ([], "lock_note_delete"),
    ],
)
def test_what_was_done_after_the_locks_were_taken_away_is_found(
    filled: Database, statements: list[str], where: str
) -> None:
    with filled.reading() as connection:
        names = list(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
    harm(filled, *(f"DROP TRIGGER {name}" for name in names), *statements)
    findings = [finding.where for finding in check(filled)]
    assert where in findings
    assert "lock_freeze_update" in findings


INTRUDER = "INSERT INTO meeting (id, title, revision, created_at, changed_at) VALUES ('x', 'Skurk', 1, '', '')"


def forged(database: Database, *statements: str) -> list[Finding]:
    """What the check finds when the locks were taken away and put back around the statements."""
    with database.reading() as connection:
        triggers = sqlite.triggers(connection)
    harm(database, *(f"DROP TRIGGER {name}" for name in triggers), *statements, *triggers.values())
    return check(database)


def test_a_row_that_no_change_set_wrote_is_found(filled: Database) -> None:
    assert forged(filled, INTRUDER) == [Finding("meeting x", "Raden står inte i ändringshistoriken.")]
    hand = "INSERT INTO signer (id, freeze_id, meeting_id, position, role, person_id, name, field)"
    found = forged(filled, f"{hand} VALUES ('s', 'f', 'm', 1, 'chair', 'p', 'Skurk', 'ordforande')")
    assert Finding("signer s", "Raden står inte i ändringshistoriken.") in found


def test_what_the_last_change_set_wrote_is_found_when_the_set_has_been_taken_away(
    filled: Database, work: Begin
) -> None:
    with work("Planera") as w:
        w.add(Gathering(id="o", title="Äldre"))
        w.commit()
    with work("Planera") as w:
        w.add(Gathering(id="n", title="Nytt"))
        w.get(Gathering, "o").title = "Ändrad"
        w.commit()
    last = "SELECT id FROM change_set WHERE sequence = 3"
    rows = f"SELECT id FROM change_row WHERE change_set_id = ({last})"
    found = forged(
        filled,
        f"DELETE FROM change_payload WHERE id IN ({rows})",
        f"DELETE FROM change_row WHERE change_set_id = ({last})",
        "DELETE FROM change_set WHERE sequence = 3",
    )
    assert {f.where for f in found} == {"meeting n", "meeting o"}


@pytest.mark.parametrize("sequence", ["1", "999999"])
def test_no_note_of_a_migration_keeps_a_change_from_being_found(filled: Database, sequence: str) -> None:
    found = forged(
        filled,
        f"INSERT INTO storage_info VALUES ('migrated_at_sequence', '{sequence}')",
        "UPDATE agenda_item SET title = 'x'",
    )
    assert {f.where for f in found} == {"agenda_item i", "storage_info migrated_at_sequence"}


def test_a_removed_row_that_stands_there_again_is_found_even_when_disposed_of(filled: Database, work: Begin) -> None:
    with work("Lägg till") as w:
        w.add(Gathering(id="o"), Item(id="j", meeting_id="o"))
        w.flush()
        w.add(Note(id="n", meeting_id="o", item_id="j"))
        w.commit()
    with work("Ta bort") as w:
        w.remove(w.session.get_one(Note, "n"))
        w.commit()
    with filled.writing() as connection:
        dispose(connection, ["n"], "note", START)
        connection.commit()
    assert check(filled) == []
    assert [f.where for f in forged(filled, "INSERT INTO note VALUES ('n', 'o', 'j', 'x')")] == ["note n"]


def test_a_living_row_is_not_kept_from_comparison_by_calling_its_history_disposed_of(filled: Database) -> None:
    found = forged(
        filled,
        "UPDATE change_payload SET salt = NULL, before = NULL, after = NULL, disposed_at = '2026-12-03T12:00:00Z'",
        "UPDATE meeting SET title = 'x'",
    )
    assert Finding("meeting m", "Raden går inte att jämföra, för innehållet är gallrat ur historiken.") in found


def test_a_lock_that_has_been_weakened_is_found(filled: Database) -> None:
    harm(
        filled,
        "DROP TRIGGER lock_note_delete",
        "CREATE TRIGGER lock_note_delete BEFORE DELETE ON note WHEN 0 BEGIN SELECT 1; END",
        "CREATE TRIGGER of_mine AFTER DELETE ON note BEGIN SELECT 1; END",
    )
    assert {(f.where, f.what) for f in check(filled)} == {
        ("lock_note_delete", "Låset är ändrat."),
        ("of_mine", "En utlösare hör inte hit."),
    }


def test_a_missing_attachment_is_found(filled: Database) -> None:
    with filled.reading() as connection:
        name = str(connection.exec_driver_sql("SELECT id FROM stored_file").scalar())
    filled.attachments.path(name).unlink()
    assert [f.what for f in check(filled)] == ["Filen saknas."]


def test_rows_that_differ_from_the_frozen_content_are_told_by_who_knows_them(filled: Database) -> None:
    def compare(connection: Connection, meeting_id: str, item_id: str | None, frozen: str) -> list[Finding]:
        title = connection.exec_driver_sql("SELECT title FROM meeting WHERE id = ?", (meeting_id,)).scalar()
        return [] if canonical_json({"title": title}) == frozen else [Finding(meeting_id, f"Titeln är {title}.")]

    assert check(filled, compare) == []
    harm(filled, "DROP TRIGGER lock_meeting_update", "UPDATE meeting SET title = 'Annat'")
    assert Finding("m", "Titeln är Annat.") in check(filled, compare)
