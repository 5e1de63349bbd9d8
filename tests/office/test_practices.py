"""From practice to behaviour to test: every test that is named as a proof is there."""

from __future__ import annotations

import ast
from functools import cache

import pytest

from desktop.office.guidance import load_guidance
from desktop.paths import resources

GUIDANCE = load_guidance()
ROOT = resources().parent
NAMED = sorted(
    {
        test
        for entry in (*GUIDANCE.behaviors.values(), *GUIDANCE.promises.values())
        for test in entry.tests
    }
)


@cache
def names_in(file):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("test", NAMED)
def test_a_test_named_as_a_proof_exists(test):
    file, _, name = test.partition("::")
    assert name.startswith("test_")
    assert name in names_in(file)


@pytest.mark.parametrize("item", [f"B{n}" for n in range(1, 10)])
def test_each_of_the_nine_practices_is_practised_by_the_program(item):
    assert any(one.item == item for one in GUIDANCE.behaviors.values())


@pytest.mark.parametrize("item", ["P1", "P2", "P3", "P4"])
def test_each_of_the_four_policies_is_practised_by_the_program(item):
    assert any(one.item == item for one in GUIDANCE.behaviors.values())


def test_behaviors_belong_to_items_of_the_catalogue():
    assert {one.item for one in GUIDANCE.behaviors.values()} <= set(GUIDANCE.catalog.items)
    assert set(GUIDANCE.promises) <= set(GUIDANCE.meta.promise_cards)
