"""What the program doesn't call is not in the program: a rule that only tests ask for rules nothing."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source_tree import PACKAGE, name_of, python_files, syntax_tree

BELOW_THE_WINDOW = re.compile(
    r"bra_desktop\.(cli|services|storage(?!\.migrations)|documents|exchange|signing|archive|system|domain)\b"
)
# Called by a library under a name of the library's own. Qt's stand in camel case.
CALLED_BY_LIBRARIES = re.compile(
    r"__\w+__|[a-z]+([A-Z]\w*)+|process_(bind_param|result_value)|handle_\w+tag|handle_data|create_font_engine"
)
# Name → why it is there all the same.
UNCALLED_WITH_REASON = {
    "add_verbs": "called on each module of verbs in turn",
    "in_memory": "the throw-away database of the tests, which is the real one on another disk",
    "names_by_choice": "who voted how is not told on the screen yet",
    "structure": "holds a migrated file against a new one, in the tests",
}


def module_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def source_files() -> dict[str, Path]:
    return {module_of(file): file for file in python_files(PACKAGE)}


def mentioned(tree: ast.AST) -> Iterator[str]:
    """What some code reads by name, as an attribute, or names in a text; to define it is no use of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def taken_from_others(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Module and name of everything that a file takes from another one of the package."""
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                whole = f"{node.module}.{one.name}"
                if whole in source_files():
                    modules[one.asname or one.name] = whole
                yield node.module, one.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield modules[node.value.id], node.attr


@functools.cache
def uncalled() -> list[str]:
    """Functions, classes and methods below the window that nothing in the package takes, each as file::name."""
    trees = {module: syntax_tree(file) for module, file in source_files().items()}
    taken = {each for tree in trees.values() for each in taken_from_others(tree)}
    anywhere = {name for tree in trees.values() for name in mentioned(tree)}
    found = []
    for module, tree in trees.items():
        if not BELOW_THE_WINDOW.match(module):
            continue
        here = set(mentioned(tree))
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or CALLED_BY_LIBRARIES.fullmatch(node.name):
                continue
            used = (module, node.name) in taken or node.name in here if node in tree.body else node.name in anywhere
            if not used:
                found.append(f"{name_of(source_files()[module])}::{node.name}")
    return found


def test_every_function_and_class_is_called_by_the_program_itself() -> None:
    assert not [found for found in uncalled() if found.partition("::")[2] not in UNCALLED_WITH_REASON]


def test_the_list_of_exceptions_holds_only_what_is_still_uncalled() -> None:
    assert set(UNCALLED_WITH_REASON) <= {found.partition("::")[2] for found in uncalled()}
