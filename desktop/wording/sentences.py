"""The catalogue of plain sentences: a code and its values in, words out.

Sentences live in ``resources/wording/<language>/*.toml`` so that the window, the command line and
the journal's history say the same thing, and so that a translator needs no Python.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.sentence import Sentence, Value
from desktop.wording.dates import long_date


class _Plain(string.Formatter):
    """``{days:day|days}`` writes "1 day" or "5 days"; a date is written out in full."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, date):
            return long_date(value)
        if isinstance(value, int) and "|" in format_spec:
            one, many = format_spec.split("|", 1)
            return f"{value} {one if value == 1 else many}"
        return str(value)


class Wording:
    """All sentences of one language.

    ``say`` raises ``KeyError`` for a code the catalogue lacks or a value a sentence needs: both are
    our bugs, and a test walks every code.
    """

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._formatter = _Plain()

    def __contains__(self, code: str) -> bool:
        return code in self._catalogue

    def codes(self) -> frozenset[str]:
        """Every code the catalogue can say."""
        return frozenset(self._catalogue)

    def say(self, sentence: Sentence) -> str:
        """The sentence in words."""
        return self.text(sentence.code, **sentence.values)

    def text(self, code: str, **values: Value) -> str:
        """The words for ``code`` with ``values`` in their places."""
        return self._formatter.vformat(self._catalogue[code], (), values)

    def paragraph(self, sentences: Iterable[Sentence]) -> str:
        """Several sentences, one after the other."""
        return " ".join(self.say(one) for one in sentences)


def load_wording(language: str = "en", folder: Path | None = None) -> Wording:
    """Read every catalogue file of ``language``; tables nest into dotted codes.

    Raises:
        ResourceError: a file is not TOML or holds something that is not text.
    """
    catalogue: dict[str, str] = {}
    for file in sorted((folder or resources("wording", language)).glob("*.toml")):
        try:
            table = msgspec.toml.decode(file.read_bytes())
        except msgspec.DecodeError as fault:
            raise ResourceError(file.name, "", 0, str(fault)) from fault
        _flatten(table, "", catalogue, file.name)
    return Wording(catalogue)


def _flatten(table: Mapping[str, object], prefix: str, into: dict[str, str], file: str) -> None:
    for key, value in table.items():
        code = f"{prefix}{key}"
        if isinstance(value, str):
            into[code] = value
        elif isinstance(value, dict):
            _flatten(value, f"{code}.", into, file)
        else:
            raise ResourceError(file, code, 0, "a sentence must be text")
