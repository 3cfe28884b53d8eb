"""A file of an older version is copied and brought up to date, or left as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, MetaData, Table, Text, text

from bra_desktop.storage import sqlite
from bra_desktop.storage.audit import chain_faults, strayed_rows
from bra_desktop.storage.database import FILE_NAME, Database
from bra_desktop.storage.failures import Frozen as Refused
from bra_desktop.storage.failures import MigrationFailed
from bra_desktop.storage.history import history_of, latest_change_sets
from bra_desktop.storage.schema import MIGRATIONS, Declared, Schema
from bra_desktop.storage.work import Work
from tests.storage.conftest import START, ticking
from tests.storage.small_schema import LOCKS, METADATA, SMALL, Frozen, Gathering, Item

REVISION = """
import sqlalchemy as sa
from alembic import op

revision = {number!r}
down_revision = {before!r}


def upgrade():
    {body}
"""
ADD_COLUMN = "\n    ".join(
    [
        "with op.batch_alter_table('agenda_item', recreate='always') as t:",
        "    t.add_column(sa.Column('place', sa.Text()))",
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A file of revision 0001 with a frozen meeting."""
    with Database.create(tmp_path / "kommun", SMALL) as database, Work(database, "åsa", "dator", ticking()) as work:
        work.add(Gathering(id="m", state="draft"), Item(id="i", meeting_id="m", text="låst"))
        work.flush()
        work.add(Frozen(id="f", meeting_id="m", frozen_at=START))
        work.flush()
        work.get(Gathering, "m").state = "established"
        work.commit()
    return tmp_path / "kommun"


def newer(tmp_path: Path, body: str) -> Schema:
    """The small schema with one revision more, and a column `place` on items."""
    migrations = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("versions", "__pycache__"))
    (migrations / "versions").mkdir()
    for number, before, what in (("0001", None, "pass"), ("0002", "0001", body)):
        revision = REVISION.format(number=number, before=before, body=what)
        (migrations / "versions" / f"{number}.py").write_text(revision, encoding="utf-8")
    metadata = MetaData(naming_convention=METADATA.naming_convention)
    for table in METADATA.tables.values():
        table.to_metadata(metadata)
    Table("agenda_item", metadata, Column("place", Text), extend_existing=True)
    return Schema("0002", lambda: Declared(metadata, LOCKS), SMALL.map_classes, migrations)


def copies(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.sqlite") if path.name != FILE_NAME]


def test_an_older_file_is_copied_and_brought_up_to_date_with_its_locks(tmp_path: Path, folder: Path) -> None:
    schema = newer(tmp_path, ADD_COLUMN)
    with Database.open(folder, schema) as database:
        with database.reading() as connection:
            columns = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(agenda_item)")}
            assert "place" in columns
            assert sqlite.triggers(connection) == sqlite.declared_triggers(schema.refusals)
            assert strayed_rows(connection) == []
        with Work(database, "åsa", "dator", ticking()) as work:
            work.get(Item, "i").text = "ändrat"
            with pytest.raises(Refused):
                work.commit()
        with pytest.raises(Refused), database.writing() as connection:
            connection.exec_driver_sql("UPDATE agenda_item SET place = 'x'")
    (copy,) = copies(folder)
    assert copy.name.startswith("bra-0001-2")
    shutil.copy(copy, tmp_path / FILE_NAME)
    Database.open(tmp_path, SMALL).close()


REWRITE = ADD_COLUMN + "\n    op.execute(\"UPDATE meeting SET title = 'Möte ' || id\")"


def test_what_a_migration_rewrote_stands_in_the_chain_and_is_checked_after_it(tmp_path: Path, folder: Path) -> None:
    with Database.open(folder, newer(tmp_path, REWRITE)) as database:
        with database.reading() as connection:
            assert chain_faults(connection) == strayed_rows(connection) == []
            (latest,) = latest_change_sets(connection, 1)
            (happened,) = [h for h in history_of(connection, "meeting", "m") if h.sequence == latest.sequence]
        assert latest.label == "Uppdatera kommunens data"
        assert (happened.before, happened.after) == ({"title": ""}, {"title": "Möte m"})
        with database.writing() as connection:
            sqlite.drop_triggers(connection)
            connection.exec_driver_sql("UPDATE meeting SET title = 'Annat'")
            connection.exec_driver_sql("UPDATE agenda_item SET title = 'Annat'")
            connection.commit()
        with database.reading() as connection:
            assert {f.where for f in strayed_rows(connection)} == {"meeting m", "agenda_item i"}


def test_a_migration_does_not_hide_what_was_changed_before_it(tmp_path: Path, folder: Path) -> None:
    with Database.open(folder, SMALL) as database, database.writing() as connection:
        sqlite.drop_triggers(connection)
        connection.exec_driver_sql("UPDATE meeting SET state = 'planned'")
        sqlite.create_triggers(connection, SMALL.refusals)
        connection.commit()
    with Database.open(folder, newer(tmp_path, REWRITE)) as database, database.reading() as connection:
        assert [f.where for f in strayed_rows(connection)] == ["meeting m"]


def test_a_file_is_brought_up_to_date_once(tmp_path: Path, folder: Path) -> None:
    schema = newer(tmp_path, ADD_COLUMN)
    for _ in range(2):
        Database.open(folder, schema).close()
    assert len(copies(folder)) == 1


@pytest.mark.parametrize(
    "harm",
    [
        "op.execute(\"UPDATE freeze SET canonical_json = '{}' || ' '\")",
        "op.execute(\"UPDATE freeze SET digest = 'x'\")",
        "op.execute('DELETE FROM freeze')",
        "op.execute('DELETE FROM meeting')",
        "op.execute('DELETE FROM change_set')",
        "op.execute('CREATE TRIGGER extra BEFORE DELETE ON note BEGIN SELECT 1; END')",
    ],
)
def test_a_migration_that_harms_what_is_frozen_is_rolled_back(tmp_path: Path, folder: Path, harm: str) -> None:
    with Database.open(folder, SMALL) as database, database.reading() as connection:
        before = dump(connection)
    with pytest.raises(MigrationFailed, match="Inget har ändrats"):
        Database.open(folder, newer(tmp_path, ADD_COLUMN + "\n    " + harm))
    with Database.open(folder, SMALL) as database, database.reading() as connection:
        assert dump(connection) == before


def test_a_migration_that_breaks_off_leaves_the_file_as_it_was(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Database.open(folder, newer(tmp_path, ADD_COLUMN + "\n    1 / 0"))
    with Database.open(folder, SMALL) as database, database.reading() as connection:
        assert sqlite.triggers(connection) == sqlite.declared_triggers(SMALL.refusals)


def dump(connection: Connection) -> dict[str, object]:
    rows = {
        name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))]
        for name in [*METADATA.tables, "alembic_version"]
    }
    return {**rows, **sqlite.structure(connection), **sqlite.triggers(connection)}
