"""The words a page adds around the text of a letter, in the letter's language."""

from __future__ import annotations

import msgspec

from desktop.paths import resources
from desktop.records.toml_file import read_toml


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands in `resources/letters/<language>/page.toml`."""

    reference: str
    reference_code: str
    page: str
    closing: str
    enclosed: str
    logo: str
    signature: str
    practice: str
    practice_note: str
    no_text_here: str


def read_labels(language: str) -> Labels:
    """The page's own words in `language`, in English where that is not shipped."""
    file = resources("letters", language[:2], "page.toml")
    shipped = file if file.is_file() else resources("letters", "en", "page.toml")
    return read_toml(shipped, Labels)


def filled(label: str, **values: str) -> str:
    """`label` with its places filled; a place it does not have is no fault of the letter."""
    for name, value in values.items():
        label = label.replace(f"{{{name}}}", value)
    return label
