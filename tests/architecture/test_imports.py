import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.source_tree import PACKAGE, ROOT, name_of, python_files, syntax_tree


def imported_modules(file: Path) -> set[str]:
    """Return the full names that a file imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(syntax_tree(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_every_import_contract_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "0 broken" in answer.stdout


def test_the_domain_needs_only_the_standard_library_and_itself() -> None:
    strangers = {
        f"{name_of(file)} imports {module}"
        for file in python_files(PACKAGE / "domain")
        for module in imported_modules(file)
        if not module.startswith("bra_desktop.domain") and module.split(".")[0] not in sys.stdlib_module_names
    }
    assert not strangers


def test_the_domain_reads_no_clock_and_makes_no_ids() -> None:
    forbidden = {"now", "today", "utcnow", "uuid4", "uuid1", "open", "time_ns", "monotonic"}
    calls = {
        f"{name_of(file)}:{node.lineno} calls {called}"
        for file in python_files(PACKAGE / "domain")
        for node in ast.walk(syntax_tree(file))
        if isinstance(node, ast.Call)
        and (called := getattr(node.func, "attr", getattr(node.func, "id", None))) in forbidden
    }
    assert not calls


def test_an_init_file_of_the_package_says_what_the_folder_is_for_and_holds_nothing_else() -> None:
    init_files = [file for file in python_files(PACKAGE) if file.name == "__init__.py"]
    assert not [name_of(file) for file in init_files if ast.get_docstring(syntax_tree(file)) is None]
    assert not [name_of(file) for file in init_files if len(syntax_tree(file).body) != 1]


def test_an_init_file_of_the_tests_holds_no_code() -> None:
    init_files = [file for file in python_files(ROOT / "tests") if file.name == "__init__.py"]
    assert not [name_of(file) for file in init_files if len(syntax_tree(file).body) > 1]


def test_every_folder_of_the_package_has_an_init_file() -> None:
    folders = {file.parent for file in python_files(PACKAGE)}
    assert not [name_of(folder) for folder in folders if not (folder / "__init__.py").exists()]


def test_the_product_never_imports_its_tests() -> None:
    assert not [
        name_of(file)
        for file in python_files(PACKAGE)
        if any(module.split(".")[0] in {"tests", "pytest", "hypothesis"} for module in imported_modules(file))
    ]
