"""Reading templates: what does not fit is told by file, key and line, and stops no other letter."""

from datetime import date, datetime, time

import pytest

from desktop.errors import DeskError, ResourceError
from desktop.letters.fields import Item
from desktop.letters.template import load_templates, read_template, title_of
from desktop.paths import resources

HEAD = """+++
id = "note"
title = "About {{ student }}"
version = "3"
rights = ["inspect"]
steps = ["receipt"]
audience = "requester"
enclosures = ["{{ pages }} pages"]

[fields]
student = "text"
due_on = { kind = "date", optional = true }
pages = "number"
+++
"""
BODY = """Dear {{ student }}:

{% if due_on %}
The date is {{ due_on }}.
{% endif %}
"""


def write(folder, text, name="note", language="en"):
    file = folder / language / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def fault_of(folder, text):
    with pytest.raises(ResourceError) as fault:
        read_template(write(folder, text))
    return fault.value


def test_a_template_fills_into_a_draft(tmp_path):
    template = read_template(write(tmp_path, HEAD + BODY))
    draft = template.fill({"student": "Mia", "due_on": date(2026, 11, 15), "pages": 3})
    assert (draft.template, draft.version, draft.language) == ("note", "3", "en")
    assert draft.title == "About Mia"
    assert draft.text == "Dear Mia:\n\nThe date is Sunday, November 15, 2026."
    assert draft.enclosures == ("3 pages",)


def test_dates_are_written_in_the_letter_s_language(tmp_path):
    template = read_template(write(tmp_path, HEAD + BODY, language="es"))
    text = template.fill({"student": "Mia", "due_on": date(2026, 11, 15), "pages": 3}).text
    assert "domingo, 15 de noviembre de 2026" in text


def test_an_optional_field_may_be_left_out(tmp_path):
    template = read_template(write(tmp_path, HEAD + BODY))
    assert template.fill({"student": "Mia", "pages": 0}).text == "Dear Mia:"


@pytest.mark.parametrize(
    ("body", "key", "line", "why"),
    [
        (BODY + "Hello {{ stranger }}", "stranger", 20, "not declared"),
        (BODY + "{% if due_on %}", "", 20, "Unexpected end"),
        (BODY + "\n{{ student | shout }}", "", 21, "No filter named 'shout'"),
        (BODY + "{% if due_on %}{{ student | shout }}{% endif %}", "shout", 20, "no such filter"),
        (BODY + "{{ student.__class__ }}", "__class__", 20, "what, pages and note"),
        (BODY + "{% include 'other' %}", "", 20, "stands alone"),
        (BODY + "{% import 'other' as o %}", "", 20, "stands alone"),
    ],
)
def test_a_faulty_text_is_named_by_line(tmp_path, body, key, line, why):
    fault = fault_of(tmp_path, HEAD + body)
    assert (fault.file, fault.key, fault.line) == ("en/note.md", key, line)
    assert why in fault.sentence()


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "why"),
    [
        ('student = "text"', 'student = "text"\nunused = "text"', "fields.unused", 12, "uses"),
        ('version = "3"', 'version = "3"\ncolour = "red"', "colour", 5, "unknown field"),
        ('student = "text"', 'student = "song"', "fields.student", 11, "Invalid"),
        ('version = "3"', "version = 3", "version", 4, "Expected `str`"),
        ('version = "3"\n', "", "", 0, "missing required field `version`"),
        ('version = "3"', 'version = "3', "", 4, ""),
        ('id = "note"', 'id = "other"', "id", 2, "named note"),
        ("About {{ student }}", "About {{ nobody }}", "title", 3, "not declared"),
        ("{{ pages }} pages", "{{ pages", "enclosures", 8, "end of"),
        ('pages = "number"', 'pages = { kind = "number", must = 1 }', "fields.pages", 13, "must"),
    ],
)
def test_a_faulty_head_is_named_by_key_and_line(tmp_path, old, new, key, line, why):
    fault = fault_of(tmp_path, HEAD.replace(old, new) + BODY)
    assert (fault.key, fault.line) == (key, line)
    assert why in fault.sentence()


@pytest.mark.parametrize("name", ["search_fee", "retrieval", "redaction_cost", "staff_time"])
def test_no_template_can_charge_for_a_search(tmp_path, name):
    head = HEAD.replace('pages = "number"', f'pages = "number"\n{name} = "money"')
    fault = fault_of(tmp_path, f"{head}{BODY}{{{{ {name} }}}}")
    assert fault.key == f"fields.{name}"
    assert "never a search" in fault.sentence()


@pytest.mark.parametrize("text", ["", "no fence", "+++\nid = 1", HEAD[4:] + BODY, "\ud7ff\x00"])
def test_a_file_that_is_no_template_is_refused(tmp_path, text):
    assert fault_of(tmp_path, text).file == "en/note.md"


def test_a_file_in_another_encoding_is_refused(tmp_path):
    file = write(tmp_path, "")
    file.write_bytes("Sofía".encode("utf-16"))
    with pytest.raises(ResourceError, match="resource"):
        read_template(file)


def test_a_broken_template_does_not_stop_the_others(tmp_path):
    write(tmp_path, HEAD + BODY)
    write(tmp_path, "broken", name="other")
    templates = load_templates(tmp_path, rules_in=resources("letters"))
    assert [template.id for template in templates] == ["note"]
    assert [fault.file for fault in templates.faults] == ["en/other.md"]


def test_a_broken_template_is_named_when_its_letter_is_wanted(tmp_path):
    write(tmp_path, HEAD + BODY)
    write(tmp_path, "broken", name="other")
    with pytest.raises(ResourceError) as fault:
        load_templates(tmp_path).get("other", "es")
    assert fault.value.file == "en/other.md"


def test_a_letter_not_translated_comes_in_english(tmp_path):
    write(tmp_path, HEAD + BODY)
    assert load_templates(tmp_path).get("note", "es").language == "en"


def test_an_unknown_letter_is_refused_with_the_names_there_are(tmp_path):
    write(tmp_path, HEAD + BODY)
    with pytest.raises(DeskError) as fault:
        load_templates(tmp_path).get("nothing", "en")
    assert "note" in fault.value.sentence()


KINDS = """+++
id = "note"
title = "T"
version = "1"
rights = []
steps = []
audience = "requester"
[fields]
a_text = "text"
a_date = "date"
a_time = "time"
page_fee = "money"
a_number = "number"
some_lines = "lines"
a_flag = "flag"
some_items = "items"
+++
{{ a_text }}|{{ a_date }}|{{ a_time }}|{{ a_number * page_fee }}|{{ a_number }}|{{ a_flag }}

{% for line in some_lines %}
> {{ line }}
{% endfor %}
{% for item in some_items %}
- {{ item.what }}, {{ item.pages }}, {{ item.note }}
{% endfor %}
"""
VALUES = {
    "a_text": " Mia\n Alvarez ",
    "a_date": date(2026, 2, 1),
    "a_time": time(13, 5),
    "page_fee": 25,
    "a_number": 5,
    "some_lines": ["one\ntwo", "", "three"],
    "a_flag": True,
    "some_items": [Item(what="Report cards", pages=2), {"what": "Notes"}],
}


def test_every_kind_of_field_is_written_out(tmp_path):
    text = read_template(write(tmp_path, KINDS)).fill(VALUES).text
    assert text.startswith("Mia Alvarez|Sunday, February 1, 2026|1:05 p.m.|$1.25|5|True")
    assert "> one\n> two\n> three" in text
    assert "- Report cards, 2, \n- Notes, 0," in text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("a_text", ""),
        ("a_text", "   "),
        ("a_text", 5),
        ("a_date", "2026-02-01"),
        ("a_date", datetime(2026, 2, 1)),  # noqa: DTZ001  # a moment is no date
        ("a_time", "1 pm"),
        ("page_fee", -1),
        ("page_fee", 0.1),
        ("a_number", True),
        ("a_number", -5),
        ("some_lines", []),
        ("some_lines", ["one", 2]),
        ("a_flag", "yes"),
        ("some_items", ["Report cards"]),
        ("some_items", [{"pages": 2}]),
        ("a_date", None),
    ],
)
def test_a_value_of_another_kind_is_refused_by_field_name(tmp_path, field, value):
    template = read_template(write(tmp_path, KINDS))
    with pytest.raises(DeskError) as fault:
        template.fill({**VALUES, field: value})
    assert field in fault.value.sentence()
    assert "Mia" not in fault.value.sentence()


def test_an_unknown_value_is_refused(tmp_path):
    template = read_template(write(tmp_path, KINDS))
    with pytest.raises(DeskError, match="letter-field"):
        template.fill({**VALUES, "search_fee": 500})


def test_a_value_cannot_run_or_add_markup(tmp_path):
    template = read_template(write(tmp_path, KINDS))
    text = template.fill({**VALUES, "a_text": "{{ 7 * 7 }} **x** <b>"}).text
    assert text.startswith(r"{{ 7 \* 7 }} \*\*x\*\* <b>|")


def test_the_title_of_a_letter_is_read_without_its_text_and_a_damaged_one_has_its_id(tmp_path):
    whole = tmp_path / "new_letter.md"
    source = resources("letters", "en", "receipt.md").read_text("utf-8")
    whole.write_text(source.partition("\n+++\n")[0] + "\n+++\n{{ broken", encoding="utf-8")
    damaged = tmp_path / "half_a_letter.md"
    damaged.write_text("+++\ntitle = \n", encoding="utf-8")
    assert title_of(whole) == "Receipt for your request"
    assert title_of(damaged) == "Half a letter"
