"""A district's own words: in place of ours or beside them; what is wrong names its line."""

from __future__ import annotations

import re

import pytest

from desktop.office.guidance import load_guidance
from desktop.paths import resources
from desktop.records.person import Role


@pytest.fixture
def with_file(tmp_path):
    def read(text, encoding="utf-8"):
        path = tmp_path / "guidance.toml"
        path.write_text(text, encoding)
        return load_guidance(district=path)

    return read


REPLACED = """
[[card]]
id = "INT-05"
body = "Here the registrar owns every request."
"""
ADDED = """
[[card]]
id = "MG-1"
headline = "Our state gives ten days"
body = "Count ten office days. Call the records office when in doubt."
moments = ["intake"]
kind = "law"
citation = "State Code 12"
"""


def test_a_body_is_put_in_place_of_ours_and_is_said_to_be_the_districts(with_file):
    guidance = with_file(REPLACED)
    card = next(one for one in guidance.cards("intake") if one.id == "INT-05")
    assert card.body == "Here the registrar owns every request."
    assert card.headline == "Give every request one owner"
    assert card.district
    assert guidance.faults == ()
    assert not load_guidance().by_id["INT-05"].district


def test_an_added_tip_follows_the_first_of_ours(with_file):
    guidance = with_file(ADDED)
    assert [one.id for one in guidance.cards("intake")][:3] == ["INT-01", "MG-1", "INT-02"]
    assert guidance.by_id["MG-1"].citation == "State Code 12"
    assert guidance.primer_titles(guidance.by_id["MG-1"]) == ()


def test_an_added_tip_has_its_readers_too(with_file):
    guidance = with_file(ADDED + 'audience = "principal"\n')
    assert "MG-1" not in {one.id for one in guidance.cards("intake", Role.FRONT_OFFICE)}
    assert "MG-1" in {one.id for one in guidance.cards("intake", Role.PRINCIPAL)}


def test_no_file_is_no_fault(tmp_path):
    guidance = load_guidance(district=tmp_path / "guidance.toml")
    assert guidance.faults == ()
    assert not any(card.district for card in guidance.by_id.values())


@pytest.mark.parametrize(
    ("broken", "line", "key", "why"),
    [
        ('[[card]]\nid = "A"\nbody = "x\n', 3, "A", ""),
        ('[[card]]\nid = "A"\nbody = "x"\ncolour = "red"\n', 1, "A", "colour"),
        ('[[card]]\nid = "A"\nbody = ""\n', 1, "A", "length"),
        ('[[card]]\nid = "A"\nbody = "x"\nmoments = ["lunch"]\n', 1, "A", "no moment lunch"),
        ('[[card]]\nid = "A"\nheadline = "h"\nbody = "x"\n', 1, "A", "needs moments"),
        ('[[card]]\nid = "A"\nbody = "x"\nmoments = ["intake"]\n', 1, "A", "needs a headline"),
        (
            '[[card]]\nid = "A"\nheadline = "h"\nbody = "x"\nmoments = ["intake"]\nkind = "law"\n',
            1, "A", "needs a citation",
        ),
        ('[[tip]]\nid = "A"\nbody = "x"\n', 1, "A", "[[tip]] is not read here"),
        ('[[card]]\nbody = "x"\n', 1, "card", "id"),
        (
            '[[card]]\nid = "INT-05"\nbody = "x"\n[[card]]\nid = "INT-05"\nbody = "y"\n',
            4, "INT-05", "twice",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_names_its_line_and_costs_nothing_else(with_file, broken, line, key, why):
    guidance = with_file(broken + ADDED)
    (fault,) = guidance.district_faults
    assert (fault.file, fault.line, fault.key) == ("guidance.toml", line, key)
    assert why in fault.why
    assert fault.sentence() in {one.sentence() for one in guidance.faults}
    assert "MG-1" in {one.id for one in guidance.cards("intake")}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_a_file_saved_by_any_editor_is_read(with_file, encoding):
    guidance = with_file(REPLACED.replace("\n", "\r\n"), encoding)
    assert guidance.by_id["INT-05"].district


def test_a_file_that_is_no_text_is_one_fault(tmp_path):
    path = tmp_path / "guidance.toml"
    path.write_bytes(b"\xff\xfe\x00")
    guidance = load_guidance(district=path)
    assert [fault.file for fault in guidance.faults] == ["guidance.toml"]
    assert len(guidance.cards("intake")) > 3


def test_marks_and_addresses_in_a_districts_words_stay_text(with_file):
    said = "<b>Bold</b> and https://example.org"
    guidance = with_file(f'[[card]]\nid = "INT-05"\nbody = "{said}"\n')
    assert guidance.by_id["INT-05"].body == said


def test_the_example_of_the_readme_can_be_used_as_it_is(tmp_path):
    readme = (resources().parent / "README.md").read_text("utf-8")
    example = re.search(r"```toml\n(\[\[card\]\].*?)```", readme, re.DOTALL)[1]
    path = tmp_path / "guidance.toml"
    path.write_text(example, "utf-8")
    guidance = load_guidance(district=path)
    assert guidance.district_faults == ()
    assert [card.id for card in guidance.by_id.values() if card.district] == ["INT-05", "OURS-1"]
