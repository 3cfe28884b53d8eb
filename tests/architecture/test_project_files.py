"""What lies in the tree is fit to leave the machine it was made on."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import PACKAGE, ROOT, kept_files, name_of, python_files

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>[^\s;]+)", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """Return package names, in their normal form, with the pinned version."""
    return {normal(match["name"]): match["version"] for match in PIN.finditer(text)}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_and_hashes_every_package_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    for package in packages:
        assert PIN.match(package), package.splitlines()[0]
        assert "--hash=sha256:" in package, package.splitlines()[0]
    assert not re.search(r"^\s*-(?!-hash=)|://| @ |^\.", text, re.MULTILINE)


def test_the_development_lock_holds_the_versions_that_users_get() -> None:
    runtime, development = (pins((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS)
    assert runtime.items() <= development.items()


def test_the_locks_hold_what_the_project_asks_for(project: dict[str, object]) -> None:
    runtime, development = (pins((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS)
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    asked = pins("\n".join(map(str, project["dependencies"])))  # type: ignore[call-overload]
    assert asked.items() <= runtime.items()
    assert pins("\n".join([*extras["dev"], *extras["build"]])).items() <= development.items()


def test_the_notices_name_what_is_shipped_with_its_version_and_nothing_else() -> None:
    assert noticed("Python packages in the program") == pins((ROOT / LOCKS[0]).read_text(encoding="utf-8"))


def test_the_notices_name_every_tool_with_its_version(project: dict[str, object]) -> None:
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    assert pins("\n".join(extras["dev"])).items() <= noticed("Tools for development, not shipped").items()


def noticed(chapter: str) -> dict[str, str]:
    """Return the packages of one chapter of the notices with their version."""
    notices = (ROOT / "resources" / "licences" / "NOTICES.md").read_text(encoding="utf-8")
    lines = notices.partition(f"## {chapter}\n")[2].partition("\n## ")[0].splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:3]] for line in lines if line[:1] == "|"]
    return {normal(name): version for name, version in rows[2:]}


def test_the_readme_names_every_direct_dependency_and_tool(project: dict[str, object]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").lower()
    chapter = readme.partition("## dependencies and licences\n")[2].partition("\n## ")[0]
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    direct = pins("\n".join([*map(str, project["dependencies"]), *extras["dev"], *extras["build"]]))  # type: ignore[call-overload]
    assert not [name for name in direct if name not in normal_words(chapter)]


def test_every_file_that_the_readme_names_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w.-]+(?:/[\w.-]+)*\.(?:py|json|qss|md|toml|lock))`", readme))
    places = [ROOT, ROOT / "resources", ROOT / "resources" / "licences", ROOT / "installer", ROOT / "tests"]
    places += [PACKAGE, PACKAGE / "ui", PACKAGE.parent, ROOT / "tests" / "validators"]
    assert len(named) > 20
    assert not [name for name in named if not any((place / name).is_file() for place in places)]


def normal_words(text: str) -> set[str]:
    return {normal(word) for word in re.findall(r"[a-z0-9][a-z0-9._-]*", text)}


def test_no_file_names_a_folder_of_one_machine_or_a_package_index() -> None:
    # Put together here so that this file does not find itself.
    traces = re.compile(
        r"(?<![\w.])/(?:wo" + r"rk|ho" + r"me|Use" + r"rs)/\w|--(?:extra-)?ind" + r"ex-url|--find-" + r"links"
    )
    found = [f"{name_of(file)}: {line}" for file in kept_files() for line in lines_with(traces, file)]
    assert not found


def lines_with(pattern: re.Pattern[str], file: Path) -> list[str]:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return [line.strip()[:120] for line in text.splitlines() if pattern.search(line)]


def test_no_file_carries_the_mark_of_an_unfinished_merge() -> None:
    marks = re.compile(r"^(<{7} |>{7} |={7}$)")
    assert not [name_of(file) for file in kept_files() if lines_with(marks, file)]


def test_the_map_of_the_readme_names_every_folder() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/]+)`", readme.partition("## Where everything is")[2].partition("\n## ")[0]))
    folders = [*PACKAGE.iterdir(), *(PACKAGE / "ui").iterdir(), *(ROOT / "resources").iterdir()]
    packages = [folder for folder in folders if folder.is_dir() and folder.name != "__pycache__"]
    tree = {folder.relative_to(ROOT).as_posix().replace("src/bra_desktop/ui/", "ui/") for folder in packages}
    assert tree <= named
    known = {ROOT, PACKAGE, PACKAGE.parent}
    assert not [name for name in named if "/" in name and not any((place / name).exists() for place in known)]


def test_what_the_readme_says_stands_on_the_screen_stands_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = " ".join(readme.partition("## För användare")[2].partition("\n## ")[0].split())
    quoted = re.findall("”([^”]+)”", section)
    said = "\n".join(file.read_text(encoding="utf-8") for file in python_files(PACKAGE))
    assert len(quoted) > 30
    assert not [words for words in quoted if f'"{words}' not in said]
