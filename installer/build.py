"""Builds the packaged program: `make program` leaves it in dist/bra-desktop/, one folder that runs without Python.

It carries libraries of the machine it is built on, so build on the oldest system it shall run on. Qt's libraries lie
in the folder as files that can be exchanged (LGPL-3.0).
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import PyInstaller.__main__

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
DIST = ROOT / "dist"
NAME = "bra-desktop"

# Imported inside functions, by name from a string, or only by C++: the analysis does not see them.
HIDDEN_IMPORTS = (
    *("PySide6.QtSvg", "PySide6.QtPdf", "PySide6.QtPdfWidgets"),
    *("sqlcipher3", "sqlalchemy.dialects.sqlite", "_rl_accel"),
)
# Packages whose data files or plugins are found at run time.
WITH_DATA = ("alembic", "docx", "pyhanko", "tzdata", "reportlab")
NOT_NEEDED = ("tkinter", "pytest", "hypothesis", "mypy", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtWebEngineCore")


def program_options() -> list[str]:
    """Return what PyInstaller is told: one folder, our resources inside the package, migrations as source files."""
    options = [
        *("--name", NAME, "--onedir", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", str(DIST), "--workpath", str(ROOT / "build" / "program"), "--specpath", str(ROOT / "build")),
        *("--paths", str(SOURCE), "--copy-metadata", NAME),
        *("--add-data", f"{ROOT / 'resources'}{os.pathsep}bra_desktop/resources"),
        *("--collect-submodules", "bra_desktop"),
    ]
    migrations = SOURCE / "bra_desktop" / "storage" / "migrations"
    if migrations.is_dir():  # Alembic reads them as files
        options += ["--add-data", f"{migrations}{os.pathsep}bra_desktop/storage/migrations"]
    for module in HIDDEN_IMPORTS:
        options += ["--hidden-import", module]
    for package in WITH_DATA:
        if importlib.util.find_spec(package):
            options += ["--collect-data", package]
    for module in NOT_NEEDED:
        options += ["--exclude-module", module]
    if sys.platform == "win32":
        options += ["--hide-console", "hide-early"]
    return options


def built_program() -> Path:
    """Return where the program lies once it is built."""
    return DIST / NAME / (f"{NAME}.exe" if sys.platform == "win32" else NAME)


def main() -> int:
    """Build the program, try it, and return the exit code of its self-test."""
    PyInstaller.__main__.run([*program_options(), str(SOURCE / "bra_desktop" / "__main__.py")])
    subprocess.run([built_program(), "--version"], check=True)
    return subprocess.run([built_program(), "self-test"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
