"""What every file of the program keeps to, read from the files themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import desktop
from desktop.paths import forms, resources
from tests.offices import the_wording

MODULES = sorted(Path(desktop.__path__[0]).rglob("*.py"))
CITATION = re.compile(r"\d+ CFR\b|\d+ U\.? ?S\.? ?C\b|§|(?<![\d.])(?:99|300)\.\d")


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string of a module that is no docstring, pieces of f-strings among them."""
    documents = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        told = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if told and id(node) not in documents:
            yield node


def citations(source: str) -> list[str]:
    return [one.value for one in texts(ast.parse(source)) if CITATION.search(one.value)]


def test_law_is_data_and_no_module_holds_a_citation():
    found = {path.name: citations(path.read_text("utf-8")) for path in MODULES}
    assert {name: told for name, told in found.items() if told} == {}
    assert len(MODULES) > 400


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('x = "34 CFR 99.10(b)"', True),
        ('x = f"It says so (20 USC 1232g) {y}."', True),
        ('x = "as 300.613 has it"', True),
        ('x = "See § 7"', True),
        ('def f():\n    """34 CFR 99.10: why."""', False),
        ("x = 1  # 34 CFR 99.10(b): outer limit", False),
        ('x = "version 1.99.3"', False),
    ],
)
def test_a_citation_is_found_in_text_and_not_in_a_docstring_or_comment(source, told):
    assert bool(citations(source)) is told


# Words and pictures nobody asks for


def asked_for() -> tuple[set[str], list[re.Pattern[str]]]:
    """The strings of every module, and its f-strings that begin with words, as patterns."""
    plain: set[str] = set()
    patterns: dict[str, re.Pattern[str]] = {}
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        plain |= {one.value for one in texts(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                pattern = "".join(
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"[\w.-]+"
                    for one in node.values
                )
                patterns[pattern] = re.compile(pattern)
    return plain, list(patterns.values())


def test_every_sentence_of_the_wording_is_asked_for_somewhere():
    plain, patterns = asked_for()
    stems = tuple(f"{one}." for one in plain if re.fullmatch(r"[a-z_]+\.[a-z_.]*[a-z]", one))
    unasked = [
        code
        for code in sorted(the_wording().codes() - plain)
        if not code.startswith(stems) and not any(one.fullmatch(code) for one in patterns)
    ]
    assert unasked == []


def test_every_icon_and_form_is_used():
    plain, _ = asked_for()
    data = "".join(
        path.read_text("utf-8")
        for folder, kind in ((resources(), "*.toml"), (forms(), "*.ui"))
        for path in folder.rglob(kind)
    )
    named = plain | set(re.findall(r'["/]([\w-]+)(?:\.svg)?"', data))
    shown = " ".join(plain)
    icons = {path.stem for path in resources("icons").rglob("*.svg")}
    assert {one for one in icons - named if f"/{one}.svg" not in shown} == set()
    assert {path.stem for path in forms().glob("*.ui")} - plain == set()


# Code nobody calls

# Why a definition may be named nowhere else in the program.
DONE_IN_STEPS = "does at once, for tests, what the program does in steps beside the window"
CALLED_BY_LIBRARY = "a library calls it by this name"
UNCALLED = {
    "open_practice_office": DONE_IN_STEPS,
    "verify_journal": DONE_IN_STEPS,
    "format_field": CALLED_BY_LIBRARY,
    "write_worksheet": CALLED_BY_LIBRARY,
}


def names_in(tree: ast.AST) -> Iterator[str]:
    """What a module calls by name; what it says in its strings counts, for getattr and forms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (one.name for one in node.names)
    for one in texts(tree):
        yield from re.findall(r"\w+", str(one.value))


def defined_in(tree: ast.AST) -> Iterator[str]:
    """Functions, methods and classes; not what overrides another's, which calls it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("__"):
            marks = {ast.unparse(one).split(".")[-1] for one in node.decorator_list}
            if "override" not in marks:
                yield node.name


def names_in_all(paths: Iterable[Path]) -> set[str]:
    return {name for path in paths for name in names_in(ast.parse(path.read_text("utf-8")))}


def test_nothing_is_defined_that_the_program_never_names():
    """A screen may tell a test what it shows; whatever else only tests call is left over."""
    named = names_in_all(MODULES)
    seen = named | names_in_all(Path(__file__).parent.rglob("*.py"))
    left_over = {
        name
        for path in MODULES
        for name in defined_in(ast.parse(path.read_text("utf-8")))
        if name not in (seen if path.parent.name == "screens" else named)
    }
    assert left_over - UNCALLED.keys() == set()
