"""Start-up is a feature: libraries that a first look at the window does not need are imported when first used."""

import subprocess
import sys

import pytest

HEAVY = {"reportlab", "openpyxl", "pyhanko", "lxml", "alembic", "pikepdf", "PIL", "cryptography", "jsonschema"}


def loaded_after(statement: str) -> set[str]:
    """Return the top names of all modules loaded in a fresh process after the statement."""
    code = f"import sys\n{statement}\nprint('loaded', *{{name.partition('.')[0] for name in sys.modules}})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    return set(answer.stdout.splitlines()[-1].split())


def test_the_version_is_answered_without_any_library() -> None:
    loaded = loaded_after("from bra_desktop.__main__ import main; main(['--version'])")
    assert "bra_desktop" in loaded
    assert not loaded & {*HEAVY, "sqlalchemy", "sqlcipher3", "PySide6"}


@pytest.mark.parametrize("module", ["bra_desktop.bootstrap"])
def test_what_every_start_loads_holds_no_library_of_one_single_job(module: str) -> None:
    loaded = loaded_after(f"import {module}")
    assert not loaded & HEAVY
