"""What stands on a screen without what tells of a family."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.masking import OnFile, masked, small_words_of, tells_something, words_of

TODAY = date(2026, 10, 5)
NAMES = (
    "Mia Alvarez", "O'Brien", "Smith-Jones", "Nguyễn Thị Ánh", "王小明", "محمد", "May", "Grace",
    "de la Fuente", "João da Silva", "Ana do Nascimento", "Layla al-Khatib", "d'Angelo",
    "ruth cohen",
)  # fmt: skip
ON_FILE = OnFile(
    names=frozenset(words_of(NAMES)),
    common=frozenset({"may", "grace", "de", "la", "do"}),
    small=frozenset(small_words_of(NAMES)),
    lines=frozenset({"12 oak street", "oakland, ca 94601", "oakland", "ca 94601"}),
)


def hidden(text: str) -> str:
    return masked(text, ON_FILE, TODAY)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Mia Alvarez", "••• •••••••"),
        ("Alvarez, Mia (mother)", "•••••••, ••• (mother)"),
        ("MIA ALVAREZ asks", "••• ••••••• asks"),
        ("O'Brien and Brien", "••••••• and •••••"),
        ("Smith-Jones", "••••••••"),
        ("Nguyễn Thị Ánh", "•••••• ••• •••"),
        ("王小明", "•••"),
        ("محمد", "••••"),
        ("Fuente, María de la", "••••••, María de la"),
        ("de la Fuente, Mia", "•• •• ••••••, •••"),
        ("da Silva, João", "•• •••••, ••••"),
        ("Silva, João da", "•••••, •••• ••"),
        ("do Nascimento asks", "•• •••••••• asks"),
        ("What Silva can do", "What ••••• can do"),
        ("Layla al-Khatib", "••••• ••••••••"),
        ("d'Angelo (father)", "•••••••• (father)"),
        ("cohen, ruth", "•••••, ••••"),
        ("Mia's records", "••••• records"),
    ],
)
def test_names_on_file_become_dots_however_they_are_written(text, safe):
    assert hidden(text) == safe


@pytest.mark.parametrize(
    "text",
    [
        "It may be given", "May 3, 2026", "Grace period", "Due in 12 days", "2026-0043",
        "Received Mon Oct 5, 2026", "miasma", "the alvarez file", "$12.50", "45 pages",
        "34 CFR 99.10(b)", "2026-10-05",
    ],
)  # fmt: skip
def test_what_tells_of_nobody_stays(text):
    assert hidden(text) == text


def test_a_word_of_the_program_is_a_name_beside_another():
    assert hidden("May Alvarez") == "••• •••••••"
    assert hidden("Alvarez, Grace") == "•••••••, •••••"


@pytest.mark.parametrize(
    "text",
    [
        "Dec 28, 2008", "December 28, 2008", "12/28/2008", "2008-12-28", "28 de diciembre de 2008",
        "(555) 123-4567", "555-123-4567", "+1 555 123 4567", "mother@example.org",
        "12 Oak Street", "Oakland, CA 94601",
    ],
)  # fmt: skip
def test_birth_dates_telephones_mail_and_addresses_become_dots(text):
    assert not any(one.isalnum() for one in hidden(text).replace("CA 94601", ""))
    assert hidden(f"before {text}").startswith("before")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("", False), ("12", False), ("$4.50", False), ("Mon Oct 5, 2026", False),
        ("Oct 5, 2026", False), ("10/05/2026", False), ("12/28/2008", True), ("Mi", True),
        ("555 123 4567", True),
    ],
)  # fmt: skip
def test_a_field_shows_numbers_and_days_of_these_years(text, tells):
    assert tells_something(text, TODAY) is tells


@given(st.text(max_size=80))
def test_masking_never_fails_and_masking_twice_changes_nothing(text):
    once = hidden(text)
    assert hidden(once) == once
    assert len(once) <= max(len(text), 8)


@given(st.sampled_from(NAMES[:6]), st.text(max_size=10), st.text(max_size=10))
def test_no_name_on_file_is_left_between_other_words(name, before, after):
    assert name not in hidden(f"{before} {name} {after}")
