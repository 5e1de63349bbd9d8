"""``records-desk letter`` as it is typed: a proof, and one sentence on bad input."""

import subprocess
import sys

import pypdfium2
import pytest

from desktop import commands
from desktop.letters.template import load_templates
from desktop.paths import resources

LETTERS = sorted((one.id, one.language) for one in load_templates())


@pytest.fixture
def letter(capsys, tmp_path):
    """Run the command in this process: exit code, what it printed, what it complained."""

    def run(*line):
        code = commands.main(["letter", *map(str, line)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def out(tmp_path):
    return tmp_path / "proof.pdf"


@pytest.fixture
def values(tmp_path):
    def write(text):
        file = tmp_path / "values.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


def text_of(pdf):
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize(("template", "language"), LETTERS)
def test_every_letter_has_a_proof_in_every_language(letter, out, template, language):
    code, said, complained = letter(template, "--language", language, "--out", out)
    assert (code, said, complained) == (0, f"Wrote {out}.\n", "")
    assert len(text_of(out)) > 500


def test_values_replace_samples_and_the_other_samples_are_named(letter, out, values):
    file = values(
        "student = 'Ánh <b>Nguyễn</b>'\ndue_on = 2027-01-31\norally = false\n"
        "words = ['All of it.', '- and more']\n"
    )
    code, _, complained = letter("receipt", "--values", file, "--out", out)
    text = text_of(out)
    assert code == 0
    assert "Ánh <b>Nguyễn</b>" in text
    assert "January 31, 2027" in text
    assert "- and more" in text
    assert "received_on" in complained
    assert "student" not in complained.partition(":")[2].replace("student_", "")


def test_items_and_money_come_from_toml_tables(letter, out, values):
    file = values(
        "pages = 7\npage_fee = 25\npostage = 0\n"
        "[[items]]\nwhat = 'Grades | 2025'\npages = 7\nnote = 'both sides'\n"
    )
    assert letter("copies_enclosed", "--values", file, "--out", out)[0] == 0
    assert "$1.75" in text_of(out)
    assert "Grades | 2025 (both sides)" in text_of(out)


def test_the_address_is_that_of_the_given_recipient(letter, out, values):
    file = values("recipient = 'Layla al-Khatib'")
    letter("acknowledgement", "--values", file, "--out", out)
    assert "Carlos Alvarez" not in text_of(out)


@pytest.mark.parametrize(
    ("template", "text", "names"),
    [
        ("receipt", "grade = 4", "grade"),
        ("receipt", "student = ''", "student"),
        ("receipt", "due_on = 'soon'", "due_on"),
        ("receipt", "student = {}", "student"),
        ("copies_enclosed", "page_fee = -1", "page_fee"),
        ("copies_enclosed", "search_fee = 500", "search_fee"),
        ("copies_enclosed", "items = [{ pages = 3 }]", "items"),
        ("receipt", "student =", "values.toml"),
        ("receipt", b"student = '\xff'", "values.toml"),
        ("receipt", "a = " + "[" * 20_000, "values.toml"),
        ("receipt", "a = " + "9" * 5_000, "values.toml"),
        ("receipt", "#" * 1_000_001, "values.toml"),
    ],
)
def test_a_value_that_does_not_fit_is_named_in_one_line(letter, out, values, template, text, names):
    code, said, complained = letter(template, "--values", values(text), "--out", out)
    assert (code, said) == (2, "")
    assert names in complained
    assert complained.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (("overdue",), "receipt"),
        (("receipt", "--language", "fr"), "en, es"),
        (("receipt", "--values", "nowhere.toml"), "nowhere.toml"),
        (("receipt", "--colour"), "--colour"),
        (("../../secrets",), "receipt"),
    ],
)
def test_bad_arguments_end_in_one_sentence(letter, out, line, names):
    code, said, complained = letter(*line, "--out", out)
    assert (code, said) == (2, "")
    assert names in complained
    assert not out.exists()


def test_a_file_that_is_there_is_replaced_only_when_told_to(letter, out):
    out.write_text("mine")
    code, _, complained = letter("receipt", "--out", out)
    assert code == 2
    assert "--force" in complained
    assert out.read_text() == "mine"
    assert letter("receipt", "--out", out, "--force")[0] == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("where", [".", "nowhere/proof.pdf"])
def test_a_place_that_cannot_be_written_is_refused_and_leaves_nothing(letter, tmp_path, where):
    code, _, complained = letter("receipt", "--out", tmp_path / where)
    assert code == 2
    assert complained.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_broken_template_is_named_with_its_line(letter, out, tmp_path, monkeypatch):
    folder = tmp_path / "letters" / "en"
    folder.mkdir(parents=True)
    broken = resources("letters", "en", "receipt.md").read_text("utf-8")
    (folder / "receipt.md").write_text(broken.replace("due_on }}", "dew_on }}"), "utf-8")
    monkeypatch.setattr("desktop.letters.template.resources", lambda *_: tmp_path / "letters")
    code, _, complained = letter("receipt", "--out", out)
    assert code == 2
    assert "en/receipt.md, line " in complained
    assert "dew_on" in complained


def test_the_command_is_found_by_the_program_itself(out):
    ran = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "desktop", "letter", "receipt", "--out", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


# Other papers


def test_a_proof_in_large_print_on_a4_for_two_windows(letter, out):
    code, _, _ = letter(
        "receipt", "--large-print", "--paper", "a4", "--windows", "two", "--out", out
    )
    document = pypdfium2.PdfDocument(out)
    assert code == 0
    assert document[0].get_size() == (595, 842)
    assert len(document) > 1  # one sheet in the usual size


def test_a_proof_in_two_languages_takes_turns(letter, out):
    code, _, _ = letter("no_records", "--facing", "es", "--out", out)
    assert code == 0
    first, second = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(out))
    assert "Sincerely" in first
    assert "Atentamente" in second


def test_a_second_language_the_letter_is_not_written_in_is_refused(letter, out):
    code, _, complained = letter("receipt", "--facing", "vi", "--out", out)
    assert code != 0
    assert "not written in “vi”" in complained
    assert not out.exists()


def test_a_character_that_no_font_has_is_refused_by_name_and_nothing_is_written(
    letter, out, values
):
    code, _, complained = letter("receipt", "--values", values("student = '🦄'"), "--out", out)
    assert code != 0
    assert "unicorn face" in complained
    assert not out.exists()
