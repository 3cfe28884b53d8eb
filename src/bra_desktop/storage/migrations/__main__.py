"""For developers: `python -m bra_desktop.storage.migrations "Give items a group"` writes the next revision.

The revision holds what the tables in the code have beyond the latest revision. It is read and mended by hand, and
`revision` in bra_schema.py is set to its number.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import Script, ScriptDirectory

from bra_desktop.storage import sqlite
from bra_desktop.storage.bra_schema import SCHEMA
from bra_desktop.storage.migrations.runner import configuration


def write_revision(message: str) -> None:
    """Compare the tables with a file at the latest revision and write what is missing as the next one."""
    with tempfile.TemporaryDirectory() as folder:
        engine = sqlite.engine(Path(folder) / "latest.sqlite", read_only=False)
        try:
            with engine.connect() as connection:
                config = configuration(SCHEMA.metadata, SCHEMA.migrations, connection)
                head = ScriptDirectory.from_config(config).get_current_head()
                if head is not None:
                    command.upgrade(config, "head")
                made = command.revision(config, message, autogenerate=True, rev_id=f"{int(head or 0) + 1:04d}")
                assert isinstance(made, Script)
                _without_remarks(Path(made.path))
        finally:
            engine.dispose()


def _without_remarks(revision: Path) -> None:
    lines = revision.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.strip().startswith("# ###")]
    revision.write_text("".join(kept), encoding="utf-8")


if __name__ == "__main__":
    write_revision(" ".join(sys.argv[1:]))
