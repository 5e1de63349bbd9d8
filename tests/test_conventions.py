"""What every file of the program keeps to, read from the files themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop

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
