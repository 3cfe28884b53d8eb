"""The files of the project, as the architecture tests look at them."""

import ast
import functools
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "bra_desktop"


def python_files(*folders: Path) -> list[Path]:
    """Return the Python files below the folders, in order."""
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


@functools.cache
def syntax_tree(file: Path) -> ast.Module:
    """Return the file parsed."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def name_of(file: Path) -> str:
    """Return the file's path from the project's root, with forward slashes."""
    return file.relative_to(ROOT).as_posix()


def kept_files() -> Iterator[Path]:
    """Yield every file of the project except what .gitignore leaves out: the folders named there, and .git."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    left_out = {".git", *(line.strip("/") for line in lines if line.endswith("/"))}
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in sorted(folders) if name not in left_out and not name.endswith(".egg-info")]
        yield from (Path(folder, name) for name in sorted(files) if not name.endswith(".pyc"))
