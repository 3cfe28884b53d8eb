"""The program's own schema: what the migrations make is what the code says, and a stored file of each still opens."""

from __future__ import annotations

import dataclasses
import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.orm import class_mapper

from bra_desktop.storage import sqlite
from bra_desktop.storage.bra_schema import SCHEMA
from bra_desktop.storage.checking import check
from bra_desktop.storage.database import FILE_NAME, Database
from bra_desktop.storage.mapping import mapper_registry
from bra_desktop.storage.metadata import metadata
from bra_desktop.storage.tables_ledger import LEDGER_TABLES
from tests.storage.old_files import make

STORED = sorted(make.FOLDER.glob("*.sqlite.gz"))
# Tables that belong to a meeting but whose rows are no part of what is frozen, with the reason.
NOT_LOCKED = {
    "change_row": "the ledger, guarded by triggers of its own",
    "private_note": "working material, disposed of when the protocol has been adjusted",
    "freeze": "guarded by triggers of its own",
    "signer": "guarded by triggers of its own",
}


@pytest.fixture
def filled() -> Iterator[Database]:
    with Database.in_memory(SCHEMA) as database:
        make.fill(database)
        yield database


def test_the_migrations_make_what_the_code_says(tmp_path: Path) -> None:
    from alembic import command

    from bra_desktop.storage.migrations.runner import configuration

    engine = sqlite.engine(tmp_path / FILE_NAME, read_only=False)
    with engine.connect() as connection:
        command.upgrade(configuration(SCHEMA.metadata, SCHEMA.migrations, connection), "head")
        migrated = sqlite.structure(connection)
    engine.dispose()
    with Database.in_memory(SCHEMA) as database, database.reading() as connection:
        created = sqlite.structure(connection)
    advice = 'run `python -m bra_desktop.storage.migrations "What changed"` and set bra_schema.SCHEMA.revision'
    assert migrated.keys() == created.keys(), advice
    assert {name: sql for name, sql in created.items() if migrated[name] != sql} == {}, advice


def test_a_fresh_file_has_the_latest_revision() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(SCHEMA.migrations)).get_current_head() == SCHEMA.revision


def test_every_table_is_mapped_or_part_of_the_ledger_so_that_no_change_passes_by_it() -> None:
    SCHEMA.map_classes()
    mapped = {str(mapper.local_table.name) for mapper in mapper_registry.mappers}  # type: ignore[attr-defined]
    assert mapped | LEDGER_TABLES == set(metadata.tables)
    for mapper in mapper_registry.mappers:
        assert [column.name for column in class_mapper(mapper.class_).primary_key] == ["id"]


def test_every_table_of_a_meeting_is_locked_with_it_or_named_with_a_reason() -> None:
    of_meetings = {name for name, table in metadata.tables.items() if "meeting_id" in table.columns}
    locked = {lock.table for lock in SCHEMA.locks}
    assert of_meetings - locked == NOT_LOCKED.keys()


def test_no_row_of_an_adjusted_meeting_can_be_changed_or_removed_from_outside(filled: Database) -> None:
    with filled.reading() as connection:
        adjusted = connection.exec_driver_sql("SELECT id FROM meeting WHERE state = 'adjusted'").scalar()
    stray = driver.connect(str(filled.path), isolation_level=None)
    tried = 0
    for lock in SCHEMA.locks:
        table = metadata.tables[lock.table]
        if not stray.execute(f'SELECT 1 FROM "{table.name}" WHERE "{lock.meeting}" = ?', (adjusted,)).fetchone():
            continue
        may_change = lock.writable | {"revision", "created_at", "changed_at"}
        for column in (name for name in table.columns.keys() if name not in may_change):  # noqa: SIM118 - by name
            with pytest.raises(driver.IntegrityError, match="REFUSED"):
                stray.execute(f'UPDATE "{table.name}" SET "{column}" = \'x\' WHERE "{lock.meeting}" = ?', (adjusted,))
            tried += 1
        with pytest.raises(driver.IntegrityError, match="REFUSED"):
            stray.execute(f'DELETE FROM "{table.name}" WHERE "{lock.meeting}" = ?', (adjusted,))
    stray.close()
    assert tried > 50
    assert check(filled) == []


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.name)
def test_a_stored_file_of_each_schema_opens_whole_and_locked(stored: Path, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(gzip.decompress(stored.read_bytes()))
    with Database.open(tmp_path, SCHEMA) as database:
        findings = [finding for finding in check(database) if not finding.where.startswith("bilaga")]
        assert findings == []
        with database.reading() as connection:
            states = connection.exec_driver_sql("SELECT state FROM meeting ORDER BY ref").scalars().all()
            assert sqlite.triggers(connection) == sqlite.declared_triggers(SCHEMA.refusals)
            opened = sqlite.structure(connection)
    with Database.in_memory(SCHEMA) as database, database.reading() as connection:
        assert opened == sqlite.structure(connection)
    assert states == ["adjusted", "review", "review"]


REBUILDS = """
from alembic import op

revision = "9999"
down_revision = {before!r}


def upgrade():
    for name in {tables!r}:
        with op.batch_alter_table(name, recreate="always"):
            pass
"""


def test_a_signed_file_survives_a_migration_that_rebuilds_every_table(tmp_path: Path) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(SCHEMA.migrations, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    rebuild = REBUILDS.format(before=SCHEMA.revision, tables=sorted(metadata.tables))
    (migrations / "versions" / "9999_rebuild.py").write_text(rebuild, encoding="utf-8")
    (tmp_path / FILE_NAME).write_bytes(gzip.decompress(STORED[-1].read_bytes()))
    later = dataclasses.replace(SCHEMA, revision="9999", migrations=migrations)
    with Database.open(tmp_path, later) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9999"
        assert sqlite.triggers(connection) == sqlite.declared_triggers(SCHEMA.refusals)
        assert [f for f in check(database) if not f.where.startswith("bilaga")] == []
        rebuilt = sqlite.structure(connection)
    with Database.in_memory(SCHEMA) as database, database.reading() as connection:
        assert rebuilt == sqlite.structure(connection)


def test_there_is_a_stored_file_of_the_present_schema() -> None:
    names = [path.name for path in STORED]
    assert f"{SCHEMA.revision}.sqlite.gz" in names, "run `python -m tests.storage.old_files.make`"
