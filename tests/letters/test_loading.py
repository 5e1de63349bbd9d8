"""The room costs a start-up next to nothing; what it needs loads with the first letter."""

import subprocess
import sys

HEAVY = ("reportlab", "uharfbuzz", "bidi", "jinja2", "markdown_it", "PIL")


def loaded_by(code):
    script = f"{code}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_importing_the_room_loads_none_of_its_libraries():
    modules = "page, template, fields, fonts, text, dates, proof"
    assert loaded_by(f"from desktop.letters import {modules}") == set()


def test_reading_the_templates_loads_only_the_template_language():
    code = "from desktop.letters.template import load_templates\nload_templates()"
    assert loaded_by(code) == {"jinja2"}


def test_an_english_letter_does_not_load_what_orders_right_to_left_names():
    code = "from desktop.letters.proof import proof\nproof('receipt')"
    assert "bidi" not in loaded_by(code)
