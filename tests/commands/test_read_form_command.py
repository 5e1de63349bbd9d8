"""``records-desk read-form``: a filled form on the command line."""

import json

import pytest

from desktop.commands import BAD_INPUT, main
from tests.letters.filling import a_blank, by_pypdf
from tests.letters.pages import a_page, drawn


@pytest.fixture
def form(tmp_path):
    file = tmp_path / "form.pdf"
    values = {"name": "Ana", "words": "one\ntwo", "relationship_mother": "/Yes"}
    file.write_bytes(by_pypdf(a_blank("inspect", "es"), values))
    return str(file)


@pytest.fixture(autouse=True)
def no_limit(monkeypatch):
    """The limit on memory is for a process of its own, and the tests go on in this one."""
    monkeypatch.setattr("desktop.commands.read_form.limit_memory", lambda: None)


def test_the_fields_are_printed_by_name(form, capsys):
    assert main(["read-form", form]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "form: inspect.1.es",
        "name: Ana",
        "words: one / two",
        "relationship_mother: yes",
    ]


def test_scripts_get_json(form, capsys):
    assert main(["read-form", form, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "mark": "inspect.1.es",
        "reference": "",
        "values": {"name": "Ana", "words": "one\ntwo"},
        "ticked": ["relationship_mother"],
    }


def test_a_foreign_pdf_is_refused_in_one_sentence(tmp_path, capsys):
    file = tmp_path / "letter.pdf"
    file.write_bytes(drawn(a_page()))
    assert main(["read-form", str(file)]) == BAD_INPUT
    assert "not one of the forms" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_refused_in_one_sentence(tmp_path, capsys):
    assert main(["read-form", str(tmp_path / "none.pdf")]) == BAD_INPUT
    assert "cannot be read" in capsys.readouterr().err
